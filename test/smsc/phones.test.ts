import fc from 'fast-check'
import examples from 'libphonenumber-js/examples.mobile.json'
import { type CountryCode, getCountryCallingCode } from 'libphonenumber-js/min'
import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'
import { thrownBy } from '../support/thrown'

const mes = 'x'
const only = (phones: string, options?: Parameters<typeof preview>[1]) => {
  const { recipients } = preview({ phones, mes }, options).lines[0]!
  expect(recipients).toHaveLength(1)
  return recipients[0]!
}

describe('phones', () => {
  test('are separated by commas and semicolons', () => {
    const { lines, n } = preview({ phones: '79161234567, 79161234568;79161234569', mes })
    expect(lines[0]!.recipients.map(({ phone }) => phone)).toEqual(['79161234567', '79161234568', '79161234569'])
    expect(n).toBe(3)
  })

  test.each([
    ['8 (916) 123-45-67', '79161234567'],
    ['9161234567', '79161234567'],
    ['7-916-123.45.67', '79161234567'],
    ['+7 916 123 45 67', '79161234567'],
    ['380501234567', '380501234567'],
    ['+380501234567', '380501234567'],
    ['77011234567', '77011234567'],
  ])('%s is sent to %s, and kept as it was given', (given, phone) => {
    expect(only(given)).toMatchObject({ given, phone, status: 'valid', size: 1, parts: 1 })
  })

  test('with a trunk prefix after the country code cannot be a number', () => {
    for (const given of ['789161234567', '+789161234567', '4407911123456']) {
      expect(only(given)).toMatchObject({ phone: given.replace('+', ''), status: 'impossible', size: 0, error: 7 })
    }
  })

  test('of a mobile phone in any country are valid', () => {
    for (const [country, national] of Object.entries(examples)) {
      const phone = `${getCountryCallingCode(country as CountryCode)}${national}`
      expect(only(`+${phone}`)).toMatchObject({ phone, status: 'valid' })
    }
  })

  test('a + in front switches the correction off', () => {
    expect(only('+89161234567')).toMatchObject({ phone: '89161234567', status: 'impossible' })
    expect(only('89161234567', { correctPhones: false })).toMatchObject({ phone: '89161234567', status: 'impossible' })
  })

  test('that are possible count, whether valid or not; the impossible do not', () => {
    const { lines, n, warnings, errors } = preview({ phones: '79161234567,70001234567,123,abc,7916123\n4567', mes })
    expect(lines[0]!.recipients.map(({ status, error }) => [status, error])).toEqual([
      ['valid', undefined],
      ['invalid', 7],
      ['impossible', 7],
      ['impossible', 7],
      ['impossible', 7],
    ])
    expect(n).toBe(2)
    expect(errors).toEqual([])
    expect(warnings).toMatchObject([
      { code: 'invalid-phone', argument: 'phones', value: '70001234567', offset: 12, count: 1 },
      { code: 'impossible-phone', argument: 'phones', value: '123', offset: 24, count: 3 },
    ])
  })

  test('none of which can be a number are error 7', () => {
    expect(preview({ phones: '123;456', mes })).toMatchObject({ n: 0, errors: [{ service: 7, argument: 'phones' }] })
  })

  test.each(['', ' ', ',;,', undefined])('that are missing (%j) are error 1', (phones) => {
    const { n, errors } = preview({ phones, mes })
    expect(n).toBe(0)
    expect(errors).toMatchObject([{ service: 1, code: 'missing-parameter', argument: 'phones', value: phones ?? '' }])
  })

  test('that are there twice count twice, with a warning, or once by choice', () => {
    const phones = '79161234567,89161234567'
    expect(preview({ phones, mes })).toMatchObject({
      n: 2,
      warnings: [{ code: 'duplicate-phone', offset: 12, count: 1 }],
    })
    expect(preview({ phones, mes }, { duplicates: 'drop' })).toMatchObject({ n: 1, warnings: [{ count: 1 }] })
  })

  test('may have a byte order mark in front, which is passed over with a warning', () => {
    for (const request of [{ phones: '\uFEFF79161234567', mes }, 'charset=utf-8&mes=x&phones=%EF%BB%BF79161234567']) {
      expect(preview(request)).toMatchObject({
        n: 1,
        warnings: [{ code: 'byte-order-mark', argument: 'phones', offset: 0, count: 1 }],
      })
    }
  })

  test('an empty one between two separators is passed over, with a warning', () => {
    expect(preview({ phones: '79161234567,,', mes })).toMatchObject({
      n: 1,
      warnings: [{ code: 'empty-phone', count: 2 }],
    })
  })
})

describe('a group', () => {
  test('makes n a range, unless its size is given', () => {
    const request = { phones: 'G12,79161234567', mes: 'я'.repeat(71) }
    expect(preview(request)).toMatchObject({
      n: { min: 2, max: Number.POSITIVE_INFINITY },
      parts: 2,
      warnings: [{ code: 'unknown-group', value: 'G12' }],
    })
    expect(preview(request, { groups: { 12: 10 } })).toMatchObject({ n: 22, warnings: [] })
    expect(preview(request, { groups: { G12: { min: 3, max: 5 } } })).toMatchObject({ n: { min: 8, max: 12 } })
    expect(preview(request, { groups: { 12: 0 } })).toMatchObject({ n: 2 })
  })

  test('costs between the lowest and the highest rate', () => {
    const options = { rates: { 7: '1.40', 380: '2.005', '': '1.5' }, groups: { 1: 10 } }
    expect(preview({ phones: 'G1', mes }, options).cost).toEqual({ min: '14.000', max: '20.050' })
    expect(preview({ phones: 'G1', mes }, { rates: { '': '1.40' } }).cost).toEqual({ min: '0.00', max: 'Infinity' })
    expect(preview({ phones: 'G1', mes }, { rates: { '': '1.40' }, groups: { 1: 10 } }).cost).toBe('14.00')
  })

  test('has no cost where the rates are not for all numbers: nobody knows what its own begin with', () => {
    const rates = { 7: '1.40', 380: '2.005' }
    for (const groups of [{}, { 12: 3 }]) {
      const { cost, lines, warnings } = preview({ phones: 'G12,79161234567', mes }, { rates, groups })
      expect(cost).toBeUndefined()
      expect(lines[0]!.recipients.map((recipient) => recipient.cost)).toEqual([undefined, '1.40'])
      expect(warnings).toContainEqual(expect.objectContaining({ code: 'no-rate', value: 'G12', count: 1 }))
    }
    expect(preview({ phones: 'G12', mes }, { rates, groups: { 12: 0 } })).toMatchObject({ n: 0, warnings: [] })
  })
})

describe('rates', () => {
  test('are found by the longest prefix', () => {
    const rates = { 7: '1.40', '+7916': '1.25', 380: '3', '': '5' }
    const { lines, cost } = preview({ phones: '79161234567,79031234567,380501234567,12025550123', mes }, { rates })
    expect(lines[0]!.recipients.map((recipient) => recipient.cost)).toEqual(['1.25', '1.40', '3', '5'])
    expect(cost).toBe('10.65')
  })

  test('keep the decimals that they have', () => {
    const cost = (rates: Record<string, string>) => preview({ phones: '79161234567,380501234567', mes }, { rates }).cost
    expect(cost({ 7: '1.40', 380: '1.40' })).toBe('2.80')
    expect(cost({ 7: '1', 380: '2' })).toBe('3')
    expect(cost({ 7: '0.1', 380: '0.2' })).toBe('0.3')
    expect(cost({ 7: '0.123456789012345678901', 380: '0.2' })).toBe('0.323456789012345678901')
  })

  test('leave the cost open where one number has none', () => {
    const { cost, lines, warnings } = preview({ phones: '79161234567,12025550123', mes }, { rates: { 7: '1.40' } })
    expect(cost).toBeUndefined()
    expect(lines[0]!.recipients.map((recipient) => recipient.cost)).toEqual(['1.40', undefined])
    expect(warnings).toMatchObject([{ code: 'no-rate', value: '12025550123', count: 1 }])
  })

  test('without them there is no cost', () => {
    expect(preview({ phones: '79161234567', mes })).not.toHaveProperty('cost')
  })

  test.each([
    [{ 7: 1.4 }, 'invalid-type', "options.rates['7']", 1.4, undefined],
    [{ 7: null }, 'invalid-type', "options.rates['7']", null, undefined],
    [{ 7: 'free' }, 'invalid-value', "options.rates['7']", 'free', 0],
    [{ 7: '1,40' }, 'invalid-value', "options.rates['7']", '1,40', 1],
    [{ 7: '-1' }, 'invalid-value', "options.rates['7']", '-1', 0],
    [{ 7: '1e3' }, 'invalid-value', "options.rates['7']", '1e3', 1],
    [{ 7: '' }, 'invalid-value', "options.rates['7']", '', 0],
    [{ 7: '.5' }, 'invalid-value', "options.rates['7']", '.5', 0],
    [{ 7: '5.' }, 'invalid-value', "options.rates['7']", '5.', 2],
    [{ 7: '5.0x' }, 'invalid-value', "options.rates['7']", '5.0x', 3],
    [{ 7: '1.40', '+7': '1.50' }, 'invalid-value', "options.rates['+7']", '+7', undefined],
    [{ RU: '1' }, 'invalid-value', "options.rates['RU']", 'RU', undefined],
    ['1.40', 'invalid-type', 'options.rates', '1.40', undefined],
  ])('%j is a named error', (rates, code, argument, value, offset) => {
    const error = thrownBy(() => preview({ phones: '79161234567', mes }, { rates: rates as never }))
    expect(error).toMatchObject({ name: 'SeptetError', code, argument, value })
    expect(error.offset).toBe(offset)
  })

  test('add up exactly, whatever they are', () => {
    const price = fc.tuple(fc.nat(999_999), fc.integer({ min: 0, max: 6 }))
    fc.assert(
      fc.property(price, fc.integer({ min: 1, max: 50 }), ([units, decimals], count) => {
        const rate = decimalOf(BigInt(units), decimals)
        const phones = Array.from({ length: count }, (_, index) => 79_160_000_000 + index)
        expect(preview({ phones, mes }, { rates: { 7: rate } }).cost).toBe(decimalOf(BigInt(units * count), decimals))
      }),
      { numRuns: 200 },
    )
  })
})

function decimalOf(units: bigint, decimals: number): string {
  const digits = `${units}`.padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
