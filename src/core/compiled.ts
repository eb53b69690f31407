/**
 * Stands in for compile.ts where a runtime compiles no bytes, but imports a wasm file as a compiled module (workerd). It is the
 * whole core, and so each family's. Of each only the tables are carried, for the JavaScript build, should the module not stand.
 */
import module from 'septet/septet.wasm'

export function compile(): WebAssembly.Module | undefined {
  return module
}
