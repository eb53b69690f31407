/** Stands in for binary.ts in `septet/js`: the data section of the core alone, for the JavaScript build. */
export { default as binary } from '../build/tables.wasm'

export function compile(): WebAssembly.Module | undefined {
  return undefined
}
