// TS 23.038 6.2.1: what is in GSM-7. Reads the table of the core through a view, so that no text is copied.
import { start } from './text'

/** The code that comes before a code of the extension table. */
export { ESCAPE } from '../../assembly/abi'

/** By the value of a character in the core's table (`encoder`): 1 where the route carries it. What is outside GSM-7 has the value 0. */
export type Alphabet = Uint8Array

/** The alphabet of those `characters` that are in GSM-7. */
export function createAlphabet(characters: string): Alphabet {
  const { encoder } = start()
  const alphabet = new Uint8Array(256)
  for (let offset = 0; offset < characters.length; offset++) alphabet[encoder[characters.charCodeAt(offset)]!] = 1
  alphabet[0] = 0
  return alphabet
}

/** Offset of the first unit outside GSM-7, or outside an `alphabet` in it, at or after `from`; or -1. */
export function findForeignOffset(text: string, from = 0, alphabet?: Alphabet): number {
  const { encoder } = start()
  if (alphabet !== undefined) {
    for (let offset = from; offset < text.length; offset++) {
      if (alphabet[encoder[text.charCodeAt(offset)]!] === 0) return offset
    }
    return -1
  }
  for (let offset = from; offset < text.length; offset++) {
    if (encoder[text.charCodeAt(offset)] === 0) return offset
  }
  return -1
}

/** Whether a unit is in GSM-7. */
export function isInGsm7(unit: number): boolean {
  return start().encoder[unit] !== 0
}

/** Whether each unit is one septet of GSM-7. */
export function isUnescaped(text: string): boolean {
  const { encoder } = start()
  for (let offset = 0; offset < text.length; offset++) {
    const encoded = encoder[text.charCodeAt(offset)]!
    if (encoded === 0 || encoded >> 7) return false
  }
  return true
}
