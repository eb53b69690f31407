// Checks of the values that a caller gives to be written.
import { SeptetError } from 'septet'
import { requireOctets } from '../arguments'

/** The members of an object that was checked. */
export type Given = Readonly<Record<string, unknown>>

/** An octet string of at most `most` octets. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireOctetsUpTo(argument: string, value: unknown, most: number): Uint8Array {
  const octets = requireOctets(argument, value)
  if (octets.length <= most) return octets
  throw new SeptetError('invalid-value', argument, value, `has ${octets.length} octets; ${most} is the most`, most)
}

/** Runs `work` on a value. An error that it throws then names the caller's argument. */
export function nameErrors<Result>(argument: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    throw new SeptetError(error.code, argument, error.value, error.reason, error.offset)
  }
}
