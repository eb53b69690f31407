import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
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
  'estimate',
]

/** It runs only if it is named, because it installs an engine. */
export const NAMED = ['clickhouse']

/**
 * V8 decides once in each process how to compile, with different results: a row differs more between processes than
 * within one. start-up and estimate start their own processes, and an engine compiles by itself.
 */
const PROCESSES = 3
const ONE_PROCESS = ['start-up', 'estimate', 'clickhouse']

/**
 * The measured rows of a question: see figures.mjs. `wrong` is the number of inputs of the row for which a peer is
 * wrong.
 */
export async function measure(question, { quick = false, only = undefined, node = undefined } = {}) {
  const runs = []
  const processes = quick || ONE_PROCESS.includes(question) ? 1 : PROCESSES
  while (runs.length < processes) runs.push(await inFreshProcess(question, { quick, only }, node))
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

/**
 * benny writes to standard output, where our tables go. So the child's output is ignored, and it sends its result as a
 * message.
 */
function inFreshProcess(question, options, node) {
  const child = fork(fileURLToPath(new URL('./question.mjs', import.meta.url)), [question, JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execPath: node === undefined ? process.execPath : findBinary(node),
    // Without it, some peers load a slower development build.
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

/** Versions of Node that bench/nodes/package.json names. */
export const NODES = [20, 22, 24, 26]

function findBinary(node) {
  const path = fileURLToPath(new URL(`../nodes/node_modules/node-${node}/bin/node`, import.meta.url))
  if (existsSync(path)) return path
  throw new Error(`Node ${node} is not installed: its package is for Linux on x64`)
}

function fromNames(subjects, value) {
  return Object.fromEntries(subjects.map((subject, index) => [subject.name, value(subject, index)]))
}
