// TS 23.040 9.2.3.24.1: the concatenation reference of a message, by which a phone tells its segments from those of others.
import { computeChecksum } from '../core/checksum'
import { requireReference } from '../text/options'

/**
 * Width of a reference, and the reference: a number, a function that returns it, or undefined for a checksum of what is
 * sent.
 */
export interface Referencing {
  readonly referenceBits: 8 | 16
  readonly reference: number | (() => number) | undefined
}

/**
 * The reference that the caller gives a message of so many segments; undefined where it will be a checksum, or is not
 * needed. It may run the caller's code, which may use the core: nothing that is still needed may be there.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value': the function returns no reference
 */
export function askReference({ reference, referenceBits }: Referencing, segments: number): number | undefined {
  if (typeof reference !== 'function') return reference
  return segments > 1 ? requireReference('options.reference()', reference(), referenceBits) : undefined
}

/**
 * The reference of a message: the caller's, or a checksum of what the segments carry after their headers (`carried`). 0
 * for one segment that needs none.
 */
export function chooseReference(referencing: Referencing, segments: number, carried: () => Uint8Array): number {
  return (
    askReference(referencing, segments) ?? (segments > 1 ? computeChecksum(carried(), referencing.referenceBits) : 0)
  )
}
