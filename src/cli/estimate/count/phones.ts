import { digitsOf, SEPARATOR } from '../../../pricing/phone-number'
import { isPossibleNumber, nationalDigits } from './possible-number'

/** How numbers without + are written. */
export interface Writing {
  /** Whether 8 916 ... is 7 916 .... */
  readonly corrects: boolean
  /** The country that they are of, as its own people dial them. */
  readonly country: string | undefined
}

/** Digits that an address field holds: ten octets (TS 23.040 9.1.2.5). */
const MOST_DIGITS = 20

/** Of an entry that is no number, so many characters are told. */
const TOLD = 40

/**
 * Shows the numbers of a field, as digits, one after the other: a row may have a million.
 *
 * @param show returns what is wrong with a number, and is shown no more then
 * @returns what is wrong with the field; undefined where nothing is
 */
export function eachPhone(
  field: string,
  writing: Writing,
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
    const digits = digitsIn(written, writing)
    if (digits === undefined || digits.length > MOST_DIGITS) return `${quoted(written)} is no phone number`
    if (!isPossibleNumber(digits)) return `${quoted(written)} cannot be a phone number`
    const fault = show(digits)
    if (fault !== undefined) return fault
  }
  return isEmpty ? 'no phone number' : undefined
}

function digitsIn(written: string, { corrects, country }: Writing): string | undefined {
  if (country === undefined) return digitsOf(written, corrects)
  if (written.startsWith('+')) return digitsOf(written, false)
  return nationalDigits(written, country) ?? digitsOf(written, false)
}

function quoted(entry: string): string {
  return JSON.stringify(entry.slice(0, TOLD))
}
