// WAP-192 5.8: the characters of a document, in the charset that it declares. They go to TEXT.
import { TEXT, WINDOW } from '../memory'
import { BAD_CHARACTER, TOO_LONG, TRUNCATED, UTF_8 } from './abi'
import { at, end, fail, failure, loadOctet } from './cursor'

/** MIBEnum of the charsets that are read here. In any other, the octets 80 to FF become the units DC80 to DCFF. */
const ASCII: i32 = 3
const LATIN_1: i32 = 4
const UCS_2: i32 = 1000
const UTF_16BE: i32 = 1013
const UTF_16LE: i32 = 1014
const UTF_16: i32 = 1015

/** MIBEnum of the charset of the document. */
export let charset: i32 = 0

let units: i32 = 0

/** Begins the characters of a document. */
export function beginText(documentCharset: i32): void {
  charset = documentCharset
  units = 0
}

/** Characters so far. */
export function countCharacters(): i32 {
  return units
}

/** Reads the string at `from`, whose terminator is before `limit`. Returns the offset after it. */
export function readString(from: i32, limit: i32): i32 {
  if (charset === UTF_16 && from + 1 < limit) {
    // A byte order mark says which octet is first, and is no character [RFC 2781 3.2].
    const mark = (loadOctet(from) << 8) | loadOctet(from + 1)
    if (mark === 0xfeff || mark === 0xfffe) return readWide(from + 2, limit, mark === 0xfffe)
  }
  if (charset === UCS_2 || charset === UTF_16 || charset === UTF_16BE || charset === UTF_16LE) {
    return readWide(from, limit, charset === UTF_16LE)
  }
  while (from < limit && !failure) {
    const octet = loadOctet(from)
    if (octet === 0) return from + 1
    if (octet < 0x80) {
      writeUnit(octet)
      from++
    } else if (charset === UTF_8) from = readUtf8(from, limit)
    else {
      if (charset === ASCII) fail(BAD_CHARACTER, from)
      writeUnit(charset === LATIN_1 ? octet : 0xdc00 | octet)
      from++
    }
  }
  fail(TRUNCATED, from)
  return end
}

function readWide(from: i32, limit: i32, littleEndian: bool): i32 {
  while (from + 1 < limit && !failure) {
    const first = loadOctet(from)
    const second = loadOctet(from + 1)
    const unit = littleEndian ? (second << 8) | first : (first << 8) | second
    from += 2
    if (unit === 0) return from
    writeUnit(unit)
  }
  fail(TRUNCATED, limit)
  return end
}

/** Reads one character of two octets or more: in its shortest form, and no surrogate. */
function readUtf8(from: i32, limit: i32): i32 {
  const lead = loadOctet(from)
  const octets = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  let codePoint = octets === 2 ? lead & 0x1f : octets === 3 ? lead & 0x0f : lead & 0x07
  let good = octets > 0
  for (let index = 1; index < octets; index++) {
    const octet = from + index < limit ? loadOctet(from + index) : 0
    if ((octet & 0xc0) !== 0x80) good = false
    codePoint = (codePoint << 6) | (octet & 0x3f)
  }
  if (octets === 3 && (codePoint < 0x800 || (codePoint & ~0x7ff) === 0xd800)) good = false
  if (octets === 4 && (codePoint < 0x10000 || codePoint > 0x10ffff)) good = false
  if (!good) {
    fail(BAD_CHARACTER, from)
    return end
  }
  writeCodePoint(codePoint)
  return from + octets
}

export function writeCodePoint(codePoint: i32): void {
  if (codePoint < 0x10000) {
    writeUnit(codePoint)
    return
  }
  writeUnit(0xd7c0 + (codePoint >> 10))
  writeUnit(0xdc00 | (codePoint & 0x3ff))
}

export function writeCharacters(from: usize, count: i32): void {
  for (let index = 0; index < count; index++) writeUnit(load<u8>(from + <usize>index))
}

export function writeUnit(unit: i32): void {
  if (units === WINDOW) {
    fail(TOO_LONG, at)
    return
  }
  store<u16>(TEXT + ((<usize>units) << 1), unit)
  units++
}
