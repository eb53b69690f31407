import { isUtf8 } from 'node:buffer'
import { countUtf8 } from 'septet'
import { type BadRow, type Batch, csvField, NO_CELLS } from './batch'
import { NOT_UTF8 } from './utf8'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/**
 * The lines of a block, counted where they stand. Between two lines stands a row that is none, the line end: a bitmap of
 * alternate bits says so, and nothing is copied together.
 */
export function linesOf(block: Buffer): Batch {
  const offsets = bordersOf(block)
  const lines = offsets.length >> 1
  const validity = new Uint8Array((2 * lines + 7) >> 3).fill(0b01010101)
  const textOf = (line: number) => block.toString('utf8', offsets[2 * line], offsets[2 * line + 1])
  const bad: BadRow[] = []
  const good: number[] | undefined = isUtf8(block) ? undefined : []
  for (let line = 0; good && line < lines; line++) {
    if (isUtf8(block.subarray(offsets[2 * line], offsets[2 * line + 1]))) good.push(line)
    else {
      bad.push({ line, reason: NOT_UTF8 })
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
    line: lineOf,
    text: (row) => textOf(lineOf(row)),
    phones: () => undefined,
    write(cellsOf) {
      const rowOf = new Map(good?.map((line, row) => [line, row]))
      // A character an octet, where some lines are no UTF-8.
      const encoding = good ? 'latin1' : 'utf8'
      let written = ''
      for (let line = 0; line < lines; line++) {
        const row = good ? rowOf.get(line) : line
        const cells = (row === undefined ? undefined : cellsOf(row)) ?? NO_CELLS
        const text = block.toString(encoding, offsets[2 * line], offsets[2 * line + 1])
        written += `${csvField(text)},${cells.join(',')}\n`
      }
      return Buffer.from(written, encoding)
    },
  }
}

/** Begin and end of every line, its LF or CR LF left out; then the end of the block. */
function bordersOf(block: Buffer): Int32Array {
  let borders = new Int32Array(1 << 15)
  let at = 0
  for (let begin = 0; begin < block.length; ) {
    const feed = block.indexOf(LINE_FEED, begin)
    const end = feed < 0 ? block.length : feed
    if (at + 3 > borders.length) {
      const larger = new Int32Array(2 * borders.length)
      larger.set(borders)
      borders = larger
    }
    borders[at++] = begin
    borders[at++] = end > begin && block[end - 1] === CARRIAGE_RETURN ? end - 1 : end
    begin = end + 1
  }
  borders[at++] = block.length
  return borders.subarray(0, at)
}
