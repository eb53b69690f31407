import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count } from '../../src/index'
import { cost } from '../../src/pricing/index'
import { runs } from '../support/long'
import { thrownBy } from '../support/thrown'

const rates = { 7: '1.40', '+7916': '1.255', 380: '2', '': '0.1' }

describe('a cost', () => {
  test.each([
    ['79161234567', '7916', '1.255', '3.765'],
    ['+7 (903) 123-45-67', '7', '1.40', '4.20'],
    ['380501234567', '380', '2', '6'],
    ['15551234567', '', '0.1', '0.3'],
  ])('to %s is that of the longest prefix', (to, prefix, price, sum) => {
    const result = cost('я'.repeat(150), to, rates)
    expect(result).toEqual({ segments: 3, encoding: 'UCS-2', prefix, price, cost: sum })
  })

  test('is by the segments that count has, with its options', () => {
    const text = 'Спасибо'.repeat(12)
    for (const options of [undefined, { transliterate: 'translit' }, { maxSegments: 1 }] as const) {
      const { segments, encoding } = count(text, options)
      expect(cost(text, '79161234567', { '': '1' }, options)).toMatchObject({ segments, encoding, cost: `${segments}` })
    }
  })

  test('is exact to the last decimal', () => {
    const price = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 1, max: 20 }))
    fc.assert(
      fc.property(price, fc.integer({ min: 1, max: 2000 }), ([thousandths, decimals], length) => {
        const scaled = (value: bigint) => {
          const digits = `${value}`.padStart(decimals + 1, '0')
          return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
        }
        const result = cost('a'.repeat(length), '1', { '': scaled(thousandths) })
        expect(result.cost).toBe(scaled(thousandths * BigInt(result.segments)))
      }),
      { numRuns: runs(200, 5_000) },
    )
  })

  test.each([
    ['x', 'nobody', rates, 'to'],
    ['x', '', rates, 'to'],
    ['x', '4412345', { 7: '1' }, 'to'],
    ['x', 7, rates, 'to'],
    ['x', '7', { 7: 1 }, "rates['7']"],
    ['x', '7', { 7: '1,40' }, "rates['7']"],
    ['x', '7', new Map([['7', '1']]), 'rates'],
    [7, '7', rates, 'text'],
  ])('of %j to %j by %o is a named error', (text, to, by, argument) => {
    expect(thrownBy(() => cost(text as never, to as never, by as never))).toMatchObject({
      name: 'SeptetError',
      argument,
    })
  })
})
