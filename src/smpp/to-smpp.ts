// SMPP 3.4 4.4.1, 5.2.12, 5.3.2: writes a message as members of submit_sm or deliver_sm.

import { decodeHeader, encode, encodeHeader, type InformationElement, SeptetError, type ShortMessage } from 'septet'
import { requireArray, requireInteger, requireObject, requireOctets, requireOneOf } from '../arguments'
import { joinOctets } from '../octets'
import { TEXT_OPTIONS } from '../option-names'
import type { SmppCarry, SmppMessage, ToSmppOptions } from './types'

const CARRIES: readonly SmppCarry[] = ['udh', 'sar', 'payload']

const UDH_INDICATOR = 0x40

/** A segment, split at the end of its header. */
interface OpenedSegment {
  readonly concat: Extract<InformationElement, { type: 'concat' }> | undefined
  /** Its other elements. */
  readonly elements: readonly InformationElement[]
  readonly body: Uint8Array
}

/**
 * Writes a message as SMPP carries it, one object for each PDU. Spread it into `submit_sm` or `deliver_sm`, and add the
 * addresses.
 *
 * GSM-7 has one septet an octet and data_coding 0. UCS-2 has data_coding 8. Message classes are F0 to F3 and 18 to 1B.
 *
 * @param content A text; or the segments of a message, as `encodeBinary`, `encodeWapPush`, `formatText` and
 * `encode(text, { packed: false })` return them.
 * @param options For a text, the options of `encode`. And `carry`: `'udh'` puts a header before the octets of each
 * segment; `'sar'` numbers segments by the SAR parameters, and puts 16-bit ports in parameters too; `'payload'` puts
 * the whole message in one PDU.
 * @returns The members. Octets are Buffers where the runtime has Buffer.
 * @throws {SeptetError} what `encode` throws; 'unsupported-option': `packed: true`; 'conflicting-options': a header
 * that `carry` cannot write; 'invalid-value': an option of `encode` with segments; 'unsupported': packed segments
 * @see SMPP 3.4 5.2.12, 5.3.2.22, 5.3.2.32
 * @example
 * toHex(toSmpp('Hello')[0].short_message) // '48656C6C6F'
 * toSmpp('вспышка', { flash: true })[0].data_coding // 0x18
 * toSmpp('ж'.repeat(80), { carry: 'sar', reference: 42 })[1].sar_segment_seqnum // 2
 */
export function toSmpp(content: string | readonly ShortMessage[], options: ToSmppOptions = {}): SmppMessage[] {
  const { carry, ...textOptions } = requireObject('options', options, ['carry', ...TEXT_OPTIONS]) as ToSmppOptions
  const way = carry === undefined ? 'udh' : requireOneOf('options.carry', carry, CARRIES)
  const messages =
    typeof content === 'string' ? encodeUnpacked(content, textOptions) : requireSegments(content, textOptions)
  if (way === 'udh') return messages.map(writeSegment)
  const opened = messages.map(openSegment)
  return way === 'sar'
    ? opened.map((one, index) => writeSarSegment(messages[index]!, one))
    : [writePayload(messages, opened)]
}

function encodeUnpacked(text: string, options: ToSmppOptions): ShortMessage[] {
  if (options.packed) {
    const reason = 'cannot be true: SMPP does not say how many septets there are'
    throw new SeptetError('unsupported-option', 'options.packed', options.packed, reason)
  }
  return encode(text, { ...options, packed: false })
}

/** @throws {SeptetError} 'invalid-type', 'invalid-value', 'unsupported' */
function requireSegments(content: unknown, options: object): readonly ShortMessage[] {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    throw new SeptetError(
      'invalid-value',
      `options.${name}`,
      value,
      'is for a text, and the message is already encoded',
    )
  }
  const messages = requireArray('content', content)
  if (messages.length === 0)
    throw new SeptetError('invalid-value', 'content', content, 'must have at least one segment')
  return Array.from(messages, (message, index) => requireSegment(`content[${index}]`, message))
}

const SEGMENT_MEMBERS = ['userData', 'hasHeader', 'dataCoding', 'protocolId', 'packed'] as const

function requireSegment(argument: string, message: unknown): ShortMessage {
  const segment = requireObject(argument, message, SEGMENT_MEMBERS) as unknown as ShortMessage
  requireOctets(`${argument}.userData`, segment.userData)
  requireInteger(`${argument}.dataCoding`, segment.dataCoding, 0, 0xff)
  if (!segment.packed) return segment
  const reason = 'is true: SMPP carries one septet an octet; encode with packed: false'
  throw new SeptetError('unsupported', `${argument}.packed`, true, reason)
}

function writeSegment({ userData, hasHeader, dataCoding, protocolId }: ShortMessage): SmppMessage {
  return {
    ...writeFields(hasHeader, dataCoding, protocolId),
    short_message: createBuffer(userData),
  }
}

function writeSarSegment(
  { dataCoding, protocolId }: ShortMessage,
  { concat, elements, body }: OpenedSegment,
): SmppMessage {
  // The parameters have sixteen bits.
  const ports = elements.filter((element) => element.type === 'ports').find(({ bits }) => bits === 16)
  const stray = elements.find((element) => element !== ports)
  if (stray !== undefined) {
    // SMPP: "The SAR parameters must not be used" with a header [5.0 4.8.4.42].
    const reason = `has no place for the element ${stray.type} of the header; 'udh' and 'payload' have one`
    throw new SeptetError('conflicting-options', 'options.carry', 'sar', reason)
  }
  return {
    ...writeFields(false, dataCoding, protocolId),
    short_message: createBuffer(body),
    ...(concat === undefined
      ? {}
      : {
          sar_msg_ref_num: concat.reference,
          sar_total_segments: concat.total,
          sar_segment_seqnum: concat.sequence,
        }),
    ...(ports === undefined ? {} : { source_port: ports.source, dest_port: ports.destination }),
  }
}

/** Writes all segments as one PDU. Their headers are the same, except the concatenation, so the first one is written. */
function writePayload(messages: readonly ShortMessage[], opened: readonly OpenedSegment[]): SmppMessage {
  const [{ dataCoding, protocolId }] = messages as readonly [ShortMessage, ...ShortMessage[]]
  const [header, ...others] = opened.map(({ elements }) => encodeHeader(elements))
  if (others.some((other) => other.join() !== header!.join())) {
    const reason = 'cannot join segments whose headers differ'
    throw new SeptetError('conflicting-options', 'options.carry', 'payload', reason)
  }
  const hasHeader = header!.length > 1
  const bodies = opened.map(({ body }) => body)
  return {
    ...writeFields(hasHeader, dataCoding, protocolId),
    message_payload: createBuffer(joinOctets(hasHeader ? [header!, ...bodies] : bodies)),
  }
}

function openSegment({ userData, hasHeader }: ShortMessage): OpenedSegment {
  const end = hasHeader ? 1 + (userData[0] ?? 0) : 0
  const all = hasHeader ? decodeHeader(userData.subarray(0, end)) : []
  return {
    concat: all.find((element) => element.type === 'concat'),
    elements: all.filter((element) => element.type !== 'concat'),
    body: userData.subarray(end),
  }
}

function writeFields(
  hasHeader: boolean,
  dataCoding: number,
  protocolId: number,
): Pick<SmppMessage, 'esm_class' | 'data_coding' | 'protocol_id'> {
  return {
    esm_class: hasHeader ? UDH_INDICATOR : 0,
    data_coding: dataCoding,
    ...(protocolId ? { protocol_id: protocolId } : {}),
  }
}

/** Returns a Buffer over the same octets, or the octets where the runtime has none. It uses globalThis, because some bundlers add a polyfill for the bare name. */
function createBuffer(octets: Uint8Array): Uint8Array {
  return globalThis.Buffer?.from(octets.buffer, octets.byteOffset, octets.length) ?? octets
}
