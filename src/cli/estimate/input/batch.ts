import type { Survey, SurveyOptions, TemplateSyntax } from 'septet'
import type { OctetWriter } from '../octet-writer'
import type { Format } from './format'

/**
 * The most rows of a batch. Places of rows are columns. Columns for a whole block of the shortest rows took most of the
 * memory: 221 MB for a CSV of 6 octets a row, against 136 MB with this number, which also took less time (Node 20, two
 * workers). Columns are array buffers. V8 frees none of them before a thread has 32 MB, unless objects on its heap
 * start a collection.
 */
export const ROWS = 1024

/** A row that cannot be counted, and why. `line` counts from 0 in the block. */
export interface BadRow {
  line: number
  reason: string
}

/** The new columns of a row: encoding, units, segments, cost. */
export type Cells = readonly [encoding: string, units: string, segments: string, cost: string]

/** At most ROWS messages of a block, not yet counted. The next batch uses the same memory. */
export interface Batch {
  /** The number of line ends in the batch. */
  readonly lines: number
  readonly rows: number
  readonly bad: BadRow[]
  /** Surveys the messages. `leftOut`: 1 for each message that is not counted; undefined if all are counted. */
  survey(options: SurveyOptions, leftOut: Uint8Array | undefined): Survey
  /** The few messages with lone surrogates, which UTF-8 cannot carry. */
  readonly strings: ReadonlyMap<number, string>
  /** The place of message `row` in the columns. Between messages there may be rows that are not messages. */
  place(row: number): number
  line(row: number): number
  text(row: number): string
  /** Whether rows have a field with phone numbers. */
  readonly hasPhones: boolean
  /** The field with phone numbers; undefined if a row has none. */
  phones(row: number): string | undefined
  /**
   * Writes every row of the batch again with its cells, bad rows too. Octets that are not UTF-8 stay. A row that is
   * left out gets empty cells. `priced`: whether there are rates, and so a cost.
   */
  write(cellsOf: (row: number) => Cells | undefined, priced: boolean, writer: OctetWriter): void
}

/** Texts that come before and after each message's own text. */
export interface Surround {
  readonly before: string
  readonly after: string
}

/** What a worker needs to know about a file to read its blocks. */
export interface FileLayout {
  readonly format: Format
  readonly charset: string
  /** The members of NDJSON with text and phone; undefined: a row may use any of the usual names. */
  readonly members: { readonly text: string | undefined; readonly phone: string | undefined }
  /** The columns of CSV and TSV. */
  readonly columns: Columns | undefined
  /** The line end for a last row that has none. */
  readonly lineEnd: string
  /** Whether the first row of the block was too long and was cut. */
  readonly isCut: boolean
  /** The texts before and after each message. */
  readonly surround: Surround | undefined
}

/** The columns of a CSV or TSV file, from its header. */
export interface Columns {
  readonly delimiter: string
  readonly width: number
  readonly text: number
  readonly phone: number | undefined
  /** The template that makes the texts, and the columns of its fields. Then there is no column of texts. */
  readonly template: Filling | undefined
}

/** A template, and the column of each field. */
export interface Filling {
  readonly source: string
  readonly syntax: TemplateSyntax
  readonly fields: readonly (readonly [name: string, column: number])[]
}

/** The columns that --output adds. */
export const ADDED = ['encoding', 'units', 'segments', 'cost'] as const

export const NO_CELLS: Cells = ['', '', '', '']
