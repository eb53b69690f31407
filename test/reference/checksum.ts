/** By width: the polynomial without its highest term. CRC-8/ROHC (RFC 3095 5.9.1), CRC-16/MCRF4XX (RFC 1662 C.2, not complemented). */
const POLYNOMIALS = { 8: 0x07, 16: 0x1021 }

/** The remainder of a polynomial division, bit by bit: the low bit of each octet first, and of the remainder too. */
export function checksum(octets: Iterable<number>, width: 8 | 16): number {
  let remainder = Array<number>(width).fill(1)
  const polynomial = Array.from({ length: width }, (_, power) => (POLYNOMIALS[width] >> (width - 1 - power)) & 1)
  for (const octet of octets) {
    for (let place = 0; place < 8; place++) {
      const carried = remainder[0]! ^ ((octet >> place) & 1)
      remainder = [...remainder.slice(1), 0].map((bit, power) => bit ^ (carried & polynomial[power]!))
    }
  }
  return remainder.reduce((sum, bit, place) => sum + bit * 2 ** place, 0)
}
