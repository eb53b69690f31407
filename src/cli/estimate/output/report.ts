import type { RateTable } from '../../../pricing/rates'
import { formatCodePoint, pluralize } from '../../../words'
import type { Screen } from '../../screen/screen'
import { showInvisible } from '../../screen/visible'
import { sumCosts } from '../count/rates'
import type { Estimate } from '../request'

/** How many characters the table shows. */
const CHARACTERS = 10

/** How many characters --json lists. */
const LISTED = 1000

/** Creates the object that --json prints. */
export function createReport({ tally, places, badRows, named }: Estimate, rates: RateTable | undefined): object {
  const { messages, empty, recipients, gsm7, ucs2, units, segments, histogram, byPrefix, savings, costliest } = tally
  const sorted = [...histogram].sort(([a], [b]) => a - b)
  return {
    messages,
    emptyMessages: empty,
    recipients,
    encodings: { 'GSM-7': gsm7, 'UCS-2': ucs2 },
    units,
    segments,
    ...(rates && { cost: sumCosts(rates, byPrefix) }),
    histogram: sorted.map(([segments, messages]) => ({ segments, messages })),
    costliest: costliest.map(({ segments, units, encoding, text }, index) => ({
      ...places[index],
      encoding,
      units,
      segments,
      text,
    })),
    characters: listCharacters({ tally }).slice(0, LISTED),
    savings: [...savings].map(([how, { messages, segments, byPrefix }]) => ({
      how,
      messages,
      segments,
      ...(rates && { cost: sumCosts(rates, byPrefix) }),
    })),
    badRows,
    named,
  }
}

function listCharacters({ tally }: Pick<Estimate, 'tally'>) {
  return [...tally.foreign]
    .map(([codePoint, { messages, occurrences }]) => ({
      codePoint,
      character: String.fromCodePoint(codePoint),
      messages,
      occurrences,
    }))
    .sort((a, b) => b.messages - a.messages || b.occurrences - a.occurrences || a.codePoint - b.codePoint)
}

/** Writes the same report for people. */
export function formatReport(estimate: Estimate, rates: RateTable | undefined, { colors }: Screen): string {
  const { tally, places } = estimate
  const { messages, empty, recipients, gsm7, ucs2, segments, histogram, byPrefix, savings, costliest } = tally
  const { bold, dim } = colors
  const formatShare = (part: number) => (messages === 0 ? '' : `${((100 * part) / messages).toFixed(1)} %`)
  const characters = listCharacters(estimate)
  const total = rates
    ? `${pluralize(segments, 'segment')}, cost ${sumCosts(rates, byPrefix)}`
    : pluralize(segments, 'segment')
  const sections: [title: string, rows: string[][]][] = [
    [
      'Messages',
      [
        ['messages', `${messages}`, ''],
        ...(empty > 0 ? [['without a text', `${empty}`, formatShare(empty)]] : []),
        ['recipients', `${recipients}`, ''],
        ['GSM-7', `${gsm7}`, formatShare(gsm7)],
        ['UCS-2', `${ucs2}`, formatShare(ucs2)],
      ],
    ],
    [
      'Segments a message',
      [...histogram]
        .sort(([a], [b]) => a - b)
        .map(([segments, messages]) => [`${segments}`, `${messages}`, formatShare(messages)]),
    ],
    [
      'Costliest messages',
      costliest.map(({ segments, encoding, text }, index) => {
        const { file, line } = places[index]!
        return [showInvisible(`${file}:${line}`), pluralize(segments, 'segment'), encoding, showInvisible(text)]
      }),
    ],
    [
      'Characters outside GSM-7',
      characters
        .slice(0, CHARACTERS)
        .map(({ codePoint, character, messages, occurrences }) => [
          `${showInvisible(character)} (${formatCodePoint(codePoint)})`,
          `in ${pluralize(messages, 'message')}`,
          pluralize(occurrences, 'time'),
        ])
        .concat(characters.length > CHARACTERS ? [[`and ${characters.length - CHARACTERS} more`]] : []),
    ],
    [
      'Would save',
      [...savings].map(([how, { messages, segments, byPrefix }]) => [
        how,
        pluralize(segments, 'segment'),
        `in ${pluralize(messages, 'message')}`,
        ...(rates ? [sumCosts(rates, byPrefix)] : []),
      ]),
    ],
  ]
  const shown = sections
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${dim(title)}\n${alignColumns(rows)}`)
  return `${bold(total)}\n\n${shown.join('\n')}`
}

/** Aligns the columns of a table. Numbers are on the right. */
function alignColumns(rows: readonly string[][]): string {
  const widths: number[] = []
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  const alignCell = (text: string, at: number) =>
    /^\d/.test(text) && at > 0 ? text.padStart(widths[at]!) : text.padEnd(widths[at]!)
  return rows.map((row) => `  ${row.map(alignCell).join('  ').trimEnd()}\n`).join('')
}
