import type { PhoneNumber } from 'libphonenumber-js/min'

/** Between the numbers of one field. */
export const SEPARATOR = /[,;]/

/** What people put into a number for the eye. */
const DECORATION = /[\p{Zs}\t().-]/gu

/**
 * A number as the network takes it: digits alone, `+7 916 …` and, where `corrects` says so, `8 916 …` as `7916…`. Undefined
 * where it is no number. Whether there is such a number is another question, and not asked here.
 */
export function digitsOf(written: string, corrects: boolean): string | undefined {
  const plain = /^\d+$/.test(written) ? written : written.replace(DECORATION, '')
  if (!/^\+?\d+$/.test(plain)) return undefined
  if (plain.startsWith('+')) return plain.slice(1)
  return corrects ? corrected(plain) : plain
}

/** Russian habits: 8 is the trunk prefix, and ten digits from 9 are a mobile number at home. */
function corrected(digits: string): string {
  if (/^8\d{10}$/.test(digits)) return `7${digits.slice(1)}`
  return /^9\d{9}$/.test(digits) ? `7${digits}` : digits
}

/**
 * Whether there may be a number of these digits, by what `libphonenumber-js` reads in them. A trunk prefix after the country
 * code is dropped before a number is judged, and the one that is judged is another.
 */
export function isPossible(read: PhoneNumber | undefined, digits: string): read is PhoneNumber {
  return read?.number === `+${digits}` && read.isPossible()
}
