// TS 23.038 6.2.1: the code of the main table that announces one of the extension table.
export { ESCAPE } from '../../assembly/abi'
