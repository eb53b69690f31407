// TS 23.040 9.2.2: a whole TPDU. Its first octet and its direction choose one of six layouts.
import { SeptetError } from 'septet'
import {
  type Members,
  requireBoolean,
  requireMembers,
  requireObject,
  requireOctets,
  requireOneOf,
} from '../../arguments'
import { joinOctets } from '../../octets'
import { pluralize } from '../../words'
import { type Cursor, createCursor, reportFault, take, takeOctet } from '../fields/cursor'
import { MESSAGE_TYPE, readFlags, writeFlags, writeReserved } from '../fields/first-octet'
import { requireOctetsUpTo } from '../fields/octet-string'
import type { TpduInput } from '../input-types'
import type { LenientTpdu, Tpdu } from '../types'
import { COMMAND } from './command'
import { DELIVER } from './deliver'
import { DELIVER_REPORT } from './deliver-report'
import type { Draft, TpduLayout } from './layout'
import { STATUS_REPORT } from './status-report'
import { SUBMIT } from './submit'
import { SUBMIT_REPORT } from './submit-report'

const LAYOUTS: readonly TpduLayout[] = [DELIVER, SUBMIT_REPORT, STATUS_REPORT, SUBMIT, DELIVER_REPORT, COMMAND]

const TYPES: readonly string[] = LAYOUTS.map(({ type }) => type)

/** The direction of a TPDU. The same first octet means another type in the other direction. */
export type Direction = 'to-phone' | 'to-network'
/** What carries a report: RP-ACK, or RP-ERROR. */
export type Carrier = 'ack' | 'error'

const DIRECTIONS = ['to-phone', 'to-network'] as const
const CARRIERS = ['ack', 'error'] as const

/**
 * From this value on, the octet is a failure cause and not a parameter indicator: the highest bit of the indicator has
 * never been used.
 */
const FIRST_CAUSE = 0x80

/** Members that a TPDU has after reading, and that writing ignores. */
const UNWRITTEN = ['faults', 'smsc']

/** Octets in a record of a SIM. Nothing from which a TPDU is read is longer. */
const MOST_REST = 255

/** How `decodeTpdu` reads a TPDU. */
export interface TpduOptions {
  /** From the service centre to the phone, or the other way. */
  direction: Direction
  /**
   * For a report: whether RP-ACK or RP-ERROR carries it. Only RP-ERROR has a failure cause. Left out, the octet in the
   * place of the cause decides: 0x80 or more is a cause.
   */
  carrier?: Carrier
  /** Reads as far as the octets go, and lists what is wrong as `faults`. Default `false`: the first fault is an error. */
  lenient?: boolean
}

/**
 * Reads a transfer-layer PDU, without the service centre address that a modem prints before it. Reserved values are
 * kept: `encodeTpdu` gives the same octets back.
 *
 * A DELIVER and a SUBMIT are messages that `read` and `decode` of `septet` take.
 *
 * With `lenient`: a field that is cut has the octets that are there. Of missing fields, text, addresses and times are
 * empty; numbers and the status are left out. A user data length that is too large is cut to the octets. Octets after
 * the last field are `rest`.
 *
 * @param octets the TPDU, from its first octet on
 * @param options its direction, and how it is read
 * @returns the fields as plain data, with the type in `type`
 * @throws {SeptetError} 'truncated': the octets end within a field, or there are none; 'malformed': a length that the
 * field cannot have, octets after the last field, or a reserved type; 'invalid-type', 'invalid-value', 'unknown-option'
 * @see 3GPP TS 23.040 9.2.2
 * @example
 * const deliver = decodeTpdu(fromHex('040B914306103254F60000623050417090400BC8329BFD06DDDF723619'), { direction: 'to-phone' })
 * deliver.type // 'deliver'
 * deliver.originator.value // '34600123456'
 * deliver.timeStamp.local // '2026-03-05T14:07:09'
 * decode(deliver) // 'Hello world'
 */
export function decodeTpdu(octets: Uint8Array, options: TpduOptions & { lenient?: false }): Tpdu
export function decodeTpdu(octets: Uint8Array, options: TpduOptions): LenientTpdu
export function decodeTpdu(octets: Uint8Array, options: TpduOptions): LenientTpdu {
  const { direction, carrier, lenient } = requireMembers('options', options, ['direction', 'carrier', 'lenient'])
  const cursor = createCursor('octets', requireOctets('octets', octets), requireLenient(lenient))
  return readTpdu(cursor, requireDirection(direction), requireCarrier(carrier))
}

/** @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireDirection(direction: unknown): Direction {
  return requireOneOf('options.direction', direction as Direction, DIRECTIONS)
}

/** @throws {SeptetError} 'invalid-type' */
export function requireLenient(lenient: unknown): boolean {
  return lenient !== undefined && requireBoolean('options.lenient', lenient)
}

/** @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireCarrier(carrier: unknown): Carrier | undefined {
  return carrier === undefined ? undefined : requireOneOf('options.carrier', carrier as Carrier, CARRIERS)
}

/** Reads the TPDU from the cursor on. */
export function readTpdu(cursor: Cursor, direction: Direction, carrier: Carrier | undefined): LenientTpdu {
  const from = cursor.at
  if (from >= cursor.octets.length) {
    throw new SeptetError('truncated', cursor.argument, cursor.value, 'has no octet of a TPDU', cursor.toOffset(from))
  }
  const first = takeOctet(cursor, 'the first octet')!
  const layout = findLayout(cursor, first, direction)
  const { type, code, flags, set, fields, constant } = layout
  const draft: Draft = { type, ...readFlags(first, flags) }
  const isError = ({ octets, at }: Cursor) =>
    carrier === undefined ? (octets[at] ?? 0) >= FIRST_CAUSE : carrier === 'error'
  for (const field of fields) field.read(cursor, draft, { first, isError })
  const reserved = (first ^ code) & ~flags.reduce((bits, { bit }) => bits | bit, set?.mask ?? 0)
  if (reserved !== 0) draft.reservedBits = reserved
  readRest(cursor, draft, layout)
  return {
    ...draft,
    ...constant,
    ...(cursor.faults === undefined ? {} : { faults: cursor.faults }),
  } as unknown as LenientTpdu
}

/** Finds the layout of a type. @throws {SeptetError} 'malformed': the type is reserved, and no receiver reads it as another */
function findLayout(cursor: Cursor, first: number, direction: Direction): TpduLayout {
  const code = first & MESSAGE_TYPE
  const ofDirection = LAYOUTS.filter((layout) => layout.direction === direction)
  const layout = ofDirection.find((layout) => layout.code === code || layout.reservedCode === code)
  if (layout !== undefined) return layout
  const message = 'has the reserved type 11, which no TPDU to the network has'
  throw new SeptetError('malformed', cursor.argument, cursor.value, message, cursor.toOffset(cursor.at - 1))
}

function readRest(cursor: Cursor, draft: Draft, { hasRest }: TpduLayout): void {
  const { octets, at } = cursor
  const left = octets.length - at
  if (left === 0) return
  if (!hasRest?.(draft)) reportFault(cursor, 'malformed', at, `has ${pluralize(left, 'octet')} after the last field`)
  draft.rest = take(cursor, left, 'the rest')
}

/**
 * Writes a transfer-layer PDU. A TPDU that `decodeTpdu` has read gives the same octets again.
 *
 * Flags that are not set may be left out. Addresses may be strings (`+34600123456`, `1414`), times Dates, and codes
 * numbers. GSM-7 user data that is not packed is packed.
 *
 * @param tpdu the TPDU; its `type` says which of the six
 * @returns the octets, without a service centre address; `encodePdu` writes one before them
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option': a member of `tpdu`
 * @see 3GPP TS 23.040 9.2.2
 * @example
 * const [message] = encode('hellohello')
 * toHex(encodeTpdu({ type: 'submit', messageReference: 0, destination: '+34600654321', ...message }))
 * // '01000B914306604523F100000AE8329BFD4697D9EC37'
 */
export function encodeTpdu(tpdu: TpduInput): Uint8Array {
  return writeTpdu(readMembers(tpdu))
}

/** The members of a TPDU of any type, each read once. @throws {SeptetError} 'invalid-type' */
export function readMembers(tpdu: unknown): Members {
  allMembers ??= [...COMMON_MEMBERS, ...LAYOUTS.flatMap(listMembers)]
  return requireObject('tpdu', tpdu, allMembers)
}

/** Writes a TPDU whose members have been read. */
export function writeTpdu(given: Members): Uint8Array {
  const layout = LAYOUTS[TYPES.indexOf(requireOneOf('tpdu.type', given.type as string, TYPES))]!
  const { code, flags, set, fields } = layout
  const members = requireMembers('tpdu', given, [...COMMON_MEMBERS, ...listMembers(layout)])
  const used = flags.reduce((bits, { bit }) => bits | bit, set?.mask ?? 0)
  const reserved = writeReserved('tpdu.reservedBits', members.reservedBits, findFreeBits(layout, used))
  const first = code | writeFlags('tpdu', members, flags) | (set?.bits('tpdu', members) ?? 0) | reserved
  const rest = members.rest === undefined ? [] : [requireOctetsUpTo('tpdu.rest', members.rest, MOST_REST)]
  const written = fields.map((field) => Uint8Array.from(field.write('tpdu', members)))
  return joinOctets([Uint8Array.of(first), ...written, ...rest])
}

const COMMON_MEMBERS = ['type', 'reservedBits', 'rest', ...UNWRITTEN]

/** The members of all types: listed at the first call, since nothing runs at import. */
let allMembers: readonly string[] | undefined

/** The members that a type has of its own. */
function listMembers({ flags, fields }: TpduLayout): string[] {
  return [...flags.map(({ member }) => member), ...fields.flatMap((field) => field.members)]
}

/** Finds the bits of the first octet that have no meaning. For a reserved type, also the bits of that type. */
function findFreeBits({ code, reservedCode = code }: TpduLayout, used: number): readonly [number, number] {
  return [0xff & ~used & ~MESSAGE_TYPE, code ^ reservedCode]
}
