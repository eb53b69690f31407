import type { Engine } from './engine'
import { type Unencodable, UnencodableError } from './errors'
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

/** The error for a text that was to be GSM-7. */
export function unencodable(engine: Engine, text: string): UnencodableError {
  const listed: Unencodable[] = []
  let total = 0
  for (const character of foreignCharacters(engine, text)) {
    if (total++ < LISTED) listed.push(character)
  }
  return new UnencodableError(text, listed, total)
}
