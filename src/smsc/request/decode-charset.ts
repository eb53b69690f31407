import { CHARSETS, type Charset, findMalformed } from '../../charsets'
import type { Notices } from '../notices'

/**
 * Reads the name of a charset, in upper or lower case. Another name gives a warning, and the default is read.
 */
export function readCharset(named: string | undefined, standard: Charset, notices: Notices): Charset {
  const lower = (named ?? '').trim().toLowerCase()
  const known = CHARSETS.find((charset) => charset === lower)
  if (known) return known
  if (lower !== '') {
    const place = { argument: 'charset', value: named }
    notices.warn('unknown-charset', place, () => `is none of ${CHARSETS.join(', ')}; ${standard} is read instead`)
  }
  return standard
}

/** Decodes UTF-8, well-formed or not. */
export function decodeUtf8(octets: Uint8Array): string {
  return new TextDecoder().decode(octets)
}

/** Decodes octets. Malformed UTF-8 is read as U+FFFD, with a warning that has its offset. */
export function decodeOctets(octets: Uint8Array, charset: Charset, argument: string, notices: Notices): string {
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(octets)
  if (charset === 'utf-8' && text.includes('\uFFFD')) {
    const offset = findMalformed(octets, text)
    if (offset !== undefined) {
      const place = { argument, value: octets[offset], offset }
      notices.warn('malformed-octets', place, () => `is not utf-8 at octet ${offset}; it is read as U+FFFD`)
    }
  }
  if (charset !== 'utf-8') warnOfUtf8(octets, text, charset, argument, notices)
  return text
}

/**
 * Text in another charset that may be well-formed UTF-8 by chance: a capital letter with a mark after it that may end a
 * word, words of two letters such as Её and Ні, and ASCII. Any other UTF-8 gives text that nobody writes: `Привет`
 * becomes `РџСЂРёРІРµС‚`.
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
