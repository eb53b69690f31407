// WAP-209 7: header fields one after another, as an MMS PDU has them. Where each begins and ends; what it says is read by the caller.

import { CUTS } from '../memory'
import { BAD_HEADER } from './abi'
import { at, begin, end, endReading, fail, failure, moveTo, peek } from './cursor'
import { FIRST_TEXT, findValueEnd, isText, readText, SHORT, skipValue } from './header-values'

/**
 * Reads the first `length` octets of OCTETS as header fields. Returns how many
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
  return endReading(fields)
}
