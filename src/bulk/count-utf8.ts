import {
  describe,
  type Members,
  requireInteger,
  requireObject,
  requireOctets,
  typedArrayOf,
  viewOf,
} from '../arguments'
import { bulkLimits, utf8Octets } from '../core/bulk'
import { countLongUtf8, countUtf8Rows, type Offsets } from '../core/utf8-rows'
import { SeptetError } from '../errors'
import { createPlan, optionNames, type Plan } from '../text/options'
import type { CountColumns, TextOptions, Utf8Options } from '../types'
import { countNamed, createColumns, enterCount, enterRows, firstForeign, isCountedByCore } from './columns'

export type { Offsets }

/** A call's arguments, checked. */
interface Messages {
  readonly data: Uint8Array
  readonly offsets: Offsets
  readonly rows: number
  readonly validity: Uint8Array | undefined
  readonly validityOffset: number
  readonly plan: Plan
  readonly columns: CountColumns
}

/**
 * Counts many messages in UTF-8, without making strings of them: message n is the octets from `offsets[n]` to
 * `offsets[n + 1]`. Malformed octets count as the U+FFFD that TextDecoder puts in their place; a byte order mark is a
 * character like any other. The buffers of Arrow's Utf8 and LargeUtf8 vectors are taken as they are.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value': offsets that descend or lie outside `data`, a `validity` that is
 * too short; and what the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, at the first message that is not: the
 * argument is the offset where it begins, the value the message as a string
 * @example
 * const data = new TextEncoder().encode('Hello!Привет')
 * countUtf8(data, Int32Array.of(0, 6, 18))
 * // { encodings: Uint8Array [0, 1], units: Uint32Array [6, 6], segments: Uint32Array [1, 1], totalSegments: 2 }
 */
export function countUtf8(data: Uint8Array, offsets: Offsets, options?: Utf8Options): CountColumns {
  const { length, validity, validityOffset = 0, ...textOptions } = membersOf(options)
  const plan = createPlan(textOptions as TextOptions)
  const octets = requireOctets('data', data)
  const places = requireOffsets(offsets)
  const rows = requireRows(octets, places, length)
  const messages: Messages = {
    data: octets,
    offsets: places,
    rows,
    ...requireValidity(validity, validityOffset, rows),
    plan,
    columns: createColumns('offsets', rows),
  }
  if (isCountedByCore(plan)) countWindows(messages)
  else for (let row = 0; row < rows; row++) countOne(messages, row)
  return messages.columns
}

function membersOf(options: unknown): Members {
  if (options === undefined) return Object.create(null)
  return requireObject('options', options, ['length', 'validity', 'validityOffset', ...optionNames()])
}

/**
 * A window of the core's own memory, 262,144 octets. What a reader puts there is counted in place, which spares
 * `countUtf8` a copy: hand it this array, or a part of it, as `data`.
 *
 * It is the same memory at every call, and any call of `countUtf8` on other data overwrites it.
 *
 * @example
 * const window = utf8Window()
 * const { written } = new TextEncoder().encodeInto('Привет', window) // or readSync of node:fs
 * countUtf8(window.subarray(0, written), Int32Array.of(0, written)).units // Uint32Array [6]
 */
export function utf8Window(): Uint8Array {
  return utf8Octets()
}

/** As many messages a call of the core as its window and its columns hold. */
function countWindows(messages: Messages): void {
  const { rows, plan, columns } = messages
  for (let row = 0; row < rows; ) {
    const counted = fitting(messages, row)
    if (counted > 0) countWindow(messages, row, counted)
    else countLong(messages, row)
    const next = row + Math.max(counted, 1)
    if (plan.encoding === 'GSM-7') {
      const foreign = firstForeign(columns, row, next - row)
      if (foreign >= 0) countOne(messages, foreign)
    }
    row = next
  }
}

/** How many messages from `row` on fit the core's window. Offsets that descend are found out when they are counted. */
function fitting({ offsets, rows }: Messages, row: number): number {
  const limits = bulkLimits()
  const border = Number(offsets[row]) + limits.octets
  let fit = row
  let beyond = Math.min(rows, row + limits.rows) + 1
  while (beyond - fit > 1) {
    const middle = (fit + beyond) >> 1
    if (Number(offsets[middle]) <= border) fit = middle
    else beyond = middle
  }
  return fit - row
}

function countWindow(messages: Messages, row: number, rows: number): void {
  const { data, offsets, columns, plan, validity, validityOffset } = messages
  const begin = Number(offsets[row])
  const length = Number(offsets[row + rows]) - begin
  if (length < 0 || begin + length > data.length) throw descending(messages, row)
  const bits = validity && { bits: validity, first: validityOffset + row }
  const counted = countUtf8Rows(data, offsets, row, rows, length, bits, plan)
  if (counted === undefined) throw descending(messages, row)
  enterRows(columns, row, counted)
}

/** A message longer than the window, and so than any single segment. */
function countLong(messages: Messages, row: number): void {
  const { data, offsets, plan, columns } = messages
  const end = Number(offsets[row + 1])
  if (end > data.length) throw descending(messages, row)
  if (!isNull(messages, row)) enterCount(columns, row, countLongUtf8(data.subarray(Number(offsets[row]), end), plan))
}

/** One message by way of a string, for the options that change it. */
function countOne(messages: Messages, row: number): void {
  const { data, offsets, columns, plan } = messages
  const begin = Number(offsets[row])
  const end = Number(offsets[row + 1])
  if (end < begin || end > data.length) throw descending(messages, row)
  if (isNull(messages, row)) return
  decoder ??= new TextDecoder('utf-8', { ignoreBOM: true })
  // A copy, since browsers decode no shared memory.
  const text = decoder.decode(data.slice(begin, end))
  enterCount(
    columns,
    row,
    countNamed(text, plan, () => `offsets[${row}]`),
  )
}

let decoder: TextDecoder | undefined

function isNull({ validity, validityOffset }: Messages, row: number): boolean {
  const bit = validityOffset + row
  return validity !== undefined && ((validity[Math.floor(bit / 8)]! >> (bit % 8)) & 1) === 0
}

/** Offsets as a plain view of their own. @throws {SeptetError} 'invalid-type', 'invalid-value' */
function requireOffsets(offsets: unknown): Offsets {
  const type = typedArrayOf(offsets)
  if (type === 'Int32Array') return viewOf('offsets', offsets as Int32Array, Int32Array)
  if (type === 'Uint32Array') return viewOf('offsets', offsets as Uint32Array, Uint32Array)
  if (type === 'BigInt64Array') return viewOf('offsets', offsets as BigInt64Array, BigInt64Array)
  const message = `must be an Int32Array, Uint32Array or BigInt64Array, got ${describe(offsets)}`
  throw new SeptetError('invalid-type', 'offsets', offsets, message)
}

/** Rows that offsets delimit. @throws {SeptetError} 'invalid-type', 'invalid-value' */
function requireRows(data: Uint8Array, offsets: Offsets, length: unknown): number {
  const most = Math.max(0, offsets.length - 1)
  const rows = length === undefined ? most : requireInteger('options.length', length, 0, most)
  if (offsets.length === 0) return 0
  for (const index of [0, rows]) {
    const offset = offsets[index]!
    if (offset < 0 || offset > data.length) {
      const message = `must be from 0 to ${data.length}, the octets of data, got ${offset}`
      throw new SeptetError('invalid-value', `offsets[${index}]`, offset, message)
    }
  }
  return rows
}

function descending({ offsets }: Messages, row: number): SeptetError {
  let index = row + 1
  while (offsets[index]! >= offsets[index - 1]!) index++
  const message = `must not be below the one before it, ${offsets[index - 1]}, got ${offsets[index]}`
  return new SeptetError('invalid-value', `offsets[${index}]`, offsets[index], message)
}

function requireValidity(
  validity: unknown,
  validityOffset: unknown,
  rows: number,
): Pick<Messages, 'validity' | 'validityOffset'> {
  const offset = requireInteger('options.validityOffset', validityOffset, 0, Number.MAX_SAFE_INTEGER)
  if (validity === undefined || validity === null) return { validity: undefined, validityOffset: offset }
  const bitmap = requireOctets('options.validity', validity)
  // Arrow writes an empty bitmap where nothing is null.
  if (bitmap.length === 0) return { validity: undefined, validityOffset: offset }
  if (8 * bitmap.length >= offset + rows) return { validity: bitmap, validityOffset: offset }
  const message = `must have a bit for each of ${offset + rows} messages, got ${bitmap.length} octets`
  throw new SeptetError('invalid-value', 'options.validity', validity, message)
}
