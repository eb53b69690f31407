import { SeptetError } from 'septet'
import { describe, isArray } from '../../arguments'
import type { Charset } from '../../charsets'
import { decodeUnits } from '../../octets'
import { BYTE_ORDER_MARK } from '../list/byte-order-mark'
import { joinPhones, writeList } from '../list/forms'
import type { Notices } from '../notices'
import { decodeOctets, decodeUtf8, readCharset } from './decode-charset'
import { checkCarried } from './encode-charset'
import { readHref, viewOctets } from './forms'
import type { Pair, Pieces } from './query'
import { findMeant, isKnown, isUnread } from './request'

/** A request as strings by name, from any form. With `bin=1`, each character of `mes` and `list` is one octet. */
export type Values = ReadonlyMap<string, string>

/** The parameters that must fit the charset, and that are octets with `bin=1`. */
const TEXTS: ReadonlySet<string> = /* @__PURE__ */ new Set(['mes', 'list'])

/** Decodes octets by the charset that one of the parameters names. */
export function readPairValues(pairs: Iterable<Pair>, standard: Charset, notices: Notices): Values {
  const byName = new Map<string, Pieces>()
  for (const [name, value] of pairs) {
    noteName(name, byName, notices)
    byName.set(name, value)
  }
  const charset = readCharset(decodePieces(byName.get('charset')), standard, notices)
  const isBinary = decodePieces(byName.get('bin'))?.trim() === '1'
  const values = new Map<string, string>()
  for (const [name, pieces] of byName) {
    const isOctets = isBinary && TEXTS.has(name)
    const text = pieces.map((piece) => readPiece(piece, isOctets ? undefined : charset, name, notices)).join('')
    if (TEXTS.has(name) && !isOctets && pieces.some((piece) => typeof piece === 'string')) {
      checkCarried(text, charset, name, notices)
    }
    values.set(name, removeMark(name, text, notices))
  }
  return values
}

function decodePieces(pieces: Pieces | undefined): string | undefined {
  return pieces?.map((piece) => (typeof piece === 'string' ? piece : decodeUtf8(piece))).join('')
}

/** Makes one character of each octet, without a charset. */
function readPiece(piece: Uint8Array | string, charset: Charset | undefined, name: string, notices: Notices): string {
  if (typeof piece === 'string') return piece
  return charset === undefined ? decodeUnits(piece) : decodeOctets(piece, charset, name, notices)
}

/** Takes strings, which only have to fit the charset. Null and undefined count as absent. */
export function readTextValues(
  entries: Iterable<readonly [string, unknown]>,
  standard: Charset,
  notices: Notices,
): Values {
  const byName = new Map<string, unknown>()
  for (const [name, value] of entries) {
    if (value === undefined || value === null) continue
    noteName(name, byName, notices)
    byName.set(name, value)
  }
  const named = byName.get('charset')
  const charset = readCharset(named === undefined ? undefined : readText('charset', named, false), standard, notices)
  const isBinary = isOn('bin', byName.get('bin'))
  const isMultiline = byName.has('list') && isOn('nl', byName.get('nl'))
  const values = new Map<string, string>()
  for (const [name, value] of byName) {
    const octets = name === 'mes' ? viewOctets('request.mes', value) : undefined
    if (octets) {
      values.set(name, isBinary ? decodeUnits(octets) : decodeOctets(octets, charset, name, notices))
      continue
    }
    const text = removeMark(name, readText(name, value, isMultiline), notices)
    if (TEXTS.has(name) && !isBinary) checkCarried(text, charset, name, notices)
    values.set(name, text)
  }
  return values
}

/** If a name is repeated, the last one counts, as in PHP. */
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

/** Removes a byte order mark before a number. A mark at the start of `mes` is kept: it is sent with the text. */
const NUMBERS: ReadonlySet<string> = /* @__PURE__ */ new Set(['list', 'phones'])

function removeMark(name: string, text: string, notices: Notices): string {
  if (!NUMBERS.has(name) || !text.startsWith(BYTE_ORDER_MARK)) return text
  const place = { argument: name, value: BYTE_ORDER_MARK, offset: 0 }
  notices.warn('byte-order-mark', place, () => 'begins it, and is ignored')
  return text.slice(BYTE_ORDER_MARK.length)
}

/** Whether a flag is 1. Null and undefined count as absent. @throws {SeptetError} 'invalid-type' */
export function isOn(name: string, value: unknown): boolean {
  return readText(name, value ?? '', false).trim() === '1'
}

/** A parameter as a string. @throws {SeptetError} 'invalid-type' */
export function readText(name: string, value: unknown, isMultiline: boolean): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return `${value}`
  if (typeof value === 'boolean') return value ? '1' : '0'
  const argument = `request.${name}`
  if (name === 'phones' && isArray(value)) return joinPhones(argument, value)
  if (name === 'list' && typeof value === 'object' && value !== null) return writeList(argument, value, isMultiline)
  const href = isUnread(name) ? readHref(value) : undefined
  if (href !== undefined) return href
  throw new SeptetError('invalid-type', argument, value, `must be a string or a number, got ${describe(value)}`)
}
