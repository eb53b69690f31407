import { requireArray, requireOctets } from '../arguments'
import { type Engine, start } from '../core/text'
import { SeptetError } from '../errors'
import { joined } from '../octets'
import type { InformationElement } from '../types/information-elements'
import { elementOf, octetsOf } from './elements'

/** The most octets that can stand behind the length octet of a header: a TP-UD has 140. */
const MOST = 139

/**
 * Writes a user data header: its length octet, then the elements as they come. No element at all is the one octet 00.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a member of an element is not what its type asks for, or the
 * header is longer than 140 octets
 * @see 3GPP TS 23.040 9.2.3.24
 * @example
 * encodeHeader([{ type: 'ports', bits: 16, destination: 2948, source: 9200 }])
 * // Uint8Array [ 6, 5, 4, 0x0b, 0x84, 0x23, 0xf0 ]
 */
export function encodeHeader(elements: readonly InformationElement[]): Uint8Array {
  return headerOf('elements', elements)
}

/** The same, of an argument of any name. @throws {SeptetError} */
export function headerOf(argument: string, elements: unknown): Uint8Array {
  const list = requireArray(argument, elements)
  const written: Uint8Array[] = []
  let length = 0
  // By index: an array's own methods leave out its holes, and it may have billions.
  for (let index = 0; index < list.length; index++) {
    const element = list[index]
    const octets = octetsOf(`${argument}[${index}]`, element)
    length += octets.length
    if (length > MOST) {
      const message = `takes the header to ${1 + length} octets; ${1 + MOST} is the most`
      throw new SeptetError('invalid-value', `${argument}[${index}]`, element, message)
    }
    written.push(octets)
  }
  return joined([Uint8Array.of(length), ...written])
}

/**
 * Reads a user data header, its length octet first. Nothing is lost: order and repeats are kept, and what has no type of
 * its own, or what its type could not give back bit for bit, is `unknown` with its octets.
 *
 * The rules that a receiver applies to a header are those of `read`.
 *
 * @throws {SeptetError} 'invalid-type': not octets; 'truncated': shorter than the length octet says; 'malformed': longer,
 * or longer than any user data, or an element does not fit. With the offset
 * @see 3GPP TS 23.040 9.2.3.24
 * @example
 * decodeHeader(Uint8Array.of(5, 0, 3, 218, 2, 1))
 * // [{ type: 'concat', bits: 8, reference: 218, total: 2, sequence: 1 }]
 */
export function decodeHeader(octets: Uint8Array): InformationElement[] {
  return elementsOfHeader('octets', octets)
}

/** The same, of an argument of any name. @throws {SeptetError} */
export function elementsOfHeader(argument: string, value: unknown): InformationElement[] {
  const octets = requireOctets(argument, value)
  const end = headerEnd(argument, octets)
  if (octets.length > end) {
    throw new SeptetError('malformed', argument, octets, `${octets.length - end} octets stand behind the header`, end)
  }
  const elements = elementsOf(start(), octets)
  if (typeof elements !== 'number') return elements
  throw new SeptetError('malformed', argument, octets, 'has an element that does not fit the header', elements)
}

/** Where the header that `octets` begin with ends. @throws {SeptetError} 'truncated', 'malformed' */
export function headerEnd(argument: string, octets: Uint8Array): number {
  const length = octets[0]
  if (length === undefined) throw new SeptetError('truncated', argument, octets, 'has no octet, and so no header', 0)
  if (length > MOST) {
    throw new SeptetError('malformed', argument, octets, `announces ${length} octets of header; ${MOST} is the most`, 0)
  }
  if (octets.length > length) return 1 + length
  const message = `is to hold a header of ${length} octets, and holds ${octets.length - 1}`
  throw new SeptetError('truncated', argument, octets, message, octets.length)
}

/** The elements of the header that `octets` begin with; or the offset of one that does not fit. */
function elementsOf(engine: Engine, octets: Uint8Array): InformationElement[] | number {
  const scanned = scan(engine, octets)
  return typeof scanned === 'number' ? scanned : scanned.map((element) => elementOf(engine, element))
}

/** The octets of each, out of a header that stands at the core's OCTETS now; or the offset of one that does not fit. */
export function scan(engine: Engine, octets: Uint8Array): Uint8Array[] | number {
  const { core, OCTETS, octets: memory } = engine
  const length = octets[0]!
  // Read once: what the caller changes later changes no header that was checked.
  const header = octets.slice(0, 1 + length)
  memory.set(header)
  const found = core.scanHeader(OCTETS + 1, length)
  if (found < 0) return -found
  const elements: Uint8Array[] = []
  for (let at = 1; elements.length < found; at += 2 + header[at + 1]!) {
    elements.push(header.subarray(at, at + 2 + header[at + 1]!))
  }
  return elements
}
