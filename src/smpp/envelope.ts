// SMPP 3.4 4.4.1, 5.2.12, 5.3.2.22 to .24, 5.3.2.32: makes a PDU a short message that the library can read. Segment
// numbers and ports in SMPP parameters become elements of its header. Text of other alphabets becomes UCS-2.

import { encodeHeader, type InformationElement, type ReadableMessage } from 'septet'
import { nameTypedArray, requireInteger, requireObject, requireOctets } from '../arguments'
import type { Refuse } from '../header/refuse'
import { joined } from '../octets'
import { decodeOctets, type OctetCharset } from './charsets'
import { type Agreement, parseSmppDataCoding, type SmppCharset, type SmppDataCoding } from './data-coding'
import type { ReceiptParameters } from './receipt'
import type { SmppPdu } from './types'

/** A PDU as a short message. */
export interface Envelope {
  readonly message: ReadableMessage
  readonly coding: SmppDataCoding
  /** The path of the argument that holds its octets. */
  readonly argument: string
  /** The content as it was given. */
  readonly content: unknown
  /** How many octets of its header are not in the PDU. */
  readonly inserted: number
  readonly messageClass: 0 | 1 | 2 | 3 | undefined
  /** What its parameters say about a receipt, if it is one. */
  readonly receipt: ReceiptParameters | undefined
}

/** The header and the rest of a message. The rest may be decoded already. */
interface PduContent {
  readonly argument: string
  readonly given: unknown
  /** The header with its length octet; empty if there is none. */
  readonly header: Uint8Array
  readonly rest: Uint8Array | string
}

const UDH_INDICATOR = 0x40
/** Bits 5 to 2 of esm_class: a receipt of the message centre, or an intermediate notification. */
const MESSAGE_TYPE = 0x3c
const RECEIPT = 0x04
const NOTIFICATION = 0x20

/** Elements of national language tables. */
const SINGLE_SHIFT = 0x24
const LOCKING_SHIFT = 0x25

const DATA = 0x04
const UCS2 = 0x08

const ESCAPE = '\u001b'

const NOTHING = new Uint8Array()

/**
 * Makes a PDU a short message.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a member; and what `refuse` throws
 */
export function openPdu(argument: string, pdu: unknown, agreement: Agreement, refuse: Refuse): Envelope {
  const given = requireObject(argument, pdu) as SmppPdu
  const esmClass = requireOctet(`${argument}.esm_class`, given.esm_class ?? 0)
  const octet = requireOctet(`${argument}.data_coding`, given.data_coding ?? 0)
  const content = readContent(argument, given, (esmClass & UDH_INDICATOR) !== 0, refuse)
  const receipt = readReceiptParameters(given, esmClass)
  const coding =
    receipt !== undefined && isAsciiReceipt(octet, content.rest)
      ? { dataCoding: { octet, encoding: '8-bit' as const }, charset: 'ascii' as const }
      : parseSmppDataCoding(octet, agreement, hasShift(content.header), (reason) => {
          refuse('unsupported', `${argument}.data_coding`, given.data_coding, reason, 0)
        })
  const elements = encodeHeader(readElements(argument, given)).subarray(1)
  const { userData, dataCoding } = convertBody(content, coding.charset, refuse)
  const header = insertElements(content.header, elements)
  const protocolId = given.protocol_id
  return {
    message: {
      userData: joined([header, userData]),
      dataCoding,
      hasHeader: header.length > 0,
      packed: coding.charset === 'gsm7-packed',
      ...(protocolId === undefined ? {} : { protocolId: requireOctet(`${argument}.protocol_id`, protocolId) }),
    },
    coding,
    argument: content.argument,
    content: content.given,
    inserted: header.length - content.header.length,
    messageClass: readMessageClass(argument, given),
    receipt,
  }
}

/** The content of short_message, or of message_payload where short_message is empty [4.4.1]. */
function readContent(argument: string, pdu: SmppPdu, hasHeader: boolean, refuse: Refuse): PduContent {
  const isShort = pdu.message_payload === undefined || !isEmpty(pdu.short_message)
  const short = splitContent(`${argument}.short_message`, pdu.short_message, hasHeader && isShort, refuse)
  if (pdu.message_payload === undefined) return short
  const name = `${argument}.message_payload`
  if (short.rest.length > 0) {
    refuse('malformed', name, pdu.message_payload, 'is beside a short_message that is not empty', 0)
  }
  const payload = splitContent(name, pdu.message_payload, hasHeader && short.header.length === 0, refuse)
  return payload.header.length > 0 ? payload : { ...payload, header: short.header }
}

/** Whether a content of any form is empty. */
function isEmpty(content: SmppPdu['short_message'] | null): boolean {
  if (content === undefined || content === null) return true
  if (typeof content === 'string' || nameTypedArray(content) === 'Uint8Array') return (content as string).length === 0
  const { message, udh } = content as { message?: string; udh?: string }
  return isEmpty(message) && (udh === undefined || udh.length === 0)
}

function splitContent(argument: string, given: unknown, hasHeader: boolean, refuse: Refuse): PduContent {
  if (given === undefined || given === null) return { argument, given, header: NOTHING, rest: NOTHING }
  if (typeof given === 'string') return { argument, given, header: NOTHING, rest: given }
  if (nameTypedArray(given) === 'Uint8Array') {
    return { argument, given, ...splitHeader(argument, requireOctets(argument, given), hasHeader, refuse) }
  }
  const { message, udh } = requireObject(argument, given)
  const rest = typeof message === 'string' ? message : requireOctets(`${argument}.message`, message ?? NOTHING)
  if (udh !== undefined) return { argument, given, header: joinHeader(`${argument}.udh`, udh), rest }
  if (typeof rest === 'string') return { argument, given, header: NOTHING, rest }
  return { argument, given, ...splitHeader(argument, rest, hasHeader, refuse) }
}

/** Splits the octets into header and rest. A header that is longer than the octets is refused, and not split off. */
function splitHeader(argument: string, octets: Uint8Array, hasHeader: boolean, refuse: Refuse) {
  if (!hasHeader) return { header: NOTHING, rest: octets }
  const length = octets[0]
  if (length !== undefined && length < octets.length) {
    return { header: octets.subarray(0, 1 + length), rest: octets.subarray(1 + length) }
  }
  const reason = length === undefined ? 'has no octet, and so no header' : `is to hold a header of ${length} octets`
  refuse('truncated', argument, octets, reason, octets.length)
  return { header: NOTHING, rest: octets }
}

/** A header with or without its length octet, or a list of its elements. */
function joinHeader(argument: string, udh: unknown): Uint8Array {
  const octets = Array.isArray(udh)
    ? joined(udh.map((element, index) => requireOctets(`${argument}[${index}]`, element)))
    : requireOctets(argument, udh)
  if (octets.length === 0) return NOTHING
  const isWhole = !Array.isArray(udh) && octets[0] === octets.length - 1
  return isWhole ? octets : joined([Uint8Array.of(Math.min(octets.length, 0xff)), octets])
}

/**
 * The elements that SMPP parameters become. They come first, because of repeated elements the last counts: so a header
 * in the message wins.
 */
function readElements(argument: string, pdu: SmppPdu): InformationElement[] {
  const { sar_msg_ref_num: reference, sar_total_segments: total, sar_segment_seqnum: sequence } = pdu
  const { source_port: source, dest_port: destination } = pdu
  const elements: InformationElement[] = []
  if (source !== undefined || destination !== undefined) {
    elements.push({
      type: 'ports',
      bits: 16,
      destination: requireTwoOctets(`${argument}.dest_port`, destination ?? 0),
      source: requireTwoOctets(`${argument}.source_port`, source ?? 0),
    })
  }
  // SMPP: "All three, or all are ignored" [5.3.2.22].
  if (reference !== undefined && total !== undefined && sequence !== undefined) {
    elements.push({
      type: 'concat',
      bits: 16,
      reference: requireTwoOctets(`${argument}.sar_msg_ref_num`, reference),
      total: requireOctet(`${argument}.sar_total_segments`, total),
      sequence: requireOctet(`${argument}.sar_segment_seqnum`, sequence),
    })
  }
  return elements
}

function insertElements(header: Uint8Array, elements: Uint8Array): Uint8Array {
  if (elements.length === 0) return header
  const octets = joined([elements, header.subarray(1)])
  return joined([Uint8Array.of(octets.length), octets])
}

/** The user data after the header, and its TP-DCS. */
function convertBody({ argument, given, rest }: PduContent, charset: SmppCharset, refuse: Refuse) {
  if (typeof rest === 'string')
    return charset === 'octets' ? convertData(argument, rest, refuse) : convertText(argument, rest, charset, refuse)
  switch (charset) {
    case 'octets':
      return { userData: rest, dataCoding: DATA }
    case 'gsm7':
    case 'gsm7-packed':
      return { userData: rest, dataCoding: 0 }
    case 'ucs2':
      return { userData: rest, dataCoding: UCS2 }
    default: {
      const text = decodeOctets(charset satisfies OctetCharset, rest, (place) => {
        refuse('malformed', argument, given, `holds no character of ${charset}`, place)
      })
      return { userData: writeUcs2(text), dataCoding: UCS2 }
    }
  }
}

/**
 * Text that a library has decoded. An escape is not a character of GSM-7: if the library did not know the character
 * after it, that is a character of the main table (TS 23.038 6.2.1.1).
 */
function convertText(argument: string, text: string, charset: SmppCharset, refuse: Refuse) {
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    refuse('malformed', argument, text, 'was decoded, and octets were lost', at)
  }
  const [first, ...others] = charset === 'gsm7' ? text.split(ESCAPE) : [text]
  const shown = [first!, ...others.map((piece) => piece || ' ')].join('')
  return { userData: writeUcs2(shown), dataCoding: UCS2 }
}

/** Data in a string has one octet in each character. */
function convertData(argument: string, text: string, refuse: Refuse) {
  const wide = /[^\0-\xff]/.exec(text)
  if (wide !== null) refuse('malformed', argument, text, 'was decoded, and is data: octets were lost', wide.index)
  return { userData: Uint8Array.from({ length: text.length }, (_, place) => text.charCodeAt(place)), dataCoding: DATA }
}

function writeUcs2(text: string): Uint8Array {
  const octets = new Uint8Array(2 * text.length)
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place)
    octets[2 * place] = unit >> 8
    octets[2 * place + 1] = unit
  }
  return octets
}

/** Whether a header has an element of a national language table. */
function hasShift(header: Uint8Array): boolean {
  for (let at = 1; at + 1 < header.length; at += 2 + header[at + 1]!) {
    if (header[at] === SINGLE_SHIFT || header[at] === LOCKING_SHIFT) return true
  }
  return false
}

function readReceiptParameters(pdu: SmppPdu, esmClass: number): ReceiptParameters | undefined {
  const { receipted_message_id, message_state, network_error_code } = pdu
  const type = esmClass & MESSAGE_TYPE
  const isReceipt = type === RECEIPT || type === NOTIFICATION || receipted_message_id !== undefined
  if (!isReceipt) return undefined
  return {
    ...(receipted_message_id === undefined ? {} : { receipted_message_id }),
    ...(message_state === undefined ? {} : { message_state }),
    ...(network_error_code === undefined ? {} : { network_error_code }),
  }
}

/**
 * Some receipts are ASCII under the data_coding of their message. Two letters and a colon show it: they are not UCS-2.
 */
function isAsciiReceipt(octet: number, rest: Uint8Array | string): boolean {
  if (octet !== UCS2 || typeof rest === 'string') return false
  return /^id:/i.test(String.fromCharCode(...rest.subarray(0, 3)))
}

function readMessageClass(argument: string, { dest_addr_subunit: subunit }: SmppPdu): 0 | 1 | 2 | 3 | undefined {
  if (subunit === undefined) return undefined
  const value = requireOctet(`${argument}.dest_addr_subunit`, subunit)
  return value >= 1 && value <= 4 ? ((value - 1) as 0 | 1 | 2 | 3) : undefined
}

function requireOctet(argument: string, value: unknown): number {
  return requireInteger(argument, value, 0, 0xff)
}

function requireTwoOctets(argument: string, value: unknown): number {
  return requireInteger(argument, value, 0, 0xffff)
}
