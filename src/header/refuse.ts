// Octets that contradict themselves or the standard: an error where reading is strict, a fault in a list where it is lenient.

import { SeptetError, type SeptetErrorCode } from '../errors'
import type { Fault } from '../types'

/** Is called for each contradiction. Where it returns, reading goes on as far as the octets go. */
export type Refuse = (code: SeptetErrorCode, argument: string, value: unknown, reason: string, offset?: number) => void

/** @throws {SeptetError} */
export const throwing: Refuse = (code, argument, value, reason, offset) => {
  throw new SeptetError(code, argument, value, reason, offset)
}

/** Returns a function that adds to `faults`. `message` is the index of the message that is read. */
export function listing(faults: Fault[], message: number): Refuse {
  return (_code, _argument, _value, reason, offset = 0) => {
    faults.push({ message, offset, reason })
  }
}
