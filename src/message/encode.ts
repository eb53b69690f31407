import { requireList, requireOctets, requireString } from '../arguments'
import { type Engine, FOREIGN, start } from '../core/text'
import { copyIn } from '../core/window'
import { SeptetError } from '../errors'
import { cut } from '../text/cut'
import { writeShifts } from '../text/encoding'
import { unencodable } from '../text/foreign-characters'
import { countSent } from '../text/measure'
import { type Plan, planOf } from '../text/options'
import { rewrite } from '../text/rewrite'
import type { ShortMessage, TextOptions } from '../types'
import { textDataCoding } from './data-coding'
import { MOST_SEGMENTS, tooManySegments } from './most-segments'

/** A message that stands encoded in the core. */
interface Encoded {
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly segments: number
  /** Octets of information elements beside the concatenation. */
  readonly elements: number
  /** Octets of all segments. */
  readonly octets: number
}

/**
 * Encodes a text as the octets of its segments, for a modem (packed) or SMPP (`packed: false`).
 *
 * The octets of a message are views of one ArrayBuffer of its own.
 *
 * @throws {SeptetError} 'too-many-segments': more than 255; 'invalid-type': text is not a string; and what the options'
 * checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, for a text that is not
 * @see 3GPP TS 23.040 9.2.3.24, TS 23.038 6.1.2.1
 * @example
 * encode('hellohello')[0]
 * // { userData: Uint8Array [ 0xe8, 0x32, 0x9b, 0xfd, 0x46, 0x97, 0xd9, 0xec, 0x37 ],
 * //   userDataLength: 10, hasHeader: false, dataCoding: 0, protocolId: 0, packed: true }
 */
export function encode(text: string, options?: TextOptions): ShortMessage[] {
  requireString('text', text)
  const engine = start()
  const plan = planOf(options)
  const encoded = encodeInCore(engine, text, plan)
  // A copy in one step: memory that is written at once need not be cleared before.
  return messagesOf(engine, new Uint8Array(octetsView(engine, encoded.octets)), encoded, plan)
}

/**
 * Encodes a text into `target`: the user data of all segments end to end, and in `lengths` the octets of each; a plain
 * array grows as it must. Allocates nothing else. Answers the number of segments.
 *
 * @throws {SeptetError} 'buffer-too-small': `target`, or a typed array as `lengths`, is; the message says the size that is
 * needed. 'invalid-type': they take no numbers. What `encode` throws
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
  requireOctets('target', target)
  requireLengths(lengths)
  const engine = start()
  const plan = planOf(options)
  const { segments, octets, encoding } = encodeInCore(engine, text, plan)
  // Nobody is told the octet; what encode refuses is refused.
  dataCodingOf(encoding, plan)
  if (target.length < octets) throw tooSmall('target', target, target.length, octets)
  if (lengths.length < segments && ArrayBuffer.isView(lengths))
    throw tooSmall('lengths', lengths, lengths.length, segments)
  target.set(octetsView(engine, octets))
  writeLengths(engine, lengths, segments)
  return segments
}

/** A segment has up to 160 octets: 127, the most of an Int8Array, are too few. @throws {SeptetError} 'invalid-type' */
function requireLengths(lengths: unknown): void {
  requireList('lengths', lengths)
  if (!(lengths instanceof Int8Array)) return
  throw new SeptetError('invalid-type', 'lengths', lengths, 'must take numbers up to 160, and an Int8Array does not')
}

function writeLengths(engine: Engine, lengths: { [segment: number]: number }, segments: number): void {
  try {
    for (let segment = 0; segment < segments; segment++) lengths[segment] = engine.lengths[2 * segment]!
  } catch {
    throw new SeptetError('invalid-type', 'lengths', lengths, 'must take numbers: it is frozen, or holds BigInts')
  }
}

/** Copies a text in, cuts and encodes it: afterwards `engine.octets` and `engine.lengths` hold the message. */
function encodeInCore(engine: Engine, source: string, plan: Plan): Encoded {
  if (!plan.isFilled) return encodeCut(engine, source, plan)
  const sent = rewrite(source, plan)
  const { text } = sent
  const { core, TEXT, WINDOW } = engine
  const { gsm7, ucs2, referenceBits, reference } = plan
  // A text that does not fit the window has more than 255 segments, whatever it holds.
  if (text.length > WINDOW) throw tooManySegments('text', source, countSent(engine, text, plan, sent).segments)
  const length = copyIn(engine, text, 0, text.length)
  let encoding: 'GSM-7' | 'UCS-2' = 'GSM-7'
  let segments = plan.encoding === 'UCS-2' ? FOREIGN : core.segmentGsm7(TEXT, length, gsm7.single, gsm7.multi)
  if (segments === FOREIGN) {
    if (plan.encoding === 'GSM-7') throw unencodable(engine, source, sent)
    encoding = 'UCS-2'
    segments = core.segmentUcs2(TEXT, length, ucs2.single, ucs2.multi)
  }
  if (segments > MOST_SEGMENTS) throw tooManySegments('text', source, segments)
  const octets =
    encoding === 'GSM-7'
      ? core.encodeGsm7(TEXT, segments, 0, referenceBits, reference, plan.packed ? 1 : 0, 0)
      : core.encodeUcs2(TEXT, segments, 0, referenceBits, reference)
  return { encoding, segments, elements: 0, octets }
}

/** The same where a segment may end before it is full, or carry elements of its own. */
function encodeCut(engine: Engine, source: string, plan: Plan): Encoded {
  const sent = rewrite(source, plan)
  const { coding, ends, units } = cut(sent.text, plan, sent)
  const segments = ends.length
  if (segments > MOST_SEGMENTS) throw tooManySegments('text', source, segments)
  const { core, TEXT, cuts } = engine
  const { encoding, locking, single } = coding
  const { referenceBits, reference } = plan
  copyIn(engine, sent.text, 0, ends[segments - 1]!)
  for (let segment = 0; segment < segments; segment++) {
    cuts[2 * segment] = ends[segment]!
    cuts[2 * segment + 1] = units[segment]!
  }
  if (encoding === 'UCS-2') {
    return { encoding, segments, elements: 0, octets: core.encodeUcs2(TEXT, segments, 0, referenceBits, reference) }
  }
  const elements = writeShifts(engine, coding)
  if (elements > 0) core.selectTables(locking, single)
  const packed = plan.packed ? 1 : 0
  const octets = core.encodeGsm7(TEXT, segments, elements, referenceBits, reference, packed, elements > 0 ? 1 : 0)
  return { encoding, segments, elements, octets }
}

function messagesOf(
  engine: Engine,
  octets: Uint8Array,
  { encoding, segments, elements }: Encoded,
  plan: Plan,
): ShortMessage[] {
  const packed = encoding === 'GSM-7' && plan.packed
  const dataCoding = dataCodingOf(encoding, plan)
  const messages: ShortMessage[] = []
  let at = 0
  for (let segment = 0; segment < segments; segment++) {
    const end = at + engine.lengths[2 * segment]!
    messages.push({
      userData: segments === 1 ? octets : octets.subarray(at, end),
      userDataLength: engine.lengths[2 * segment + 1]!,
      hasHeader: segments > 1 || elements > 0,
      dataCoding,
      protocolId: plan.protocolId,
      packed,
    })
    at = end
  }
  return messages
}

/** @throws {SeptetError} 'conflicting-options': message waiting that is not stored, in UCS-2 */
export function dataCodingOf(encoding: 'GSM-7' | 'UCS-2', plan: Plan): number {
  const octet = textDataCoding(encoding, plan)
  if (octet !== undefined) return octet
  const message = 'is false, and the text is UCS-2, which is always stored'
  throw new SeptetError('conflicting-options', 'options.messageWaiting.store', false, message)
}

function tooSmall(argument: string, value: unknown, length: number, needed: number): SeptetError {
  return new SeptetError('buffer-too-small', argument, value, `has room for ${length}; ${needed} are needed`)
}

/** Views of the core's octets by their length: to make one costs 30 ns, a quarter of the encoding of a full segment (Node 20). */
const views: Uint8Array[] = []
let viewed: Engine | undefined

function octetsView(engine: Engine, length: number): Uint8Array {
  if (viewed !== engine) {
    viewed = engine
    views.length = 0
  }
  if (length > 160) return engine.octets.subarray(0, length)
  views[length] ??= engine.octets.subarray(0, length)
  return views[length]
}
