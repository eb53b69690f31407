import { isArray, requireArray, requireOctets } from '../arguments'
import { USER_DATA } from '../core/capacity'
import { scanHeader } from '../core/header'
import { SeptetError } from '../errors'
import { joinOctets } from '../octets'
import type { InformationElement } from '../types/information-elements'
import { decodeElement, encodeElement } from './elements'
import { type Refuse, throwing } from './refuse'

/** The most octets after the length octet of a header. */
const MOST = USER_DATA - 1

/**
 * Writes a user data header: its length octet, then the elements in their order.
 *
 * @param elements an empty list is a header of one octet, 00
 * @returns 1 to 140 octets
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a member of an element is not what its type asks for, or the
 * header is longer than 140 octets
 * @see 3GPP TS 23.040 9.2.3.24
 * @example
 * encodeHeader([{ type: 'ports', bits: 16, destination: 2948, source: 9200 }])
 * // Uint8Array [ 6, 5, 4, 0x0b, 0x84, 0x23, 0xf0 ]
 */
export function encodeHeader(elements: readonly InformationElement[]): Uint8Array {
  return encodeHeaderAs('elements', elements)
}

/** The same for an argument of any name. @throws {SeptetError} */
export function encodeHeaderAs(argument: string, elements: unknown): Uint8Array {
  const list = requireArray(argument, elements)
  const written: Uint8Array[] = []
  let length = 0
  // By index: an array's own methods leave out its holes, and it may have billions.
  for (let index = 0; index < list.length; index++) {
    const element = list[index]
    const octets = encodeElement(`${argument}[${index}]`, element)
    length += octets.length
    if (length > MOST) {
      const message = `takes the header to ${1 + length} octets; ${1 + MOST} is the most`
      throw new SeptetError('invalid-value', `${argument}[${index}]`, element, message)
    }
    written.push(octets)
  }
  return joinOctets([Uint8Array.of(length), ...written])
}

/** The elements of a header, end to end: a list of them, or octets with the length octet first. @throws {SeptetError} */
export function requireElements(argument: string, header: unknown): Uint8Array {
  if (isArray(header)) return encodeHeaderAs(argument, header).subarray(1)
  // A copy: a later change by the caller does not change the header that was checked.
  const octets = Uint8Array.from(requireOctets(argument, header, 'an array of elements or a Uint8Array'))
  splitHeader(argument, octets)
  return octets.subarray(1)
}

/**
 * Reads a user data header, its length octet first. Nothing is lost: order and repeats are kept. An element without a
 * type of its own is `unknown`, with its octets. So is one whose type cannot keep every bit.
 *
 * The rules that a receiver applies to a header are those of `read`.
 *
 * @param octets a whole header, 1 to 140 octets
 * @returns its elements, in their order
 * @throws {SeptetError} 'invalid-type': not octets; 'truncated': shorter than the length octet says; 'malformed':
 * longer than that, or longer than any user data, or an element does not fit. With the offset
 * @see 3GPP TS 23.040 9.2.3.24
 * @example
 * decodeHeader(Uint8Array.of(5, 0, 3, 218, 2, 1))
 * // [{ type: 'concat', bits: 8, reference: 218, total: 2, sequence: 1 }]
 */
export function decodeHeader(octets: Uint8Array): InformationElement[] {
  return decodeHeaderAs('octets', octets)
}

/** The same for an argument of any name. @throws {SeptetError} */
export function decodeHeaderAs(argument: string, value: unknown): InformationElement[] {
  return splitHeader(argument, requireOctets(argument, value)).map(decodeElement)
}

/** The octets of each element of a header. @throws {SeptetError} 'truncated', 'malformed' */
function splitHeader(argument: string, octets: Uint8Array): Uint8Array[] {
  const end = findHeaderEnd(argument, octets)
  if (octets.length > end) {
    throw new SeptetError('malformed', argument, octets, `${octets.length - end} octets follow the header`, end)
  }
  const elements = scanHeader(octets)
  if (typeof elements !== 'number') return elements
  throw new SeptetError('malformed', argument, octets, 'has an element that does not fit the header', elements)
}

/**
 * Where the header that `octets` begin with ends. 0 where there is none and `refuse` returns.
 *
 * @throws {SeptetError} 'truncated', 'malformed'
 */
export function findHeaderEnd(argument: string, octets: Uint8Array, refuse: Refuse = throwing): number {
  const length = octets[0]
  if (length === undefined) {
    refuse('truncated', argument, octets, 'has no octet, and so no header', 0)
    return 0
  }
  if (length > MOST) {
    refuse('malformed', argument, octets, `announces ${length} octets of header; ${MOST} is the most`, 0)
    return 0
  }
  if (octets.length > length) return 1 + length
  const reason = `announces a header of ${length} octets, and has ${octets.length - 1}`
  refuse('truncated', argument, octets, reason, octets.length)
  return 0
}
