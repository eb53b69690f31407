// TS 23.040 9.2.3.16 and 9.2.3.24.1: how much a segment holds beside a user data header of a given size.

import { USER_DATA } from './abi'

/**
 * Septets that fit beside a header of `header` octets. The length octet is one of these, and the fill bits count as
 * header.
 */
export function capacityGsm7(header: i32): i32 {
  return (USER_DATA * 8) / 7 - headerSeptets(header)
}

/** 16-bit units that fit beside the header. A header of an odd number of octets leaves one octet unused. */
export function capacityUcs2(header: i32): i32 {
  return (USER_DATA - header) >> 1
}

/** Octets that fit beside the header. */
export function capacity8bit(header: i32): i32 {
  return USER_DATA - header
}

/** Septets that a header and its fill bits cover: text starts on a septet boundary. */
export function headerSeptets(header: i32): i32 {
  return (header * 8 + 6) / 7
}
