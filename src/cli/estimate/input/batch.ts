import type { Survey, SurveyOptions, TemplateSyntax } from 'septet'
import type { OctetWriter } from '../octet-writer'
import type { Format } from './format'

/**
 * The most rows of a batch. Their places are columns: those of a whole block of the shortest took more memory than all else,
 * 221 MB for a CSV of 6 octets a row against 136 with these, in less time (Node 20, two workers). Columns are array buffers,
 * of which V8 frees none before a thread has 32 MB of them, unless objects of its heap make it look.
 */
export const ROWS = 1024

/** A row that cannot be counted, and why. Lines count from 0 in the block. */
export interface BadRow {
  line: number
  reason: string
}

/** What a row's new columns hold: encoding, units, segments, cost. */
export type Cells = readonly [encoding: string, units: string, segments: string, cost: string]

/** Some of the messages of a block, ROWS at most, not yet counted. What it holds is used again for the next. */
export interface Batch {
  /** Line ends in it. */
  readonly lines: number
  readonly rows: number
  readonly bad: BadRow[]
  /** Surveys the messages. `leftOut`: for each, 1 where it is not to be counted; undefined where all are. */
  survey(options: SurveyOptions, leftOut: Uint8Array | undefined): Survey
  /** Messages that UTF-8 cannot carry as they are, since they have lone surrogates; few have. */
  readonly strings: ReadonlyMap<number, string>
  /** Where message `row` is in the columns: there may be rows between messages that are none. */
  place(row: number): number
  line(row: number): number
  text(row: number): string
  /** Whether rows have a field of phones. */
  readonly hasPhones: boolean
  /** The field of phones; undefined where a row has none. */
  phones(row: number): string | undefined
  /**
   * Writes every row of the batch again, bad ones too, with its cells; what is no UTF-8 in it stays what it is. A row that is
   * left out has no cells. `priced`: whether there are rates, and so a cost.
   */
  write(cellsOf: (row: number) => Cells | undefined, priced: boolean, writer: OctetWriter): void
}

/** Texts before and after each message's own. */
export interface Surround {
  readonly before: string
  readonly after: string
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
  /** What each message has before and after it. */
  readonly surround: Surround | undefined
}

/** Of a CSV or TSV file, as its header has them. */
export interface Columns {
  readonly delimiter: string
  readonly width: number
  readonly text: number
  readonly phone: number | undefined
  /** A template that the texts are made by, and where each of its fields is; there is no column of texts then. */
  readonly template: Filling | undefined
}

/** A template, and the column of each field. */
export interface Filling {
  readonly source: string
  readonly syntax: TemplateSyntax
  readonly fields: readonly (readonly [name: string, column: number])[]
}

/** Columns that --output adds. */
export const ADDED = ['encoding', 'units', 'segments', 'cost'] as const

export const NO_CELLS: Cells = ['', '', '', '']
