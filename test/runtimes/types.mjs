// NODE types.mjs TSC: the types under every combination of module settings, checked by that compiler, in projects that have neither
// the DOM's types nor Node's, and in one that has. Prints a report as check.mjs does.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { entriesOf } from './entries.mjs'

const [tsc] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync(tsc.replace(/bin\/tsc$/, 'package.json'), 'utf8'))
const [major, minor] = version.split('.').map(Number)

/** They take what a platform has: elements, URLSearchParams. */
const OF_A_PLATFORM = ['septet/element', 'septet/element/jsx', 'septet/smsc']

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
const asModule = { 'use.ts': modules(everywhere) + WASM }
const asCommonjs = { 'use.ts': commonjs(everywhere) }
const bundler = { module: 'esnext', moduleResolution: 'bundler' }
/** `node` and `node10` are one. TypeScript 7 has no such resolution; Next 15, ts-jest and older projects write it. */
const node10 = { module: 'esnext', moduleResolution: 'node' }

const modes = {
  ...(major < 7 && {
    'node10, modules': [asModule, node10],
    'node10, CommonJS': [asCommonjs, { ...node10, module: 'commonjs' }],
  }),
  ...forNode('node16'),
  ...forNode('nodenext'),
  'bundler, modules': [asModule, bundler],
  // `import = require` under this resolution came with TypeScript 5.4.
  ...((major > 5 || minor >= 4) && { 'bundler, CommonJS': [asCommonjs, { ...bundler, module: 'preserve' }] }),
  'bundler, for workerd': [asModule, { ...bundler, customConditions: ['workerd'] }],
  'bundler, for React Native': [{ 'use.ts': modules(everywhere) }, { ...bundler, customConditions: ['react-native'] }],
  'a page': [{ 'use.ts': modules(all) + WASM }, { ...bundler, lib: ['es2022', 'dom'] }],
}

function forNode(name) {
  const options = { module: name, moduleResolution: name }
  return {
    [`${name}, modules`]: [{ 'use.mts': modules(everywhere) + WASM }, options],
    [`${name}, CommonJS`]: [{ 'use.cts': commonjs(everywhere) }, options],
  }
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
