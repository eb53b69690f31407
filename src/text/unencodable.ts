// The error of a text that must be GSM-7 and is not.
import { SeptetError } from '../errors'
import { formatCodePoint } from '../words'

/** A character outside the alphabet, and its UTF-16 offset in the argument. */
export interface Unencodable {
  offset: number
  codePoint: number
}

/** Thrown for `encoding: 'GSM-7'` without a `replacement`, where the text has characters outside GSM-7. */
export class UnencodableError extends SeptetError {
  override readonly name: string = 'UnencodableError'
  /** The first 100 of them, in the order of the text. */
  readonly characters: readonly Unencodable[]
  /** How many there are in all. */
  readonly total: number

  constructor(text: string, characters: readonly Unencodable[], total: number, argument = 'text') {
    const { offset, codePoint } = characters[0]!
    super(
      'unencodable',
      argument,
      text,
      `${total} ${total === 1 ? 'character is' : 'characters are'} outside GSM-7, the first ${formatCodePoint(codePoint)}`,
      offset,
    )
    this.characters = characters
    this.total = total
  }

  /** The same, with the first ten characters. */
  override toJSON(): object {
    return { ...super.toJSON(), characters: this.characters.slice(0, 10) }
  }

  /** @hidden */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof SeptetError && value.name === 'UnencodableError'
  }
}
