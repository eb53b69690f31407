// TS 23.040 9.2.3.24.1: a UCS-2 text is cut where a segment is full, but not inside a surrogate pair. Every unit counts one. So the
// text is not copied into the core; only the units at a cut are looked at. Whether they are a pair is written out three times: in a
// loop over cuts V8 takes 15 % more with a call (Node 24; bench/README.md).
import type { Count } from '../types'
import { UCS2_MULTI, UCS2_SINGLE } from './plain-room'

/** Where the segment ends that starts at `start` and has room for `capacity` units. */
export function findUcs2End(text: string, start: number, capacity: number): number {
  const end = start + capacity
  if (end >= text.length) return text.length
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(end) & 0xfc00) === 0xdc00 ? end - 1 : end
}

/** What a text costs in UCS-2. `visit` gets each cut: its offset, and the units before it, which are as many. */
export function countUcs2(
  text: string,
  single: number,
  multi: number,
  visit?: (end: number, units: number) => void,
): Count {
  const units = text.length
  const perSegment = units > single ? multi : single
  let segments = 1
  let end = perSegment
  for (; end < units; end += multi) {
    // A surrogate pair is not cut.
    if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end--
    visit?.(end, end)
    segments++
  }
  return { encoding: 'UCS-2', units, segments, perSegment, remaining: end - units }
}

/**
 * The same without options, with numbers that V8 knows when it compiles: where 67 is a variable, a walk over the cuts takes 30 % more.
 * There is one result for one segment and for several, since V8 inlines no more than 460 octets of bytecode (bench/README.md).
 */
export function countPlainUcs2(text: string): Count {
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

/** The count of a text that fits one segment. */
export function countSingle(encoding: 'GSM-7' | 'UCS-2', units: number, perSegment: number): Count {
  return { encoding, units, segments: 1, perSegment, remaining: perSegment - units }
}
