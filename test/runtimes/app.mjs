import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const VECTORS = ['segmentation', 'packing', 'user-data', 'ucs2', 'decode']

/**
 * A project far from this one that has the package as its users get it: packed, and installed from the tarball. `files` are
 * copied into it from `folder`, `files` of this one beside them.
 */
export function makeApp(folder, files) {
  const app = mkdtempSync(join(tmpdir(), 'septet-'))
  process.on('exit', () => rmSync(app, { recursive: true, force: true }))
  writeFileSync(join(app, 'package.json'), '{ "private": true, "type": "module" }\n')
  const tarball = npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', app], ROOT).trim()
  npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--silent', `./${tarball}`], app)
  for (const file of files) cpSync(new URL(file, folder), join(app, file), { recursive: true })
  cpSync(new URL('check.mjs', import.meta.url), join(app, 'check.mjs'))
  writeFileSync(join(app, 'vectors.mjs'), `export default ${JSON.stringify(vectors())}\n`)
  return app
}

function vectors() {
  const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
  const read = (name) => JSON.parse(readFileSync(join(ROOT, `test/vectors/${name}.json`), 'utf8'))
  return Object.fromEntries(VECTORS.map((name) => [camelCase(name), read(name)]))
}

function npm(values, cwd) {
  return execFileSync('npm', values, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
}
