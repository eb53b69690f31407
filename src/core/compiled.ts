/**
 * Replaces compile.ts where a runtime compiles no bytes, but imports a wasm file as a compiled module (workerd). The module is the
 * whole core, and so serves every family. The tables of each are carried too, for the JavaScript build, if the module does not start.
 */
import module from './septet.wasm'

export function compile(): WebAssembly.Module | undefined {
  return module
}
