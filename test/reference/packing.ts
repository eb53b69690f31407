/** TS 23.038 6.1.2.1: septets into octets, bit by bit, the lowest bit first; what is left of the last octet is zero. */
export function pack(septets: readonly number[], fillBits = 0): Uint8Array {
  const octets = new Uint8Array(Math.ceil((fillBits + 7 * septets.length) / 8))
  let position = fillBits
  for (const septet of septets) {
    for (let bit = 0; bit < 7; bit++) {
      if (((septet >> bit) & 1) === 1) octets[position >> 3]! |= 1 << (position & 7)
      position++
    }
  }
  return octets
}

/** The way back; how many septets there are, the octets do not say. */
export function unpack(octets: Uint8Array, count: number, fillBits = 0): number[] {
  const septets: number[] = []
  let position = fillBits
  for (let index = 0; index < count; index++) {
    let septet = 0
    for (let bit = 0; bit < 7; bit++) {
      septet |= ((octets[position >> 3]! >> (position & 7)) & 1) << bit
      position++
    }
    septets.push(septet)
  }
  return septets
}

/** Bits between a header and the first septet, so that the text starts on a septet border (TS 23.040 9.2.3.24). */
export function fillBitsAfter(headerOctets: number): number {
  let fillBits = 0
  while ((8 * headerOctets + fillBits) % 7 !== 0) fillBits++
  return fillBits
}
