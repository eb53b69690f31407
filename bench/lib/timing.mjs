/**
 * Times the subjects of a question side by side. A row is { row, inputs, expected, subjects }; a subject is { name,
 * run, answer?, prepare?, peer? }. `run` is timed on each input, or on what `prepare` returns for it. `answer` writes
 * its result in the form of `expected`.
 */

import { inspect, isDeepStrictEqual } from 'node:util'
import b from 'benny'
import { mixed } from './corpus.mjs'

/**
 * Passes are interleaved. `cases` are benny's options for one pass over a subject, in seconds; the warm-up is in
 * milliseconds.
 */
const FULL = { passes: 3, warmUp: 200, cases: { minTime: 0.01, minSamples: 5, maxTime: 0.06 } }
const QUICK = { passes: 1, warmUp: 5, cases: { minTime: 0.0005, minSamples: 1, maxTime: 0.001 } }

/**
 * In milliseconds. A subject that takes longer for the inputs of a row is timed on the first eighth of them (8 of 64):
 * many inputs keep fast subjects honest, but slow peers would take minutes.
 */
const SLOW = 20

/** Uses the results, so that no call is optimised away. */
const kept = {}

/** Subjects that are already warm: each is warmed up once, for all its rows. */
const warm = new Set()

/** The nanoseconds of one call in each pass, and for how many inputs of the row a peer returns a wrong result. */
export async function time(question, rows, { quick = false, only = undefined } = {}) {
  const settings = quick ? QUICK : FULL
  const measured = []
  for (const row of rows.filter(({ row }) => only === undefined || only.includes(row))) {
    const answers = row.inputs.map(row.expected)
    const subjects = row.subjects.map((subject) => prepareSubject(row, answers, subject, settings))
    for (let pass = 0; pass < settings.passes; pass++) await runPass(`${question}: ${row.row}`, subjects, settings)
    measured.push({ row: row.row, subjects: subjects.map(({ loop, timed, ...subject }) => subject) })
  }
  return measured
}

function prepareSubject(row, answers, subject, { warmUp }) {
  const { name, run, prepare = (input) => input, peer = false } = subject
  const inputs = row.inputs.map(prepare)
  const wrong = inputs.filter((input, index) => !isRight(subject, input, answers[index]))
  if (wrong.length > 0 && !peer) {
    throw new Error(
      `${name} is wrong for ${wrong.length} of ${inputs.length} inputs of "${row.row}", such as ${inspect(wrong[0])}`,
    )
  }
  if (!warm.has(run)) {
    const again = compileLoop(run, (row.warmUp ?? mixed()).map(prepare))
    for (const end = performance.now() + warmUp; performance.now() < end; ) again()
    warm.add(run)
  }
  const timed = isSlow(compileLoop(run, inputs)) ? inputs.slice(0, Math.ceil(inputs.length / 8)) : inputs
  const loop = compileLoop(run, timed)
  return { name, peer, wrong: wrong.length, of: inputs.length, timed: timed.length, nanoseconds: [], loop }
}

function isSlow(loop) {
  const start = performance.now()
  loop()
  return performance.now() - start > SLOW
}

/** Compares only what the subject reports. An error of a peer is a wrong result. */
function isRight({ run, answer, peer }, input, expected) {
  if (answer === undefined) return true
  try {
    const given = answer(run(input))
    return Object.keys(given).every((key) => isDeepStrictEqual(given[key], expected[key]))
  } catch (error) {
    if (!peer) throw error
    return false
  }
}

/** A number for each subject. */
const numbersOfSubjects = new Map()

/**
 * The loop is compiled anew for each subject, so that V8 keeps separate type feedback for each. In a shared loop, the
 * call and the store would become megamorphic, and the fastest subject would lose the largest part of its speed. The
 * source has the number of the subject, since V8 compiles the same source only once.
 */
function compileLoop(run, inputs) {
  if (!numbersOfSubjects.has(run)) numbersOfSubjects.set(run, numbersOfSubjects.size)
  const loop = 'return () => { for (let index = 0; index < inputs.length; index++) kept.result = run(inputs[index]) }'
  return new Function('run', 'inputs', 'kept', `${loop} // ${numbersOfSubjects.get(run)}`)(run, inputs, kept)
}

/** One benny suite: every subject once. Every second suite has the reverse order. */
async function runPass(name, subjects, { cases }) {
  const order = subjects[0].nanoseconds.length % 2 === 0 ? subjects : subjects.toReversed()
  const { results } = await b.suite(
    name,
    ...order.map(({ name, loop }) => b.add(name, loop, cases)),
    b.cycle(() => ''),
  )
  results.forEach(({ details }, index) => {
    const { nanoseconds, timed } = order[index]
    nanoseconds.push((details.median * 1e9) / timed)
  })
}
