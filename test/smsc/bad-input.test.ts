import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'
import { LONG } from '../support/long'

const rates = { 7: '1.40', '7916': '1.25' }

const numbers = (count: number) => Array.from({ length: count }, (_, index) => 79_160_000_000 + index).join(',')

/** A tenth in the short run: the work is linear, which test/work holds. */
const PHONES = LONG ? 100_000 : 10_000

describe('what is too much', () => {
  test('100,000 phones are all counted', () => {
    const { n, cost, lines } = preview({ phones: numbers(PHONES), mes: 'x' }, { rates })
    expect({ n, cost, recipients: lines[0]!.recipients.length }).toEqual({
      n: PHONES,
      cost: `${PHONES * 1.25}.00`,
      recipients: PHONES,
    })
  })

  test('100,000 wrong phones are two warnings, and all there', () => {
    const phones = Array.from({ length: PHONES }, (_, index) => (index % 2 ? 'x' : '123')).join(';')
    const { lines, warnings, errors } = preview({ phones, mes: 'x' })
    expect(lines[0]!.recipients).toHaveLength(PHONES)
    expect(warnings.map(({ code, count }) => [code, count])).toEqual([
      ['impossible-phone', PHONES],
      ['duplicate-phone', PHONES - 2],
    ])
    expect(errors).toMatchObject([{ service: 7 }])
  })

  const LINES = LONG ? 160_000 : 16_000

  test('a list of 10 MB, or of 1 MB in the short run, is counted line by line', () => {
    const row = (index: number) => `${79_160_000_000 + index}:Сообщение номер ${index}, ничего особенного в нём нет\n`
    const list = Array.from({ length: LINES }, (_, index) => row(index)).join('')
    expect(new TextEncoder().encode(list).length).toBeGreaterThan(64 * LINES)
    const { n, parts, lines, errors } = preview({ list })
    expect({ n, parts, lines: lines.length, errors }).toEqual({ n: LINES, parts: 1, lines: LINES, errors: [] })
  })
})
