import { isArray, requireBoolean } from '../arguments'
import { SeptetError } from '../errors'
import { listing, throwing } from '../header/refuse'
import { checkOptions } from '../text/options'
import type { Fault, ReadableMessage, ReadableReport, Reading, ReadOptions } from '../types'
import { orderOctets } from './byte-order'
import { isCompressed } from './data-coding'
import { type Received, receive } from './receive'
import {
  createReading,
  isDuplicate,
  isOfOneMessage,
  joinContent,
  listMissing,
  listParts,
  readSequence,
  requireComplete,
} from './segments'

/** What can be read: a message, or a report that carries one. */
export type Readable = ReadableMessage | ReadableReport

/** Segments in order, each once; and their faults, where faults are listed. */
interface Segments {
  readonly segments: readonly Received[]
  readonly isPartial: boolean
  readonly faults: Fault[] | undefined
}

const CHECKS = { partial: requireBoolean, lenient: requireBoolean, anyLength: requireBoolean }

/**
 * Reads a message back to its text. Segments may come in any order; exact duplicates are dropped.
 *
 * Without `userDataLength`, seven zero bits at the end of packed septets are read as fill, and not as an @.
 *
 * @param messages The segments of one message, or a message that is one segment.
 * @param options `partial`: segments may be missing; `lenient`: wrong octets are read as far as they go.
 * @returns The text; with `partial`, that of the segments there are, in order.
 * @throws {SeptetError} what `read` throws; 'invalid-value' for 8-bit data, which has no text;
 * 'unsupported' for compressed text
 * @see 3GPP TS 23.040 9.2.3.24, TS 23.038 6
 * @example
 * decode({ userData: Uint8Array.of(0xe8, 0x32, 0x9b, 0xfd, 0x06), userDataLength: 5, dataCoding: 0, hasHeader: false })
 * // 'hello'
 */
export function decode(messages: Readable | readonly Readable[], options?: ReadOptions): string {
  const { segments } = collectSegments(messages, options)
  const content = joinContent(segments)
  if (Object.hasOwn(content, 'text')) return content.text!
  const [code, what] = isCompressed(segments[0]!.dataCoding)
    ? (['unsupported', 'compressed text (TS 23.042)'] as const)
    : (['invalid-value', '8-bit data, which has no text'] as const)
  throw new SeptetError(code, nameArgument(messages), messages, `is ${what}; read() gives its octets`)
}

/**
 * Reads a message back, as a receiver does: it skips unknown elements. It ignores a header whose last element does not
 * fit, and a concatenation element with an impossible sequence number. Of repeated elements, the last one counts.
 *
 * @param messages The segments of one message, in any order, or a message that is one segment; or a report of `septet/pdu`.
 * @param options `partial`: segments may be missing, and the reading says which; `lenient`: wrong octets are read as
 * far as they go, and the reading lists what was wrong; `anyLength`: there may be more octets than the air interface
 * carries.
 * @returns What the message says. `missing` and `parts` are there with `partial`, `faults` with `lenient`.
 * @throws {SeptetError} 'incomplete': segments are missing; 'mixed-messages': not of one message;
 * 'conflicting-segments': two differ under one sequence number; 'truncated', 'malformed': the octets end early or
 * contradict themselves; 'invalid-type', 'invalid-value': a member of a message; 'unknown-option'
 * @see 3GPP TS 23.040 9.2.3.24, TS 23.038 4
 * @example
 * read(encode('Привет, мир'))
 * // { encoding: 'UCS-2', text: 'Привет, мир', elements: [], dataCoding: { octet: 8, encoding: 'UCS-2' }, protocolId: 0 }
 * @example
 * const second = encode('a'.repeat(160) + 'b')[1]
 * read(second, { partial: true }).missing // [1]
 * read(second, { partial: true }).parts // [{ sequence: 2, text: 'aaaaaaab' }]
 */
export function read(messages: Readable | readonly Readable[], options?: ReadOptions): Reading {
  const { segments, isPartial, faults } = collectSegments(messages, options)
  const reading = createReading(segments)
  if (isPartial) {
    reading.missing = listMissing(segments)
    reading.parts = listParts(segments)
  }
  if (faults !== undefined) reading.faults = faults
  return reading
}

function collectSegments(messages: unknown, options: ReadOptions | undefined): Segments {
  const { partial = false, lenient, anyLength } = checkOptions(options, CHECKS) as ReadOptions
  const faults: Fault[] | undefined = lenient ? [] : undefined
  const received = receiveAll(messages, faults, anyLength)
  const segments = assemble(messages, received)
  if (!partial) requireComplete(nameArgument(messages), messages, segments)
  if (faults === undefined) return { segments, isPartial: partial, faults }
  const ordered = orderOctets(segments, (segment, reason) => {
    faults.push({ message: received.indexOf(segment), offset: segment.start, reason })
  })
  faults.sort((one, other) => one.message - other.message || one.offset - other.offset)
  return { segments: ordered, isPartial: partial, faults }
}

function receiveAll(messages: unknown, faults: Fault[] | undefined, anyLength = false): Received[] {
  const refuse = (index: number) => (faults === undefined ? throwing : listing(faults, index))
  if (!isArray(messages)) return [receive('message', messages, refuse(0), anyLength)]
  const received: Received[] = []
  // By index, since a sparse array's own methods leave out its holes.
  for (let index = 0; index < messages.length; index++) {
    received.push(receive(`messages[${index}]`, messages[index], refuse(index), anyLength))
  }
  return received
}

/** The segments in order, each once. */
function assemble(messages: unknown, received: readonly Received[]): Received[] {
  const [first] = received
  if (first === undefined)
    throw new SeptetError('invalid-value', 'messages', messages, 'must have one message at least')
  const segments: Received[] = []
  for (const [index, segment] of received.entries()) {
    if (!isOfOneMessage(first, segment)) {
      const message = 'is not of the message of messages[0]'
      throw new SeptetError('mixed-messages', `messages[${index}]`, getMessage(messages, index), message)
    }
    place(messages, segments, index, segment)
  }
  // Without the holes where segments are missing.
  return segments.filter(() => true)
}

function place(messages: unknown, segments: Received[], index: number, segment: Received): void {
  const sequence = readSequence(segment)
  const earlier = segments[sequence - 1]
  if (earlier !== undefined && !isDuplicate(earlier, segment)) {
    const message = `differs from an earlier segment ${sequence}`
    throw new SeptetError('conflicting-segments', `messages[${index}]`, getMessage(messages, index), message)
  }
  segments[sequence - 1] ??= segment
}

function nameArgument(messages: unknown): string {
  return isArray(messages) ? 'messages' : 'message'
}

function getMessage(messages: unknown, index: number): unknown {
  return isArray(messages) ? messages[index] : messages
}
