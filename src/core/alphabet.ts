// TS 23.038 6.2.1: the code before one of the extension table.
export { ESCAPE } from '../../assembly/abi'
