import type { Survey, SurveyOptions, TextOptions } from 'septet'
import { createRateTable } from '../../../pricing/rates'
import type { Measure } from '../../../text/measures'
import type { BadRow, Batch, Cells, FileLayout } from '../input/batch'
import { readCsv } from '../input/csv'
import { readLines } from '../input/lines'
import { readNdjson } from '../input/ndjson'
import { surroundBatch } from '../input/surround'
import { OctetWriter } from '../octet-writer'
import { nameEncoding } from './columns'
import { type Costs, createCosts } from './costs'
import type { WrittenRates } from './rates'
import { createRecipientFinder, findRecipients, type RecipientFinder, type Recipients } from './recipients'
import { nameSurrogates } from './surrogates'
import type { Tally } from './tally'
import { Totals } from './totals'

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

/** How many bad rows are listed. The others are only counted. */
export const NAMED = 100

/** Counts blocks, and adds up the results. */
export class Counter {
  readonly #asked: SurveyOptions
  readonly #hasRates: boolean
  readonly #costs: Costs | undefined
  readonly #finder: RecipientFinder
  readonly #totals: Totals

  constructor({ options, measures, rates: written, correctPhones, country }: Settings) {
    const rates = written && createRateTable(written)
    // A message of one segment cannot be made shorter.
    this.#asked = { ...options, measures: measures.map(({ options }) => options), severalOnly: true }
    this.#hasRates = rates !== undefined
    this.#costs = rates && createCosts(rates)
    this.#finder = createRecipientFinder(rates, { corrects: correctPhones, country })
    this.#totals = new Totals(options, measures)
  }

  /**
   * Counts a block. `room`: memory for the rows of --output, which is then no longer the caller's; undefined if no rows
   * are written.
   */
  count(block: Buffer, number: number, layout: FileLayout, room: Uint8Array<ArrayBuffer> | undefined): BlockCount {
    const answer: BlockCount = { lines: 0, bad: [], badRows: 0, output: undefined }
    const writer = room && new OctetWriter(room)
    for (const read of readBatches(block, layout)) {
      const batch = layout.surround ? surroundBatch(read, layout.surround) : read
      const cellsOf = this.#countBatch(batch, number)
      answer.lines += batch.lines
      answer.bad.push(...batch.bad.sort((a, b) => a.line - b.line).slice(0, NAMED - answer.bad.length))
      answer.badRows += batch.bad.length
      if (writer) batch.write(cellsOf, this.#hasRates, writer)
    }
    answer.output = writer?.written
    return answer
  }

  /** The result of all blocks. */
  tally(): Tally {
    return this.#totals.finish()
  }

  /** Returns what --output adds to a row. */
  #countBatch(batch: Batch, block: number): (row: number) => Cells | undefined {
    const needsRecipients = this.#hasRates || batch.hasPhones
    const { recipients, leftOut } = needsRecipients ? findRecipients(batch, this.#finder) : {}
    const survey = batch.survey(this.#asked, leftOut)
    this.#totals.enter({ batch, survey, block }, recipients, leftOut)
    for (const [row, text] of batch.strings) if (leftOut?.[row] !== 1) nameSurrogates(text, survey, batch.place(row))
    this.#totals.enterForeign(survey)
    return (row) => this.#createCells(survey, batch.place(row), recipients?.[row])
  }

  /** A row that is left out has no segments, and gets nothing. */
  #createCells(
    { encodings, units, segments }: Survey,
    place: number,
    recipients: Recipients | undefined,
  ): Cells | undefined {
    if (segments[place] === 0) return undefined
    const cost = this.#costs ? this.#costs(recipients!, segments[place]!) : ''
    return [nameEncoding(encodings[place]!), `${units[place]}`, `${segments[place]}`, cost]
  }
}

function readBatches(block: Buffer, layout: FileLayout): Iterable<Batch> {
  const utf8 = layout.charset === 'utf-8' ? block : Buffer.from(new TextDecoder(layout.charset).decode(block))
  if (layout.columns) return readCsv(utf8, layout.columns, layout)
  return layout.format === 'ndjson' ? readNdjson(utf8, layout) : readLines(utf8)
}
