import fc from 'fast-check'
import { getCountries, getCountryCallingCode, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { describe, expect, test } from 'vitest'
import { createNumbering } from '../../src/pricing/numbering'
import { isPossible } from '../../src/pricing/phone-number'
import { LONG, runs } from '../support/long'

const { isPossible: mayBe, judge } = createNumbering({ Metadata, parsePhoneNumberFromString })

/** Every code of a country, and some of none: of services, of nobody. */
const CODES = [
  ...new Set(getCountries().map((country) => getCountryCallingCode(country) as string)),
  ...['800', '808', '870', '878', '881', '979', '210', '999', '0'],
]

/** Most numbers have as many digits after the code. */
const LENGTHS = LONG ? [4, 5, 6, 7, 8, 9, 10, 11, 12] : [8, 10]

/** As the library judges a number that no trunk prefix is dropped from. */
function judgedByLibrary(digits: string): string {
  const number = parsePhoneNumberFromString(`+${digits}`, { extract: false })
  if (!isPossible(number, digits)) return 'impossible'
  return number.isValid() ? 'valid' : 'invalid'
}

describe('a number is judged as the library judges it', () => {
  const sameAsLibrary = (digits: string) => {
    const expected = judgedByLibrary(digits)
    if (judge(digits) !== expected) expect({ digits, judged: judge(digits) }).toEqual({ digits, judged: expected })
    if (mayBe(digits) !== (expected !== 'impossible')) expect(digits).toBe('possible or not')
  }

  test('by every length, and every first digit, of every code', () => {
    for (const code of CODES) {
      for (const first of '0123456789') {
        for (const length of LENGTHS) sameAsLibrary(code + `${first}9161234567890`.slice(0, length))
      }
    }
  })

  test('whatever its digits', () => {
    const national = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 14 })
    fc.assert(
      fc.property(fc.constantFrom(...CODES), national, (code, rest) => sameAsLibrary(code + rest)),
      { numRuns: runs(300, 300_000) },
    )
  })

  // Codes that several countries have, and numbers of the length of theirs.
  test.each([
    ['7', 10],
    ['1', 10],
    ['44', 10],
    ['39', 10],
    ['61', 9],
    ['212', 9],
    ['262', 9],
    ['358', 9],
    ['47', 8],
    ['590', 9],
    ['599', 8],
  ])('of a code that countries share: %s', (code, length) => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
    fc.assert(
      fc.property(digits, (rest) => sameAsLibrary(code + rest)),
      { numRuns: runs(60, 100_000) },
    )
  })

  test.each([
    ['79161234567', 'valid'],
    ['77011234567', 'valid'],
    ['380501234567', 'valid'],
    ['70001234567', 'invalid'],
    ['7916123456', 'impossible'],
    ['780012345678', 'impossible'],
    ['', 'impossible'],
    ['9'.repeat(300), 'impossible'],
  ])('%s is %s', (digits, status) => {
    expect(judge(digits)).toBe(status)
    sameAsLibrary(digits)
  })
})
