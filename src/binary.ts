/** The core as wasm: a string constant, so that nothing is decoded before it is needed. */
export { default as binary } from '../build/core.wasm'

/** The module to instantiate, or `undefined` where the core is to run as JavaScript. */
export function compile(binary: Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined {
  return new WebAssembly.Module(binary)
}
