// TS 23.040 9.2.3.24: user data headers and the fields of their elements, as octets and numbers.
import { start } from './text'

/**
 * Finds the elements of the header that `octets` begin with. The whole header must be there.
 *
 * @returns the octets of each element; or, where an element does not fit the header, its offset in `octets`
 */
export function scanHeader(octets: Uint8Array): Uint8Array[] | number {
  const { core, OCTETS, octets: memory } = start()
  const length = octets[0]!
  // A copy: a later change by the caller does not change the header that was checked.
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

/** The fields of an element, whose octets begin with its identifier; none where its data is not such numbers. */
export function readElement(element: Uint8Array): number[] {
  const { core, OCTETS, octets: memory, result } = start()
  memory.set(element)
  const fields: number[] = []
  for (let count = core.readElement(OCTETS), place = 0; place < count; place++) fields.push(result[place]!)
  return fields
}

/** The octets of an element of at most eight fields, without the bit map that a picture has after them. */
export function writeElement(id: number, fields: readonly number[]): Uint8Array {
  const { core, result, header, HEADER } = start()
  for (let place = 0; place < fields.length; place++) result[place] = fields[place]!
  return header.slice(0, core.writeElement(id, fields.length, HEADER))
}

/**
 * The header of segment `sequence` of `total`: its length octet, the elements, and a concatenation element with a reference of
 * so many bits, or none for 0. Empty where it has no element.
 */
export function writeHeader(
  elements: Uint8Array,
  referenceBits: 0 | 8 | 16,
  reference: number,
  total: number,
  sequence: number,
): Uint8Array {
  const { core, OCTETS, header, octets } = start()
  header.set(elements)
  core.writeHeader(OCTETS, elements.length, referenceBits, reference, total, sequence)
  return octets.slice(0, core.headerOctets(elements.length, referenceBits))
}
