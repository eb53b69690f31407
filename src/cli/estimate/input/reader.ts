import { Failure } from '../../failure'
import type { Request } from '../request'
import { ADDED, type FileLayout } from './batch'
import { findLineBorder, LARGEST, LARGEST_ROW } from './blocks'
import { type CsvHeader, readCsvHeader } from './csv-header'
import { findRowBorder } from './csv-scanner'
import { detectFormat } from './format'

/** What comes before the rows of a file. */
export interface Head {
  octets: number
  lines: number
  /** What --output writes instead. */
  written: string
  /** Whether its rows have no phone numbers. */
  hasNoPhones: boolean
}

/** How one file is cut into blocks, and what its head says. */
export interface RowReader {
  /** The most octets of a row with line ends in it. */
  readonly largest: number
  /** Whether --output keeps the line ends of the file. Plain lines become CSV with other line ends. */
  readonly keepsLineEnds: boolean
  /** Where the last whole row ends, in the first octets, or after `head` in later ones; 0 if no row ends. */
  findBorder(octets: Buffer): number
  /** Reads the head in the first octets. They are empty if the file is. */
  head(octets: Buffer): Head
  /** `isCut`: see Block. */
  layout(isCut: boolean): FileLayout
}

/** The members of a request that a reader needs. `charset` is that of the octets. */
export type ReaderRequest = Pick<
  Request,
  'format' | 'charset' | 'textColumn' | 'phoneColumn' | 'hasHeader' | 'template' | 'surround'
>

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

const MARK = Buffer.from('\uFEFF')

export function createReader(file: string, reading: ReaderRequest): RowReader {
  const format = reading.format ?? detectFormat(file)
  return format === 'csv' || format === 'tsv'
    ? createCsvReader(file, reading, format)
    : createLineReader(reading, format)
}

function createLineReader(
  { charset, textColumn: text, phoneColumn: phone, surround }: ReaderRequest,
  format: FileLayout['format'],
): RowReader {
  let lineEnd = '\n'
  const written = format === 'lines' ? `${['text', ...ADDED].join(',')}\n` : ''
  return {
    largest: LARGEST,
    keepsLineEnds: format !== 'lines',
    findBorder: findLineBorder,
    head(first) {
      if (first[first.indexOf(LINE_FEED) - 1] === CARRIAGE_RETURN) lineEnd = '\r\n'
      return { octets: countMarkOctets(first, charset), lines: 0, written, hasNoPhones: format === 'lines' }
    },
    layout: (isCut) => ({ format, charset, members: { text, phone }, columns: undefined, lineEnd, isCut, surround }),
  }
}

function createCsvReader(file: string, reading: ReaderRequest, format: 'csv' | 'tsv'): RowReader {
  const { charset, textColumn: text, phoneColumn: phone, hasHeader, template, surround } = reading
  const asked = { charset, tabs: format === 'tsv', text, phone, hasHeader, template }
  let header: CsvHeader | undefined
  let isBegun = false
  let lineEnd = '\n'
  const learn = (octets: Buffer, isAll: boolean) => {
    header ??= readCsvHeader(file, octets.subarray(countMarkOctets(octets, charset)), isAll, asked)
    return header
  }
  return {
    largest: LARGEST_ROW,
    keepsLineEnds: true,
    findBorder(octets) {
      const head = learn(octets, false)
      if (head) {
        const begin = isBegun ? 0 : countMarkOctets(octets, charset) + head.octets
        return findRowBorder(octets, head.columns.delimiter.charCodeAt(0), begin)
      }
      if (octets.length < LARGEST_ROW) return 0
      throw new Failure(`${file}: a header of more than ${LARGEST_ROW >> 20} MB`)
    },
    head(first) {
      const { end, octets, lines, columns } = learn(first, true)!
      const mark = countMarkOctets(first, charset) // spreadsheets recognise UTF-8 by it
      const front = new TextDecoder(charset, { ignoreBOM: true }).decode(first.subarray(0, mark + end))
      const ending = first.toString('latin1', mark + end, mark + octets) || lineEnd
      if (ending === '\r\n') lineEnd = ending
      isBegun = true
      const written = hasHeader ? [front, ...ADDED].join(columns.delimiter) + ending : front
      return { octets: mark + octets, lines, written, hasNoPhones: columns.phone === undefined }
    },
    layout: (isCut) => ({
      format,
      charset,
      members: { text, phone },
      columns: header?.columns,
      lineEnd,
      isCut,
      surround,
    }),
  }
}

/** Counts the octets of the byte order mark. */
function countMarkOctets(octets: Buffer, charset: string): number {
  return charset === 'utf-8' && octets.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0
}
