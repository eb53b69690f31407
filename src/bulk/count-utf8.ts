import { getUtf8Octets, readBulkLimits } from '../core/bulk'
import { countLongUtf8, countUtf8Rows, type Offsets } from '../core/utf8-rows'
import { createPlan, type Plan } from '../text/options'
import type { CountColumns, TextOptions, Utf8Options } from '../types'
import { countNamed, createColumns, enterCount, enterRows, findForeignRow, isCountedByCore } from './columns'
import {
  countFitting,
  countOctets,
  createOrderError,
  decodeMessage,
  isNull,
  type Messages,
  requireMessages,
  requireOptions,
  takeRows,
} from './utf8-messages'

export type { Offsets }

/** A call's arguments, checked, and where the counts go. */
interface Call extends Messages {
  readonly plan: Plan
  readonly columns: CountColumns
}

/**
 * Counts many messages in UTF-8, without making strings of them: message n is the octets from `offsets[n]` to
 * `offsets[n + 1]`. Malformed octets count as the U+FFFD that TextDecoder puts in their place; a byte order mark is a
 * character like any other. The buffers of Arrow's Utf8 and LargeUtf8 vectors are taken as they are.
 *
 * @param data octets of UTF-8
 * @param offsets where each message begins in `data`, in octets, ascending; and where the last one ends
 * @param options `length`: so many messages; `validity`, `validityOffset`: a bit for each message, 0 where there is none, which counts
 * nothing; and how each is sent, as for `count`
 * @returns for each message, in order: the encoding (0 GSM-7, 1 UCS-2), the units and the segments; and the sum of all segments
 * @throws {SeptetError} 'invalid-type', 'invalid-value': offsets that descend or lie outside `data`, a `validity` that is
 * too short; and what the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, at the first message that is not: the
 * argument is the offset where it begins, the value the message as a string
 * @see 3GPP TS 23.038 6, TS 23.040 9.2.3.24.1; Unicode 3.9, table 3-7
 * @example
 * const data = new TextEncoder().encode('Hello!Привет')
 * countUtf8(data, Int32Array.of(0, 6, 18))
 * // { encodings: Uint8Array [0, 1], units: Uint32Array [6, 6], segments: Uint32Array [1, 1], totalSegments: 2 }
 */
export function countUtf8(data: Uint8Array, offsets: Offsets, options?: Utf8Options): CountColumns {
  const { length, validity, validityOffset, ...textOptions } = requireOptions(options)
  const plan = createPlan(textOptions as TextOptions)
  const messages = requireMessages(data, offsets, { length, validity, validityOffset })
  const { rows } = messages
  const call: Call = { ...messages, plan, columns: createColumns('offsets', rows) }
  if (isCountedByCore(plan)) countWindows(call)
  else for (let row = 0; row < rows; row++) countOne(call, row)
  return call.columns
}

/**
 * A window of the core's own memory, 262,144 octets. What is read into it is counted where it is: `countUtf8` makes no copy where its
 * `data` is this array, or a part of it.
 *
 * It is the same memory at every call, and any call of `countUtf8` on other data overwrites it.
 *
 * @returns the window: 262,144 octets
 * @example
 * const window = utf8Window()
 * const { written } = new TextEncoder().encodeInto('Привет', window) // or readSync of node:fs
 * countUtf8(window.subarray(0, written), Int32Array.of(0, written)).units // Uint32Array [6]
 */
export function utf8Window(): Uint8Array {
  return getUtf8Octets()
}

/** Each call of the core takes as many messages as its window and its columns have room for. */
function countWindows(call: Call): void {
  const { rows, plan, columns } = call
  const limits = readBulkLimits()
  for (let row = 0; row < rows; ) {
    const counted = countFitting(call, row, limits)
    if (counted > 0) countWindow(call, row, counted)
    else countLong(call, row)
    const next = row + Math.max(counted, 1)
    if (plan.encoding === 'GSM-7') {
      const foreign = findForeignRow(columns, row, next - row)
      if (foreign >= 0) countOne(call, foreign)
    }
    row = next
  }
}

function countWindow(call: Call, row: number, rows: number): void {
  const { columns, plan } = call
  const counted = countUtf8Rows(takeRows(call, row, rows), plan)
  if (counted === undefined) throw createOrderError(call, row)
  enterRows(columns, row, counted)
}

/** A message longer than the window, and so than any single segment. */
function countLong(call: Call, row: number): void {
  const { data, offsets, plan, columns } = call
  const begin = Number(offsets[row])
  const end = begin + countOctets(call, row, 1)
  if (!isNull(call, row)) enterCount(columns, row, countLongUtf8(data.subarray(begin, end), plan))
}

/** One message by way of a string, for the options that change it. */
function countOne(call: Call, row: number): void {
  countOctets(call, row, 1)
  if (isNull(call, row)) return
  enterCount(
    call.columns,
    row,
    countNamed(decodeMessage(call, row), call.plan, () => `offsets[${row}]`),
  )
}
