import { requireBoolean, requireInteger, requireObject, requireOctets } from './arguments'
import { parseDataCoding } from './data-coding'
import { type Engine, start } from './engine'
import { SeptetError } from './errors'
import { elementsOf, headerEnd } from './header'
import type { ConcatElement, ShiftElement } from './information-elements'
import { languageOf } from './languages'
import { copyOut } from './text-window'
import type { DataCoding, Encoding, InformationElement, Language } from './types'

/** A segment as a receiver understands it. */
export interface Received {
  readonly encoding: Encoding
  readonly dataCoding: DataCoding
  readonly protocolId: number | undefined
  /** The element that makes it one of several. */
  readonly concat: ConcatElement | undefined
  /** The other elements. */
  readonly elements: readonly InformationElement[]
  /** National languages by whose tables the text was read. */
  readonly languages: readonly Language[]
  /** Its text, or its octets where the encoding is 8-bit or the text is compressed (TS 23.042). */
  readonly content: string | Uint8Array
  readonly userData: Uint8Array
}

/** Languages by whose tables the septets are read; 0 is the default. */
interface Tables {
  readonly locking: number
  readonly single: number
}

/** A message whose members have been checked. */
interface Checked {
  readonly argument: string
  readonly userData: Uint8Array
  readonly userDataLength: number | undefined
  readonly packed: boolean
  readonly encoding: Encoding
}

/** Most octets of user data: 140 on the air, 160 where SMPP carries one septet an octet (TS 23.040 9.2.3.16). */
const MOST_PACKED = 140
const MOST_UNPACKED = 160

/**
 * Reads one segment by the rules that bind a receiver: TS 23.040 9.2.3.24 and TS 23.038 6.2.1.1.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'truncated', 'malformed'
 */
export function receive(argument: string, message: unknown): Received {
  const given = requireObject(argument, message)
  const dataCoding = parseDataCoding(requireInteger(`${argument}.dataCoding`, given.dataCoding, 0, 255))
  const { encoding } = dataCoding
  const { protocolId } = given
  const hasHeader = requireBoolean(`${argument}.hasHeader`, given.hasHeader)
  // Compressed text (TS 23.042) is octets to us, and TP-UDL counts them [9.2.3.16].
  const checked = check(argument, dataCoding.compressed ? '8-bit' : encoding, given)
  const { userData } = checked
  const engine = start()
  const end = hasHeader ? headerEnd(`${argument}.userData`, userData) : 0
  const { concat, elements, tables } = hasHeader ? heard(engine, userData) : NO_HEADER
  return {
    encoding,
    dataCoding,
    protocolId: protocolId === undefined ? undefined : requireInteger(`${argument}.protocolId`, protocolId, 0, 255),
    concat,
    elements,
    content: contentOf(engine, checked, end, tables),
    languages: checked.encoding === 'GSM-7' ? namesOf(tables) : NO_LANGUAGES,
    userData,
  }
}

/** What a receiver takes from a header. */
interface Header extends Pick<Received, 'concat' | 'elements'> {
  readonly tables: Tables
}

const NO_HEADER: Header = { concat: undefined, elements: [], tables: { locking: 0, single: 0 } }
const NO_LANGUAGES: readonly Language[] = []

function heard(engine: Engine, userData: Uint8Array): Header {
  const found = elementsOf(engine, userData)
  // "If the length of the User Data Header is such that there are too few or too many octets in the final Information
  // Element then the whole User Data Header shall be ignored": its octets are still not text.
  if (typeof found === 'number') return NO_HEADER
  const elements = found.filter(isHeard)
  const tables = {
    locking: shiftOf(engine, elements, 'lockingShift'),
    single: shiftOf(engine, elements, 'singleShift'),
  }
  return {
    concat: elements.filter(isConcat).filter(isConsistent).at(-1),
    elements: elements.filter((element) => !isConcat(element)),
    tables,
  }
}

/** The language whose table an element names; 0 where none does, or one that is reserved or has no such table [9.2.3.24.15]. */
function shiftOf({ core }: Engine, heard: InformationElement[], type: ShiftElement['type']): number {
  const isOfType = (element: InformationElement): element is ShiftElement => element.type === type
  const language = heard.filter(isOfType).at(-1)?.language ?? 0
  const table = type === 'lockingShift' ? core.lockingTable(language) : core.singleShiftTable(language)
  return table === 0 ? 0 : language
}

function namesOf({ locking, single }: Tables): readonly Language[] {
  if (locking === 0 && single === 0) return NO_LANGUAGES
  return [...new Set([single, locking])].flatMap((language) => languageOf(language) ?? [])
}

function isConcat(element: InformationElement): element is ConcatElement {
  return element.type === 'concat'
}

/** Elements that must not be repeated [9.2.3.24]; two widths of port exclude each other as well. */
const NOT_REPEATABLE: readonly InformationElement['type'][] = [
  'ports',
  'smscControl',
  'rfc822',
  'replyAddress',
  'singleShift',
  'lockingShift',
]

/** Of those that are repeated against the rule, the last one counts. */
function isHeard({ type }: InformationElement, index: number, all: readonly InformationElement[]): boolean {
  return !NOT_REPEATABLE.includes(type) || !all.some((other, place) => place > index && other.type === type)
}

/** A receiver ignores the element otherwise [9.2.3.24.1]. */
function isConsistent({ total, sequence }: ConcatElement): boolean {
  return sequence > 0 && sequence <= total
}

function check(argument: string, encoding: Encoding, given: Readonly<Record<string, unknown>>): Checked {
  const userData = requireOctets(`${argument}.userData`, given.userData)
  const length = given.userDataLength
  const packed = given.packed === undefined ? true : requireBoolean(`${argument}.packed`, given.packed)
  const most = encoding === 'GSM-7' && !packed ? MOST_UNPACKED : MOST_PACKED
  if (userData.length > most) {
    throw new SeptetError(
      'malformed',
      `${argument}.userData`,
      userData,
      `has ${userData.length} octets; ${most} is the most`,
      most,
    )
  }
  return {
    argument,
    userData,
    userDataLength: length === undefined ? undefined : requireInteger(`${argument}.userDataLength`, length, 0, 255),
    packed: encoding === 'GSM-7' && packed,
    encoding,
  }
}

function contentOf(engine: Engine, message: Checked, header: number, tables: Tables): string | Uint8Array {
  const { userData, encoding, packed } = message
  requireOctetsFor(message)
  if (encoding === '8-bit') return userData.slice(header)
  if (userData.length > 0) engine.octets.set(userData)
  if (encoding === 'UCS-2') return ucs2(engine, message, header)
  return packed ? packedSeptets(engine, message, header, tables) : unpackedSeptets(engine, message, header, tables)
}

/** The octets must be those that TP-UDL counts: septets of packed GSM-7, octets otherwise. */
function requireOctetsFor({ argument, userData, userDataLength, packed }: Checked): void {
  if (userDataLength === undefined) return
  const needed = packed ? Math.ceil((userDataLength * 7) / 8) : userDataLength
  if (needed === userData.length) return
  const message = `is ${userData.length} octets long, and userDataLength ${userDataLength} makes ${needed}`
  const code = needed > userData.length ? 'truncated' : 'malformed'
  throw new SeptetError(code, `${argument}.userData`, userData, message, Math.min(needed, userData.length))
}

function ucs2(engine: Engine, { argument, userData }: Checked, header: number): string {
  const end = userData.length
  if ((end - header) % 2 === 0) return copyOut(engine, engine.core.decodeUcs2(header, end))
  throw new SeptetError('truncated', `${argument}.userData`, userData, 'ends within a 16-bit unit', end - 1)
}

function unpackedSeptets(
  engine: Engine,
  { argument, userData }: Checked,
  header: number,
  { locking, single }: Tables,
): string {
  const wide = userData.findIndex((octet, offset) => offset >= header && octet > 0x7f)
  if (wide < 0) return copyOut(engine, engine.core.decodeGsm7(header, userData.length, 0, locking, single))
  throw new SeptetError('malformed', `${argument}.userData`, userData, 'holds no septet', wide)
}

function packedSeptets(
  engine: Engine,
  { argument, userData, userDataLength }: Checked,
  header: number,
  { locking, single }: Tables,
): string {
  const first = engine.core.headerSeptets(header)
  const end = userDataLength ?? Math.max(first, probableLength(userData))
  if (first <= end) return copyOut(engine, engine.core.decodeGsm7(first, end, 1, locking, single))
  const message = `is less than the ${first} septets of the header`
  throw new SeptetError('malformed', `${argument}.userDataLength`, end, message)
}

/**
 * Septets where nobody says how many: all that the octets have room for; but where seven bits are left over and zero, they
 * are fill rather than a final @ (TS 23.038 6.1.2.1).
 */
function probableLength(userData: Uint8Array): number {
  const septets = Math.floor((userData.length * 8) / 7)
  const spare = septets > 0 && septets % 8 === 0 && userData.at(-1)! >> 1 === 0
  return spare ? septets - 1 : septets
}
