// TS 23.040 9.1.2.3: digits as semi-octets. An octet has two of them, the first in its low half.

/** The digit of each semi-octet; 15 is the filler. */
const DIGITS = '0123456789*#abc'
const FILLER = 15

/** Reads the digits of the first `count` semi-octets. A filler is not a digit, and is left out. */
export function readDigits(octets: Uint8Array, count: number): string {
  let digits = ''
  for (let at = 0; at < count; at++) digits += DIGITS[(octets[at >> 1]! >> (4 * (at & 1))) & 15] ?? ''
  return digits
}

/** Writes digits as octets, with a filler at the end if their number is odd. Returns the offset of a character that is not a digit. */
export function writeDigits(digits: string): number[] | { readonly stray: number } {
  const octets: number[] = []
  for (let at = 0; at < digits.length; at++) {
    const half = DIGITS.indexOf(digits[at]!)
    if (half < 0) return { stray: at }
    if (at % 2 === 0) octets.push(half | (FILLER << 4))
    else octets[at >> 1] = (octets[at >> 1]! & 15) | (half << 4)
  }
  return octets
}
