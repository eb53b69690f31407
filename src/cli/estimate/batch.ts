import { type CountColumns, countMany, type TextOptions } from 'septet'
import type { Format } from './format'
import type { Written } from './rooms'

/** A row that cannot be counted, and why. Lines count from 0 in the block. */
export interface BadRow {
  line: number
  reason: string
}

/** What a row's new columns hold: encoding, units, segments, cost. */
export type Cells = readonly [encoding: string, units: string, segments: string, cost: string]

/** Some of the messages of a block, ROWS at most, not yet counted. What it holds may be used again for the next. */
export interface Batch {
  /** Line ends in it. */
  readonly lines: number
  readonly rows: number
  readonly bad: BadRow[]
  count(options: TextOptions): CountColumns
  /** Where message `row` stands in the columns: there may be rows between messages that are none. */
  place(row: number): number
  line(row: number): number
  text(row: number): string
  /** The field of phones; undefined where the file has none. */
  phones(row: number): string | undefined
  /**
   * Every row of the batch again, bad ones too, with its cells; what is no UTF-8 in it stays what it is. A row that is left
   * out has no cells. `priced`: whether there are rates, and so a cost.
   */
  write(cellsOf: (row: number) => Cells | undefined, priced: boolean): Written
}

/** A row of a format whose rows are read one by one. */
export interface Row {
  readonly line: number
  readonly text: string
  readonly phones: string | undefined
}

/** What a batch has to say of such rows, which stand one behind the other. */
export function readRows(rows: readonly Row[]): Pick<Batch, 'rows' | 'count' | 'place' | 'line' | 'text' | 'phones'> {
  return {
    rows: rows.length,
    count: (options) =>
      countMany(
        rows.map(({ text }) => text),
        options,
      ),
    place: (row) => row,
    line: (row) => rows[row]!.line,
    text: (row) => rows[row]!.text,
    phones: (row) => rows[row]!.phones,
  }
}

/** What a worker has to know of a file to read its blocks. */
export interface Layout {
  readonly format: Format
  readonly charset: string
  /** Members of NDJSON; undefined: whichever of the usual names a row has. */
  readonly members: { readonly text: string | undefined; readonly phone: string | undefined }
  /** Of CSV and TSV. */
  readonly columns: Columns | undefined
  /** What a last row that has no line end of its own gets. */
  readonly lineEnd: string
  /** Whether the first row of the block is longer than may be, and ends before its time. */
  readonly isCut: boolean
}

/** Of a CSV or TSV file, as its header has them. */
export interface Columns {
  readonly delimiter: string
  readonly width: number
  readonly text: number
  readonly phone: number | undefined
}

/** A field of CSV, in quotes where it needs them. */
export function csvField(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Columns that --output adds. */
export const ADDED = ['encoding', 'units', 'segments', 'cost'] as const

export const NO_CELLS: Cells = ['', '', '', '']
