// TS 23.040 9.2.3.24.1: what a text costs: its units and its segments, without a list of its cuts.
import { FOREIGN, PER_SEGMENT, REMAINING, UNITS } from '../../assembly/abi'
import type { Count, SegmentLimits } from '../types'
import { type Coding, cutIn, nameShifts } from './cut'
import { DEFAULT_TABLES, type Tables } from './languages'
import { GSM7_MULTI, GSM7_SINGLE } from './plain-room'
import { type Engine, start } from './text'
import { countPlainUcs2, countSingle, countUcs2 } from './ucs2'
import { copyIn, type Visit } from './window'

/** A text that comes in windows: puts each into the core, and calls `visit`. The whole text need not be in memory. */
export type Windows = (engine: Engine, visit: Visit) => void

/** TS 23.040 9.2.3.24.1: without elements of the caller, and with an 8-bit reference in each of several segments. */
const PLAIN: SegmentLimits = { single: GSM7_SINGLE, multi: GSM7_MULTI }

/**
 * Up to this many units, a look at each is faster than to copy the text and call the core: 2 ns for each unit, and 70
 * ns for the call (Node 20).
 */
const LOOK_AT_ALL = 32

/**
 * Counts a text without options. The first unit is looked at before all else: a text in another alphabet shows there.
 * test/core/parity.test.ts compares this with the reference, as it does the core.
 */
export function countPlain(text: string): Count {
  const { encoder } = start()
  const { length } = text
  let count: Count | undefined
  if (length === 0 || encoder[text.charCodeAt(0)] !== 0) {
    if (length <= LOOK_AT_ALL) count = countShort(text, encoder)
    else if (!looksForeign(text)) count = countGsm7(text, PLAIN)
  }
  return count ?? countPlainUcs2(text)
}

/** What a short text costs in GSM-7; undefined where that lacks a character. There is no branch on a unit. */
function countShort(text: string, encoder: Uint8Array): Count | undefined {
  const { length } = text
  let septets = length
  let foreign = 0
  for (let offset = 0; offset < length; offset++) {
    const encoded = encoder[text.charCodeAt(offset)]!
    // It is below 0 once a unit is outside GSM-7: `encoded` is 0 there. The high bit is an escape.
    foreign |= encoded - 1
    septets += encoded >> 7
  }
  return foreign < 0 ? undefined : countSingle('GSM-7', septets, GSM7_SINGLE)
}

/**
 * Counts a text that is cut where a segment is full.
 *
 * @returns undefined where the tables lack a character
 */
export function countIn(text: string | Windows, coding: Coding): Count | undefined {
  const { encoding, shifts, limits } = coding
  const isString = typeof text === 'string'
  if (encoding === 'GSM-7') {
    if (isString && shifts === undefined) return countGsm7(text, limits)
    const count = countGsm7Windows(isString ? createWindows(text) : text, limits, coding)
    return count && nameShifts(count, coding)
  }
  if (!isString) return countUcs2Windows(text, limits)
  return countUcs2(text, limits.single, limits.multi)
}

/** What a text costs in GSM-7 in the default tables; undefined where they lack a character. */
export function countGsm7(text: string, limits: SegmentLimits): Count | undefined {
  const engine = start()
  if (text.length > engine.WINDOW) return countGsm7Windows(createWindows(text), limits, DEFAULT_TABLES)
  const { core, result, TEXT } = engine
  const segments = core.segmentGsm7(TEXT, copyIn(engine, text, 0, text.length), limits.single, limits.multi)
  if (segments === FOREIGN) return undefined
  return {
    encoding: 'GSM-7',
    units: result[UNITS]!,
    segments,
    perSegment: result[PER_SEGMENT]!,
    remaining: result[REMAINING]!,
  }
}

/**
 * Looks at three units of a text before it is copied: one that is outside GSM-7 decides the encoding, and most texts in another
 * alphabet have one at these places.
 */
export function looksForeign(text: string): boolean {
  const { encoder } = start()
  const { length } = text
  return (
    length > 0 &&
    (encoder[text.charCodeAt(0)] === 0 ||
      encoder[text.charCodeAt(length >> 1)] === 0 ||
      encoder[text.charCodeAt(length - 1)] === 0)
  )
}

/** What a text costs in each choice of tables. It is valid until the next call of `weighTables`. */
export interface TableCosts {
  /** Units of the text in UTF-16: it has no fewer septets in any tables. */
  readonly length: number
  /** Septets in these tables; below 0 where a character is in neither. */
  septets(locking: number, single: number): number
  /** Segments in these tables, which must have every character. */
  segments(tables: Tables, limits: SegmentLimits): number
}

/** Reads a text once. After that its septets in any choice of tables are known. */
export function weighTables(text: string): TableCosts {
  const engine = start()
  const { core } = engine
  const windows = createWindows(text)
  let isFirst = 1
  windows(engine, (at, length) => {
    core.tally(at, length, isFirst)
    isFirst = 0
    return true
  })
  return {
    length: text.length,
    septets: (locking, single) => core.septetsIn(locking, single),
    segments: (tables, limits) => countGsm7Windows(windows, limits, tables)!.segments,
  }
}

/** A text of any length in windows: each is copied into the text window, and then visited. */
function createWindows(text: string): Windows {
  return (engine, visit) => {
    const { TEXT, WINDOW } = engine
    let from = 0
    do {
      const end = Math.min(from + WINDOW, text.length)
      if (!visit(TEXT, copyIn(engine, text, from, end))) return
      from = end
    } while (from < text.length)
  }
}

function countGsm7Windows(windows: Windows, limits: SegmentLimits, tables: Tables): Count | undefined {
  const engine = start()
  const { result } = engine
  let units = 0
  let made = 0
  let remaining = limits.multi
  let isForeign = false
  windows(engine, (at, length) => {
    const cuts = cutIn(engine, tables, at, length, limits.multi, remaining)
    if (cuts === FOREIGN) isForeign = true
    else {
      units += result[UNITS]!
      made += cuts
      remaining = result[REMAINING]!
    }
    return !isForeign
  })
  return isForeign ? undefined : conclude('GSM-7', units, made + 1, remaining, limits)
}

function countUcs2Windows(windows: Windows, limits: SegmentLimits): Count {
  const engine = start()
  const { core, result } = engine
  let units = 0
  let made = 0
  let remaining = limits.multi
  windows(engine, (at, length) => {
    units += length
    made += core.cutUcs2(at, length, limits.multi, remaining)
    remaining = result[REMAINING]!
    return true
  })
  return conclude('UCS-2', units, made + 1, remaining, limits)
}

function conclude(
  encoding: 'GSM-7' | 'UCS-2',
  units: number,
  segments: number,
  remaining: number,
  { single, multi }: SegmentLimits,
): Count {
  return units <= single
    ? countSingle(encoding, units, single)
    : { encoding, units, segments, perSegment: multi, remaining }
}
