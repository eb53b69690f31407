import type { ShortMessage, TextOptions } from '../../src/types'
import { headerOctets } from './capacity'
import { septetsOf } from './classify'
import { writeDataCoding } from './data-coding'
import { writeHeader } from './header'
import { fillBitsAfter, pack } from './packing'
import { segment } from './segment'

/** A text as the network takes it, one message a segment. */
export function encode(source: string, options: TextOptions = {}): ShortMessage[] {
  const { protocolId = 0 } = options
  const { encoding, parts } = segment(source, options)
  const messageClass = options.flash ? 0 : options.messageClass
  const dataCoding = writeDataCoding(encoding, messageClass, options.packed ?? true)
  const packed = encoding === 'GSM-7' && (options.packed ?? true)
  return parts.map((part, index) => {
    const header = parts.length === 1 ? [] : headerOf(index + 1, parts.length, options)
    const body = encoding === 'UCS-2' ? ucs2(part.text) : packed ? septetOctets(part.text, header) : septets(part.text)
    const userData = Uint8Array.from([...header, ...body])
    const userDataLength = packed ? Math.ceil((8 * header.length) / 7) + part.units : userData.length
    return { userData, userDataLength, hasHeader: header.length > 0, dataCoding, protocolId, packed }
  })
}

/** The messages' user data end to end, and the octets of each: what `encodeInto` leaves behind. */
export function encodeFlat(source: string, options: TextOptions = {}): { octets: number[]; lengths: number[] } {
  const messages = encode(source, options)
  return {
    octets: messages.flatMap((message) => [...message.userData]),
    lengths: messages.map((message) => message.userData.length),
  }
}

function headerOf(sequence: number, total: number, options: TextOptions): number[] {
  const { reference = 0, referenceBits: bits = 8 } = options
  const header = writeHeader({ type: 'concat', bits, reference, total, sequence })
  if (header.length !== headerOctets(bits)) throw new Error('the header has another size than the capacity allows for')
  return header
}

function septets(text: string): number[] {
  return [...text].flatMap((character) => septetsOf(character)!)
}

function septetOctets(text: string, header: number[]): Uint8Array {
  return pack(septets(text), fillBitsAfter(header.length))
}

/** TS 23.038 6.2.3: each 16-bit unit, its upper octet first. */
function ucs2(text: string): number[] {
  const octets: number[] = []
  for (let index = 0; index < text.length; index++) {
    octets.push(text.charCodeAt(index) >> 8, text.charCodeAt(index) & 0xff)
  }
  return octets
}
