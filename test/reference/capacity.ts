import type { SegmentLimits, TextOptions } from '../../src/types'
import { ownElements } from './header'

/** TP-UD is at most 140 octets (TS 23.040 9.2.3.24). */
const USER_DATA_OCTETS = 140

/** The header of a concatenated segment with its length octet: element 00 or 08 (TS 23.040 9.2.3.24.1, .8). */
export function headerOctets(referenceBits: 8 | 16): number {
  return referenceBits === 8 ? 6 : 7
}

/** Septets beside so many elements of three octets that name a national language table. */
export function shiftedCapacities(shifts: number, options: TextOptions): SegmentLimits {
  const septetsBeside = (octets: number) => 160 - Math.ceil((8 * octets) / 7)
  const concatenation = headerOctets(options.referenceBits ?? 8) - 1
  const elements = ownElements(options).length + 3 * shifts
  const physical = {
    single: septetsBeside(elements === 0 ? 0 : 1 + elements),
    multi: septetsBeside(1 + elements + concatenation),
  }
  const limits = options.limits?.gsm7
  if (limits === undefined) return physical
  return { single: Math.min(physical.single, limits.single), multi: Math.min(physical.multi, limits.multi) }
}

/** Units that fit a lone segment, and each of several. */
export function capacities(encoding: 'GSM-7' | 'UCS-2', options: TextOptions): SegmentLimits {
  const own = ownElements(options).length
  const unitsBeside = (header: number) =>
    encoding === 'GSM-7' ? 160 - Math.ceil((8 * header) / 7) : Math.floor((USER_DATA_OCTETS - header) / 2)
  const physical = {
    single: unitsBeside(own === 0 ? 0 : 1 + own),
    multi: unitsBeside(own + headerOctets(options.referenceBits ?? 8)),
  }
  const limits = encoding === 'GSM-7' ? options.limits?.gsm7 : options.limits?.ucs2
  if (limits === undefined) return physical
  return { single: Math.min(physical.single, limits.single), multi: Math.min(physical.multi, limits.multi) }
}
