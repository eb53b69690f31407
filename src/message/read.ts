import { isArray } from '../arguments'
import { SeptetError } from '../errors'
import { joined } from '../octets'
import type { ReadableMessage, Reading } from '../types'
import { isCompressed } from './data-coding'
import { runsOf } from './format-runs'
import { heardOf } from './heeded'
import { type Received, receive } from './receive'

/**
 * Reads a message back to its text. Segments may come in any order; exact duplicates are dropped.
 *
 * Without `userDataLength`, seven zero bits at the end of packed septets are taken for fill, not for an @.
 *
 * @throws {SeptetError} what `read` throws; 'invalid-value' for 8-bit data, which has no text;
 * 'unsupported' for compressed text
 * @example
 * decode({ userData: Uint8Array.of(0xe8, 0x32, 0x9b, 0xfd, 0x06), userDataLength: 5, dataCoding: 0, hasHeader: false })
 * // 'hello'
 */
export function decode(messages: ReadableMessage | readonly ReadableMessage[]): string {
  const segments = segmentsOf(messages)
  const { text } = contentOf(segments)
  if (text !== undefined) return text
  const [code, what] = isCompressed(segments[0]!.dataCoding)
    ? (['unsupported', 'compressed text (TS 23.042)'] as const)
    : (['invalid-value', '8-bit data, which has no text'] as const)
  throw new SeptetError(code, nameOf(messages), messages, `is ${what}; read() gives its octets`)
}

/**
 * Reads a message back, as a receiver does: unknown elements are skipped, a header whose last element does not fit is
 * ignored, a concatenation element without a possible sequence number too; of repeated ones the last counts.
 *
 * @throws {SeptetError} 'incomplete': segments are missing; 'mixed-messages': not of one message;
 * 'conflicting-segments': two differ under one sequence number; 'truncated', 'malformed': the octets end early or
 * contradict themselves; 'invalid-type', 'invalid-value': a member of a message
 * @see 3GPP TS 23.040 9.2.3.24, TS 23.038 4
 * @example
 * read(encode('Привет, мир'))
 * // { encoding: 'UCS-2', text: 'Привет, мир', elements: [], dataCoding: { octet: 8, encoding: 'UCS-2' }, protocolId: 0 }
 */
export function read(messages: ReadableMessage | readonly ReadableMessage[]): Reading {
  const segments = segmentsOf(messages)
  const { encoding, dataCoding, protocolId } = segments[0]!
  const parts = segments.map((segment) => ({ length: segment.content.length, elements: heardOf(segment) }))
  const runs = runsOf(parts)
  const languages = [...new Set(segments.flatMap(({ languages }) => languages))]
  return {
    encoding,
    ...contentOf(segments),
    elements: parts.flatMap(({ elements }) => elements),
    ...(runs.length === 0 ? {} : { runs }),
    ...(Object.hasOwn(dataCoding, 'messageClass') ? { messageClass: dataCoding.messageClass! } : {}),
    ...(languages.length === 0 ? {} : { languages }),
    dataCoding,
    ...(protocolId === undefined ? {} : { protocolId }),
  }
}

function segmentsOf(messages: ReadableMessage | readonly ReadableMessage[]): Received[] {
  if (!isArray(messages)) return assemble(messages, [receive('message', messages)])
  const received: Received[] = []
  // By index, since a sparse array's own methods leave out its holes.
  for (let index = 0; index < messages.length; index++) received.push(receive(`messages[${index}]`, messages[index]))
  return assemble(messages, received)
}

/** The segments in order, each once, and none missing. */
function assemble(messages: unknown, received: readonly Received[]): Received[] {
  const [first] = received
  if (first === undefined) throw new SeptetError('invalid-value', 'messages', messages, 'must hold a message at least')
  const segments: Received[] = []
  for (const [index, segment] of received.entries()) {
    if (!isOfOneMessage(first, segment)) {
      const message = 'is not of the message of messages[0]'
      throw new SeptetError('mixed-messages', `messages[${index}]`, at(messages, index), message)
    }
    place(messages, segments, index, segment)
  }
  requireComplete(messages, segments, first.concat?.total ?? 1)
  return segments
}

/** Same reference, total and kind of content [9.2.3.24.1]; a message without the element is one by itself. */
function isOfOneMessage(first: Received, other: Received): boolean {
  const { concat, encoding, dataCoding } = first
  if (other === first) return true
  if (concat === undefined) return other.concat === undefined && isSame(first, other)
  return (
    concat.bits === other.concat?.bits &&
    concat.reference === other.concat.reference &&
    concat.total === other.concat.total &&
    encoding === other.encoding &&
    isCompressed(dataCoding) === isCompressed(other.dataCoding)
  )
}

function place(messages: unknown, segments: Received[], index: number, segment: Received): void {
  const sequence = segment.concat?.sequence ?? 1
  const earlier = segments[sequence - 1]
  if (earlier !== undefined && !isSame(earlier, segment)) {
    const message = `differs from an earlier segment ${sequence}`
    throw new SeptetError('conflicting-segments', `messages[${index}]`, at(messages, index), message)
  }
  segments[sequence - 1] ??= segment
}

function requireComplete(messages: unknown, segments: readonly Received[], total: number): void {
  const missing: number[] = []
  for (let index = 0; index < total; index++) if (segments[index] === undefined) missing.push(index + 1)
  if (missing.length === 0) return
  throw new SeptetError('incomplete', nameOf(messages), messages, `lacks segment ${missing.join(', ')} of ${total}`)
}

function contentOf(segments: readonly Received[]): Pick<Reading, 'text' | 'data'> {
  if (typeof segments[0]!.content !== 'string') {
    return { data: joined(segments.map(({ content }) => content as Uint8Array)) }
  }
  let text = ''
  for (const { content } of segments) text += content as string
  return { text }
}

/** An exact duplicate; one whose septets are counted or packed otherwise is none, nor one whose header is data in the other. */
function isSame(one: Received, other: Received): boolean {
  const sameContent =
    typeof one.content === 'string' ? one.content === other.content : one.content.length === other.content.length
  return (
    one.dataCoding.octet === other.dataCoding.octet &&
    one.protocolId === other.protocolId &&
    sameContent &&
    one.userData.length === other.userData.length &&
    one.userData.every((octet, index) => octet === other.userData[index])
  )
}

function nameOf(messages: unknown): string {
  return isArray(messages) ? 'messages' : 'message'
}

function at(messages: unknown, index: number): unknown {
  return isArray(messages) ? messages[index] : messages
}
