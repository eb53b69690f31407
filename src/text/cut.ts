import { type Engine, FOREIGN, start } from '../core/text'
import { copyIn } from '../core/window'
import type { Count, SegmentLimits } from '../types'
import { type Coding, codingOf, cutterOf, shiftsOf } from './encoding'
import { look, ucs2End } from './first-look'
import { cutAtGraphemes, type Ends } from './graphemes'
import type { Plan } from './options'
import type { Rewriting } from './rewrite'

/** Where a text is cut. */
export interface Cuts extends Ends {
  readonly coding: Coding
  /** Capacity of a segment at this count. */
  readonly perSegment: number
}

/** Cuts a text that no option rewrites any more; `made` says what it was made of, where it was. @throws {UnencodableError} */
export function cut(text: string, plan: Plan, made?: Rewriting): Cuts {
  const engine = start()
  if (plan.isFilled && plan.encoding === 'auto' && text.length <= engine.WINDOW) {
    return (look(engine, text) === FOREIGN ? undefined : cutGsm7(engine, text, plan.gsm7)) ?? cutUcs2(text, plan.ucs2)
  }
  return cutWithin(text, codingOf(text, plan, made), plan.maxSegments, plan.keepsGraphemes)
}

/** A text that stands in the core's window as a whole; undefined outside GSM-7. */
function cutGsm7(engine: Engine, text: string, limits: SegmentLimits): Cuts | undefined {
  const { single, multi } = limits
  const segments = engine.core.segmentGsm7(engine.TEXT, copyIn(engine, text, 0, text.length), single, multi)
  if (segments === FOREIGN) return undefined
  const coding = { encoding: 'GSM-7', locking: 0, single: 0, limits } as const
  const cuts: Cuts = { coding, perSegment: segments === 1 ? single : multi, ends: [], units: [] }
  take(engine, cuts, segments, 0)
  return cuts
}

function cutUcs2(text: string, limits: SegmentLimits): Cuts {
  const perSegment = text.length <= limits.single ? limits.single : limits.multi
  const coding = { encoding: 'UCS-2', locking: 0, single: 0, limits } as const
  const { ends, units } = fillUcs2(text, perSegment)
  return { coding, perSegment, ends, units }
}

/** The text in at most `most` segments, without what they cannot carry. */
export function cutWithin(text: string, coding: Coding, most: number, keepsGraphemes: boolean): Cuts {
  const engine = start()
  const { single, multi } = coding.limits
  const filled = fill(engine, text, coding, multi)
  if (sum(filled.units) <= single) {
    return { coding, perSegment: single, ends: [text.length], units: [sum(filled.units)] }
  }
  const cutBy = (capacity: number) => {
    if (keepsGraphemes) return cutAtGraphemes(engine, text, coding, capacity)
    return capacity === multi ? filled : fill(engine, text, coding, capacity)
  }
  const cuts = cutBy(multi)
  if (cuts.ends.length <= most) return { coding, perSegment: multi, ...cuts }
  // One segment alone has the room of a single one, which with a carrier's own limits may be more than that of several.
  if (multi * most <= single) return { coding, perSegment: single, ...first(cutBy(single), 1) }
  return { coding, perSegment: multi, ...first(cuts, most) }
}

function first({ ends, units }: Ends, segments: number): Ends {
  return { ends: ends.slice(0, segments), units: units.slice(0, segments) }
}

/** Fills segments of `capacity` units. */
function fill(engine: Engine, text: string, coding: Coding, capacity: number): Ends {
  return coding.encoding === 'UCS-2' ? fillUcs2(text, capacity) : fillGsm7(engine, text, coding, capacity)
}

/** Window by window, each of which starts where a segment does. */
function fillGsm7(engine: Engine, text: string, coding: Coding, capacity: number): Ends {
  const { TEXT, WINDOW } = engine
  const cutWindow = cutterOf(engine, coding)
  const ends: Ends = { ends: [], units: [] }
  let from = 0
  do {
    const end = Math.min(from + WINDOW, text.length)
    const made = cutWindow(TEXT, copyIn(engine, text, from, end), capacity, capacity)
    take(engine, ends, end === text.length ? made + 1 : made, from)
    from = ends.ends.at(-1)!
  } while (from < text.length)
  return ends
}

/** Takes over the cuts that the core has made in a window that starts at `from`. */
function take({ cuts: table }: Engine, { ends, units }: Ends, segments: number, from: number): void {
  for (let at = 0; at < 2 * segments; at += 2) {
    ends.push(from + table[at]!)
    units.push(table[at + 1]!)
  }
}

function fillUcs2(text: string, capacity: number): Ends {
  const ends: Ends = { ends: [], units: [] }
  let from = 0
  do {
    const end = ucs2End(text, from, capacity)
    ends.ends.push(end)
    ends.units.push(end - from)
    from = end
  } while (from < text.length)
  return ends
}

/** What a text costs that is cut so. */
export function countOf({ coding, perSegment, units }: Cuts): Count {
  const segments = units.length
  const remaining = perSegment - units[segments - 1]!
  const count: Count = { encoding: coding.encoding, units: sum(units), segments, perSegment, remaining }
  if (coding.locking !== 0 || coding.single !== 0) count.shifts = shiftsOf(coding)
  return count
}

function sum(numbers: readonly number[]): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
