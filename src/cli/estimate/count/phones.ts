import { digitsOf, SEPARATOR } from '../../../pricing/phone-number'
import { isPossibleNumber } from './possible-number'

/** Digits that an address field holds: ten octets (TS 23.040 9.1.2.5). */
const MOST_DIGITS = 20

/** Of an entry that is no number, so many characters are told. */
const TOLD = 40

/**
 * Shows the numbers of a field, as digits, one after the other: a row may have a million.
 *
 * @param corrects whether 8 916 ... is 7 916 ... where no + is before it
 * @param show returns what is wrong with a number, and is shown no more then
 * @returns what is wrong with the field; undefined where nothing is
 */
export function eachPhone(
  field: string,
  corrects: boolean,
  show: (phone: string) => string | undefined,
): string | undefined {
  const separators = new RegExp(SEPARATOR, 'g')
  let isEmpty = true
  for (let begin = 0; begin <= field.length; ) {
    const end = separators.exec(field)?.index ?? field.length
    const written = field.slice(begin, end).trim()
    begin = end + 1
    if (written === '') continue
    isEmpty = false
    const digits = digitsOf(written, corrects)
    if (digits === undefined || digits.length > MOST_DIGITS) return `${quoted(written)} is no phone number`
    if (!isPossibleNumber(digits)) return `${quoted(written)} cannot be a phone number`
    const fault = show(digits)
    if (fault !== undefined) return fault
  }
  return isEmpty ? 'no phone number' : undefined
}

function quoted(entry: string): string {
  return JSON.stringify(entry.slice(0, TOLD))
}
