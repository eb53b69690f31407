import { requireOctets, requireString } from '../arguments'
import { startHex } from '../core/hex'
import { FOREIGN, FOREIGN_AT } from '../core/text'
import { copyIn, copyOutAscii } from '../core/window'
import { SeptetError } from '../errors'

/** Two digits an octet: V8 has no string of 2^29 - 24 units or more. */
const MOST_OCTETS = 2 ** 28 - 13

/** Place of `HexEngine.result` behind `readHex`: the half octet that a window ended with. */
const PENDING = 0
const NOTHING_PENDING = -1

/**
 * Octets as hexadecimal digits, two an octet, in upper case.
 *
 * @throws {SeptetError} 'invalid-type'; 'invalid-value': a buffer that was transferred; 'too-long': more than 268,435,443 octets
 * @example
 * toHex(Uint8Array.of(0, 255)) // '00FF'
 */
export function toHex(octets: Uint8Array): string {
  const all = requireOctets('octets', octets)
  const engine = startHex()
  if (all.length > MOST_OCTETS) {
    throw new SeptetError('too-long', 'octets', octets, `has ${all.length} octets; ${MOST_OCTETS} is the most`)
  }
  const window = engine.octets.length
  let text = ''
  for (let at = 0; at < all.length; at += window) {
    const part = all.subarray(at, at + window)
    engine.octets.set(part)
    text += copyOutAscii(engine, engine.core.writeHex(part.length))
  }
  return text
}

/**
 * The octets of hexadecimal digits, in either case; white space (U+0020, U+0009 to U+000D) is left out.
 *
 * @throws {SeptetError} 'invalid-type'; 'malformed': a character is no digit; 'truncated': an odd number of digits. With
 * the offset
 * @example
 * fromHex('00 ff') // Uint8Array [ 0, 255 ]
 */
export function fromHex(text: string): Uint8Array {
  return octetsOfHex('text', requireString('text', text), text)
}

/** The same, of the part `digits` that an argument begins with. @throws {SeptetError} 'malformed', 'truncated' */
export function octetsOfHex(argument: string, digits: string, value: unknown): Uint8Array<ArrayBuffer> {
  const engine = startHex()
  const { core, result, octets: memory, WINDOW } = engine
  const octets = new Uint8Array(digits.length >> 1)
  let filled = 0
  let pending = NOTHING_PENDING
  for (let at = 0; at < digits.length; at += WINDOW) {
    const found = core.readHex(copyIn(engine, digits, at, Math.min(at + WINDOW, digits.length)), pending)
    if (found === FOREIGN) throw stray(argument, digits, at + result[FOREIGN_AT]!, value)
    octets.set(memory.subarray(0, found), filled)
    filled += found
    pending = result[PENDING]!
  }
  if (pending !== NOTHING_PENDING) {
    const last = digits.trimEnd().length - 1
    throw new SeptetError('truncated', argument, value, 'ends within an octet', last)
  }
  return filled === octets.length ? octets : octets.slice(0, filled)
}

function stray(argument: string, digits: string, offset: number, value: unknown): SeptetError {
  const character = JSON.stringify(String.fromCodePoint(digits.codePointAt(offset)!))
  return new SeptetError('malformed', argument, value, `has ${character}, which is no hexadecimal digit`, offset)
}
