// TS 23.040 9.1.2.4: an octet string that a caller gives to be written.
import { SeptetError } from 'septet'
import { requireOctets } from '../../arguments'

/** Requires an octet string of at most `most` octets. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireOctetsUpTo(argument: string, value: unknown, most: number): Uint8Array {
  const octets = requireOctets(argument, value)
  if (octets.length <= most) return octets
  throw new SeptetError('invalid-value', argument, value, `has ${octets.length} octets; ${most} is the most`, most)
}
