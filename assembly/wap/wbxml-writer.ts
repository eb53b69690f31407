// WAP-192: WBXML, written, as far as Service Indication (WAP-167) and Service Loading (WAP-168) need it.

import { OCTETS, OCTETS_SIZE, TEXT } from '../memory'
import { UTF_8 } from './abi'
import {
  FIRST_VALUE,
  LAST_URL_START,
  LAST_VALUE,
  OPAQUE,
  STR_I,
  URL_STARTS,
  VALUE_LENGTH,
  VALUES,
  VERSION,
} from './wbxml-tokens'

/** What a writer returns where OCTETS has no room for the document. */
const FULL: i32 = -1

/** Where the next octet goes. It may run past the end of OCTETS, where nothing is stored. */
let to: usize = OCTETS

/** Begins a document: version, public identifier, charset UTF-8, no string table. */
export function writeDocument(publicId: i32): void {
  to = OCTETS
  writeOctet(VERSION)
  writeOctet(publicId)
  writeOctet(UTF_8)
  writeOctet(0)
}

/** Octets of the document that was begun. */
export function concludeWriting(): i32 {
  const octets = <i32>(to - OCTETS)
  return octets > OCTETS_SIZE ? FULL : octets
}

export function writeOctet(octet: i32): void {
  if (to < OCTETS + OCTETS_SIZE) store<u8>(to, octet)
  to++
}

/** Writes an inline string of the units from `start` to `end` of TEXT. Where there are no units, it writes nothing. */
export function writeString(start: i32, end: i32): void {
  if (start >= end) return
  writeOctet(STR_I)
  while (start < end) {
    const unit = readUnit(start++)
    if ((unit & 0xfc00) === 0xd800 && start < end && (readUnit(start) & 0xfc00) === 0xdc00) {
      writeUtf8(0x10000 + ((unit & 0x3ff) << 10) + (readUnit(start++) & 0x3ff))
    } else writeUtf8(unit)
  }
  writeOctet(0)
}

function writeUtf8(codePoint: i32): void {
  if (codePoint < 0x80) writeOctet(codePoint)
  else if (codePoint < 0x800) {
    writeOctet(0xc0 | (codePoint >> 6))
    writeOctet(0x80 | (codePoint & 0x3f))
  } else {
    if (codePoint < 0x10000) writeOctet(0xe0 | (codePoint >> 12))
    else {
      writeOctet(0xf0 | (codePoint >> 18))
      writeOctet(0x80 | ((codePoint >> 12) & 0x3f))
    }
    writeOctet(0x80 | ((codePoint >> 6) & 0x3f))
    writeOctet(0x80 | (codePoint & 0x3f))
  }
}

/**
 * Writes the URL of the units from `start` to `end` of TEXT: the longest beginning that has a token, then strings and value tokens.
 * `token` is the plain token of href. `compact` avoids what not every gateway writes: tokens with `www.`, and value tokens.
 */
export function writeUrl(start: i32, end: i32, token: i32, compact: i32): void {
  let best = 0
  let longest = 0
  let row = URL_STARTS
  for (let index = 0; index <= LAST_URL_START; index++) {
    const length: i32 = load<u8>(row++)
    if (length > longest && !(compact && endsInWww(row, length)) && matches(start, end, row, length)) {
      best = index
      longest = length
    }
    row += <usize>length
  }
  writeOctet(token + best)
  let from = start + longest
  let at = compact ? end : from
  while (at < end) {
    const value = findValue(at, end)
    if (value) {
      writeString(from, at)
      writeOctet(value)
      at += VALUE_LENGTH
      from = at
    } else at++
  }
  writeString(from, end)
}

/** Whether a beginning of a URL, of at least one character, ends in `www.`: the others end in a slash. */
function endsInWww(characters: usize, length: i32): bool {
  return load<u8>(characters + <usize>length - 1) === 0x2e
}

/** The token of the attribute value at `at` of TEXT, or 0. */
function findValue(at: i32, end: i32): i32 {
  if (readUnit(at) !== 0x2e) return 0
  for (let token = FIRST_VALUE; token <= LAST_VALUE; token++) {
    if (matches(at, end, VALUES + <usize>((token - FIRST_VALUE) * VALUE_LENGTH), VALUE_LENGTH)) return token
  }
  return 0
}

function matches(at: i32, end: i32, characters: usize, length: i32): bool {
  if (end - at < length) return false
  for (let index = 0; index < length; index++) {
    if (readUnit(at + index) !== load<u8>(characters + <usize>index)) return false
  }
  return true
}

/** Writes %Datetime [WAP-167 5.2.1]: `YYYY-MM-DDThh:mm:ssZ` at `start` of TEXT, two digits in each octet; zeros at the end are left out. */
export function writeDate(start: i32): void {
  let octets = 7
  while (octets > 1 && !readDateOctet(start, octets - 1)) octets--
  writeOctet(OPAQUE)
  writeOctet(octets)
  for (let index = 0; index < octets; index++) writeOctet(readDateOctet(start, index))
}

/** The index in TEXT is 0 and 2 for the two octets of the year. Each later octet has a separator before it. */
function readDateOctet(start: i32, index: i32): i32 {
  const at = start + (index < 2 ? index << 1 : index * 3 - 1)
  return ((readUnit(at) & 15) << 4) | (readUnit(at + 1) & 15)
}

function readUnit(index: i32): i32 {
  return load<u16>(TEXT + ((<usize>index) << 1))
}
