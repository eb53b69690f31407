// WAP-192 5.1, WAP-230 8.1.2: octets that are read one by one from OCTETS, for WBXML and for the Push PDU.
import { OCTETS, setResult } from '../memory'
import { REASON, REASON_AT, TRUNCATED } from './abi'

/** The offset of the next octet, and where the octets end. After a failure both are the same, so that every loop ends. */
export let at: i32 = 0
export let end: i32 = 0

/** Why the octets are refused, and at which offset; 0 while nothing is wrong. The first failure is kept. */
export let failure: i32 = 0
export let failedAt: i32 = 0

/** Begins to read the first `length` octets. */
export function begin(length: i32): void {
  at = 0
  end = length
  failure = 0
  failedAt = 0
}

export function moveTo(offset: i32): void {
  at = offset
}

export function endAt(offset: i32): void {
  end = offset
}

export function fail(reason: i32, offset: i32): void {
  if (!failure) {
    failure = reason
    failedAt = offset
  }
  at = end
}

/** Reads the next octet. At the end it fails, and returns 0. */
export function readOctet(): i32 {
  if (at < end) return loadOctet(at++)
  fail(TRUNCATED, end)
  return 0
}

/** The next octet, which stays the next one. At the end it fails, and returns 0. */
export function peek(): i32 {
  if (at < end) return loadOctet(at)
  fail(TRUNCATED, end)
  return 0
}

/**
 * mb_u_int32 [WAP-192 5.1], uintvar [WAP-230 8.1.2]: at most five octets, seven bits each. No number here may reach 2 ** 28: one
 * that does fails with `reason`.
 */
export function readNumber(reason: i32): i32 {
  const start = at
  let value = 0
  for (let octets = 0; octets < 5 && value < 1 << 21; octets++) {
    const octet = readOctet()
    value = (value << 7) | (octet & 0x7f)
    if (octet < 0x80) return value
  }
  fail(reason, start)
  return 0
}

export function loadOctet(offset: i32): i32 {
  return load<u8>(OCTETS + <usize>offset)
}

/** Ends a reading. Returns `value`; after a failure it returns -1, and REASON and REASON_AT. */
export function endReading(value: i32): i32 {
  if (!failure) return value
  setResult(REASON, failure)
  setResult(REASON_AT, failedAt)
  return -1
}
