import { SeptetError } from 'septet'
import { describe, requireString } from '../../arguments'
import { requireScheduled } from './schedule'
import { parseTime } from './time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Moscow is 3 hours ahead of UTC since 26 October 2014. */
const MOSCOW = 3

/** The year 9999: times calculated from it still fit a Date. */
const LATEST = Date.UTC(10_000, 0) - 1

/**
 * Returns when a message is sent. If that time is past, it is sent at once. Hours (`9-21`) are hours of a day: before
 * them the message waits for the first hour; within them it is sent at once; after them it waits for the first hour of
 * the next day.
 *
 * The service's zones are whole hours. For India or Newfoundland, use a timestamp (`0` and seconds since 1970).
 *
 * @param time the parameter `time`, in any of its forms
 * @param tz hours from Moscow time, -15 to 11. For a date: the parameter `tz`, or the zone of the account's settings if
 * the request has none. For hours: the zone of the account's settings. It may be `undefined` for now, a timestamp, or
 * `+` and minutes
 * @param now the present, a Date or milliseconds since 1970
 * @returns the time as a Date, never before `now`
 * @throws {SeptetError} 'invalid-value': a wrong form of `time`, a day that does not exist, a wrong zone or `now`;
 * 'missing-parameter': no zone, and `time` needs one; 'invalid-type'
 * @example
 * sendingTime('31.12.30 23:30', 2, Date.UTC(2030, 0)).toISOString() // '2030-12-31T18:30:00.000Z'
 * sendingTime('9-21', 0, Date.UTC(2030, 0, 1, 19)).toISOString() // '2030-01-02T06:00:00.000Z'
 */
export function sendingTime(time: string, tz: number | string | undefined, now: Date | number): Date {
  const present = requireMoment('now', now)
  const asked = parseTime(requireString('time', time))
  const findMoment = (): number => {
    switch (asked.type) {
      case 'now':
        return present
      case 'delay':
        return present + asked.minutes * MINUTE
      case 'timestamp':
        return asked.seconds * 1000
      case 'date':
        return Date.parse(`${asked.local}Z`) - readOffset(tz)
      case 'hours':
        return findNext(asked.from, asked.to, present, readOffset(tz))
    }
  }
  return new Date(Math.max(findMoment(), present))
}

/** Now, if it is within the hours; else the next first hour. 22-6 is the end of a day and the start of the next. */
function findNext(from: number, to: number, present: number, offset: number): number {
  const local = present + offset
  const midnight = Math.floor(local / DAY) * DAY
  const hour = (local - midnight) / HOUR
  const isWithin = from <= to ? hour >= from && hour < to : hour >= from || hour < to
  if (isWithin) return present
  return midnight + (hour < from ? 0 : DAY) + from * HOUR - offset
}

/** Milliseconds that the zone is ahead of UTC. */
function readOffset(tz: unknown): number {
  if (tz !== undefined) return (MOSCOW + requireScheduled('tz', 'tz', tz)) * HOUR
  const message = 'is needed for a date and for hours: hours from Moscow time'
  throw new SeptetError('missing-parameter', 'tz', tz, message)
}

function requireMoment(argument: string, value: unknown): number {
  const moment = value instanceof Date ? value.getTime() : value
  if (typeof moment !== 'number') {
    throw new SeptetError('invalid-type', argument, value, `must be a Date or a number, got ${describe(value)}`)
  }
  if (moment >= 0 && moment <= LATEST) return Math.floor(moment)
  throw new SeptetError('invalid-value', argument, value, 'must be a moment from 1970 to 9999')
}
