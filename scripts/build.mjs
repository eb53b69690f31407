// node scripts/build.mjs [NAME ...]: makes the products (see products.mjs) that are missing or out of date; without a
// name, all of them. It reports its progress on standard error. The commands of package.json call it for the products
// that they need, because npm runs no pre-scripts where `ignore-scripts` is set.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeFiles } from './files.mjs'
import { PRODUCTS, SETS, STEPS } from './products.mjs'
import { digest, isFresh, writeStamp } from './stamps.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
process.chdir(ROOT)

const COMPILERS = ['assemblyscript', 'binaryen', 'esbuild', 'terser', 'tsup']

const MAKE = {
  /** Two processes: each compiler takes a second to load, and machines have two cores or more. */
  cores: (names) => {
    const [heavy, rest] = [names.slice(0, 2), names.slice(2)]
    return [heavy, rest].map((names) => (names.length > 0 ? run('scripts/build-cores.mjs', names) : undefined))
  },
  bundles: (names) => [tsup({ SEPTET_BUNDLES: names.join() })],
  types: () => [tsup({ SEPTET_BUNDLES: 'types' })],
  files: (names) => [makeFiles(names)],
  sums: (names) => [makeFiles(names)],
}

const asked = process.argv.slice(2).flatMap((name) => SETS[name] ?? [name])
await build(asked.length > 0 ? asked : SETS.whole)

async function build(names) {
  const stale = names.filter((name) => !isFresh(ROOT, name, PRODUCTS[name]))
  if (stale.length === 0) return
  const missing = COMPILERS.filter((name) => !existsSync(`${ROOT}/node_modules/${name}`))
  if (missing.length > 0)
    fail(`septet is not built, and ${missing.join(', ')} is not installed. Run: npm install --include=dev`)
  mkdirSync(`${ROOT}/build`, { recursive: true })
  const start = performance.now()
  let done = 0
  for (const steps of STEPS) {
    await Promise.all(
      steps.map(async (step) => {
        const made = stale.filter((name) => PRODUCTS[name].step === step)
        if (made.length === 0) return
        console.error(`septet: building ${step} ${made.join(', ')} (${done} of ${stale.length} done) ...`)
        const digests = made.map((name) => digest(ROOT, PRODUCTS[name].inputs))
        await Promise.all(MAKE[step](made))
        for (const [index, name] of made.entries()) writeStamp(ROOT, name, digests[index])
        done += made.length
      }),
    )
  }
  console.error(`septet: built in ${((performance.now() - start) / 1000).toFixed(0)} s`)
}

function tsup(env) {
  return run('node_modules/tsup/dist/cli-default.js', [], env)
}

/** Its output is shown only if it fails. */
function run(script, args, env = {}) {
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, env: { ...process.env, ...env } })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk
    })
  }
  return new Promise((resolve) => {
    child.once('close', (code) => (code === 0 ? resolve() : fail(printed)))
  })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
