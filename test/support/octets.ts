/** Octets from hexadecimal digits, as the vectors have them. Spaces are for the reader. */
export function octets(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function hex(octets: ArrayLike<number>): string {
  return Array.from(octets, (octet) => octet.toString(16).toUpperCase().padStart(2, '0')).join('')
}
