import type { RateTable } from '../../../pricing/rates'
import { formatCodePoint, pluralize } from '../../../words'
import type { Screen } from '../../screen/screen'
import { showInvisible } from '../../screen/visible'
import { sumCosts } from '../count/rates'
import type { Tally } from '../count/tally'
import type { Estimate } from '../request'
import { listCharacters, sortHistogram } from './report'

/** How many characters are shown. */
const CHARACTERS = 10

type Rows = readonly (readonly string[])[]

/** Writes the report for people. */
export function formatReport(estimate: Estimate, rates: RateTable | undefined, { colors }: Screen): string {
  const { bold, dim } = colors
  const { tally } = estimate
  const segments = pluralize(tally.segments, 'segment')
  const total = rates ? `${segments}, cost ${sumCosts(rates, tally.byPrefix)}` : segments
  const sections: [title: string, rows: Rows][] = [
    ['Messages', listMessages(tally)],
    ['Segments a message', listHistogram(tally)],
    ['Costliest messages', listCostliest(estimate)],
    ['Characters outside GSM-7', listForeign(tally)],
    ['Would save', listSavings(tally, rates)],
  ]
  const shown = sections
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${dim(title)}\n${alignColumns(rows)}`)
  return `${bold(total)}\n\n${shown.join('\n')}`
}

function listMessages({ messages, empty, recipients, gsm7, ucs2 }: Tally): Rows {
  return [
    ['messages', `${messages}`, ''],
    ...(empty > 0 ? [['without a text', `${empty}`, formatShare(empty, messages)]] : []),
    ['recipients', `${recipients}`, ''],
    ['GSM-7', `${gsm7}`, formatShare(gsm7, messages)],
    ['UCS-2', `${ucs2}`, formatShare(ucs2, messages)],
  ]
}

function listHistogram(tally: Tally): Rows {
  return sortHistogram(tally).map(([segments, messages]) => [
    `${segments}`,
    `${messages}`,
    formatShare(messages, tally.messages),
  ])
}

function listCostliest({ tally, places }: Estimate): Rows {
  return tally.costliest.map(({ segments, encoding, text }, index) => {
    const { file, line } = places[index]!
    return [showInvisible(`${file}:${line}`), pluralize(segments, 'segment'), encoding, showInvisible(text)]
  })
}

function listForeign(tally: Tally): Rows {
  const characters = listCharacters(tally)
  const more = characters.length - CHARACTERS
  const rows = characters
    .slice(0, CHARACTERS)
    .map(({ codePoint, character, messages, occurrences }) => [
      `${showInvisible(character)} (${formatCodePoint(codePoint)})`,
      `in ${pluralize(messages, 'message')}`,
      pluralize(occurrences, 'time'),
    ])
  return more > 0 ? [...rows, [`and ${more} more`]] : rows
}

function listSavings({ savings }: Tally, rates: RateTable | undefined): Rows {
  return [...savings].map(([how, { messages, segments, byPrefix }]) => [
    how,
    pluralize(segments, 'segment'),
    `in ${pluralize(messages, 'message')}`,
    ...(rates ? [sumCosts(rates, byPrefix)] : []),
  ])
}

function formatShare(part: number, all: number): string {
  return all === 0 ? '' : `${((100 * part) / all).toFixed(1)} %`
}

/** Aligns the columns of a table. Numbers are on the right. */
function alignColumns(rows: Rows): string {
  const widths: number[] = []
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  const alignCell = (text: string, at: number) =>
    /^\d/.test(text) && at > 0 ? text.padStart(widths[at]!) : text.padEnd(widths[at]!)
  return rows.map((row) => `  ${row.map(alignCell).join('  ').trimEnd()}\n`).join('')
}
