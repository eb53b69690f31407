import { isUtf8 } from 'node:buffer'
import { templateFields } from 'septet'
import { Failure } from '../../failure'
import type { FileTemplate } from '../request'
import type { Columns } from './batch'
import { CsvScanner, FAULT, WRITTEN } from './csv-scanner'
import { PHONE_COLUMNS, TEXT_COLUMNS } from './format'
import { describeNotUtf8 } from './utf8'

/** The first row of a file, which names its columns. Empty lines before it belong to it. */
export interface CsvHeader {
  /** The octets before its line end, and with it. */
  end: number
  octets: number
  lines: number
  columns: Columns
}

/** How many column names an error lists, and how many characters of each. */
const TOLD = 20
const TOLD_CHARACTERS = 40

/** What is known about a file before it is read. */
export interface AskedColumns {
  charset: string
  tabs: boolean
  /** The names of columns; undefined: any of the usual names. */
  text: string | undefined
  phone: string | undefined
  /** What makes the texts, instead of a column of texts. */
  template: FileTemplate | undefined
  /** Whether the first row names the columns. Otherwise their names are their numbers, from 1. */
  hasHeader: boolean
}

/**
 * Reads the header at the start of some octets.
 *
 * @returns undefined if the header may continue after them
 * @throws {Failure} no header, a header in another charset, a column that is missing or there twice
 */
export function readCsvHeader(
  file: string,
  octets: Buffer,
  isAll: boolean,
  asked: AskedColumns,
): CsvHeader | undefined {
  const { charset, tabs, hasHeader } = asked
  const { delimiter, front, lines } = readFront(octets, tabs)
  const scanner = new CsvScanner(octets, delimiter.charCodeAt(0), [], front)
  const isThere = scanner.next()
  if (!isAll && (!isThere || scanner.isOpen)) return undefined
  if (!isThere) {
    if (!hasHeader)
      return {
        end: front,
        octets: front,
        lines,
        columns: { delimiter, width: 0, text: 0, phone: undefined, template: undefined },
      }
    throw new Failure(`${file}: no header`)
  }
  if (!hasHeader) {
    const numbers = Array.from({ length: scanner.fields }, (_, index) => `${index + 1}`)
    const columns = { delimiter, width: numbers.length, ...findColumns(file, numbers, asked) }
    return { end: front, octets: front, lines, columns }
  }
  const line = 1 + lines + scanner.line
  if (scanner.fault === FAULT.unclosed) throw new Failure(`${file}: the header has a quote that is not closed`)
  if (scanner.fault === FAULT.goesOn) {
    throw new Failure(`${file}: line ${line}: the header has a field that goes on after its closing quote`)
  }
  const { begin, end, after, fields, lineAfter } = scanner
  if (charset === 'utf-8' && !isUtf8(octets.subarray(begin, end))) {
    throw new Failure(`${file}: line ${line}: the header is ${describeNotUtf8(octets)}`)
  }
  const names = readNames(octets.subarray(begin, end), delimiter, fields, new TextDecoder(charset, { ignoreBOM: true }))
  const columns = { delimiter, width: names.length, ...findColumns(file, names, asked) }
  return { end, octets: after, lines: lines + lineAfter, columns }
}

/** The octet between fields, and what comes before the header: the `sep=;` of spreadsheets with its line end. */
function readFront(octets: Buffer, tabs: boolean): { delimiter: string; front: number; lines: number } {
  const named = /^sep=([^"\r\n\x80-\xff])\r?\n/i.exec(octets.toString('latin1', 0, 8))
  if (named) return { delimiter: named[1]!, front: named[0].length, lines: 1 }
  return { delimiter: tabs ? '\t' : guessDelimiter(octets), front: 0, lines: 0 }
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Guesses the delimiter: comma, semicolon or tab, the most frequent in the first line that is not empty. */
function guessDelimiter(octets: Buffer): string {
  let begin = 0
  while (octets[begin] === LINE_FEED || octets[begin] === CARRIAGE_RETURN) begin++
  const feed = octets.indexOf(LINE_FEED, begin)
  const occurrences = new Uint32Array(256)
  for (let at = begin; at < (feed < 0 ? octets.length : feed); at++) occurrences[octets[at]!]!++
  const number = (delimiter: string) => occurrences[delimiter.charCodeAt(0)]!
  return [',', ';', '\t'].reduce((best, next) => (number(next) > number(best) ? next : best))
}

/** Reads all fields of a row. */
function readNames(row: Buffer, delimiter: string, fields: number, decoder: TextDecoder): string[] {
  const scanner = new CsvScanner(row, delimiter.charCodeAt(0), [...Array(fields).keys()])
  scanner.next()
  return scanner.places.map(({ begin, end, written }) => {
    const name = decoder.decode(row.subarray(begin, end))
    return (written === WRITTEN.doubled ? name.replaceAll('""', '"') : name).trim()
  })
}

function findColumns(
  file: string,
  names: readonly string[],
  { text, phone, template, hasHeader }: AskedColumns,
): Pick<Columns, 'text' | 'phone' | 'template'> {
  const lower = names.map((name) => name.toLowerCase())
  const phoneColumn = findColumn(file, names, lower, phone, PHONE_COLUMNS)
  if (template !== undefined) {
    const fields = templateFields(template.source, { syntax: template.syntax }).map(
      (name) => [name, findColumn(file, names, lower, name, [], '--template')!] as const,
    )
    return { text: -1, phone: phoneColumn, template: { ...template, fields } }
  }
  if (!hasHeader && text === undefined && names.length === 1) return { text: 0, phone: phoneColumn, template }
  if (!hasHeader && text === undefined) {
    throw new Failure(`${file}: ${names.length} columns without names; say which has the texts: --text-column 1`)
  }
  const textColumn = findColumn(file, names, lower, text, TEXT_COLUMNS)
  if (textColumn === undefined) throw createMissingError(file, 'text', names)
  return { text: textColumn, phone: phoneColumn, template }
}

/** Finds the column with the name that is asked for, or with the first of the usual names. */
function findColumn(
  file: string,
  names: readonly string[],
  lower: readonly string[],
  asked: string | undefined,
  usual: readonly string[],
  flags?: string,
): number | undefined {
  for (const wanted of asked === undefined ? usual : [asked]) {
    const found = lower.indexOf(wanted.toLowerCase())
    if (found < 0) continue
    const other = lower.indexOf(lower[found]!, found + 1)
    if (other < 0) return found
    const [one, two] = [found, other].map((at) => `${at + 1} "${cutName(names[at]!)}"`)
    throw new Failure(`${file}: columns ${one} and ${two} have the same name`)
  }
  if (asked !== undefined) throw createMissingError(file, asked, names, flags)
  return undefined
}

function createMissingError(
  file: string,
  name: string,
  names: readonly string[],
  flags = '--text-column and --phone-column',
): Failure {
  const told = names.slice(0, TOLD).map((other) => `"${cutName(other)}"`)
  const more = names.length > TOLD ? ` and ${names.length - TOLD} more` : ''
  return new Failure(`${file}: no column "${name}"; there are ${told.join(', ')}${more}. See ${flags}`)
}

function cutName(name: string): string {
  return name.length > TOLD_CHARACTERS ? `${name.slice(0, TOLD_CHARACTERS)}…` : name
}
