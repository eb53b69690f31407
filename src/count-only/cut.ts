// TS 23.040 9.2.3.24.1: where a text is cut. In the whole library the core does it; here the few lines cost less than that core.
import { countSingle, countUcs2, findUcs2End } from '../core/ucs2'
import type { Count, SegmentLimits } from '../types'
import type { CountPlan } from './options'
import { countSeptets, deriveSeptetTable, FOREIGN } from './septets'

/** End of a segment as a UTF-16 offset in the text, and its units. */
export type Cut = [end: number, units: number]

/** Counts a text. No list of cuts is made where the units say it all. @throws {SeptetError} 'unencodable' */
export function countText(text: string, plan: CountPlan): Count {
  const septets = measure(text, plan)
  if (septets === FOREIGN) return countUcs2(text, plan.ucs2)
  const { single } = plan.gsm7
  return septets <= single ? countSingle('GSM-7', septets, single) : cutUnits('GSM-7', text, septets, plan.gsm7)[0]
}

/** Counts a text, and cuts it into its segments. @throws {SeptetError} 'unencodable' */
export function cut(text: string, plan: CountPlan): [Count, Cut[]] {
  const septets = measure(text, plan)
  if (septets === FOREIGN) return cutUnits('UCS-2', text, text.length, plan.ucs2)
  return cutUnits('GSM-7', text, septets, plan.gsm7)
}

/** Septets of a text; FOREIGN where it is sent as UCS-2. @throws {SeptetError} 'unencodable' */
function measure(text: string, { encoding }: CountPlan): number {
  return encoding === 'UCS-2' ? FOREIGN : countSeptets(text, encoding)
}

/** One segment has more room, without a concatenation element. */
function cutUnits(
  encoding: 'GSM-7' | 'UCS-2',
  text: string,
  units: number,
  { single, multi }: SegmentLimits,
): [Count, Cut[]] {
  const perSegment = units > single ? multi : single
  const hasPairs = units > text.length
  const cuts: Cut[] = []
  let from = 0
  do {
    const cut = hasPairs ? fillSeptets(text, from, perSegment) : fillUnits(text, from, perSegment)
    cuts.push(cut)
    from = cut[0]
  } while (from < text.length)
  return [{ encoding, units, segments: cuts.length, perSegment, remaining: perSegment - cuts.at(-1)![1] }, cuts]
}

/** A segment from `from` on: UCS-2, or GSM-7 where each character is one septet. */
function fillUnits(text: string, from: number, capacity: number): Cut {
  const end = findUcs2End(text, from, capacity)
  return [end, end - from]
}

/** The same where some characters are two septets, which stay together. */
function fillSeptets(text: string, from: number, capacity: number): Cut {
  const table = deriveSeptetTable()
  let units = 0
  for (let end = from; end < text.length; end++) {
    const taken = table[text.charCodeAt(end)]!
    if (units + taken > capacity) return [end, units]
    units += taken
  }
  return [text.length, units]
}
