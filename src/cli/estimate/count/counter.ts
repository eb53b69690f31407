import { type CountColumns, countMany, SeptetError, segment, type TextOptions } from 'septet'
import { rateTable } from '../../../pricing/rates'
import type { BadRow, Batch, Cells, Layout } from '../input/batch'
import { readCsv } from '../input/csv'
import { readLines } from '../input/lines'
import { readNdjson } from '../input/ndjson'
import { OctetWriter } from '../octet-writer'
import { createCosts } from './costs'
import { ForeignCharacters } from './foreign-characters'
import type { Rates } from './rates'
import { createRecipientFinder, type Recipients } from './recipients'
import { addSavings, type Candidate, lookAt } from './savings'
import { addTo, emptyTally, enterCostly, isCostly, type Tally } from './tally'

/** What is the same for every block. */
export interface Settings {
  readonly options: TextOptions
  readonly rates: Rates | undefined
  /** Whether 8 916 ... is 7 916 ... where no + is before it. */
  readonly correctPhones: boolean
}

/** What a block has come to. */
export interface Answer {
  lines: number
  /** The first of its bad rows, no more than are named. */
  bad: BadRow[]
  badRows: number
  /** Its rows with their new columns. */
  output: Uint8Array<ArrayBuffer> | undefined
}

/** Counts blocks, and gathers what they come to. */
export interface Counter {
  /** `room`: memory for its rows, which is given away; none where they are not to be written. */
  count(block: Buffer, number: number, layout: Layout, room: Uint8Array<ArrayBuffer> | undefined): Answer
  tally(): Tally
}

/** Bad rows that are named; the rest are counted. */
export const NAMED = 100

/** Of a message that is shown, so much. */
const SHOWN = 80

const UCS2 = 1

export function createCounter({ options, rates: written, correctPhones }: Settings): Counter {
  const rates = written && rateTable(written)
  const costs = rates && createCosts(rates)
  const recipientFinder = createRecipientFinder(rates, correctPhones)
  const tally = emptyTally()
  const foreign = new ForeignCharacters()
  const { maxSegments: _, ...whole } = options
  const { languages, replacement, transliterate: scheme, smartEncoding } = options
  const rewrites = scheme !== undefined || smartEncoding !== undefined
  // Under these options a message in GSM-7 may have characters outside its default alphabet.
  const mayHideForeign = [languages, replacement, scheme].some((option) => option !== undefined)

  return {
    count(block, number, layout, room) {
      const answer: Answer = { lines: 0, bad: [], badRows: 0, output: undefined }
      const writer = room && new OctetWriter(room)
      for (const batch of readBatches(block, layout)) {
        const cells = countBatch(batch, number, room !== undefined)
        answer.lines += batch.lines
        answer.bad.push(...batch.bad.sort((a, b) => a.line - b.line).slice(0, NAMED - answer.bad.length))
        answer.badRows += batch.bad.length
        if (writer) batch.write((row) => cells[row], rates !== undefined, writer)
      }
      answer.output = writer?.written
      return answer
    },
    tally() {
      tally.foreign = foreign.tally()
      return tally
    },
  }

  /** Returns what --output adds to each row, where it `isWritten`; nothing to one that is left out. */
  function countBatch(batch: Batch, block: number, isWritten: boolean): (Cells | undefined)[] {
    const columns = countAll(batch, options)
    const cells: (Cells | undefined)[] = []
    const candidates: Candidate[] = []
    for (let row = 0; row < batch.rows; row++) {
      const place = batch.place(row)
      const segments = columns.segments[place]!
      if (segments === 0) continue // refused, and among the bad
      const recipients = recipientFinder.find(batch.phones(row))
      if (typeof recipients === 'string') {
        batch.bad.push({ line: batch.line(row), reason: recipients })
        continue
      }
      const encoding = columns.encodings[place] === UCS2 ? 'UCS-2' : 'GSM-7'
      const units = columns.units[place]!
      enter(encoding, units, segments, recipients)
      if (encoding === 'UCS-2' || (segments > 1 && mayHideForeign)) {
        const text = batch.text(row)
        const look = lookInto(text, encoding)
        // Nothing is shorter than one segment.
        if (segments > 1) candidates.push({ text, segments, recipients, look })
      }
      if (isCostly(tally, segments)) {
        const text = ownOf(batch.text(row).slice(0, SHOWN))
        enterCostly(tally, { segments, units, encoding, block, line: batch.line(row), text })
      }
      if (isWritten) cells[row] = [encoding, `${units}`, `${segments}`, costs ? costs(recipients, segments) : '']
    }
    addSavings(tally, candidates, options)
    return cells
  }

  /** What forced UCS-2 is in the text as it is sent; what a measure may change, in the text as it is written. */
  function lookInto(text: string, encoding: 'GSM-7' | 'UCS-2'): number {
    if (encoding === 'UCS-2') {
      if (!rewrites) return foreign.add(text)
      foreign.add(segment(text, whole).text)
    }
    return lookAt(text)
  }

  function enter(encoding: 'GSM-7' | 'UCS-2', units: number, segments: number, { number, byPrefix }: Recipients): void {
    tally.messages++
    if (units === 0) tally.empty++
    tally.recipients += number
    if (encoding === 'GSM-7') tally.gsm7++
    else tally.ucs2++
    tally.units += units * number
    tally.segments += segments * number
    addTo(tally.histogram, segments, 1)
    for (const [prefix, phones] of byPrefix) addTo(tally.byPrefix, prefix, phones * segments)
  }
}

/** A part of a text that does not keep all of it in memory. */
function ownOf(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le')
}

function readBatches(block: Buffer, layout: Layout): Iterable<Batch> {
  const utf8 = layout.charset === 'utf-8' ? block : Buffer.from(new TextDecoder(layout.charset).decode(block))
  if (layout.columns) return readCsv(utf8, layout.columns, layout)
  return layout.format === 'ndjson' ? readNdjson(utf8, layout) : readLines(utf8)
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
