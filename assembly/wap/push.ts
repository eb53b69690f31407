// WAP-230 8.2.4.1: the Push PDU of connectionless WSP. Transaction, PDU type, length of the headers, content type, headers.

import { CUTS, OCTETS, setResult, TEXT } from '../memory'
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
} from './abi'
import { at, begin, end, endAt, fail, failedAt, failure, moveTo, peek, readNumber, readOctet } from './cursor'

const PUSH: i32 = 0x06

/** A well-known value in one octet has its high bit set [8.4.2.3]. */
const SHORT: i32 = 0x80

/** Well-known parameter and header numbers, with that bit. */
const CHARSET_PARAMETER: i32 = 0x81
const X_WAP_APPLICATION_ID: i32 = 0xaf

/** The first octet of a value: up to 30 it is the length; after 31 comes the length; from 32 on it begins a text [8.4.1.3]. */
const LENGTH_QUOTE: i32 = 31
const FIRST_TEXT: i32 = 32

/** The octet before the number of a page of header names. A number up to 31 is written without it. */
const SHIFT: i32 = 0x7f
const DEFAULT_PAGE: i32 = 1

let page: i32 = DEFAULT_PAGE

/** Where the next octet of the head goes. */
let to: usize = OCTETS

/**
 * Writes the head of a PDU to OCTETS, and returns its octets. Numbers have at most three octets. `contentType` is the
 * number of a well-known type, or -1 for a name: the first `name` units of TEXT. `charset` is a parameter of that type,
 * or -1 for none. `applicationId` is a number, or -1 for none or for a name: the next `applicationName` units of TEXT.
 * Units of names are octets.
 */
export function writePush(
  transactionId: i32,
  contentType: i32,
  name: i32,
  charset: i32,
  applicationId: i32,
  applicationName: i32,
): i32 {
  const media = contentType < 0 ? name + 1 : measureInteger(contentType)
  const isLong = charset >= 0 || contentType >= SHORT
  const value = media + (charset < 0 ? 0 : 1 + measureInteger(charset))
  const application = applicationName ? applicationName + 2 : applicationId < 0 ? 0 : 1 + measureInteger(applicationId)
  to = OCTETS
  put(transactionId)
  put(PUSH)
  putNumber(value + (isLong ? measureLength(value) : 0) + application)
  if (isLong) putLength(value)
  if (contentType < 0) putText(0, name)
  else putInteger(contentType)
  if (charset >= 0) {
    put(CHARSET_PARAMETER)
    putInteger(charset)
  }
  if (application) put(X_WAP_APPLICATION_ID)
  if (applicationName) putText(name, applicationName)
  else if (application) putInteger(applicationId)
  return <i32>(to - OCTETS)
}

function put(octet: i32): void {
  store<u8>(to++, octet)
}

/** uintvar [8.1.2], below 2 ** 14. */
function putNumber(value: i32): void {
  if (value > 0x7f) put(SHORT | (value >> 7))
  put(value & 0x7f)
}

/** Value-length [8.4.2.2]. */
function putLength(value: i32): void {
  if (value >= LENGTH_QUOTE) put(LENGTH_QUOTE)
  putNumber(value)
}

function measureLength(value: i32): i32 {
  return value < LENGTH_QUOTE ? 1 : value > 0x7f ? 3 : 2
}

/** Integer-value [8.4.2.3]. */
function putInteger(value: i32): void {
  if (value < SHORT) {
    put(SHORT | value)
    return
  }
  const octets = measureInteger(value) - 1
  put(octets)
  for (let shift = 8 * (octets - 1); shift >= 0; shift -= 8) put(value >> shift)
}

/** Octets of an Integer-value. The octet that counts them is one of these. */
function measureInteger(value: i32): i32 {
  return value < SHORT ? 1 : value > 0xffff ? 4 : value > 0xff ? 3 : 2
}

/** Text-string: `units` of TEXT from `from` on. */
function putText(from: i32, units: i32): void {
  for (let unit = from; unit < from + units; unit++) put(load<u16>(TEXT + ((<usize>unit) << 1)))
  put(0)
}

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
  if (!failure) return end
  setResult(REASON, failure)
  setResult(REASON_AT, failedAt)
  return -1
}

/**
 * Reads the first `length` octets of OCTETS as header fields, as an MMS PDU has them [WAP-209 7]. Returns how many
 * there are, four numbers each in CUTS: where the field begins, where its value begins, where the value begins after
 * its length, and where the field ends. Where it cannot read the fields, it returns -1, and REASON and REASON_AT.
 */
export function readFields(length: i32): i32 {
  begin(length)
  let fields = 0
  while (at < end) {
    const address = CUTS + ((<usize>fields) << 3)
    store<u16>(address, at)
    if (isText()) readText(-1)
    else if (peek() >= SHORT) moveTo(at + 1)
    else fail(BAD_HEADER, at)
    store<u16>(address, at, 2)
    const limit = peek() < FIRST_TEXT ? findValueEnd() : -1
    store<u16>(address, at, 4)
    if (failure) break
    if (limit < 0) skipValue()
    else moveTo(limit)
    store<u16>(address, at, 6)
    fields++
  }
  if (!failure) return fields
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

/** Reads an integer of one octet, or of as many octets as the first octet says, at most three. */
function readInteger(reason: i32): i32 {
  const start = at
  const first = readOctet()
  if (first >= SHORT) return first & 0x7f
  if (first < 1 || first > 3) fail(reason, start)
  let value = 0
  for (let index = 0; index < first && !failure; index++) value = (value << 8) | readOctet()
  return value
}

/** Reads a text up to its NUL. Where it begins and ends goes to `place` of RESULT and the next one, unless `place` is negative. */
function readText(place: i32): void {
  const start = at
  while (readOctet() !== 0 && !failure) {}
  if (place < 0) return
  setResult(place, start)
  setResult(place + 1, at - 1)
}

function skipValue(): void {
  const first = peek()
  if (first >= SHORT) moveTo(at + 1)
  else if (first >= FIRST_TEXT) readText(-1)
  else {
    const limit = findValueEnd()
    if (!failure) moveTo(limit)
  }
}

/** Reads the length of a value, and returns where the value ends. */
function findValueEnd(): i32 {
  const first = readOctet()
  const length = first === LENGTH_QUOTE ? readNumber(BAD_HEADER) : first
  if (failure) return end
  if (length > end - at) fail(TRUNCATED, end)
  return at + length
}

function isText(): bool {
  return peek() >= FIRST_TEXT && peek() < SHORT
}
