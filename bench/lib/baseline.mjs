/**
 * Compares a run with a stored one. Nanoseconds of two runs cannot be compared on a shared machine. The ratio of each
 * subject to the plain loop of the same run can be compared.
 */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ratioToYardstick } from './figures.mjs'
import { formatFigure } from './report.mjs'

/** Stored results by question, from one file or from a folder of them. */
export function readBaseline(path) {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((file) => file.endsWith('.json'))
        .map((file) => join(path, file))
    : [path]
  const results = files.map((file) => JSON.parse(readFileSync(file, 'utf8')))
  const strange = files.find((_, index) => !results[index].question || !results[index].rows)
  if (strange || files.length === 0) throw new Error(`${strange ?? path} holds no results of this bench`)
  return new Map(results.map((result) => [result.question, result]))
}

/** septet's own subjects in rows that both runs have: [{ question, rows, subject, was, now, change, failed }]. */
export function compare(baseline, question, rows, tolerance) {
  const stored = baseline.get(question)?.rows ?? []
  return rows.flatMap((row) => {
    const before = stored.find((other) => other.row === row.row)?.ratios ?? {}
    const subjects = Object.keys(row.passes).filter((subject) => subject.startsWith('septet') && subject in before)
    return subjects.map((subject) => {
      const pair = { was: before[subject], now: ratioToYardstick(row, subject) }
      return { question, rows: [row.row], subject, ...comparePair(pair, tolerance) }
    })
  })
}

function comparePair(pair, tolerance) {
  const change = pair.now / pair.was - 1
  return { ...pair, change, failed: change > tolerance }
}

/** The table for a pull request. */
export function formatMarkdown(comparisons, { baseline, environment, tolerance }) {
  const stored = [...baseline.values()][0]
  const slower = comparisons.filter(({ failed }) => failed).length
  const summary = slower === 0 ? 'No regression' : slower === 1 ? '1 regression' : `${slower} regressions`
  const lines = comparisons.map(({ question, rows, subject, was, now, change, failed }) => {
    const cells = [question, rows[0], subject, formatFigure(was), formatFigure(now), formatPercent(change)]
    return `| ${[...cells, failed ? '**slower**' : was / now - 1 > tolerance ? 'faster' : ''].join(' | ')} |`
  })
  return [
    `## septet bench: ${summary.toLowerCase()}`,
    '',
    `${summary} beyond ${(tolerance * 100).toFixed(0)} % in ${comparisons.length} comparisons.`,
    '',
    '| question | row | subject | baseline | now | change | |',
    '|---|---|---|--:|--:|--:|---|',
    ...lines,
    '',
    'Times are in plain loops: 1 is what a JavaScript table loop takes for the same texts in the same run.',
    '',
    `- now: ${describe(environment)}`,
    `- baseline: ${describe(stored)}`,
    '',
  ].join('\n')
}

function describe({ commit, node, machine }) {
  return `${commit}, Node ${node}, ${machine}`
}

function formatPercent(share) {
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(0)} %`
}
