import { SeptetError } from 'septet'
import { requireOneOf, requireString } from '../../arguments'
import { CHARSETS, type Charset } from '../../charsets'
import { formatCodePoint } from '../../words'
import { findPlaceInList } from '../list-line'
import type { Notices } from '../notices'
import type { RequestPlace } from '../request-error'

const patterns = new Map<Charset, RegExp>()

/** Returns a pattern of what is outside a charset: lone surrogates for UTF-8; for the others every character without an octet. */
function loadForeignPattern(charset: Charset): RegExp {
  let pattern = patterns.get(charset)
  if (pattern === undefined) {
    pattern = charset === 'utf-8' ? /\p{Surrogate}/gu : new RegExp(`[^${writeRepertoire(charset)}]`, 'gu')
    patterns.set(charset, pattern)
  }
  return pattern
}

/** Writes the characters of a charset for a class of a regular expression. */
function writeRepertoire(charset: Charset): string {
  return Array.from(listCharacters(charset), (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`).join('')
}

/** Lists the characters of a charset, in the order of their octets. */
function listCharacters(charset: Charset): string {
  return new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, octet) => octet))
}

/** The most code points in a warning. */
const NAMED = 10

/** Warns about characters outside the charset: they would be lost on the way, and the number of parts could change. */
export function checkCarried(text: string, charset: Charset, argument: string, notices: Notices): void {
  const lost = findForeign(text, charset)
  const [first] = lost
  if (first === undefined) return
  const [codePoint, offset] = first
  const where = argument === 'list' ? findPlaceInList(text, offset) : { offset }
  const place: RequestPlace = { argument, value: String.fromCodePoint(codePoint), ...where }
  notices.warn('not-in-charset', place, () => {
    return `${charset} has no ${nameCodePoints(lost)}; parts are counted as if it had`
  })
}

function nameCodePoints(lost: ReadonlyMap<number, number>): string {
  const names = [...lost.keys()].slice(0, NAMED).map(formatCodePoint).join(', ')
  return `${names}${lost.size > NAMED ? ` and ${lost.size - NAMED} more` : ''}`
}

/** Finds the characters outside a charset: their code points, and the first offset of each. */
function findForeign(text: string, charset: Charset): Map<number, number> {
  const found = new Map<number, number>()
  for (const { 0: character, index } of text.matchAll(loadForeignPattern(charset))) {
    const codePoint = character.codePointAt(0)!
    if (!found.has(codePoint)) found.set(codePoint, index)
  }
  return found
}

/**
 * Encodes a text in one of the service's charsets, which runtimes can read but not write.
 *
 * @param text the text
 * @param charset `'utf-8'`, `'windows-1251'` or `'koi8-r'`
 * @returns its octets; in the last two charsets one octet for each character
 * @throws {SeptetError} 'unencodable': characters outside the charset, with their code points and the offset of the
 * first; 'invalid-type', 'invalid-value': an argument
 * @example
 * encodeCharset('Да', 'windows-1251') // Uint8Array [ 0xc4, 0xe0 ]
 */
export function encodeCharset(text: string, charset: Charset): Uint8Array {
  return encodeText('text', requireString('text', text), requireOneOf('charset', charset, CHARSETS))
}

/** @throws {SeptetError} 'unencodable' */
export function encodeText(argument: string, text: string, charset: Charset): Uint8Array {
  const lost = findForeign(text, charset)
  const [first] = lost
  if (first !== undefined) {
    throw new SeptetError('unencodable', argument, text, `${charset} has no ${nameCodePoints(lost)}`, first[1])
  }
  if (charset === 'utf-8') return new TextEncoder().encode(text)
  const octets = loadOctets(charset)
  return Uint8Array.from(text, (character) => octets.get(character)!)
}

const encoders = new Map<Charset, ReadonlyMap<string, number>>()

/** Returns the octets of a charset by their characters. */
function loadOctets(charset: Charset): ReadonlyMap<string, number> {
  let octets = encoders.get(charset)
  if (octets === undefined) {
    octets = new Map(Array.from(listCharacters(charset), (character, octet) => [character, octet]))
    encoders.set(charset, octets)
  }
  return octets
}
