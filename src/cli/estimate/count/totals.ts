import { countMany, SeptetError, type Survey, type TextOptions } from 'septet'
import { findUcs2End } from '../../../core/ucs2'
import type { Measure } from '../../../text/measures'
import type { Batch } from '../input/batch'
import { addColumns, addSavedColumns, addToHistogram, type Histogram, nameEncoding, UCS2 } from './columns'
import type { Recipients } from './recipients'
import { addSavings, openSavings } from './savings'
import { addForeign, addTo, createTally, enterCostly, isCostly, type Tally } from './tally'

/** A batch after its survey, and the number of its block. */
export interface Surveyed {
  readonly batch: Batch
  readonly survey: Survey
  readonly block: number
}

/** The most UTF-16 units of a message in the report. A surrogate pair is not cut. */
const SHOWN = 80

/** Adds up the messages of batches, and names those that cannot be sent. */
export class Totals {
  readonly #tally = createTally()
  readonly #histogram: Histogram = new Float64Array(256)
  readonly #options: TextOptions
  readonly #measures: readonly Measure[]

  constructor(options: TextOptions, measures: readonly Measure[]) {
    this.#options = options
    this.#measures = measures
  }

  /** Enters all messages of a batch. `recipients`: see `findRecipients`. */
  enter(surveyed: Surveyed, recipients: readonly Recipients[] | undefined, leftOut: Uint8Array | undefined): void {
    if (recipients === undefined) this.#enterAll(surveyed)
    else this.#enterEach(surveyed, recipients, leftOut)
  }

  /** Enters the characters outside GSM-7. */
  enterForeign({ foreign }: Survey): void {
    for (const [codePoint, found] of foreign) addForeign(this.#tally, codePoint, found)
  }

  /** The sums of all messages that were entered. */
  finish(): Tally {
    for (const [segments, messages] of this.#histogram.entries()) {
      if (messages > 0) addTo(this.#tally.histogram, segments, messages)
    }
    this.#histogram.fill(0)
    return this.#tally
  }

  /** Enters messages that go to one number each, without a price. */
  #enterAll(surveyed: Surveyed): void {
    const { batch, survey } = surveyed
    const { messages, longest } = addColumns(this.#tally, this.#histogram, survey)
    const savings = openSavings(this.#tally, this.#measures, survey.measures)
    if (longest > 1) addSavedColumns(savings, survey.segments)
    const isShown = isCostly(this.#tally, longest)
    if (!isShown && messages === batch.rows) return
    for (let row = 0; row < batch.rows; row++) {
      if (survey.segments[batch.place(row)] === 0) this.#refuse(batch, row)
      else if (isShown) this.#enterIfCostly(surveyed, row)
    }
  }

  #enterEach(surveyed: Surveyed, recipients: readonly Recipients[], leftOut: Uint8Array | undefined): void {
    const { batch, survey } = surveyed
    const savings = openSavings(this.#tally, this.#measures, survey.measures)
    for (let row = 0; row < batch.rows; row++) {
      if (leftOut !== undefined && leftOut[row] === 1) continue
      const place = batch.place(row)
      const segments = survey.segments[place]!
      if (segments === 0) {
        this.#refuse(batch, row)
        continue
      }
      const to = recipients[row]!
      this.#addMessage(survey.encodings[place] === UCS2, survey.units[place]!, segments, to)
      if (segments > 1) addSavings(savings, place, segments, to)
      this.#enterIfCostly(surveyed, row)
    }
  }

  #addMessage(isUcs2: boolean, units: number, segments: number, { number, byPrefix }: Recipients): void {
    const tally = this.#tally
    tally.messages++
    if (units === 0) tally.empty++
    tally.recipients += number
    if (isUcs2) tally.ucs2++
    else tally.gsm7++
    tally.units += units * number
    tally.segments += segments * number
    addToHistogram(tally, this.#histogram, segments)
    if (byPrefix.size > 0) for (const [prefix, phones] of byPrefix) addTo(tally.byPrefix, prefix, phones * segments)
  }

  #enterIfCostly({ batch, survey, block }: Surveyed, row: number): void {
    const place = batch.place(row)
    const segments = survey.segments[place]!
    if (!isCostly(this.#tally, segments)) return
    const whole = batch.text(row)
    const text = detach(whole.slice(0, findUcs2End(whole, 0, SHOWN)))
    const encoding = nameEncoding(survey.encodings[place]!)
    enterCostly(this.#tally, { segments, units: survey.units[place]!, encoding, block, line: batch.line(row), text })
  }

  #refuse(batch: Batch, row: number): void {
    batch.bad.push({ line: batch.line(row), reason: explainRefusal(batch.text(row), this.#options) })
  }
}

/** Copies a part of a text, so that the whole text can be freed. */
function detach(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le')
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
