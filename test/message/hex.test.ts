import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex } from '../../src/index'
import { LONG, runs } from '../support/long'
import { hex } from '../support/octets'
import { thrownBy } from '../support/thrown'

const RUNS = { numRuns: runs(300, 10_000) }

describe('hexadecimal digits', () => {
  test('any octets come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (octets) => {
        expect(toHex(octets)).toBe(hex(octets))
        expect(fromHex(toHex(octets))).toEqual(octets)
        expect(fromHex(toHex(octets).toLowerCase())).toEqual(octets)
      }),
      RUNS,
    )
  })

  test('longer ones than the memory of the core too', () => {
    for (const length of [20_479, 20_481, 40_801, ...(LONG ? [20_480, 40_799, 40_800, 300_000] : [])]) {
      const long = Uint8Array.from({ length }, (_, index) => (index * 41 + (index >> 8)) & 0xff)
      const digits = hex(long)
      expect(toHex(long) === digits).toBe(true)
      expect(hex(fromHex(digits.toLowerCase())) === digits).toBe(true)
      expect(hex(fromHex(`${digits.slice(0, 7)} ${digits.slice(7)}`)) === digits).toBe(true)
    }
  })

  test('white space anywhere is left out', () => {
    const space = fc.constantFrom('', '', '', ' ', '\n', '\r\n', '\t', '\f', '\v')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(15), space), { maxLength: 60 }), (digits) => {
        const even = digits.slice(digits.length % 2)
        const written = even.map(([digit, space]) => digit.toString(16) + space).join('')
        expect(hex(fromHex(written))).toBe(written.replace(/\s/g, '').toUpperCase())
      }),
      RUNS,
    )
  })

  test('any other character is refused where it is, in every lane', () => {
    const digits = '0123456789ABCDEF'.repeat(4)
    for (const stray of [
      'G',
      'g',
      '@',
      '`',
      '/',
      ':',
      '\u0000',
      '\u0130',
      '\u3030',
      '\u8030',
      '\uff10',
      '\ud83d',
      '\u00a0',
    ]) {
      for (const offset of [0, 1, 7, 8, 15, 16, 31, 33, 63]) {
        const text = digits.slice(0, offset) + stray + digits.slice(offset + 1)
        expect(thrownBy(() => fromHex(text))).toMatchObject({ code: 'malformed', argument: 'text', offset })
      }
    }
    const late = `${'0'.repeat(50_000)}x`
    expect(thrownBy(() => fromHex(late))).toMatchObject({ code: 'malformed', offset: 50_000 })
  })

  test('every other unit is no digit', () => {
    for (let unit = 0; unit < 0x10000; unit += LONG || unit < 0x300 ? 1 : 31) {
      const character = String.fromCharCode(unit)
      if (/[\da-f\t\n\v\f\r ]/i.test(character) && unit < 0x80) continue
      expect(thrownBy(() => fromHex(`${'0'.repeat(15)}${character}`)).offset).toBe(15)
    }
  })

  test('half an octet is refused with its offset', () => {
    expect(thrownBy(() => fromHex('012'))).toMatchObject({ code: 'truncated', argument: 'text', offset: 2 })
    expect(thrownBy(() => fromHex('0'.repeat(40_961)))).toMatchObject({ code: 'truncated', offset: 40_960 })
  })

  test('nothing is no octet', () => {
    expect(fromHex('')).toEqual(new Uint8Array(0))
    expect(toHex(new Uint8Array(0))).toBe('')
  })

  test('other arguments are refused', () => {
    expect(thrownBy(() => fromHex(5 as never))).toMatchObject({ code: 'invalid-type', argument: 'text' })
    expect(thrownBy(() => toHex('00' as never))).toMatchObject({ code: 'invalid-type', argument: 'octets' })
  })
})
