// TS 23.038 5 and 6.1.2: the text of a page of cell broadcast, or of a USSD string, and the language before it.
import { SeptetError, type TextOptions } from 'septet'
import { requireMembers, requireString } from '../../arguments'
import { countEscapes, countFillBits, decodeSeptets, decodeUcs2, encodeUnits, pack, unpack } from '../fields/septets'
import { type CbsCoding, chooseCbsCoding, parseCbsCoding } from './cbs-data-coding'

/** How a text of cell broadcast or USSD is written. */
export interface CbsTextOptions
  extends Pick<TextOptions, 'transliterate' | 'smartEncoding' | 'newline' | 'encoding' | 'replacement'> {
  /** The language of the text, an ISO 639 code of two letters: `'de'`. */
  language?: string
}

const TEXT_OPTIONS = ['transliterate', 'smartEncoding', 'newline', 'encoding', 'replacement'] as const

/** A text to be cut into pages, or sent as it is. */
export interface CbsText {
  readonly dataCoding: number
  readonly isUcs2: boolean
  /** The text: one septet an octet, or 16-bit units. */
  readonly units: Uint8Array
  /** What comes first on each page: septets, or octets. */
  readonly preamble: Uint8Array
}

const CR = 0x0d

/**
 * Encodes a text, with its language before it where the data coding names none.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option', and what `encode` throws
 */
export function encodeCbsText(text: string, options: CbsTextOptions): CbsText {
  requireString('text', text)
  const { language, ...textOptions } = requireMembers('options', options, ['language', ...TEXT_OPTIONS])
  const code = language === undefined ? undefined : requireLanguage('options.language', language)
  const { isUcs2, octets: units } = encodeUnits(text, textOptions)
  const dataCoding = chooseCbsCoding(isUcs2, code)
  const { preamble } = parseCbsCoding(dataCoding)
  const letters = preamble === undefined ? [] : Array.from(code!, (letter) => letter.charCodeAt(0))
  return {
    dataCoding,
    isUcs2,
    units,
    preamble: preamble === 'packed' ? pack(letters) : Uint8Array.from(preamble === 'letters' ? [...letters, CR] : []),
  }
}

function requireLanguage(argument: string, language: unknown): string {
  const code = requireString(argument, language)
  if (/^[a-z][a-z]$/.test(code)) return code
  throw new SeptetError('invalid-value', argument, language, 'must be an ISO 639 code of two letters, such as de')
}

/** The content of a page or a string. */
export interface CbsContent {
  readonly text?: string
  readonly data?: Uint8Array
  readonly language?: string
}

/** Removes the fill from the end of a page or a string: from septets, or from 16-bit units. */
export interface CbsFill {
  /** `before`: the septets that the header and its fill bits take. */
  readonly septets: (septets: Uint8Array, before: number) => Uint8Array
  readonly units: (units: Uint8Array) => Uint8Array
}

/**
 * Reads the octets of a page or a string, from `from` on. Errors name `argument`.
 * @throws {SeptetError} 'truncated', 'malformed'
 */
export function readCbsContent(
  argument: string,
  octets: Uint8Array,
  from: number,
  dataCoding: number,
  fill: CbsFill,
): CbsContent {
  const coding = parseCbsCoding(dataCoding)
  const header = coding.hasHeader ? readHeader(argument, octets, from) : new Uint8Array()
  const body = octets.subarray(from + header.length)
  const language = coding.language === undefined ? {} : { language: coding.language }
  if (coding.encoding === '8-bit' || coding.compressed) return { ...language, data: body.slice() }
  if (coding.encoding === 'UCS-2') return readUnits(argument, octets, body, coding, fill)
  const fillBits = countFillBits(header.length)
  const septets = unpack(body, Math.max(0, Math.floor((8 * body.length - fillBits) / 7)), fillBits)
  // The CR after the letters is not fill, even if nothing follows it.
  const named = coding.preamble === 'letters' ? readLanguage(septets) : undefined
  const skipped = named === undefined ? 0 : LANGUAGE_SEPTETS
  const text = fill.septets(septets.subarray(skipped), (8 * header.length + fillBits) / 7 + skipped)
  return { ...language, ...(named === undefined ? {} : { language: named }), text: decodeSeptets(text, header) }
}

const LANGUAGE_SEPTETS = 3

/** Reads the language at the start of septets: two letters and CR. */
function readLanguage(septets: Uint8Array): string | undefined {
  return septets[2] === CR ? parseLanguage(septets.subarray(0, 2)) : undefined
}

const MOST_HEADER = 140

/** @throws {SeptetError} 'truncated', 'malformed' */
function readHeader(argument: string, octets: Uint8Array, from: number): Uint8Array {
  const length = 1 + (octets[from] ?? 0)
  if (length > MOST_HEADER) {
    const message = `announces ${length - 1} octets of header; ${MOST_HEADER - 1} is the most`
    throw new SeptetError('malformed', argument, octets, message, from)
  }
  if (from + length <= octets.length) return octets.subarray(from, from + length)
  const message = `ends within its header of ${length - 1} octets`
  throw new SeptetError('truncated', argument, octets, message, octets.length)
}

function readUnits(
  argument: string,
  octets: Uint8Array,
  body: Uint8Array,
  { preamble }: CbsCoding,
  fill: CbsFill,
): CbsContent {
  const letters = body.subarray(0, preamble === 'packed' ? 2 : 0)
  // Some senders do not pack the two letters. Unpacked, such octets give no letters, so they are read as they are.
  const language = letters.length === 2 ? (parseLanguage(unpack(letters, 2)) ?? parseLanguage(letters)) : undefined
  const units = fill.units(body.subarray(letters.length))
  if (units.length % 2 === 1) {
    throw new SeptetError('truncated', argument, octets, 'ends within a 16-bit unit', octets.length - 1)
  }
  return { ...(language === undefined ? {} : { language }), text: decodeUcs2(units) }
}

/** Returns the language that two letters name, in lower case; undefined if they are not letters. */
function parseLanguage(codes: Uint8Array): string | undefined {
  const letters = String.fromCharCode(...codes).toLowerCase()
  return /^[a-z][a-z]$/.test(letters) ? letters : undefined
}

/** Returns where a page of `room` units ends that starts at `from`. It cuts no escape pair and no surrogate pair. */
export function findPageEnd({ units, isUcs2 }: CbsText, from: number, room: number): number {
  const end = Math.min(from + (isUcs2 ? 2 * room : room), units.length)
  if (end === units.length) return end
  if (isUcs2) return (units[end - 2]! & 0xfc) === 0xd8 && (units[end]! & 0xfc) === 0xdc ? end - 2 : end
  return end - (countEscapes(units, from, end) % 2)
}
