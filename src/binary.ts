/** The core as wasm, in base64: a plain string constant, so that nothing is decoded before it is needed. */
export { default as binary } from '../build/core.wasm'

/** Whether `binary` is a whole module, and not only its tables. */
export const isModule: boolean = true
