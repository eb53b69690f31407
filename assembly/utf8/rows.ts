// Many messages in one call: a column of offsets in; columns of encodings, units and segments out.
import { CHARACTERS, FOREIGN, FOREIGN_AT, GSM7, TOTAL, UCS2, UNITS } from '../abi'
import { septetsOfLatin, UNSURE } from '../classify'
import { result, setResult, TEXT } from '../memory'
import { cutGsm7, cutUcs2 } from '../segment'
import { walkGsm7, walkUcs2 } from './characters'
import { ENCODINGS, OFFSETS, ROW_SEGMENTS, ROW_UNITS, VALIDITY } from './columns'

/**
 * Counts `rows` messages in UTF-8, `length` octets at `at`. Row n goes from offset n of OFFSETS to offset n + 1, each less the
 * first offset. `bit` is the place of the first row's bit in VALIDITY; a row whose bit is 0 is no message, and counts nothing.
 * `bit` -1: every row is a message. Returns the rows counted: fewer where the next offsets do not ascend within `length`.
 */
export function countRows(
  at: usize,
  length: i32,
  rows: i32,
  bit: i32,
  ucs2Only: i32,
  single7: i32,
  multi7: i32,
  single16: i32,
  multi16: i32,
): i32 {
  const base = load<i32>(OFFSETS)
  let total = 0
  let row = 0
  for (let start = 0; row < rows; row++) {
    const end = load<i32>(OFFSETS + ((<usize>row + 1) << 2)) - base
    if (<u32>end < <u32>start || <u32>end > <u32>length) break
    const from = at + <usize>start
    const to = at + <usize>end
    start = end
    if (bit >= 0 && !isValid(bit + row)) {
      write(row, GSM7, 0, 0)
      continue
    }
    let encoding = GSM7
    let units = ucs2Only ? FOREIGN : walkGsm7(from, to, UNCUT, UNCUT) === FOREIGN ? FOREIGN : result(UNITS)
    let segments = segmentsOf(units, single7, multi7)
    if (units === FOREIGN) {
      // What is in GSM-7 is one unit a character.
      const before = ucs2Only ? 0 : result(CHARACTERS)
      walkUcs2(ucs2Only ? from : <usize>result(FOREIGN_AT), to, UNCUT, UNCUT)
      encoding = UCS2
      units = before + result(UNITS)
      segments = segmentsOf(units, single16, multi16)
      if (segments === UNSURE) segments = walkUcs2(from, to, multi16, multi16) + 1
    } else if (segments === UNSURE) segments = walkGsm7(from, to, multi7, multi7) + 1
    write(row, encoding, units, segments)
    total += segments
  }
  setResult(TOTAL, total)
  return row
}

/** The same for `rows` texts in TEXT, end to end: text n goes from offset n of OFFSETS to offset n + 1. Overwrites CUTS. */
export function countTexts(rows: i32, single7: i32, multi7: i32, single16: i32, multi16: i32): void {
  let total = 0
  let start = load<i32>(OFFSETS)
  for (let row = 0; row < rows; row++) {
    const end = load<i32>(OFFSETS + ((<usize>row + 1) << 2))
    const at = TEXT + ((<usize>start) << 1)
    const length = end - start
    start = end
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
    write(row, encoding, units, segments)
    total += segments
  }
  setResult(TOTAL, total)
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

export function isValid(bit: i32): bool {
  return <bool>((load<u8>(VALIDITY + <usize>(bit >> 3)) >> (bit & 7)) & 1)
}

function write(row: i32, encoding: i32, units: i32, segments: i32): void {
  store<u8>(ENCODINGS + <usize>row, encoding)
  store<i32>(ROW_UNITS + ((<usize>row) << 2), units)
  store<i32>(ROW_SEGMENTS + ((<usize>row) << 2), segments)
}
