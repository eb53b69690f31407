import { SeptetError } from '../errors'

/** The total of a concatenation element is one octet (TS 23.040 9.2.3.24.1). */
export const MOST_SEGMENTS = 255

/** The error for a message of so many segments, in digits or in words. */
export function tooManySegments(argument: string, value: unknown, segments: number | string): SeptetError {
  const message = `needs ${segments} segments; ${MOST_SEGMENTS} is the most`
  return new SeptetError('too-many-segments', argument, value, message)
}
