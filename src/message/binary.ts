import { requireInteger, requireMembers, requireOctets } from '../arguments'
import { ESCAPE } from '../core/alphabet'
import { findCapacity, measureHeader } from '../core/capacity'
import { writeHeader } from '../core/header'
import { SeptetError } from '../errors'
import { decodeHeader, requireElements } from '../header/header'
import { joinOctets } from '../octets'
import { checkOptions, REFERENCE_CHECKS, requireReference } from '../text/options'
import type { ShortMessage } from '../types'
import type { InformationElement } from '../types/information-elements'
import { isCompressed, parseDataCoding } from './data-coding'
import { createMessages } from './messages'
import { createSegmentsError, MOST_SEGMENTS } from './most-segments'
import { chooseReference } from './reference'

/** A message of octets, before it is cut. */
export interface BinaryMessage {
  /** The user data header: its elements, or its octets with the length octet first. None by default. */
  header?: readonly InformationElement[] | Uint8Array
  /** What comes after the header. */
  data: Uint8Array
  /** TP-DCS. Default 0x04, 8-bit data. */
  dataCoding?: number
  /** TP-PID. Default 0. */
  protocolId?: number
}

/** How a message of several segments is numbered. */
export interface ReferenceOptions {
  /**
   * Concatenation reference: 0 to 255, or 65535 with `referenceBits: 16`; or a function that returns one, called once for several
   * segments. Default: a checksum of the data, see `TextOptions`.
   */
  reference?: number | (() => number)
  /** Width of the concatenation reference: element 00 or 08. Default 8. */
  referenceBits?: 8 | 16
}

export const DEFAULT_DATA_CODING = 0x04
export const DEFAULT_PROTOCOL_ID = 0

const MOST_SEPTET = 0x7f

/** A message whose members have been checked. */
interface CheckedBinary {
  /** As it was given. */
  readonly header: unknown
  /** The octets of the header after its length octet. */
  readonly elements: Uint8Array
  /** Whether a concatenation element is among them. */
  readonly isSegment: boolean
  readonly data: Uint8Array
  readonly dataCoding: number
  readonly protocolId: number
}

/**
 * Encodes octets after a header, cut into as many segments as they need. Every segment has the whole header; where there are
 * several, a concatenation element follows its elements. A segment without a header holds 140 octets of data; each of several
 * holds 134, or 128 with 16-bit ports too.
 *
 * The octets of a message are views of one ArrayBuffer of its own. `packed` is `false`: data of a GSM-7 data coding is
 * septets, one in each octet, as SMPP carries them: 160 fit a segment without a header, and 153 each of several. Data with an
 * octet above 7F is not septets, and is counted as octets. Where the data coding is that of text, no escape pair and no surrogate
 * pair is cut.
 *
 * @param message its header, its data, and the octets TP-DCS and TP-PID
 * @param options the reference of several segments, and its width
 * @returns one short message for each segment, in order
 * @throws {SeptetError} 'too-many-segments': more than 255; 'invalid-type', 'invalid-value': a member of the message or an
 * option, a header that leaves no room, or one that has a concatenation element while several segments are needed;
 * 'truncated', 'malformed': octets that are no header
 * @see 3GPP TS 23.040 9.2.3.24
 * @example
 * const header = [{ type: 'ports', bits: 16, destination: 5514, source: 0 }]
 * const segments = encodeBinary({ header, data: new Uint8Array(200) }, { reference: 218 })
 * segments.map(({ userData }) => toHex(userData.subarray(0, 12)))
 * // ['0B0504158A00000003DA0201', '0B0504158A00000003DA0202']
 */
export function encodeBinary(message: BinaryMessage, options?: ReferenceOptions): ShortMessage[] {
  const checked = checkBinary(message)
  return cutBinary(checked, checkOptions(options, REFERENCE_CHECKS), 'message.data', checked.data)
}

const MEMBERS = ['header', 'data', 'dataCoding', 'protocolId'] as const satisfies readonly (keyof BinaryMessage)[]

/** @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option', 'truncated', 'malformed' */
export function checkBinary(message: unknown): CheckedBinary {
  const { header, data, dataCoding, protocolId } = requireMembers('message', message, MEMBERS)
  const elements = header === undefined ? new Uint8Array(0) : requireElements('message.header', header)
  return {
    header,
    elements,
    isSegment: decodeHeader(joinOctets([Uint8Array.of(elements.length), elements])).some(
      ({ type }) => type === 'concat',
    ),
    data: requireOctets('message.data', data),
    dataCoding: requireInteger('message.dataCoding', dataCoding ?? DEFAULT_DATA_CODING, 0, 255),
    protocolId: requireInteger('message.protocolId', protocolId ?? DEFAULT_PROTOCOL_ID, 0, 255),
  }
}

/** @throws {SeptetError} 'too-many-segments', of `argument` and its `value`; 'invalid-value': the header, or the reference */
export function cutBinary(
  checked: CheckedBinary,
  { reference, referenceBits = 8 }: ReferenceOptions,
  argument: string,
  value: unknown,
): ShortMessage[] {
  if (typeof reference === 'number') requireReference('options.reference', reference, referenceBits)
  const { elements, isSegment, data, dataCoding, protocolId } = checked
  const encoding = isSeptets(data, dataCoding) ? 'GSM-7' : '8-bit'
  const isSingle = data.length <= findCapacity(encoding, elements.length, 0)
  if (!isSingle && isSegment) {
    throw createHeaderError(checked, 'has a concatenation element, and the data needs several segments')
  }
  const bits = isSingle ? 0 : referenceBits
  const room = isSingle ? data.length : roundDown(findCapacity(encoding, elements.length, bits), dataCoding)
  if (room < 1 && !isSingle) throw createHeaderError(checked, 'leaves no room for data in several segments')
  const least = isSingle ? 1 : Math.ceil(data.length / room)
  if (least > MOST_SEGMENTS) throw createSegmentsError(argument, value, least)
  const ends = isSingle ? [data.length] : findEnds(data, room, dataCoding)
  const segments = ends.length
  if (segments > MOST_SEGMENTS) throw createSegmentsError(argument, value, segments)
  const header = measureHeader(elements.length, bits)
  const octets = new Uint8Array(segments * header + data.length)
  const findStart = (segment: number) => segment * header + (ends[segment - 1] ?? 0)
  for (const [segment, end] of ends.entries()) {
    octets.set(data.subarray(ends[segment - 1] ?? 0, end), findStart(segment) + header)
  }
  // This may run the caller's code, which may transfer the data.
  const number = chooseReference({ reference, referenceBits }, segments, () => data)
  for (let segment = 0; segment < segments; segment++) {
    octets.set(writeHeader(elements, bits, number, segments, segment + 1), findStart(segment))
  }
  const measureSegment = (segment: number) => findStart(segment + 1) - findStart(segment)
  return createMessages(octets, segments, measureSegment, measureSegment, {
    hasHeader: header > 0,
    dataCoding,
    protocolId,
    packed: false,
  })
}

/**
 * Whether data is septets, one in each octet, which the network packs. It is where the data coding is GSM-7 and no
 * octet is above 7F. Other data is sent as it is, and counted as octets.
 */
function isSeptets(data: Uint8Array, dataCoding: number): boolean {
  const coding = parseDataCoding(dataCoding)
  return coding.encoding === 'GSM-7' && !isCompressed(coding) && data.every((octet) => octet <= MOST_SEPTET)
}

/** Where segments end: each is filled, except where a character would be cut [9.2.3.24.1]. */
function findEnds(data: Uint8Array, capacity: number, dataCoding: number): number[] {
  const coding = parseDataCoding(dataCoding)
  const { encoding } = coding
  const tail =
    isCompressed(coding) || encoding === '8-bit'
      ? undefined
      : encoding === 'UCS-2'
        ? measurePairTail
        : measureEscapeTail
  const ends: number[] = []
  for (let from = 0; from < data.length; from = ends.at(-1)!) {
    const end = Math.min(from + capacity, data.length)
    const left = tail === undefined || end === data.length ? 0 : tail(data.subarray(from, end), data[end]!)
    ends.push(end - left > from ? end - left : end)
  }
  return ends
}

/** 2 where a part ends with a high surrogate and the low one comes next, otherwise 0. */
function measurePairTail(part: Uint8Array, next: number): number {
  return (part.at(-2)! & 0xfc) === 0xd8 && (next & 0xfc) === 0xdc ? 2 : 0
}

/** 1 where a part of septets ends with the first of an escape pair, otherwise 0. */
function measureEscapeTail(part: Uint8Array): number {
  let escapes = 0
  while (part[part.length - 1 - escapes] === ESCAPE) escapes++
  return escapes & 1
}

/** A UCS-2 character is not cut [9.2.3.24.1]. */
function roundDown(capacity: number, dataCoding: number): number {
  return parseDataCoding(dataCoding).encoding === 'UCS-2' ? capacity & ~1 : capacity
}

function createHeaderError({ header }: CheckedBinary, words: string): SeptetError {
  return new SeptetError('invalid-value', 'message.header', header, words)
}
