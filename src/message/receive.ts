import { requireBoolean, requireInteger, requireObject, requireOctets } from '../arguments'
import { type Engine, start } from '../core/text'
import { copyOut } from '../core/window'
import { SeptetError } from '../errors'
import { languageOf } from '../text/languages'
import type { DataCoding, Encoding, Language } from '../types'
import type { ConcatElement } from '../types/information-elements'
import { isCompressed, parseDataCoding } from './data-coding'
import { headerEnd, scan } from './header'

/** A segment as a receiver understands it. */
export interface Received {
  readonly encoding: Encoding
  readonly dataCoding: DataCoding
  readonly protocolId: number | undefined
  /** The element that makes it one of several. */
  readonly concat: Omit<ConcatElement, 'type'> | undefined
  /** The octets of each element. */
  readonly elements: readonly Uint8Array[]
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

/** What is read of a message; whatever else it has is its own affair. */
const MEMBERS = ['userData', 'userDataLength', 'hasHeader', 'dataCoding', 'protocolId', 'packed']

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
  const given = requireObject(argument, message, MEMBERS)
  const dataCoding = parseDataCoding(requireInteger(`${argument}.dataCoding`, given.dataCoding, 0, 255))
  const { encoding } = dataCoding
  const { protocolId } = given
  const hasHeader = requireBoolean(`${argument}.hasHeader`, given.hasHeader)
  // Compressed text (TS 23.042) is octets to us, and TP-UDL counts them [9.2.3.16].
  const checked = check(argument, isCompressed(dataCoding) ? '8-bit' : encoding, given)
  const { userData } = checked
  const engine = start()
  const end = hasHeader ? headerEnd(`${argument}.userData`, userData) : 0
  const scanned = hasHeader ? scan(engine, userData) : []
  // "If the length of the User Data Header is such that there are too few or too many octets in the final Information
  // Element then the whole User Data Header shall be ignored": its octets are still not text.
  const { concat, elements, tables } = typeof scanned === 'number' ? NO_HEADER : heard(engine, scanned)
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

/** What a receiver takes from a header to read the text. */
interface Header extends Pick<Received, 'concat' | 'elements'> {
  readonly tables: Tables
}

const NO_HEADER: Header = { concat: undefined, elements: [], tables: { locking: 0, single: 0 } }
const NO_LANGUAGES: readonly Language[] = []

/** Identifiers of the elements that say how the text is to be read. */
const CONCAT_8 = 0x00
const CONCAT_16 = 0x08
const SINGLE_SHIFT = 0x24
const LOCKING_SHIFT = 0x25

/** Of repeated elements, the last one counts. */
function heard({ core, result, OCTETS }: Engine, elements: readonly Uint8Array[]): Header {
  let concat: Received['concat']
  let locking = 0
  let single = 0
  let at = OCTETS + 1
  for (const element of elements) {
    const id = core.readElement(at) === 0 ? undefined : element[0]
    at += element.length
    const [first, second, third] = [result[0]!, result[1]!, result[2]!]
    if (id === SINGLE_SHIFT) single = first
    if (id === LOCKING_SHIFT) locking = first
    // A receiver ignores the element otherwise [9.2.3.24.1].
    if ((id === CONCAT_8 || id === CONCAT_16) && third > 0 && third <= second) {
      concat = { bits: id === CONCAT_8 ? 8 : 16, reference: first, total: second, sequence: third }
    }
  }
  // A language that is reserved, or has no such table, is none [9.2.3.24.15].
  const tables = {
    locking: core.lockingTable(locking) === 0 ? 0 : locking,
    single: core.singleShiftTable(single) === 0 ? 0 : single,
  }
  return { concat, elements, tables }
}

function namesOf({ locking, single }: Tables): readonly Language[] {
  if (locking === 0 && single === 0) return NO_LANGUAGES
  return [...new Set([single, locking])].flatMap((language) => languageOf(language) ?? [])
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
