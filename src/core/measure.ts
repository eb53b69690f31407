// TS 23.040 9.2.3.24.1: what a text costs: its units and its segments, without a list of its cuts.
import { FOREIGN, PER_SEGMENT, REMAINING, UNITS } from '../../assembly/abi'
import type { Count, SegmentLimits } from '../types'
import { cutIn, DEFAULT_TABLES, type Tables } from './languages'
import { type Engine, start } from './text'
import { countOfOne, countUcs2 } from './ucs2'
import { copyIn, eachWindow, type Visit } from './window'

/** A text that comes in windows: puts each into the core, and calls `visit`. The whole text need not be in memory. */
export type Windows = (engine: Engine, visit: Visit) => void

/** The encodings that a text may have, and the capacities of a segment in either. */
export interface Room {
  readonly encoding: 'auto' | 'GSM-7' | 'UCS-2'
  readonly gsm7: SegmentLimits
  readonly ucs2: SegmentLimits
}

/**
 * Counts a text that is sent as it is, in the default tables, and cut where a segment is full: GSM-7 where that has every
 * character, otherwise UCS-2.
 *
 * @param text in windows, it is read once for each encoding
 * @returns undefined where GSM-7 is asked for and does not have every character
 */
export function countText(text: string | Windows, { encoding, gsm7, ucs2 }: Room): Count | undefined {
  const engine = start()
  if (encoding !== 'UCS-2') {
    const counted = typeof text === 'function' ? countGsm7Windows(engine, text, gsm7) : countGsm7(engine, text, gsm7)
    if (counted !== undefined || encoding === 'GSM-7') return counted
  }
  return typeof text === 'function' ? countUcs2Windows(engine, text, ucs2) : countUcs2(text, ucs2)
}

function countGsm7(engine: Engine, text: string, limits: SegmentLimits): Count | undefined {
  if (text.length > 0 && looksForeign(text, engine)) return undefined
  if (text.length > engine.WINDOW) return countGsm7Windows(engine, createWindows(text), limits)
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
export function looksForeign(text: string, { encoder }: Engine = start()): boolean {
  const { length } = text
  return (
    encoder[text.charCodeAt(0)] === 0 ||
    encoder[text.charCodeAt(length >> 1)] === 0 ||
    encoder[text.charCodeAt(length - 1)] === 0
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
    segments: (tables, limits) => countGsm7Windows(engine, windows, limits, tables)!.segments,
  }
}

function createWindows(text: string): Windows {
  return (engine, visit) => eachWindow(engine, text, visit)
}

function countGsm7Windows(
  engine: Engine,
  windows: Windows,
  limits: SegmentLimits,
  tables = DEFAULT_TABLES,
): Count | undefined {
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

function countUcs2Windows(engine: Engine, windows: Windows, limits: SegmentLimits): Count {
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
    ? countOfOne(encoding, units, single)
    : { encoding, units, segments, perSegment: multi, remaining }
}
