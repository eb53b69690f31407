// The first look at a string before it is copied, and the walk over a UCS-2 string that is not copied at all. The look
// reads the core's own table through a view; test/core/parity.test.ts holds both to the reference, as it does the core.
import { type Engine, FOREIGN } from '../core/text'

/** What the first look answers where it has not seen enough to tell. */
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

/** Offset of the first unit outside GSM-7 at or behind `from`, or -1. */
export function foreignOffset({ encoder }: Engine, text: string, from: number): number {
  for (let offset = from; offset < text.length; offset++) {
    if (encoder[text.charCodeAt(offset)] === 0) return offset
  }
  return -1
}

/** Whether each unit is one septet of GSM-7. */
export function isPlain({ encoder }: Engine, text: string): boolean {
  for (let offset = 0; offset < text.length; offset++) {
    const encoded = encoder[text.charCodeAt(offset)]!
    if (encoded === 0 || encoded >> 7) return false
  }
  return true
}

/**
 * Where the UCS-2 segment that starts at `start` ends, if it holds `capacity` units: at most there, and not inside a
 * surrogate pair (TS 23.040 9.2.3.24.1).
 */
export function ucs2End(text: string, start: number, capacity: number): number {
  const end = start + capacity
  if (end >= text.length) return text.length
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(end) & 0xfc00) === 0xdc00 ? end - 1 : end
}
