/**
 * The core as wasm, in hexadecimal: a string constant, so that nothing is decoded before it is needed. In base64 gzip finds
 * no repetitions: the whole library would be 32.3 kB instead of 30.5.
 */
export { default as binary } from '../build/core.wasm'

/** The module to instantiate, or `undefined` where the core is to run as JavaScript. */
export function compile(binary: Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined {
  return new WebAssembly.Module(binary)
}
