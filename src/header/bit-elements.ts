// TS 23.040 9.2.3.24.2 and .5: elements whose octets are bits. Special messages, of which some wait; and what an SMSC shall report.

import { type Members, requireInteger, requireOneOf } from '../arguments'
import type { InformationElement } from '../types/information-elements'
import { WAITING_KINDS } from './waiting-kinds'

/** Octet 1 of element 01: video is an extended type, 001 in bits 4 to 2, beside 11 in bits 1 and 0. */
const VIDEO = 0x07
const STORE = 0x80
const PROFILE_SHIFT = 5

export const SPECIAL_MESSAGE_MEMBERS = ['kind', 'store', 'profile', 'count']

/** A special message from the two octets of its data. */
export function readSpecialMessage(octet: number, count: number): InformationElement {
  const extended = octet & 0x1f
  const profile = 1 + ((octet >> PROFILE_SHIFT) & 3)
  return {
    type: 'specialMessage',
    kind: extended === VIDEO ? 'video' : WAITING_KINDS[octet & 3]!,
    store: octet >= STORE,
    ...(profile === 1 ? {} : { profile: profile as 2 | 3 | 4 }),
    count,
  }
}

/** Its two octets. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeSpecialMessage(argument: string, { kind, store, profile, count }: Members): number[] {
  const type = requireOneOf(`${argument}.kind`, kind, [...WAITING_KINDS, 'video'] as const)
  const kept = requireOneOf(`${argument}.store`, store, [true, false])
  const subscriber = profile === undefined ? 1 : requireInteger(`${argument}.profile`, profile, 1, 4)
  const bits = type === 'video' ? VIDEO : WAITING_KINDS.indexOf(type)
  const octet = (kept ? STORE : 0) | ((subscriber - 1) << PROFILE_SHIFT) | bits
  return [octet, requireInteger(`${argument}.count`, count, 0, 0xff)]
}

/** The members of element 06, from bit 0; bits 4 and 5 are reserved. */
export const SMSC_CONTROL_MEMBERS = [
  'completed',
  'permanentError',
  'temporaryError',
  'stillTrying',
  'cancelRest',
  'includeHeader',
]
const RESERVED_AT = 4
const RESERVED = 2

function findControlBit(place: number): number {
  return 1 << (place < RESERVED_AT ? place : place + RESERVED)
}

/** The control of an SMSC from the octet of its data. */
export function readSmscControl(octet: number): InformationElement {
  const set = SMSC_CONTROL_MEMBERS.filter((_, place) => octet & findControlBit(place))
  return { type: 'smscControl', ...Object.fromEntries(set.map((name) => [name, true])) }
}

/** Its octet. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeSmscControl(argument: string, element: Members): number {
  let flags = 0
  for (const [place, name] of SMSC_CONTROL_MEMBERS.entries()) {
    const value = element[name]
    const isSet = value !== undefined && requireOneOf(`${argument}.${name}`, value, [true, false])
    if (isSet) flags |= findControlBit(place)
  }
  return flags
}
