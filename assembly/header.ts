// TS 23.040 9.2.3.24: the user data header. Its length octet, then information elements: identifier, length, data.
import { CONCAT_8, CONCAT_16 } from './abi'
import { HEADER } from './memory'

/**
 * Octets of a header with `elements` octets of elements and a concatenation element with a reference of 8 bits
 * (9.2.3.24.1) or 16 bits (9.2.3.24.8), or none for 0. The length octet is counted. Without elements there is no header: 0.
 */
export function headerOctets(elements: i32, referenceBits: i32): i32 {
  const octets = elements + measureConcat(referenceBits)
  return octets ? 1 + octets : 0
}

/** Octets of the concatenation element. */
export function measureConcat(referenceBits: i32): i32 {
  return referenceBits === 0 ? 0 : referenceBits === 8 ? 5 : 6
}

/** Writes this header to `to`, for segment `sequence` of `total`: the elements in HEADER, then the concatenation element. */
export function writeHeader(
  to: usize,
  elements: i32,
  referenceBits: i32,
  reference: i32,
  total: i32,
  sequence: i32,
): void {
  const octets = headerOctets(elements, referenceBits)
  if (!octets) return
  store<u8>(to++, octets - 1)
  for (let offset: usize = 0; offset < <usize>elements; offset++) store<u8>(to++, load<u8>(HEADER + offset))
  if (referenceBits) writeConcat(to, referenceBits, reference, total, sequence)
}

/** Writes that element to `to`. */
export function writeConcat(to: usize, referenceBits: i32, reference: i32, total: i32, sequence: i32): void {
  if (referenceBits === 8) {
    store<u8>(to, CONCAT_8)
    store<u8>(to, 3, 1)
    store<u8>(to, reference, 2)
  } else {
    store<u8>(to, CONCAT_16)
    store<u8>(to, 4, 1)
    store<u8>(to, reference >> 8, 2)
    store<u8>(to, reference, 3)
    to++
  }
  store<u8>(to, total, 3)
  store<u8>(to, sequence, 4)
}

/**
 * Finds the elements of a header of `length` octets at `at`, its length octet not counted, and writes the offset of
 * each to HEADER, one in each octet. Returns how many there are. Where an element does not fit, it returns -1 minus the
 * offset of that element.
 */
export function scanHeader(at: usize, length: i32): i32 {
  let elements = 0
  let offset = 0
  while (offset < length) {
    const end = offset + 2 <= length ? offset + 2 + load<u8>(at + <usize>offset, 1) : length + 1
    if (end > length) return -1 - offset
    store<u8>(HEADER + <usize>elements, offset)
    elements++
    offset = end
  }
  return elements
}
