// WAP-230 8.2.4.1: the head of a Push PDU, written: transaction, PDU type, length of the headers, content type, headers.

import { OCTETS, TEXT } from '../memory'
import { CHARSET_PARAMETER, LENGTH_QUOTE, PUSH, SHORT, X_WAP_APPLICATION_ID } from './header-values'

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
