import parsePhoneNumber, { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min'
import { SeptetError } from 'septet'
import { describe, requireBoolean, requireMembers, requireString } from '../../arguments'
import type { NumberStatus } from '../../pricing/numbering'
import { parsePhone } from '../../pricing/phone-number'
import { loadNumbering } from './phones'

/** How a number is read. */
export interface PhoneOptions {
  /** Whether a number without + belongs to the country: 8 916 … becomes 7 916 …. Default `true`. */
  correct?: boolean
  /** Two letters: `'RU'`, `'KZ'`, `'UA'`, `'BY'` ... Default `'RU'`. */
  country?: string
}

/** A number as the service takes it. */
export interface NormalizedPhone {
  /** Digits alone, with the country code; as written where it is not a number. */
  phone: string
  status: NumberStatus
  /** Why the service may send to a number that was not meant. */
  warning?: string
}

/**
 * Returns the digits of a phone number. A + at the start means that the country code is there. Without it, the number
 * may be written as people in the country dial it.
 *
 * @param written as a person writes it
 * @param options `correct`, `country`
 * @returns the digits, whether such a number exists, and a warning if it was corrected
 * @throws {SeptetError} 'invalid-type', 'invalid-value': not a country; 'unknown-option'
 * @example
 * normalizePhone('+7 916 123-45-67') // { phone: '79161234567', status: 'valid' }
 * normalizePhone('050 123 45 67', { country: 'UA' }).phone // '380501234567'
 */
export function normalizePhone(written: string, options: PhoneOptions = {}): NormalizedPhone {
  const { correct, country } = requireMembers('options', options, ['correct', 'country'])
  const corrects = correct === undefined ? true : requireBoolean('options.correct', correct)
  const home = requireCountry(country ?? 'RU')
  const trimmed = requireString('written', written).trim()
  const digits = parsePhone(trimmed, false)
  if (digits === undefined) return { phone: trimmed, status: 'impossible' }
  const asIs = judgeNumber(digits)
  if (trimmed.startsWith('+') || !corrects) return asIs
  const local = parsePhoneNumber(digits, { defaultCountry: home, extract: false })
  if (!local?.isPossible() || local.number === `+${digits}` || asIs.status === 'valid') return asIs
  const corrected = judgeNumber(local.number.slice(1))
  if (corrected.status === 'impossible' || (asIs.status === 'invalid' && corrected.status !== 'valid')) return asIs
  return {
    ...corrected,
    warning: `is taken for +${corrected.phone}; with + and the code of the country there is no doubt`,
  }
}

function judgeNumber(digits: string): NormalizedPhone {
  return { phone: digits, status: loadNumbering().judge(digits) }
}

function requireCountry(country: unknown): CountryCode {
  const name = requireString('options.country', country).toUpperCase()
  if (isSupportedCountry(name)) return name
  throw new SeptetError(
    'invalid-value',
    'options.country',
    country,
    `must be two letters such as 'KZ', got ${describe(country)}`,
  )
}
