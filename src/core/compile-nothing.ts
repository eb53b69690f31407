/** Replaces compile.ts in `septet/js`, which carries only the tables of each core, for the JavaScript build. */
export function compile(): WebAssembly.Module | undefined {
  return undefined
}
