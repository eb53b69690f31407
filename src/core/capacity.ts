// TS 23.040 9.2.3.16 and 9.2.3.24.1: how much a segment holds beside its user data header.
import type { SegmentLimits } from '../types'
import { start } from './text'

/** Most segments of a message; most octets of a TP-UD; most octets where SMPP carries one septet in each. */
export { MOST_SEGMENTS, UNPACKED, USER_DATA } from '../../assembly/abi'

/** The encodings that a text may have, and the capacities of a segment in either. */
export interface Room {
  readonly encoding: 'auto' | 'GSM-7' | 'UCS-2'
  readonly gsm7: SegmentLimits
  readonly ucs2: SegmentLimits
}

/**
 * Octets of a header, its length octet included: `elements` octets of elements, and a concatenation element with a reference
 * of so many bits, or none for 0. Without elements there is no header: 0.
 */
export function measureHeader(elements: number, referenceBits: 0 | 8 | 16): number {
  return start().core.headerOctets(elements, referenceBits)
}

/** Septets that a header of so many octets and its fill bits cover. */
export function countHeaderSeptets(header: number): number {
  return start().core.headerSeptets(header)
}

/**
 * Units that fit a segment beside such a header: septets, 16-bit units, or octets. Below 0 where the header is too
 * long.
 */
export function findCapacity(
  encoding: 'GSM-7' | 'UCS-2' | '8-bit',
  elements: number,
  referenceBits: 0 | 8 | 16,
): number {
  const { core } = start()
  const header = core.headerOctets(elements, referenceBits)
  if (encoding === 'GSM-7') return core.capacityGsm7(header)
  return encoding === 'UCS-2' ? core.capacityUcs2(header) : core.capacity8bit(header)
}

/** Found once: each call with options asks for these. */
const WITHOUT_ELEMENTS: Record<8 | 16, { 'GSM-7'?: SegmentLimits; 'UCS-2'?: SegmentLimits }> = { 8: {}, 16: {} }

/** Units of a single segment, and of each of several, beside so many octets of elements. */
export function findLimitsBeside(encoding: 'GSM-7' | 'UCS-2', elements: number, referenceBits: 8 | 16): SegmentLimits {
  if (elements > 0) return computeLimits(encoding, elements, referenceBits)
  const found = WITHOUT_ELEMENTS[referenceBits]
  found[encoding] ??= computeLimits(encoding, 0, referenceBits)
  return found[encoding]
}

function computeLimits(encoding: 'GSM-7' | 'UCS-2', elements: number, referenceBits: 8 | 16): SegmentLimits {
  return { single: findCapacity(encoding, elements, 0), multi: findCapacity(encoding, elements, referenceBits) }
}
