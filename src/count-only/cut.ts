// TS 23.040 9.2.3.24.1: where a text is cut. In the whole library the core does it; here the few lines cost less than that core.
import { UCS2_MULTI, UCS2_SINGLE } from '../core/plain-room'
import { countUcs2 } from '../core/ucs2'
import { SeptetError } from '../errors'
import type { Count, SegmentLimits } from '../types'
import { type CountPlan, PLAIN } from './options'
import { FOREIGN, getSeptets } from './septets'

/** Where a segment ends and another begins: an offset in UTF-16, and the units of the text before it. */
type Cut = [end: number, units: number]

type Visit = (...cut: Cut) => void

/**
 * Counts a text without options. The first unit is looked at before all else: a text in another alphabet shows there. A walk over
 * the cuts is faster with numbers that V8 knows when it compiles.
 */
export function countPlain(text: string): Count {
  return (isForeign(text, 0) ? undefined : countGsm7(text, PLAIN.gsm7)) ?? countUcs2(text, UCS2_SINGLE, UCS2_MULTI)
}

/**
 * Counts a text.
 *
 * @param visit gets each cut. Before them it may get those of an attempt that failed: of GSM-7 up to a foreign character, or of
 * several segments for a text that fits one. So the last ones are right, one less than there are segments
 * @throws {SeptetError} 'unencodable'
 */
export function countText(text: string, plan: CountPlan, visit?: Visit): Count {
  const count = plan.encoding === 'UCS-2' ? undefined : countGsm7(text, plan.gsm7, visit)
  if (count) return count
  if (plan.encoding === 'GSM-7') refuse(text)
  return countUcs2(text, plan.ucs2.single, plan.ucs2.multi, visit)
}

/** Counts a text, and lists the ends of its segments. @throws {SeptetError} 'unencodable' */
export function cutText(text: string, plan: CountPlan): [Count, Cut[]] {
  const cuts: Cut[] = []
  const count = countText(text, plan, (...cut) => cuts.push(cut))
  const last = cuts.slice(cuts.length - count.segments + 1)
  return [count, [...last, [text.length, count.units]]]
}

/**
 * Fills segments as far as they go. A character of two septets is not cut. (Four units a turn, and one look at the border:
 * bench/README.md compares the ways.)
 *
 * @returns undefined where GSM-7 lacks a character
 */
function countGsm7(text: string, { single, multi }: SegmentLimits, visit?: Visit): Count | undefined {
  const table = getSeptets()
  const { length } = text
  let units = 0
  let segments = 1
  let perSegment = multi
  let border = multi
  for (let at = 0; at < length; ) {
    // A foreign unit passes the border too.
    for (; at < length - 3; at += 4) {
      const next =
        units +
        table[text.charCodeAt(at)]! +
        table[text.charCodeAt(at + 1)]! +
        table[text.charCodeAt(at + 2)]! +
        table[text.charCodeAt(at + 3)]!
      if (next > border) break
      units = next
    }
    // One by one: the four that pass the border, or the last of the text.
    for (const end = at + 4; at < end && at < length; at++) {
      const taken = table[text.charCodeAt(at)]!
      if (taken === FOREIGN) return undefined
      if (units + taken > border) {
        visit?.(at, units)
        segments++
        border = units + multi
      }
      units += taken
    }
  }
  if (units <= single) {
    segments = 1
    perSegment = single
    border = single
  }
  return { encoding: 'GSM-7', units, segments, perSegment, remaining: border - units }
}

/** Whether a text has a unit outside GSM-7 at an offset. */
function isForeign(text: string, offset: number): boolean {
  return offset < text.length && getSeptets()[text.charCodeAt(offset)] === FOREIGN
}

/** @throws {SeptetError} 'unencodable', with the offset of the first unit outside GSM-7 */
function refuse(text: string): never {
  let offset = 0
  while (!isForeign(text, offset)) offset++
  throw new SeptetError('unencodable', 'text', text, 'is outside GSM-7', offset)
}
