// TS 23.040 9.2.3.24.1: where a text is cut. Each segment is filled as far as possible.
import { FOREIGN, UNITS } from '../../assembly/abi'
import type { Count, SegmentLimits, Shifts } from '../types'
import type { Tables } from './languages'
import { type Engine, start } from './text'
import { findUcs2End } from './ucs2'
import { copyIn } from './window'

/** Cuts one window of a text in these tables, as `cutGsm7` of the core does. */
export function cutIn(
  { core }: Engine,
  { locking, single }: Tables,
  at: number,
  length: number,
  capacity: number,
  room: number,
): number {
  if (locking === 0 && single === 0) return core.cutGsm7(at, length, capacity, room)
  core.selectTables(locking, single)
  return core.cutNational(at, length, capacity, room)
}

/** How a text is carried: its encoding, and in GSM-7 its tables. */
export interface Carriage extends Tables {
  readonly encoding: 'GSM-7' | 'UCS-2'
}

/** The same, and what a segment then holds. */
export interface Coding extends Carriage {
  readonly limits: SegmentLimits
  /** The languages of the tables that are not default ones; undefined where both tables are default. */
  readonly shifts: Shifts | undefined
}

/** Where segments end, as UTF-16 offsets, and their units. */
export interface Ends {
  readonly ends: number[]
  readonly units: number[]
}

/** The segments of a text. */
export interface Cuts extends Ends {
  readonly coding: Coding
  /** Capacity of a segment at this count. */
  readonly perSegment: number
}

/**
 * Where a segment must end: after `from`, where it starts, and not after `full`, where it is full. It is asked for segments in
 * their order.
 */
export type Border = (from: number, full: number) => number

/** Where a message ends, and each segment of it. */
export interface Bounds {
  /** Most segments: what they cannot carry is left out. */
  readonly maxSegments: number
  /** Makes the borders at which segments end; undefined: they end where they are full. */
  readonly createBorder: ((text: string) => Border) | undefined
}

/**
 * Cuts a text into its segments.
 *
 * @returns undefined where the tables lack a character
 */
export function cutText(text: string, coding: Coding, { maxSegments: most, createBorder }: Bounds): Cuts | undefined {
  const { single, multi } = coding.limits
  const filled = fill(text, coding)
  if (filled === undefined) return undefined
  if (filled.ends.length === 1) return { coding, perSegment: single, ends: filled.ends, units: filled.units }
  const { ends, units } = createBorder ? fillOneByOne(text, coding, multi, createBorder(text)) : filled
  if (ends.length <= most) return { coding, perSegment: multi, ends, units }
  if (multi * most > single)
    return { coding, perSegment: multi, ends: ends.slice(0, most), units: units.slice(0, most) }
  // One segment alone has the capacity of a single one. With a carrier's own limits this may be more than several have.
  const one = fillOne(text, coding, single, 0, createBorder?.(text))
  return { coding, perSegment: single, ends: [one.end], units: [one.units] }
}

/** The count of a text that is cut so. */
export function countCuts({ coding, perSegment, units }: Cuts): Count {
  const segments = units.length
  let all = 0
  for (const one of units) all += one
  const remaining = perSegment - units[segments - 1]!
  return nameShifts({ encoding: coding.encoding, units: all, segments, perSegment, remaining }, coding)
}

/** Adds the languages of the tables to a count. */
export function nameShifts<Counted extends Count>(count: Counted, { shifts }: Coding): Counted {
  if (shifts !== undefined) count.shifts = shifts
  return count
}

/**
 * Fills segments: a single one where that is enough, since it has no concatenation element and so more room. Undefined where the
 * tables lack a character.
 */
function fill(text: string, coding: Coding): Ends | undefined {
  const { encoding, limits } = coding
  if (encoding === 'UCS-2') {
    const { length } = text
    return length <= limits.single ? { ends: [length], units: [length] } : fillOneByOne(text, coding, limits.multi)
  }
  return fillWindows(text, coding, limits)
}

/** Fills segments of septets window by window; each window starts where a segment does. */
function fillWindows(text: string, tables: Tables, { single, multi }: SegmentLimits): Ends | undefined {
  const engine = start()
  const { cuts, result, WINDOW } = engine
  const ends: number[] = []
  const units: number[] = []
  let from = 0
  do {
    const end = Math.min(from + WINDOW, text.length)
    const made = cutWindow(engine, text, from, end, tables, multi)
    if (made === FOREIGN) return undefined
    const septets = result[UNITS]!
    if (end - from === text.length && septets <= single) return { ends: [end], units: [septets] }
    const segments = end === text.length ? made + 1 : made
    for (let at = 0; at < 2 * segments; at += 2) {
      ends.push(from + cuts[at]!)
      units.push(cuts[at + 1]!)
    }
    from = ends.at(-1)!
  } while (from < text.length)
  return { ends, units }
}

/**
 * Cuts the units from `from` to `end`, at most a window of them. Returns the cuts, or FOREIGN. The engine has where each cut is,
 * and after these the end.
 */
function cutWindow(engine: Engine, text: string, from: number, end: number, tables: Tables, capacity: number): number {
  return cutIn(engine, tables, engine.TEXT, copyIn(engine, text, from, end), capacity, capacity)
}

function fillOneByOne(text: string, carriage: Carriage, capacity: number, border?: Border): Ends {
  const ends: number[] = []
  const units: number[] = []
  let from = 0
  do {
    const one = fillOne(text, carriage, capacity, from, border)
    ends.push(one.end)
    units.push(one.units)
    from = one.end
  } while (from < text.length)
  return { ends, units }
}

/**
 * Where a segment ends that starts at `from`, and its units. The tables must have every character of it.
 *
 * @param capacity at least 2: an escape pair and a surrogate pair take two
 */
export function fillOne(
  text: string,
  carriage: Carriage,
  capacity: number,
  from: number,
  border: Border = endWhereFull,
): { end: number; units: number } {
  if (carriage.encoding === 'GSM-7') {
    const engine = start()
    const { cuts } = engine
    // One unit more than a segment holds, so that the core makes a cut where the text is longer.
    cutWindow(engine, text, from, Math.min(from + capacity + 1, text.length), carriage, capacity)
    const full = from + cuts[0]!
    const end = full < text.length ? border(from, full) : full
    if (end < full) cutWindow(engine, text, from, end, carriage, capacity)
    return { end, units: cuts[1]! }
  }
  const full = findUcs2End(text, from, capacity)
  const end = full < text.length ? border(from, full) : full
  return { end, units: end - from }
}

function endWhereFull(_from: number, full: number): number {
  return full
}
