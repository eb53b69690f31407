import { Failure } from '../failure'
import { ADDED, csvField, type Layout } from './batch'
import { LARGEST, lineBorder } from './blocks'
import { csvBorder, LARGEST_RECORD, withCells } from './csv'
import { type Header, hasWholeHeader, headerOf } from './csv-header'
import type { Request } from './estimate'
import { formatOf } from './format'

/** What stands in front of the rows of a file. */
export interface Head {
  octets: number
  lines: number
  /** What --output has in its place. */
  written: string
}

/** How one file is cut into blocks, and what its head says. */
export interface Reader {
  /** Octets of a row that has line ends in it. */
  readonly largest: number
  /** Where the last whole row of the first octets, or of later ones, ends; 0 where none does. */
  border(octets: Buffer): number
  /** Of the first octets; of none where the file is empty. */
  head(octets: Buffer): Head
  /** `isCut`: see Block. */
  layout(isCut: boolean): Layout
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

const MARK = Buffer.from('\uFEFF')

export function readerOf(file: string, request: Request): Reader {
  const { charset, textColumn: text, phoneColumn: phone } = request
  const format = request.format ?? formatOf(file)
  const markOf = (octets: Buffer) =>
    charset === 'utf-8' && octets.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0
  const layout = { format, charset, members: { text, phone } }
  if (format === 'csv' || format === 'tsv') {
    let header: Header | undefined
    let lineEnd = '\n'
    const tabs = format === 'tsv'
    const learn = (octets: Buffer) => {
      header ??= headerOf(file, octets.subarray(markOf(octets)), { charset, tabs, text, phone })
      return header
    }
    return {
      largest: LARGEST_RECORD,
      border(octets) {
        if (!header && !hasWholeHeader(octets.subarray(markOf(octets)), tabs)) {
          if (octets.length < LARGEST_RECORD) return 0
          throw new Failure(`${file}: a header of more than ${LARGEST_RECORD >> 20} MB`)
        }
        return csvBorder(octets, learn(octets).columns.delimiter)
      },
      head(first) {
        const { octets, lines, text, columns } = learn(first)
        const mark = markOf(first)
        if (text.endsWith('\r\n')) lineEnd = '\r\n'
        const front = mark > 0 ? '\uFEFF' : '' // spreadsheets know UTF-8 by it
        return { octets: mark + octets, lines, written: front + withCells(text, ADDED, columns.delimiter) }
      },
      layout: (isCut) => ({ ...layout, columns: header?.columns, lineEnd, isCut }),
    }
  }
  let lineEnd = '\n'
  const written = format === 'lines' ? `${['text', ...ADDED].map(csvField).join(',')}\n` : ''
  return {
    largest: LARGEST,
    border: lineBorder,
    head(first) {
      if (first[first.indexOf(LINE_FEED) - 1] === CARRIAGE_RETURN) lineEnd = '\r\n'
      return { octets: markOf(first), lines: 0, written }
    },
    layout: (isCut) => ({ ...layout, columns: undefined, lineEnd, isCut }),
  }
}
