// WAP-168: Service Loading, a link that a phone loads without asking. Clause 8 has its tokens.

import { BAD_ATTRIBUTE, BAD_TAG, SL_ACTION, SL_HREF, SL_LAST_ACTION } from './abi'
import * as cursor from './cursor'
import * as reader from './wbxml-reader'
import { countCharacters } from './wbxml-text'
import { END, HAS_ATTRIBUTES, HAS_CONTENT, TAG } from './wbxml-tokens'
import { concludeWriting, writeDocument, writeOctet, writeUrl } from './wbxml-writer'

const PUBLIC_ID: i32 = 0x06
const LETTER: i32 = 0x4c

/** The only tag. */
const SL: i32 = 0x05

/** 09 to 0C are tokens of href too, with a beginning: http://, http://www., https://, https://www. */
const LAST_HREF: i32 = 0x0c

/**
 * Writes a document to OCTETS: href is the `href` units in TEXT, `action` is the token of the action, or 0 for none.
 * Returns what `writeServiceIndication` does.
 */
export function writeServiceLoading(href: i32, action: i32, compact: i32): i32 {
  writeDocument(PUBLIC_ID)
  writeOctet(SL | HAS_ATTRIBUTES)
  writeUrl(0, href, SL_HREF, compact)
  if (action) writeOctet(action)
  writeOctet(END)
  return concludeWriting()
}

/** Reads the document in OCTETS, as `readServiceIndication` does. The kinds are SL_HREF and the actions. */
export function readServiceLoading(length: i32, unknown: i32): i32 {
  reader.readDocument(length, unknown, PUBLIC_ID, LETTER)
  const root = reader.readToken()
  if ((root & TAG) !== SL || !(root & HAS_ATTRIBUTES)) cursor.fail(BAD_TAG, cursor.at - 1)
  while (!cursor.failure) {
    const token = reader.readToken()
    if (token === END) break
    const offset = cursor.at - 1
    const start = countCharacters()
    if (token >= SL_ACTION && token <= SL_LAST_ACTION) reader.addField(token, start, offset)
    else if (token >= SL_HREF && token <= LAST_HREF) {
      reader.writeUrlStart(token - SL_HREF)
      reader.readAttributeValue()
      reader.addField(SL_HREF, start, offset)
    } else cursor.fail(BAD_ATTRIBUTE, offset)
  }
  if (root & HAS_CONTENT && !cursor.failure && reader.readToken() !== END) {
    cursor.fail(BAD_TAG, cursor.at - 1)
  }
  return reader.concludeReading(length)
}
