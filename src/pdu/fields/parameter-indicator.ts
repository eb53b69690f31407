// TS 23.040 9.2.3.27: TP-Parameter-Indicator, which of protocol identifier, data coding and user data follow. Bit 7
// says that another indicator follows. The other bits are reserved; where one is set, octets follow the user data.
import { type Members, requireInteger } from '../../arguments'
import { type Cursor, takeOctet } from './cursor'
import type { OptionalPart } from './field-types'
import { requireOctetsUpTo } from './octet-string'
import { readUserData, writeUserData } from './user-data'

const PROTOCOL = 0x01
const CODING = 0x02
const USER_DATA = 0x04
const MORE = 0x80
const KNOWN = PROTOCOL | CODING | USER_DATA

/** More indicators than any TPDU can have. */
const MOST_INDICATORS = 255

/** Reads the indicator, and any further ones. */
export function readIndicator(cursor: Cursor): Uint8Array {
  const from = cursor.at
  while ((takeOctet(cursor, 'the parameter indicator') ?? 0) & MORE) {
    // Bit 7 of each says whether another one follows.
  }
  return cursor.octets.slice(from, cursor.at)
}

/** Whether octets may follow the last field that we know. */
export function announcesRest(indicator: Uint8Array | undefined): boolean {
  return indicator !== undefined && ((indicator[0] ?? 0) & ~KNOWN) !== 0
}

/** The octets of the indicator. Reserved bits are kept as members; the others follow from the members that are there. */
export function writeIndicator(argument: string, members: Members): Uint8Array {
  const { parameterIndicator = Uint8Array.of(0) } = members
  const octets = requireOctetsUpTo(`${argument}.parameterIndicator`, parameterIndicator, MOST_INDICATORS).slice()
  const known =
    (members.protocolId === undefined ? 0 : PROTOCOL) |
    (members.dataCoding === undefined ? 0 : CODING) |
    (members.userData === undefined ? 0 : USER_DATA)
  if (octets.length === 0) return Uint8Array.of(known)
  octets[0] = (octets[0]! & ~KNOWN) | known
  return octets
}

/** Whether a TPDU has members that need an indicator. */
export function needsIndicator(members: Members): boolean {
  return ['parameterIndicator', 'protocolId', 'dataCoding', 'userData'].some((name) => members[name] !== undefined)
}

/** Reads the fields that the indicator announces. */
export function readOptional(cursor: Cursor, indicator: Uint8Array, most: number): Omit<OptionalPart, 'hasHeader'> {
  const bits = indicator[0] ?? 0
  const part: Omit<OptionalPart, 'hasHeader'> = {}
  if (bits & PROTOCOL) part.protocolId = takeOctet(cursor, 'the protocol identifier') ?? 0
  if (bits & CODING) part.dataCoding = takeOctet(cursor, 'the data coding scheme') ?? 0
  return bits & USER_DATA ? { ...part, ...readUserData(cursor, part.dataCoding ?? 0, most) } : part
}

/** The octets of the fields that the indicator announces. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeOptional(argument: string, members: Members, most: number): Uint8Array {
  const octets = (['protocolId', 'dataCoding'] as const)
    .filter((name) => members[name] !== undefined)
    .map((name) => requireInteger(`${argument}.${name}`, members[name], 0, 0xff))
  if (members.userData === undefined) return Uint8Array.from(octets)
  return Uint8Array.of(
    ...octets,
    ...writeUserData(argument, members, (members.dataCoding as number | undefined) ?? 0, most),
  )
}
