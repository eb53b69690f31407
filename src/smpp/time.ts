// SMPP 3.4 7.1.1, 5.0 4.7.23.4 and .5: YYMMDDhhmmsstnnp. t is tenths of a second, nn quarters of an hour, p the
// direction: + is ahead of UTC (east), - is behind UTC (west), R is relative to now.

import { requireInteger, requireObject, requireString } from '../arguments'
import { SeptetError } from '../errors'

/** A point in time. */
export interface SmppAbsoluteTime {
  type: 'absolute'
  /** The local time there: `2026-03-05T14:07:09`. */
  local: string
  /** Tenths of a second, 0 to 9. */
  tenths: number
  /** Minutes ahead of UTC; `null` if the offset is not known. */
  offsetMinutes: number | null
  /** The time as a Date, if the offset is known. */
  date?: Date
}

/** A time relative to now. Years and months are calendar steps: without a clock they are not a number of seconds. */
export interface SmppRelativeTime {
  type: 'relative'
  years: number
  months: number
  days: number
  hours: number
  minutes: number
  seconds: number
}

/** A time of a PDU. */
export type SmppTime = SmppAbsoluteTime | SmppRelativeTime

/**
 * What `formatSmppTime` takes: a Date; a local time with its offset; or a time relative to now, whose missing members
 * are 0.
 */
export type SmppTimeInput =
  | Date
  | { local: string; offsetMinutes: number | null; tenths?: number }
  | { years?: number; months?: number; days?: number; hours?: number; minutes?: number; seconds?: number }

/** The members of a relative time, in the order of their digits. */
const MEMBERS = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'] as const

const FULL_LENGTH = 16
const QUARTER = 15
const MOST_QUARTERS = 48
const MINUTE = 60_000
const TENTH = 100

/**
 * Reads a time: the full form of 16 characters, or the local ones of 10 (to the minute) and 12 (to the second).
 *
 * @param text The time, from the year to the direction; a final NUL is ignored. The years are 2000 to 2099.
 * @returns The time; `undefined` for an empty text, which means now, or the default of the message centre.
 * @throws {SeptetError} 'invalid-type'; 'malformed': another form, or a time that does not exist, with the offset
 * @see SMPP 3.4 7.1.1
 * @example
 * parseSmppTime('260305140709004+').local // '2026-03-05T14:07:09'
 * parseSmppTime('260305140709004+').offsetMinutes // 60
 * parseSmppTime('260305140709004+').date.toISOString() // '2026-03-05T13:07:09.000Z'
 * parseSmppTime('000007000000000R').days // 7
 */
export function parseSmppTime(text: string): SmppTime | undefined {
  const digits = requireString('text', text).replace(/\0$/, '')
  if (digits === '') return undefined
  const numbers = readPairs(text, digits)
  if (digits.length < FULL_LENGTH) return readLocalTime(text, numbers, 0, null)
  const [tenths, quarters, direction] = [Number(digits[12]), Number(digits.slice(13, 15)), digits[15]]
  if (direction === 'R') return readRelativeTime(numbers)
  if (quarters > MOST_QUARTERS) {
    throw createMalformed(text, `has ${quarters} quarters of an hour; ${MOST_QUARTERS} is the most`, 13)
  }
  const minutes = quarters * QUARTER
  return readLocalTime(text, numbers, tenths, direction === '-' && minutes > 0 ? -minutes : minutes)
}

/**
 * Writes a time in the full form.
 *
 * @param time A `Date` is written in UTC, to the tenth of a second. For a time relative to now, use days from 0 to 99,
 * hours, minutes and seconds.
 * @returns 16 characters, without the NUL that ends them in a PDU.
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a member outside its range, a year outside 2000 to 2099
 * @see SMPP 3.4 7.1.1
 * @example
 * formatSmppTime(new Date('2026-03-05T13:07:09Z')) // '260305130709000+'
 * formatSmppTime({ local: '2026-03-05T08:07:09', offsetMinutes: -300 }) // '260305080709020-'
 * formatSmppTime({ minutes: 30 }) // '000000003000000R'
 */
export function formatSmppTime(time: SmppTimeInput): string {
  if (Object.prototype.toString.call(time) === '[object Date]') return formatDate(time as Date)
  const members = requireObject('time', time, [...MEMBERS, 'local', 'offsetMinutes', 'tenths'])
  return 'local' in members ? formatLocal(members) : formatRelative(members)
}

/**
 * Makes a local time from its numbers: year from 2000, month, day, hour, minute, second. Missing ones are 0.
 *
 * @throws {SeptetError} 'malformed': such a time does not exist
 */
export function readLocalTime(
  text: string,
  [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[],
  tenths: number,
  offsetMinutes: number | null,
): SmppAbsoluteTime {
  const utc = Date.UTC(2000 + year, month - 1, day, hour, minute, second)
  const local = new Date(utc).toISOString().slice(0, 19)
  // A date that does not exist comes out as another date.
  if (local !== formatIso([year, month, day, hour, minute, second]))
    throw createMalformed(text, 'is a time that does not exist', 0)
  const time: SmppAbsoluteTime = { type: 'absolute', local, tenths, offsetMinutes }
  return offsetMinutes === null ? time : { ...time, date: new Date(utc + tenths * TENTH - offsetMinutes * MINUTE) }
}

function formatIso(numbers: readonly number[]): string {
  const [year, month, day, hour, minute, second] = numbers.map(formatTwoDigits)
  return `20${year}-${month}-${day}T${hour}:${minute}:${second}`
}

function readRelativeTime(numbers: readonly number[]): SmppRelativeTime {
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = numbers
  return { type: 'relative', years, months, days, hours, minutes, seconds }
}

/** The two-digit numbers at the start of a time. @throws {SeptetError} 'malformed' */
function readPairs(text: string, digits: string): number[] {
  const form = digits.length === FULL_LENGTH ? /^\d{15}[+\-R]$/ : /^\d{10}(\d\d)?$/
  if (form.test(digits)) return (digits.slice(0, 12).match(/../g) ?? []).map(Number)
  const stray = digits.search(/\D/)
  const offset = stray >= 0 && stray < FULL_LENGTH - 1 ? stray : Math.min(digits.length, FULL_LENGTH - 1)
  throw createMalformed(text, 'must be YYMMDDhhmmsstnnp, YYMMDDhhmmss or YYMMDDhhmm', offset)
}

function formatDate(date: Date): string {
  if (Number.isNaN(date.getTime()))
    throw new SeptetError('invalid-value', 'time', date, 'is a date that does not exist')
  const iso = date.toISOString()
  return `${formatDigits('time', iso)}${iso.at(-4)}00+`
}

function formatLocal({ local, offsetMinutes, tenths = 0 }: Readonly<Record<string, unknown>>): string {
  const digits = formatDigits('time.local', requireString('time.local', local))
  const most = MOST_QUARTERS * QUARTER
  const minutes = requireInteger('time.offsetMinutes', offsetMinutes ?? 0, -most, most)
  if (minutes % QUARTER !== 0) {
    throw new SeptetError('invalid-value', 'time.offsetMinutes', minutes, 'must be quarters of an hour')
  }
  const quarters = formatTwoDigits(Math.abs(minutes) / QUARTER)
  return `${digits}${requireInteger('time.tenths', tenths, 0, 9)}${quarters}${minutes < 0 ? '-' : '+'}`
}

function formatRelative(members: Readonly<Record<string, unknown>>): string {
  const known: readonly string[] = [...MEMBERS, 'type']
  for (const name in members) {
    if (known.includes(name)) continue
    throw new SeptetError(
      'unknown-option',
      `time.${name}`,
      members[name],
      `is no member; there are ${MEMBERS.join(', ')}`,
    )
  }
  return `${MEMBERS.map((name) => formatTwoDigits(requireInteger(`time.${name}`, members[name] ?? 0, 0, 99))).join('')}000R`
}

/** The twelve digits of a local time. @throws {SeptetError} 'invalid-value' */
export function formatDigits(argument: string, iso: string): string {
  const [, ...pairs] = /^20(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(iso) ?? []
  if (pairs.length === 0) {
    throw new SeptetError(
      'invalid-value',
      argument,
      iso,
      'must be a time such as 2026-03-05T14:07:09, from 2000 to 2099',
    )
  }
  const date = new Date(`${iso.slice(0, 19)}Z`)
  if (!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === iso.slice(0, 19)) return pairs.join('')
  throw new SeptetError('invalid-value', argument, iso, 'is a time that does not exist')
}

function formatTwoDigits(number: number): string {
  return `${number}`.padStart(2, '0')
}

function createMalformed(text: string, reason: string, offset: number): SeptetError {
  return new SeptetError('malformed', 'text', text, reason, offset)
}
