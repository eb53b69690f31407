import { describe, isArray, nameTypedArray, requireAttached, requireString } from '../arguments'
import {
  copyOctets,
  type Encoded,
  encodeCut,
  encodeWhole,
  readLength,
  readUserDataLength,
  takeOctets,
} from '../core/encode'
import { SeptetError } from '../errors'
import { joinOctets } from '../octets'
import { cut } from '../text/cut'
import { writeShiftElements } from '../text/encoding'
import { createPlan, isPlainCut, isSentAsGiven, type Plan } from '../text/options'
import type { Pass } from '../text/passes/pass'
import { rewrite } from '../text/rewrite'
import type { ShortMessage, TextOptions } from '../types'
import { chooseDataCoding } from './data-coding'
import { createMessages } from './messages'
import { createSegmentsError, MOST_SEGMENTS } from './most-segments'
import { askReference } from './reference'

/**
 * Encodes a text as the octets of its segments, for a modem (packed) or SMPP (`packed: false`).
 *
 * The octets of a message are views of one ArrayBuffer of its own.
 *
 * @param text of any length; one that needs more than 255 segments is refused
 * @param options how the text is sent; see `TextOptions`
 * @returns one short message for each segment, in order; an empty text is one empty segment
 * @throws {SeptetError} 'too-many-segments': more than 255; 'invalid-type': text is not a string; and what the options'
 * checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, for a text that is not in it
 * @see 3GPP TS 23.040 9.2.3.24, TS 23.038 6.1.2.1
 * @example
 * encode('hellohello')[0]
 * // { userData: Uint8Array [ 0xe8, 0x32, 0x9b, 0xfd, 0x46, 0x97, 0xd9, 0xec, 0x37 ],
 * //   userDataLength: 10, hasHeader: false, dataCoding: 0, protocolId: 0, packed: true }
 */
export function encode(text: string, options?: TextOptions): ShortMessage[] {
  requireString('text', text)
  const plan = createPlan(options)
  const encoded = encodeText(text, plan)
  const { encoding, segments, hasHeader } = encoded
  return createMessages(takeOctets(encoded.octets), segments, readLength, readUserDataLength, {
    hasHeader,
    dataCoding: chooseDataCoding(encoding, plan),
    protocolId: plan.protocolId,
    packed: encoding === 'GSM-7' && plan.packed,
  })
}

/**
 * Encodes a text into octets of the caller, and allocates no others.
 *
 * @param text of any length; one that needs more than 255 segments is refused
 * @param target gets the user data of all segments, end to end
 * @param lengths gets the number of octets of each segment; a plain array grows as needed
 * @param options how the text is sent; see `TextOptions`
 * @returns the number of segments
 * @throws {SeptetError} 'buffer-too-small': `target` is too small, or `lengths` is a typed array that is too small; the
 * message has the size that is needed. 'invalid-type': `target` is no Uint8Array, or `lengths` cannot take the numbers.
 * And what `encode` throws
 * @see 3GPP TS 23.040 9.2.3.24, TS 23.038 6.1.2.1
 * @example
 * const target = new Uint8Array(140)
 * const lengths = new Uint8Array(1)
 * encodeInto('hellohello', target, lengths) // 1
 * toHex(target.subarray(0, lengths[0])) // 'E8329BFD4697D9EC37'
 */
export function encodeInto(
  text: string,
  target: Uint8Array,
  lengths: { readonly length: number; [segment: number]: number },
  options?: TextOptions,
): number {
  requireString('text', text)
  requireTarget(target)
  const view = requireLengths(lengths)
  const plan = createPlan(options)
  const { segments, octets, encoding } = encodeText(text, plan)
  // The data coding is not returned, but what `encode` refuses is refused here too: only the one of waiting messages.
  if (plan.messageWaiting !== undefined) chooseDataCoding(encoding, plan)
  // Not earlier: the caller's function for the reference may have transferred them.
  const room = requireAttached('target', target)
  if (room < octets) throw createRoomError('target', target, room, octets)
  const places = view && requireAttached('lengths', view)
  if (places !== undefined && places < segments) throw createRoomError('lengths', lengths, places, segments)
  copyOctets(target, octets)
  if (view) for (let segment = 0; segment < segments; segment++) lengths[segment] = readLength(segment)
  else writeLengths(lengths, segments)
  return segments
}

/** Unlike `requireOctets` it makes no view, so that nothing is allocated. @throws {SeptetError} 'invalid-type' */
function requireTarget(target: unknown): void {
  if (nameTypedArray(target) !== 'Uint8Array') {
    throw new SeptetError('invalid-type', 'target', target, `must be a Uint8Array, got ${describe(target)}`)
  }
}

/** Whether a typed array takes every number up to 160, which is the most octets of a segment. To search a list would take 7 ns. */
function takesLengths(typed: string): boolean {
  return typed !== 'Int8Array' && typed !== 'BigInt64Array' && typed !== 'BigUint64Array'
}

/**
 * Returns `lengths` where it is a typed array; undefined for a plain array, which grows as needed.
 *
 * @throws {SeptetError} 'invalid-type'
 */
function requireLengths(lengths: unknown): ArrayBufferView | undefined {
  const typed = nameTypedArray(lengths)
  if (typed !== undefined && takesLengths(typed)) return lengths as ArrayBufferView
  if (isArray(lengths)) return undefined
  const message = `must be an array, or a typed array of numbers up to 160, got ${describe(lengths)}`
  throw new SeptetError('invalid-type', 'lengths', lengths, message)
}

/** An array may run the caller's code, which may encode as well: all are read before the first is written. */
function writeLengths(lengths: { [segment: number]: number }, segments: number): void {
  const octets = Array.from({ length: segments }, (_, segment) => readLength(segment))
  try {
    for (const [segment, length] of octets.entries()) lengths[segment] = length
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new SeptetError('invalid-type', 'lengths', lengths, 'must take numbers: it is frozen')
  }
}

/** Rewrites, cuts and encodes a text. The octets are in the core until the next call. */
function encodeText(source: string, plan: Plan): Encoded {
  const { reference } = plan
  const sent = isSentAsGiven(plan) ? undefined : rewrite(source, plan)
  if (isPlainCut(plan) && typeof reference !== 'function') {
    const whole = encodeWhole(sent === undefined ? source : sent.text, plan, reference, MOST_SEGMENTS)
    if (whole !== undefined) return whole
  }
  return encodeCuts(sent ?? rewrite(source, plan), plan)
}

function encodeCuts(sent: Pass, plan: Plan): Encoded {
  const cuts = cut(sent, plan)
  const segments = cuts.ends.length
  if (segments > MOST_SEGMENTS) throw createSegmentsError('text', sent.source, segments)
  const { packed, referenceBits, elements } = plan
  const writing = { packed, referenceBits, elements: joinOctets([elements, writeShiftElements(cuts.coding)]) }
  return encodeCut(sent.text, cuts.coding, cuts, writing, askReference(plan, segments))
}

function createRoomError(argument: string, value: unknown, length: number, needed: number): SeptetError {
  return new SeptetError('buffer-too-small', argument, value, `has room for ${length}; ${needed} are needed`)
}
