import { MOST_SEGMENTS } from '../core/capacity'
import { SeptetError } from '../errors'

export { MOST_SEGMENTS }

/** The error for a message of so many segments, in digits or in words. */
export function createSegmentsError(argument: string, value: unknown, segments: number | string): SeptetError {
  const message = `needs ${segments} segments; ${MOST_SEGMENTS} is the most`
  return new SeptetError('too-many-segments', argument, value, message)
}
