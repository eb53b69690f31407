/** Stands in for compile.ts in `septet/js`. Of each core only the tables are carried there, for the JavaScript build. */
export function compile(): WebAssembly.Module | undefined {
  return undefined
}
