// WAP-192: WBXML, read. The document is in OCTETS. Its characters go to TEXT; FIELDS says which field each belongs to.

import { CUTS, setResult } from '../memory'
import {
  BAD_CHARACTER,
  BAD_DATE,
  BAD_NUMBER,
  BAD_PUBLIC_ID,
  BAD_STRING_TABLE,
  BAD_TAG,
  BAD_VALUE,
  BAD_VERSION,
  DOCUMENT_CHARSET,
  EMPTY_DATE,
  REASON,
  REASON_AT,
  TOO_LONG,
  TRAILING,
  TRUNCATED,
} from './abi'
import { at, begin, end, fail, failedAt, failure, loadOctet, moveTo, readNumber, readOctet } from './cursor'
import {
  beginText,
  charset,
  countCharacters,
  readString,
  writeCharacters,
  writeCodePoint,
  writeUnit,
} from './wbxml-text'
import {
  END,
  ENTITY,
  FIRST_VALUE,
  LAST_URL_START,
  LAST_VALUE,
  OPAQUE,
  STR_I,
  STR_T,
  SWITCH_PAGE,
  URL_STARTS,
  VALUE_LENGTH,
  VALUES,
  VERSION,
} from './wbxml-tokens'

/** Public identifier 1 is "unknown". For 0, the identifier is text in the string table. */
const UNKNOWN_ID: i32 = 1

/** Four numbers (u16) for each field: its kind, where its characters begin and end in TEXT, its offset in OCTETS. */
const FIELDS: usize = CUTS
const MOST_FIELDS: i32 = 16384

/** "-//WAPFORUM//DTD SI 1.0//EN": Service Loading has an L at place 18. */
// biome-ignore format: a literal of the standard
const NAME: usize = memory.data<u8>([
  0x2d, 0x2f, 0x2f, 0x57, 0x41, 0x50, 0x46, 0x4f, 0x52, 0x55, 0x4d, 0x2f, 0x2f, 0x44, 0x54, 0x44, 0x20,
  0x53, 0x49, 0x20, 0x31, 0x2e, 0x30, 0x2f, 0x2f, 0x45, 0x4e,
])
const NAME_LENGTH: i32 = 27
const NAME_LETTER: i32 = 18

let table: i32 = 0
let tableEnd: i32 = 0
let fields: i32 = 0

/**
 * Begins to read a document, the first `length` octets of OCTETS: version, public identifier, charset and string table. `unknown`
 * is the charset of a document that names none.
 */
export function readDocument(length: i32, unknown: i32, publicId: i32, letter: i32): void {
  begin(length)
  fields = 0
  table = 0
  tableEnd = 0
  const version = readOctet()
  if (version < 1 || version > VERSION + 1) fail(BAD_VERSION, 0)
  const id = readNumber(BAD_NUMBER)
  const name = id === 0 ? readNumber(BAD_NUMBER) : 0
  const named = readNumber(BAD_NUMBER)
  beginText(named ? named : unknown)
  const size = readNumber(BAD_NUMBER)
  if (!failure && size > end - at) fail(TRUNCATED, end)
  // After a failure the size may be wrong, and must not be used.
  if (failure) return
  table = at
  tableEnd = at + size
  moveTo(tableEnd)
  if (id === 0 ? !isNamed(name, letter) : id !== publicId && id !== UNKNOWN_ID) fail(BAD_PUBLIC_ID, 1)
}

function isNamed(name: i32, letter: i32): bool {
  if (name > tableEnd - table - NAME_LENGTH) return false
  for (let index = 0; index < NAME_LENGTH; index++) {
    const expected = index === NAME_LETTER ? letter : load<u8>(NAME + <usize>index)
    if (loadOctet(table + name + index) !== expected) return false
  }
  return true
}

/** Reads the next token. It skips switches to code page 0, the only page. */
export function readToken(): i32 {
  let token = readOctet()
  while (token === SWITCH_PAGE && !failure) {
    if (readOctet() !== 0) fail(BAD_TAG, at - 1)
    token = readOctet()
  }
  return token
}

/** Adds a field to FIELDS: the characters from `start` to the last one. */
export function addField(kind: i32, start: i32, offset: i32): void {
  if (fields === MOST_FIELDS) {
    fail(TOO_LONG, offset)
    return
  }
  const address = FIELDS + ((<usize>fields) << 3)
  fields++
  store<u16>(address, kind)
  store<u16>(address, start, 2)
  store<u16>(address, countCharacters(), 4)
  store<u16>(address, offset, 6)
}

/** Ends a document of `length` octets. No octet may come after it. Returns what `readServiceIndication` does. */
export function concludeReading(length: i32): i32 {
  if (at < length) fail(TRAILING, at)
  // Not by `endReading`: without the branch the module is 12 octets smaller.
  setResult(failure ? REASON : DOCUMENT_CHARSET, failure ? failure : charset)
  setResult(REASON_AT, failedAt)
  return failure ? -1 : fields
}

/** Reads content up to its END. Only characters may be in it. */
export function readContent(): void {
  while (!failure) {
    const token = readToken()
    if (token === END) return
    if (!readPiece(token)) fail(BAD_TAG, at - 1)
  }
}

/** Reads the pieces of an attribute value: strings and entities, as content has them, and value tokens. */
export function readAttributeValue(): void {
  while (at < end) {
    const token = loadOctet(at)
    if (token >= FIRST_VALUE && token <= LAST_VALUE) {
      moveTo(at + 1)
      writeCharacters(VALUES + <usize>((token - FIRST_VALUE) * VALUE_LENGTH), VALUE_LENGTH)
    } else if (token === STR_I || token === STR_T || token === ENTITY) readPiece(readOctet())
    else if (token >= 0x80) fail(BAD_VALUE, at)
    else return
  }
}

/** Writes the beginning of a URL that token `index` of href contains. */
export function writeUrlStart(index: i32): void {
  let row = URL_STARTS
  for (; index > 0 && index <= LAST_URL_START; index--) row += 1 + <usize>load<u8>(row)
  writeCharacters(row + 1, load<u8>(row))
}

/** Reads a date [WAP-167 5.2.1]: two digits in each octet, zeros at the end left out; or a string, as some senders write it. */
export function readDate(): void {
  if (at >= end || loadOctet(at) !== OPAQUE) {
    readAttributeValue()
    return
  }
  moveTo(at + 1)
  const octets = readNumber(BAD_NUMBER)
  if (failure) return
  if (octets < 1 || octets > 7) {
    fail(octets ? BAD_DATE : EMPTY_DATE, at - 1)
    return
  }
  if (octets > end - at) {
    fail(TRUNCATED, end)
    return
  }
  for (let index = 0; index < 7; index++) {
    const octet = index < octets ? readOctet() : 0
    if ((octet & 15) > 9 || octet >> 4 > 9) {
      fail(BAD_DATE, at - 1)
      return
    }
    if (index > 1) writeUnit(index < 4 ? 0x2d : index === 4 ? 0x54 : 0x3a)
    writeUnit(0x30 | (octet >> 4))
    writeUnit(0x30 | (octet & 15))
  }
  writeUnit(0x5a)
}

function readPiece(token: i32): bool {
  if (token === STR_I) moveTo(readString(at, end))
  else if (token === ENTITY) readEntity()
  else if (token === STR_T) {
    const start = at
    const offset = readNumber(BAD_NUMBER)
    if (failure) return true
    if (offset >= tableEnd - table) fail(BAD_STRING_TABLE, start)
    else readString(table + offset, tableEnd)
  } else return false
  return true
}

function readEntity(): void {
  const start = at
  const codePoint = readNumber(BAD_NUMBER)
  if (failure) return
  if (codePoint > 0x10ffff || codePoint === 0 || (codePoint & ~0x7ff) === 0xd800) fail(BAD_CHARACTER, start)
  else writeCodePoint(codePoint)
}
