import { requireBoolean, requireInteger, requireObject, requireOctets } from '../arguments'
import { type Engine, start } from '../core/text'
import { languageOf } from '../text/languages'
import type { DataCoding, Encoding, Language } from '../types'
import type { ConcatElement } from '../types/information-elements'
import { contentEnd, contentOf, type Tables, type UserData } from './content'
import { parseDataCoding } from './data-coding'
import { headerEnd, scan } from './header'
import { type Refuse, throwing } from './refuse'

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
  /** Where in the user data the content begins, and ends but for packed septets; the end is exclusive. */
  readonly start: number
  readonly end: number
}

/** Most octets of user data: 140 on the air, 160 where SMPP carries one septet an octet (TS 23.040 9.2.3.16). */
const MOST_PACKED = 140
const MOST_UNPACKED = 160

/**
 * Reads one segment by the rules that bind a receiver: TS 23.040 9.2.3.24 and TS 23.038 6.2.1.1. A header that cannot be
 * there is none, where `refuse` returns: all octets are text then, so that none is lost.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value'; 'truncated', 'malformed', where `refuse` throws
 */
export function receive(argument: string, message: unknown, refuse: Refuse = throwing): Received {
  const given = requireObject(argument, message)
  const dataCoding = parseDataCoding(requireInteger(`${argument}.dataCoding`, given.dataCoding, 0, 255))
  const { encoding } = dataCoding
  const { protocolId } = given
  const hasHeader = requireBoolean(`${argument}.hasHeader`, given.hasHeader)
  // Compressed text (TS 23.042) is octets to us, and TP-UDL counts them [9.2.3.16].
  const checked = check(argument, dataCoding.compressed ? '8-bit' : encoding, given, refuse)
  const { userData } = checked
  const engine = start()
  const header = hasHeader ? headerEnd(`${argument}.userData`, userData, refuse) : 0
  const scanned = header > 0 ? scan(engine, userData) : []
  // "If the length of the User Data Header is such that there are too few or too many octets in the final Information
  // Element then the whole User Data Header shall be ignored": its octets are still not text.
  const { concat, elements, tables } = typeof scanned === 'number' ? NO_HEADER : heard(engine, scanned)
  return {
    encoding,
    dataCoding,
    protocolId: protocolId === undefined ? undefined : requireInteger(`${argument}.protocolId`, protocolId, 0, 255),
    concat,
    elements,
    content: contentOf(engine, checked, header, tables, refuse),
    languages: checked.encoding === 'GSM-7' ? namesOf(tables) : NO_LANGUAGES,
    userData,
    start: header,
    end: contentEnd(checked, header),
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

function check(
  argument: string,
  encoding: Encoding,
  given: Readonly<Record<string, unknown>>,
  refuse: Refuse,
): UserData {
  const userData = requireOctets(`${argument}.userData`, given.userData)
  const length = given.userDataLength
  const packed = given.packed === undefined ? true : requireBoolean(`${argument}.packed`, given.packed)
  const most = encoding === 'GSM-7' && !packed ? MOST_UNPACKED : MOST_PACKED
  if (userData.length > most) {
    refuse('malformed', `${argument}.userData`, userData, `has ${userData.length} octets; ${most} is the most`, most)
  }
  return {
    argument,
    userData,
    userDataLength: length === undefined ? undefined : requireInteger(`${argument}.userDataLength`, length, 0, 255),
    packed: encoding === 'GSM-7' && packed,
    encoding,
  }
}
