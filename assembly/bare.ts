// Exports of the bare module besides those of the families: a count of one message in one call, UTF-8 as input, and the
// version of the interface. The bindings of this package need none of it, so their cores do not have it.
import './derived'
import { ENCODING, UNITS } from './abi'
import { getResult } from './memory'
import { countOctets, countUnits } from './utf8/count'

export { fromUtf8 } from './utf8/units'

/** The version of the interface: README.md says what it promises. */
export const ABI: i32 = 1

/** Counts a message of `length` octets of UTF-8 at `at`: see `packCount`. */
export function countUtf8(at: usize, length: i32, single7: i32, multi7: i32, single16: i32, multi16: i32): i64 {
  return packCount(countOctets(at, at + <usize>length, 0, single7, multi7, single16, multi16))
}

/** The same for `length` UTF-16 units at `at`. */
export function countUtf16(at: usize, length: i32, single7: i32, multi7: i32, single16: i32, multi16: i32): i64 {
  return packCount(countUnits(at, length, single7, multi7, single16, multi16))
}

/**
 * Units (u), segments (s) and encoding (e) in one number. It is never negative, so a host that reads it as unsigned
 * gets the same number.
 *
 *   0uuu uuuu uuuu uuuu uuuu uuuu uuuu uuuu  ssss ssss ssss ssss ssss ssss ssss ssse
 */
function packCount(segments: i32): i64 {
  return ((<i64>getResult(UNITS)) << 32) | ((<i64>segments) << 1) | getResult(ENCODING)
}
