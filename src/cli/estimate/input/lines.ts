import { isUtf8 } from 'node:buffer'
import { surveyUtf8 } from 'septet'
import type { OctetWriter } from '../octet-writer'
import { type BadRow, type Batch, NO_CELLS, ROWS } from './batch'
import { describeNotUtf8 } from './utf8'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** The start and end of each line, and the end of all. Every batch uses the same memory. */
const BORDERS = new Int32Array(2 * ROWS + 1)

/**
 * A line end is treated as a row between two lines. A bitmap of alternate bits leaves these rows out, so nothing has to
 * be copied.
 */
const ALTERNATE = new Uint8Array((2 * ROWS) >> 3).fill(0b01010101)

const NO_STRINGS: ReadonlyMap<number, string> = new Map()

/** A field with one of these characters is written in quotes. */
const IN_QUOTES = new Uint8Array(256)
for (const character of '",;\t\r\n') IN_QUOTES[character.charCodeAt(0)] = 1

/** Reads the lines of a block in place. */
export function* readLines(block: Buffer): Generator<Batch> {
  let first = 0
  for (let begin = 0; begin < block.length; ) {
    const offsets = findBorders(block, begin)
    const end = offsets.at(-1)!
    yield createBatch(block, block.subarray(begin, end), offsets, first)
    begin = end
    first += offsets.length >> 1
  }
}

/** `piece`: the octets of the block with these lines. `first`: the number of the first line. */
function createBatch(block: Buffer, piece: Buffer, offsets: Int32Array, first: number): Batch {
  const lines = offsets.length >> 1
  const bad: BadRow[] = []
  const good: number[] | undefined = isUtf8(piece) ? undefined : []
  const validity = good ? ALTERNATE.slice() : ALTERNATE
  for (let line = 0; good && line < lines; line++) {
    if (isUtf8(block.subarray(offsets[2 * line], offsets[2 * line + 1]))) good.push(line)
    else {
      bad.push({ line: first + line, reason: describeNotUtf8(piece) })
      validity[line >> 2]! &= ~(1 << (2 * (line & 3)))
    }
  }
  const findLine = (row: number) => (good ? good[row]! : row)
  return {
    lines,
    rows: good ? good.length : lines,
    bad,
    // A line has no phone number, so none is left out.
    survey: (options) => surveyUtf8(block, offsets, { ...options, validity }),
    strings: NO_STRINGS,
    place: (row) => 2 * findLine(row),
    line: (row) => first + findLine(row),
    text: (row) => block.toString('utf8', offsets[2 * findLine(row)], offsets[2 * findLine(row) + 1]),
    hasPhones: false,
    phones: () => undefined,
    write(cellsOf, _, writer) {
      const rowByLine = new Map(good?.map((line, row) => [line, row]))
      for (let line = 0; line < lines; line++) {
        const row = good ? rowByLine.get(line) : line
        const cells = (row === undefined ? undefined : cellsOf(row)) ?? NO_CELLS
        writeField(block, offsets[2 * line]!, offsets[2 * line + 1]!, writer)
        writer.ascii(`,${cells.join(',')}\n`)
      }
    },
  }
}

/** A field of CSV, in quotes where it needs them. */
function writeField(block: Buffer, begin: number, end: number, writer: OctetWriter): void {
  let at = begin
  while (at < end && IN_QUOTES[block[at]!] === 0) at++
  if (at === end) writer.copy(block, begin, end)
  else {
    writer.ascii('"')
    writer.copyDoubling(block, begin, end)
    writer.ascii('"')
  }
}

/**
 * Sets the start and end of at most ROWS lines from `begin` on, without LF or CR LF, and then where the next one
 * starts.
 */
function findBorders(block: Buffer, begin: number): Int32Array {
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
