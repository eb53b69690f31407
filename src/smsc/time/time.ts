import { SeptetError } from 'septet'
import { describe, requireInteger, requireObject, requireString } from '../../arguments'
import { isDate } from './schedule'

/** When a message is sent: the parameter `time`. */
export type SendingTime =
  | { type: 'now' }
  /** A day and an hour of this century, in the time zone of the request: `2030-01-31T12:00`. */
  | { type: 'date'; local: string }
  /** Hours of the day between which it may be sent. */
  | { type: 'hours'; from: number; to: number }
  /** Seconds since 1970. */
  | { type: 'timestamp'; seconds: number }
  | { type: 'delay'; minutes: number }

/**
 * Reads the parameter `time` in each of its five forms.
 *
 * @param time `DDMMYYhhmm`, `DD.MM.YY hh:mm`, `h1-h2`, `0` and a timestamp, `+` and minutes; `0` or an empty string is
 * now
 * @returns the form, and its values
 * @throws {SeptetError} 'invalid-type'; 'invalid-value': another form, or a day that does not exist
 * @example
 * parseTime('31.01.30 12:00') // { type: 'date', local: '2030-01-31T12:00' }
 * parseTime('+90') // { type: 'delay', minutes: 90 }
 */
export function parseTime(time: string): SendingTime {
  const written = requireString('time', time)
  if (written === '' || written === '0') return { type: 'now' }
  const digits = /^(?:\d{10}|\d\d\.\d\d\.\d\d \d\d:\d\d)$/.test(written) ? written.replace(/\D/g, '') : undefined
  if (digits !== undefined && isDate(digits)) {
    const [day, month, year, hour, minute] = digits.match(/\d\d/g)!
    return { type: 'date', local: `20${year}-${month}-${day}T${hour}:${minute}` }
  }
  const hours = /^(\d{1,2})-(\d{1,2})$/.exec(written)
  if (hours && Number(hours[1]) <= 24 && Number(hours[2]) <= 24) {
    return { type: 'hours', from: Number(hours[1]), to: Number(hours[2]) }
  }
  const delay = /^\+(\d{1,9})$/.exec(written)
  if (delay) return { type: 'delay', minutes: Number(delay[1]) }
  if (/^0\d{10}$/.test(written)) return { type: 'timestamp', seconds: Number(written) }
  throw new SeptetError('invalid-value', 'time', time, `${describe(written)} is no time of the service`)
}

/**
 * Writes the parameter `time`, in a form that `parseTime` reads.
 *
 * @param time when the message is sent
 * @returns the parameter, not yet percent-encoded
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a member out of its range, a day that does not exist
 * @example
 * formatTime({ type: 'date', local: '2030-01-31T12:00' }) // '3101301200'
 * formatTime({ type: 'hours', from: 9, to: 21 }) // '9-21'
 */
export function formatTime(time: SendingTime): string {
  const { type, local, from, to, seconds, minutes } = requireObject('time', time)
  switch (type) {
    case 'now':
      return '0'
    case 'date':
      return formatDate(requireString('time.local', local))
    case 'hours':
      return `${requireInteger('time.from', from, 0, 24)}-${requireInteger('time.to', to, 0, 24)}`
    case 'timestamp':
      return `0${requireInteger('time.seconds', seconds, 1_000_000_000, 9_999_999_999)}`
    case 'delay':
      return `+${requireInteger('time.minutes', minutes, 0, 999_999_999)}`
    default:
      throw new SeptetError('invalid-value', 'time.type', type, `${describe(type)} is no type of a time`)
  }
}

function formatDate(local: string): string {
  const found = /^20(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(local)
  const [year, month, day, hour, minute] = found?.slice(1) ?? []
  const digits = `${day}${month}${year}${hour}${minute}`
  if (found && isDate(digits)) return digits
  throw new SeptetError(
    'invalid-value',
    'time.local',
    local,
    `must be such as 2030-01-31T12:00, got ${describe(local)}`,
  )
}
