import type { Notices } from '../notices'
import { decodeUtf8 } from './decode-charset'

/** A value as it came: octets, whose charset is not known yet, and characters without percent encoding. */
export type Pieces = readonly (Uint8Array | string)[]

export type Pair = readonly [name: string, value: Pieces]

const PERCENT = 0x25
const PLUS = 0x2b
const SPACE = 0x20

/** A query, and the path of the address before it. */
export interface Query {
  readonly path: string
  readonly query: string
}

/**
 * Splits a whole address at its query, without its fragment. In a query alone, # is a character. A leading ? is removed.
 */
export function splitAddress(written: string): Query {
  if (!/^https?:\/\//i.test(written)) return { path: '', query: written.startsWith('?') ? written.slice(1) : written }
  const hash = written.indexOf('#')
  const address = hash < 0 ? written : written.slice(0, hash)
  const mark = address.indexOf('?')
  if (mark < 0) return { path: address, query: '' }
  return { path: address.slice(0, mark), query: address.slice(mark + 1) }
}

/**
 * Reads the parameters of a query. They are split at & and =; + is a space; % and two digits are an octet. If the query
 * itself came as octets, each of its characters is an octet.
 */
export function* readQueryPairs(query: string, areOctets: boolean, notices: Notices): Generator<Pair> {
  for (let start = 0; start <= query.length; ) {
    const found = query.indexOf('&', start)
    const end = found < 0 ? query.length : found
    if (end > start) {
      const pair = query.slice(start, end)
      const equals = pair.indexOf('=')
      const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
      const argument = decodePercent(name, areOctets, 'request', notices).map(decodePiece).join('')
      yield [argument, decodePercent(value, areOctets, argument, notices)]
    }
    start = end + 1
  }
}

function decodePiece(piece: Uint8Array | string): string {
  return typeof piece === 'string' ? piece : decodeUtf8(piece)
}

/** Decodes the octets. A % without two digits stays, as in the URL standard, with a warning; so does a character that is not an octet. */
function decodePercent(written: string, areOctets: boolean, argument: string, notices: Notices): Pieces {
  const pieces: (Uint8Array | string)[] = []
  const octets = new Uint8Array(written.length)
  let from = 0
  let length = 0
  for (let at = 0; at < written.length; at++) {
    const unit = written.charCodeAt(at)
    if (unit > 0x7f && !areOctets) {
      const end = findRunEnd(written, at)
      warnOfRun(written, at, argument, notices)
      if (length > from) pieces.push(octets.subarray(from, length))
      pieces.push(written.slice(at, end))
      from = length
      at = end - 1
      continue
    }
    const value = unit === PERCENT ? readHexOctet(written, at + 1) : -1
    if (value >= 0) at += 2
    else if (unit === PERCENT) warnOfPercent(at, argument, notices)
    octets[length++] = value >= 0 ? value : unit === PLUS ? SPACE : unit
  }
  if (length > from) pieces.push(octets.subarray(from, length))
  return pieces
}

function findRunEnd(written: string, start: number): number {
  let end = start
  while (end < written.length && written.charCodeAt(end) > 0x7f) end++
  return end
}

function warnOfRun(written: string, offset: number, argument: string, notices: Notices): void {
  const place = { argument, value: String.fromCodePoint(written.codePointAt(offset)!), offset }
  notices.warn(
    'unescaped-characters',
    place,
    () => 'must be percent-encoded in the charset of the request; read as it is',
  )
}

function warnOfPercent(offset: number, argument: string, notices: Notices): void {
  const place = { argument, value: '%', offset }
  const message = () => `% without two hexadecimal digits at octet ${offset}; read as it is`
  notices.warn('malformed-percent', place, message)
}

/** Returns -1 if there are not two hexadecimal digits. */
function readHexOctet(written: string, at: number): number {
  const [high, low] = [readHexDigit(written.charCodeAt(at)), readHexDigit(written.charCodeAt(at + 1))]
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

/** Returns -1 for another character, and NaN beyond the end. */
function readHexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30
  const letter = unit | 0x20
  return letter >= 0x61 && letter <= 0x66 && unit < 0x80 ? letter - 0x57 : -1
}
