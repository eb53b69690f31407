// Where a text is cut, and what it costs: for count, segment and encode alike.
import { cutWhole, type Ends, fill, fillTo } from '../core/cut'
import { countText } from '../core/measure'
import type { Count } from '../types'
import { type Coding, chooseCoding } from './encoding'
import { unencodable } from './foreign-characters'
import { createClusterBorder } from './graphemes'
import { isPlainCut, type Plan } from './options'
import type { Rewriting } from './passes/pass'

/** Where a text is cut. */
export interface Cuts extends Ends {
  readonly coding: Coding
  /** Capacity of a segment at this count. */
  readonly perSegment: number
}

/**
 * Counts a text after the options that rewrite it. `made` has the text before them, for the offsets of an error.
 *
 * @throws {UnencodableError} GSM-7 is asked for, and no tables that are allowed have every character
 */
export function measure(text: string, plan: Plan, made?: Rewriting): Count {
  if (isPlainCut(plan)) return countText(text, plan) ?? refuse(text, plan, made)
  return countCuts(cutByOptions(text, plan, made))
}

/** Cuts a text that no option rewrites any more. @throws {UnencodableError} as `measure` */
export function cut(text: string, plan: Plan, made?: Rewriting): Cuts {
  const { gsm7, ucs2 } = plan
  const whole = isPlainCut(plan) && plan.encoding === 'auto' ? cutWhole(text, gsm7, ucs2) : undefined
  if (whole === undefined) return cutByOptions(text, plan, made)
  const { encoding, ends, units } = whole
  const limits = encoding === 'GSM-7' ? gsm7 : ucs2
  const perSegment = ends.length === 1 ? limits.single : limits.multi
  return { coding: { encoding, locking: 0, single: 0, limits, shifts: undefined }, perSegment, ends, units }
}

function cutByOptions(text: string, plan: Plan, made?: Rewriting): Cuts {
  const coding = chooseCoding(text, plan) ?? refuse(text, plan, made)
  return cutWithin(text, coding, plan.maxSegments, plan.keepsGraphemes)
}

/** @throws {UnencodableError} always */
function refuse(text: string, { languages, alphabet }: Plan, made?: Rewriting): never {
  throw unencodable(made?.source ?? text, made, languages?.tables, alphabet)
}

/** Cuts a text into at most `most` segments. What they cannot carry is left out. */
export function cutWithin(text: string, coding: Coding, most: number, keepsGraphemes: boolean): Cuts {
  const { single, multi } = coding.limits
  const filled = fill(text, coding, multi)
  const units = sum(filled.units)
  if (units <= single) return { coding, perSegment: single, ends: [text.length], units: [units] }
  const fillBy = (capacity: number) => {
    if (keepsGraphemes) return fillTo(text, coding, capacity, createClusterBorder(text))
    return capacity === multi ? filled : fill(text, coding, capacity)
  }
  const cuts = fillBy(multi)
  if (cuts.ends.length <= most) return { coding, perSegment: multi, ends: cuts.ends, units: cuts.units }
  // One segment alone has the capacity of a single one. With a carrier's own limits this may be more than several have.
  if (multi * most <= single) return { coding, perSegment: single, ...first(fillBy(single), 1) }
  return { coding, perSegment: multi, ...first(cuts, most) }
}

function first({ ends, units }: Ends, segments: number): Ends {
  return { ends: ends.slice(0, segments), units: units.slice(0, segments) }
}

/** The count of a text that is cut so. */
export function countCuts({ coding, perSegment, units }: Cuts): Count {
  const segments = units.length
  const remaining = perSegment - units[segments - 1]!
  const count: Count = { encoding: coding.encoding, units: sum(units), segments, perSegment, remaining }
  if (coding.shifts !== undefined) count.shifts = coding.shifts
  return count
}

function sum(numbers: readonly number[]): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
