import { isUtf8 } from 'node:buffer'
import { fillTemplate } from 'septet'
import { pluralize } from '../../../words'
import { Failure } from '../../failure'
import type { OctetWriter } from '../octet-writer'
import {
  type BadRow,
  type Batch,
  type Cells,
  type Columns,
  type FileLayout,
  type Filling,
  NO_CELLS,
  ROWS,
} from './batch'
import { CsvScanner, FAULT, type FieldPlace, WRITTEN } from './csv-scanner'
import { ENDS, LINES, MESSAGES, PHONE_BEGINS, PHONE_ENDS, TEXTS } from './rows'
import { describeNotUtf8 } from './utf8'

/**
 * The most octets of a row with line ends in it. In a longer row, a quote is not closed. It is more than any SMS needs,
 * and fits in memory.
 */
export const LARGEST_ROW = 1 << 20

const UNCLOSED = 'a quote that is not closed'
const UNCLOSED_SO_FAR = `${UNCLOSED} within ${LARGEST_ROW >> 20} MB`
const GOES_ON = 'a field that goes on after its closing quote'

/**
 * The most delimiters that may be added to the torn rows of a block, for each octet of it. A torn row of two octets,
 * filled up to 500,000 columns, would make --output 250,000 times as long.
 */
const MOST_FILLING = 8

/** Columns for the rows of a batch, besides those in rows.ts. */
const BEGINS = new Int32Array(ROWS)
const AFTERS = new Int32Array(ROWS)
const FAULTS = new Uint8Array(ROWS)

/** A column for its messages: whether quotes are doubled in their phones. */
const PHONE_WRITTEN = new Uint8Array(ROWS)

/**
 * Reads the rows of a block of CSV without making strings of them.
 *
 * @throws {Failure} thrown by `write`: see MOST_FILLING
 */
export function* readCsv(block: Buffer, columns: Columns, { lineEnd, isCut }: FileLayout): Generator<Batch> {
  const { delimiter, width, text, phone, template } = columns
  const texts = template ? template.fields.map(([, column]) => column) : [text]
  const wanted = [...new Set(phone === undefined ? texts : [...texts, phone])]
  const scanner = new CsvScanner(block, delimiter.charCodeAt(0), wanted)
  const textPlaces = texts.map((column) => scanner.places[wanted.indexOf(column)]!)
  const phonePlace = phone === undefined ? undefined : scanner.places[wanted.indexOf(phone)]
  const isSound = isUtf8(block)
  let mostFilling = MOST_FILLING * block.length
  let begin = 0
  let line = 0
  let isTooLong = isCut // the first row
  for (let hasMore = true; hasMore; ) {
    const bad: BadRow[] = []
    let rows = 0
    TEXTS.clear()
    while (rows < ROWS) {
      hasMore = scanner.next()
      if (!hasMore) break
      BEGINS[rows] = scanner.begin
      ENDS[rows] = scanner.end
      AFTERS[rows] = scanner.after
      FAULTS[rows] = scanner.fault
      const reason = describeFault()
      if (reason !== undefined) bad.push({ line: scanner.line, reason })
      MESSAGES[rows++] = reason === undefined ? addMessage() : -1
      isTooLong = false
    }
    const lines = scanner.lineAfter - line
    line = scanner.lineAfter
    yield createBatch(begin, scanner.after, rows, lines, bad)
    begin = scanner.after
  }

  function describeFault(): string | undefined {
    if (scanner.fault === FAULT.unclosed) return isTooLong ? UNCLOSED_SO_FAR : UNCLOSED
    if (scanner.fault === FAULT.goesOn) return GOES_ON
    if (scanner.fields !== width) return `${pluralize(scanner.fields, 'column')} instead of ${width}`
    const areSound = isSound || textPlaces.every(({ begin, end }) => isUtf8(block.subarray(begin, end)))
    return areSound ? undefined : describeNotUtf8(block)
  }

  /** Keeps the texts and the phones of a message. Returns its number. */
  function addMessage(): number {
    const message = TEXTS.rows
    if (template) TEXTS.addString(fillRow(template))
    else {
      const { begin, end, written } = textPlaces[0]!
      TEXTS.add(block, begin, end, written)
    }
    LINES[message] = scanner.line
    if (phonePlace) {
      PHONE_BEGINS[message] = phonePlace.begin
      PHONE_ENDS[message] = phonePlace.end
      PHONE_WRITTEN[message] = phonePlace.written
    }
    return message
  }

  function fillRow({ source, syntax, fields }: Filling): string {
    const values = fields.map(([name], index) => [name, readValue(textPlaces[index]!)] as const)
    return fillTemplate(source, Object.fromEntries(values), { syntax })
  }

  function readValue({ begin, end, written }: FieldPlace): string {
    const value = block.toString('utf8', begin, end)
    return written === WRITTEN.doubled ? value.replaceAll('""', '"') : value
  }

  /** `from`, `to`: the octets of the block that the batch has, with empty lines. */
  function createBatch(from: number, to: number, rows: number, lines: number, bad: BadRow[]): Batch {
    return {
      ...TEXTS.createBatchMembers(),
      lines,
      bad,
      line: (message) => LINES[message]!,
      hasPhones: phone !== undefined,
      phones: (message) => (phone === undefined ? undefined : readPhoneField(message)),
      write(cellsOf, _, writer) {
        let begin = from
        for (let row = 0; row < rows; row++) {
          const message = MESSAGES[row]!
          writeRow(row, begin, (message < 0 ? undefined : cellsOf(message)) ?? NO_CELLS, writer)
          begin = AFTERS[row]!
        }
        writer.copy(block, begin, to)
      },
    }
  }

  function readPhoneField(message: number): string {
    const written = block.toString('utf8', PHONE_BEGINS[message], PHONE_ENDS[message])
    return PHONE_WRITTEN[message] === WRITTEN.doubled ? written.replaceAll('""', '"') : written
  }

  /** Writes the row, with its cells before its line end. `from`: where the empty lines before it start. */
  function writeRow(row: number, from: number, cells: Cells, writer: OctetWriter): void {
    const end = ENDS[row]!
    if (FAULTS[row] === FAULT.none) writer.copy(block, from, end)
    else {
      writer.copy(block, from, BEGINS[row]!)
      writeTorn(BEGINS[row]!, end, writer)
    }
    for (const cell of cells) {
      writer.ascii(delimiter)
      writer.ascii(cell)
    }
    if (AFTERS[row] === end) writer.ascii(lineEnd)
    else writer.copy(block, end, AFTERS[row]!)
  }

  /**
   * Writes it as one quoted field, filled up with empty fields. Unchanged, it would make other parsers read the rows
   * after it wrongly.
   */
  function writeTorn(begin: number, end: number, writer: OctetWriter): void {
    mostFilling -= width - 1
    if (mostFilling < 0) {
      throw new Failure(
        `--output would be many times as long as the file: rows with torn quotes are filled up to ${width} columns`,
      )
    }
    writer.ascii('"')
    writer.copyDoubling(block, begin, end)
    writer.ascii(`"${delimiter.repeat(width - 1)}`)
  }
}
