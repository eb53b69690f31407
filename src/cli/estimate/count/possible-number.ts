import { createRequire } from 'node:module'
import type { CountryCode } from 'libphonenumber-js/min'
import { createNumbering, type Library, type Numbering } from '../../../pricing/numbering'

/** The library is loaded with the first number, because that takes 30 ms. */
let library: typeof import('libphonenumber-js/min') | undefined
let numbering: Numbering | undefined

function load(): typeof import('libphonenumber-js/min') {
  library ??= createRequire(import.meta.url)('libphonenumber-js/min') as typeof import('libphonenumber-js/min')
  return library
}

/** Whether a number with these digits is possible, with the same rule as a preview. */
export function isPossibleNumber(digits: string): boolean {
  numbering ??= createNumbering(load() as Library)
  return numbering.isPossible(digits)
}

/**
 * The international number for one that is written as people in the country dial it; undefined if it is not a number.
 */
export function nationalDigits(written: string, country: string): string | undefined {
  const read = load().parsePhoneNumberFromString(written, { defaultCountry: country as CountryCode, extract: false })
  return read?.number.slice(1)
}

/** Whether ISO 3166-1 has a country with this code. */
export function isCountry(code: string): boolean {
  return load().isSupportedCountry(code)
}
