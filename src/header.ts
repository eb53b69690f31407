import { requireOctets } from './arguments'
import { type Engine, start } from './engine'
import { SeptetError } from './errors'
import type { InformationElement } from './types'

/** Identifiers of TS 23.040 9.2.3.24, and the octets of data that each has. */
const CONCAT_8 = { id: 0x00, length: 3 }
const CONCAT_16 = { id: 0x08, length: 4 }

/** The most octets that can stand behind the length octet of a header: a TP-UD has 140. */
const MOST = 139

/**
 * Reads a user data header, its length octet first. Nothing is lost: order and repeats are kept, and what has no type of
 * its own, or not the length that its type asks for, is `unknown` with its octets.
 *
 * The rules that a receiver applies to a header are those of `read`.
 *
 * @throws {SeptetError} 'invalid-type': not octets; 'truncated': shorter than the length octet says; 'malformed': longer,
 * or an element does not fit. With the offset
 * @see 3GPP TS 23.040 9.2.3.24
 * @example
 * decodeHeader(Uint8Array.of(5, 0, 3, 218, 2, 1))
 * // [{ type: 'concat', bits: 8, reference: 218, total: 2, sequence: 1 }]
 */
export function decodeHeader(octets: Uint8Array): InformationElement[] {
  requireOctets('octets', octets)
  const end = headerEnd('octets', octets)
  if (octets.length > end) {
    throw new SeptetError('malformed', 'octets', octets, `${octets.length - end} octets stand behind the header`, end)
  }
  const elements = elementsOf(start(), octets)
  if (typeof elements !== 'number') return elements
  throw new SeptetError(
    'malformed',
    'octets',
    octets,
    `the element at offset ${elements} does not fit the header`,
    elements,
  )
}

/** Where the header that `octets` begin with ends. @throws {SeptetError} 'truncated', 'malformed' */
export function headerEnd(argument: string, octets: Uint8Array): number {
  const length = octets[0]
  if (length === undefined) throw new SeptetError('truncated', argument, octets, 'has no octet, and so no header', 0)
  if (length > MOST)
    throw new SeptetError('malformed', argument, octets, `announces ${length} octets of header; ${MOST} is the most`, 0)
  if (octets.length > length) return 1 + length
  const message = `announces ${length} octets of header, and ${octets.length - 1} are there`
  throw new SeptetError('truncated', argument, octets, message, octets.length)
}

/** The elements of the header that `octets` begin with; or the offset of one that does not fit. */
export function elementsOf(
  { core, OCTETS, octets: memory, header: offsets }: Engine,
  octets: Uint8Array,
): InformationElement[] | number {
  const length = octets[0]!
  memory.set(octets.subarray(0, 1 + length))
  const found = core.scanHeader(OCTETS + 1, length)
  if (found < 0) return -found
  return Array.from(offsets.subarray(0, found), (offset) => {
    const at = 1 + offset
    return elementOf(octets[at]!, octets.slice(at + 2, at + 2 + octets[at + 1]!))
  })
}

function elementOf(id: number, data: Uint8Array): InformationElement {
  if (id === CONCAT_8.id && data.length === CONCAT_8.length) return concat(8, data[0]!, data)
  if (id === CONCAT_16.id && data.length === CONCAT_16.length) return concat(16, (data[0]! << 8) | data[1]!, data)
  return { type: 'unknown', id, data }
}

/** The total and the sequence number are the last two octets of either form. */
function concat(bits: 8 | 16, reference: number, data: Uint8Array): InformationElement {
  return { type: 'concat', bits, reference, total: data.at(-2)!, sequence: data.at(-1)! }
}
