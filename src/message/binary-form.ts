// The forms in which SMS gateways take a message of octets in one string: hexadecimal (bin=2) or as they are (bin=1); first
// the header, whose first octet is its length (00: none), then the data, then perhaps a suffix with TP-PID and TP-DCS.
import { describe, nameTypedArray, requireOctets, requireOneOf } from '../arguments'
import { locateErrors, SeptetError } from '../errors'
import { decodeHeaderAs, findHeaderEnd } from '../header/header'
import { decodeUnits, joinOctets } from '../octets'
import type { InformationElement } from '../types/information-elements'
import { type BinaryMessage, checkBinary, DEFAULT_DATA_CODING, DEFAULT_PROTOCOL_ID } from './binary'
import { requireHex, toHex } from './hex'

/** How the octets are written: as digits, or as they are. */
export type BinaryForm = 'hex' | 'raw'

/** A message as `parseBinary` gives it: nothing is left out. */
export interface ParsedBinary extends BinaryMessage {
  header: InformationElement[]
  dataCoding: number
  protocolId: number
}

const SEPARATOR = '~~~'
const SUFFIX = /^\r?\n~~~\r?\n[ \t]*pid:[ \t]*(0x[\da-f]+|\d+)[ \t]*,[ \t]*dcs:[ \t]*(0x[\da-f]+|\d+)[ \t\r\n]*$/i

/** Longest suffix that is read, with white space at its end. */
const LONGEST_SUFFIX = 100

/**
 * Reads a message from the one string that an SMS gateway's API takes: hexadecimal digits (in either case, white space left
 * out), or octets as they are; the header first, 00 for none. A suffix `\n~~~\npid: 64, dcs: 4` sets TP-PID and TP-DCS.
 *
 * @param text digits; or octets as they are, each a character up to U+00FF. A string, or a Uint8Array of these
 * characters
 * @param form `'hex'`: digits; `'raw'`: octets as they are. Default `'hex'`
 * @returns the elements of the header, the data, and TP-DCS and TP-PID, 4 and 0 without a suffix
 * @throws {SeptetError} 'invalid-type'; 'malformed', 'truncated': no digit, half an octet, no header, no suffix; 'invalid-value':
 * a number of the suffix above 255. With the offset
 * @example
 * parseBinary('050A030705604869')
 * // { header: [{ type: 'textFormatting', start: 7, length: 5, italic: true, underline: true }],
 * //   data: Uint8Array [ 0x48, 0x69 ], dataCoding: 4, protocolId: 0 }
 */
export function parseBinary(text: string | Uint8Array, form: BinaryForm = 'hex'): ParsedBinary {
  requireOneOf('form', form, ['hex', 'raw'])
  const characters = readCharacters(text)
  const end = form === 'hex' ? findSeparator(characters) : findSuffix(characters)
  const written = characters.slice(0, end)
  const octets = form === 'hex' ? requireHex('text', written, text) : readLatin1(written, text)
  const place = (offset: number) => (form === 'hex' ? findOctet(written, offset) : offset)
  const header = locateErrors('text', text, place, () => {
    const length = findHeaderEnd('text', octets)
    return { length, elements: decodeHeaderAs('text', octets.subarray(0, length)) }
  })
  return {
    header: header.elements,
    data: octets.slice(header.length),
    ...readSuffix(text, characters.slice(end), end),
  }
}

/**
 * Writes a message as `parseBinary` reads it. The suffix is left out where it would say `pid: 0, dcs: 4`.
 *
 * @param message its header, its data, and the octets TP-DCS and TP-PID
 * @param form `'hex'`: digits; `'raw'`: octets as they are. Default `'hex'`
 * @returns digits in upper case, or characters up to U+00FF, and perhaps the suffix
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'truncated', 'malformed': a member of the message
 * @example
 * formatBinary({ data: Uint8Array.of(1, 2), dataCoding: 0xf5 }) // '000102\n~~~\npid: 0, dcs: 245'
 */
export function formatBinary(message: BinaryMessage, form: BinaryForm = 'hex'): string {
  requireOneOf('form', form, ['hex', 'raw'])
  const { elements, data, dataCoding, protocolId } = checkBinary(message)
  const octets = joinOctets([Uint8Array.of(elements.length), elements, data])
  const written = form === 'hex' ? toHex(octets) : decodeUnits(octets)
  const isDefault = dataCoding === DEFAULT_DATA_CODING && protocolId === DEFAULT_PROTOCOL_ID
  // Octets as they are may end like a suffix by chance. Then the true suffix is written after them.
  if (isDefault && (form === 'hex' || findSuffix(written) === written.length)) return written
  return `${written}\n${SEPARATOR}\npid: ${protocolId}, dcs: ${dataCoding}`
}

function readCharacters(text: unknown): string {
  if (typeof text === 'string') return text
  if (nameTypedArray(text) === 'Uint8Array') return decodeUnits(requireOctets('text', text))
  throw new SeptetError('invalid-type', 'text', text, `must be a string or a Uint8Array, got ${describe(text)}`)
}

/**
 * Where the digits end: at the first separator, since digits have no tilde. The line end before it belongs to the
 * suffix.
 */
function findSeparator(text: string): number {
  const at = text.indexOf(SEPARATOR)
  if (at < 0) return text.length
  return text.endsWith('\r\n', at) ? at - 2 : text.endsWith('\n', at) ? at - 1 : at
}

/**
 * Where the octets end. They may have a separator by chance, so only a whole suffix at the end counts. A CR before it
 * is an octet, except where the suffix has CR LF inside.
 */
function findSuffix(text: string): number {
  const start = text.lastIndexOf(`\n${SEPARATOR}`)
  if (start < 0 || text.length - start > LONGEST_SUFFIX || !SUFFIX.test(text.slice(start))) return text.length
  return text.startsWith('\r\n', start + 1 + SEPARATOR.length) && text.endsWith('\r', start) ? start - 1 : start
}

function readSuffix(text: unknown, suffix: string, at: number): { dataCoding: number; protocolId: number } {
  if (suffix === '') return { dataCoding: DEFAULT_DATA_CODING, protocolId: DEFAULT_PROTOCOL_ID }
  const found = suffix.length > LONGEST_SUFFIX ? null : SUFFIX.exec(suffix)
  if (found === null) {
    throw new SeptetError('malformed', 'text', text, 'has no suffix such as "pid: 0, dcs: 4"', at)
  }
  const [protocolId, dataCoding] = [Number(found[1]), Number(found[2])]
  const wrong = protocolId > 255 ? 'pid' : dataCoding > 255 ? 'dcs' : undefined
  if (wrong === undefined) return { dataCoding, protocolId }
  const offset = at + suffix.toLowerCase().indexOf(wrong)
  throw new SeptetError('invalid-value', 'text', text, `has a ${wrong} above 255`, offset)
}

/** Where the digits of an octet begin. */
function findOctet(digits: string, octet: number): number {
  let place = 0
  for (let left = 2 * octet; place < digits.length; place++) {
    if (digits[place]!.trim() !== '' && left-- === 0) break
  }
  return place
}

function readLatin1(characters: string, text: unknown): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(characters.length)
  for (let offset = 0; offset < octets.length; offset++) {
    const unit = characters.charCodeAt(offset)
    if (unit > 255) {
      throw new SeptetError('malformed', 'text', text, 'has a character that is no octet', offset)
    }
    octets[offset] = unit
  }
  return octets
}
