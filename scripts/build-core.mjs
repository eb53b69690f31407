// Builds the core twice from the same sources: with SIMD as wasm, and without as JavaScript (binaryen's wasm2js).
// Writes build/core.wasm, build/tables.wasm (its data section alone), build/core.js and build/core.d.ts.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { transformSync } from 'esbuild'

const DATA_SECTION = 11
const PREAMBLE = 8

mkdirSync('build', { recursive: true })
run('assemblyscript/package.json', 'bin/asc.js', '--target', 'simd')
run('assemblyscript/package.json', 'bin/asc.js', '--target', 'scalar')
run('binaryen/package.json', 'bin/wasm2js', 'build/scalar.wasm', '-O3', '-o', 'build/scalar.js')

const wasm = readFileSync('build/core.wasm')
const tables = dataOf(wasm)
if (!tables.equals(dataOf(readFileSync('build/scalar.wasm')))) {
  throw new Error('the two builds lay out their tables differently, so one cannot stand in for the other')
}
writeFileSync('build/tables.wasm', Buffer.concat([wasm.subarray(0, PREAMBLE), tables]))
writeFileSync('build/core.js', asFactory(readFileSync('build/scalar.js', 'utf8')))
writeFileSync('build/core.d.ts', 'export declare function instantiate(fill: (memory: Uint8Array) => void): unknown\n')

function run(manifest, script, ...args) {
  const root = dirname(createRequire(import.meta.url).resolve(manifest))
  execFileSync(process.execPath, [join(root, script), ...args], { stdio: 'inherit' })
}

/** The data section of a wasm file, its own header included. */
function dataOf(bytes) {
  let at = PREAMBLE
  while (at < bytes.length) {
    const start = at
    const id = bytes[at++]
    let size = 0
    for (let shift = 0, more = true; more; shift += 7) {
      size |= (bytes[at] & 0x7f) << shift
      more = bytes[at++] > 0x7f
    }
    at += size
    if (id === DATA_SECTION) return bytes.subarray(start, at)
  }
  throw new Error('the module has no data section')
}

/** wasm2js writes a module that runs at import and holds the tables again. Kept of it: the function that makes an instance. */
function asFactory(source) {
  const start = source.indexOf('function asmFunc(imports)')
  const end = source.indexOf('\nvar retasmFunc')
  const fill = / bufferView = HEAPU8;\s+initActiveSegments\(imports\);/
  const body = source.slice(start, end)
  if (start < 0 || end < 0 || !fill.test(body)) throw new Error('wasm2js writes another shape than this step knows')
  const factory = body
    .replace('function asmFunc(imports)', 'export function instantiate(fill)')
    .replace(fill, ' fill(HEAPU8);')
  if (factory.includes('bufferView'))
    throw new Error('the core uses a bulk memory operation, for which wasm2js needs its own glue')
  return transformSync(factory, { minify: true, format: 'esm', target: 'es2022' }).code
}
