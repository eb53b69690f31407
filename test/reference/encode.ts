import type { Shifts, ShortMessage, TextOptions } from '../../src/types'
import { checksum } from './checksum'
import { septetsIn } from './coding'
import { writeDataCoding } from './data-coding'
import { ownElements, writeHeader } from './header'
import { idOf } from './languages'
import { fillBitsAfter, pack } from './packing'
import { segment } from './segment'

/** A text as the network takes it, one message a segment. */
export function encode(source: string, options: TextOptions = {}): ShortMessage[] {
  const { protocolId = 0 } = options
  const { encoding, parts, shifts = {} } = segment(source, options)
  const messageClass = options.flash ? 0 : options.messageClass
  const dataCoding = writeDataCoding(encoding, messageClass, options.packed ?? true)
  const packed = encoding === 'GSM-7' && (options.packed ?? true)
  const bits = options.referenceBits ?? 8
  const bodies = parts.map(({ text }) => {
    const { length } = headerOf(0, 1, parts.length, shifts, options)
    return [...(encoding === 'UCS-2' ? ucs2(text) : septetOctets(text, shifts, length, packed))]
  })
  const given = typeof options.reference === 'function' ? options.reference() : options.reference
  const reference = given ?? checksum(bodies.flat(), bits)
  return parts.map((part, index) => {
    const header = headerOf(reference, index + 1, parts.length, shifts, options)
    const body = bodies[index]!
    const userData = Uint8Array.from([...header, ...body])
    const userDataLength = packed ? Math.ceil((8 * header.length) / 7) + part.units : userData.length
    return { userData, userDataLength, hasHeader: header.length > 0, dataCoding, protocolId, packed }
  })
}

/** The messages' user data end to end, and the octets of each: what `encodeInto` writes. */
export function encodeFlat(source: string, options: TextOptions = {}): { octets: number[]; lengths: number[] } {
  const messages = encode(source, options)
  return {
    octets: messages.flatMap((message) => [...message.userData]),
    lengths: messages.map((message) => message.userData.length),
  }
}

/** The tables are named in every segment, and in a lone one too (TS 23.040 9.2.3.24.15, .16). */
function headerOf(
  reference: number,
  sequence: number,
  total: number,
  { single, locking }: Shifts,
  options: TextOptions,
): number[] {
  const { referenceBits: bits = 8 } = options
  const elements = [
    ...ownElements(options),
    ...(single ? [0x24, 1, idOf(single)] : []),
    ...(locking ? [0x25, 1, idOf(locking)] : []),
    ...(total > 1 ? writeHeader({ type: 'concat', bits, reference, total, sequence }).slice(1) : []),
  ]
  return elements.length === 0 ? [] : [elements.length, ...elements]
}

function septetOctets(text: string, { single, locking }: Shifts, header: number, packed: boolean): Iterable<number> {
  const table = septetsIn({ single: single ? idOf(single) : 0, locking: locking ? idOf(locking) : 0 })
  const septets = [...text].flatMap((character) => table.get(character)!)
  return packed ? pack(septets, fillBitsAfter(header)) : septets
}

/** TS 23.038 6.2.3: each 16-bit unit, its upper octet first. */
function ucs2(text: string): number[] {
  const octets: number[] = []
  for (let index = 0; index < text.length; index++) {
    octets.push(text.charCodeAt(index) >> 8, text.charCodeAt(index) & 0xff)
  }
  return octets
}
