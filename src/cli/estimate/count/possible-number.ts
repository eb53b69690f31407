import { createRequire } from 'node:module'
import type { CountryCode } from 'libphonenumber-js/min'
import { createNumbering, type Library, type Numbering } from '../../../pricing/numbering'

/** The library is loaded when a number is met, since that takes 30 ms. */
let library: typeof import('libphonenumber-js/min') | undefined
let numbering: Numbering | undefined

function load(): typeof import('libphonenumber-js/min') {
  library ??= createRequire(import.meta.url)('libphonenumber-js/min') as typeof import('libphonenumber-js/min')
  return library
}

/** Whether there may be a number of these digits, as a preview sees it. */
export function isPossibleNumber(digits: string): boolean {
  numbering ??= createNumbering(load() as Library)
  return numbering.isPossible(digits)
}

/** The whole number of one that is written as a country's people dial it; undefined where it is none. */
export function nationalDigits(written: string, country: string): string | undefined {
  const read = load().parsePhoneNumberFromString(written, { defaultCountry: country as CountryCode, extract: false })
  return read?.number.slice(1)
}

/** Whether there is a country of this code, as ISO 3166-1 has it. */
export function isCountry(code: string): boolean {
  return load().isSupportedCountry(code)
}
