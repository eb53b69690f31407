import type { Notices } from '../notices'
import type { Values } from '../request/parameter-values'

/**
 * Reads a parameter that must be one of a few digits. Absent or empty, it is 0. Another value is error 1, and is read
 * as 0.
 */
export function readDigit<Digit extends number>(
  values: Values,
  name: string,
  digits: readonly Digit[],
  notices: Notices,
): Digit | 0 {
  const value = (values.get(name) ?? '').trim()
  if (value === '') return 0
  const digit = digits.find((allowed) => `${allowed}` === value)
  if (digit !== undefined) return digit
  if (value !== '0') {
    notices.fail(1, 'invalid-value', { argument: name, value }, `must be 0 or ${digits.join(' or ')}`)
  }
  return 0
}

export function isSet(values: Values, name: string, notices: Notices): boolean {
  return readDigit(values, name, [1], notices) === 1
}

/** The largest value of `maxsms`: no message has as many parts. */
const MOST_PARTS = 999_999_999

/** Reads `maxsms`: 0 means no limit. */
export function readLimit(values: Values, name: string, notices: Notices): number {
  const value = (values.get(name) ?? '').trim()
  if (value === '') return 0
  if (/^\d+$/.test(value) && Number(value) <= MOST_PARTS) return Number(value)
  const message = `must be a whole number from 0 to ${MOST_PARTS}, 0 for no limit`
  notices.fail(1, 'invalid-value', { argument: name, value }, message)
  return 0
}
