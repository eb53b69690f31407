// TS 23.041 9.4.1: cell broadcast. A message has 1 to 15 pages of 88 octets: six of header, 82 of content.
import { SeptetError } from 'septet'
import { requireArray, requireInteger, requireMembers, requireOctets, requireOneOf } from '../../arguments'
import { joinOctets } from '../../octets'
import { pack } from '../fields/septets'
import {
  type CbsContent,
  type CbsFill,
  type CbsText,
  type CbsTextOptions,
  encodeCbsText,
  findPageEnd,
  readCbsContent,
} from './cbs-text'

/** Geographical scope, bits 7 and 6 of the first octet, in the order of its codes. */
const SCOPES: readonly CellBroadcastScope[] = ['cell-immediate', 'plmn', 'location-area', 'cell']

/** Where messages with this number are the same message. A phone shows `'cell-immediate'` at once. */
export type CellBroadcastScope = 'cell-immediate' | 'plmn' | 'location-area' | 'cell'

/** What every page of a message says about it. */
export interface CellBroadcastPage {
  /** Default `'plmn'`. */
  scope?: CellBroadcastScope
  /** The number of the message among those with its identifier, 0 to 1023. */
  messageCode: number
  /** The version of that message, 0 to 15. A version that is up to eight higher (modulo 16) is newer. Default 0. */
  updateNumber?: number
  /** The subject, 0 to 65535: 50 is often the place, 4370 to 4399 are public warnings. */
  messageIdentifier: number
}

/** A cell broadcast message that was read. */
export interface CellBroadcast extends Required<CellBroadcastPage> {
  /** The data coding scheme of TS 23.038 5. It is not TP-DCS. */
  dataCoding: number
  pages: number
  /** The text of a GSM-7 or UCS-2 message: all its pages, joined. */
  text?: string
  /** The octets of any other message, fill included. */
  data?: Uint8Array
  /** The language that the data coding or the first page names, an ISO 639 code. */
  language?: string
}

const PAGE_OCTETS = 88
const HEADER_OCTETS = 6
const CONTENT_OCTETS = PAGE_OCTETS - HEADER_OCTETS
const MOST_PAGES = 15
const SEPTETS = 93
const CR = 0x0d

/**
 * Encodes a text as pages of cell broadcast. Each page has 93 septets or 41 units, less what the language takes. At
 * most 15 pages.
 *
 * @param text the text
 * @param page what every page says about the message
 * @param options `language`, and what `encode` takes to rewrite a text
 * @returns the pages in order, 88 octets each, filled with CR
 * @throws {SeptetError} 'too-many-segments': more than 15 pages; 'invalid-type', 'invalid-value', 'unknown-option'; what
 * `encode` throws
 * @see 3GPP TS 23.041 9.4.1, TS 23.038 5, 6.1.2.2
 * @example
 * const [page] = encodeCellBroadcast('Mahlzeit!', { messageCode: 1, messageIdentifier: 0x111c }, { language: 'de' })
 * toHex(page.subarray(0, 14)) // '4010111C0011CD309AAD2FA7E9A1'
 */
export function encodeCellBroadcast(text: string, page: CellBroadcastPage, options: CbsTextOptions = {}): Uint8Array[] {
  const head = writeHead(page)
  const content = encodeCbsText(text, options)
  const room = content.isUcs2 ? (CONTENT_OCTETS - content.preamble.length) >> 1 : SEPTETS - content.preamble.length
  const bodies: Uint8Array[] = []
  for (let from = 0, end: number; from < content.units.length || bodies.length === 0; from = end) {
    end = findPageEnd(content, from, room)
    bodies.push(writeBody(content, from, end))
  }
  if (bodies.length > MOST_PAGES) {
    const message = `needs ${bodies.length} pages; ${MOST_PAGES} is the most of a cell broadcast message`
    throw new SeptetError('too-many-segments', 'text', text, message)
  }
  return bodies.map((body, index) =>
    joinOctets([Uint8Array.of(...head, content.dataCoding, ((index + 1) << 4) | bodies.length), body]),
  )
}

/** Writes the serial number and the message identifier: four octets. */
function writeHead(page: unknown): number[] {
  const members = requireMembers('page', page, ['scope', 'messageCode', 'updateNumber', 'messageIdentifier'])
  const { scope = 'plmn', updateNumber = 0 } = members
  const code = requireInteger('page.messageCode', members.messageCode, 0, 0x3ff)
  const update = requireInteger('page.updateNumber', updateNumber, 0, 15)
  const identifier = requireInteger('page.messageIdentifier', members.messageIdentifier, 0, 0xffff)
  const scopeCode = SCOPES.indexOf(requireOneOf('page.scope', scope as CellBroadcastScope, SCOPES))
  return [(scopeCode << 6) | (code >> 4), ((code & 15) << 4) | update, identifier >> 8, identifier & 0xff]
}

/** Writes the 82 octets of a page, filled with CR. */
function writeBody({ isUcs2, preamble, units }: CbsText, from: number, end: number): Uint8Array {
  const piece = units.subarray(from, end)
  if (!isUcs2) {
    const septets = new Uint8Array(SEPTETS).fill(CR)
    septets.set(joinOctets([preamble, piece]))
    return pack(septets)
  }
  const octets = new Uint8Array(CONTENT_OCTETS).map((_, at) => (at % 2 === 1 ? CR : 0))
  octets.set(joinOctets([preamble, piece]))
  return octets
}

/** A page, split into its fields. */
interface Page extends Required<CellBroadcastPage>, CbsContent {
  readonly dataCoding: number
  readonly number: number
  readonly total: number
  readonly octets: Uint8Array
}

/**
 * Reads the pages of one cell broadcast message, in any order. Exact duplicates are ignored.
 *
 * @param pages one page or several, 88 octets each
 * @returns the message: its text without the fill, or its octets
 * @throws {SeptetError} 'incomplete': pages are missing; 'mixed-messages': pages of several messages;
 * 'conflicting-segments': two differ under one page number; 'truncated', 'malformed': a page that has not 88 octets, or
 * half a 16-bit unit; 'invalid-type', 'invalid-value'
 * @see 3GPP TS 23.041 9.4.1, TS 23.038 5
 * @example
 * const pages = encodeCellBroadcast('Привет', { messageCode: 1, messageIdentifier: 50 })
 * decodeCellBroadcast(pages).text // 'Привет'
 */
export function decodeCellBroadcast(pages: Uint8Array | readonly Uint8Array[]): CellBroadcast {
  const list = pages instanceof Uint8Array ? [pages] : requireArray('pages', pages)
  const read = Array.from(list, (page, index) => readPage(`pages[${index}]`, page))
  const ordered = orderPages(pages, read)
  const [{ scope, messageCode, updateNumber, messageIdentifier, dataCoding, total, language }] = ordered as [Page]
  const isText = ordered.every(({ text }) => text !== undefined)
  return {
    scope,
    messageCode,
    updateNumber,
    messageIdentifier,
    dataCoding,
    pages: total,
    ...(isText
      ? { text: ordered.map(({ text }) => text).join('') }
      : { data: joinOctets(ordered.map(({ data }) => data ?? new Uint8Array())) }),
    ...(language === undefined ? {} : { language }),
  }
}

function readPage(argument: string, page: unknown): Page {
  const octets = requireOctets(argument, page)
  if (octets.length !== PAGE_OCTETS) {
    const [code, offset] =
      octets.length < PAGE_OCTETS ? (['truncated', octets.length] as const) : (['malformed', PAGE_OCTETS] as const)
    throw new SeptetError(code, argument, page, `has ${octets.length} octets; a page has ${PAGE_OCTETS}`, offset)
  }
  const [first, second, high, low, dataCoding, numbers] = octets as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  // In both halves 0 is reserved.
  const total = numbers & 15 || 1
  const number = Math.min(numbers >> 4 || 1, total)
  return {
    scope: SCOPES[first >> 6]!,
    messageCode: ((first & 63) << 4) | (second >> 4),
    updateNumber: second & 15,
    messageIdentifier: (high << 8) | low,
    dataCoding,
    number,
    total,
    octets,
    ...readCbsContent(argument, octets, HEADER_OCTETS, dataCoding, FILL),
  }
}

/** Each page ends with its last character that is not CR. A last octet that is no whole 16-bit unit is fill too. */
const FILL: CbsFill = {
  septets: (septets) => {
    let end = septets.length
    while (end > 0 && septets[end - 1] === CR) end--
    return septets.subarray(0, end)
  },
  units: (units) => {
    let end = units.length & ~1
    while (end > 0 && units[end - 2] === 0 && units[end - 1] === CR) end -= 2
    return units.subarray(0, end)
  },
}

/** Returns the pages in the order of their numbers, each once, none missing. */
function orderPages(value: unknown, pages: readonly Page[]): Page[] {
  const [first] = pages
  if (first === undefined) throw new SeptetError('invalid-value', 'pages', value, 'must have at least one page')
  const ordered: Page[] = []
  for (const [index, page] of pages.entries()) {
    const argument = `pages[${index}]`
    if (!isOfOneMessage(first, page)) {
      throw new SeptetError('mixed-messages', argument, page.octets, 'is not of the message of pages[0]')
    }
    const earlier = ordered[page.number - 1]
    if (earlier !== undefined && page.octets.some((octet, at) => octet !== earlier.octets[at])) {
      const message = `differs from an earlier page ${page.number}`
      throw new SeptetError('conflicting-segments', argument, page.octets, message)
    }
    ordered[page.number - 1] ??= page
  }
  const missing = Array.from({ length: first.total }, (_, index) => index + 1).filter((number) => !ordered[number - 1])
  if (missing.length === 0) return ordered
  throw new SeptetError('incomplete', 'pages', value, `lacks page ${missing.join(', ')} of ${first.total}`)
}

/** Serial number, identifier, data coding and total: the header without the number of the page. */
function isOfOneMessage(first: Page, { octets, total }: Page): boolean {
  return total === first.total && octets.subarray(0, HEADER_OCTETS - 1).every((octet, at) => octet === first.octets[at])
}
