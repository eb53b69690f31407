import { requireOctets, requireString } from '../arguments'
import { readHexDigits, writeHexDigits } from '../core/hex'
import { SeptetError } from '../errors'

/** Two digits for each octet: V8 has no string of 2^29 - 24 units or more. */
const MOST_OCTETS = 2 ** 28 - 13

/**
 * Writes octets as hexadecimal digits, in upper case.
 *
 * @param octets at most 268,435,443
 * @returns two digits for each octet
 * @throws {SeptetError} 'invalid-type'; 'invalid-value': a buffer that was transferred; 'too-long': more than 268,435,443 octets
 * @example
 * toHex(Uint8Array.of(0, 255)) // '00FF'
 */
export function toHex(octets: Uint8Array): string {
  const all = requireOctets('octets', octets)
  if (all.length <= MOST_OCTETS) return writeHexDigits(all)
  throw new SeptetError('too-long', 'octets', octets, `has ${all.length} octets; ${MOST_OCTETS} is the most`)
}

/**
 * Reads hexadecimal digits, in upper or lower case. White space (U+0020, U+0009 to U+000D) is skipped.
 *
 * @param text an even number of digits
 * @returns one octet for each two digits
 * @throws {SeptetError} 'invalid-type'; 'malformed': a character is no digit; 'truncated': an odd number of digits. With
 * the offset
 * @example
 * fromHex('00 ff') // Uint8Array [ 0, 255 ]
 */
export function fromHex(text: string): Uint8Array {
  return requireHex('text', requireString('text', text), text)
}

/** The same, of the part `digits` that an argument begins with. @throws {SeptetError} 'malformed', 'truncated' */
export function requireHex(argument: string, digits: string, value: unknown): Uint8Array<ArrayBuffer> {
  const read = readHexDigits(digits)
  if (read.octets !== undefined) return read.octets
  if (!read.isOdd) throw createStrayError(argument, digits, read.strayAt, value)
  throw new SeptetError('truncated', argument, value, 'ends within an octet', digits.trimEnd().length - 1)
}

function createStrayError(argument: string, digits: string, offset: number, value: unknown): SeptetError {
  const character = JSON.stringify(String.fromCodePoint(digits.codePointAt(offset)!))
  return new SeptetError('malformed', argument, value, `has ${character}, which is no hexadecimal digit`, offset)
}
