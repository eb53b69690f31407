// Messages in UTF-8 as a caller hands them over, checked: octets, offsets, a bitmap; and which of them fit the core at once.
import {
  createView,
  describe,
  type Members,
  nameTypedArray,
  requireInteger,
  requireObject,
  requireOctets,
} from '../arguments'
import type { Offsets, Utf8Rows } from '../core/utf8-rows'
import { SeptetError } from '../errors'
import { listOptionNames } from '../text/options'

export interface Messages {
  readonly data: Uint8Array
  readonly offsets: Offsets
  readonly rows: number
  readonly validity: Uint8Array | undefined
  readonly validityOffset: number
}

/** What says so in the options, beside those of texts. */
const LAYOUT = ['length', 'validity', 'validityOffset'] as const

/** Options of messages in UTF-8: their layout, those of texts, and `others`. @throws {SeptetError} 'invalid-type', 'unknown-option' */
export function requireOptions(options: unknown, others: readonly string[] = []): Members {
  if (options === undefined) return Object.create(null)
  return requireObject('options', options, [...others, ...LAYOUT, ...listOptionNames()])
}

type Layout = { readonly [Name in (typeof LAYOUT)[number]]?: unknown }

/** @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireMessages(data: unknown, offsets: unknown, layout: Layout): Messages {
  const { length, validity, validityOffset = 0 } = layout
  const octets = requireOctets('data', data)
  const places = requireOffsets(offsets)
  const rows = requireRows(octets, places, length)
  return { data: octets, offsets: places, rows, ...requireValidity(validity, validityOffset, rows) }
}

/** The most messages and octets of one call of the core. */
export interface Limits {
  readonly rows: number
  readonly octets: number
}

/** How many messages from `row` on fit the core's window. Offsets that descend are found out when they are counted. */
export function countFitting({ offsets, rows }: Messages, row: number, limits: Limits): number {
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

/** Octets of `rows` messages from `row` on. @throws {SeptetError} 'invalid-value': offsets that descend, or lie outside */
export function countOctets(messages: Messages, row: number, rows: number): number {
  const begin = Number(messages.offsets[row])
  const length = Number(messages.offsets[row + rows]) - begin
  if (length < 0 || begin + length > messages.data.length) throw createOrderError(messages, row)
  return length
}

/** `rows` messages from `row` on, as the core takes them. @throws {SeptetError} 'invalid-value': offsets that descend, or lie outside */
export function takeRows(messages: Messages, row: number, rows: number): Utf8Rows {
  const { data, offsets, validity, validityOffset } = messages
  const bits = validity && { bits: validity, first: validityOffset + row }
  return { data, offsets, row, rows, length: countOctets(messages, row, rows), validity: bits }
}

export function isNull({ validity, validityOffset }: Messages, row: number): boolean {
  const bit = validityOffset + row
  return validity !== undefined && ((validity[Math.floor(bit / 8)]! >> (bit % 8)) & 1) === 0
}

/** One message as a string. @throws {SeptetError} 'invalid-value': offsets that descend, or lie outside */
export function decodeMessage(messages: Messages, row: number): string {
  const begin = Number(messages.offsets[row])
  const end = begin + countOctets(messages, row, 1)
  decoder ??= new TextDecoder('utf-8', { ignoreBOM: true })
  // A copy, since browsers decode no shared memory.
  return decoder.decode(messages.data.slice(begin, end))
}

let decoder: TextDecoder | undefined

/** Offsets as a plain view of their own. @throws {SeptetError} 'invalid-type', 'invalid-value' */
function requireOffsets(offsets: unknown): Offsets {
  const type = nameTypedArray(offsets)
  if (type === 'Int32Array') return createView('offsets', offsets as Int32Array, Int32Array)
  if (type === 'Uint32Array') return createView('offsets', offsets as Uint32Array, Uint32Array)
  if (type === 'BigInt64Array') return createView('offsets', offsets as BigInt64Array, BigInt64Array)
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

/** The error for offsets from `row` on, of which one is below the one before it. */
export function createOrderError({ offsets }: Messages, row: number): SeptetError {
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
