import { isUtf8 } from 'node:buffer'
import { countUtf8 } from 'septet'
import { type BadRow, type Batch, csvField, NO_CELLS } from './batch'
import { ROWS } from './pieces'
import { NOT_UTF8 } from './utf8'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Begin and end of each line, and the end of all: the same memory for every batch. */
const BORDERS = new Int32Array(2 * ROWS + 1)

/**
 * Between two lines stands a row that is none, the line end: a bitmap of alternate bits says so, and nothing is copied
 * together.
 */
const ALTERNATE = new Uint8Array((2 * ROWS) >> 3).fill(0b01010101)

/** The lines of a block, counted where they stand. */
export function* linesOf(block: Buffer): Generator<Batch> {
  let first = 0
  for (let begin = 0; begin < block.length; ) {
    const offsets = bordersOf(block, begin)
    const end = offsets.at(-1)!
    yield batchOf(block, block.subarray(begin, end), offsets, first)
    begin = end
    first += offsets.length >> 1
  }
}

/** `piece`: those octets of the block whose lines these are. `first`: the line of the first. */
function batchOf(block: Buffer, piece: Buffer, offsets: Int32Array, first: number): Batch {
  const lines = offsets.length >> 1
  const textOf = (line: number) => block.toString('utf8', offsets[2 * line], offsets[2 * line + 1])
  const bad: BadRow[] = []
  const good: number[] | undefined = isUtf8(piece) ? undefined : []
  const validity = good ? ALTERNATE.slice() : ALTERNATE
  for (let line = 0; good && line < lines; line++) {
    if (isUtf8(block.subarray(offsets[2 * line], offsets[2 * line + 1]))) good.push(line)
    else {
      bad.push({ line: first + line, reason: NOT_UTF8 })
      validity[line >> 2]! &= ~(1 << (2 * (line & 3)))
    }
  }
  const lineOf = (row: number) => (good ? good[row]! : row)
  return {
    lines,
    rows: good ? good.length : lines,
    bad,
    count: (options) => countUtf8(block, offsets, { ...options, validity }),
    place: (row) => 2 * lineOf(row),
    line: (row) => first + lineOf(row),
    text: (row) => textOf(lineOf(row)),
    phones: () => undefined,
    write(cellsOf) {
      const rowOf = new Map(good?.map((line, row) => [line, row]))
      // A character an octet, where some lines are no UTF-8.
      const encoding = good ? 'latin1' : 'utf8'
      let rows = ''
      for (let line = 0; line < lines; line++) {
        const row = good ? rowOf.get(line) : line
        const cells = (row === undefined ? undefined : cellsOf(row)) ?? NO_CELLS
        const text = block.toString(encoding, offsets[2 * line], offsets[2 * line + 1])
        rows += `${csvField(text)},${cells.join(',')}\n`
      }
      return { rows, encoding }
    },
  }
}

/** Begin and end of the lines from `begin` on, ROWS at most, the LF or CR LF left out; then where the next begins. */
function bordersOf(block: Buffer, begin: number): Int32Array {
  let at = 0
  let next = begin
  while (next < block.length && at < 2 * ROWS) {
    const feed = block.indexOf(LINE_FEED, next)
    const end = feed < 0 ? block.length : feed
    BORDERS[at++] = next
    BORDERS[at++] = end > next && block[end - 1] === CARRIAGE_RETURN ? end - 1 : end
    next = Math.min(end + 1, block.length)
  }
  BORDERS[at++] = next
  return BORDERS.subarray(0, at)
}
