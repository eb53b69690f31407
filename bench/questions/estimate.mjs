/**
 * What does a campaign file cost? The whole report of `septet estimate` beside `wc -lm`, which reads each character and does nothing
 * else. In CPU time, user and system of all threads, by the shell's own `time`.
 */

import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as corpus from '../lib/corpus.mjs'
import { CSV, LINES, NDJSON, OUTPUT } from '../lib/rows.mjs'

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** Octets of a file, and messages that are different. */
const SIZE = 200e6
const DIFFERENT = 20_000

const PASSES = 5

const FORMS = [
  { row: LINES, head: '', line: (text) => `${text}\n`, options: [] },
  { row: OUTPUT, head: '', line: (text) => `${text}\n`, options: ['--output', 'counted.csv'] },
  { row: CSV, head: 'text\n', line: (text) => `"${text.replaceAll('"', '""')}"\n`, options: ['--format', 'csv'] },
  { row: NDJSON, head: '', line: (text) => `${JSON.stringify({ text })}\n`, options: ['--format', 'ndjson'] },
]

export function measure({ quick = false, only = undefined }) {
  const folder = mkdtempSync(join(tmpdir(), 'septet-bench-'))
  try {
    return FORMS.filter(({ row }) => only === undefined || only.includes(row)).map((form) => {
      const file = join(folder, 'file')
      write(file, form, quick ? 2e6 : SIZE)
      const subjects = [
        { name: 'septet', call: [process.execPath, COMMAND, 'estimate', ...form.options, file], nanoseconds: [] },
        { name: 'wc -lm', call: ['wc', '-lm', file], nanoseconds: [] },
      ]
      for (let pass = 0; pass < (quick ? 1 : PASSES); pass++) {
        for (const { call, nanoseconds } of pass % 2 === 0 ? subjects : subjects.toReversed()) {
          nanoseconds.push(measureTime(call, folder))
        }
      }
      return {
        row: form.row,
        subjects: subjects.map(({ call, ...subject }) => ({ ...subject, peer: false, wrong: 0 })),
      }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function write(file, { head, line }, size) {
  const lines = Buffer.from(corpus.messages(DIFFERENT).map(line).join(''))
  writeFileSync(file, head)
  for (let written = 0; written < size; written += lines.length) appendFileSync(file, lines)
}

/** Nanoseconds of CPU time. */
function measureTime(call, cwd) {
  const script = 'TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>/dev/null; } 2>&1'
  const said = execFileSync('bash', ['-c', script, 'bash', ...call], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  const [user, system] = said.trim().split(' ').map(Number)
  return (user + system) * 1e9
}
