import { requireString } from './arguments'
import { type Engine, start } from './engine'
import { SeptetError, type Unencodable, UnencodableError } from './errors'
import { type Pass, unchanged } from './pass'
import { foreignOffset } from './probe'

/** Offenders that an error lists; a text of another alphabet would fill memory with them. */
const LISTED = 100

/** Each code point outside GSM-7, in the order of the text. */
export function* foreignCharacters(engine: Engine, text: string): Generator<Unencodable> {
  for (let offset = foreignOffset(engine, text, 0); offset >= 0; ) {
    const codePoint = text.codePointAt(offset)!
    yield { offset, codePoint }
    offset = foreignOffset(engine, text, offset + unitsOf(codePoint))
  }
}

/** UTF-16 units of a code point. */
export function unitsOf(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1
}

/** The error for a text that was to be GSM-7, and the offenders where they stand in the `source` that it was made of. */
export function unencodable(engine: Engine, source: string, sent: Pass = unchanged(source)): UnencodableError {
  const listed: Unencodable[] = []
  let total = 0
  for (const character of foreignCharacters(engine, sent.text)) {
    if (total++ < LISTED) listed.push(character)
  }
  return new UnencodableError(source, inSource(sent, listed), total)
}

/** Characters of a text that is sent, with their offsets in what it was made of. */
export function inSource<Character extends { offset: number }>(sent: Pass, characters: Character[]): Character[] {
  const offsets = sent.sourceOf(characters.map(({ offset }) => offset))
  return characters.map((character, index) => ({ ...character, offset: offsets[index]! }))
}

/** A text of GSM-7. @throws {SeptetError} 'invalid-type', 'invalid-value' with the offset */
export function requireGsm7(argument: string, value: unknown): string {
  const text = requireString(argument, value)
  const offset = foreignOffset(start(), text, 0)
  if (offset < 0) return text
  throw new SeptetError('invalid-value', argument, value, `must be GSM-7, and is not at offset ${offset}`, offset)
}
