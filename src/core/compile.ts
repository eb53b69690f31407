/**
 * Compiles a core. Files that replace this one return a given module, or undefined: then the JavaScript build is used.
 */
export function compile(octets: () => Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined {
  return new WebAssembly.Module(octets())
}
