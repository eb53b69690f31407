import { SeptetError } from 'septet'
import { formatCodePoint } from '../words'
import type { Notices } from './notices'

/** A parameter as it came: octets, which have no charset yet. */
export type Pair = readonly [name: string, octets: Uint8Array]

const HASH = 0x23
const AMPERSAND = 0x26
const EQUALS = 0x3d
const PERCENT = 0x25
const PLUS = 0x2b
const QUESTION_MARK = 0x3f
const SPACE = 0x20

/** The octets of a query string that was given as one. @throws {SeptetError} 'invalid-value': characters beyond ASCII */
export function queryOctets(query: string): Uint8Array {
  const offset = query.search(/[^\0-\x7f]/)
  if (offset < 0) return new TextEncoder().encode(query)
  const message = `a query string is percent-encoded octets, and ${formatCodePoint(query.codePointAt(offset)!)} is none; give an object or URLSearchParams`
  throw new SeptetError('invalid-value', 'request', query, message, offset)
}

/** The query of a whole address, without its fragment; or a query alone, where # is a character. A ? in front is left out. */
function queryOf(octets: Uint8Array): Uint8Array {
  const isAddress = /^https?:\/\//i.test(new TextDecoder().decode(octets.subarray(0, 'https://'.length)))
  if (!isAddress) return octets.subarray(octets[0] === QUESTION_MARK ? 1 : 0)
  const end = indexOf(octets, HASH, 0, octets.length)
  return octets.subarray(indexOf(octets, QUESTION_MARK, 0, end) + 1, end)
}

/** The parameters of a query or an address: split at & and =, + a space, % and two digits an octet. */
export function* queryPairs(octets: Uint8Array, notices: Notices): Generator<Pair> {
  const query = queryOf(octets)
  for (let start = 0; start <= query.length; ) {
    const end = indexOf(query, AMPERSAND, start, query.length)
    const equals = indexOf(query, EQUALS, start, end)
    if (end > start) {
      const name = new TextDecoder().decode(percentDecoded(query, start, equals, 'request', notices))
      yield [name, percentDecoded(query, Math.min(equals + 1, end), end, name, notices)]
    }
    start = end + 1
  }
}

/** Never looks beyond `end`: many parameters without a = would take quadratic time. */
function indexOf(octets: Uint8Array, octet: number, from: number, end: number): number {
  const found = octets.subarray(from, end).indexOf(octet)
  return found < 0 ? end : from + found
}

/** A % without two digits stands for itself, as the URL standard has it, and is a warning. */
function percentDecoded(query: Uint8Array, start: number, end: number, argument: string, notices: Notices): Uint8Array {
  const decoded = new Uint8Array(end - start)
  let length = 0
  for (let at = start; at < end; at++) {
    const octet = query[at]!
    const value = octet === PERCENT && at + 2 < end ? hexOctet(query[at + 1]!, query[at + 2]!) : -1
    if (value >= 0) at += 2
    else if (octet === PERCENT) {
      const place = { argument, value: '%', offset: at - start }
      notices.warn(
        'malformed-percent',
        place,
        () => `% without two hexadecimal digits at octet ${at - start}; read as it is`,
      )
    }
    decoded[length++] = value >= 0 ? value : octet === PLUS ? SPACE : octet
  }
  return decoded.subarray(0, length)
}

/** -1 where one of them is no hexadecimal digit. */
function hexOctet(high: number, low: number): number {
  const [a, b] = [hexDigit(high), hexDigit(low)]
  return a < 0 || b < 0 ? -1 : a * 16 + b
}

function hexDigit(octet: number): number {
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30
  const letter = octet | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}
