import { copyIn, type Engine, FOREIGN, start } from './engine'
import { unencodable } from './foreign'
import type { Plan } from './options'
import { look, ucs2End } from './probe'
import type { Rewriting } from './rewrite'
import type { SegmentLimits } from './types'

/** Where a text is cut. */
export interface Cuts {
  readonly encoding: 'GSM-7' | 'UCS-2'
  /** Capacity of a segment at this count. */
  readonly perSegment: number
  /** Ends of the segments, in UTF-16 units. */
  readonly ends: number[]
  /** Units of each segment. */
  readonly units: number[]
}

/** Cuts a text that no option rewrites any more; `made` says what it was made of, where it was. @throws {UnencodableError} */
export function cut(text: string, plan: Plan, made?: Rewriting): Cuts {
  const engine = start()
  if (plan.encoding !== 'UCS-2') {
    const cuts = look(engine, text) === FOREIGN ? undefined : cutGsm7(engine, text, plan.gsm7)
    if (cuts !== undefined) return cuts
    if (plan.encoding === 'GSM-7') throw unencodable(engine, made?.source ?? text, made)
  }
  return cutUcs2(text, plan.ucs2)
}

/** The same, without what `most` segments cannot carry. One segment alone has the room of a single one. */
export function cutWithin(text: string, plan: Plan, most: number): Cuts {
  const cuts = cut(text, plan)
  if (cuts.ends.length <= most) return cuts
  const { ends, units, perSegment, encoding } = most === 1 ? cut(text, alone(plan)) : cuts
  return { encoding, perSegment, ends: ends.slice(0, most), units: units.slice(0, most) }
}

function alone(plan: Plan): Plan {
  const { gsm7, ucs2 } = plan
  return { ...plan, gsm7: { ...gsm7, multi: gsm7.single }, ucs2: { ...ucs2, multi: ucs2.single } }
}

function cutGsm7(engine: Engine, text: string, { single, multi }: SegmentLimits): Cuts | undefined {
  const { core, TEXT, WINDOW } = engine
  if (text.length > WINDOW) return cutWindows(engine, text, multi)
  const segments = core.segmentGsm7(TEXT, copyIn(engine, text, 0, text.length), single, multi)
  if (segments === FOREIGN) return undefined
  const cuts: Cuts = { encoding: 'GSM-7', perSegment: segments === 1 ? single : multi, ends: [], units: [] }
  take(engine, cuts, segments, 0)
  return cuts
}

/** A text longer than the core's window: each window starts where a segment does. */
function cutWindows(engine: Engine, text: string, perSegment: number): Cuts | undefined {
  const { core, TEXT, WINDOW } = engine
  const cuts: Cuts = { encoding: 'GSM-7', perSegment, ends: [], units: [] }
  for (let from = 0; from < text.length; from = cuts.ends.at(-1)!) {
    const end = Math.min(from + WINDOW, text.length)
    const made = core.cutGsm7(TEXT, copyIn(engine, text, from, end), perSegment, perSegment)
    if (made === FOREIGN) return undefined
    take(engine, cuts, end === text.length ? made + 1 : made, from)
  }
  return cuts
}

/** Takes over the cuts that the core has made in a window that starts at `from`. */
function take({ cuts: table }: Engine, { ends, units }: Cuts, segments: number, from: number): void {
  for (let at = 0; at < 2 * segments; at += 2) {
    ends.push(from + table[at]!)
    units.push(table[at + 1]!)
  }
}

function cutUcs2(text: string, { single, multi }: SegmentLimits): Cuts {
  const perSegment = text.length <= single ? single : multi
  const cuts: Cuts = { encoding: 'UCS-2', perSegment, ends: [], units: [] }
  let from = 0
  do {
    const end = ucs2End(text, from, perSegment)
    cuts.ends.push(end)
    cuts.units.push(end - from)
    from = end
  } while (from < text.length)
  return cuts
}
