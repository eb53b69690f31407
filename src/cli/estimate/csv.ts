import { type Options, parse } from 'csv-parse/sync'
import { countMany } from 'septet'
import { lineFeeds } from '../../line-feeds'
import { type BadRow, type Batch, type Columns, NO_CELLS } from './batch'
import { NOT_UTF8, roughly } from './utf8'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const QUOTE = 0x22

/**
 * The most octets of a record with line ends in it: beyond, a quote is taken for one that is not closed. More than any
 * SMS, and so few that the records behind such a quote, which are objects, leave memory flat.
 */
export const LARGEST_RECORD = 1 << 18

/** A record as it stands in the file; its fields, unless it is bad. */
interface Row {
  line: number
  raw: string
  fields: readonly string[] | undefined
}

export interface Parsed {
  record: string[]
  raw: string
}

/** RFC 4180, and what is met beside it: a quote inside an unquoted field is a quote, and a line may end in either way. */
export function dialect(delimiter: string): Options {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    raw: true,
  }
}

export function csvOf(block: Buffer, columns: Columns): Batch {
  const { text, phone, delimiter } = columns
  const { text: whole, textOf, isSound, octetsOf } = roughly(block)
  const bad: BadRow[] = []
  const all: Row[] = []
  for (const { line, raw, fields } of recordsOf(whole, delimiter)) {
    const reason = faultOf(fields, columns, isSound)
    if (reason !== undefined) bad.push({ line, reason })
    all.push({ line, raw, fields: reason === undefined ? fields?.map(textOf) : undefined })
  }
  const rows = all.filter((row): row is Row & { fields: readonly string[] } => row.fields !== undefined)
  return {
    lines: lineFeeds(whole) + (/[^\n]$/.test(whole) ? 1 : 0),
    rows: rows.length,
    bad,
    count: (options) =>
      countMany(
        rows.map(({ fields }) => fields[text]!),
        options,
      ),
    place: (row) => row,
    line: (row) => rows[row]!.line,
    text: (row) => rows[row]!.fields[text]!,
    phones: (row) => (phone === undefined ? undefined : rows[row]!.fields[phone]!),
    write(cellsOf) {
      let index = 0
      const cells = all.map(({ fields }) => (fields === undefined ? undefined : cellsOf(index++)) ?? NO_CELLS)
      return octetsOf(all.map(({ raw }, at) => withCells(raw, cells[at]!, delimiter)).join(''))
    },
  }
}

function faultOf(
  fields: readonly string[] | undefined,
  { width, text }: Columns,
  isSound: (text: string) => boolean,
): string | undefined {
  if (fields === undefined) return 'a quote that is not closed'
  if (fields.length !== width) return `${fields.length} columns instead of ${width}`
  return isSound(fields[text]!) ? undefined : NOT_UTF8
}

/** The records of a block. Where a quote is never closed, its line is a record without fields. */
function* recordsOf(whole: string, delimiter: string): Generator<Row> {
  let line = 0
  let at = 0
  for (const { record: fields, raw: found } of parse(whole, dialect(delimiter)) as unknown as Parsed[]) {
    const { begin, end } = placeOf(found, whole, at)
    const raw = whole.slice(at, end)
    if (isTorn(raw, fields)) yield* linesOfTorn(raw, delimiter, line)
    else yield { line: line + lineFeeds(whole.slice(at, begin)), raw, fields }
    line += lineFeeds(raw)
    at = end
  }
  const unclosed = whole.slice(at)
  if (!isBlank(unclosed)) yield* linesOfTorn(unclosed, delimiter, line)
}

/**
 * Whether a quote that opens one record is closed by one that opens another: the parser lets the field keep both, and what
 * is written is not what it would be written as. Fields are looked for where they stand, one behind the other.
 */
function isTorn(raw: string, fields: readonly string[]): boolean {
  if (!raw.trim().includes('\n')) return false
  let at = raw.search(/[^\r\n]/)
  for (const field of fields) {
    const written = raw[at] === '"' ? `"${field.replaceAll('"', '""')}"` : field
    if (!raw.startsWith(written, at)) return true
    at += written.length + 1
  }
  return false
}

/** The line with the quote is bad. Each behind it is read by itself: to look for records of several would be without end. */
function* linesOfTorn(raw: string, delimiter: string, line: number): Generator<Row> {
  let blank = ''
  let isFirst = true
  for (const text of raw.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (isBlank(text)) blank += text
    else {
      yield { line, raw: blank + text, fields: isFirst ? undefined : fieldsOf(text, delimiter) }
      blank = ''
      isFirst = false
    }
    line++
  }
}

/** Of one line; undefined where a quote is not closed in it. */
function fieldsOf(text: string, delimiter: string): string[] | undefined {
  if (!text.includes('"')) return text.replace(/\r?\n$/, '').split(delimiter)
  const [first] = parse(text, dialect(delimiter)) as unknown as Parsed[]
  return first?.record
}

function isBlank(text: string): boolean {
  return !/[^\r\n]/.test(text)
}

/** Where a record stands, at or behind `at`: the parser leaves the LF of a CR LF out of what it calls raw. */
export function placeOf(raw: string, whole: string, at: number): { begin: number; end: number } {
  let begin = at
  while (whole[begin] === '\r' || whole[begin] === '\n') begin++
  const end = begin + raw.replace(/^[\r\n]+/, '').length
  return { begin, end: whole[end - 1] === '\r' && whole[end] === '\n' ? end + 1 : end }
}

/** The record with four columns more, in front of its line end. */
export function withCells(raw: string, cells: readonly string[], delimiter: string): string {
  const [end = ''] = /(\r\n|\n|\r)$/.exec(raw.slice(-2)) ?? []
  return `${raw.slice(0, raw.length - end.length)}${delimiter}${cells.join(delimiter)}${end || '\n'}`
}

/** Behind the last line feed that is in no quotes; 0 where there is none. A quote opens only where a field begins. */
export function csvBorder(block: Buffer, delimiter: string): number {
  const begins = [delimiter.charCodeAt(0), LINE_FEED, CARRIAGE_RETURN]
  let border = 0
  for (let at = 0; ; ) {
    let open = block.indexOf(QUOTE, at)
    while (open > 0 && !begins.includes(block[open - 1]!)) open = block.indexOf(QUOTE, open + 1)
    // Of the block no more than this field: to look behind it would be to look again and again.
    const feed = block.subarray(at, open < 0 ? block.length : open).lastIndexOf(LINE_FEED)
    if (feed >= 0) border = at + feed + 1
    if (open < 0) return border
    let close = block.indexOf(QUOTE, open + 1)
    while (close >= 0 && block[close + 1] === QUOTE) close = block.indexOf(QUOTE, close + 2)
    if (close < 0) return border
    at = close + 1
  }
}
