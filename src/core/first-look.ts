// The first look at a string before it is copied. It reads the core's own table through a view; test/core/parity.test.ts holds it to
// the reference, as it does the core.
import { FOREIGN } from '../../assembly/abi'
import { type Engine, start } from './text'

/** What the first look returns where it has not seen enough to tell. */
const UNDECIDED = -2

/** Up to this many units, looking at each is faster than to copy the text and ask the core (Node 20: 2 ns a unit against 70 ns). */
const LOOK_AT_ALL = 32

/**
 * The septets of a short text; FOREIGN where a unit outside GSM-7 was met; UNDECIDED for a longer text, of which it looks
 * at three units only: one foreign unit anywhere settles the encoding, and most texts in another alphabet show one there.
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
