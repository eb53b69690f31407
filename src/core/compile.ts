/** The module to instantiate, from the octets of a core; or `undefined` where it is to run as JavaScript. */
export function compile(octets: () => Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined {
  return new WebAssembly.Module(octets())
}
