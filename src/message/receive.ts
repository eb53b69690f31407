import { copyMembers, type Members, requireBoolean, requireInteger, requireObject, requireOctets } from '../arguments'
import { UNPACKED, USER_DATA } from '../core/capacity'
import { readElement, scanHeader } from '../core/header'
import { CONCAT_8, CONCAT_16, LOCKING_SHIFT, SINGLE_SHIFT } from '../core/identifiers'
import { DEFAULT_TABLES, hasLockingTable, hasSingleShiftTable, type Tables } from '../core/languages'
import { findHeaderEnd } from '../header/header'
import { type Refuse, throwing } from '../header/refuse'
import { nameLanguage } from '../text/languages'
import type { DataCoding, Encoding, Language } from '../types'
import type { ConcatElement } from '../types/information-elements'
import { decodeContent, findContentEnd, type UserData } from './content'
import { isCompressed, parseDataCoding } from './data-coding'

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
  /** Octet offsets in the user data where the content begins and ends (exclusive). Packed septets may end elsewhere. */
  readonly start: number
  readonly end: number
}

/** The members of a message that are read. Others are ignored. */
const MEMBERS = ['userData', 'userDataLength', 'hasHeader', 'dataCoding', 'protocolId', 'packed', 'type']

const REPORTS: readonly unknown[] = ['status-report', 'deliver-report', 'submit-report']
/** Octets of a SMS-DELIVER-REPORT, which has the most room [9.2.2.1a]. */
const REPORT = 159

/**
 * Reads one segment by the rules that bind a receiver: TS 23.040 9.2.3.24 and TS 23.038 6.2.1.1. Where a header cannot
 * be there and `refuse` returns, all octets are read as text, so that none is lost. `hasAnyLength`: there may be more
 * octets than the air interface carries.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value'; 'truncated', 'malformed', where `refuse` throws
 */
export function receive(argument: string, message: unknown, refuse: Refuse = throwing, hasAnyLength = false): Received {
  const members = requireObject(argument, message, MEMBERS)
  const isReport = REPORTS.includes(members.type)
  const given = isReport ? completeReport(members) : members
  const dataCoding = parseDataCoding(requireInteger(`${argument}.dataCoding`, given.dataCoding, 0, 255))
  const { encoding } = dataCoding
  const { protocolId } = given
  const hasHeader = requireBoolean(`${argument}.hasHeader`, given.hasHeader)
  // Compressed text (TS 23.042) is octets to us, and TP-UDL counts them [9.2.3.16].
  const checked = check(argument, isCompressed(dataCoding) ? '8-bit' : encoding, given)
  const { userData } = checked
  if (!hasAnyLength) requireFit(checked, isReport, refuse)
  const header = hasHeader ? findHeaderEnd(`${argument}.userData`, userData, refuse) : 0
  const scanned = header > 0 ? scanHeader(userData) : []
  // "If the length of the User Data Header is such that there are too few or too many octets in the final Information
  // Element then the whole User Data Header shall be ignored": its octets are still not text.
  const { concat, elements, tables } = typeof scanned === 'number' ? NO_HEADER : readTextElements(scanned)
  return {
    encoding,
    dataCoding,
    protocolId: protocolId === undefined ? undefined : requireInteger(`${argument}.protocolId`, protocolId, 0, 255),
    concat,
    elements,
    content: decodeContent(checked, header, tables, refuse),
    languages: checked.encoding === 'GSM-7' ? nameTables(tables) : NO_LANGUAGES,
    userData,
    start: header,
    end: findContentEnd(checked, header),
  }
}

/** A report, with defaults for the members that its parameter indicator may leave out [9.2.3.27]. */
function completeReport({ dataCoding = 0, userData = new Uint8Array(), ...members }: Members): Members {
  return copyMembers({ dataCoding, userData, ...members })
}

/** What a receiver takes from a header to read the text. */
interface Header extends Pick<Received, 'concat' | 'elements'> {
  readonly tables: Tables
}

const NO_HEADER: Header = { concat: undefined, elements: [], tables: DEFAULT_TABLES }
const NO_LANGUAGES: readonly Language[] = []

/** Reads the elements that matter to the text. Of repeated elements, the last one counts. */
function readTextElements(elements: readonly Uint8Array[]): Header {
  let concat: Received['concat']
  let locking = 0
  let single = 0
  for (const element of elements) {
    const id = element[0]!
    if (id !== SINGLE_SHIFT && id !== LOCKING_SHIFT && id !== CONCAT_8 && id !== CONCAT_16) continue
    const [first, total = 0, sequence = 0] = readElement(element)
    if (first === undefined) continue
    if (id === SINGLE_SHIFT) single = first
    else if (id === LOCKING_SHIFT) locking = first
    // A receiver ignores the element otherwise [9.2.3.24.1].
    else if (sequence > 0 && sequence <= total) {
      concat = { bits: id === CONCAT_8 ? 8 : 16, reference: first, total, sequence }
    }
  }
  // A language that is reserved, or has no such table, is ignored [9.2.3.24.15].
  const tables = {
    locking: hasLockingTable(locking) ? locking : 0,
    single: hasSingleShiftTable(single) ? single : 0,
  }
  return { concat, elements, tables }
}

function nameTables({ locking, single }: Tables): readonly Language[] {
  if (locking === 0 && single === 0) return NO_LANGUAGES
  return [...new Set([single, locking])].flatMap((language) => nameLanguage(language) ?? [])
}

function check(argument: string, encoding: Encoding, given: Readonly<Record<string, unknown>>): UserData {
  const userData = requireOctets(`${argument}.userData`, given.userData)
  const length = given.userDataLength
  const packed = given.packed === undefined ? true : requireBoolean(`${argument}.packed`, given.packed)
  return {
    argument,
    userData,
    userDataLength: length === undefined ? undefined : requireInteger(`${argument}.userDataLength`, length, 0, 255),
    packed: encoding === 'GSM-7' && packed,
    encoding,
  }
}

function requireFit({ argument, userData, encoding, packed }: UserData, isReport: boolean, refuse: Refuse): void {
  const most = isReport ? REPORT : encoding === 'GSM-7' && !packed ? UNPACKED : USER_DATA
  if (userData.length <= most) return
  refuse('malformed', `${argument}.userData`, userData, `has ${userData.length} octets; ${most} is the most`, most)
}
