// WAP-192: what Service Indication and Service Loading share outside the core: the strings given, the fields read, the
// words of errors.
import { describe, requireOctets, requireString } from '../arguments'
import { isRefused, MOST_OCTETS, type Refused, TRUNCATED } from '../core/push'
import type { Document } from '../core/wbxml'
import { SeptetError } from '../errors'
import { createCharsetDecoder } from './charsets'

/** A field that was read from a document. */
export interface Field {
  readonly kind: number
  readonly text: string
  /** Its offset in the document. */
  readonly offset: number
}

/** What the core refuses, by the number of the reason (assembly/wap/abi.ts). */
const REASONS: readonly string[] = [
  '',
  'ends before what it announces',
  'is not WBXML 1.1 to 1.3',
  'is of another document type',
  'has no such string in its table',
  'has a tag that does not belong there',
  'has an unknown attribute',
  'has an unknown attribute value',
  'has octets that are no character of its charset',
  'has octets that are no date',
  'is too long',
  'goes on after its end',
  'has a number that is too large',
  'is no push PDU',
  'has no content type',
  'has a broken header',
  'has an empty date',
]

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** The error for octets that the core refused. */
export function createRefusal(argument: string, octets: Uint8Array, { reason, offset }: Refused): SeptetError {
  const code = reason === TRUNCATED ? 'truncated' : 'malformed'
  return new SeptetError(code, argument, octets, REASONS[reason]!, offset)
}

/** Made when it is needed, as each expression with flag `u`: see tsup.config.ts. */
let refused: RegExp | undefined

/** Checks a string that goes into a document. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireInline(argument: string, value: unknown): string {
  const text = requireString(argument, value)
  refused ??= /[\0\ud800-\udfff]/u
  const offset = text.search(refused)
  if (offset < 0) return text
  const what = text[offset] === '\0' ? 'NUL, which ends a string' : 'half a surrogate pair'
  throw new SeptetError('invalid-value', argument, value, `has ${what}`, offset)
}

/**
 * A time as `YYYY-MM-DDThh:mm:ssZ`.
 * @throws {SeptetError} 'invalid-type', 'invalid-value': no such date, or a string that is not a whole second in UTC
 */
export function requireDate(argument: string, value: unknown): string {
  const time = readMoment(value)
  if (Number.isNaN(time)) throw new SeptetError('invalid-value', argument, value, 'is a Date of no moment')
  // A document has no fractions of a second. Most Dates have, so they are cut.
  const written = time === undefined ? value : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
  const text = requireString(argument, written).replace(/\.000Z$/, 'Z')
  if (isDate(text)) return text
  const message = `must be a date such as 1999-06-25T15:23:15Z, got ${describe(text)}`
  throw new SeptetError('invalid-value', argument, value, message)
}

/**
 * The time of a Date, also of another realm; undefined for everything else, such as an object that only looks like a
 * Date.
 */
function readMoment(value: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(value)
  } catch {
    return undefined
  }
}

export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString() === text.replace('Z', '.000Z')
}

/** The document that was written. @throws {SeptetError} 'too-many-segments': it is undefined, since it did not fit */
export function requireDocument(argument: string, value: unknown, document: Uint8Array | undefined): Uint8Array {
  if (document !== undefined) return document
  throw new SeptetError('too-many-segments', argument, value, 'is longer than any message can be')
}

/** Requires octets that may be the content of a push: those of 255 segments at most. @throws {SeptetError} 'invalid-type', 'malformed' */
export function requireContentOctets(argument: string, value: unknown): Uint8Array {
  const octets = requireOctets(argument, value)
  if (octets.length <= MOST_OCTETS) return octets
  const message = `has ${octets.length} octets; ${MOST_OCTETS} is the most`
  throw new SeptetError('malformed', argument, octets, message, MOST_OCTETS)
}

/** The fields of a document, in its order. @throws {SeptetError} */
export function readFields(
  argument: string,
  value: unknown,
  read: (octets: Uint8Array) => Document | Refused,
): Field[] {
  const octets = requireContentOctets(argument, value)
  const document = read(octets)
  if (isRefused(document)) throw createRefusal(argument, octets, document)
  const decode = createCharsetDecoder(argument, octets, document.charset)
  return document.fields.map(({ kind, units, offset }) => ({ kind, text: decode(units, offset), offset }))
}
