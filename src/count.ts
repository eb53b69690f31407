import { requireString } from './arguments'
import { copyIn, type Engine, FOREIGN, PER_SEGMENT, REMAINING, start, UNITS } from './engine'
import { unencodable } from './foreign'
import { type Plan, planOf } from './options'
import { look, ucs2End } from './probe'
import { rewrite } from './rewrite'
import type { Count, SegmentLimits, TextOptions } from './types'

/**
 * Counts what a text costs: its encoding, its units, its segments.
 *
 * Never throws for a string and default options, whatever the string holds; takes time linear in its length.
 *
 * @throws {SeptetError} 'invalid-type': text is not a string; and what the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, for a text that is not
 * @see 3GPP TS 23.038 6.2.1, TS 23.040 9.2.3.24.1
 * @example
 * count('Hello, world!')
 * // { encoding: 'GSM-7', units: 13, segments: 1, perSegment: 160, remaining: 147 }
 * count('Привет, мир')
 * // { encoding: 'UCS-2', units: 11, segments: 1, perSegment: 70, remaining: 59 }
 */
export function count(text: string, options?: TextOptions): Count {
  requireString('text', text)
  const engine = start()
  const plan = planOf(options)
  return countSent(engine, rewrite(text, plan).text, plan, text)
}

/** Counts a text that no option rewrites any more; `source` is the argument that it was made of. @throws {UnencodableError} */
export function countSent(engine: Engine, text: string, plan: Plan, source = text): Count {
  if (plan.encoding === 'UCS-2') return countUcs2(text, plan.ucs2)
  const septets = look(engine, text)
  if (septets >= 0 && septets <= plan.gsm7.single) return inOneSegment('GSM-7', septets, plan.gsm7.single)
  return (
    (septets === FOREIGN ? undefined : countGsm7(engine, text, plan.gsm7)) ?? countForeign(engine, text, plan, source)
  )
}

function countForeign(engine: Engine, text: string, plan: Plan, source: string): Count {
  if (plan.encoding === 'GSM-7') throw unencodable(engine, source)
  return countUcs2(text, plan.ucs2)
}

function countGsm7(engine: Engine, text: string, { single, multi }: SegmentLimits): Count | undefined {
  if (text.length > engine.WINDOW) return countWindows(engine, text, multi)
  const { core, result, TEXT } = engine
  const segments = core.segmentGsm7(TEXT, copyIn(engine, text, 0, text.length), single, multi)
  if (segments === FOREIGN) return undefined
  return {
    encoding: 'GSM-7',
    units: result[UNITS]!,
    segments,
    perSegment: result[PER_SEGMENT]!,
    remaining: result[REMAINING]!,
  }
}

/** A text longer than the core's window, and so than any single segment. */
function countWindows(engine: Engine, text: string, perSegment: number): Count | undefined {
  const { core, result, TEXT, WINDOW } = engine
  let units = 0
  let segments = 1
  let remaining = perSegment
  for (let at = 0; at < text.length; at += WINDOW) {
    const length = copyIn(engine, text, at, Math.min(at + WINDOW, text.length))
    const cuts = core.cutGsm7(TEXT, length, perSegment, remaining)
    if (cuts === FOREIGN) return undefined
    units += result[UNITS]!
    segments += cuts
    remaining = result[REMAINING]!
  }
  return { encoding: 'GSM-7', units, segments, perSegment, remaining }
}

/** Every unit counts one, so the text is not copied: it is looked at where it is cut. */
export function countUcs2(text: string, { single, multi }: SegmentLimits): Count {
  const units = text.length
  if (units <= single) return inOneSegment('UCS-2', units, single)
  let segments = 0
  let start = 0
  for (let end = 0; end < units; segments++) {
    start = end
    end = ucs2End(text, start, multi)
  }
  return { encoding: 'UCS-2', units, segments, perSegment: multi, remaining: multi - (units - start) }
}

function inOneSegment(encoding: 'GSM-7' | 'UCS-2', units: number, perSegment: number): Count {
  return { encoding, units, segments: 1, perSegment, remaining: perSegment - units }
}
