import { SeptetError } from 'septet'
import { describe, requireString } from '../arguments'
import type { Notices } from './notices'
import type { Values } from './parameter-values'
import type { Place } from './request-error'

interface Rule {
  readonly service: 1 | 5
  readonly form: string
  isRight(value: string): boolean
}

/** The parameters that are numbers. */
type Scheduled = 'tz' | 'period' | 'freq'

/** Of the service's page: forms and ranges. A wrong `time` is its error 5, the others its error 1. */
const RULES: Readonly<Record<'time' | 'tz' | 'valid' | 'period' | 'freq', Rule>> = {
  time: {
    service: 5,
    form: 'DDMMYYhhmm, DD.MM.YY hh:mm, h1-h2, 0 and a timestamp of 10 digits, or +minutes (%2B in a query)',
    isRight: isTime,
  },
  // Hours from Moscow's: the world lies between 15 west and 11 east of it.
  tz: {
    service: 1,
    form: 'whole hours from Moscow time, -15 to 11',
    isRight: (value) => isWithin(value, /^[+-]?\d{1,2}$/, -15, 11),
  },
  valid: { service: 1, form: '1 to 24 hours, or 00:01 to 24:00', isRight: isValidity },
  period: { service: 1, form: '0.1 to 720 hours', isRight: (value) => isWithin(value, /^\d+(\.\d+)?$/, 0.1, 720) },
  freq: { service: 1, form: '1 to 1440 minutes', isRight: (value) => isWithin(value, /^\d+$/, 1, 1440) },
}

/** One of the parameters that are numbers, as a number or as it is written. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireScheduled(argument: string, name: Scheduled, value: unknown): number {
  const written = typeof value === 'number' ? `${value}` : requireString(argument, value)
  const { form, isRight } = RULES[name]
  if (isRight(written)) return Number(written)
  throw new SeptetError('invalid-value', argument, value, `must be ${form}, got ${describe(value)}`)
}

/** Checks when a message goes out. None of it changes what it costs; all of it can fail the request. */
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

/** Of hours, a timestamp or minutes from now no zone changes anything. */
function warnOfZone(place: Place, values: Values, notices: Notices): void {
  if (isDated(values.get('time') ?? '')) return
  notices.warn('ignored-parameter', place, () => 'a time zone does nothing without a dated time')
}

/**
 * 0 is now; ten digits are a date, though it may begin with 0. A timestamp has had ten digits since 2001, and has them until
 * 2286; so has a date with a digit too many, which is not told apart.
 */
function isTime(value: string): boolean {
  if (isDated(value)) return isDate(value.replace(/\D/g, ''))
  const hours = /^(\d{1,2})-(\d{1,2})$/.exec(value)
  if (hours) return Number(hours[1]) <= 24 && Number(hours[2]) <= 24
  return /^0(?:\d{10})?$/.test(value) || /^\+\d+$/.test(value)
}

/** A day and an hour, written as one number or with dots. */
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
