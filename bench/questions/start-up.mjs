/**
 * What does a process pay before its first result? Fresh Node processes, one subject each, in turn: how long the import takes, and
 * how long until the first count returns. Without benny: a process has only one first time.
 */

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROUNDS = { full: 20, quick: 2 }

const PROBE = resolvePath('../lib/first-call.mjs')
const CALCULATOR = resolvePath('../peers/node_modules/sms-segments-calculator/dist/index.js')

/** `count` names the export to call, `SegmentedMessage` the class to construct. */
const kinds = {
  import: [
    { name: 'empty package', file: resolvePath('../empty-package/index.js') },
    { name: 'septet', file: resolvePath('../../dist/index.js'), first: 'count' },
    { name: 'plain loop', file: resolvePath('../lib/plain-loop.mjs'), first: 'count' },
    { name: 'sms-segments-calculator', file: CALCULATOR, first: 'SegmentedMessage', peer: true },
  ],
  require: [
    { name: 'empty package', file: resolvePath('../empty-package/index.cjs') },
    { name: 'septet', file: resolvePath('../../dist/index.cjs'), first: 'count' },
    { name: 'sms-segments-calculator', file: CALCULATOR, first: 'SegmentedMessage', peer: true },
  ],
}

export function measure({ quick = false, only = undefined } = {}) {
  return Object.entries(kinds)
    .filter(([kind]) => only === undefined || only.some((row) => row.startsWith(kind)))
    .flatMap(([kind, subjects]) => measureRows(kind, subjects, quick ? ROUNDS.quick : ROUNDS.full))
}

function measureRows(kind, subjects, rounds) {
  const loaded = subjects.map(start)
  const called = subjects.map(start)
  for (let round = 0; round < rounds; round++) {
    // Another order in each round, so that nobody always comes after the heaviest.
    const order = subjects.map((_, index) => subjects[(index + round) % subjects.length])
    for (const { name, file, first } of order) {
      const [load, call] = JSON.parse(
        execFileSync(process.execPath, [PROBE, kind, file, first ?? ''], { encoding: 'utf8' }),
      )
      loaded.find((subject) => subject.name === name).nanoseconds.push(load)
      called.find((subject) => subject.name === name).nanoseconds.push(call)
    }
  }
  return [
    { row: kind, subjects: loaded },
    { row: `${kind} and first call`, subjects: called },
  ]
}

function start({ name, peer = false }) {
  return { name, peer, wrong: 0, of: 1, nanoseconds: [] }
}

function resolvePath(relative) {
  return fileURLToPath(new URL(relative, import.meta.url))
}
