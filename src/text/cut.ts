// Where a text is cut, and what it costs: for count, segment and encode alike.
import { type Cuts as CutsIn, cutText } from '../core/cut'
import { countText } from '../core/measure'
import type { Count } from '../types'
import { type Coding, listCodings } from './encoding'
import { unencodable } from './foreign-characters'
import { isPlainCut, type Plan } from './options'
import type { Pass } from './passes/pass'

/** Where a text is cut, and how it is carried. */
export type Cuts = CutsIn<Coding>

/**
 * Counts what the options have made of a text.
 *
 * @throws {UnencodableError} GSM-7 is asked for, and no tables that are allowed have every character
 */
export function measure(sent: Pass, plan: Plan): Count {
  return (isPlainCut(plan) ? countText(sent.content, plan) : undefined) ?? countCuts(cut(sent, plan))
}

/** Cuts what the options have made of a text. @throws {UnencodableError} as `measure` */
export function cut(sent: Pass, plan: Plan): Cuts {
  for (const coding of listCodings(sent.text, plan)) {
    const cuts = cutText(sent.text, coding, plan.maxSegments, plan.createBorder)
    if (cuts !== undefined) return cuts
  }
  throw unencodable(sent, plan.languages?.tables, plan.alphabet)
}

/** The count of a text that is cut so. */
export function countCuts({ coding, perSegment, units }: Cuts): Count {
  const segments = units.length
  let all = 0
  for (const one of units) all += one
  const remaining = perSegment - units[segments - 1]!
  const count: Count = { encoding: coding.encoding, units: all, segments, perSegment, remaining }
  if (coding.shifts !== undefined) count.shifts = coding.shifts
  return count
}
