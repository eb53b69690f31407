// TS 23.038 6.2.1: the first look at a string, before it is copied. It reads the table of the core through a view.
// test/core/parity.test.ts compares it with the reference, as it does the core.
import { FOREIGN } from '../../assembly/abi'
import { type Engine, start } from './text'

/** What the first look returns where it has not seen enough to tell. */
const UNDECIDED = -2

/** Up to this many units, it is faster to look at each than to copy the text and call the core (2 ns for each, and 70 ns; Node 20). */
const LOOK_AT_ALL = 32

/**
 * The septets of a short text; or FOREIGN, where it has seen a unit outside GSM-7. Of a longer text it looks at three units only,
 * and may return UNDECIDED: one foreign unit decides the encoding, and most texts in another alphabet have one at these places.
 */
export function look({ encoder }: Engine, text: string): number {
  const length = text.length
  if (length <= LOOK_AT_ALL) {
    let septets = length
    for (let offset = 0; offset < length; offset++) {
      const encoded = encoder[text.charCodeAt(offset)]!
      if (encoded === 0) return FOREIGN
      septets += encoded >> 7
    }
    return septets
  }
  const settled =
    encoder[text.charCodeAt(0)] === 0 ||
    encoder[text.charCodeAt(length >> 1)] === 0 ||
    encoder[text.charCodeAt(length - 1)] === 0
  return settled ? FOREIGN : UNDECIDED
}

/** Offset of the first unit outside GSM-7 at or after `from`, or -1. */
export function foreignOffset(text: string, from = 0): number {
  const { encoder } = start()
  for (let offset = from; offset < text.length; offset++) {
    if (encoder[text.charCodeAt(offset)] === 0) return offset
  }
  return -1
}

/** Whether a unit is in GSM-7. */
export function isInGsm7(unit: number): boolean {
  return start().encoder[unit] !== 0
}

/** Whether each unit is one septet of GSM-7. */
export function isPlain(text: string): boolean {
  const { encoder } = start()
  for (let offset = 0; offset < text.length; offset++) {
    const encoded = encoder[text.charCodeAt(offset)]!
    if (encoded === 0 || encoded >> 7) return false
  }
  return true
}
