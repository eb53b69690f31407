// WAP-192: what Service Indication and Service Loading share on this side of the core: strings in, fields out, refusals in words.
import { describe, requireOctets, requireString } from '../arguments'
import { type PushEngine, startPush } from '../core/push'
import { copyIn } from '../core/window'
import { SeptetError } from '../errors'
import { stringOf } from '../octets'
import { charsetDecoder } from './charsets'

/** MIBEnum of the charset that is taken for one that nobody names. */
export const UTF_8 = 106

/** A field of a document that was read. */
export interface Field {
  readonly kind: number
  readonly text: string
  /** Where it stands in the document. */
  readonly offset: number
}

/** What the core refuses, by the numbers of assembly/refusals.ts. */
const REASONS: Readonly<Record<number, string>> = {
  1: 'ends before what it announces',
  2: 'is not WBXML 1.1 to 1.3',
  3: 'is of another document type',
  4: 'has no such string in its table',
  5: 'has a tag that does not belong there',
  6: 'has an unknown attribute',
  7: 'has an unknown attribute value',
  8: 'holds no character of its charset',
  9: 'holds no date',
  10: 'is too long',
  11: 'goes on behind its end',
  12: 'holds a number that is too large',
  13: 'is no push PDU',
  14: 'has no content type',
  15: 'has a broken header',
}

const TRUNCATED = 1

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** The error for octets that the core refused. */
export function refusal(argument: string, octets: Uint8Array, { result }: PushEngine): SeptetError {
  const reason = result[0]!
  const offset = result[1]!
  const code = reason === TRUNCATED ? 'truncated' : 'malformed'
  return new SeptetError(code, argument, octets, REASONS[reason]!, offset)
}

/** A string that can stand in a document. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireInline(argument: string, value: unknown): string {
  const text = requireString(argument, value)
  const offset = text.search(/[\0\ud800-\udfff]/u)
  if (offset < 0) return text
  const what = text[offset] === '\0' ? 'NUL, which ends a string' : 'half a surrogate pair'
  throw new SeptetError('invalid-value', argument, value, `has ${what}`, offset)
}

/** A moment as `YYYY-MM-DDThh:mm:ssZ`. @throws {SeptetError} 'invalid-type', 'invalid-value': no such date, or a string that is no whole second in UTC */
export function requireDate(argument: string, value: unknown): string {
  const time = timeOf(value)
  if (Number.isNaN(time)) throw new SeptetError('invalid-value', argument, value, 'is a Date of no moment')
  // A document has no fractions of a second, and most Dates have.
  const written = time === undefined ? value : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
  const text = requireString(argument, written).replace(/\.000Z$/, 'Z')
  if (isDate(text)) return text
  const message = `must be a date such as 1999-06-25T15:23:15Z, got ${describe(text)}`
  throw new SeptetError('invalid-value', argument, value, message)
}

/** The moment of a Date, of this realm or another; undefined for all else, and for what only looks like one. */
function timeOf(value: unknown): number | undefined {
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

/** Puts strings into the core's text window, end to end. @throws {SeptetError} 'too-many-segments': they do not fit */
export function copyStrings(argument: string, value: unknown, strings: readonly (string | undefined)[]): void {
  const engine = startPush()
  const text = strings.join('')
  if (text.length > engine.WINDOW) throw tooLong(argument, value)
  copyIn(engine, text, 0, text.length)
}

/** The document of so many octets that the core has written. @throws {SeptetError} 'too-many-segments' */
export function document(argument: string, value: unknown, octets: number): Uint8Array {
  if (octets < 0) throw tooLong(argument, value)
  return startPush().octets.slice(0, octets)
}

function tooLong(argument: string, value: unknown): SeptetError {
  return new SeptetError('too-many-segments', argument, value, 'is longer than any message can be')
}

/** The fields of a document, in its order. @throws {SeptetError} */
export function readFields(
  argument: string,
  value: unknown,
  read: (engine: PushEngine, length: number) => number,
): Field[] {
  const octets = requireOctets(argument, value)
  const engine = startPush()
  if (octets.length > engine.octets.length) {
    const most = engine.octets.length
    throw new SeptetError('malformed', argument, octets, `has ${octets.length} octets; ${most} is the most`, most)
  }
  engine.octets.set(octets)
  const fields = read(engine, octets.length)
  if (fields < 0) throw refusal(argument, octets, engine)
  const decode = charsetDecoder(argument, octets, engine.result[0]!)
  return Array.from({ length: fields }, (_, index) => {
    const [kind, from, to, offset] = engine.fields.subarray(4 * index, 4 * index + 4) as unknown as number[]
    return { kind: kind!, text: decode(stringOf(engine.text.subarray(from, to)), offset!), offset: offset! }
  })
}
