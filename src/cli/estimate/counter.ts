import { type CountColumns, countMany, SeptetError, smartEncode, type TextOptions } from 'septet'
import { type BadRow, type Batch, type Cells, type Layout, NO_CELLS } from './batch'
import { csvOf } from './csv'
import { ForeignCharacters } from './foreign-characters'
import { linesOf } from './lines'
import { ndjsonOf } from './ndjson'
import { phonesOf } from './phones'
import { costOf, prefixOf, type Rates } from './rates'
import { addTo, emptyTally, enterCostly, isCostly, savingOf, type Tally } from './tally'

/** What is the same for every block. */
export interface Settings {
  readonly options: TextOptions
  readonly rates: Rates | undefined
  /** Whether the rows are to be written again. */
  readonly output: boolean
}

/** What a block has come to. */
export interface Answer {
  lines: number
  bad: BadRow[]
  /** Its rows with their new columns. */
  output: string | undefined
}

/** Counts blocks, and gathers what they come to. */
export interface Counter {
  count(block: Buffer, number: number, layout: Layout): Answer
  tally(): Tally
}

/** Whom a message goes to. */
interface Recipients {
  readonly number: number
  /** Prefixes of the rates that apply; empty where there are no rates. */
  readonly prefixes: readonly string[]
}

const ONE: Recipients = { number: 1, prefixes: [] }

/** A message outside GSM-7. */
interface Foreign {
  readonly text: string
  readonly segments: number
  readonly recipients: Recipients
}

/** What may make a message shorter: another text, or another option. */
interface Measure {
  readonly how: string
  /** Undefined where it changes nothing. */
  readonly change: (text: string) => string | undefined
  readonly options?: TextOptions
}

const CYRILLIC = /[\u0400-\u04ff]/
const cyrillic = (text: string) => (CYRILLIC.test(text) ? text : undefined)

const MEASURES: readonly Measure[] = [
  {
    how: 'smart-encoding',
    change(text) {
      const changed = smartEncode(text)
      return changed === text ? undefined : changed
    },
  },
  { how: 'translit', change: cyrillic, options: { transliterate: 'translit' } },
  { how: 'volapuk', change: cyrillic, options: { transliterate: 'volapuk' } },
]

/** Of a message that is shown, so much. */
const SHOWN = 80

const UCS2 = 1

export function counterOf({ options, rates, output }: Settings): Counter {
  const tally = emptyTally()
  const foreign = new ForeignCharacters()

  return {
    count(block, number, layout) {
      const batch = batchOf(block, layout)
      const columns = countAll(batch, options)
      const cells: (Cells | undefined)[] = []
      const foreigners: Foreign[] = []
      for (let row = 0; row < batch.rows; row++) {
        const place = batch.place(row)
        const segments = columns.segments[place]!
        if (segments === 0) continue // refused, and among the bad
        const recipients = recipientsOf(batch.phones(row), rates)
        if (typeof recipients === 'string') {
          batch.bad.push({ line: batch.line(row), reason: recipients })
          continue
        }
        const encoding = columns.encodings[place] === UCS2 ? 'UCS-2' : 'GSM-7'
        const units = columns.units[place]!
        enter(encoding, units, segments, recipients)
        if (encoding === 'UCS-2') {
          const text = batch.text(row)
          foreign.add(text)
          foreigners.push({ text, segments, recipients })
        }
        if (isCostly(tally, segments)) {
          const text = batch.text(row).slice(0, SHOWN)
          enterCostly(tally, { segments, units, encoding, block: number, line: batch.line(row), text })
        }
        if (output) cells[row] = [encoding, `${units}`, `${segments}`, rates ? cost(recipients, segments) : '']
      }
      for (const measure of MEASURES) weigh(measure, foreigners)
      return {
        lines: batch.lines,
        bad: batch.bad.sort((a, b) => a.line - b.line),
        output: output ? batch.write((row) => cells[row] ?? NO_CELLS) : undefined,
      }
    },
    tally() {
      tally.foreign = foreign.tally()
      return tally
    },
  }

  function enter(encoding: 'GSM-7' | 'UCS-2', units: number, segments: number, { number, prefixes }: Recipients): void {
    tally.messages++
    tally.recipients += number
    if (encoding === 'GSM-7') tally.gsm7++
    else tally.ucs2++
    tally.units += units * number
    tally.segments += segments * number
    addTo(tally.histogram, segments, 1)
    for (const prefix of prefixes) addTo(tally.byPrefix, prefix, segments)
  }

  function cost({ prefixes }: Recipients, segments: number): string {
    return costOf(
      rates!,
      prefixes.map((prefix) => [prefix, segments] as const),
    )
  }

  /** What the measure makes of messages outside GSM-7, where that is fewer segments. */
  function weigh({ how, change, options: own }: Measure, messages: readonly Foreign[]): void {
    const saving = savingOf(tally, how)
    const texts: string[] = []
    const changed: Foreign[] = []
    for (const message of messages) {
      const text = change(message.text)
      if (text === undefined) continue
      texts.push(text)
      changed.push(message)
    }
    const { segments } = countMany(texts, { ...options, ...own })
    for (const [at, { segments: before, recipients }] of changed.entries()) {
      const saved = before - segments[at]!
      if (saved <= 0) continue
      saving.messages++
      saving.segments += saved * recipients.number
      for (const prefix of recipients.prefixes) addTo(saving.byPrefix, prefix, saved)
    }
  }
}

function batchOf(block: Buffer, layout: Layout): Batch {
  const utf8 = layout.charset === 'utf-8' ? block : Buffer.from(new TextDecoder(layout.charset).decode(block))
  if (layout.columns) return csvOf(utf8, layout.columns)
  return layout.format === 'ndjson' ? ndjsonOf(utf8, layout) : linesOf(utf8)
}

/** Counts the batch; where a row is refused, row by row, and the refused are bad. */
function countAll(batch: Batch, options: TextOptions): CountColumns {
  try {
    return batch.count(options)
  } catch (error) {
    if (!isRefused(error)) throw error
  }
  const rows = batch.rows === 0 ? 0 : batch.place(batch.rows - 1) + 1
  const columns: CountColumns = {
    encodings: new Uint8Array(rows),
    units: new Uint32Array(rows),
    segments: new Uint32Array(rows),
    totalSegments: 0,
  }
  for (let row = 0; row < batch.rows; row++) {
    try {
      const { encodings, units, segments } = countMany([batch.text(row)], options)
      columns.encodings.set(encodings, batch.place(row))
      columns.units.set(units, batch.place(row))
      columns.segments.set(segments, batch.place(row))
    } catch (error) {
      if (!isRefused(error)) throw error
      batch.bad.push({ line: batch.line(row), reason: error.message.replace(/^texts\[0\]: /, '') })
    }
  }
  return columns
}

function isRefused(error: unknown): error is SeptetError {
  return error instanceof SeptetError && error.code === 'unencodable'
}

/** Whom a row goes to; or what is wrong about that. */
function recipientsOf(field: string | undefined, rates: Rates | undefined): Recipients | string {
  if (field === undefined) {
    if (!rates) return ONE
    return rates.has('') ? { number: 1, prefixes: [''] } : 'no phone number to find a rate by'
  }
  const phones = phonesOf(field)
  if (typeof phones === 'string') return phones
  if (!rates) return { number: phones.length, prefixes: [] }
  const prefixes: string[] = []
  for (const phone of phones) {
    const prefix = prefixOf(rates, phone)
    if (prefix === undefined) return `no rate for ${phone}`
    prefixes.push(prefix)
  }
  return { number: phones.length, prefixes }
}
