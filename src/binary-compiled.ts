/** Stands in for binary.ts where a runtime compiles no bytes, but imports a wasm file as a compiled module (workerd). */
import module from 'septet/septet.wasm'

/** For the JavaScript build, should the module not stand. */
export { default as binary } from '../build/tables.wasm'

export function compile(): WebAssembly.Module | undefined {
  return module
}
