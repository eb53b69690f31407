import { Failure } from '../../failure'
import type { OctetWriter } from '../octet-writer'
import { type Cells, type Columns, NO_CELLS } from './batch'
import { FAULT } from './csv-scanner'
import { AFTERS, BEGINS, ENDS, FAULTS, MESSAGES } from './rows'

/**
 * The most delimiters that may be added to the torn rows of a block, for each octet of it. A torn row of two octets,
 * filled up to 500,000 columns, would make --output 250,000 times as long.
 */
const MOST_FILLING = 8

/** The octets of the block that the rows of a batch have, with the empty lines around them. */
interface Stretch {
  readonly begin: number
  readonly end: number
  readonly rows: number
}

/** Writes the rows of a block again, with the cells of --output. */
export class CsvWriter {
  readonly #block: Buffer
  readonly #delimiter: string
  /** The empty fields that a row needs after one field. */
  readonly #filling: number
  readonly #lineEnd: string
  /** How many more delimiters torn rows may get. */
  #mostFilling: number

  constructor(block: Buffer, { delimiter, width }: Columns, lineEnd: string) {
    this.#block = block
    this.#delimiter = delimiter
    this.#filling = width - 1
    this.#lineEnd = lineEnd
    this.#mostFilling = MOST_FILLING * block.length
  }

  /**
   * Writes the rows that are in the columns of the batch.
   *
   * @throws {Failure} torn rows would become too long
   */
  write({ begin, end, rows }: Stretch, cellsOf: (message: number) => Cells | undefined, writer: OctetWriter): void {
    let from = begin
    for (let row = 0; row < rows; row++) {
      const message = MESSAGES[row]!
      this.#writeRow(row, from, (message < 0 ? undefined : cellsOf(message)) ?? NO_CELLS, writer)
      from = AFTERS[row]!
    }
    writer.copy(this.#block, from, end)
  }

  /** Writes a row, with its cells before its line end. `from`: where the empty lines before it start. */
  #writeRow(row: number, from: number, cells: Cells, writer: OctetWriter): void {
    const block = this.#block
    const end = ENDS[row]!
    if (FAULTS[row] === FAULT.none) writer.copy(block, from, end)
    else {
      writer.copy(block, from, BEGINS[row]!)
      this.#writeTorn(BEGINS[row]!, end, writer)
    }
    for (const cell of cells) {
      writer.ascii(this.#delimiter)
      writer.ascii(cell)
    }
    if (AFTERS[row] === end) writer.ascii(this.#lineEnd)
    else writer.copy(block, end, AFTERS[row]!)
  }

  /**
   * Writes a row as one quoted field, filled up with empty fields. Unchanged, it would make other parsers read the rows
   * after it wrongly.
   */
  #writeTorn(begin: number, end: number, writer: OctetWriter): void {
    this.#mostFilling -= this.#filling
    if (this.#mostFilling < 0) {
      throw new Failure(
        `--output would be many times as long as the file: rows with torn quotes are filled up to ${this.#filling + 1} columns`,
      )
    }
    writer.ascii('"')
    writer.copyDoubling(this.#block, begin, end)
    writer.ascii(`"${this.#delimiter.repeat(this.#filling)}`)
  }
}
