// Unicode 3.9, table 3-7: one character of UTF-8, read where it is. Malformed octets count as the U+FFFD that the decoder of the
// Encoding Standard writes: one for the longest run of octets that could begin a character, and one for each octet that could not.
import { countSeptets, readEncoding } from '../encoder'

const REPLACEMENT: i32 = 0xfffd

/** What `readCharacter` returns. Bits 2 to 0: the octets of the character, 1 to 4. The bits above: its code point. */
function packCharacter(codePoint: i32, size: i32): i32 {
  return (codePoint << 3) | size
}

export function readSize(character: i32): i32 {
  return character & 7
}

export function readCodePoint(character: i32): i32 {
  return character >> 3
}

/** Septets of a character with the escape that it may need; 0 outside GSM-7. */
export function countCharacterSeptets(character: i32): i32 {
  const codePoint = readCodePoint(character)
  const encoded = codePoint < 0x10000 ? readEncoding(codePoint) : 0
  return encoded ? countSeptets(encoded) : 0
}

/** UTF-16 units of a character: 2 above U+FFFF, otherwise 1. */
export function countCharacterUnits(character: i32): i32 {
  return 1 + i32(readCodePoint(character) > 0xffff)
}

/** The character at `at`, or U+FFFD for malformed octets. It reads no octet at `end` or after it. */
export function readCharacter(at: usize, end: usize): i32 {
  const lead: i32 = load<u8>(at)
  if (lead < 0x80) return packCharacter(lead, 1)
  if (lead < 0xc2 || lead > 0xf4) return packCharacter(REPLACEMENT, 1)
  const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
  let least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  let most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  let codePoint = lead & (0x3f >> more)
  for (let size = 1; size <= more; size++) {
    const octet: i32 = at + <usize>size < end ? load<u8>(at + <usize>size) : 0
    if (octet < least || octet > most) return packCharacter(REPLACEMENT, size)
    codePoint = (codePoint << 6) | (octet & 0x3f)
    least = 0x80
    most = 0xbf
  }
  return packCharacter(codePoint, more + 1)
}
