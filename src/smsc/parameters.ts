import { SeptetError } from 'septet'
import { describe } from '../arguments'
import type { Charset } from '../charsets'
import { stringOf } from '../octets'
import { BYTE_ORDER_MARK } from './byte-order-mark'
import { charsetOf, decodeOctets } from './decode-charset'
import { checkCarried } from './encode-charset'
import type { Notices } from './notices'
import type { Plan } from './options'
import { queryOctets, queryPairs } from './query'
import { KNOWN, type SearchParams, type SmscRequest } from './request'

/** A request as texts by name, whatever it came as; with `bin=1`, `mes` and `list` have one character an octet. */
export type Values = ReadonlyMap<string, string>

/** White space of JSON: space, tab, line feed, carriage return. */
const JSON_SPACE = [0x20, 0x09, 0x0a, 0x0d]

/** What a charset has to carry, and what `bin=1` makes octets. */
const TEXTS: ReadonlySet<string> = /* @__PURE__ */ new Set(['mes', 'list'])

/** @throws {SeptetError} 'invalid-type': no request; 'malformed': no JSON; 'invalid-value': characters in a query string */
export function readParameters(request: SmscRequest, plan: Plan, notices: Notices): Values {
  if (typeof request === 'string') {
    return isJson(request) ? readJson(request, notices) : readQuery(queryOctets(request), plan, notices)
  }
  if (request instanceof Uint8Array) {
    return isJsonOctets(request)
      ? readJson(decodeOctets(request, 'utf-8', 'request', notices), notices)
      : readQuery(request, plan, notices)
  }
  if (isSearchParams(request)) return readSearchParams(request, plan, notices)
  if (isRecord(request)) return readText(Object.entries(request), plan.defaultCharset, notices)
  const message = `must be an object, a string, URLSearchParams or a Uint8Array, got ${typeOf(request)}`
  throw new SeptetError('invalid-type', 'request', request, message)
}

/** An object with members. What keeps its content elsewhere (a Map, FormData, a URL, a Date) would be an empty request. */
function isRecord(request: unknown): request is object {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return false
  if (ArrayBuffer.isView(request)) return false
  return tagOf(request) === 'Object' || Object.keys(request).length > 0
}

function typeOf(request: unknown): string {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return describe(request)
  const tag = tagOf(request)
  return `a value of type ${tag}${tag === 'FormData' ? '; give new URLSearchParams of it' : ''}`
}

/** The name of a built-in type: `Map`, `URLSearchParams`. */
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}

function isJson(request: string): boolean {
  return /^\uFEFF?\s*[{[]/.test(request)
}

/** The same of UTF-8, of which no more is read than it takes. */
function isJsonOctets(octets: Uint8Array): boolean {
  let at = octets[0] === 0xef ? 3 : 0
  while (JSON_SPACE.includes(octets[at]!)) at++
  return octets[at] === 0x7b || octets[at] === 0x5b
}

function readJson(request: string, notices: Notices): Values {
  let body: unknown
  try {
    body = JSON.parse(request.replace(/^\uFEFF/, ''))
  } catch (error) {
    const { message } = error as SyntaxError
    const offset = /position (\d+)/.exec(message)?.[1]
    throw new SeptetError(
      'malformed',
      'request',
      request,
      `is no JSON: ${message}`,
      offset === undefined ? undefined : Number(offset),
    )
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return readText(Object.entries(body), 'utf-8', notices)
  }
  throw new SeptetError('invalid-type', 'request', request, `must be one JSON object, got ${describe(body)}`)
}

/** Octets become text by the charset that one of them names. */
function readQuery(query: Uint8Array, plan: Plan, notices: Notices): Values {
  const octets = new Map<string, Uint8Array>()
  for (const [name, value] of queryPairs(query, notices)) {
    noteName(name, octets, notices)
    octets.set(name, value)
  }
  const named = octets.get('charset')
  const charset = charsetOf(named && new TextDecoder().decode(named), plan.defaultCharset, notices)
  const isBinary = trimmed(octets.get('bin')) === '1'
  const values = new Map<string, string>()
  for (const [name, value] of octets) {
    const isOctets = isBinary && TEXTS.has(name)
    const text = isOctets ? stringOf(value) : decodeOctets(value, charset, name, notices)
    values.set(name, withoutMark(name, text, notices))
  }
  return values
}

function isSearchParams(request: unknown): request is SearchParams {
  return tagOf(request) === 'URLSearchParams'
}

/** They have read their octets as UTF-8 already: octets that are none are lost. @throws {SeptetError} 'unsupported' */
function readSearchParams(request: SearchParams, plan: Plan, notices: Notices): Values {
  if (request.get('bin')?.trim() !== '1') return readText(request, plan.defaultCharset, notices)
  const message = 'bin=1 is octets, and URLSearchParams have read them as UTF-8; give the query string, or bin=2'
  throw new SeptetError('unsupported', 'request.bin', '1', message)
}

function readText(entries: Iterable<readonly [string, unknown]>, standard: Charset, notices: Notices): Values {
  const given = new Map<string, unknown>()
  for (const [name, value] of entries) {
    if (value === undefined || value === null) continue
    noteName(name, given, notices)
    given.set(name, value)
  }
  const named = given.get('charset')
  const charset = charsetOf(named === undefined ? undefined : textOf('charset', named), standard, notices)
  const isBinary = textOf('bin', given.get('bin') ?? '').trim() === '1'
  const values = new Map<string, string>()
  for (const [name, value] of given) {
    if (name === 'mes' && value instanceof Uint8Array) {
      values.set(name, isBinary ? stringOf(value) : decodeOctets(value, charset, name, notices))
      continue
    }
    const text = withoutMark(name, textOf(name, value), notices)
    if (TEXTS.has(name) && !isBinary) checkCarried(text, charset, name, notices)
    values.set(name, text)
  }
  return values
}

/** The last of equal names counts, as in PHP. */
function noteName(name: string, known: ReadonlyMap<string, unknown>, notices: Notices): void {
  if (known.has(name)) {
    notices.warn(
      'repeated-parameter',
      { argument: name, value: name },
      () => 'stands more than once; the last one counts',
    )
  }
  if (!KNOWN.has(name)) {
    notices.warn('unknown-parameter', { argument: name, value: name }, () => 'is no parameter of the service')
  }
}

/** What begins with a number: a byte order mark is no part of it. One in front of `mes` is sent with the text. */
const NUMBERS: ReadonlySet<string> = /* @__PURE__ */ new Set(['list', 'phones'])

function withoutMark(name: string, text: string, notices: Notices): string {
  if (!NUMBERS.has(name) || !text.startsWith(BYTE_ORDER_MARK)) return text
  const place = { argument: name, value: BYTE_ORDER_MARK, offset: 0 }
  notices.warn('byte-order-mark', place, () => 'stands in front; passed over')
  return text.slice(BYTE_ORDER_MARK.length)
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return `${value}`
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (name === 'phones' && Array.isArray(value)) {
    return value.map((phone, index) => textOf(`phones[${index}]`, phone)).join(',')
  }
  throw new SeptetError(
    'invalid-type',
    `request.${name}`,
    value,
    `must be a string or a number, got ${describe(value)}`,
  )
}

function trimmed(octets: Uint8Array | undefined): string | undefined {
  return octets && new TextDecoder().decode(octets).trim()
}
