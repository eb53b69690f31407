// WAP-230 8.2.4.1: the head of a Push PDU, read: transaction, PDU type, length of the headers, content type, headers.

import { setResult } from '../memory'
import {
  APPLICATION_ID,
  APPLICATION_ID_TEXT,
  BAD_CONTENT_TYPE,
  BAD_HEADER,
  BAD_TYPE,
  CHARSET,
  CONTENT_TYPE,
  CONTENT_TYPE_TEXT,
  TRANSACTION_ID,
  TRUNCATED,
} from './abi'
import { at, begin, end, endAt, endReading, fail, failure, moveTo, peek, readNumber, readOctet } from './cursor'
import {
  CHARSET_PARAMETER,
  FIRST_TEXT,
  findValueEnd,
  isText,
  PUSH,
  readInteger,
  readText,
  SHORT,
  skipValue,
  X_WAP_APPLICATION_ID,
} from './header-values'

/** The octet before the number of a page of header names. A number up to 31 is written without it. */
const SHIFT: i32 = 0x7f
const DEFAULT_PAGE: i32 = 1

let page: i32 = DEFAULT_PAGE

/**
 * Reads the head of the PDU in the first `length` octets of OCTETS. Returns the offset of its body. Where it cannot
 * read the head, it returns -1, and REASON and REASON_AT.
 */
export function readPush(length: i32): i32 {
  begin(length)
  page = DEFAULT_PAGE
  for (let place = 0; place < 8; place++) setResult(place, -1)
  setResult(TRANSACTION_ID, readOctet())
  if (readOctet() !== PUSH) fail(BAD_TYPE, 1)
  const headers = readNumber(BAD_HEADER)
  if (headers > end - at) fail(TRUNCATED, end)
  if (!failure) {
    endAt(at + headers)
    readContentType()
    while (at < end) readHeader()
  }
  return endReading(end)
}

/** A well-known type, a name, or one of these with parameters, all after a length [8.4.2.24]. */
function readContentType(): void {
  const first = peek()
  if (first >= FIRST_TEXT) {
    readMedia()
    return
  }
  const limit = findValueEnd()
  const whole = end
  if (failure) return
  if (limit === at) fail(BAD_CONTENT_TYPE, at)
  endAt(limit)
  readMedia()
  while (at < end) readParameter()
  if (!failure) endAt(whole)
}

function readMedia(): void {
  if (isText()) readText(CONTENT_TYPE_TEXT)
  else setResult(CONTENT_TYPE, readInteger(BAD_CONTENT_TYPE))
}

function readParameter(): void {
  const name = peek()
  if (name >= SHORT) moveTo(at + 1)
  else if (name >= FIRST_TEXT) readText(-1)
  else {
    fail(BAD_CONTENT_TYPE, at)
    return
  }
  if (name === CHARSET_PARAMETER && !isText()) setResult(CHARSET, readInteger(BAD_CONTENT_TYPE))
  else skipValue()
}

/** A header; or a shift to the page of well-known names that the next headers use [8.4.2.6]. */
function readHeader(): void {
  const name = peek()
  if (name < FIRST_TEXT || name === SHIFT) {
    moveTo(at + 1)
    page = name === SHIFT ? readOctet() : name
    if (page === 0) fail(BAD_HEADER, at - 1)
    return
  }
  if (name >= SHORT) moveTo(at + 1)
  else readText(-1)
  if (name !== X_WAP_APPLICATION_ID || page !== DEFAULT_PAGE) skipValue()
  else if (isText()) readText(APPLICATION_ID_TEXT)
  else setResult(APPLICATION_ID, readInteger(BAD_HEADER))
}
