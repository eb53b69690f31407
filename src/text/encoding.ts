// How a text is carried: its encoding, and in GSM-7 its tables (TS 23.038 6.2.1.2).

import { findForeignOffset } from '../core/alphabet'
import type { Coding } from '../core/cut'
import { LOCKING_SHIFT, SINGLE_SHIFT } from '../core/identifiers'
import { looksForeign, type TableCosts, weighTables } from '../core/measure'
import { countUcs2 } from '../core/ucs2'
import type { SegmentLimits, Shifts } from '../types'
import { type Allowed, nameLanguage } from './languages'
import { findLimits, LEAST_ROOM } from './limits'
import type { Plan } from './options'
import type { Pass } from './passes/pass'

/** Octets of an element that names a table: identifier, length, language (TS 23.040 9.2.3.24.15, .16). */
const SHIFT_ELEMENT = 3

/** A choice of tables, and what it costs. */
interface TableChoice extends Coding {
  readonly units: number
  readonly segments: number
}

/**
 * GSM-7 for a text that may be sent in it. Without `languages` and `alphabet` the string is not built here, and it may have a
 * character outside GSM-7: the core finds that as it counts or cuts.
 */
export function preferGsm7(sent: Pass, plan: Plan): Coding | undefined {
  const { encoding, languages, alphabet } = plan
  if (encoding === 'UCS-2') return undefined
  if (languages === undefined && alphabet === undefined) {
    const { content } = sent
    const isForeign = typeof content === 'string' && looksForeign(content)
    return isForeign ? undefined : createCoding('GSM-7', plan.gsm7)
  }
  const { text } = sent
  if (languages === undefined) return chooseGsm7(text, plan)
  const best = chooseTables(weighTables(text), languages, plan)
  // Without `languages`, a text of GSM-7 is never sent in UCS-2. With them, UCS-2 is one of the choices: see `TextOptions`.
  const isDear =
    best && encoding !== 'GSM-7' && countUcs2(text, plan.ucs2.single, plan.ucs2.multi).segments < best.segments
  return isDear ? undefined : best
}

/** GSM-7 in the best of the tables that are allowed; undefined where no choice of them has every character. */
export function chooseGsm7(text: string, plan: Plan): Coding | undefined {
  const { languages, alphabet, gsm7 } = plan
  if (languages !== undefined) return chooseTables(weighTables(text), languages, plan)
  return findForeignOffset(text, 0, alphabet) < 0 ? createCoding('GSM-7', gsm7) : undefined
}

/** UCS-2, or GSM-7 in the default tables. */
export function createCoding(encoding: 'GSM-7' | 'UCS-2', limits: SegmentLimits): Coding {
  return { encoding, locking: 0, single: 0, limits, shifts: undefined }
}

/**
 * The choice of tables for the whole message. Fewest segments wins, then default before single shift before locking
 * shift before both, then fewer units, then the caller's order: so the choices are compared in that order, and each
 * must be better than those before it.
 */
function chooseTables(costs: TableCosts, { lockings, singles }: Allowed, plan: Plan): TableChoice | undefined {
  let best: TableChoice | undefined
  for (const [mains, extensions] of [
    [[0], [0]],
    [[0], singles],
    [lockings, [0]],
    [lockings, singles],
  ] as const) {
    const limits = findLimits('GSM-7', plan.elements.length + SHIFT_ELEMENT * countShifts(mains, extensions), plan)
    if (limits.multi < LEAST_ROOM) continue
    // Each character costs at least one unit, so these choices cannot take fewer segments than `best`.
    if (best !== undefined && countFewest(costs.length, limits) >= best.segments) continue
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
): TableChoice | undefined {
  let best: TableChoice | undefined
  for (const locking of mains) {
    // A character that the locking table lacks takes two septets in any single shift table. So the first table that has
    // all of them is as good as the others.
    const single = extensions.find((extension) => costs.septets(locking, extension) >= 0)
    if (single === undefined) continue
    const units = costs.septets(locking, single)
    const least = countFewest(units, limits)
    if (least >= most || (best && (least > best.segments || (least === best.segments && units >= best.units)))) continue
    const segments = least === 1 ? 1 : costs.segments({ locking, single }, limits)
    if (segments >= most || (best && segments > best.segments)) continue
    if (best && segments === best.segments && units >= best.units) continue
    best = { encoding: 'GSM-7', locking, single, limits, shifts: nameShifts(locking, single), units, segments }
  }
  return best
}

function countShifts([main]: readonly number[], [extension]: readonly number[]): number {
  return (main ? 1 : 0) + (extension ? 1 : 0)
}

/** Segments that so many units need at least: an escape pair that is not cut may make it one more. */
function countFewest(units: number, { single, multi }: SegmentLimits): number {
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
export function writeShiftElements({ locking, single }: Coding): Uint8Array {
  const octets: number[] = []
  if (single !== 0) octets.push(SINGLE_SHIFT, 1, single)
  if (locking !== 0) octets.push(LOCKING_SHIFT, 1, locking)
  return Uint8Array.from(octets)
}
