/** The results, as a table for people and as JSON to store. */

import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { ratio, ratioToYardstick, time } from './figures.mjs'

/** Median times, and each time divided by septet's. */
export function formatTable(question, rows, node = process.version) {
  const lines = rows.flatMap((row) => [
    `  ${row.row}`,
    ...Object.keys(row.passes).map((subject) => formatLine(row, subject)),
  ])
  return [
    `\n${`${question}, Node ${node.replace('v', '')}`.padEnd(30)}${'median'.padStart(9)}${'× septet'.padStart(9)}`,
    ...lines,
  ].join('\n')
}

function formatLine(row, subject) {
  const note = row.wrong[subject] ? `  wrong answer (${row.wrong[subject]})` : ''
  const figures = [formatDuration(time(row, subject)), formatFigure(ratio(row, subject, 'septet'))]
  return `    ${subject.padEnd(26)}${figures.map((figure) => figure.padStart(9)).join('')}${note}`
}

/** Rounded, without dates, so that a run with the same results changes little in a diff. */
export function createResult(question, rows, environment) {
  return {
    question,
    ...environment,
    rows: rows.map((row) => ({
      row: row.row,
      nanoseconds: roundFigures(row, time),
      ratios: roundFigures(row, ratioToYardstick),
      ...(Object.keys(row.wrong).length > 0 && { wrong: row.wrong }),
    })),
  }
}

function roundFigures(row, figure) {
  const names = Object.keys(row.passes)
  return Object.fromEntries(names.map((subject) => [subject, Number(figure(row, subject).toPrecision(3))]))
}

export function describeEnvironment() {
  return {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, ${process.platform} ${process.arch}`,
    node: process.version,
    commit: readCommit(),
  }
}

function readCommit() {
  try {
    const cwd = fileURLToPath(new URL('.', import.meta.url))
    const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return execFileSync('git', ['describe', '--always', '--abbrev=10', '--exclude=*', '--dirty'], options).trim()
  } catch {
    return 'unknown'
  }
}

function formatDuration(nanoseconds) {
  if (nanoseconds >= 1e6) return `${formatFigure(nanoseconds / 1e6)} ms`
  if (nanoseconds >= 1e3) return `${formatFigure(nanoseconds / 1e3)} µs`
  return `${formatFigure(nanoseconds)} ns`
}

export function formatFigure(value) {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
}
