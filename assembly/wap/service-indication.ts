// WAP-167: Service Indication, a link with a text that is shown. Clause 8 has its tokens.

import { CUTS } from '../memory'
import {
  BAD_ATTRIBUTE,
  BAD_TAG,
  SI_ACTION,
  SI_CLASS,
  SI_CREATED,
  SI_EXPIRES,
  SI_HREF,
  SI_ID,
  SI_LAST_ACTION,
  SI_TEXT,
  SI_TEXT_OF_ITEM,
} from './abi'
import * as cursor from './cursor'
import * as reader from './wbxml-reader'
import { countCharacters } from './wbxml-text'
import { END, HAS_ATTRIBUTES, HAS_CONTENT, TAG } from './wbxml-tokens'
import { concludeWriting, writeDate, writeDocument, writeOctet, writeString, writeUrl } from './wbxml-writer'

const PUBLIC_ID: i32 = 0x05
const LETTER: i32 = 0x49

/** Tags. */
const SI: i32 = 0x05
const INDICATION: i32 = 0x06
const INFO: i32 = 0x07
const ITEM: i32 = 0x08

/** 0C to 0F are tokens of href too, with a beginning: http://, http://www., https://, https://www. */
const LAST_HREF: i32 = 0x0f

/**
 * Writes a document to OCTETS. The arguments are the lengths of href, si-id, created, si-expires (both
 * `YYYY-MM-DDThh:mm:ssZ`) and the text, which are in TEXT end to end; -1 for none of the first four. Then come the
 * class and the text of each of `items` items of info, whose lengths are in CUTS (u16). A class of length 0 is absent.
 * `action` is the token of the action, or 0 for none. Returns the octets, or -1 where they are too many.
 */
export function writeServiceIndication(
  href: i32,
  id: i32,
  created: i32,
  expires: i32,
  text: i32,
  action: i32,
  compact: i32,
  items: i32,
): i32 {
  writeDocument(PUBLIC_ID)
  writeOctet(SI | HAS_CONTENT)
  const hasAttributes = href >= 0 || id >= 0 || created >= 0 || expires >= 0 || action
  writeOctet(INDICATION | (hasAttributes ? HAS_ATTRIBUTES : 0) | (text ? HAS_CONTENT : 0))
  let start = 0
  if (href >= 0) {
    writeUrl(start, start + href, SI_HREF, compact)
    start += href
  }
  if (id >= 0) {
    writeOctet(SI_ID)
    writeString(start, start + id)
    start += id
  }
  if (created >= 0) {
    writeOctet(SI_CREATED)
    writeDate(start)
    start += created
  }
  if (expires >= 0) {
    writeOctet(SI_EXPIRES)
    writeDate(start)
    start += expires
  }
  if (action) writeOctet(action)
  if (hasAttributes) writeOctet(END)
  if (text) {
    writeString(start, start + text)
    writeOctet(END)
  }
  if (items) writeInfo(start + text, items)
  writeOctet(END)
  return concludeWriting()
}

/** Writes info. The texts of its items begin at `start` of TEXT. */
function writeInfo(start: i32, items: i32): void {
  writeOctet(INFO | HAS_CONTENT)
  for (let item = 0; item < items; item++) {
    const lengths = CUTS + ((<usize>item) << 2)
    const kind: i32 = load<u16>(lengths)
    const text: i32 = load<u16>(lengths, 2)
    writeOctet(ITEM | (kind ? HAS_ATTRIBUTES : 0) | (text ? HAS_CONTENT : 0))
    if (kind) {
      writeOctet(SI_CLASS)
      writeString(start, start + kind)
      writeOctet(END)
    }
    if (text) {
      writeString(start + kind, start + kind + text)
      writeOctet(END)
    }
    start += kind + text
  }
  writeOctet(END)
}

/**
 * Reads the document in OCTETS. `unknown` is the charset of a document that names none. Returns the number of fields,
 * and DOCUMENT_CHARSET. Where it cannot read the document, it returns -1, and REASON and REASON_AT. CUTS has four
 * numbers for each field: kind, start and end in TEXT, offset in OCTETS. abi.ts has the kinds. Every form of href has
 * the kind SI_HREF. An action has no characters.
 */
export function readServiceIndication(length: i32, unknown: i32): i32 {
  reader.readDocument(length, unknown, PUBLIC_ID, LETTER)
  const root = reader.readToken()
  if (root !== (SI | HAS_CONTENT)) cursor.fail(BAD_TAG, cursor.at - 1)
  let indications = 0
  while (!cursor.failure) {
    const tag = reader.readToken()
    if (tag === END) break
    const offset = cursor.at - 1
    if ((tag & TAG) === INDICATION && !indications++) readIndication(tag)
    else if (tag === (INFO | HAS_CONTENT)) readItems()
    else if (tag !== INFO) cursor.fail(BAD_TAG, offset)
  }
  if (!indications) cursor.fail(BAD_TAG, cursor.at - 1)
  return reader.concludeReading(length)
}

function readIndication(tag: i32): void {
  if (tag & HAS_ATTRIBUTES) readAttributes()
  const offset = cursor.at
  const start = countCharacters()
  if (tag & HAS_CONTENT) reader.readContent()
  reader.addField(SI_TEXT, start, offset)
}

function readAttributes(): void {
  while (!cursor.failure) {
    const token = reader.readToken()
    if (token === END) return
    const offset = cursor.at - 1
    const start = countCharacters()
    if (token >= SI_ACTION && token <= SI_LAST_ACTION) reader.addField(token, start, offset)
    else if (token >= SI_HREF && token <= LAST_HREF) {
      reader.writeUrlStart(token - SI_HREF)
      reader.readAttributeValue()
      reader.addField(SI_HREF, start, offset)
    } else {
      if (token === SI_CREATED || token === SI_EXPIRES) reader.readDate()
      else if (token === SI_ID) reader.readAttributeValue()
      else cursor.fail(BAD_ATTRIBUTE, offset)
      reader.addField(token, start, offset)
    }
  }
}

function readItems(): void {
  while (!cursor.failure) {
    const tag = reader.readToken()
    if (tag === END) return
    const offset = cursor.at - 1
    if ((tag & TAG) !== ITEM) {
      cursor.fail(BAD_TAG, offset)
      return
    }
    const start = countCharacters()
    if (tag & HAS_ATTRIBUTES) readClass()
    reader.addField(SI_CLASS, start, offset)
    const content = countCharacters()
    if (tag & HAS_CONTENT) reader.readContent()
    reader.addField(SI_TEXT_OF_ITEM, content, offset)
  }
}

function readClass(): void {
  while (!cursor.failure) {
    const token = reader.readToken()
    if (token === END) return
    if (token === SI_CLASS) reader.readAttributeValue()
    else cursor.fail(BAD_ATTRIBUTE, cursor.at - 1)
  }
}
