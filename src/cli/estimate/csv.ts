import { type Options, parse } from 'csv-parse/sync'
import { lineFeeds } from '../../lines'
import { type BadRow, type Batch, type Columns, type Layout, NO_CELLS, type Row, readRows } from './batch'
import { piecesOf, ROWS } from './pieces'
import { NOT_UTF8, type Rough, roughly } from './utf8'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const QUOTE = 0x22

/**
 * The most octets of a record with line ends in it: beyond, a quote is taken for one that is not closed. More than any
 * SMS, and little enough to be read as one text.
 */
export const LARGEST_RECORD = 1 << 20

/** A record as it stands in the file: its fields, or what is wrong with its quotes; undefined: empty lines. */
interface CsvRecord {
  line: number
  raw: string
  fields: readonly string[] | string | undefined
}

const UNCLOSED = 'a quote that is not closed'
const UNCLOSED_SO_FAR = `${UNCLOSED} within ${LARGEST_RECORD >> 20} MB`
const BEHIND_QUOTE = 'a field that goes on behind its closing quote'

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

export function* csvOf(block: Buffer, columns: Columns, layout: Layout): Generator<Batch> {
  const { delimiter } = columns
  let first = 0
  let { isCut } = layout
  for (const piece of piecesOf(block, (octets) => csvBorder(octets, delimiter))) {
    const rough = roughly(piece)
    let records: CsvRecord[] = []
    for (const record of recordsOf(rough.text, delimiter, isCut)) {
      records.push(record)
      if (records.length < ROWS) continue
      yield batchOf(records, rough, columns, layout.lineEnd, first)
      records = []
    }
    yield batchOf(records, rough, columns, layout.lineEnd, first)
    first += lineFeeds(rough.text)
    isCut = false
  }
}

/** `first`: the line from which those of the records count. */
function batchOf(records: readonly CsvRecord[], rough: Rough, columns: Columns, lineEnd: string, first: number): Batch {
  const { text, phone } = columns
  const { textOf, isSound, encoding } = rough
  const bad: BadRow[] = []
  const rows: Row[] = []
  const isGood = records.map(({ line, fields }) => {
    const reason = faultOf(fields, columns, isSound)
    if (reason !== undefined) bad.push({ line: first + line, reason })
    if (reason !== undefined || !Array.isArray(fields)) return false
    rows.push({
      line: first + line,
      text: textOf(fields[text]!),
      phones: phone === undefined ? undefined : textOf(fields[phone]!),
    })
    return true
  })
  return {
    lines: records.reduce((lines, { raw }) => lines + lineFeeds(raw), 0),
    bad,
    ...readRows(rows),
    write(cellsOf) {
      let index = 0
      const written = records.map(({ raw, fields }, at) => {
        if (fields === undefined) return raw
        const cells = (isGood[at] ? cellsOf(index++) : undefined) ?? NO_CELLS
        return withCells(typeof fields === 'string' ? asOneField(raw, columns) : raw, cells, columns.delimiter, lineEnd)
      })
      return { rows: written.join(''), encoding }
    },
  }
}

function faultOf(
  fields: CsvRecord['fields'],
  { width, text }: Columns,
  isSound: (text: string) => boolean,
): string | undefined {
  if (fields === undefined || typeof fields === 'string') return fields
  if (fields.length !== width) return `${fields.length} columns instead of ${width}`
  return isSound(fields[text]!) ? undefined : NOT_UTF8
}

/** The records of some text, and the empty lines behind the last. Where a quote is never closed, its line is a record without fields. */
function* recordsOf(whole: string, delimiter: string, isCut: boolean): Generator<CsvRecord> {
  // Without the parser a million rows take 2.9 s of processor time instead of 5.6 (Node 20).
  if (!/"|\r(?!\n)/.test(whole)) {
    yield* eachLine(whole, delimiter, 0, undefined)
    return
  }
  let line = 0
  let at = 0
  for (const { record: fields, raw: found } of parse(whole, dialect(delimiter)) as unknown as Parsed[]) {
    const { begin, end } = placeOf(found, whole, at)
    const raw = whole.slice(at, end)
    if (isWrittenAs(raw, fields)) {
      yield { line: line + lineFeeds(whole.slice(at, begin)), raw, fields }
    } else yield* eachLine(raw, delimiter, line, raw.trim().includes('\n') ? UNCLOSED : undefined)
    line += lineFeeds(raw)
    at = end
  }
  const unclosed = whole.slice(at)
  const isFirst = isBlank(whole.slice(0, at))
  if (unclosed !== '' && isBlank(unclosed)) yield { line, raw: unclosed, fields: undefined }
  else if (unclosed !== '') yield* eachLine(unclosed, delimiter, line, isCut && isFirst ? UNCLOSED_SO_FAR : UNCLOSED)
}

/**
 * Whether a record's quotes are those that its fields need. Else a field goes on behind its closing quote, or a quote that
 * opens one record is closed by one that opens another: the parser lets the field keep them, the first too. Fields are looked
 * for where they stand, one behind the other.
 */
function isWrittenAs(raw: string, fields: readonly string[]): boolean {
  if (!fields.some((field) => field.startsWith('"'))) return true
  let at = raw.search(/[^\r\n]/)
  for (const field of fields) {
    const written = raw[at] === '"' ? `"${field.replaceAll('"', '""')}"` : field
    if (!raw.startsWith(written, at)) return false
    at += written.length + 1
  }
  return true
}

/**
 * Lines as records: where there is no quote, and where quotes are torn, since to look for records of several lines would be
 * without end then. `known`: what is wrong with the first.
 */
function* eachLine(raw: string, delimiter: string, line: number, known: string | undefined): Generator<CsvRecord> {
  let blank = ''
  let fault = known
  for (const [text] of raw.matchAll(/[^\n]*\n|[^\n]+$/g)) {
    if (isBlank(text)) blank += text
    else {
      yield { line, raw: blank + text, fields: fault ?? fieldsOf(text, delimiter) }
      blank = ''
      fault = undefined
    }
    line++
  }
  if (blank !== '') yield { line, raw: blank, fields: undefined }
}

/** Of one line; or what is wrong with its quotes. */
function fieldsOf(text: string, delimiter: string): readonly string[] | string {
  if (!text.includes('"')) return text.replace(/\r?\n$/, '').split(delimiter)
  const [first] = parse(text, dialect(delimiter)) as unknown as Parsed[]
  if (!first) return UNCLOSED
  return isWrittenAs(text, first.record) ? first.record : BEHIND_QUOTE
}

/** A record that has its quotes wrong, as a field in quotes: with it the file would be no CSV. */
function asOneField(raw: string, { delimiter, width }: Columns): string {
  const begin = raw.search(/[^\r\n]/)
  let end = raw.length
  while (raw[end - 1] === '\r' || raw[end - 1] === '\n') end--
  const field = `"${raw.slice(begin, end).replaceAll('"', '""')}"`
  return `${raw.slice(0, begin)}${field}${delimiter.repeat(width - 1)}${raw.slice(end)}`
}

export function isBlank(text: string): boolean {
  return !/[^\r\n]/.test(text)
}

/** Where a record stands, at or behind `at`: the parser leaves the LF of a CR LF out of what it calls raw. */
export function placeOf(raw: string, whole: string, at: number): { begin: number; end: number } {
  let begin = at
  while (whole[begin] === '\r' || whole[begin] === '\n') begin++
  const end = begin + raw.replace(/^[\r\n]+/, '').length
  return { begin, end: whole[end - 1] === '\r' && whole[end] === '\n' ? end + 1 : end }
}

/** The record with four columns more, in front of its line end; of `lineEnd` where it has none. */
export function withCells(raw: string, cells: readonly string[], delimiter: string, lineEnd = '\n'): string {
  const [end = ''] = /(\r\n|\n|\r)$/.exec(raw.slice(-2)) ?? []
  return `${raw.slice(0, raw.length - end.length)}${delimiter}${cells.join(delimiter)}${end || lineEnd}`
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
