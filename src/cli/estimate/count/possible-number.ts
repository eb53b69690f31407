import { createRequire } from 'node:module'
import type { CountryCode } from 'libphonenumber-js/min'
import { createNumbering, type Library, type Numbering } from '../../../pricing/numbering'

/** The library is loaded with the first number, because that takes 30 ms. */
let library: typeof import('libphonenumber-js/min') | undefined
let numbering: Numbering | undefined

function loadLibrary(): typeof import('libphonenumber-js/min') {
  library ??= createRequire(import.meta.url)('libphonenumber-js/min') as typeof import('libphonenumber-js/min')
  return library
}

/** Whether a number with these digits is possible, with the same rule as a preview. */
export function isPossibleNumber(digits: string): boolean {
  numbering ??= createNumbering(loadLibrary() as Library)
  return numbering.isPossible(digits)
}

/**
 * Reads a number as people in the country dial it, and returns its international digits; undefined if it is not a number.
 */
export function parseNational(written: string, country: string): string | undefined {
  const read = loadLibrary().parsePhoneNumberFromString(written, {
    defaultCountry: country as CountryCode,
    extract: false,
  })
  return read?.number.slice(1)
}

/** Whether ISO 3166-1 has a country with this code. */
export function isCountry(code: string): boolean {
  return loadLibrary().isSupportedCountry(code)
}
