/** npm run bench [-- [--check | --quick] [--node VERSIONS] [--baseline PATH [--report FILE] [--tolerance SHARE]] [QUESTION ...]] */

import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { compare, formatMarkdown, readBaseline } from './lib/baseline.mjs'
import { installNodes, installPeers } from './lib/install-peers.mjs'
import { measure, NAMED, NODES, QUESTIONS } from './lib/measure.mjs'
import { createResult, describeEnvironment, formatTable } from './lib/report.mjs'
import { judge } from './marks.mjs'

const RESULTS = new URL('./results/', import.meta.url)

/** A mark missed, or a regression found, is measured again so many times before it is believed. */
const SECOND_LOOKS = 2

/** The Node that runs this. */
const MAJOR = Number.parseInt(process.versions.node, 10)

const USAGE = `npm run bench [-- OPTIONS] [QUESTION ...]

Questions: ${QUESTIONS.join(', ')}; all of them by default. By name alone: ${NAMED.join(', ')}.

  --check            exit 1 where a mark of bench/marks.mjs is missed
  --quick            seconds instead of minutes: does everything work? Judges and stores nothing
  --node VERSIONS    measure on these versions of Node: ${NODES.join(',')}, or all; by default on the one that runs this.
                     Such a run is not stored
  --baseline PATH    compare with a stored run (a file of bench/results, or such a folder); exit 1 where septet became slower
  --report FILE      where the comparison goes, in Markdown; standard output by default
  --tolerance SHARE  how much slower is a regression; 0.25 by default
  --help             this text`

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      node: { type: 'string' },
      baseline: { type: 'string' },
      report: { type: 'string' },
      tolerance: { type: 'string', default: '0.25' },
      help: { type: 'boolean', default: false },
    },
  })
  const unknown = positionals.find((question) => ![...QUESTIONS, ...NAMED].includes(question))
  if (unknown) throw new Error(`no question is called ${unknown}`)
  if (values.quick && (values.check || values.baseline)) throw new Error('--quick measures too little to judge by')
  const nodes = values.node === 'all' ? NODES : values.node?.split(',').map(Number)
  const strange = nodes?.find((node) => !NODES.includes(node))
  if (strange !== undefined) throw new Error(`--node ${values.node}: there are ${NODES.join(', ')}, and all`)
  if (nodes && values.baseline) throw new Error('--baseline is of one version of Node, the one that runs this')
  if (values.report && !values.baseline) throw new Error('--report needs --baseline')
  const tolerance = Number(values.tolerance)
  if (!(tolerance > 0)) throw new Error(`--tolerance ${values.tolerance} is not a share above 0`)
  return {
    ...values,
    nodes: nodes ?? [undefined],
    tolerance,
    questions: positionals.length > 0 ? positionals : QUESTIONS,
  }
}

/**
 * Measures a question: its rows, and what `judge` finds in them, [{ rows, failed, ... }], always in one order. The rows of a failure
 * are measured again; what was reached once stays reached.
 */
async function measureAndJudge(question, quick, node, judge) {
  let rows = await measure(question, { quick, node })
  let findings = judge(rows)
  for (let look = 0; look < SECOND_LOOKS && findings.some(hasFailed); look++) {
    const only = [...new Set(findings.filter(hasFailed).flatMap(({ rows }) => rows))]
    const again = await measure(question, { only, node })
    rows = rows.map((row) => again.find((other) => other.row === row.row) ?? row)
    const newer = judge(rows)
    findings = findings.map((finding, index) => (finding.failed ? newer[index] : finding))
  }
  return { rows, findings }
}

async function main({ questions, nodes, check, quick, baseline: path, report, tolerance }) {
  installPeers()
  if (nodes[0] !== undefined) installNodes()
  // Read before anything is stored: it may be the very folder.
  const baseline = path && readBaseline(path)
  const say = baseline && !report ? console.error : console.log
  const surroundings = describeEnvironment()
  warnIfBusy()
  const all = []
  for (const node of nodes) {
    for (const question of questions) {
      const { rows, findings } = await measureAndJudge(question, quick, node, (rows) => [
        ...(check ? judge(question, rows, node ?? MAJOR) : []),
        ...(baseline ? compare(baseline, question, rows, tolerance) : []),
      ])
      all.push(...findings)
      say(formatTable(question, rows, node === undefined ? undefined : `${node}`))
      // Made in a quick run too, which shows whether it can be.
      const result = createResult(question, rows, surroundings)
      if (!quick && node === undefined) store(result)
    }
  }
  if (check) say(`\nmarks\n${all.filter(isMark).map(line).join('\n')}`)
  if (baseline) {
    const comparisons = all.filter((finding) => !isMark(finding))
    if (comparisons.length === 0) throw new Error(`${path} has no row in common with this run`)
    publish(formatMarkdown(comparisons, { baseline, environment: surroundings, tolerance }), report)
  }
  return all.some(hasFailed) ? 1 : 0
}

function warnIfBusy() {
  const [load] = loadavg()
  const cores = availableParallelism()
  if (load > cores) console.error(`This machine is busy, load ${load.toFixed(1)} on ${cores} cores: expect noise.`)
}

function hasFailed({ failed }) {
  return failed
}

function isMark({ mark }) {
  return mark !== undefined
}

function line({ question, node, rows, mark, measured, failed }) {
  return `  ${failed ? 'MISSED ' : 'reached'}  Node ${node}, ${question}, ${rows[0]}: ${mark}: ${measured}`
}

function store(result) {
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(new URL(`${result.question}.json`, RESULTS), `${JSON.stringify(result, null, 2)}\n`)
}

function publish(text, file) {
  if (file) writeFileSync(file, text)
  else process.stdout.write(text)
}

let chosen
try {
  chosen = options()
} catch (error) {
  console.error(`${error.message}\n\n${USAGE}`)
  process.exit(2)
}
if (chosen.help) console.log(USAGE)
else {
  try {
    process.exitCode = await main(chosen)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
