// What a text costs that no option rewrites any more.
import { countGsm7Windows, countUcs2Windows, type Windows } from '../core/count-windows'
import { eachWindow } from '../core/rewriting-windows'
import { type Engine, FOREIGN, PER_SEGMENT, REMAINING, UNITS } from '../core/text'
import { copyIn } from '../core/window'
import type { Count, SegmentLimits } from '../types'
import { look, ucs2End } from './first-look'
import { unencodable } from './foreign-characters'
import type { Plan } from './options'
import type { Rewriting } from './rewrite'
import { kernelOf } from './transliterate'

/** `made` says what the text was made of, where it was. @throws {UnencodableError} */
export function countSent(engine: Engine, text: string, plan: Plan, made?: Rewriting): Count {
  if (plan.encoding === 'UCS-2') return countUcs2(text, plan.ucs2)
  const septets = look(engine, text)
  if (septets >= 0 && septets <= plan.gsm7.single) return inOneSegment('GSM-7', septets, plan.gsm7.single)
  return (
    (septets === FOREIGN ? undefined : countGsm7(engine, text, plan.gsm7)) ?? countForeign(engine, text, plan, made)
  )
}

function countForeign(engine: Engine, text: string, plan: Plan, made: Rewriting | undefined): Count {
  if (plan.encoding === 'GSM-7') throw unencodable(engine, made?.source ?? text, made)
  return countUcs2(text, plan.ucs2)
}

function countGsm7(engine: Engine, text: string, limits: SegmentLimits): Count | undefined {
  if (text.length > engine.WINDOW) return countGsm7Windows(engine, windowsOf(engine, text), limits)
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

export function windowsOf(engine: Engine, text: string): Windows {
  const { TEXT, WINDOW } = engine
  return (visit) => {
    for (let at = 0; at < text.length; at += WINDOW) {
      if (!visit(TEXT, copyIn(engine, text, at, Math.min(at + WINDOW, text.length)))) return
    }
  }
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

/** The segments alone. */
export function ucs2Segments(text: string, limits: SegmentLimits): number {
  return text.length <= limits.single ? 1 : countUcs2(text, limits).segments
}

function inOneSegment(encoding: 'GSM-7' | 'UCS-2', units: number, perSegment: number): Count {
  return { encoding, units, segments: 1, perSegment, remaining: perSegment - units }
}

/**
 * Counts what transliteration alone makes of a text, in the core's memory: no string is built. Undefined where GSM-7 was
 * asked for and does not suffice.
 */
export function countTransliterated(engine: Engine, source: string, plan: Plan): Count | undefined {
  const kernel = kernelOf(plan.transliteration!)
  const windows: Windows = (visit) => eachWindow(engine, source, kernel, (units) => visit(engine.REWRITTEN, units))
  const inGsm7 = plan.encoding === 'UCS-2' ? undefined : countGsm7Windows(engine, windows, plan.gsm7)
  if (inGsm7 !== undefined || plan.encoding === 'GSM-7') return inGsm7
  return countUcs2Windows(engine, windows, plan.ucs2)
}
