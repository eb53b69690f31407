// WAP-230 8.2.4.1: the Push PDU of connectionless WSP. Transaction, PDU type, length of the headers, content type, headers.

import { OCTETS, setResult } from '../memory'
import {
  APPLICATION_ID,
  APPLICATION_ID_TEXT,
  BAD_CONTENT_TYPE,
  BAD_HEADER,
  BAD_TYPE,
  CHARSET,
  CONTENT_TYPE,
  CONTENT_TYPE_TEXT,
  REASON,
  REASON_AT,
  TRANSACTION_ID,
  TRUNCATED,
  UTF_8,
} from './abi'
import { at, begin, end, endAt, fail, failedAt, failure, moveTo, next, peek, readNumber } from './cursor'

const PUSH: i32 = 0x06

/** A well-known value in one octet has its high bit set [8.4.2.3]. */
const SHORT: i32 = 0x80

/** Well-known parameter and header numbers, with that bit. */
const CHARSET_PARAMETER: i32 = 0x81
const X_WAP_APPLICATION_ID: i32 = 0xaf

/** The first octet of a value: up to 30 it is the length; after 31 comes the length; from 32 on it begins a text [8.4.1.3]. */
const LENGTH_QUOTE: i32 = 31
const FIRST_TEXT: i32 = 32

/** Comes before the number of a page of header names, except before a number up to 31. */
const SHIFT: i32 = 0x7f
const DEFAULT_PAGE: i32 = 1

let page: i32 = DEFAULT_PAGE

/**
 * Writes the head of a PDU to OCTETS, and returns its octets. `contentType` is a well-known one below 80; `charset` 1 adds UTF-8
 * to it; `applicationId` has at most two octets, or is -1 for none.
 */
export function writePush(transactionId: i32, contentType: i32, charset: i32, applicationId: i32): i32 {
  store<u8>(OCTETS, transactionId)
  store<u8>(OCTETS, PUSH, 1)
  let to = OCTETS + 3
  if (charset) {
    store<u8>(to, 3)
    store<u8>(to, SHORT | contentType, 1)
    store<u8>(to, CHARSET_PARAMETER, 2)
    store<u8>(to, SHORT | UTF_8, 3)
    to += 4
  } else store<u8>(to++, SHORT | contentType)
  if (applicationId >= 0) {
    store<u8>(to++, X_WAP_APPLICATION_ID)
    if (applicationId < SHORT) store<u8>(to++, SHORT | applicationId)
    else {
      const wide = applicationId > 0xff
      store<u8>(to++, wide ? 2 : 1)
      if (wide) store<u8>(to++, applicationId >> 8)
      store<u8>(to++, applicationId)
    }
  }
  store<u8>(OCTETS, <i32>(to - OCTETS - 3), 2)
  return <i32>(to - OCTETS)
}

/** Reads the head of the PDU in the first `length` octets of OCTETS. Returns the offset of its body; or -1, and REASON and REASON_AT. */
export function readPush(length: i32): i32 {
  begin(length)
  page = DEFAULT_PAGE
  for (let place = 0; place < 8; place++) setResult(place, -1)
  setResult(TRANSACTION_ID, next())
  if (next() !== PUSH) fail(BAD_TYPE, 1)
  const headers = readNumber(BAD_HEADER)
  if (headers > end - at) fail(TRUNCATED, end)
  if (!failure) {
    endAt(at + headers)
    readContentType()
    while (at < end) readHeader()
  }
  if (!failure) return end
  setResult(REASON, failure)
  setResult(REASON_AT, failedAt)
  return -1
}

/** A well-known type, a name, or one of these with parameters, all after a length [8.4.2.24]. */
function readContentType(): void {
  const first = peek()
  if (first >= FIRST_TEXT) {
    readMedia()
    return
  }
  const limit = valueEnd()
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
    page = name === SHIFT ? next() : name
    if (page === 0) fail(BAD_HEADER, at - 1)
    return
  }
  if (name >= SHORT) moveTo(at + 1)
  else readText(-1)
  if (name !== X_WAP_APPLICATION_ID || page !== DEFAULT_PAGE) skipValue()
  else if (isText()) readText(APPLICATION_ID_TEXT)
  else setResult(APPLICATION_ID, readInteger(BAD_HEADER))
}

/** An integer in one octet; or in as many as the first octet says, at most three. */
function readInteger(reason: i32): i32 {
  const start = at
  const first = next()
  if (first >= SHORT) return first & 0x7f
  if (first < 1 || first > 3) fail(reason, start)
  let value = 0
  for (let index = 0; index < first && !failure; index++) value = (value << 8) | next()
  return value
}

/** Reads a text up to its NUL. Where it begins and ends goes to `place` of RESULT and the next one, unless `place` is negative. */
function readText(place: i32): void {
  const start = at
  while (next() !== 0 && !failure) {}
  if (place < 0) return
  setResult(place, start)
  setResult(place + 1, at - 1)
}

function skipValue(): void {
  const first = peek()
  if (first >= SHORT) moveTo(at + 1)
  else if (first >= FIRST_TEXT) readText(-1)
  else {
    const limit = valueEnd()
    if (!failure) moveTo(limit)
  }
}

/** Reads the length of a value, and returns where the value ends. */
function valueEnd(): i32 {
  const first = next()
  const length = first === LENGTH_QUOTE ? readNumber(BAD_HEADER) : first
  if (failure) return end
  if (length > end - at) fail(TRUNCATED, end)
  return at + length
}

function isText(): bool {
  return peek() >= FIRST_TEXT && peek() < SHORT
}
