// NODE types.mjs TSC: the types as every mode of resolution finds them, checked by that compiler, in projects that have neither
// the DOM's types nor Node's, and in one that has. Prints a report as check.mjs does.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { entriesOf } from './entries.mjs'

const [tsc] = process.argv.slice(2)

/** They take what a platform has: elements, URLSearchParams. */
const OF_A_PLATFORM = ['septet/element', 'septet/smsc']

const USE = `
export const answer: septet.Count = septet.count('text')
export const octets: Uint8Array = septet.encode('text')[0]!.userData
// @ts-expect-error: a text is a string
septet.count(1)
`
const WASM = `
import module from 'septet/septet.wasm'
septet.init(module)
`

const imports = (entries) => entries.map((entry, i) => `export * as entry${i} from '${entry}'\n`).join('')
const modules = (entries) => `import * as septet from 'septet'\n${USE}${imports(entries)}`
const commonjs = (entries) =>
  `import septet = require('septet')\n${USE}${entries.map((entry, i) => `export import entry${i} = require('${entry}')\n`).join('')}`

const all = entriesOf()
const everywhere = all.filter((entry) => !OF_A_PLATFORM.includes(entry))
const node16 = { module: 'node16', moduleResolution: 'node16' }
const bundler = { module: 'esnext', moduleResolution: 'bundler' }

const modes = {
  'node16, a module': [{ 'use.mts': modules(everywhere) + WASM }, node16],
  'node16, CommonJS': [{ 'use.cts': commonjs(everywhere) }, node16],
  bundler: [{ 'use.ts': modules(everywhere) + WASM }, bundler],
  'bundler, for workerd': [{ 'use.ts': modules(everywhere) + WASM }, { ...bundler, customConditions: ['workerd'] }],
  'bundler, for React Native': [{ 'use.ts': modules(everywhere) }, { ...bundler, customConditions: ['react-native'] }],
  'a page': [{ 'use.ts': modules(all) + WASM }, { ...bundler, lib: ['es2022', 'dom'] }],
}

const failures = Object.entries(modes).flatMap(([name, [files, options]]) => {
  const folder = `types-${process.pid}`
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(`${folder}/${file}`, text)
  const compilerOptions = { target: 'es2022', lib: ['es2022'], types: [], strict: true, noEmit: true, ...options }
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: Object.keys(files) }))
  const { status, stdout } = spawnSync(process.execPath, [tsc, '--project', folder], { encoding: 'utf8' })
  return status === 0 ? [] : [`${name}: ${stdout.split('\n')[0]}`]
})
console.log(JSON.stringify({ checked: Object.keys(modes).length, failures }))
