// TS 23.040 9.2.3.1 to 9.2.3.5, 9.2.3.17, .23, .25, .26, .28: the first octet. Bits 1 and 0 are the type of the
// message. The other bits are flags, and each type has its own.
import { SeptetError } from 'septet'
import { type Members, requireBoolean, requireInteger } from '../../arguments'

/** A flag, and the member that has its value. */
export interface Flag {
  readonly bit: number
  readonly member: string
  /** Whether 0 means yes, as in TP-More-Messages-to-Send. */
  readonly isInverse?: true
}

export const MESSAGE_TYPE = 0x03

export const MORE_MESSAGES: Flag = { bit: 0x04, member: 'moreMessages', isInverse: true }
export const LOOP_PREVENTION: Flag = { bit: 0x08, member: 'loopPrevention' }
export const HEADER: Flag = { bit: 0x40, member: 'hasHeader' }
export const REPLY_PATH: Flag = { bit: 0x80, member: 'replyPath' }

/** Reads the flags. */
export function readFlags(first: number, flags: readonly Flag[]): Record<string, boolean> {
  return Object.fromEntries(flags.map(({ bit, member, isInverse }) => [member, ((first & bit) !== 0) !== !!isInverse]))
}

/** The bits of the flags that are set. @throws {SeptetError} 'invalid-type' */
export function writeFlags(argument: string, members: Members, flags: readonly Flag[]): number {
  return flags.reduce((bits, { bit, member, isInverse }) => {
    const isSet = members[member] === undefined ? false : requireBoolean(`${argument}.${member}`, members[member])
    return isSet !== !!isInverse ? bits | bit : bits
  }, 0)
}

/**
 * Bits that a type does not use: any of `single`, and either all of `together` or none.
 * @throws {SeptetError} 'invalid-type', 'invalid-value'
 */
export function writeReserved(argument: string, bits: unknown, [single, together]: readonly [number, number]): number {
  if (bits === undefined) return 0
  const reserved = requireInteger(argument, bits, 0, 0xff)
  const others = reserved & ~single
  if (others === 0 || others === together) return reserved
  const message = `has a bit that is not free in this type; those are ${(single | together).toString(2).padStart(8, '0')}`
  throw new SeptetError('invalid-value', argument, bits, message)
}
