// TS 27.005 3.1: a PDU as modems print and take it: the service centre address, then the TPDU.
import { fromHex, SeptetError, toHex } from 'septet'
import { requireBoolean, requireMembers, requireOctets } from '../arguments'
import { joinOctets } from '../octets'
import { readServiceCentre, writeServiceCentre } from './fields/address'
import { type Cursor, createCursor, reportFault } from './fields/cursor'
import type { Address } from './fields/field-types'
import type { AddressInput, TpduInput } from './input-types'
import { readPrinted } from './modem'
import {
  type Carrier,
  type Direction,
  readMembers,
  readTpdu,
  requireCarrier,
  requireDirection,
  requireLenient,
  writeTpdu,
} from './tpdu/tpdu'
import type { LenientTpdu, Tpdu } from './types'

/** How `decodePdu` reads a PDU. */
export interface PduOptions {
  /** From the service centre to the phone, or the other way. Default: what a header line says, or `'to-phone'`. */
  direction?: Direction
  /** Whether the service centre address comes first. Default: what a header line says, or `true`. */
  smsc?: boolean
  /** For a report: whether RP-ACK or RP-ERROR carries it. Default: what its octets say. */
  carrier?: Carrier
  /** Reads as far as the octets go, and lists what is wrong as `faults`. Default `false`: the first fault is an error. */
  lenient?: boolean
}

/** A PDU for a modem. */
export interface Pdu {
  /** The octets of the TPDU. */
  tpdu: Uint8Array
  /** What to type after the prompt: the service centre address and the TPDU, in upper case. */
  hex: string
  /** The length for `AT+CMGS=`: octets of the TPDU alone. */
  length: number
}

/** A TPDU, and its service centre. */
export type WithServiceCentre<Shape> = Shape & {
  /** Left out, it is the one that the phone has stored, written as the octet 00. */
  smsc?: Address
}

const MEMBERS = ['direction', 'smsc', 'carrier', 'lenient'] as const

/**
 * Reads a PDU as a modem prints it: hexadecimal digits that begin with the service centre address. The lines that a
 * modem prints before it may be there: `+CMGR`, `+CMGL`, `+CMT`, `+CDS`, the echo of `AT+CMGS=` and others. `+CMGL` and
 * `+CMGR` give the direction. Where the length in the line shows that there is no service centre address, none is read.
 *
 * @param pdu the digits, with or without white space, in upper or lower case; or the octets
 * @param options the direction, and how it is read
 * @returns the TPDU, and `smsc` where the PDU has a service centre address
 * @throws {SeptetError} what `decodeTpdu` throws, with the offset in the digits; 'malformed': a character that is not a
 * digit, a line that is not a modem's, a second PDU, or a length in the line that differs from that of the octets;
 * 'unsupported': a page of cell broadcast (`+CBM`)
 * @see 3GPP TS 27.005 3.1, 4
 * @example
 * const pdu = decodePdu('+CMT: ,29\r\n07914306090909F9040B914306103254F60000623050417090400BC8329BFD06DDDF723619')
 * pdu.smsc.value // '34609090909'
 * pdu.type // 'deliver'
 * decode(pdu) // 'Hello world'
 */
export function decodePdu(pdu: string | Uint8Array, options?: PduOptions & { lenient?: false }): WithServiceCentre<Tpdu>
export function decodePdu(pdu: string | Uint8Array, options: PduOptions): WithServiceCentre<LenientTpdu>
export function decodePdu(pdu: string | Uint8Array, options: PduOptions = {}): WithServiceCentre<LenientTpdu> {
  const values = requireMembers('options', options, MEMBERS)
  const lenient = requireLenient(values.lenient)
  const carrier = requireCarrier(values.carrier)
  const { cursor, direction, length, lacksCentre } = createPduCursor(pdu, lenient)
  const way = values.direction === undefined ? (direction ?? 'to-phone') : requireDirection(values.direction)
  const total = cursor.octets.length
  // Some modems leave out the service centre address. The length in the line shows it.
  const hasCentre =
    values.smsc === undefined ? !lacksCentre && length !== total : requireBoolean('options.smsc', values.smsc)
  const smsc = hasCentre ? readServiceCentre(cursor) : undefined
  const octets = total - cursor.at
  if (length !== undefined && length !== octets) {
    reportFault(cursor, 'malformed', cursor.at, `has a TPDU of ${octets} octets, and its line says ${length}`)
  }
  const isSaid = values.direction !== undefined || direction !== undefined
  const tpdu = isSaid ? readTpdu(cursor, way, carrier) : readToPhone(cursor, carrier)
  return smsc === undefined ? tpdu : { ...tpdu, smsc }
}

/** Reads a TPDU of which nothing says the direction. If it fails because the TPDU is a SUBMIT, the error says so. */
function readToPhone(cursor: Cursor, carrier: Carrier | undefined): LenientTpdu {
  const from = cursor.at
  try {
    return readTpdu(cursor, 'to-phone', carrier)
  } catch (error) {
    if (!(error instanceof SeptetError) || !isSubmit({ ...cursor, at: from })) throw error
    const { code, argument, value, reason, offset } = error
    throw new SeptetError(code, argument, value, `${reason} (with direction 'to-network' it is a SUBMIT)`, offset)
  }
}

function isSubmit(cursor: Cursor): boolean {
  try {
    return readTpdu(cursor, 'to-network', undefined).type === 'submit'
  } catch {
    return false
  }
}

/** Creates a cursor at the first octet, and returns what the lines say. */
function createPduCursor(
  pdu: unknown,
  lenient: boolean,
): { cursor: Cursor; direction?: Direction; length?: number; lacksCentre?: boolean } {
  if (typeof pdu !== 'string') return { cursor: createCursor('pdu', requireOctets('pdu', pdu), lenient) }
  const { digits, places, ...said } = readPrinted('pdu', pdu)
  const end = places.length === 0 ? 0 : places.at(-1)! + 1
  const isOdd = digits.length % 2 === 1
  const octets = fromHex(isOdd ? digits.slice(0, -1) : digits)
  const cursor: Cursor = {
    ...createCursor('pdu', octets, lenient),
    value: pdu,
    toOffset: (at) => places[2 * at] ?? end,
  }
  if (isOdd) reportFault(cursor, 'truncated', octets.length, 'ends within an octet')
  return { cursor, ...said }
}

/**
 * Writes a PDU for a modem: what `decodePdu` reads.
 *
 * @param pdu the TPDU, and `smsc`: its service centre, as a number (`+34609090909`) or an address
 * @returns the octets, what to type after the prompt, and the length for `AT+CMGS=` (for a COMMAND, `AT+CMGC=`)
 * @throws {SeptetError} what `encodeTpdu` throws; 'invalid-type', 'invalid-value': `tpdu.smsc`
 * @see 3GPP TS 27.005 3.1
 * @example
 * const [message] = encode('hellohello')
 * const pdu = encodePdu({ type: 'submit', messageReference: 0, destination: '+34600654321', ...message })
 * pdu.length // 22
 * pdu.hex // '0001000B914306604523F100000AE8329BFD4697D9EC37'
 */
export function encodePdu(pdu: TpduInput & { smsc?: AddressInput }): Pdu {
  const members = readMembers(pdu)
  const tpdu = writeTpdu(members)
  const centre = writeServiceCentre('tpdu.smsc', members.smsc)
  return { tpdu, hex: toHex(joinOctets([centre, tpdu])), length: tpdu.length }
}
