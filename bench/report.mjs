/** What was measured, as a table for people and as JSON to store. */

import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The plain loop is an ES module: where subjects are required, the empty package stands in for it. */
const YARDSTICKS = ['plain loop', 'empty package']

/** Times of a row in plain loops, measured in the same run: what is left when the machine is taken out. */
export function ratios({ nanoseconds }) {
  const yardstick = YARDSTICKS.find((name) => name in nanoseconds)
  return Object.fromEntries(Object.entries(nanoseconds).map(([name, time]) => [name, time / nanoseconds[yardstick]]))
}

/** Median times, and how many times septet's time that is. */
export function table(question, rows) {
  const lines = rows.flatMap(({ row, nanoseconds, wrong }) => [
    `  ${row}`,
    ...Object.entries(nanoseconds).map(([name, time]) => {
      const note = wrong[name] ? `  wrong answer (${wrong[name]})` : ''
      return `    ${name.padEnd(26)}${duration(time).padStart(9)}${significant(time / nanoseconds.septet).padStart(9)}${note}`
    }),
  ])
  return [`\n${question.padEnd(30)}${'median'.padStart(9)}${'× septet'.padStart(9)}`, ...lines].join('\n')
}

/** Rounded, without dates: a run that found the same leaves little to look at in a diff. */
export function stored(question, rows, environment) {
  return {
    question,
    ...environment,
    rows: rows.map((row) => ({
      row: row.row,
      nanoseconds: rounded(row.nanoseconds),
      ratios: rounded(ratios(row)),
      ...(Object.keys(row.wrong).length > 0 && { wrong: row.wrong }),
    })),
  }
}

export function environment() {
  return {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, ${process.platform} ${process.arch}`,
    node: process.version,
    commit: commit(),
  }
}

function commit() {
  try {
    const cwd = fileURLToPath(new URL('.', import.meta.url))
    const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return execFileSync('git', ['describe', '--always', '--abbrev=10', '--exclude=*', '--dirty'], options).trim()
  } catch {
    return 'unknown'
  }
}

function rounded(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(3))]))
}

function duration(nanoseconds) {
  if (nanoseconds >= 1e6) return `${significant(nanoseconds / 1e6)} ms`
  if (nanoseconds >= 1e3) return `${significant(nanoseconds / 1e3)} µs`
  return `${significant(nanoseconds)} ns`
}

export function significant(value) {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
}
