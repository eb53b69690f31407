import { CUTS, ENCODER, TEXT, WINDOW } from '../../build/count.js'
import { ucs2End } from '../core/ucs2'
import { SeptetError } from '../errors'
import type { SegmentLimits } from '../types'
import { copyIn, getCore } from './core'
import type { CountPlan } from './options'

/** End of a segment as a UTF-16 offset in the text, and its units. */
export type Cut = [end: number, units: number]

/** Cuts a text into its segments. @throws {SeptetError} 'unencodable' */
export function cut(text: string, { encoding, gsm7, ucs2 }: CountPlan): ['GSM-7' | 'UCS-2', Cut[]] {
  const cuts = encoding === 'UCS-2' ? undefined : cutGsm7(text, gsm7, encoding)
  return cuts ? ['GSM-7', cuts] : ['UCS-2', cutUnits(text, ucs2)]
}

/**
 * Looks at the text first. It is copied only if a cut may fall beside a pair of septets. Each window starts where a
 * segment starts.
 */
function cutGsm7(text: string, limits: SegmentLimits, encoding: string): Cut[] | undefined {
  const { cutGsm7, memory } = getCore()
  const encoder = new Uint8Array(memory.buffer, ENCODER)
  let septets = text.length
  for (let offset = 0; offset < text.length; offset++) {
    const encoded = encoder[text.charCodeAt(offset)]!
    septets += encoded >> 7
    if (encoded) continue
    if (encoding === 'auto') return
    throw new SeptetError('unencodable', 'text', text, 'is outside GSM-7', offset)
  }
  if (septets === text.length) return cutUnits(text, limits)
  const { single, multi } = limits
  if (septets <= single) return [[text.length, septets]]
  const made: Cut[] = []
  let from = 0
  do {
    const window = text.slice(from, from + WINDOW)
    copyIn(memory, TEXT, window)
    const cuts = cutGsm7(TEXT, window.length, multi, multi)
    const table = new Uint16Array(memory.buffer, CUTS)
    const taken = from + window.length < text.length ? cuts : cuts + 1
    for (let at = 0; at < 2 * taken; at += 2) made.push([from + table[at]!, table[at + 1]!])
    from = made.at(-1)![0]
  } while (from < text.length)
  return made
}

/** Cuts by UTF-16 units: UCS-2, or GSM-7 where each character is one septet. One segment has more room, without a concatenation element. */
function cutUnits(text: string, { single, multi }: SegmentLimits): Cut[] {
  const capacity = text.length > single ? multi : single
  const made: Cut[] = []
  let from = 0
  do {
    const end = ucs2End(text, from, capacity)
    made.push([end, end - from])
    from = end
  } while (from < text.length)
  return made
}
