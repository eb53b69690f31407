// TS 23.040 9.2.3.24.1: what a text costs that is sent without options. A text that is short, or that begins outside GSM-7, is counted
// here in one pass, without a copy of it; any other goes to the core.
import type { Count } from '../types'
import { countText, type Room } from './measure'
import { GSM7_MULTI, GSM7_SINGLE, UCS2_MULTI, UCS2_SINGLE } from './plain-room'
import { start } from './text'
import { countOfOne } from './ucs2'

const PLAIN: Room = {
  encoding: 'auto',
  gsm7: { single: GSM7_SINGLE, multi: GSM7_MULTI },
  ucs2: { single: UCS2_SINGLE, multi: UCS2_MULTI },
}

/**
 * Up to this many units, a look at each is faster than to copy the text and call the core: 2 ns for each unit, and 70
 * ns for the call (Node 20).
 */
const LOOK_AT_ALL = 32

/**
 * Counts a text without options. The first unit is looked at before all else: a text in another alphabet shows there. After it there is
 * no branch on a unit. test/core/parity.test.ts compares this with the reference, as it does the core.
 */
export function countPlain(text: string): Count {
  const { encoder } = start()
  const { length } = text
  if (length > 0 && encoder[text.charCodeAt(0)] === 0) return countUcs2(text)
  if (length > LOOK_AT_ALL) return countText(text, PLAIN)!
  let septets = length
  let foreign = 0
  for (let offset = 0; offset < length; offset++) {
    const encoded = encoder[text.charCodeAt(offset)]!
    // It is below 0 once a unit is outside GSM-7: `encoded` is 0 there. The high bit is an escape.
    foreign |= encoded - 1
    septets += encoded >> 7
  }
  return foreign < 0 ? countUcs2(text) : countOfOne('GSM-7', septets, GSM7_SINGLE)
}

/**
 * As `countUcs2` of ucs2.ts, with numbers that V8 knows when it compiles: where 67 is a variable, a walk over the cuts takes 30 % more.
 * There is one result for one segment and for several, since V8 inlines no more than 460 octets of bytecode (bench/README.md).
 */
function countUcs2(text: string): Count {
  const units = text.length
  let segments = 1
  let from = 0
  let perSegment = UCS2_SINGLE
  if (units > UCS2_SINGLE) {
    perSegment = UCS2_MULTI
    while (units - from > UCS2_MULTI) {
      from += UCS2_MULTI
      // A surrogate pair is not cut.
      if ((text.charCodeAt(from - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(from) & 0xfc00) === 0xdc00) from--
      segments++
    }
  }
  return { encoding: 'UCS-2', units, segments, perSegment, remaining: perSegment - units + from }
}
