// TS 23.038 6.1.2: packs septets into octets, the lowest bit first. The core packs whole texts. Here are other septets:
// those of USSD and cell broadcast, and those that arrived unpacked.
import { decode, encode, type TextOptions } from 'septet'
import { joinOctets } from '../../octets'

/** How many octets `fillBits` and `count` septets take. */
function countOctets(count: number, fillBits: number): number {
  return Math.ceil((fillBits + 7 * count) / 8)
}

/** Packs septets after `fillBits` zero bits. Bits that are left in the last octet are zero. */
export function pack(septets: ArrayLike<number>, fillBits = 0): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(countOctets(septets.length, fillBits))
  for (let index = 0, bit = fillBits; index < septets.length; index++, bit += 7) {
    const shifted = septets[index]! << (bit & 7)
    octets[bit >> 3]! |= shifted
    if (shifted > 0xff) octets[(bit >> 3) + 1]! |= shifted >> 8
  }
  return octets
}

/** Unpacks `count` septets after `fillBits`. The octets must be long enough. */
export function unpack(octets: Uint8Array, count: number, fillBits = 0): Uint8Array<ArrayBuffer> {
  const septets = new Uint8Array(count)
  for (let index = 0, bit = fillBits; index < count; index++, bit += 7) {
    const two = octets[bit >> 3]! | ((octets[(bit >> 3) + 1] ?? 0) << 8)
    septets[index] = (two >> (bit & 7)) & 0x7f
  }
  return septets
}

/** How many bits are between a header of `header` octets and the first septet (TS 23.040 9.2.3.24). */
export function countFillBits(header: number): number {
  return (7 - ((8 * header) % 7)) % 7
}

const ESCAPE = 0x1b

/** Encodes a text as units, one septet an octet or 16-bit units, without any header. @throws {SeptetError} what `encode` throws */
export function encodeUnits(text: string, options: TextOptions): { isUcs2: boolean; octets: Uint8Array } {
  const segments = encode(text, { ...options, packed: false })
  const bodies = segments.map(({ userData, hasHeader }) => (hasHeader ? userData.subarray(1 + userData[0]!) : userData))
  return { isUcs2: segments[0]!.dataCoding === UCS2, octets: joinOctets(bodies) }
}

/** TP-DCS for the two functions below. */
const GSM7 = 0x00
const UCS2 = 0x08

/** The most octets of one unpacked message, and of one UCS-2 message. */
const MOST_SEPTETS = 160
const MOST_OCTETS = 140

/** Decodes septets, one an octet. `header` chooses the tables. */
export function decodeSeptets(septets: Uint8Array, header: Uint8Array = new Uint8Array()): string {
  let text = ''
  for (let from = 0, end: number; from < septets.length; from = end) {
    end = Math.min(from + MOST_SEPTETS - header.length, septets.length)
    // An escape pair is not cut.
    if (end < septets.length && countEscapes(septets, from, end) % 2 === 1) end--
    const userData = Uint8Array.of(...header, ...septets.subarray(from, end))
    text += decode({ userData, hasHeader: header.length > 0, dataCoding: GSM7, packed: false })
  }
  return text
}

/** How many escapes come directly before `end`. After an odd number, the next septet belongs to the last of them. */
export function countEscapes(septets: Uint8Array, from: number, end: number): number {
  let at = end
  while (at > from && septets[at - 1] === ESCAPE) at--
  return end - at
}

/** Decodes 16-bit units. @throws {SeptetError} 'truncated': half a unit */
export function decodeUcs2(octets: Uint8Array): string {
  let text = ''
  for (let from = 0; from < octets.length; from += MOST_OCTETS) {
    const userData = octets.subarray(from, from + MOST_OCTETS)
    text += decode({ userData, hasHeader: false, dataCoding: UCS2 })
  }
  return text
}
