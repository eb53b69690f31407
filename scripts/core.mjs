// Builds the whole core as wasm, build/core.wasm, and without SIMD, build/core.scalar.wasm; the core that ClickHouse
// runs; and for the bindings one core for each family of functions, twice from the same sources: with SIMD as wasm,
// build/NAME.wasm, and without SIMD as JavaScript (binaryen's wasm2js), build/NAME.js with its types.
// build/NAME.tables.wasm is the data section alone, which both use. build/NAME.short.wasm lacks what JAVASCRIPT_ALONE names: the library
// carries it.
import { readFileSync, writeFileSync } from 'node:fs'
import binaryen from 'binaryen'
import { mergeSegments } from './merge-segments.mjs'
import { asc, asFactory, DATA_SECTION, PREAMBLE, readSections, wasm2js } from './toolchain.mjs'

/** Pages of memory: the fewest with which asc can place the memory of the family. */
const WHOLE = 31
export const FAMILIES = { text: 12, bulk: 26, push: 6, hex: 6 }

/**
 * Functions that the package has once, as JavaScript, which also works on the memory of the wasm. They are called once a message, and
 * are as fast in JavaScript. As wasm they would be 1 kB gzipped.
 */
const JAVASCRIPT_ALONE = {
  text: [
    'checksum',
    'checksumStart',
    'lockingTable',
    'readElement',
    'scanHeader',
    'selectTables',
    'septetsIn',
    'singleShiftTable',
    'tablesOf',
    'tally',
    'writeElement',
  ],
}

export async function buildCore() {
  await compile('simd', 'assembly/index.ts', 'build/core', WHOLE)
}

/** Plain WebAssembly 1.0, for runtimes and translators without later features. */
export async function buildScalarCore() {
  await compile('scalar', 'assembly/index.ts', 'build/core.scalar', WHOLE)
}

/**
 * Its memory grows with the blocks of rows. It starts with 16 MiB: an engine that splits blocks by the memory that a module declares
 * then makes them no smaller than others.
 */
export async function buildClickhouse() {
  await asc(
    'asconfig.json',
    'simd',
    'assembly/clickhouse.ts',
    '--outFile',
    'build/clickhouse.wasm',
    '--initialMemory',
    '256',
  )
}

export async function buildFamily(family) {
  const entry = `assembly/families/${family}.ts`
  const file = `build/${family}`
  await compile('simd', entry, file, FAMILIES[family])
  await compile('scalar', entry, `${file}.scalar`, FAMILIES[family])
  for (const module of [`${file}.wasm`, `${file}.scalar.wasm`]) {
    writeFileSync(module, mergeSegments(readFileSync(module)))
  }
  const tables = extractTables(readFileSync(`${file}.wasm`))
  if (!tables.equals(extractTables(readFileSync(`${file}.scalar.wasm`)))) {
    throw new Error(
      `the two builds of ${family} lay out their tables differently, so one cannot stand in for the other`,
    )
  }
  writeFileSync(`${file}.tables.wasm`, tables)
  const alone = JAVASCRIPT_ALONE[family] ?? []
  writeFileSync(`${file}.short.wasm`, shorten(readFileSync(`${file}.wasm`), alone))
  const factory = await asFactory(wasm2js(`${file}.scalar.wasm`, '-Oz'))
  writeFileSync(`${file}.js`, `${factory}export const javaScriptAlone=${JSON.stringify(alone)}\n`)
  writeFileSync(`${file}.d.ts`, DECLARATIONS)
}

const DECLARATIONS = `export declare function instantiate(fill: (memory: Uint8Array) => void, buffer?: ArrayBuffer): unknown
export declare const javaScriptAlone: readonly string[]
`

/**
 * The module without these exports, and without what only they call. Functions and locals are in the order of use: the numbers of most
 * are alike then, and the bundle is 0.1 kB smaller.
 */
function shorten(bytes, names) {
  const module = binaryen.readBinary(bytes)
  for (const name of names) module.removeExport(name)
  module.runPasses(['remove-unused-module-elements', 'reorder-functions', 'reorder-locals'])
  return mergeSegments(module.emitBinary())
}

function compile(target, entry, file, pages) {
  const memory = ['--initialMemory', `${pages}`, '--maximumMemory', `${pages}`]
  return asc('asconfig.json', target, entry, '--outFile', `${file}.wasm`, ...memory)
}

/** The wasm file with only its data section, if it has one. */
function extractTables(bytes) {
  const data = [...readSections(bytes)].filter(({ id }) => id === DATA_SECTION)
  return Buffer.concat([bytes.subarray(0, PREAMBLE), ...data.map(({ octets }) => octets)])
}
