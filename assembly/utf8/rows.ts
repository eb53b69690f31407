// Many messages in one call: a column of offsets in; columns of encodings, units and segments out.
import { ENCODING, GSM7, TOTAL, UNITS } from '../abi'
import { getResult, setResult, TEXT } from '../memory'
import { ENCODINGS, OFFSETS, ROW_SEGMENTS, ROW_UNITS, VALIDITY } from './columns'
import { countOctets, countUnits } from './count'

/**
 * Counts `rows` messages in UTF-8, `length` octets at `at`. Row n goes from offset n of OFFSETS to offset n + 1, each
 * minus the first offset. `bit` is the place of the first row's bit in VALIDITY; a row whose bit is 0 is no message,
 * and counts nothing. `bit` -1: every row is a message. Returns the rows counted: fewer where the next offsets do not
 * ascend within `length`.
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
    const segments = countOctets(from, to, ucs2Only, single7, multi7, single16, multi16)
    write(row, getResult(ENCODING), getResult(UNITS), segments)
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
    const segments = countUnits(at, length, single7, multi7, single16, multi16)
    write(row, getResult(ENCODING), getResult(UNITS), segments)
    total += segments
  }
  setResult(TOTAL, total)
}

export function isValid(bit: i32): bool {
  return <bool>((load<u8>(VALIDITY + <usize>(bit >> 3)) >> (bit & 7)) & 1)
}

function write(row: i32, encoding: i32, units: i32, segments: i32): void {
  store<u8>(ENCODINGS + <usize>row, encoding)
  store<i32>(ROW_UNITS + ((<usize>row) << 2), units)
  store<i32>(ROW_SEGMENTS + ((<usize>row) << 2), segments)
}
