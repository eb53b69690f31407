// TS 23.040 9.2.3.24: a text as the user data of its segments, end to end. The octets stay in the core until the next call of any
// function. `takeOctets`, `copyOctets`, `readLength` and `readUserDataLength` read them there, so that none is copied twice.
import { CHECKSUM, FOREIGN } from '../../assembly/abi'
import type { Room } from './capacity'
import type { Carriage, Ends } from './cut'
import { type Engine, start } from './text'
import { copyIn } from './window'

/** How segments are written. */
interface Writing {
  readonly referenceBits: 8 | 16
  /** What each segment has before its concatenation element. */
  readonly elements: Uint8Array
  readonly packed: boolean
}

/** What is in the core now. */
export interface Encoded {
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly segments: number
  /** Octets of all segments. */
  readonly octets: number
  /** Whether each segment begins with a user data header. */
  readonly hasHeader: boolean
}

/**
 * Encodes a text, cut where a segment is full. Where `reference` is undefined, it is a checksum of what the segments
 * carry.
 *
 * @returns undefined where GSM-7 is asked for and does not have every character, or the segments are more than `most`
 */
export function encodeWhole(
  text: string,
  plan: Room & Writing,
  reference: number | undefined,
  most: number,
): Encoded | undefined {
  const engine = start()
  const { core, TEXT, WINDOW, header } = engine
  // Such a text has more segments than 255.
  if (text.length > WINDOW) return undefined
  const { gsm7, ucs2, referenceBits, elements } = plan
  const length = copyIn(engine, text, 0, text.length)
  let encoding: 'GSM-7' | 'UCS-2' = 'GSM-7'
  let segments = plan.encoding === 'UCS-2' ? FOREIGN : core.segmentGsm7(TEXT, length, gsm7.single, gsm7.multi)
  if (segments === FOREIGN) {
    if (plan.encoding === 'GSM-7') return undefined
    encoding = 'UCS-2'
    segments = core.segmentUcs2(TEXT, length, ucs2.single, ucs2.multi)
  }
  if (segments > most) return undefined
  const own = elements.length
  if (own > 0) header.set(elements)
  const number = reference ?? CHECKSUM
  const octets =
    encoding === 'GSM-7'
      ? core.encodeGsm7(TEXT, segments, own, referenceBits, number, plan.packed ? 1 : 0, 0)
      : core.encodeUcs2(TEXT, segments, own, referenceBits, number)
  return { encoding, segments, octets, hasHeader: segments > 1 || own > 0 }
}

/** Encodes a text that is cut at `ends`, into at most 255 segments. */
export function encodeCut(
  text: string,
  { encoding, locking, single }: Carriage,
  { ends, units }: Ends,
  { referenceBits, elements, packed }: Writing,
  reference: number = CHECKSUM,
): Encoded {
  const engine = start()
  const { core, TEXT, cuts, header } = engine
  const segments = ends.length
  copyIn(engine, text, 0, ends[segments - 1]!)
  for (let segment = 0; segment < segments; segment++) {
    cuts[2 * segment] = ends[segment]!
    cuts[2 * segment + 1] = units[segment]!
  }
  header.set(elements)
  const hasHeader = segments > 1 || elements.length > 0
  if (encoding === 'UCS-2') {
    const octets = core.encodeUcs2(TEXT, segments, elements.length, referenceBits, reference)
    return { encoding, segments, octets, hasHeader }
  }
  const isNational = locking !== 0 || single !== 0
  if (isNational) core.selectTables(locking, single)
  const isPacked = packed ? 1 : 0
  const national = isNational ? 1 : 0
  const octets = core.encodeGsm7(TEXT, segments, elements.length, referenceBits, reference, isPacked, national)
  return { encoding, segments, octets, hasHeader }
}

/** The first `length` octets that were encoded, in an array of their own. */
export function takeOctets(length: number): Uint8Array {
  return new Uint8Array(viewOctets(start(), length))
}

/** Copies the first `length` octets that were encoded to `target`. */
export function copyOctets(target: Uint8Array, length: number): void {
  // The `set` of Uint8Array itself: a subclass may have another one.
  Uint8Array.prototype.set.call(target, viewOctets(start(), length))
}

/** Octets of a segment that was encoded; the first is 0. */
export function readLength(segment: number): number {
  return start().lengths[2 * segment]!
}

/** TP-UDL of a segment that was encoded; the first is 0. */
export function readUserDataLength(segment: number): number {
  return start().lengths[2 * segment + 1]!
}

/** Views of the core's octets by their length. To make one takes 30 ns, a quarter of what it takes to encode a full segment (Node 20). */
const views: Uint8Array[] = []
let viewed: Engine | undefined

function viewOctets(engine: Engine, length: number): Uint8Array {
  if (viewed !== engine) {
    viewed = engine
    views.length = 0
  }
  if (length > 160) return engine.octets.subarray(0, length)
  views[length] ??= engine.octets.subarray(0, length)
  return views[length]
}
