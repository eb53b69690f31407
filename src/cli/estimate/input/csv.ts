import { isUtf8 } from 'node:buffer'
import { fillTemplate } from 'septet'
import { pluralize } from '../../../words'
import { type BadRow, type Batch, type Columns, type FileLayout, type Filling, ROWS } from './batch'
import { LARGEST_ROW } from './blocks'
import { CsvScanner, FAULT, type FieldPlace, WRITTEN } from './csv-scanner'
import { CsvWriter } from './csv-writer'
import { AFTERS, BEGINS, ENDS, FAULTS, LINES, MESSAGES, PHONE_BEGINS, PHONE_ENDS, PHONE_WRITTEN, TEXTS } from './rows'
import { describeNotUtf8 } from './utf8'

const UNCLOSED = 'a quote that is not closed'
const UNCLOSED_SO_FAR = `${UNCLOSED} within ${LARGEST_ROW >> 20} MB`
const GOES_ON = 'a field that goes on after its closing quote'

/**
 * Reads the rows of a block of CSV without making strings of them.
 *
 * @throws {Failure} thrown by `write`: see csv-writer.ts
 */
export function* readCsv(block: Buffer, columns: Columns, { lineEnd, isCut }: FileLayout): Generator<Batch> {
  const reader = new CsvReader(block, columns, isCut)
  const rowWriter = new CsvWriter(block, columns, lineEnd)
  const hasPhones = columns.phone !== undefined
  while (reader.hasMore) {
    const begin = reader.after
    const { rows, lines, bad } = reader.readRows()
    const end = reader.after
    yield {
      ...TEXTS.createBatchMembers(),
      lines,
      bad,
      line: (message) => LINES[message]!,
      hasPhones,
      phones: (message) => (hasPhones ? readPhones(block, message) : undefined),
      write: (cellsOf, _, writer) => rowWriter.write({ begin, end, rows }, cellsOf, writer),
    }
  }
}

/** Reads the rows of a block into the columns of a batch. */
class CsvReader {
  /** Whether there may be rows, or empty lines, that were not read. */
  hasMore = true
  readonly #block: Buffer
  readonly #width: number
  readonly #template: Filling | undefined
  readonly #scanner: CsvScanner
  /** The fields that the text is made of: one, without a template. */
  readonly #texts: readonly FieldPlace[]
  readonly #phone: FieldPlace | undefined
  readonly #isSound: boolean
  /** Whether the next row is the first one, which was cut. */
  #isCut: boolean

  constructor(block: Buffer, { delimiter, width, text, phone, template }: Columns, isCut: boolean) {
    const texts = template ? template.fields.map(([, column]) => column) : [text]
    const wanted = [...new Set(phone === undefined ? texts : [...texts, phone])]
    this.#block = block
    this.#width = width
    this.#template = template
    this.#scanner = new CsvScanner(block, delimiter.charCodeAt(0), wanted)
    const { places } = this.#scanner
    this.#texts = texts.map((column) => places[wanted.indexOf(column)]!)
    this.#phone = phone === undefined ? undefined : places[wanted.indexOf(phone)]
    this.#isSound = isUtf8(block)
    this.#isCut = isCut
  }

  /** The octet after the rows that were read. */
  get after(): number {
    return this.#scanner.after
  }

  /** Reads at most ROWS rows. Returns how many they are, and their lines, with the empty lines between them. */
  readRows(): { rows: number; lines: number; bad: BadRow[] } {
    const scanner = this.#scanner
    const line = scanner.lineAfter
    const bad: BadRow[] = []
    let rows = 0
    TEXTS.clear()
    while (rows < ROWS) {
      this.hasMore = scanner.next()
      if (!this.hasMore) break
      BEGINS[rows] = scanner.begin
      ENDS[rows] = scanner.end
      AFTERS[rows] = scanner.after
      FAULTS[rows] = scanner.fault
      const reason = this.#describeFault()
      if (reason !== undefined) bad.push({ line: scanner.line, reason })
      MESSAGES[rows++] = reason === undefined ? this.#addMessage() : -1
      this.#isCut = false
    }
    return { rows, lines: scanner.lineAfter - line, bad }
  }

  #describeFault(): string | undefined {
    const { fault, fields } = this.#scanner
    if (fault === FAULT.unclosed) return this.#isCut ? UNCLOSED_SO_FAR : UNCLOSED
    if (fault === FAULT.goesOn) return GOES_ON
    if (fields !== this.#width) return `${pluralize(fields, 'column')} instead of ${this.#width}`
    return this.#isSound || this.#areTextsSound() ? undefined : describeNotUtf8(this.#block)
  }

  #areTextsSound(): boolean {
    return this.#texts.every(({ begin, end }) => isUtf8(this.#block.subarray(begin, end)))
  }

  /** Keeps the text and the phones of the row. Returns the number of its message. */
  #addMessage(): number {
    const message = TEXTS.rows
    if (this.#template) TEXTS.addString(this.#fill(this.#template))
    else {
      const { begin, end, written } = this.#texts[0]!
      TEXTS.add(this.#block, begin, end, written)
    }
    LINES[message] = this.#scanner.line
    if (this.#phone) {
      PHONE_BEGINS[message] = this.#phone.begin
      PHONE_ENDS[message] = this.#phone.end
      PHONE_WRITTEN[message] = this.#phone.written
    }
    return message
  }

  /** Makes the text of the row from its fields. */
  #fill({ source, syntax, fields }: Filling): string {
    const values = fields.map(([name], index) => {
      const { begin, end, written } = this.#texts[index]!
      return [name, readField(this.#block, begin, end, written)] as const
    })
    return fillTemplate(source, Object.fromEntries(values), { syntax })
  }
}

function readPhones(block: Buffer, message: number): string {
  return readField(block, PHONE_BEGINS[message]!, PHONE_ENDS[message]!, PHONE_WRITTEN[message]!)
}

/** @param written one of WRITTEN */
function readField(block: Buffer, begin: number, end: number, written: number): string {
  const value = block.toString('utf8', begin, end)
  return written === WRITTEN.doubled ? value.replaceAll('""', '"') : value
}
