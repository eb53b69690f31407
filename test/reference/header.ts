import type { InformationElement, TextOptions } from '../../src/types'
import { readElement } from './elements'

/** Of these the last one counts (TS 23.040 9.2.3.24). */
const ONCE = new Set(['ports', 'smscControl', 'rfc822', 'replyAddress', 'singleShift', 'lockingShift'])

type Concatenation = Extract<InformationElement, { type: 'concat' }>

/** The user data header of one segment: UDHL, then element 00 or 08 (TS 23.040 9.2.3.24.1, .8). */
export function writeHeader({ bits, reference, total, sequence }: Concatenation): number[] {
  if (bits === 8) return [0x05, 0x00, 0x03, reference, total, sequence]
  return [0x06, 0x08, 0x04, reference >> 8, reference & 0xff, total, sequence]
}

/** The elements of the option `header` as octets: ports, and those that are octets already. */
export function ownElements({ header = [] }: TextOptions): number[] {
  if (header instanceof Uint8Array) return [...header.subarray(1)]
  return header.flatMap((element) => {
    if (element.type === 'unknown') return [element.id, element.data.length, ...element.data]
    if (element.type !== 'ports') throw new Error('not in the reference')
    const { bits, destination, source } = element
    if (bits === 8) return [0x04, 2, destination, source]
    return [0x05, 4, destination >> 8, destination & 0xff, source >> 8, source & 0xff]
  })
}

export interface Header {
  /** Octets of the header, UDHL included. */
  octets: number
  concatenation?: Concatenation
  /** The other elements, in order. */
  elements: InformationElement[]
}

/** What a receiver makes of a header that lies whole in the user data (TS 23.040 9.2.3.24). */
export function readHeader(userData: Uint8Array): Header {
  const header: Header = { octets: userData[0]! + 1, elements: [] }
  let position = 1
  while (position < header.octets) {
    const id = userData[position]!
    const length = userData[position + 1]!
    const end = position + 2 + length
    // An element that does not fit the header voids all of it.
    if (position + 2 > header.octets || end > header.octets) return { octets: header.octets, elements: [] }
    const element = readElement(id, userData.slice(position + 2, end))
    if (element.type === 'concat') {
      // Total 0, sequence 0, or a sequence above the total: the element is ignored. Of several the last counts.
      const { total, sequence } = element
      if (sequence >= 1 && sequence <= total) header.concatenation = element
    } else {
      if (ONCE.has(element.type)) header.elements = header.elements.filter(({ type }) => type !== element.type)
      header.elements.push(element)
    }
    position = end
  }
  return header
}
