/**
 * The package in every bundler: packed, installed elsewhere, built into a script for a page with no option of its own. The script
 * runs where there is nothing but the language and WebAssembly, held to the vectors; and what is not used must not be in it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { install } from '../../scripts/install.mjs'
import { makeApp } from '../runtimes/app.mjs'
import { BUNDLERS, makeNextApp, reportsOf } from './next.mjs'

/** What entries that use a part of the package print; and the most bytes of it, with the bundler's own wrapping. */
const PARTS = {
  unused: { print: 'unsupported', limit: 2048 },
  // Rollup does not minify. The smallest other core alone is 13 kB.
  hex: { print: '00FF', limit: 12_288 },
}

install(new URL('./', import.meta.url))
// After the installation, which it needs.
const { builders, outputOf } = await import('./builders.mjs')

const app = makeApp(new URL('./', import.meta.url), ['entry.mjs', ...Object.keys(PARTS).map((part) => `${part}.mjs`)])

for (const [name, build] of Object.entries(builders)) {
  await judge(name, async () => {
    const [report] = await built(name, build, 'entry')
    const checked = checksOf({ expected: 'wasm', ...JSON.parse(report) })
    const sizes = []
    for (const [part, { print, limit }] of Object.entries(PARTS)) {
      const [printed, size] = await built(name, build, part)
      if (printed !== print) throw new Error(`${part}.mjs prints ${printed}`)
      if (size > limit) throw new Error(`${part}.mjs is ${size} bytes`)
      sizes.push(`${part}.mjs ${size} bytes`)
    }
    return [checked, ...sizes].join('; ')
  })
}

const nextApp = await makeNextApp()
for (const [name, flag] of Object.entries(BUNDLERS)) {
  await judge(`next, ${name}`, async () => {
    const { reports, recipe } = await reportsOf(nextApp, flag)
    return [...reports.map((report) => `${report.path} ${checksOf(report)}`), recipe].join('; ')
  })
}

async function judge(name, work) {
  try {
    console.log(`ok   ${name.padEnd(16)} ${await work()}`)
  } catch (error) {
    process.exitCode = 1
    console.log(`FAIL ${name.padEnd(16)} ${error.message}`)
  }
}

/** A report in words. @throws where something is not as it should be */
function checksOf({ checked, failures, engine, expected }) {
  if (failures.length > 0) throw new Error(`${failures.length} of ${checked}: ${failures[0]}`)
  if (engine !== expected) throw new Error(`engine ${engine} instead of ${expected}`)
  return `${checked} checks, engine ${engine}`
}

/** What the script prints that is built of an entry, and its size. */
async function built(name, build, entry) {
  const output = outputOf(app, name, entry)
  await build(join(app, `${entry}.mjs`), output)
  const script = readFileSync(output, 'utf8')
  let printed
  const console = { log: (line) => (printed = line) }
  runInContext(script, createContext({ console }))
  return [printed, script.length]
}
