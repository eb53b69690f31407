// The files of the package that are not bundles: modules for other languages and engines, and their checksums.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { writeUdf } from './udf.mjs'
import { writeVectors } from './vectors.mjs'

export const FILES = {
  'septet.wasm'() {
    copyFileSync('build/core.wasm', 'dist/septet.wasm')
    const types = readFileSync('src/core/septet.wasm.d.ts', 'utf8')
    writeFileSync('dist/septet.wasm.d.ts', types.replace("'../types'", "'septet'"))
  },

  /** The element, and types whose comments a bundler of types would drop. */
  'element-jsx'() {
    const types = readFileSync('src/element/jsx.d.ts', 'utf8')
    for (const [script, declarations] of [
      ['js', 'd.ts'],
      ['cjs', 'd.cts'],
    ]) {
      const element = `'./element.${script}'`
      const code = script === 'js' ? `export * from ${element}\n` : `module.exports = require(${element})\n`
      writeFileSync(`dist/jsx.${script}`, code)
      writeFileSync(`dist/jsx.${declarations}`, types.replaceAll("'./index'", element))
    }
  },

  'septet.scalar.wasm'() {
    copyFileSync('build/core.scalar.wasm', 'dist/septet.scalar.wasm')
  },

  'clickhouse.sql'() {
    copyFileSync('build/clickhouse.wasm', 'dist/clickhouse.wasm')
    writeFileSync('dist/clickhouse.sql', clickhouseSql(readFileSync('build/clickhouse.wasm')))
  },

  'udf.js': writeUdf,

  vectors: writeVectors,

  'sha256.txt'() {
    writeFileSync(
      'dist/sha256.txt',
      SUMMED.map((name) => `${sha256(readFileSync(`dist/${name}`))}  ${name}\n`).join(''),
    )
  },
}

/** The files that have a line in sha256.txt, in the form that `sha256sum --check` reads. */
const SUMMED = ['septet.wasm', 'septet.scalar.wasm', 'clickhouse.wasm', 'clickhouse.sql', 'udf.js']

export async function makeFiles(names) {
  mkdirSync('dist', { recursive: true })
  for (const name of names) await FILES[name]()
}

/** Without this, an engine that limits fuel would use all of it in one block of 20,000 hostile messages. */
const SETTINGS = "serialization_format = 'RowBinary', webassembly_udf_enable_fuel = 0"

/** assembly/clickhouse.sql, with the module in it. */
function clickhouseSql(module) {
  const values = {
    name: `septet_${sha256(module).slice(0, 8)}`,
    module: module.toString('base64'),
    settings: SETTINGS,
  }
  return readFileSync('assembly/clickhouse.sql', 'utf8').replace(/\{(\w+)\}/g, (_, name) => values[name])
}

function sha256(octets) {
  return createHash('sha256').update(octets).digest('hex')
}
