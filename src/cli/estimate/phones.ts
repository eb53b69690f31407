import { digitsOf, SEPARATOR } from '../../pricing/phone-number'
import { isPossibleNumber } from './possible-number'

/** Digits that an address field holds: ten octets (TS 23.040 9.1.2.5). */
const MOST_DIGITS = 20

/** The numbers of a field as digits; a string where one of them is no number, which it then says. */
export function phonesOf(field: string, corrects: boolean): string[] | string {
  const phones: string[] = []
  for (const entry of field.split(SEPARATOR)) {
    const written = entry.trim()
    if (written === '') continue
    const digits = digitsOf(written, corrects)
    if (digits === undefined || digits.length > MOST_DIGITS) {
      return `${JSON.stringify(written.slice(0, 40))} is no phone number`
    }
    if (!isPossibleNumber(digits)) return `${JSON.stringify(written.slice(0, 40))} cannot be a phone number`
    phones.push(digits)
  }
  return phones.length > 0 ? phones : 'no phone number'
}
