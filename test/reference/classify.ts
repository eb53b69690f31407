import type { Alphabet } from '../../src/types'
import { ESCAPE, extensionTable, mainTable } from './alphabet'

/** The septets of each character of GSM-7: its code, or the escape and its code (TS 23.038 6.2.1). */
const septets = new Map<string, readonly number[]>()
for (const [code, character] of mainTable) septets.set(character, [code])
for (const [code, character] of extensionTable) septets.set(character, [ESCAPE, code])

/** The septets of one character, or undefined outside GSM-7. */
export function septetsOf(character: string): readonly number[] | undefined {
  return septets.get(character)
}

/** Whether a route carries a character in GSM-7. */
export function isIn(character: string, alphabet: Alphabet = 'gsm7'): boolean {
  const found = septetsOf(character)
  if (found === undefined) return false
  if (typeof alphabet === 'object') return alphabet.characters.includes(character)
  return alphabet === 'gsm7' || (alphabet === 'ascii' ? character <= '\x7f' : found.length === 1)
}

/** GSM-7 as soon as every character is in it, else UCS-2. */
export function detect(text: string, alphabet?: Alphabet): 'GSM-7' | 'UCS-2' {
  for (const character of text) {
    if (!isIn(character, alphabet)) return 'UCS-2'
  }
  return 'GSM-7'
}

/** Units of one code point: one or two septets, or one or two 16-bit units. */
export function unitsOf(character: string, encoding: 'GSM-7' | 'UCS-2'): number {
  return encoding === 'GSM-7' ? septetsOf(character)!.length : character.length
}
