// The option alphabet: the characters of GSM-7 that a route carries.
import { requireMembers, requireOneOf } from '../arguments'
import { type Alphabet, createAlphabet } from '../core/alphabet'
import { requireGsm7 } from './foreign-characters'

export type { Alphabet } from '../core/alphabet'

/**
 * The option, checked. Undefined: all of GSM-7. @throws {SeptetError} 'invalid-type', 'invalid-value' with the offset
 */
export function requireAlphabet(argument: string, value: unknown): Alphabet | undefined {
  if (typeof value === 'object') {
    const { characters } = requireMembers(argument, value, ['characters'])
    return createAlphabet(requireGsm7(`${argument}.characters`, characters))
  }
  const name = requireOneOf(argument, value, ['gsm7', 'gsm7-basic', 'ascii'] as const)
  if (name === 'ascii') return createAlphabet(String.fromCharCode(...Array(0x80).keys()))
  // Values with the high bit are characters of the extension table (TS 23.038 6.2.1.1).
  return name === 'gsm7' ? undefined : new Uint8Array(256).fill(1, 1, 0x80)
}
