// SMPP 3.4 4.4.1, 5.2.22, 5.3.2.32: the content of a PDU, in short_message or message_payload, and its header.

import { nameTypedArray, requireObject, requireOctets } from '../arguments'
import type { Refuse } from '../header/refuse'
import { joinOctets } from '../octets'
import type { SmppPdu } from './types'

/** The content of a PDU, split at the end of its header. */
export interface PduContent {
  /** The path of the argument that has it. */
  readonly argument: string
  /** The value of that argument. */
  readonly value: unknown
  /** The header with its length octet; empty if there is none. */
  readonly header: Uint8Array
  /** What follows the header: octets, or a text that another library has decoded. */
  readonly body: Uint8Array | string
}

const NO_OCTETS = new Uint8Array()

/**
 * Reads the content of short_message, or of message_payload where short_message is empty [4.4.1].
 *
 * @throws {SeptetError} 'invalid-type': a member; and what `refuse` throws
 */
export function readContent(argument: string, pdu: SmppPdu, hasHeader: boolean, refuse: Refuse): PduContent {
  const isShort = pdu.message_payload === undefined || !isEmpty(pdu.short_message)
  const short = splitContent(`${argument}.short_message`, pdu.short_message, hasHeader && isShort, refuse)
  if (pdu.message_payload === undefined) return short
  const name = `${argument}.message_payload`
  if (short.body.length > 0) {
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

function splitContent(argument: string, value: unknown, hasHeader: boolean, refuse: Refuse): PduContent {
  if (value === undefined || value === null) return { argument, value, header: NO_OCTETS, body: NO_OCTETS }
  if (typeof value === 'string') return { argument, value, header: NO_OCTETS, body: value }
  if (nameTypedArray(value) === 'Uint8Array') {
    return { argument, value, ...splitHeader(argument, requireOctets(argument, value), hasHeader, refuse) }
  }
  const { message, udh } = requireObject(argument, value, ['message', 'udh'])
  const body = typeof message === 'string' ? message : requireOctets(`${argument}.message`, message ?? NO_OCTETS)
  if (udh !== undefined) return { argument, value, header: joinHeader(`${argument}.udh`, udh), body }
  if (typeof body === 'string') return { argument, value, header: NO_OCTETS, body }
  return { argument, value, ...splitHeader(argument, body, hasHeader, refuse) }
}

/** Splits the octets at the end of the header. A header that is longer than the octets is refused, and not split off. */
function splitHeader(
  argument: string,
  octets: Uint8Array,
  hasHeader: boolean,
  refuse: Refuse,
): Pick<PduContent, 'header'> & { body: Uint8Array } {
  if (!hasHeader) return { header: NO_OCTETS, body: octets }
  const length = octets[0]
  if (length !== undefined && length < octets.length) {
    return { header: octets.subarray(0, 1 + length), body: octets.subarray(1 + length) }
  }
  const reason =
    length === undefined ? 'has no octets, so it has no header' : `ends within its header of ${length} octets`
  refuse('truncated', argument, octets, reason, octets.length)
  return { header: NO_OCTETS, body: octets }
}

/** Returns a header with its length octet, from one with or without it, or from a list of elements. */
function joinHeader(argument: string, udh: unknown): Uint8Array {
  const octets = Array.isArray(udh)
    ? joinOctets(udh.map((element, index) => requireOctets(`${argument}[${index}]`, element)))
    : requireOctets(argument, udh)
  if (octets.length === 0) return NO_OCTETS
  const isWhole = !Array.isArray(udh) && octets[0] === octets.length - 1
  return isWhole ? octets : joinOctets([Uint8Array.of(Math.min(octets.length, 0xff)), octets])
}
