import { formatCodePoint } from '../code-point'
import { CHARSETS, type Charset, firstMalformed } from '../text-charsets'
import { placeInList } from './list-line'
import type { Notices } from './notices'
import type { Place } from './request-error'

/** The charset that the request names, or the one that stands for it. Names in any case; another name is a warning. */
export function charsetOf(named: string | undefined, standard: Charset, notices: Notices): Charset {
  const lower = (named ?? '').trim().toLowerCase()
  const known = CHARSETS.find((charset) => charset === lower)
  if (known) return known
  if (lower !== '') {
    const place = { argument: 'charset', value: named }
    notices.warn('unknown-charset', place, () => `is none of ${CHARSETS.join(', ')}; ${standard} is read instead`)
  }
  return standard
}

/** The text of some octets. Malformed UTF-8 is read as U+FFFD, and is a warning with its offset. */
export function decodeOctets(octets: Uint8Array, charset: Charset, argument: string, notices: Notices): string {
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(octets)
  if (charset === 'utf-8' && text.includes('\uFFFD')) {
    const offset = firstMalformed(octets, text)
    if (offset !== undefined) {
      const place = { argument, value: octets[offset], offset }
      notices.warn('malformed-octets', place, () => `is not utf-8 at octet ${offset}; it is read as U+FFFD`)
    }
  }
  return text
}

const repertoires = new Map<Charset, ReadonlySet<string>>()

/** The characters that a charset of 256 octets has. */
function repertoire(charset: Charset): ReadonlySet<string> {
  let characters = repertoires.get(charset)
  if (characters === undefined) {
    characters = new Set(new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, octet) => octet)))
    repertoires.set(charset, characters)
  }
  return characters
}

/** The most code points that a warning names. */
const NAMED = 10

/** Warns of what a text has and the charset has not: on its way it would be lost, and the parts counted anew. */
export function checkCarried(text: string, charset: Charset, argument: string, notices: Notices): void {
  const lost = charset === 'utf-8' ? loneSurrogates(text) : foreign(text, repertoire(charset))
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
function foreign(text: string, characters: ReadonlySet<string>): Map<number, number> {
  const found = new Map<number, number>()
  let offset = 0
  for (const character of text) {
    if (!characters.has(character)) {
      const codePoint = character.codePointAt(0)!
      if (!found.has(codePoint)) found.set(codePoint, offset)
    }
    offset += character.length
  }
  return found
}

function loneSurrogates(text: string): Map<number, number> {
  const found = new Map<number, number>()
  for (const { 0: unit, index } of text.matchAll(/\p{Surrogate}/gu)) found.set(unit.charCodeAt(0), index)
  return found
}
