import { countMany, SeptetError, type Survey, type TextOptions } from 'septet'
import { createRateTable } from '../../../pricing/rates'
import type { Measure } from '../../../text/measures'
import type { BadRow, Batch, Cells, FileLayout } from '../input/batch'
import { readCsv } from '../input/csv'
import { readLines } from '../input/lines'
import { readNdjson } from '../input/ndjson'
import { surroundBatch } from '../input/surround'
import { OctetWriter } from '../octet-writer'
import { addColumns, addSavedColumns, addToHistogram, type Histogram } from './columns'
import { createCosts } from './costs'
import type { WrittenRates } from './rates'
import { createRecipientFinder, NOBODY_ELSE, type Recipients } from './recipients'
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

export function createCounter({ options, measures, rates: written, correctPhones, country }: Settings): Counter {
  const rates = written && createRateTable(written)
  const costs = rates && createCosts(rates)
  const recipientFinder = createRecipientFinder(rates, { corrects: correctPhones, country })
  const tally = createTally()
  const histogram: Histogram = new Float64Array(256)
  // A message of one segment cannot be made shorter.
  const asked = { ...options, measures: measures.map(({ options }) => options), severalOnly: true }

  return {
    count(block, number, layout, room) {
      const answer: BlockCount = { lines: 0, bad: [], badRows: 0, output: undefined }
      const writer = room && new OctetWriter(room)
      for (const read of readBatches(block, layout)) {
        const batch = layout.surround ? surroundBatch(read, layout.surround) : read
        const cellsOf = countBatch(batch, number)
        answer.lines += batch.lines
        answer.bad.push(...batch.bad.sort((a, b) => a.line - b.line).slice(0, NAMED - answer.bad.length))
        answer.badRows += batch.bad.length
        if (writer) batch.write(cellsOf, rates !== undefined, writer)
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

  /** Returns what --output adds to a row. A row that is left out gets nothing. */
  function countBatch(batch: Batch, block: number): (row: number) => Cells | undefined {
    const { recipients, leftOut } = findRecipients(batch)
    const survey = batch.survey(asked, leftOut)
    if (recipients === undefined) enterAll(batch, survey, block)
    else enterEach(batch, survey, block, recipients, leftOut)
    for (const [row, text] of batch.strings) if (leftOut?.[row] !== 1) nameSurrogates(text, survey, batch.place(row))
    for (const [codePoint, found] of survey.foreign) addForeign(tally, codePoint, found)
    const { encodings, units, segments } = survey
    return (row) => {
      const place = batch.place(row)
      // A row that is left out has none.
      if (segments[place] === 0) return undefined
      const cost = costs ? costs(recipients![row]!, segments[place]!) : ''
      return [encodings[place] === UCS2 ? 'UCS-2' : 'GSM-7', `${units[place]}`, `${segments[place]}`, cost]
    }
  }

  /** Enters messages that go to one number each, without a price. */
  function enterAll(batch: Batch, survey: Survey, block: number): void {
    const { messages, longest } = addColumns(tally, histogram, survey)
    const savings = openSavings(tally, measures, survey.measures)
    if (longest > 1) addSavedColumns(savings, survey.segments)
    const isShown = isCostly(tally, longest)
    if (!isShown && messages === batch.rows) return
    for (let row = 0; row < batch.rows; row++) {
      if (survey.segments[batch.place(row)] === 0) refuse(batch, row)
      else if (isShown) enterIfCostly(batch, row, survey, block)
    }
  }

  function enterEach(
    batch: Batch,
    survey: Survey,
    block: number,
    recipients: readonly Recipients[],
    leftOut: Uint8Array | undefined,
  ): void {
    const savings = openSavings(tally, measures, survey.measures)
    for (let row = 0; row < batch.rows; row++) {
      if (leftOut !== undefined && leftOut[row] === 1) continue
      const place = batch.place(row)
      const segments = survey.segments[place]!
      if (segments === 0) {
        refuse(batch, row)
        continue
      }
      const to = recipients[row]!
      addMessage(survey.encodings[place] === UCS2, survey.units[place]!, segments, to)
      if (segments > 1) addSavings(savings, place, segments, to)
      enterIfCostly(batch, row, survey, block)
    }
  }

  function refuse(batch: Batch, row: number): void {
    batch.bad.push({ line: batch.line(row), reason: explainRefusal(batch.text(row), options) })
  }

  function enterIfCostly(batch: Batch, row: number, survey: Survey, block: number): void {
    const place = batch.place(row)
    const segments = survey.segments[place]!
    if (!isCostly(tally, segments)) return
    const text = detach(batch.text(row).slice(0, SHOWN))
    const encoding = survey.encodings[place] === UCS2 ? 'UCS-2' : 'GSM-7'
    enterCostly(tally, { segments, units: survey.units[place]!, encoding, block, line: batch.line(row), text })
  }

  /**
   * Finds the recipients of each message. A row with wrong numbers is left out, and added to the bad rows. Without
   * `recipients` each message goes to one number, and has no price.
   */
  function findRecipients(batch: Batch): { recipients?: Recipients[]; leftOut?: Uint8Array } {
    if (!rates && !batch.hasPhones) return {}
    const recipients: Recipients[] = []
    const leftOut = new Uint8Array(batch.rows)
    let areAlone = true
    for (let row = 0; row < batch.rows; row++) {
      const found = recipientFinder.find(batch.phones(row))
      if (found !== NOBODY_ELSE) areAlone = false
      if (typeof found !== 'string') recipients[row] = found
      else {
        batch.bad.push({ line: batch.line(row), reason: found })
        leftOut[row] = 1
      }
    }
    return areAlone ? {} : { recipients, leftOut }
  }

  function addMessage(isUcs2: boolean, units: number, segments: number, { number, byPrefix }: Recipients): void {
    tally.messages++
    if (units === 0) tally.empty++
    tally.recipients += number
    if (isUcs2) tally.ucs2++
    else tally.gsm7++
    tally.units += units * number
    tally.segments += segments * number
    addToHistogram(tally, histogram, segments)
    if (byPrefix.size > 0) for (const [prefix, phones] of byPrefix) addTo(tally.byPrefix, prefix, phones * segments)
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
