// WAP-230 8.4.1.3 and 8.4.2: the values of WSP headers, read with the cursor. The Push PDU has them, and an MMS PDU too.

import { setResult } from '../memory'
import { BAD_HEADER, TRUNCATED } from './abi'
import { at, end, fail, failure, moveTo, peek, readNumber, readOctet } from './cursor'

/** A well-known value in one octet has its high bit set [8.4.2.3]. */
export const SHORT: i32 = 0x80

/** The first octet of a value: up to 30 it is the length; after 31 comes the length; from 32 on it begins a text [8.4.1.3]. */
export const LENGTH_QUOTE: i32 = 31
export const FIRST_TEXT: i32 = 32

/** The PDU type of a Push [8.2.4.1, table 34]. */
export const PUSH: i32 = 0x06

/** Numbers of a well-known parameter and a well-known header, with the high bit. */
export const CHARSET_PARAMETER: i32 = 0x81
export const X_WAP_APPLICATION_ID: i32 = 0xaf

/** Reads an integer of one octet, or of as many octets as the first octet says, at most three. */
export function readInteger(reason: i32): i32 {
  const start = at
  const first = readOctet()
  if (first >= SHORT) return first & 0x7f
  if (first < 1 || first > 3) fail(reason, start)
  let value = 0
  for (let index = 0; index < first && !failure; index++) value = (value << 8) | readOctet()
  return value
}

/** Reads a text up to its NUL. Where it begins and ends goes to `place` of RESULT and the next one, unless `place` is negative. */
export function readText(place: i32): void {
  const start = at
  while (readOctet() !== 0 && !failure) {}
  if (place < 0) return
  setResult(place, start)
  setResult(place + 1, at - 1)
}

export function skipValue(): void {
  const first = peek()
  if (first >= SHORT) moveTo(at + 1)
  else if (first >= FIRST_TEXT) readText(-1)
  else {
    const limit = findValueEnd()
    if (!failure) moveTo(limit)
  }
}

/** Reads the length of a value, and returns where the value ends. */
export function findValueEnd(): i32 {
  const first = readOctet()
  const length = first === LENGTH_QUOTE ? readNumber(BAD_HEADER) : first
  if (failure) return end
  if (length > end - at) fail(TRUNCATED, end)
  return at + length
}

export function isText(): bool {
  return peek() >= FIRST_TEXT && peek() < SHORT
}
