import { isUtf8 } from 'node:buffer'
import { type BadRow, type Batch, type FileLayout, ROWS } from './batch'
import { readJsonPhones } from './json-phones'
import { parseString } from './json-scanner'
import { NdjsonLine } from './ndjson-line'
import { NdjsonWriter } from './ndjson-writer'
import { ENDS, KINDS, LINES, MESSAGES, PHONE_BEGINS, PHONE_ENDS, TEXTS, VALUE_BEGINS, VALUE_ENDS } from './rows'
import { describeNotUtf8 } from './utf8'

const LINE_FEED = 0x0a

/** Reads lines of JSON, each an object with a text, or a text alone. Empty lines are ignored. */
export function* readNdjson(block: Buffer, { members, lineEnd }: FileLayout): Generator<Batch> {
  const reader = new NdjsonReader(block, new NdjsonLine(block, members))
  const lineWriter = new NdjsonWriter(block, lineEnd)
  while (reader.after < block.length) {
    const begin = reader.after
    const { lines, bad } = reader.readLines()
    yield {
      ...TEXTS.createBatchMembers(),
      lines,
      bad,
      line: (message) => LINES[message]!,
      hasPhones: true,
      phones: (message) => readPhones(block, message),
      write: (cellsOf, priced, writer) => lineWriter.write(begin, lines, cellsOf, priced, writer),
    }
  }
}

/** Reads the lines of a block into the columns of a batch. */
class NdjsonReader {
  /** The octet after the lines that were read. */
  after = 0
  /** The number of the next line. */
  #number = 0
  readonly #block: Buffer
  readonly #line: NdjsonLine
  readonly #isSound: boolean

  constructor(block: Buffer, line: NdjsonLine) {
    this.#block = block
    this.#line = line
    this.#isSound = isUtf8(block)
  }

  /** Reads at most ROWS lines. */
  readLines(): { lines: number; bad: BadRow[] } {
    const block = this.#block
    const bad: BadRow[] = []
    let lines = 0
    TEXTS.clear()
    for (; lines < ROWS && this.after < block.length; lines++) {
      const feed = block.indexOf(LINE_FEED, this.after)
      const end = feed < 0 ? block.length : feed
      const reason = this.#readLine(lines, this.after, end)
      if (reason) bad.push({ line: this.#number + lines, reason })
      this.after = Math.min(end + 1, block.length)
    }
    this.#number += lines
    return { lines, bad }
  }

  /** Reads a line, and adds its message. @returns what is wrong with it */
  #readLine(index: number, begin: number, end: number): string | undefined {
    const line = this.#line
    const found = line.read(begin, end)
    ENDS[index] = end
    KINDS[index] = line.kind
    VALUE_BEGINS[index] = line.valueBegin
    VALUE_ENDS[index] = line.valueEnd
    MESSAGES[index] = -1
    if (found === '') return undefined
    if (!this.#isSound && !isUtf8(this.#block.subarray(begin, end))) return describeNotUtf8(this.#block)
    if (found === undefined) MESSAGES[index] = this.#addMessage(this.#number + index)
    return found
  }

  /** Keeps the text and the phones of the line. Returns the number of its message. */
  #addMessage(number: number): number {
    const message = TEXTS.rows
    const { textBegin, textEnd, textHasEscapes, phoneBegin, phoneEnd } = this.#line
    LINES[message] = number
    PHONE_BEGINS[message] = phoneBegin
    PHONE_ENDS[message] = phoneEnd
    if (textHasEscapes) TEXTS.addString(parseString(this.#block, textBegin, textEnd, true))
    else TEXTS.add(this.#block, textBegin + 1, textEnd - 1)
    return message
  }
}

/** The phone numbers of a message; undefined if it has none. */
function readPhones(block: Buffer, message: number): string | undefined {
  const begin = PHONE_BEGINS[message]!
  return begin < 0 ? undefined : readJsonPhones(block, begin, PHONE_ENDS[message]!)
}
