import { SeptetError } from 'septet'
import { describe, isArray } from '../arguments'
import type { Charset } from '../charsets'
import { decodeUnits } from '../octets'
import { BYTE_ORDER_MARK } from './byte-order-mark'
import { decodeOctets, decodeUtf8, readCharset } from './decode-charset'
import { checkCarried } from './encode-charset'
import { joinedPhones, textOfList } from './list-forms'
import type { Notices } from './notices'
import type { Pair, Pieces } from './query'
import { findMeant, isKnown, isUnread } from './request'
import { readHref, viewOctets } from './request-forms'

/** A request as texts by name, whatever it came as; with `bin=1`, `mes` and `list` have one character an octet. */
export type Values = ReadonlyMap<string, string>

/** What a charset has to carry, and what `bin=1` makes octets. */
const TEXTS: ReadonlySet<string> = /* @__PURE__ */ new Set(['mes', 'list'])

/** Octets become text by the charset that one of them names. */
export function valuesOfPairs(pairs: Iterable<Pair>, standard: Charset, notices: Notices): Values {
  const given = new Map<string, Pieces>()
  for (const [name, value] of pairs) {
    noteName(name, given, notices)
    given.set(name, value)
  }
  const charset = readCharset(decodePieces(given.get('charset')), standard, notices)
  const isBinary = decodePieces(given.get('bin'))?.trim() === '1'
  const values = new Map<string, string>()
  for (const [name, pieces] of given) {
    const isOctets = isBinary && TEXTS.has(name)
    const text = pieces.map((piece) => textOfPiece(piece, isOctets ? undefined : charset, name, notices)).join('')
    if (TEXTS.has(name) && !isOctets && pieces.some((piece) => typeof piece === 'string')) {
      checkCarried(text, charset, name, notices)
    }
    values.set(name, withoutMark(name, text, notices))
  }
  return values
}

function decodePieces(pieces: Pieces | undefined): string | undefined {
  return pieces?.map((piece) => (typeof piece === 'string' ? piece : decodeUtf8(piece))).join('')
}

/** Without a charset, a character an octet. */
function textOfPiece(piece: Uint8Array | string, charset: Charset | undefined, name: string, notices: Notices): string {
  if (typeof piece === 'string') return piece
  return charset === undefined ? decodeUnits(piece) : decodeOctets(piece, charset, name, notices)
}

/** What is text already, and only has to fit the charset. Null and undefined are no value. */
export function valuesOfTexts(
  entries: Iterable<readonly [string, unknown]>,
  standard: Charset,
  notices: Notices,
): Values {
  const given = new Map<string, unknown>()
  for (const [name, value] of entries) {
    if (value === undefined || value === null) continue
    noteName(name, given, notices)
    given.set(name, value)
  }
  const named = given.get('charset')
  const charset = readCharset(named === undefined ? undefined : readText('charset', named, false), standard, notices)
  const isBinary = isOn('bin', given.get('bin'))
  const isMultiline = given.has('list') && isOn('nl', given.get('nl'))
  const values = new Map<string, string>()
  for (const [name, value] of given) {
    const octets = name === 'mes' ? viewOctets('request.mes', value) : undefined
    if (octets) {
      values.set(name, isBinary ? decodeUnits(octets) : decodeOctets(octets, charset, name, notices))
      continue
    }
    const text = withoutMark(name, readText(name, value, isMultiline), notices)
    if (TEXTS.has(name) && !isBinary) checkCarried(text, charset, name, notices)
    values.set(name, text)
  }
  return values
}

/** The last of equal names counts, as in PHP. */
function noteName(name: string, known: ReadonlyMap<string, unknown>, notices: Notices): void {
  const place = { argument: name, value: name }
  if (known.has(name)) {
    notices.warn('repeated-parameter', place, () => 'is given more than once; the last one counts')
  }
  if (isKnown(name)) return
  notices.warn('unknown-parameter', place, () => {
    const meant = findMeant(name)
    return `is no parameter of the service${meant === undefined ? '' : `; did you mean ${meant}?`}`
  })
}

/** What begins with a number: a byte order mark is no part of it. One that begins `mes` is sent with the text. */
const NUMBERS: ReadonlySet<string> = /* @__PURE__ */ new Set(['list', 'phones'])

function withoutMark(name: string, text: string, notices: Notices): string {
  if (!NUMBERS.has(name) || !text.startsWith(BYTE_ORDER_MARK)) return text
  const place = { argument: name, value: BYTE_ORDER_MARK, offset: 0 }
  notices.warn('byte-order-mark', place, () => 'begins it, and is ignored')
  return text.slice(BYTE_ORDER_MARK.length)
}

/** Whether a flag is 1; null and undefined are no value. @throws {SeptetError} 'invalid-type' */
export function isOn(name: string, value: unknown): boolean {
  return readText(name, value ?? '', false).trim() === '1'
}

/** A parameter as text. @throws {SeptetError} 'invalid-type' */
export function readText(name: string, value: unknown, isMultiline: boolean): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return `${value}`
  if (typeof value === 'boolean') return value ? '1' : '0'
  const argument = `request.${name}`
  if (name === 'phones' && isArray(value)) return joinedPhones(argument, value)
  if (name === 'list' && typeof value === 'object' && value !== null) return textOfList(argument, value, isMultiline)
  const href = isUnread(name) ? readHref(value) : undefined
  if (href !== undefined) return href
  throw new SeptetError('invalid-type', argument, value, `must be a string or a number, got ${describe(value)}`)
}
