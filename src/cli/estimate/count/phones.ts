import { parsePhone, SEPARATOR } from '../../../pricing/phone-number'
import { isPossibleNumber, parseNational } from './possible-number'

/** How numbers without + are written. */
export interface PhoneWriting {
  /** Whether 8 916 ... becomes 7 916 .... */
  readonly corrects: boolean
  /** The country of the numbers, as people there dial them. */
  readonly country: string | undefined
}

/** The most digits of an address field: ten octets (TS 23.040 9.1.2.5). */
const MOST_DIGITS = 20

/** How many characters of a wrong entry the message quotes. */
const TOLD = 40

/**
 * Passes the numbers of a field as digits to `show`, one at a time, because a row may have a million.
 *
 * @param show returns what is wrong with a number; then no further number is passed
 * @returns what is wrong with the field; undefined if nothing is
 */
export function visitPhones(
  field: string,
  writing: PhoneWriting,
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
    const digits = parseDigits(written, writing)
    if (digits === undefined || digits.length > MOST_DIGITS) return `${quote(written)} is no phone number`
    if (!isPossibleNumber(digits)) return `${quote(written)} cannot be a phone number`
    const fault = show(digits)
    if (fault !== undefined) return fault
  }
  return isEmpty ? 'no phone number' : undefined
}

function parseDigits(written: string, { corrects, country }: PhoneWriting): string | undefined {
  if (country === undefined) return parsePhone(written, corrects)
  if (written.startsWith('+')) return parsePhone(written, false)
  return parseNational(written, country) ?? parsePhone(written, false)
}

function quote(entry: string): string {
  return JSON.stringify(entry.slice(0, TOLD))
}
