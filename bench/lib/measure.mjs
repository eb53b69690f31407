import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const QUESTIONS = [
  'count',
  'segment',
  'encode',
  'decode',
  'pack',
  'hex',
  'push',
  'transliterate',
  'count-many',
  'count-utf8',
  'long',
  'start-up',
]

/**
 * V8 takes its decisions once a process, and not always the same: over processes the same row moves more than within one.
 * start-up starts its own.
 */
const PROCESSES = 3

/** The rows of a question, measured: see figures.mjs. `wrong` says how many inputs of the row a peer answers wrongly. */
export async function measure(question, { quick = false, only = undefined } = {}) {
  const runs = []
  const processes = quick || question === 'start-up' ? 1 : PROCESSES
  while (runs.length < processes) runs.push(await inFreshProcess(question, { quick, only }))
  return runs[0].map(({ row, subjects }, index) => ({
    row,
    passes: fromNames(subjects, (_, at) => runs.flatMap((run) => run[index].subjects[at].nanoseconds)),
    wrong: fromNames(
      subjects.filter(({ wrong }) => wrong > 0),
      ({ wrong, of }) => `${wrong} of ${of}`,
    ),
    peers: subjects.filter(({ peer }) => peer).map(({ name }) => name),
  }))
}

/** benny announces its suites on standard output, which is ours: the child has none, and answers by message. */
function inFreshProcess(question, options) {
  const child = fork(fileURLToPath(new URL('./question.mjs', import.meta.url)), [question, JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Some peers load a slower development build without it.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return new Promise((resolve, reject) => {
    child.once('message', (rows) => {
      resolve(rows)
      child.disconnect()
    })
    child.once('exit', (code) => reject(new Error(`measuring ${question} ended with code ${code}`)))
  })
}

function fromNames(subjects, value) {
  return Object.fromEntries(subjects.map((subject, index) => [subject.name, value(subject, index)]))
}
