/**
 * The package in every runtime: packed, installed elsewhere, imported, required or bundled as that runtime has it, and held to
 * the vectors. `node run.mjs [NAME]` runs the subjects whose name contains NAME.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { install } from '../../scripts/install.mjs'
import { makeApp } from './app.mjs'

const FILES = [
  'import.mjs',
  'require.cjs',
  'context.cjs',
  'embedded.mjs',
  'edge.mjs',
  'types.mjs',
  'jsx.mjs',
  'page.mjs',
  'entries.mjs',
  'worker.mjs',
  'wrangler.json',
  'workerd.capnp',
]

install(new URL('./', import.meta.url))
// After the installation, which they need.
const { prepare, subjects } = await import('./subjects.mjs')

const [wanted = ''] = process.argv.slice(2)
const app = makeApp(new URL('./', import.meta.url), FILES)
prepare(app)

let failed = 0
for (const { name, ...subject } of subjects(app).filter(({ name }) => name.includes(wanted))) {
  const outcome = await judge(subject)
  if (!outcome.ok) failed++
  console.log(`${outcome.ok ? 'ok  ' : 'FAIL'} ${name.padEnd(44)} ${outcome.text}`)
}
process.exitCode = failed === 0 ? 0 : 1

async function judge({ command: [program, ...values], env, engine }) {
  try {
    const options = { cwd: app, env: { ...process.env, ...env }, timeout: 600_000 }
    const { stdout } = await promisify(execFile)(program, values, options)
    const line = stdout.trim().split('\n').at(-1)
    const { checked, failures, ...report } = JSON.parse(line.slice(line.indexOf('{')))
    if (failures.length > 0) return { ok: false, text: `${failures.length} of ${checked}: ${failures[0]}` }
    if (report.engine !== engine) return { ok: false, text: `engine ${report.engine} instead of ${engine}` }
    return { ok: true, text: `${checked} checks${engine ? `, engine ${engine}` : ''}` }
  } catch (error) {
    // A runtime shows the line of the script too, and the stack.
    const lines = (error.stderr || error.message).split('\n')
    return { ok: false, text: (lines.find((line) => /error/i.test(line) && line.length < 300) ?? lines[0]).trim() }
  }
}
