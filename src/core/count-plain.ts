// TS 23.040 9.2.3.24.1: what a text costs that is sent without options. A text that is short, or that begins outside GSM-7, is counted
// here in one pass, without a copy of it; any other goes to the core.
import type { Count } from '../types'
import { countText, type Room } from './measure'
import { GSM7_MULTI, GSM7_SINGLE, UCS2_MULTI, UCS2_SINGLE } from './plain-room'
import { start } from './text'

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

/** The core's table, after its first use: see `encoder` of the engine. */
let table: Uint8Array | undefined

/**
 * Counts a text without options.
 *
 * It is one function, with numbers that V8 knows when it compiles. A row of 70 or 600 UCS-2 units takes 11 to 25 ns, and each
 * function on the way costs 0.3 to 2 of them: V8 checks which function it calls, and once more than 460 octets of bytecode are inlined
 * it calls instead. The walk over the cuts takes 30 % more where 67 is a variable (Node 20 to 26; bench/README.md).
 */
export function countPlain(text: string): Count {
  if (table === undefined) table = start().encoder
  const units = text.length
  if (units === 0 || table[text.charCodeAt(0)] !== 0) {
    if (units > LOOK_AT_ALL) return countText(text, PLAIN)!
    // No branch on a unit. `foreign` is below 0 once a unit is outside GSM-7, whose value is 0; the high bit is an escape.
    let septets = units
    let foreign = 0
    for (let offset = 0; offset < units; offset++) {
      const encoded = table[text.charCodeAt(offset)]!
      foreign |= encoded - 1
      septets += encoded >> 7
    }
    if (foreign >= 0) {
      return {
        encoding: 'GSM-7',
        units: septets,
        segments: 1,
        perSegment: GSM7_SINGLE,
        remaining: GSM7_SINGLE - septets,
      }
    }
  }
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
