// How a text is carried: its encoding, and where that is GSM-7, by which tables (TS 23.038 6.2.1.2).
import { countGsm7Windows } from '../core/count-windows'
import { type Engine, start } from '../core/text'
import type { SegmentLimits, Shifts } from '../types'
import { foreignOffset } from './first-look'
import { unencodable } from './foreign-characters'
import { languageOf } from './languages'
import { countUcs2, windowsOf } from './measure'
import { capacitiesBeside, type Plan } from './options'
import type { Rewriting } from './rewrite'

/** Octets of an element that names a table: identifier, length, language (TS 23.040 9.2.3.24.15, .16). */
const SHIFT_ELEMENT = 3

export interface Coding {
  readonly encoding: 'GSM-7' | 'UCS-2'
  /** Identifiers of the languages whose tables stand for the default ones; 0 is the default. */
  readonly locking: number
  readonly single: number
  readonly limits: SegmentLimits
}

/** A choice of tables, and what it costs. */
interface Choice extends Coding {
  readonly units: number
  readonly segments: number
}

/** The coding of a text that no option rewrites any more. @throws {UnencodableError} */
export function codingOf(text: string, plan: Plan, made?: Rewriting): Coding {
  const engine = start()
  const ucs2 = { encoding: 'UCS-2', locking: 0, single: 0, limits: plan.ucs2 } as const
  if (plan.encoding === 'UCS-2') return ucs2
  const choice = plan.languages && choose(engine, text, plan)
  const gsm7 = plan.languages ? choice : defaultCodingOf(engine, text, plan)
  if (plan.encoding === 'GSM-7') {
    if (gsm7 === undefined) throw unencodable(engine, made?.source ?? text, made, plan.languages?.tables)
    return gsm7
  }
  if (gsm7 === undefined) return ucs2
  return choice && countUcs2(text, plan.ucs2).segments < choice.segments ? ucs2 : gsm7
}

/** Undefined where no tables that are allowed hold the text. */
export function gsm7CodingOf(engine: Engine, text: string, plan: Plan): Coding | undefined {
  return plan.languages ? choose(engine, text, plan) : defaultCodingOf(engine, text, plan)
}

function defaultCodingOf(engine: Engine, text: string, { gsm7: limits }: Plan): Coding | undefined {
  return foreignOffset(engine, text, 0) < 0 ? { encoding: 'GSM-7', locking: 0, single: 0, limits } : undefined
}

/**
 * The choice of tables for the whole message. Fewest segments wins, then default before single shift before locking shift
 * before both, then fewer units, then the caller's order: so the choices are weighed in that order, and each has to be
 * better than those before it.
 */
function choose(engine: Engine, text: string, plan: Plan): Choice | undefined {
  const { lockings, singles } = plan.languages!
  tally(engine, text)
  let best: Choice | undefined
  for (const [mains, extensions] of [
    [[0], [0]],
    [[0], singles],
    [lockings, [0]],
    [lockings, singles],
  ] as const) {
    const limits = capacitiesBeside(engine, SHIFT_ELEMENT * shiftsIn(mains, extensions), plan)
    // No character costs less than a unit, so none of these can be better than that.
    if (best !== undefined && fewest(text.length, limits) >= best.segments) continue
    const among = bestOf(engine, text, mains, extensions, limits, best?.segments)
    best = among ?? best
  }
  return best
}

/** The best of choices of one kind, if it takes fewer segments than `most`. */
function bestOf(
  engine: Engine,
  text: string,
  mains: readonly number[],
  extensions: readonly number[],
  limits: SegmentLimits,
  most = Number.POSITIVE_INFINITY,
): Choice | undefined {
  let best: Choice | undefined
  for (const locking of mains) {
    for (const single of extensions) {
      const units = engine.core.septetsIn(locking, single)
      const least = units < 0 ? most : fewest(units, limits)
      if (least >= most || (best && (least > best.segments || (least === best.segments && units >= best.units))))
        continue
      const segments = least === 1 ? 1 : segmentsIn(engine, text, locking, single, limits)
      if (segments >= most || (best && segments > best.segments)) continue
      if (best && segments === best.segments && units >= best.units) continue
      best = { encoding: 'GSM-7', locking, single, limits, units, segments }
    }
  }
  return best
}

function shiftsIn([main]: readonly number[], [extension]: readonly number[]): number {
  return (main ? 1 : 0) + (extension ? 1 : 0)
}

/** Segments that so many units need at least: an escape pair that is not cut may make it one more. */
function fewest(units: number, { single, multi }: SegmentLimits): number {
  return units <= single ? 1 : Math.ceil(units / multi)
}

function segmentsIn(engine: Engine, text: string, locking: number, single: number, limits: SegmentLimits): number {
  const cutter = cutterOf(engine, { locking, single })
  return countGsm7Windows(engine, windowsOf(engine, text), limits, cutter)!.segments
}

function tally(engine: Engine, text: string): void {
  let isFirst = 1
  windowsOf(
    engine,
    text,
  )((at, length) => {
    engine.core.tally(at, length, isFirst)
    isFirst = 0
    return true
  })
  if (isFirst) engine.core.tally(engine.TEXT, 0, 1)
}

/** What cuts a GSM-7 text in these tables, and selects them. */
export function cutterOf(
  { core }: Engine,
  { locking, single }: Pick<Coding, 'locking' | 'single'>,
): Engine['core']['cutGsm7'] {
  if (locking === 0 && single === 0) return core.cutGsm7
  core.selectTables(locking, single)
  return core.cutNational
}

/** The tables by name, but for the default ones. */
export function shiftsOf({ locking, single }: Coding): Shifts {
  const names: Shifts = {}
  if (single !== 0) names.single = languageOf(single)!
  if (locking !== 0) names.locking = languageOf(locking)!
  return names
}

/** Puts the elements that name the tables into the core's HEADER (TS 23.040 9.2.3.24.15, .16). Answers their octets. */
export function writeShifts({ header }: Engine, { locking, single }: Coding): number {
  let at = 0
  for (const [element, language] of [
    [0x24, single],
    [0x25, locking],
  ] as const) {
    if (language === 0) continue
    header[at] = element
    header[at + 1] = 1
    header[at + 2] = language
    at += 3
  }
  return at
}
