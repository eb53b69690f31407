import type { PhoneNumber } from 'libphonenumber-js/min'

/** What separates the numbers of one field. */
export const SEPARATOR = /[,;]/

/** Characters that people write into a number to make it easy to read. */
const DECORATION = /[\p{Zs}\t().-]/gu

/**
 * Reads the digits of a number in international form: `+7 916 …` is `7916…`. With `corrects`, `8 916 …` is `7916…` too.
 * Returns undefined if the text is not a number. It does not check whether such a number exists.
 */
export function parsePhone(written: string, corrects: boolean): string | undefined {
  const plain = /^\d+$/.test(written) ? written : written.replace(DECORATION, '')
  if (!/^\+?\d+$/.test(plain)) return undefined
  if (plain.startsWith('+')) return plain.slice(1)
  return corrects ? correctDigits(plain) : plain
}

/** Corrects what people in Russia write: 8 is the trunk prefix, and ten digits that begin with 9 are a mobile number in Russia. */
function correctDigits(digits: string): string {
  if (/^8\d{10}$/.test(digits)) return `7${digits.slice(1)}`
  return /^9\d{9}$/.test(digits) ? `7${digits}` : digits
}

/**
 * Whether a number with these digits is possible, as `libphonenumber-js` reads them. The library drops a trunk prefix
 * after the country code, and then checks a different number; such a number is not possible.
 */
export function isPossible(number: PhoneNumber | undefined, digits: string): number is PhoneNumber {
  return number?.number === `+${digits}` && number.isPossible()
}
