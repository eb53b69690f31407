// What countMany and countUtf8 share: the columns that they return, and when the core may fill them.
import { GSM7, type Row, type Rows, UCS2 } from '../core/bulk'
import { SeptetError } from '../errors'
import { countBy } from '../text/count'
import { isPlainCut, isSentAsGiven, type Plan } from '../text/options'
import { UnencodableError } from '../text/unencodable'
import type { Count, CountColumns } from '../types'

/** Whether the core may count texts as they are given; else each is left to `countBy`. */
export function isCountedByCore(plan: Plan): boolean {
  return isSentAsGiven(plan) && isPlainCut(plan)
}

/** @throws {SeptetError} 'too-long': there are more rows than memory for them */
export function createColumns(argument: string, rows: number): CountColumns {
  return createManyColumns(argument, rows, 1)[0]!
}

/** Octets of a row: its encoding, units and segments. */
const ROW = 1 + 4 + 4

/** The columns of `sets` counts, all in the same memory: to allocate each by itself takes as long as to count. */
export function createManyColumns(argument: string, rows: number, sets: number): CountColumns[] {
  const buffer = allocate(argument, rows, sets)
  return Array.from({ length: sets }, (_, set) => ({
    encodings: new Uint8Array(buffer, rows * (8 * sets + set), rows),
    units: new Uint32Array(buffer, rows * 8 * set, rows),
    segments: new Uint32Array(buffer, rows * (8 * set + 4), rows),
    totalSegments: 0,
  }))
}

function allocate(argument: string, rows: number, sets: number): ArrayBuffer {
  try {
    return new ArrayBuffer(rows * ROW * sets)
  } catch {
    throw new SeptetError('too-long', argument, rows, `has ${rows} messages, and there is no memory for so many`)
  }
}

/** Enters what the core has counted, the first row at `row`. */
export function enterRows(to: CountColumns, row: number, { encodings, units, segments, total }: Rows): void {
  to.encodings.set(encodings, row)
  to.units.set(units, row)
  to.segments.set(segments, row)
  to.totalSegments += total
}

export function enterCount(to: CountColumns, row: number, { encoding, units, segments }: Row): void {
  enter(to, row, encoding === 'UCS-2' ? UCS2 : GSM7, units, segments)
}

export function enter(to: CountColumns, row: number, encoding: number, units: number, segments: number): void {
  to.encodings[row] = encoding
  to.units[row] = units
  to.segments[row] = segments
  to.totalSegments += segments
}

/** A count as `count` makes it; what it refuses goes by the name that the caller knows the text by. */
export function countNamed(text: string, plan: Plan, argument: () => string): Count {
  try {
    return countBy(text, plan)
  } catch (error) {
    if (error instanceof UnencodableError) throw new UnencodableError(text, error.characters, error.total, argument())
    throw error
  }
}

/** The first message of `rows` from `row` on that is not in GSM-7; -1 where all are. */
export function findForeignRow({ encodings }: CountColumns, row: number, rows: number): number {
  const found = encodings.subarray(row, row + rows).indexOf(UCS2)
  return found < 0 ? -1 : row + found
}
