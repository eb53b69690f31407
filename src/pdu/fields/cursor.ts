// Octets, read from left to right. A wrong octet is an error, or a fault in a list where the reader is lenient.
import { SeptetError, type SeptetErrorCode } from 'septet'
import { pluralize } from '../../words'
import type { Fault } from './field-types'

/** A place in octets, from which they are read. */
export interface Cursor {
  /** The argument that has the octets, and its value, for errors. */
  readonly argument: string
  readonly value: unknown
  readonly octets: Uint8Array
  /** Converts the index of an octet to the offset in the argument's value. */
  readonly toOffset: (at: number) => number
  /** The faults found so far; undefined where the first one is an error. */
  readonly faults: Fault[] | undefined
  /** The index of the next octet to be read. */
  at: number
  /** Whether a field was cut. Later faults then follow from that one, and are not listed. */
  isShort: boolean
}

/** Creates a cursor at the first octet of a value that is itself octets. */
export function createCursor(argument: string, octets: Uint8Array, lenient: boolean): Cursor {
  return {
    argument,
    value: octets,
    octets,
    toOffset: (at) => at,
    faults: lenient ? [] : undefined,
    at: 0,
    isShort: false,
  }
}

/** Reports a wrong octet. @throws {SeptetError} with this code, where the reader is not lenient */
export function reportFault(cursor: Cursor, code: SeptetErrorCode, at: number, reason: string): void {
  const offset = cursor.toOffset(at)
  if (cursor.faults === undefined) throw new SeptetError(code, cursor.argument, cursor.value, reason, offset)
  cursor.faults.push({ offset, reason })
}

/** The octets of the field called `name`. Where fewer are left, it returns those. @throws {SeptetError} 'truncated' */
export function take(cursor: Cursor, count: number, name: string): Uint8Array {
  const { octets, at } = cursor
  const left = octets.length - at
  if (count > left && !cursor.isShort) {
    reportFault(
      cursor,
      'truncated',
      octets.length,
      `ends within ${name}, which is ${pluralize(count, 'octet')} long: ${left} are there`,
    )
    cursor.isShort = true
  }
  cursor.at = Math.min(at + count, octets.length)
  return octets.slice(at, cursor.at)
}

/** The octet of the field called `name`; undefined where it is missing. @throws {SeptetError} 'truncated' */
export function takeOctet(cursor: Cursor, name: string): number | undefined {
  return take(cursor, 1, name)[0]
}
