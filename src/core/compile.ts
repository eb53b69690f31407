import { hasCode } from './data-section'

/**
 * Compiles a core, if it has more than tables. Files that replace this one return a given module, or undefined: then the JavaScript
 * build is used.
 */
export function compile(octets: () => Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined {
  return hasCode(octets()) ? new WebAssembly.Module(octets()) : undefined
}
