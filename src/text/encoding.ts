// How a text is carried: its encoding, and in GSM-7 its tables (TS 23.038 6.2.1.2).

import { foreignOffset } from '../core/alphabet'
import type { Coding as CodingOfText } from '../core/cut'
import { LOCKING_SHIFT, SINGLE_SHIFT } from '../core/identifiers'
import { looksForeign, type TableCosts, weighTables } from '../core/measure'
import { countUcs2 } from '../core/ucs2'
import type { SegmentLimits, Shifts } from '../types'
import { type Allowed, nameLanguage } from './languages'
import { findLimits, LEAST_ROOM } from './limits'
import type { Plan } from './options'

/** Octets of an element that names a table: identifier, length, language (TS 23.040 9.2.3.24.15, .16). */
const SHIFT_ELEMENT = 3

/** How a text is carried, and what a segment then holds. */
export interface Coding extends CodingOfText {
  /** The languages of the tables that are not default ones; undefined where both tables are default. */
  readonly shifts: Shifts | undefined
}

/** A choice of tables, and what it costs. */
interface Choice extends Coding {
  readonly units: number
  readonly segments: number
}

/**
 * The codings of a text that no option rewrites any more, best first: one that cannot carry the text is passed over. There may be
 * none where GSM-7 is asked for.
 */
export function listCodings(text: string, plan: Plan): readonly Coding[] {
  const { encoding, languages, alphabet } = plan
  const ucs2 = createDefault('UCS-2', plan.ucs2)
  if (encoding === 'UCS-2') return [ucs2]
  const isAll = languages === undefined && alphabet === undefined
  // All of GSM-7, and nothing else: the core finds a character outside it as it cuts, so here a look is enough.
  const gsm7 = !isAll ? chooseGsm7(text, plan) : looksForeign(text) ? undefined : createDefault('GSM-7', plan.gsm7)
  if (encoding === 'GSM-7') return gsm7 === undefined ? [] : [gsm7]
  // The default tables are taken wherever they have every character; others only where they cost no more than UCS-2.
  const isDear = languages && gsm7 && countUcs2(text, plan.ucs2).segments < gsm7.segments!
  return gsm7 === undefined || isDear ? [ucs2] : [gsm7, ucs2]
}

/**
 * Undefined where no tables that are allowed have every character. `segments` is there where `languages` are allowed.
 */
export function chooseGsm7(text: string, plan: Plan): (Coding & { segments?: number }) | undefined {
  const { languages, alphabet, gsm7 } = plan
  if (languages !== undefined) return choose(weighTables(text), languages, plan)
  return foreignOffset(text, 0, alphabet) < 0 ? createDefault('GSM-7', gsm7) : undefined
}

function createDefault(encoding: 'GSM-7' | 'UCS-2', limits: SegmentLimits): Coding & { segments?: number } {
  return { encoding, locking: 0, single: 0, limits, shifts: undefined }
}

/**
 * The choice of tables for the whole message. Fewest segments wins, then default before single shift before locking
 * shift before both, then fewer units, then the caller's order: so the choices are compared in that order, and each
 * must be better than those before it.
 */
function choose(costs: TableCosts, { lockings, singles }: Allowed, plan: Plan): Choice | undefined {
  let best: Choice | undefined
  for (const [mains, extensions] of [
    [[0], [0]],
    [[0], singles],
    [lockings, [0]],
    [lockings, singles],
  ] as const) {
    const limits = findLimits('GSM-7', plan.elements.length + SHIFT_ELEMENT * shiftsIn(mains, extensions), plan)
    if (limits.multi < LEAST_ROOM) continue
    // Each character costs at least one unit, so these choices cannot take fewer segments than `best`.
    if (best !== undefined && fewest(costs.length, limits) >= best.segments) continue
    best = chooseAmong(costs, mains, extensions, limits, best?.segments) ?? best
  }
  return best
}

/** The best of choices of one kind, if it takes fewer segments than `most`. */
function chooseAmong(
  costs: TableCosts,
  mains: readonly number[],
  extensions: readonly number[],
  limits: SegmentLimits,
  most = Number.POSITIVE_INFINITY,
): Choice | undefined {
  let best: Choice | undefined
  for (const locking of mains) {
    // A character that the locking table lacks takes two septets in any single shift table. So the first table that has
    // all of them is as good as the others.
    const single = extensions.find((extension) => costs.septets(locking, extension) >= 0)
    if (single === undefined) continue
    const units = costs.septets(locking, single)
    const least = fewest(units, limits)
    if (least >= most || (best && (least > best.segments || (least === best.segments && units >= best.units)))) continue
    const segments = least === 1 ? 1 : costs.segments({ locking, single }, limits)
    if (segments >= most || (best && segments > best.segments)) continue
    if (best && segments === best.segments && units >= best.units) continue
    best = { encoding: 'GSM-7', locking, single, limits, shifts: nameShifts(locking, single), units, segments }
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

function nameShifts(locking: number, single: number): Shifts | undefined {
  if (locking === 0 && single === 0) return undefined
  const names: Shifts = {}
  if (single !== 0) names.single = nameLanguage(single)!
  if (locking !== 0) names.locking = nameLanguage(locking)!
  return names
}

/** The elements that name the tables (TS 23.040 9.2.3.24.15, .16). */
export function shiftElements({ locking, single }: Coding): Uint8Array {
  const octets: number[] = []
  if (single !== 0) octets.push(SINGLE_SHIFT, 1, single)
  if (locking !== 0) octets.push(LOCKING_SHIFT, 1, locking)
  return Uint8Array.from(octets)
}
