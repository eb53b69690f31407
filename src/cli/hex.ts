import { Failure } from './failure'

/** Octets as hex digits, two an octet. */
export function toHex(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('hex').toUpperCase()
}

/** Octets of hex digits; white space between them is tolerated. `name` says what they are, should they be wrong. */
export function fromHex(digits: string, name: string): Uint8Array {
  const stray = digits.search(/[^\s\da-f]/i)
  if (stray >= 0) throw new Failure(`${name}: ${JSON.stringify(digits[stray])} at offset ${stray} is not a hex digit`)
  const dense = digits.replace(/\s+/g, '')
  if (dense.length % 2 === 1) {
    throw new Failure(
      `${name}: ${dense.length} hex digits, an odd number: the last octet is cut at offset ${digits.length}`,
    )
  }
  return Uint8Array.from(Buffer.from(dense, 'hex'))
}
