// The files of the package that are no bundles: modules for other languages and engines, and their sums.
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

  /** The element itself, and types that a bundler of types would drop the comments of. */
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

/** What sha256.txt has a line for, as `sha256sum --check` reads it. */
const SUMMED = ['septet.wasm', 'septet.scalar.wasm', 'clickhouse.wasm', 'clickhouse.sql', 'udf.js']

export async function makeFiles(names) {
  mkdirSync('dist', { recursive: true })
  for (const name of names) await FILES[name]()
}

/** The fuel of an engine that counts it runs out in one block of 20,000 hostile messages. */
const SETTINGS = "serialization_format = 'RowBinary', webassembly_udf_enable_fuel = 0"

/** assembly/clickhouse.sql with the module in it. */
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
