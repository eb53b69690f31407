// Many messages in UTF-8 in one call: by offsets and a validity bitmap, as Arrow has them.
import { FOREIGN, REMAINING, UNITS } from '../../assembly/abi'
import type { SegmentLimits } from '../types'
import { type BulkEngine, type Row, type Rows, readRows, startBulk } from './bulk'
import type { Room } from './capacity'

/** Offsets as Arrow has them: 32 bits for Utf8, 64 bits for LargeUtf8. */
export type Offsets = Int32Array | Uint32Array | BigInt64Array

/** A bit for each message, 0 for null, the lowest bit of an octet first. */
export interface Validity {
  readonly bits: Uint8Array
  /** Place of the first message's bit. */
  readonly first: number
}

/** Messages in UTF-8 for one call of the core. */
export interface Utf8Rows {
  readonly data: Uint8Array
  /** Where each message begins in `data`, and the last one ends. */
  readonly offsets: Offsets
  /** The first of the messages: an element of `offsets`. */
  readonly row: number
  /** The number of messages. */
  readonly rows: number
  /** Octets from the first of their offsets to the last. */
  readonly length: number
  readonly validity: Validity | undefined
}

/** Counts messages in UTF-8. Returns undefined where their offsets do not ascend. */
export function countUtf8Rows(messages: Utf8Rows, { encoding, gsm7, ucs2 }: Room): Rows | undefined {
  const engine = startBulk()
  const { rows, length } = messages
  const placed = placeRows(engine, messages)
  const counted = engine.core.countRows(
    placed.at,
    length,
    rows,
    placed.bit,
    encoding === 'UCS-2' ? 1 : 0,
    gsm7.single,
    gsm7.multi,
    ucs2.single,
    ucs2.multi,
  )
  return counted < rows ? undefined : readRows(engine, rows)
}

/**
 * Copies messages into the core, unless they are there already. Returns their address, and the place of the bit of the
 * first in VALIDITY, or -1.
 */
export function placeRows(
  engine: BulkEngine,
  { data, offsets, row, rows, length, validity }: Utf8Rows,
): { at: number; bit: number } {
  const { UTF8, utf8 } = engine
  const begin = Number(offsets[row])
  const at = findAddress(engine, data)
  if (at < 0) utf8.set(data.subarray(begin, begin + length))
  copyOffsets(engine, offsets, row, rows, length)
  return { at: at < 0 ? UTF8 : at + begin, bit: validity === undefined ? -1 : copyValidity(engine, validity, rows) }
}

/** The address of octets that are in the core's window already; otherwise -1. */
function findAddress({ core, UTF8, utf8 }: BulkEngine, data: Uint8Array): number {
  if (data.buffer !== core.memory.buffer) return -1
  return data.byteOffset >= UTF8 && data.byteOffset + data.length <= UTF8 + utf8.length ? data.byteOffset : -1
}

/**
 * The core uses only differences of offsets. For offsets of 64 bits it gets the differences; one that is out of bounds
 * becomes -1.
 */
function copyOffsets(engine: BulkEngine, offsets: Offsets, row: number, rows: number, length: number): void {
  if (!(offsets instanceof BigInt64Array)) {
    engine.offsets.set(offsets.subarray(row, row + rows + 1))
    return
  }
  // By halves, since every BigInt is an allocation.
  const halves = new Int32Array(offsets.buffer, offsets.byteOffset + 8 * row, 2 * (rows + 1))
  const begin = Number(offsets[row])
  for (let index = 0; index <= rows; index++) {
    const offset = halves[2 * index + 1]! * 2 ** 32 + (halves[2 * index]! >>> 0) - begin
    engine.offsets[index] = offset >= 0 && offset <= length ? offset : -1
  }
}

/** Copies the validity bits of the messages. Returns the place of the first bit, 0 to 7. */
function copyValidity(engine: BulkEngine, { bits, first }: Validity, rows: number): number {
  // Not by shifts: a place may be beyond 2^31.
  engine.validity.set(bits.subarray(Math.floor(first / 8), Math.ceil((first + rows) / 8)))
  return first % 8
}

/** Counts a message in UTF-8 that is longer than the window, and so longer than any single segment. */
export function countLongUtf8(octets: Uint8Array, { encoding, gsm7, ucs2 }: Room): Row {
  const engine = startBulk()
  const inGsm7 = encoding === 'UCS-2' ? undefined : walk(engine, octets, engine.core.walkGsm7, gsm7)
  if (inGsm7 !== undefined) return { encoding: 'GSM-7', ...inGsm7 }
  return { encoding: 'UCS-2', ...walk(engine, octets, engine.core.walkUcs2, ucs2)! }
}

type Walk = (at: number, end: number, capacity: number, room: number) => number

/** Counts window by window; undefined where `walkPart` meets a character that it cannot count. */
function walk(
  { UTF8, utf8, result }: BulkEngine,
  octets: Uint8Array,
  walkPart: Walk,
  { multi }: SegmentLimits,
): Pick<Row, 'units' | 'segments'> | undefined {
  const end = octets.length
  let units = 0
  let segments = 1
  let room = multi
  for (let at = 0; at < end; ) {
    const border = at + utf8.length < end ? findCharacterBorder(octets, at + utf8.length) : end
    utf8.set(octets.subarray(at, border))
    const cuts = walkPart(UTF8, UTF8 + border - at, multi, room)
    if (cuts === FOREIGN) return undefined
    units += result[UNITS]!
    segments += cuts
    room = result[REMAINING]!
    at = border
  }
  return { units, segments }
}

/**
 * The last place at or before `at` that is surely not inside a character: a character has at most three continuation
 * octets.
 */
function findCharacterBorder(octets: Uint8Array, at: number): number {
  for (let border = at; border > at - 4; border--) {
    if ((octets[border]! & 0xc0) !== 0x80) return border
  }
  return at
}
