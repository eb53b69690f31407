import type { TemplateSyntax, TextOptions } from 'septet'
import type { Measure } from '../../text/measures'
import type { WrittenRates } from './count/rates'
import type { Tally } from './count/tally'
import type { Surround } from './input/batch'
import type { Format } from './input/format'

/** What makes the texts from the columns of a file. */
export interface FileTemplate {
  readonly source: string
  readonly syntax: TemplateSyntax
}

/** What `septet estimate` is asked to do. */
export interface Request {
  files: readonly string[]
  format: Format | undefined
  charset: string
  textColumn: string | undefined
  phoneColumn: string | undefined
  /** Whether the first row of CSV names the columns. */
  hasHeader: boolean
  template: FileTemplate | undefined
  surround: Surround | undefined
  /** The country of numbers without +, an ISO 3166-1 code in capitals. */
  country: string | undefined
  rates: WrittenRates | undefined
  correctPhones: boolean
  output: string | undefined
  /** The most octets that a gzip file may unpack to. */
  maxUnpacked: number
  options: TextOptions
  /** The measures whose savings are reported. */
  measures: readonly Measure[]
}

/** A place in a file. Lines count from 1. */
export interface FilePlace {
  file: string
  line: number
}

/** A row that was left out, and why. */
export interface NamedRow extends FilePlace {
  reason: string
}

/** The result for a campaign. */
export interface Estimate {
  tally: Tally
  /** The places of the costliest messages. */
  places: FilePlace[]
  badRows: number
  /** The first of the bad rows. */
  named: NamedRow[]
}
