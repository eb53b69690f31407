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
  /** The octets behind the header, and the text that they are, if they are one. */
  data: Uint8Array
  text?: string
}

/** All segments of one message, in any order, back to what was sent. */
export function read(messages: readonly ReadableMessage[]): Reading {
  const segments = inOrder(messages.map(receive))
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

/** One message's segments by their numbers: copies once, none missing, none of another message. */
function inOrder(received: Received[]): Received[] {
  const first = received[0]!
  const ordered: Received[] = []
  for (const segment of received) {
    if (!isOfOneMessage(segment, first)) throw new Unreadable('mixed-messages')
    const place = (segment.header.concatenation?.sequence ?? 1) - 1
    if (!isCopy(segment, ordered[place] ?? segment)) throw new Unreadable('conflicting-segments')
    ordered[place] = segment
  }
  const total = first.header.concatenation?.total ?? 1
  for (let place = 0; place < total; place++) {
    if (ordered[place] === undefined) throw new Unreadable('incomplete')
  }
  return ordered
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

function receive(message: ReadableMessage): Received {
  const { userData, userDataLength, hasHeader, packed = true } = message
  const { encoding } = readDataCoding(message.dataCoding)
  const isSeptets = encoding === 'GSM-7' && !isOctets(message)
  const isPacked = isSeptets && packed
  if (userData.length > (isSeptets && !packed ? 160 : 140)) throw new Unreadable('malformed')
  if (hasHeader) requireHeader(userData)
  if (userDataLength !== undefined) {
    const announced = isPacked ? Math.ceil((7 * userDataLength) / 8) : userDataLength
    if (announced > userData.length) throw new Unreadable('truncated')
    if (announced < userData.length) throw new Unreadable('malformed')
  }
  const header = hasHeader ? readHeader(userData) : { octets: 0, elements: [] }
  const data = userData.slice(header.octets)
  if (isOctets(message)) return { message, encoding, header, data }
  const text =
    encoding === 'UCS-2' ? ucs2Text(data) : isPacked ? packedText(message, header) : unpackedText(data, pairOf(header))
  return { message, encoding, header, data, text }
}

function requireHeader(userData: Uint8Array): void {
  const length = userData[0]
  if (length === undefined) throw new Unreadable('truncated')
  if (length > 139) throw new Unreadable('malformed')
  if (1 + length > userData.length) throw new Unreadable('truncated')
}

function ucs2Text(octets: Uint8Array): string {
  if (octets.length % 2 !== 0) throw new Unreadable('truncated')
  let text = ''
  for (let index = 0; index < octets.length; index += 2) {
    text += String.fromCharCode(octets[index]! * 256 + octets[index + 1]!)
  }
  return text
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

function unpackedText(octets: Uint8Array, pair: Pair): string {
  for (const octet of octets) if (octet > 0x7f) throw new Unreadable('malformed')
  return charactersOf([...octets], pair)
}

function packedText({ userData, userDataLength }: ReadableMessage, header: Header): string {
  const { octets } = header
  const headerSeptets = Math.ceil((8 * octets) / 7)
  const septets = (userDataLength ?? probableLength(userData, headerSeptets)) - headerSeptets
  if (septets < 0) throw new Unreadable('malformed')
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
