import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { lineFeeds } from '../../lines'
import { Failure } from '../failure'
import type { Columns } from './batch'
import { csvBorder, dialect, isBlank, type Parsed, placeOf } from './csv'
import { PHONE_COLUMNS, TEXT_COLUMNS } from './format'
import { NOT_UTF8 } from './utf8'

/** The first record of a file, which names its columns; empty lines in front of it are its own. */
export interface Header {
  octets: number
  lines: number
  text: string
  columns: Columns
}

/** Names of columns that are told, where the one that is looked for is not among them. */
const TOLD = 20

/** What is known of a file before it is read. */
export interface Asked {
  charset: string
  tabs: boolean
  /** Columns; undefined: whichever of the usual names there is. */
  text: string | undefined
  phone: string | undefined
}

/**
 * The header at the front of some octets. It is looked for with a character an octet, since what stands behind it may be
 * text in no charset.
 *
 * @throws {Failure} no header, one in another charset, a column that is not there or there twice
 */
export function headerOf(file: string, octets: Buffer, { charset, tabs, text, phone }: Asked): Header {
  const rough = octets.toString('latin1')
  const { delimiter, front } = frontOf(rough, tabs)
  const [first] = parse(rough.slice(front), { ...dialect(delimiter), to: 1 }) as unknown as Parsed[]
  if (!first)
    throw new Failure(`${file}: ${isBlank(rough) ? 'no header' : 'the header has a quote that is not closed'}`)
  const { begin, end } = placeOf(first.raw, rough, front)
  const head = octets.subarray(0, end)
  if (charset === 'utf-8' && !isUtf8(head)) {
    throw new Failure(`${file}: line ${1 + lineFeeds(rough.slice(0, begin))}: the header is ${NOT_UTF8}`)
  }
  const decoder = new TextDecoder(charset, { ignoreBOM: true })
  const names = first.record.map((name) => decoder.decode(Buffer.from(name, 'latin1')).trim())
  return {
    octets: end,
    lines: lineFeeds(rough.slice(0, end)),
    text: decoder.decode(head),
    columns: { delimiter, width: names.length, ...columnsOf(file, names, text, phone) },
  }
}

/** Whether the header ends within the octets, and is followed by something. */
export function hasWholeHeader(octets: Buffer, tabs: boolean): boolean {
  const { delimiter, front } = frontOf(octets.toString('latin1'), tabs)
  return csvBorder(octets.subarray(front), delimiter) > 0
}

/** What stands between fields, and how many characters in front of the header: empty lines, and the `sep=;` of spreadsheets. */
function frontOf(text: string, tabs: boolean): { delimiter: string; front: number } {
  const [front, named] = /^(?:sep=([^"\r\n])\r?\n)?[\r\n]*/i.exec(text)!
  return { delimiter: named ?? (tabs ? '\t' : delimiterOf(text.slice(front.length))), front: front.length }
}

/** Of comma, semicolon and tab the one that the header has most of. */
function delimiterOf(text: string): string {
  const header = /^.*/.exec(text)![0]
  const occurrences = (character: string) => header.split(character).length
  return [',', ';', '\t'].reduce((best, next) => (occurrences(next) > occurrences(best) ? next : best))
}

function columnsOf(
  file: string,
  names: readonly string[],
  text: string | undefined,
  phone: string | undefined,
): Pick<Columns, 'text' | 'phone'> {
  const textColumn = columnOf(file, names, text, TEXT_COLUMNS)
  if (textColumn === undefined) throw missing(file, 'text', names)
  return { text: textColumn, phone: columnOf(file, names, phone, PHONE_COLUMNS) }
}

/** The column of the name that is asked for, or of the first of the usual ones that there is. */
function columnOf(
  file: string,
  names: readonly string[],
  asked: string | undefined,
  usual: readonly string[],
): number | undefined {
  for (const wanted of asked === undefined ? usual : [asked]) {
    const [found, other] = [...names.keys()].filter((at) => names[at]!.toLowerCase() === wanted.toLowerCase())
    if (other !== undefined) {
      const [one, two] = [found!, other].map((at) => `${at + 1} "${names[at]}"`)
      throw new Failure(`${file}: columns ${one} and ${two} have the same name`)
    }
    if (found !== undefined) return found
  }
  if (asked !== undefined) throw missing(file, asked, names)
  return undefined
}

function missing(file: string, name: string, names: readonly string[]): Failure {
  const told = names.slice(0, TOLD).map((other) => `"${other}"`)
  const more = names.length > TOLD ? ` and ${names.length - TOLD} more` : ''
  return new Failure(
    `${file}: no column "${name}"; there are ${told.join(', ')}${more}. See --text-column and --phone-column`,
  )
}
