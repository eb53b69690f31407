import type { Charset } from '../charsets'
import { formatCodePoint } from '../words'
import { placeInList } from './list-line'
import type { Notices } from './notices'
import type { Place } from './request-error'

const patterns = new Map<Charset, RegExp>()

/** What a charset has not: UTF-8 only lone surrogates, the others all beyond their 256 octets. */
function foreignPattern(charset: Charset): RegExp {
  let pattern = patterns.get(charset)
  if (pattern === undefined) {
    pattern = charset === 'utf-8' ? /\p{Surrogate}/gu : new RegExp(`[^${repertoire(charset)}]`, 'gu')
    patterns.set(charset, pattern)
  }
  return pattern
}

/** The characters of a charset, as a class of a regular expression has them. */
function repertoire(charset: Charset): string {
  const characters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, octet) => octet))
  return Array.from(characters, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`).join('')
}

/** The most code points that a warning names. */
const NAMED = 10

/** Warns of what a text has and the charset has not: on its way it would be lost, and the parts counted anew. */
export function checkCarried(text: string, charset: Charset, argument: string, notices: Notices): void {
  const lost = foreign(text, charset)
  const [first] = lost
  if (first === undefined) return
  const [codePoint, offset] = first
  const where = argument === 'list' ? placeInList(text, offset) : { offset }
  const place: Place = { argument, value: String.fromCodePoint(codePoint), ...where }
  notices.warn('not-in-charset', place, () => {
    const names = [...lost.keys()].slice(0, NAMED).map(formatCodePoint).join(', ')
    return `${charset} has no ${names}${lost.size > NAMED ? ` and ${lost.size - NAMED} more` : ''}; parts are counted as if it had`
  })
}

/** Code points and where each stands first. */
function foreign(text: string, charset: Charset): Map<number, number> {
  const found = new Map<number, number>()
  for (const { 0: character, index } of text.matchAll(foreignPattern(charset))) {
    const codePoint = character.codePointAt(0)!
    if (!found.has(codePoint)) found.set(codePoint, index)
  }
  return found
}
