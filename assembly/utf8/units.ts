// Unicode 3.9: UTF-8 as UTF-16, for a caller that has UTF-8 and calls functions that take UTF-16.
import { TOO_MANY } from '../abi'
import { TEXT, WINDOW } from '../memory'
import { countCharacterUnits, readCharacter, readCodePoint, readSize } from './character'

/**
 * Writes `length` octets of UTF-8 at `at` to TEXT, as the decoder of the Encoding Standard does. Returns the units, or TOO_MANY
 * where TEXT has no room for them.
 */
export function fromUtf8(at: usize, length: i32): i32 {
  const end = at + <usize>length
  let written = 0
  while (at < end) {
    const found = readCharacter(at, end)
    if (written + countCharacterUnits(found) > WINDOW) return TOO_MANY
    written += put(TEXT + ((<usize>written) << 1), readCodePoint(found))
    at += <usize>readSize(found)
  }
  return written
}

/** Unicode 3.9, table 3-5: a code point above U+FFFF is a high surrogate and a low one. Returns the units. */
function put(to: usize, codePoint: i32): i32 {
  if (codePoint < 0x10000) {
    store<u16>(to, codePoint)
    return 1
  }
  store<u16>(to, 0xd7c0 + (codePoint >> 10))
  store<u16>(to, 0xdc00 | (codePoint & 0x3ff), 2)
  return 2
}
