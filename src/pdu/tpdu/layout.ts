// TS 23.040 9.2.2: the fields from which the layouts of the six TPDUs are made. One table of fields for each type
// drives both directions.
import { type Members, requireInteger, requireObject } from '../../arguments'
import { readAddress, writeAddress } from '../fields/address'
import { type Cursor, reportFault, take, takeOctet } from '../fields/cursor'
import type { Meaning } from '../fields/field-types'
import type { Flag } from '../fields/first-octet'
import { requireOctetsUpTo } from '../fields/octet-string'
import {
  announcesRest,
  needsIndicator,
  readIndicator,
  readOptional,
  writeIndicator,
  writeOptional,
} from '../fields/parameter-indicator'
import { readTime, writeTime } from '../fields/time-stamp'
import { readUserData, writeUserData } from '../fields/user-data'
import { FORMAT_BITS, readValidity, writeFormat, writeValidity } from '../fields/validity-period'
import type { Tpdu } from '../types'

/** What is known about a TPDU besides its octets. */
export interface Context {
  readonly first: number
  /** Whether a report is about a refusal. The RP layer says so, or else the octets do. */
  readonly isError: (cursor: Cursor) => boolean
}

/** The members that have been read so far. */
export type Draft = Record<string, unknown>

/** One field of a TPDU, or several that belong together. */
export interface TpduField {
  readonly members: readonly string[]
  read(cursor: Cursor, draft: Draft, context: Context): void
  /** @throws {SeptetError} 'invalid-type', 'invalid-value' */
  write(argument: string, members: Members): ArrayLike<number> & Iterable<number>
}

/** A type of TPDU. */
export interface TpduLayout {
  readonly type: Tpdu['type']
  /** TP-MTI, bits 1 and 0 of the first octet. */
  readonly code: number
  /** A reserved TP-MTI that is read as this type. */
  readonly reservedCode?: number
  readonly direction: 'to-phone' | 'to-network'
  readonly flags: readonly Flag[]
  /** Bits of the first octet that a field sets, and what it sets them to. */
  readonly set?: { readonly mask: number; bits(argument: string, members: Members): number }
  readonly fields: readonly TpduField[]
  /** Whether octets may follow the last field. */
  readonly hasRest?: (draft: Draft) => boolean
  /** Members whose value is the same in every TPDU of the type. */
  readonly constant?: Readonly<Record<string, unknown>>
}

/**
 * A number of one octet. Where it is missing, it is `missing`, or left out: any default could be mistaken for a value
 * that was sent.
 */
export function defineOctet(member: string, name: string, missing?: number): TpduField {
  return {
    members: [member],
    read: (cursor, draft) => {
      const value = takeOctet(cursor, name) ?? missing
      if (value !== undefined) draft[member] = value
    },
    write: (argument, members) => [requireInteger(`${argument}.${member}`, members[member], 0, 0xff)],
  }
}

/** A code of one octet that has a meaning in words. */
export function defineCode(member: string, name: string, describe: (code: number) => Meaning): TpduField {
  return {
    members: [member],
    read: (cursor, draft) => {
      const value = takeOctet(cursor, name)
      if (value !== undefined) draft[member] = describe(value)
    },
    write: (argument, members) => [requireCode(`${argument}.${member}`, members[member])],
  }
}

/** The number of a code, from a number or from an object with its meaning. */
function requireCode(argument: string, value: unknown): number {
  if (typeof value === 'number') return requireInteger(argument, value, 0, 0xff)
  return requireInteger(`${argument}.code`, requireObject(argument, value).code, 0, 0xff)
}

export function defineAddress(member: string, name: string): TpduField {
  return {
    members: [member],
    read: (cursor, draft) => {
      draft[member] = readAddress(cursor, name)
    },
    write: (argument, members) => writeAddress(`${argument}.${member}`, members[member]),
  }
}

export function defineTime(member: string, name: string): TpduField {
  return {
    members: [member],
    read: (cursor, draft) => {
      draft[member] = readTime(cursor, name)
    },
    write: (argument, members) => writeTime(`${argument}.${member}`, members[member]),
  }
}

/** TP-Failure-Cause. Only the report of a refusal has it. */
export function defineFailureCause(describe: (code: number) => Meaning): TpduField {
  const field = defineCode('failureCause', 'the failure cause', describe)
  return {
    members: field.members,
    read: (cursor, draft, context) => {
      if (context.isError(cursor)) field.read(cursor, draft, context)
    },
    write: (argument, members) => (members.failureCause === undefined ? [] : field.write(argument, members)),
  }
}

/** TP-Parameter-Indicator. Where it `mayBeMissing`, it is there only if something follows. */
export function defineIndicator(mayBeMissing: boolean): TpduField {
  return {
    members: ['parameterIndicator'],
    read: (cursor, draft) => {
      if (!mayBeMissing || !isAtEnd(cursor)) draft.parameterIndicator = readIndicator(cursor)
    },
    write: (argument, members) => (mayBeMissing && !needsIndicator(members) ? [] : writeIndicator(argument, members)),
  }
}

/** Whether no octet is left. For a lenient reader, octets that fill a record of a SIM count as none. */
function isAtEnd({ octets, at, faults }: Cursor): boolean {
  return at === octets.length || (faults !== undefined && octets.subarray(at).every((octet) => octet === UNUSED))
}

const UNUSED = 0xff

/** The fields that the indicator announces; `most`: the most octets of user data. */
export function defineOptional(most: (members: Members) => number): TpduField {
  return {
    members: ['protocolId', 'dataCoding', 'userData', 'userDataLength'],
    read: (cursor, draft) => {
      const octets = draft.parameterIndicator as Uint8Array | undefined
      if (octets !== undefined) Object.assign(draft, readOptional(cursor, octets, most(draft)))
    },
    write: (argument, members) => writeOptional(argument, members, most(members)),
  }
}

/** Whether the indicator announces more fields than we know. */
export const isRestAnnounced = (draft: Draft): boolean =>
  announcesRest(draft.parameterIndicator as Uint8Array | undefined)

/** TP-Validity-Period. */
export const validity: TpduField = {
  members: ['validity'],
  read: (cursor, draft, { first }) => {
    const period = readValidity(cursor, first)
    if (period !== undefined) draft.validity = period
  },
  write: (argument, members) => writeValidity(`${argument}.validity`, members.validity),
}

/** TP-Validity-Period-Format. */
export const validityFormat: NonNullable<TpduLayout['set']> = {
  mask: FORMAT_BITS,
  bits: (argument, members) => writeFormat(`${argument}.validity`, members.validity),
}

/** TP-User-Data-Length and TP-User-Data, of at most 140 octets. */
export const userData: TpduField = {
  members: ['userData', 'userDataLength', 'packed'],
  read: (cursor, draft) => {
    Object.assign(draft, readUserData(cursor, draft.dataCoding as number, MOST_USER_DATA))
  },
  write: (argument, members) => writeUserData(argument, members, members.dataCoding as number, MOST_USER_DATA),
}

const MOST_USER_DATA = 140

/** A length octet and then so many octets, at most `most`. */
export function defineCounted(member: string, name: string, most: number): TpduField {
  return {
    members: [member],
    read: (cursor, draft) => {
      const from = cursor.at
      const length = takeOctet(cursor, `the length of ${name}`) ?? 0
      if (length > most)
        reportFault(cursor, 'malformed', from, `announces ${length} octets of ${name}; ${most} is the most`)
      draft[member] = take(cursor, Math.min(length, most), name)
    },
    write: (argument, members) => {
      const octets = requireOctetsUpTo(`${argument}.${member}`, members[member] ?? new Uint8Array(), most)
      return [octets.length, ...octets]
    },
  }
}
