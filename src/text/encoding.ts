// How a text is carried: its encoding, and in GSM-7 its tables (TS 23.038 6.2.1.2).

import { foreignOffset } from '../core/alphabet'
import type { Carriage } from '../core/cut'
import { LOCKING_SHIFT, SINGLE_SHIFT } from '../core/identifiers'
import { tallyTables } from '../core/languages'
import { countSegments } from '../core/measure'
import { countUcs2 } from '../core/ucs2'
import type { SegmentLimits, Shifts } from '../types'
import { nameLanguage } from './languages'
import { findLimits, LEAST_ROOM } from './limits'
import type { Plan } from './options'

/** Octets of an element that names a table: identifier, length, language (TS 23.040 9.2.3.24.15, .16). */
const SHIFT_ELEMENT = 3

/** How a text is carried, and what a segment then holds. */
export interface Coding extends Carriage {
  readonly limits: SegmentLimits
  /** The languages of the tables that are not default ones; undefined where both tables are default. */
  readonly shifts: Shifts | undefined
}

/** A choice of tables, and what it costs. */
interface Choice extends Coding {
  readonly units: number
  readonly segments: number
}

/**
 * The coding of a text that no option rewrites any more.
 *
 * @returns undefined where GSM-7 is asked for, and no tables that are allowed have every character
 */
export function chooseCoding(text: string, plan: Plan): Coding | undefined {
  const ucs2 = { encoding: 'UCS-2', locking: 0, single: 0, limits: plan.ucs2, shifts: undefined } as const
  if (plan.encoding === 'UCS-2') return ucs2
  const gsm7 = chooseGsm7(text, plan)
  if (plan.encoding === 'GSM-7') return gsm7
  if (gsm7 === undefined) return ucs2
  // The default tables are taken wherever they have every character; others only where they cost no more than UCS-2.
  return plan.languages && countUcs2(text, plan.ucs2).segments < gsm7.segments! ? ucs2 : gsm7
}

/**
 * Undefined where no tables that are allowed have every character. `segments` is there where `languages` are allowed.
 */
export function chooseGsm7(text: string, plan: Plan): (Coding & { segments?: number }) | undefined {
  return plan.languages ? choose(text, plan) : defaultCoding(text, plan)
}

function defaultCoding(text: string, { gsm7: limits, alphabet }: Plan): Coding | undefined {
  if (foreignOffset(text, 0, alphabet) >= 0) return undefined
  return { encoding: 'GSM-7', locking: 0, single: 0, limits, shifts: undefined }
}

/**
 * The choice of tables for the whole message. Fewest segments wins, then default before single shift before locking
 * shift before both, then fewer units, then the caller's order: so the choices are compared in that order, and each
 * must be better than those before it.
 */
function choose(text: string, plan: Plan): Choice | undefined {
  const { lockings, singles } = plan.languages!
  const septetsIn = tallyTables(text)
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
    if (best !== undefined && fewest(text.length, limits) >= best.segments) continue
    const among = chooseAmong(text, septetsIn, mains, extensions, limits, best?.segments)
    best = among ?? best
  }
  return best && (best.locking || best.single) ? { ...best, shifts: nameShifts(best) } : best
}

/** The best of choices of one kind, if it takes fewer segments than `most`. */
function chooseAmong(
  text: string,
  septetsIn: (locking: number, single: number) => number,
  mains: readonly number[],
  extensions: readonly number[],
  limits: SegmentLimits,
  most = Number.POSITIVE_INFINITY,
): Choice | undefined {
  let best: Choice | undefined
  for (const locking of mains) {
    // A character that the locking table lacks takes two septets in any single shift table. So the first table that has
    // all of them is as good as the others.
    const single = extensions.find((extension) => septetsIn(locking, extension) >= 0)
    if (single === undefined) continue
    const units = septetsIn(locking, single)
    const least = fewest(units, limits)
    if (least >= most || (best && (least > best.segments || (least === best.segments && units >= best.units)))) continue
    const segments = least === 1 ? 1 : countSegments(text, { locking, single }, limits)
    if (segments >= most || (best && segments > best.segments)) continue
    if (best && segments === best.segments && units >= best.units) continue
    best = { encoding: 'GSM-7', locking, single, limits, shifts: undefined, units, segments }
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

function nameShifts({ locking, single }: Coding): Shifts {
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
