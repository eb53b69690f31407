// TS 23.040 9.2.3.24.1: where a text is cut. Each segment is filled as far as possible.
import { FOREIGN, UNITS } from '../../assembly/abi'
import type { SegmentLimits } from '../types'
import { looksForeign } from './alphabet'
import { cutterFor, DEFAULT_TABLES, type Tables } from './languages'
import { type Engine, start } from './text'
import { fillUcs2, ucs2End } from './ucs2'
import { copyIn } from './window'

/** Where each segment ends, as a UTF-16 offset, and its units. */
export interface Ends {
  readonly ends: number[]
  readonly units: number[]
}

/** How a text is carried: its encoding, and in GSM-7 its tables. */
export interface Carriage extends Tables {
  readonly encoding: 'GSM-7' | 'UCS-2'
}

/** The segments of a whole text, and its encoding. */
export interface Whole extends Ends {
  readonly encoding: 'GSM-7' | 'UCS-2'
}

/**
 * The segments of a text in the default tables: GSM-7 where that has every character, otherwise UCS-2.
 *
 * @returns undefined where the text does not fit the core's window
 */
export function cutWhole(text: string, gsm7: SegmentLimits, ucs2: SegmentLimits): Whole | undefined {
  const engine = start()
  if (text.length > engine.WINDOW) return undefined
  if (!looksForeign(engine, text)) {
    const length = copyIn(engine, text, 0, text.length)
    const segments = engine.core.segmentGsm7(engine.TEXT, length, gsm7.single, gsm7.multi)
    if (segments !== FOREIGN) {
      const whole: Whole = { encoding: 'GSM-7', ends: [], units: [] }
      addCuts(engine, whole, segments, 0)
      return whole
    }
  }
  const { ends, units } = fillUcs2(text, text.length <= ucs2.single ? ucs2.single : ucs2.multi)
  return { encoding: 'UCS-2', ends, units }
}

/** Fills segments of `capacity` units with a text that can be carried so. An empty text is one empty segment. */
export function fill(text: string, carriage: Carriage, capacity: number): Ends {
  return carriage.encoding === 'UCS-2' ? fillUcs2(text, capacity) : fillGsm7(text, carriage, capacity)
}

/** Fills segments window by window; each window starts where a segment does. */
function fillGsm7(text: string, tables: Tables, capacity: number): Ends {
  const engine = start()
  const cutWindow = cutterFor(engine, tables)
  const cuts: Ends = { ends: [], units: [] }
  let from = 0
  do {
    const end = Math.min(from + engine.WINDOW, text.length)
    const made = cutWindow(engine.TEXT, copyIn(engine, text, from, end), capacity, capacity)
    addCuts(engine, cuts, end === text.length ? made + 1 : made, from)
    from = cuts.ends.at(-1)!
  } while (from < text.length)
  return cuts
}

/** Adds the cuts that the core has made in a window that starts at `from`. */
function addCuts({ cuts: table }: Engine, { ends, units }: Ends, segments: number, from: number): void {
  for (let at = 0; at < 2 * segments; at += 2) {
    ends.push(from + table[at]!)
    units.push(table[at + 1]!)
  }
}

/**
 * Fills segments as `fill` does, and ends each where `borderFor` says.
 *
 * @param borderFor gets where a segment starts and where it is full; returns where it must end: after its start, and
 * not after it is full
 */
export function fillTo(
  text: string,
  carriage: Carriage,
  capacity: number,
  borderFor: (from: number, full: number) => number,
): Ends {
  const cuts: Ends = { ends: [], units: [] }
  for (let from = 0; from < text.length || cuts.ends.length === 0; from = cuts.ends.at(-1)!) {
    const full = fillOne(text, carriage, capacity, from)
    const end = full.end < text.length ? borderFor(from, full.end) : full.end
    cuts.ends.push(end)
    cuts.units.push(end === full.end ? full.units : fillOne(text, carriage, capacity, from, end).units)
  }
  return cuts
}

/**
 * Where a segment ends that starts at `from` and has `capacity` units. It does not end after `most`.
 *
 * @param capacity at least 2: an escape pair and a surrogate pair take two
 */
export function fillOne(
  text: string,
  { encoding, locking, single }: Carriage,
  capacity: number,
  from: number,
  most = text.length,
): { end: number; units: number } {
  if (encoding === 'UCS-2') {
    const end = Math.min(ucs2End(text, from, capacity), most)
    return { end, units: end - from }
  }
  const engine = start()
  const cutWindow = cutterFor(engine, { locking, single })
  // One unit more than a segment holds, so that the core makes a cut where the text is longer.
  const length = copyIn(engine, text, from, Math.min(from + capacity + 1, most))
  if (cutWindow(engine.TEXT, length, capacity, capacity) === 0) {
    return { end: from + length, units: engine.result[UNITS]! }
  }
  return { end: from + engine.cuts[0]!, units: engine.cuts[1]! }
}

/** Septets of a text in the default tables. */
export function septetsIn(text: string): number {
  const { units } = fillGsm7(text, DEFAULT_TABLES, text.length * 2 || 1)
  return units.reduce((sum, unit) => sum + unit, 0)
}
