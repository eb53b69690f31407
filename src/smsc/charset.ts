import { CHARSETS, type Charset, firstMalformed } from '../charsets'
import { formatCodePoint } from '../words'
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
  if (charset !== 'utf-8') warnOfUtf8(octets, text, charset, argument, notices)
  return text
}

/**
 * Octets of another charset that happen to be well-formed UTF-8: a capital letter with a mark behind it that may end a word,
 * words of two letters such as Её and Ні, and ASCII. All else that is UTF-8 reads as no one writes: `Привет` as `РџСЂРёРІРµС‚`.
 */
const PLAUSIBLE = /[\u0410-\u042F][»”“’‘…–—№\u00A0]|(?<!\p{L})[\u0410-\u044F][ёЁіІїЇєЄґҐ](?!\p{L})|[^\0-\x7f]/gu

function warnOfUtf8(octets: Uint8Array, text: string, charset: Charset, argument: string, notices: Notices): void {
  if (isPlausible(text) || !isUtf8(octets)) return
  const offset = octets.findIndex((octet) => octet > 0x7f)
  const message = `looks like utf-8, and is read as ${charset}; see the parameter charset`
  notices.warn('looks-like-utf-8', { argument, value: octets[offset], offset }, () => message)
}

function isPlausible(text: string): boolean {
  for (const { 0: found } of text.matchAll(PLAUSIBLE)) if (found.length === 1) return false
  return true
}

function isUtf8(octets: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets)
    return true
  } catch {
    return false
  }
}

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
