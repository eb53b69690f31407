import { requireString } from '../arguments'
import { type Alphabet, findForeignOffset } from '../core/alphabet'
import { findTables } from '../core/languages'
import { SeptetError } from '../errors'
import type { Pass } from './passes/pass'
import { type Unencodable, UnencodableError } from './unencodable'

/** Most characters that an error lists: a text in another alphabet would fill memory with them. */
const LISTED = 100

/** Each code point outside GSM-7, or an alphabet in it, and outside the tables that are allowed beside it, in the order of the text. */
export function* findForeign(text: string, tables = 0, alphabet?: Alphabet): Generator<Unencodable> {
  for (let offset = findForeignOffset(text, 0, alphabet); offset >= 0; ) {
    const codePoint = text.codePointAt(offset)!
    if (!isCarried(codePoint, tables)) yield { offset, codePoint }
    offset = findForeignOffset(text, offset + countUnits(codePoint), alphabet)
  }
}

/** Whether a code point outside GSM-7 is in one of the `tables`: see `Allowed`. */
export function isCarried(codePoint: number, tables: number): boolean {
  return tables !== 0 && (findTables(codePoint) & tables) !== 0
}

/** UTF-16 units of a code point. */
export function countUnits(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1
}

/**
 * The error for a text that must be GSM-7 and is not. It lists the characters at fault, with their offsets in the
 * source that the text was made of. It may be that each character is in one of the `tables`, but no choice of them
 * has all characters. Then it lists the characters outside the default tables.
 */
export function createUnencodable(sent: Pass, tables = 0, alphabet?: Alphabet): UnencodableError {
  const listed: Unencodable[] = []
  let total = 0
  for (const character of findForeign(sent.text, tables, alphabet)) {
    if (total++ < LISTED) listed.push(character)
  }
  if (total === 0) return createUnencodable(sent)
  return new UnencodableError(sent.source, locateInSource(sent, listed), total)
}

/** Characters of a text that is sent, with their offsets in what it was made of. */
export function locateInSource<Character extends { offset: number }>(sent: Pass, characters: Character[]): Character[] {
  const offsets = sent.locateSources(characters.map(({ offset }) => offset))
  return characters.map((character, index) => ({ ...character, offset: offsets[index]! }))
}

/** A text of GSM-7. @throws {SeptetError} 'invalid-type', 'invalid-value' with the offset */
export function requireGsm7(argument: string, value: unknown): string {
  const text = requireString(argument, value)
  const offset = findForeignOffset(text)
  if (offset < 0) return text
  throw new SeptetError('invalid-value', argument, value, 'must be GSM-7', offset)
}
