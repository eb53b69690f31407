// Checks with publint and attw what npm would publish. `attw --pack` would build everything again, so the tarball is
// made here.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'septet-'))
process.on('exit', () => rmSync(folder, { recursive: true }))

/** Files that are not modules: a script, data, and wasm files. A bundler gives the types of wasm files. */
const FILES = ['septet.wasm', 'septet.scalar.wasm', 'clickhouse.wasm', 'clickhouse.sql', 'udf.js', 'sha256.txt']

const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]
const tarball = join(folder, run('npm', pack, 'pipe').trim())
try {
  run('npx', ['--no', '--', 'publint', '--strict', tarball], 'inherit')
  run('npx', ['--no', '--', 'attw', tarball, '--exclude-entrypoints', ...FILES], 'inherit')
} catch (error) {
  // The program has already printed what is wrong.
  process.exitCode = error.status ?? 1
}

function run(program, values, output) {
  const stdio = ['ignore', output, 'inherit']
  return execFileSync(program, values, { encoding: 'utf8', shell: process.platform === 'win32', stdio })
}
