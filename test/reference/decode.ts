import type { Encoding, FormatRun, InformationElement, ReadableMessage, Reading } from '../../src/types'
import { charactersOf } from './characters'
import { readDataCoding } from './data-coding'
import { type Header, readHeader } from './header'
import { hasTable, nameOf, type Pair } from './languages'
import { fillBitsAfter, unpack } from './packing'

/** A message that cannot be read, with the library's code for the reason. */
export class Unreadable extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

interface Received {
  message: ReadableMessage
  encoding: Encoding
  header: Header
  /** The octets after the header, and the text that they are, if they are one. */
  data: Uint8Array
  text?: string
}

/** A place where the octets are wrong: the index of the message, and the octet. */
export interface Place {
  message: number
  offset: number
}

/** Told of each wrong octet; where it returns, reading goes on. */
type Judge = (code: string, offset: number) => void

const strict: Judge = (code) => {
  throw new Unreadable(code)
}

/** The segments there are, in order, back to what was sent; wrong octets are read as far as they go, and named. */
export function readLeniently(messages: readonly ReadableMessage[]): { reading: Reading; places: Place[] } {
  const places: Place[] = []
  const received = messages.map((message, index) =>
    receive(message, (_, offset) => places.push({ message: index, offset })),
  )
  const segments = inOrder(received, true)
  let isLittle = false
  for (const segment of segments) {
    const { data, encoding, message, header } = segment
    if (encoding !== 'UCS-2' || segment.text === undefined) continue
    const mark = data.length > 1 ? data[0]! * 256 + data[1]! : 0
    const isMarked = mark === 0xfeff || mark === 0xfffe
    if (isMarked) {
      isLittle = mark === 0xfffe
      places.push({ message: messages.indexOf(message), offset: header.octets })
    }
    segment.text = ucs2Text(data.slice(isMarked ? 2 : 0), () => {}, isLittle)
  }
  places.sort((one, other) => one.message - other.message || one.offset - other.offset)
  return { reading: readingOf(segments), places }
}

/** The segments there are of one message, in any order, with each by itself. */
export function readPartially(messages: readonly ReadableMessage[]): Reading {
  const segments = inOrder(
    messages.map((message) => receive(message, strict)),
    true,
  )
  const total = segments[0]!.header.concatenation?.total ?? 1
  const sequences = segments.map(({ header }) => header.concatenation?.sequence ?? 1)
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((one) => !sequences.includes(one))
  const parts = segments.map(({ message, data, text }, index) => ({
    sequence: sequences[index]!,
    ...(isOctets(message) ? { data } : { text: text! }),
  }))
  return { ...readingOf(segments), missing, parts }
}

/** All segments of one message, in any order, back to what was sent. */
export function read(messages: readonly ReadableMessage[]): Reading {
  return readingOf(inOrder(messages.map((message) => receive(message, strict))))
}

function readingOf(segments: Received[]): Reading {
  const { encoding, message } = segments[0]!
  const elements: InformationElement[] = segments.flatMap(({ header }) => header.elements)
  const dataCoding = readDataCoding(message.dataCoding)
  const reading: Reading = { encoding, elements, dataCoding }
  if (isOctets(message)) reading.data = Uint8Array.from(segments.flatMap(({ data }) => [...data]))
  else reading.text = segments.map(({ text }) => text).join('')
  const { messageClass } = dataCoding
  if (messageClass !== undefined) reading.messageClass = messageClass
  const pairs = segments.map(({ header }) => pairOf(header)).flatMap(({ single, locking }) => [single, locking])
  const languages = [...new Set(pairs.filter((language) => language > 0))].map(nameOf)
  if (encoding === 'GSM-7' && languages.length > 0) reading.languages = languages
  if (message.protocolId !== undefined) reading.protocolId = message.protocolId
  const runs = readRuns(segments)
  if (runs.length > 0) reading.runs = runs
  return reading
}

/** TS 23.040 9.2.3.24.10.1.1: formats with offsets in the whole; one that goes on where the segment before ended is one with it. */
function readRuns(segments: Received[]): FormatRun[] {
  const lengths = segments.map(({ text, data }) => text?.length ?? data.length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const runs: FormatRun[] = []
  segments.forEach(({ header }, index) => {
    const border = lengths.slice(0, index).reduce((sum, length) => sum + length, 0)
    const end = border + lengths[index]!
    for (const { type, ...element } of header.elements) {
      if (type !== 'textFormatting') continue
      const run = element as FormatRun
      run.start += border
      if (run.length === 0) run.length = total - run.start
      else run.length = Math.min(run.length, end - run.start)
      if (run.length <= 0) continue
      const look = ({ start, length, ...format }: FormatRun) => JSON.stringify(format)
      const before = runs.find((one) => one.start + one.length === border && look(one) === look(run))
      if (run.start === border && before) before.length += run.length
      else runs.push(run)
    }
  })
  return runs
}

/** One message's segments by their numbers: copies once, none missing unless it may be, none of another message. */
function inOrder(received: Received[], mayLack = false): Received[] {
  const first = received[0]!
  const ordered: Received[] = []
  for (const segment of received) {
    if (!isOfOneMessage(segment, first)) throw new Unreadable('mixed-messages')
    const place = (segment.header.concatenation?.sequence ?? 1) - 1
    if (!isCopy(segment, ordered[place] ?? segment)) throw new Unreadable('conflicting-segments')
    ordered[place] = segment
  }
  const total = first.header.concatenation?.total ?? 1
  const there = ordered.filter((segment) => segment !== undefined)
  if (there.length < total && !mayLack) throw new Unreadable('incomplete')
  return there
}

function isOfOneMessage(segment: Received, first: Received): boolean {
  const one = segment.header.concatenation
  const other = first.header.concatenation
  // Without the element a message is one by itself; only its copies belong to it.
  if (one === undefined || other === undefined) return one === other && isCopy(segment, first)
  if (segment.encoding !== first.encoding) return false
  return one.bits === other.bits && one.reference === other.reference && one.total === other.total
}

function isCopy(one: Received, other: Received): boolean {
  const octets = ({ message: { userData, dataCoding, protocolId } }: Received) =>
    [dataCoding, protocolId, ...userData].join()
  return octets(one) === octets(other) && one.text === other.text
}

/** Data, and compressed text, which nobody expands (TS 23.042). */
function isOctets({ dataCoding }: ReadableMessage): boolean {
  const { encoding, compressed } = readDataCoding(dataCoding)
  return encoding === '8-bit' || compressed === true
}

function receive(message: ReadableMessage, judge: Judge): Received {
  const { userData, userDataLength, packed = true } = message
  const { encoding } = readDataCoding(message.dataCoding)
  const isSeptets = encoding === 'GSM-7' && !isOctets(message)
  const isPacked = isSeptets && packed
  const most = isSeptets && !packed ? 160 : 140
  if (userData.length > most) judge('malformed', most)
  const hasHeader = message.hasHeader && isHeaderThere(userData, judge)
  let end = userData.length
  if (userDataLength !== undefined) {
    const announced = isPacked ? Math.ceil((7 * userDataLength) / 8) : userDataLength
    if (announced > userData.length) judge('truncated', userData.length)
    if (announced < userData.length) judge('malformed', announced)
    if (!isPacked) end = Math.min(end, announced)
  }
  const header = hasHeader ? readHeader(userData) : { octets: 0, elements: [] }
  const data = userData.slice(header.octets, Math.max(end, header.octets))
  if (isOctets(message)) return { message, encoding, header, data }
  const after: Judge = (code, offset) => judge(code, header.octets + offset)
  if (encoding === 'UCS-2') return { message, encoding, header, data, text: ucs2Text(data, after) }
  const text = isPacked ? packedText(message, header, judge) : unpackedText(data, pairOf(header), after)
  return { message, encoding, header, data, text }
}

/** A header that cannot be there is none, and its octets are text. */
function isHeaderThere(userData: Uint8Array, judge: Judge): boolean {
  const length = userData[0]
  if (length === undefined) judge('truncated', 0)
  else if (length > 139) judge('malformed', 0)
  else if (1 + length > userData.length) judge('truncated', userData.length)
  else return true
  return false
}

function ucs2Text(octets: Uint8Array, judge: Judge, isLittle = false): string {
  if (octets.length % 2 !== 0) judge('truncated', octets.length - 1)
  let text = ''
  for (let index = 0; index + 1 < octets.length; index += 2) {
    const [high, low] = isLittle ? [octets[index + 1]!, octets[index]!] : [octets[index]!, octets[index + 1]!]
    text += String.fromCharCode(high * 256 + low)
  }
  return octets.length % 2 === 0 ? text : `${text}\ufffd`
}

/** The tables that the last elements 24 and 25 name; the default ones for those that name none. */
function pairOf({ elements }: Header): Pair {
  const pair: Pair = { locking: 0, single: 0 }
  for (const element of elements) {
    if (element.type === 'lockingShift' && hasTable(element.language, 'locking')) pair.locking = element.language
    if (element.type === 'singleShift' && hasTable(element.language, 'singleShift')) pair.single = element.language
  }
  return pair
}

function unpackedText(octets: Uint8Array, pair: Pair, judge: Judge): string {
  const pieces: number[][] = [[]]
  octets.forEach((octet, index) => {
    if (octet <= 0x7f) pieces.at(-1)!.push(octet)
    else {
      judge('malformed', index)
      pieces.push([])
    }
  })
  return pieces.map((piece) => charactersOf(piece, pair)).join('\ufffd')
}

function packedText({ userData, userDataLength }: ReadableMessage, header: Header, judge: Judge): string {
  const { octets } = header
  const headerSeptets = Math.ceil((8 * octets) / 7)
  const room = Math.max(headerSeptets, Math.floor((8 * userData.length) / 7))
  const announced = userDataLength ?? probableLength(userData, headerSeptets)
  if (announced < headerSeptets) judge('malformed', 0)
  const septets = Math.max(0, Math.min(announced, room) - headerSeptets)
  return charactersOf(unpack(userData.slice(octets), septets, fillBitsAfter(octets)), pairOf(header))
}

/** Without TP-UDL: all septets there is room for, but seven zero bits at the end are fill, not an @. */
function probableLength(userData: Uint8Array, headerSeptets: number): number {
  const bits = 8 * userData.length
  const room = Math.floor(bits / 7)
  if (room <= headerSeptets) return headerSeptets
  const last = unpack(userData, room).at(-1)
  return bits % 7 === 0 && last === 0 ? room - 1 : room
}
