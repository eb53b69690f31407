import { SeptetError } from 'septet'
import { describe, requireString } from '../../arguments'
import type { Notices } from '../notices'
import type { Values } from '../request/parameter-values'
import type { RequestPlace } from '../request-error'

interface Rule {
  readonly service: 1 | 5
  readonly form: string
  isRight(value: string): boolean
}

/** The parameters that must be numbers. */
type Scheduled = 'tz' | 'period' | 'freq'

/** Forms and ranges, from the service's page. A wrong `time` is its error 5, any other is error 1. */
const RULES: Readonly<Record<'time' | 'tz' | 'valid' | 'period' | 'freq', Rule>> = {
  time: {
    service: 5,
    form: 'DDMMYYhhmm, DD.MM.YY hh:mm, h1-h2, 0 and a timestamp of 10 digits, or +minutes (%2B in a query)',
    isRight: isTime,
  },
  // Hours from Moscow time: the world is between 15 hours west and 11 hours east of it.
  tz: {
    service: 1,
    form: 'whole hours from Moscow time, -15 to 11',
    isRight: (value) => isWithin(value, /^[+-]?\d{1,2}$/, -15, 11),
  },
  valid: { service: 1, form: '1 to 24 hours, or 00:01 to 24:00', isRight: isValidity },
  period: { service: 1, form: '0.1 to 720 hours', isRight: (value) => isWithin(value, /^\d+(\.\d+)?$/, 0.1, 720) },
  freq: { service: 1, form: '1 to 1440 minutes', isRight: (value) => isWithin(value, /^\d+$/, 1, 1440) },
}

/**
 * One of the parameters that must be numbers, as a number or a string.
 * @throws {SeptetError} 'invalid-type', 'invalid-value'
 */
export function requireScheduled(argument: string, name: Scheduled, value: unknown): number {
  const written = typeof value === 'number' ? `${value}` : requireString(argument, value)
  const { form, isRight } = RULES[name]
  if (isRight(written)) return Number(written)
  throw new SeptetError('invalid-value', argument, value, `must be ${form}, got ${describe(value)}`)
}

/** Checks when a message is sent. It does not change the cost, but can fail the request. */
export function checkSchedule(values: Values, notices: Notices): void {
  for (const [name, { service, form, isRight }] of Object.entries(RULES)) {
    const value = values.get(name) ?? ''
    if (value !== '' && !isRight(value)) {
      notices.fail(service, 'invalid-value', { argument: name, value }, `must be ${form}, got ${JSON.stringify(value)}`)
    }
  }
  if (values.get('freq') && !values.get('period')) {
    const place = { argument: 'freq', value: values.get('freq') }
    notices.warn('ignored-parameter', place, () => 'does nothing without period')
  }
  if (values.get('tz')) warnOfZone({ argument: 'tz', value: values.get('tz') }, values, notices)
}

/** Checks the time zone of one line of `list`. */
export function checkZone(tz: string, values: Values, notices: Notices): void {
  const { service, form, isRight } = RULES.tz
  const place = { argument: 'list', value: tz, offset: 0 }
  if (!isRight(tz)) notices.fail(service, 'invalid-value', place, `tz must be ${form}`)
  else warnOfZone(place, values, notices)
}

/** A zone has no effect on hours, a timestamp, or minutes from now. */
function warnOfZone(place: RequestPlace, values: Values, notices: Notices): void {
  if (isDated(values.get('time') ?? '')) return
  notices.warn('ignored-parameter', place, () => 'a time zone does nothing without a dated time')
}

/**
 * 0 is now. Ten digits are a date, also if the first is 0. Timestamps have ten digits from 2001 to 2286. A date with
 * one digit too many looks the same, and is not recognised.
 */
function isTime(value: string): boolean {
  if (isDated(value)) return isDate(value.replace(/\D/g, ''))
  const hours = /^(\d{1,2})-(\d{1,2})$/.exec(value)
  if (hours) return Number(hours[1]) <= 24 && Number(hours[2]) <= 24
  return /^0(?:\d{10})?$/.test(value) || /^\+\d+$/.test(value)
}

/** A day and an hour, as one number or with dots. */
function isDated(value: string): boolean {
  return /^\d{10}$/.test(value) || /^\d\d\.\d\d\.\d\d \d\d:\d\d$/.test(value)
}

/** DDMMYYhhmm, of this century. */
export function isDate(digits: string): boolean {
  const [day, month, year, hour, minute] = digits.match(/\d\d/g)!.map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const lastDay = new Date(Date.UTC(2000 + year, month, 0)).getUTCDate()
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay && hour <= 23 && minute <= 59
}

function isValidity(value: string): boolean {
  const time = /^(\d\d):([0-5]\d)$/.exec(value)
  if (!time) return isWithin(value, /^\d{1,2}$/, 1, 24)
  const minutes = Number(time[1]) * 60 + Number(time[2])
  return minutes >= 1 && minutes <= 24 * 60
}

function isWithin(value: string, form: RegExp, least: number, most: number): boolean {
  return form.test(value) && Number(value) >= least && Number(value) <= most
}
