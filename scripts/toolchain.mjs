// What both build steps of a core use: the compilers, the sections of a wasm file, the output of wasm2js as a function.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { transformSync } from 'esbuild'
import { minify } from 'terser'

export const DATA_SECTION = 11

/** Magic number and version, which come before the first section. */
export const PREAMBLE = 8

// Compilers are wasm themselves, and run for seconds. V8 takes longer to optimise them than that saves. With only its
// first compiler, a core takes 2.4 s of CPU instead of 6.8, wasm2js 0.9 instead of 3, and the octets are the same (Node
// 20).
const UNOPTIMISED = '--liftoff-only'
setFlagsFromString(UNOPTIMISED)

/** Compiles in this process: for the next core, the compiler is already loaded and warm. */
export async function asc(config, target, ...args) {
  const { main } = await import('assemblyscript/asc')
  const { error, stderr } = await main(['--config', config, '--target', target, ...args])
  if (error) throw new Error(`${stderr}`, { cause: error })
}

/** The JavaScript that wasm2js writes for a wasm file. */
export function wasm2js(file, ...options) {
  const written = file.replace(/\.wasm$/, '.js')
  const root = dirname(createRequire(import.meta.url).resolve('binaryen/package.json'))
  execFileSync(process.execPath, [UNOPTIMISED, join(root, 'bin/wasm2js'), file, ...options, '-o', written])
  return readFileSync(written, 'utf8')
}

/** The sections of a wasm file, as `{ id, octets }`, headers included. */
export function* readSections(bytes) {
  for (let at = PREAMBLE; at < bytes.length; ) {
    const start = at
    const id = bytes[at++]
    let size = 0
    for (let shift = 0, more = true; more; shift += 7) {
      size |= (bytes[at] & 0x7f) << shift
      more = bytes[at++] > 0x7f
    }
    at += size
    yield { id, octets: bytes.subarray(start, at) }
  }
}

const GROWTH = / function __wasm_memory_size\(\) \{[^}]*\}\n/
const MEMORY = /"memory": Object\.create\(Object\.prototype, \{\s*"grow": \{\s*\},\s*"buffer": \{.*?\}\s*\}\s*\}\)/s
const GLOBAL = /"(\w+)": \{\s*get value\(\) \{\s*return ([\w$]+);\s*\},\s*set value\([\w$]+\) \{[^}]*\}\s*\}/g
const FACTORY = 'export function instantiate(fill, buffer = $1) {'

/**
 * wasm2js writes a module that runs at import and contains the tables again. This keeps only the function that makes an
 * instance.
 */
export async function asFactory(source) {
  const start = source.indexOf('function asmFunc(imports)')
  const end = source.indexOf('\nvar retasmFunc')
  if (start < 0 || end < 0) throw new Error('wasm2js writes another shape than this step knows')
  const factory = removeUnused(source.slice(start, end))
    .replace(/ bufferView = HEAPU8;\s+initActiveSegments\(imports\);/, ' fill(HEAPU8);')
    .replace(/function asmFunc\(imports\) \{\s*var buffer = (new ArrayBuffer\(\d+\));/, FACTORY)
    .replace(GROWTH, '')
    .replace(MEMORY, '"memory": { buffer }')
    .replace(GLOBAL, '"$1": { value: $2 }')
  if (!factory.startsWith('export')) throw new Error('wasm2js writes another head than this step knows')
  if (factory.includes('bufferView'))
    throw new Error('the core uses a bulk memory operation, for which wasm2js needs its own glue')
  const { code } = transformSync(factory, { minify: true, format: 'esm', target: 'es2022' })
  return (await minify(code, SHORTER)).code
}

/** terser writes 0.6 kB less, gzipped, than esbuild alone. Functions stay as they are: V8 inlines by their size. */
const SHORTER = { module: true, ecma: 2020, compress: { passes: 2, inline: 0, reduce_funcs: false } }

/**
 * wasm2js declares all of Math and every view, used or not. A minifier would keep them, because a getter could have an
 * effect.
 */
function removeUnused(body) {
  return body.replace(/^ var (\w+) = (?:Math\.\w+|new \w+\(buffer\));\n/gm, (declaration, name) =>
    body.match(new RegExp(`\\b${name}\\b`, 'g')).length > 1 ? declaration : '',
  )
}
