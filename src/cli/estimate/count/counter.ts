import { countMany, SeptetError, type Survey, type TextOptions } from 'septet'
import { createRateTable } from '../../../pricing/rates'
import type { Measure } from '../../../text/measures'
import type { BadRow, Batch, Cells, FileLayout } from '../input/batch'
import { readCsv } from '../input/csv'
import { readLines } from '../input/lines'
import { readNdjson } from '../input/ndjson'
import { surroundBatch } from '../input/surround'
import { OctetWriter } from '../octet-writer'
import { createCosts } from './costs'
import type { WrittenRates } from './rates'
import { createRecipientFinder, type Recipients } from './recipients'
import { addSavings, openSavings } from './savings'
import { addForeign, addTo, createTally, enterCostly, isCostly, type Tally } from './tally'

/** Settings that all blocks share. */
export interface Settings {
  readonly options: TextOptions
  readonly measures: readonly Measure[]
  readonly rates: WrittenRates | undefined
  /** Whether 8 916 ... becomes 7 916 ... where there is no + before it. */
  readonly correctPhones: boolean
  /** The country of numbers without +. */
  readonly country: string | undefined
}

/** The result of counting a block. */
export interface BlockCount {
  lines: number
  /** The first of its bad rows, up to `NAMED` of them. */
  bad: BadRow[]
  badRows: number
  /** Its rows with the new columns. */
  output: Uint8Array<ArrayBuffer> | undefined
}

/** Counts blocks, and adds up the results. */
export interface Counter {
  /**
   * `room`: memory for the rows of --output, which is then no longer the caller's; undefined if no rows are written.
   */
  count(block: Buffer, number: number, layout: FileLayout, room: Uint8Array<ArrayBuffer> | undefined): BlockCount
  tally(): Tally
}

/** How many bad rows are listed. The others are only counted. */
export const NAMED = 100

/** The most UTF-16 units of a message in the report. */
const SHOWN = 80

const UCS2 = 1

const REPLACEMENT = 0xfffd

/** The recipient of a message where the file has no phone numbers and costs are not asked for. */
const NOBODY_ELSE: Recipients = { number: 1, byPrefix: new Map() }

export function createCounter({ options, measures, rates: written, correctPhones, country }: Settings): Counter {
  const rates = written && createRateTable(written)
  const costs = rates && createCosts(rates)
  const recipientFinder = createRecipientFinder(rates, { corrects: correctPhones, country })
  const tally = createTally()
  /** The segments of nearly all messages. A Map takes more time than everything else that is done with a row. */
  const histogram = new Float64Array(256)
  // A message of one segment cannot be made shorter.
  const asked = { ...options, measures: measures.map(({ options }) => options), severalOnly: true }

  return {
    count(block, number, layout, room) {
      const answer: BlockCount = { lines: 0, bad: [], badRows: 0, output: undefined }
      const writer = room && new OctetWriter(room)
      for (const read of readBatches(block, layout)) {
        const batch = layout.surround ? surroundBatch(read, layout.surround) : read
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
      for (const [segments, messages] of histogram.entries()) {
        if (messages > 0) addTo(tally.histogram, segments, messages)
      }
      histogram.fill(0)
      return tally
    },
  }

  /** Returns the cells that --output adds to each row, if `isWritten`. A row that is left out gets none. */
  function countBatch(batch: Batch, block: number, isWritten: boolean): (Cells | undefined)[] {
    const { recipients, leftOut } = findRecipients(batch)
    const survey = batch.survey(asked, leftOut)
    const savings = openSavings(tally, measures, survey.measures)
    const cells: (Cells | undefined)[] = []
    for (let row = 0; row < batch.rows; row++) {
      if (leftOut !== undefined && leftOut[row] === 1) continue
      const place = batch.place(row)
      const segments = survey.segments[place]!
      if (segments === 0) {
        batch.bad.push({ line: batch.line(row), reason: explainRefusal(batch.text(row), options) })
        continue
      }
      const to = recipients === undefined ? NOBODY_ELSE : recipients[row]!
      const encoding = survey.encodings[place] === UCS2 ? 'UCS-2' : 'GSM-7'
      const units = survey.units[place]!
      addMessage(encoding, units, segments, to)
      if (segments > 1) addSavings(savings, place, segments, to)
      if (isCostly(tally, segments)) {
        const text = detach(batch.text(row).slice(0, SHOWN))
        enterCostly(tally, { segments, units, encoding, block, line: batch.line(row), text })
      }
      if (isWritten) cells[row] = [encoding, `${units}`, `${segments}`, costs ? costs(to, segments) : '']
    }
    for (const [row, text] of batch.strings) if (leftOut?.[row] !== 1) nameSurrogates(text, survey, batch.place(row))
    for (const [codePoint, found] of survey.foreign) addForeign(tally, codePoint, found)
    return cells
  }

  /**
   * Finds the recipients of each message. A row with wrong numbers is left out, and added to the bad rows. Without
   * `recipients` each message goes to one number.
   */
  function findRecipients(batch: Batch): { recipients?: Recipients[]; leftOut?: Uint8Array } {
    if (!rates && !batch.hasPhones) return {}
    const recipients: Recipients[] = []
    const leftOut = new Uint8Array(batch.rows)
    for (let row = 0; row < batch.rows; row++) {
      const found = recipientFinder.find(batch.phones(row))
      if (typeof found !== 'string') recipients[row] = found
      else {
        batch.bad.push({ line: batch.line(row), reason: found })
        leftOut[row] = 1
      }
    }
    return { recipients, leftOut }
  }

  function addMessage(
    encoding: 'GSM-7' | 'UCS-2',
    units: number,
    segments: number,
    { number, byPrefix }: Recipients,
  ): void {
    tally.messages++
    if (units === 0) tally.empty++
    tally.recipients += number
    if (encoding === 'GSM-7') tally.gsm7++
    else tally.ucs2++
    tally.units += units * number
    tally.segments += segments * number
    if (segments < histogram.length) histogram[segments]!++
    else addTo(tally.histogram, segments, 1)
    for (const [prefix, phones] of byPrefix) addTo(tally.byPrefix, prefix, phones * segments)
  }
}

/** Copies a part of a text, so that the whole text can be freed. */
function detach(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le')
}

function readBatches(block: Buffer, layout: FileLayout): Iterable<Batch> {
  const utf8 = layout.charset === 'utf-8' ? block : Buffer.from(new TextDecoder(layout.charset).decode(block))
  if (layout.columns) return readCsv(utf8, layout.columns, layout)
  return layout.format === 'ndjson' ? readNdjson(utf8, layout) : readLines(utf8)
}

/** Says why a message cannot be sent. */
function explainRefusal(text: string, options: TextOptions): string {
  try {
    countMany([text], options)
  } catch (error) {
    if (error instanceof SeptetError) return error.message.replace(/^texts\[0\]: /, '')
    throw error
  }
  throw new Error('a message without segments that can be sent')
}

/** A lone surrogate was counted as U+FFFD, which takes the same space. This lists it under its own code point. */
function nameSurrogates(text: string, { encodings, foreign }: Survey, place: number): void {
  const replaced = foreign.get(REPLACEMENT)
  if (encodings[place] !== UCS2 || replaced === undefined) return
  const alone = new Map<number, number>()
  for (const [character] of text.matchAll(/\p{Surrogate}/gu)) addTo(alone, character.charCodeAt(0), 1)
  for (const [surrogate, occurrences] of alone) {
    replaced.occurrences -= occurrences
    const found = foreign.get(surrogate) ?? { occurrences: 0, messages: 0 }
    foreign.set(surrogate, { occurrences: found.occurrences + occurrences, messages: found.messages + 1 })
  }
  if (!text.includes(String.fromCharCode(REPLACEMENT))) replaced.messages--
  if (replaced.occurrences === 0) foreign.delete(REPLACEMENT)
}
