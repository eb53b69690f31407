import type { TemplateSyntax, TextOptions } from 'septet'
import type { Measure } from '../../text/measures'
import type { Rates } from './count/rates'
import type { Tally } from './count/tally'
import type { Surround } from './input/batch'
import type { Format } from './input/format'

/** What texts are made by, from the columns of a file. */
export interface Template {
  readonly source: string
  readonly syntax: TemplateSyntax
}

/** What is asked for. */
export interface Request {
  files: readonly string[]
  format: Format | undefined
  charset: string
  textColumn: string | undefined
  phoneColumn: string | undefined
  /** Whether the first row of CSV names the columns. */
  hasHeader: boolean
  template: Template | undefined
  surround: Surround | undefined
  /** Of numbers without +: a country as ISO 3166-1 has it, in capitals. */
  country: string | undefined
  rates: Rates | undefined
  correctPhones: boolean
  output: string | undefined
  /** Octets that a gzip file may unpack to. */
  maxUnpacked: number
  options: TextOptions
  /** Whose savings are reported. */
  measures: readonly Measure[]
}

/** Where something is. Lines count from 1. */
export interface Place {
  file: string
  line: number
}

/** What a campaign comes to. */
export interface Estimate {
  tally: Tally
  /** Of each of the costliest messages, its place. */
  places: Place[]
  badRows: number
  /** The first of them. */
  named: (Place & { reason: string })[]
}
