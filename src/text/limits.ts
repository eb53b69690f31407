// The option limits: sizes of segments that a carrier has, where they are smaller than those of the standard.
import { createBare, requireInteger, requireMembers } from '../arguments'
import { findLimitsBeside } from '../core/capacity'
import { SeptetError } from '../errors'
import type { SegmentLimits, TextOptions } from '../types'

/** Least capacity of a segment: an escape pair and a surrogate pair take two units, and are not cut. */
export const LEAST_ROOM = 2

/** What a segment is limited by beside its elements. */
interface Limited {
  readonly referenceBits: 8 | 16
  readonly limits: TextOptions['limits']
}

/**
 * Units of a segment beside so many octets of elements: what fits 140 octets, or the carrier's own sizes where they are
 * smaller.
 */
export function findLimits(
  encoding: 'GSM-7' | 'UCS-2',
  elements: number,
  { referenceBits, limits }: Limited,
): SegmentLimits {
  const fits = findLimitsBeside(encoding, elements, referenceBits)
  const limit = encoding === 'GSM-7' ? limits?.gsm7 : limits?.ucs2
  if (limit === undefined) return fits
  return { single: Math.min(fits.single, limit.single), multi: Math.min(fits.multi, limit.multi) }
}

/** @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option' */
export function requireLimits(argument: string, value: unknown): unknown {
  const limits = requireMembers(argument, value, ['gsm7', 'ucs2'])
  const checked = createBare() as Record<string, SegmentLimits>
  for (const name of ['gsm7', 'ucs2']) {
    if (limits[name] !== undefined) checked[name] = requireSegmentLimits(`${argument}.${name}`, limits[name])
  }
  return checked
}

function requireSegmentLimits(argument: string, value: unknown): SegmentLimits {
  const limits = requireMembers(argument, value, ['single', 'multi'])
  const single = requireInteger(`${argument}.single`, limits.single, LEAST_ROOM, Number.MAX_SAFE_INTEGER)
  const multi = requireInteger(`${argument}.multi`, limits.multi, LEAST_ROOM, Number.MAX_SAFE_INTEGER)
  if (multi <= single) return { single, multi }
  throw new SeptetError('invalid-value', `${argument}.multi`, multi, `must not exceed single, which is ${single}`)
}
