// Builds the core twice from the same sources: with SIMD as wasm, and without as JavaScript (binaryen's wasm2js).
// Writes build/core.wasm, build/tables.wasm (its data section alone), build/core.js and build/core.d.ts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { asc, asFactory, DATA_SECTION, PREAMBLE, sectionsOf, wasm2js } from './toolchain.mjs'

mkdirSync('build', { recursive: true })
asc('asconfig.json', 'simd')
asc('asconfig.json', 'scalar')

const wasm = readFileSync('build/core.wasm')
const tables = dataOf(wasm)
if (!tables.equals(dataOf(readFileSync('build/scalar.wasm')))) {
  throw new Error('the two builds lay out their tables differently, so one cannot stand in for the other')
}
writeFileSync('build/tables.wasm', Buffer.concat([wasm.subarray(0, PREAMBLE), tables]))
writeFileSync('build/core.js', asFactory(wasm2js('build/scalar.wasm', '-O3')))
writeFileSync('build/core.d.ts', 'export declare function instantiate(fill: (memory: Uint8Array) => void): unknown\n')

/** The data section of a wasm file, its own header included. */
function dataOf(bytes) {
  const section = [...sectionsOf(bytes)].find(({ id }) => id === DATA_SECTION)
  if (!section) throw new Error('the module has no data section')
  return section.octets
}
