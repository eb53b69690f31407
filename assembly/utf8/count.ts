// TS 23.040 9.2.3.24.1: one message, counted where it is: what it costs in GSM-7, or else in UCS-2. What counts a message at a
// time, a column of them, or a block of an engine's rows, has it from here.
import { CHARACTERS, ENCODING, FOREIGN, FOREIGN_AT, GSM7, UCS2, UNITS } from '../abi'
import { septetsOfLatin, UNSURE } from '../classify'
import { result, setResult } from '../memory'
import { cutGsm7, cutUcs2 } from '../segment'
import { walkGsm7, walkUcs2 } from './characters'

/**
 * Counts the message in UTF-8 from `at` to `end`: its segments, and UNITS and ENCODING. `ucs2Only`: nothing is counted as GSM-7. The others
 * are the capacities of a segment. Reads three octets before `at` too, and 65 after `end`.
 */
export function countOctets(
  at: usize,
  end: usize,
  ucs2Only: i32,
  single7: i32,
  multi7: i32,
  single16: i32,
  multi16: i32,
): i32 {
  if (!ucs2Only && walkGsm7(at, end, UNCUT, UNCUT) !== FOREIGN) {
    setResult(ENCODING, GSM7)
    const units = result(UNITS)
    const segments = segmentsOf(units, single7, multi7)
    if (segments !== UNSURE) return segments
    return walkGsm7(at, end, multi7, multi7) + 1
  }
  // What is in GSM-7 is one unit a character.
  const before = ucs2Only ? 0 : result(CHARACTERS)
  walkUcs2(ucs2Only ? at : <usize>result(FOREIGN_AT), end, UNCUT, UNCUT)
  const units = before + result(UNITS)
  let segments = segmentsOf(units, single16, multi16)
  if (segments === UNSURE) segments = walkUcs2(at, end, multi16, multi16) + 1
  setResult(ENCODING, UCS2)
  setResult(UNITS, units)
  return segments
}

/** The same for `length` UTF-16 units at `at`. Overwrites CUTS. */
export function countUnits(at: usize, length: i32, single7: i32, multi7: i32, single16: i32, multi16: i32): i32 {
  let encoding = GSM7
  let units = septetsOfLatin(at, length)
  if (units === UNSURE) units = cutGsm7(at, length, UNCUT, UNCUT) === FOREIGN ? FOREIGN : result(UNITS)
  let segments = segmentsOf(units, single7, multi7)
  if (units === FOREIGN) {
    encoding = UCS2
    units = length
    segments = segmentsOf(units, single16, multi16)
    if (segments === UNSURE) segments = cutUcs2(at, length, multi16, multi16) + 1
  } else if (segments === UNSURE) segments = cutGsm7(at, length, multi7, multi7) + 1
  setResult(ENCODING, encoding)
  setResult(UNITS, units)
  return segments
}

/** A capacity that no text fills. */
export const UNCUT: i32 = i32.MAX_VALUE

/**
 * Segments of a text of so many units; UNSURE where that depends on what is at the cuts. Each cut may leave one unit empty, before
 * a pair that stays together.
 */
export function segmentsOf(units: i32, single: i32, multi: i32): i32 {
  if (units <= single) return 1
  const segments = (units + multi - 1) / multi
  return units + segments - 1 <= multi * segments ? segments : UNSURE
}
