// TS 23.040 9.2.3.24.1: one message, counted where it is, in GSM-7 or otherwise in UCS-2. All exports that count one
// message, a column of messages, or a block of an engine's rows call it.
import { CHARACTERS, ENCODING, FOREIGN, FOREIGN_AT, GSM7, UCS2, UNITS } from '../abi'
import { countLatinSeptets, UNSURE } from '../classify'
import { getResult, setResult } from '../memory'
import { cutGsm7, cutUcs2 } from '../segment'
import { walkGsm7, walkUcs2 } from './walk'

/**
 * Counts the message in UTF-8 from `at` to `end`. Returns its segments, and UNITS and ENCODING. `ucs2Only` 1: it is
 * counted as UCS-2. The other arguments are the capacities of a segment. Reads three octets before `at` too, and 65
 * after `end`.
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
    const units = getResult(UNITS)
    const segments = countSegments(units, single7, multi7)
    if (segments !== UNSURE) return segments
    return walkGsm7(at, end, multi7, multi7) + 1
  }
  // The characters before FOREIGN_AT are in GSM-7: each is one UTF-16 unit.
  const before = ucs2Only ? 0 : getResult(CHARACTERS)
  walkUcs2(ucs2Only ? at : <usize>getResult(FOREIGN_AT), end, UNCUT, UNCUT)
  const units = before + getResult(UNITS)
  let segments = countSegments(units, single16, multi16)
  if (segments === UNSURE) segments = walkUcs2(at, end, multi16, multi16) + 1
  setResult(ENCODING, UCS2)
  setResult(UNITS, units)
  return segments
}

/** The same for `length` UTF-16 units at `at`. Overwrites CUTS. */
export function countUnits(at: usize, length: i32, single7: i32, multi7: i32, single16: i32, multi16: i32): i32 {
  let encoding = GSM7
  let units = countLatinSeptets(at, length)
  if (units === UNSURE) units = cutGsm7(at, length, UNCUT, UNCUT) === FOREIGN ? FOREIGN : getResult(UNITS)
  let segments = countSegments(units, single7, multi7)
  if (units === FOREIGN) {
    encoding = UCS2
    units = length
    segments = countSegments(units, single16, multi16)
    if (segments === UNSURE) segments = cutUcs2(at, length, multi16, multi16) + 1
  } else if (segments === UNSURE) segments = cutGsm7(at, length, multi7, multi7) + 1
  setResult(ENCODING, encoding)
  setResult(UNITS, units)
  return segments
}

/** A capacity that no text fills. */
export const UNCUT: i32 = i32.MAX_VALUE

/**
 * Segments of a text of `units` units; UNSURE where that depends on the characters at the cuts. Each cut may leave one
 * unit empty, so that a pair stays together.
 */
export function countSegments(units: i32, single: i32, multi: i32): i32 {
  if (units <= single) return 1
  const segments = (units + multi - 1) / multi
  return units + segments - 1 <= multi * segments ? segments : UNSURE
}
