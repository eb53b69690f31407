// TS 23.040 9.2.3.11: a time stamp. Seven octets of two digits each, the first digit in the low half: year, month, day,
// hour, minute, second of the local time, and the zone in quarters of an hour, with the sign in bit 3.
import { SeptetError } from 'septet'
import { describe, requireInteger, requireMembers, requireOctets, requireString } from '../../arguments'
import { type Cursor, take } from './cursor'
import type { Time } from './field-types'

export const TIME_OCTETS = 7

/** Bit 3 of the zone: west of GMT. It leaves three bits for the tens. */
const BEHIND = 0x08
const MOST_QUARTERS = 79

/** The first year that two digits mean. The standard names none; no short message is older than 1992. */
const FIRST_YEAR = 1970

const MINUTE = 60_000

/** Reads the time called `name`. */
export function readTime(cursor: Cursor, name: string): Time {
  return parseTime(take(cursor, TIME_OCTETS, name))
}

/** Reads the time that seven octets give. Any octets can be read; missing octets are read as 00. */
export function parseTime(octets: Uint8Array): Time {
  const [year, month, day, hour, minute, second] = Array.from({ length: 6 }, (_, at) => readTwoDigits(octets[at] ?? 0))
  const local = `${parseYear(Number(year))}-${month}-${day}T${hour}:${minute}:${second}`
  const offsetMinutes = octets.length < TIME_OCTETS ? null : parseZone(octets[6]!)
  const instant = offsetMinutes === null ? undefined : findInstant(local, offsetMinutes)
  return { octets, local, offsetMinutes, ...(instant === undefined ? {} : { date: new Date(instant) }) }
}

/** Reads two digits. A digit above 9 is read as 0, as the clause asks of a receiver. */
export function readTwoDigits(octet: number): string {
  const [tens, units] = [octet & 15, octet >> 4]
  return `${tens > 9 ? 0 : tens}${units > 9 ? 0 : units}`
}

/** Writes a number of two digits as an octet. */
export function writeTwoDigits(number: number): number {
  return ((number % 10) << 4) | Math.floor(number / 10)
}

function parseYear(twoDigits: number): number {
  return twoDigits + (twoDigits < FIRST_YEAR % 100 ? 2000 : 1900)
}

function parseZone(octet: number): number | null {
  const units = octet >> 4
  if (units > 9) return null
  const minutes = 15 * (10 * (octet & 7) + units)
  // This avoids -0.
  return octet & BEHIND && minutes > 0 ? -minutes : minutes
}

/** Milliseconds since 1970; undefined for a day or an hour that does not exist. */
function findInstant(local: string, offsetMinutes: number): number | undefined {
  const instant = Date.parse(`${local}Z`)
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, local.length) !== local) return undefined
  return instant - offsetMinutes * MINUTE
}

const MEMBERS = ['octets', 'local', 'offsetMinutes', 'date'] as const
const LOCAL = /^(\d\d\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/

/** Writes the seven octets of a time. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeTime(argument: string, input: unknown): Uint8Array {
  if (input instanceof Date) return writeLocal(argument, input, formatLocal(argument, input), 0)
  if (typeof input !== 'object' || input === null) {
    throw new SeptetError('invalid-type', argument, input, `must be a Date or a time, got ${describe(input)}`)
  }
  const { octets, local, offsetMinutes } = requireMembers(argument, input, MEMBERS)
  const time = requireString(`${argument}.local`, local)
  if (octets !== undefined) {
    const own = requireOctets(`${argument}.octets`, octets)
    const said = parseTime(own)
    const isSame = said.local === time && said.offsetMinutes === offsetMinutes
    if (own.length === TIME_OCTETS && isSame) return own
  }
  const most = 15 * MOST_QUARTERS
  const minutes = requireInteger(`${argument}.offsetMinutes`, offsetMinutes, -most, most)
  if (minutes % 15 !== 0) {
    const message = `must be whole quarters of an hour, got ${minutes}`
    throw new SeptetError('invalid-value', `${argument}.offsetMinutes`, minutes, message)
  }
  return writeLocal(`${argument}.local`, time, time, minutes)
}

function formatLocal(argument: string, date: Date): string {
  if (Number.isNaN(date.getTime()))
    throw new SeptetError('invalid-value', argument, date, 'is a date that does not exist')
  return date.toISOString().replace(/\.\d+Z$/, '')
}

function writeLocal(argument: string, value: unknown, local: string, offsetMinutes: number): Uint8Array {
  const parts = LOCAL.exec(local)?.slice(1).map(Number)
  if (parts === undefined || findInstant(local, offsetMinutes) === undefined) {
    const message = 'must be a time that exists, such as 2026-11-29T17:00:00'
    throw new SeptetError('invalid-value', argument, value, message)
  }
  const [year, ...rest] = parts as [number, ...number[]]
  if (year < FIRST_YEAR || year >= FIRST_YEAR + 100) {
    const message = `must be from ${FIRST_YEAR} to ${FIRST_YEAR + 99}: the field has two digits of the year`
    throw new SeptetError('invalid-value', argument, value, message)
  }
  const zone = writeTwoDigits(Math.abs(offsetMinutes) / 15) | (offsetMinutes < 0 ? BEHIND : 0)
  return Uint8Array.of(writeTwoDigits(year % 100), ...rest.map(writeTwoDigits), zone)
}
