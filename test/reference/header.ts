import type { InformationElement } from '../../src/types'

type Concatenation = Extract<InformationElement, { type: 'concat' }>

/** The user data header of one segment: UDHL, then element 00 or 08 (TS 23.040 9.2.3.24.1, .8). */
export function writeHeader({ bits, reference, total, sequence }: Concatenation): number[] {
  if (bits === 8) return [0x05, 0x00, 0x03, reference, total, sequence]
  return [0x06, 0x08, 0x04, reference >> 8, reference & 0xff, total, sequence]
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
    const data = userData.slice(position + 2, end)
    if ((id === 0x00 && length === 3) || (id === 0x08 && length === 4)) {
      const concatenation = readConcatenation(id, data)
      // Total 0, sequence 0, or a sequence above the total: the element is ignored. Of several the last counts.
      const { total, sequence } = concatenation
      if (sequence >= 1 && sequence <= total) header.concatenation = concatenation
    } else {
      header.elements.push({ type: 'unknown', id, data })
    }
    position = end
  }
  return header
}

function readConcatenation(id: number, data: Uint8Array): Concatenation {
  const [first, second, third, fourth] = [...data] as [number, number, number, number]
  if (id === 0x00) return { type: 'concat', bits: 8, reference: first, total: second, sequence: third }
  return { type: 'concat', bits: 16, reference: first * 256 + second, total: third, sequence: fourth }
}
