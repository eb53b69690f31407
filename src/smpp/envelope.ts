// SMPP 3.4 4.4.1, 5.2.12, 5.2.19: makes a PDU a short message that the library can read. Segment numbers and ports in
// SMPP parameters become elements of its header. Text of other alphabets becomes UCS-2.

import { encodeHeader, type ReadableMessage } from 'septet'
import { requireObject } from '../arguments'
import type { Refuse } from '../header/refuse'
import { joinOctets } from '../octets'
import { readContent } from './content'
import { type Agreement, parseSmppDataCoding, type SmppDataCoding } from './data-coding'
import { readElements, readMessageClass, readReceiptParameters, requireOctet } from './parameters'
import type { ReceiptParameters } from './receipt'
import type { SmppPdu } from './types'
import { convertBody, UCS2 } from './user-data'

/** A PDU as a short message. */
export interface Envelope {
  readonly message: ReadableMessage
  readonly coding: SmppDataCoding
  /** The path of the argument that has its octets. */
  readonly argument: string
  /** The value of that argument. */
  readonly content: unknown
  /** How many octets of its header are not in the PDU. */
  readonly inserted: number
  readonly messageClass: 0 | 1 | 2 | 3 | undefined
  /** What its parameters say about a receipt, if it is one. */
  readonly receipt: ReceiptParameters | undefined
}

/** The members that are read. A PDU of a class may have them as getters. */
const PDU_MEMBERS = [
  'esm_class',
  'data_coding',
  'protocol_id',
  'short_message',
  'message_payload',
  'sar_msg_ref_num',
  'sar_total_segments',
  'sar_segment_seqnum',
  'source_port',
  'dest_port',
  'dest_addr_subunit',
  'receipted_message_id',
  'message_state',
  'network_error_code',
] as const satisfies readonly (keyof SmppPdu)[]

const UDH_INDICATOR = 0x40

/** Elements of national language tables. */
const SINGLE_SHIFT = 0x24
const LOCKING_SHIFT = 0x25

/**
 * Makes a PDU a short message.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a member; and what `refuse` throws
 */
export function createEnvelope(argument: string, value: unknown, agreement: Agreement, refuse: Refuse): Envelope {
  const pdu = requireObject(argument, value, PDU_MEMBERS) as SmppPdu
  const esmClass = requireOctet(`${argument}.esm_class`, pdu.esm_class ?? 0)
  const octet = requireOctet(`${argument}.data_coding`, pdu.data_coding ?? 0)
  const content = readContent(argument, pdu, (esmClass & UDH_INDICATOR) !== 0, refuse)
  const receipt = readReceiptParameters(pdu, esmClass)
  const coding =
    receipt !== undefined && isAsciiReceipt(octet, content.body)
      ? { dataCoding: { octet, encoding: '8-bit' as const }, charset: 'ascii' as const }
      : parseSmppDataCoding(octet, agreement, hasShift(content.header), (reason) => {
          refuse('unsupported', `${argument}.data_coding`, pdu.data_coding, reason, 0)
        })
  const elements = encodeHeader(readElements(argument, pdu)).subarray(1)
  const { userData, dataCoding } = convertBody(content, coding.charset, refuse)
  const header = insertElements(content.header, elements)
  const protocolId = pdu.protocol_id
  return {
    message: {
      userData: joinOctets([header, userData]),
      dataCoding,
      hasHeader: header.length > 0,
      packed: coding.charset === 'gsm7-packed',
      ...(protocolId === undefined ? {} : { protocolId: requireOctet(`${argument}.protocol_id`, protocolId) }),
    },
    coding,
    argument: content.argument,
    content: content.value,
    inserted: header.length - content.header.length,
    messageClass: readMessageClass(argument, pdu),
    receipt,
  }
}

/**
 * Inserts the elements of the parameters into a header. They come first: of repeated elements the last counts, so an
 * element in the message wins.
 */
function insertElements(header: Uint8Array, elements: Uint8Array): Uint8Array {
  if (elements.length === 0) return header
  const octets = joinOctets([elements, header.subarray(1)])
  return joinOctets([Uint8Array.of(octets.length), octets])
}

/** Whether a header has an element of a national language table. */
function hasShift(header: Uint8Array): boolean {
  for (let at = 1; at + 1 < header.length; at += 2 + header[at + 1]!) {
    if (header[at] === SINGLE_SHIFT || header[at] === LOCKING_SHIFT) return true
  }
  return false
}

/**
 * Some receipts are ASCII under the data_coding of their message. Two letters and a colon show it: they are not UCS-2.
 */
function isAsciiReceipt(octet: number, body: Uint8Array | string): boolean {
  if (octet !== UCS2 || typeof body === 'string') return false
  return /^id:/i.test(String.fromCharCode(...body.subarray(0, 3)))
}
