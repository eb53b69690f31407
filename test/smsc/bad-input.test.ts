import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'

const rates = { 7: '1.40', '7916': '1.25' }

/** The shortest of a few runs, in milliseconds: what the work takes when nothing else disturbs it. */
function timeOf(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

/** As much in 16 requests as in one: a ratio of 1, and 16 if the work were quadratic. */
function growsLinearly(run: (size: number) => unknown, size: number): void {
  run(size)
  const small = timeOf(() => {
    for (let time = 0; time < 16; time++) run(size / 16)
  })
  expect(timeOf(() => run(size)) / small).toBeLessThan(5)
}

const ratesFor = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`7${10_000 + index}`, '1.40']))
const numbers = (count: number) => Array.from({ length: count }, (_, index) => 79_160_000_000 + index).join(',')

describe('what is too much', () => {
  test('100,000 phones are all counted', () => {
    const { n, cost, lines } = preview({ phones: numbers(100_000), mes: 'x' }, { rates })
    expect({ n, cost, recipients: lines[0]!.recipients.length }).toEqual({
      n: 100_000,
      cost: '125000.00',
      recipients: 100_000,
    })
  })

  test('100,000 wrong phones are two warnings, and all there', () => {
    const phones = Array.from({ length: 100_000 }, (_, index) => (index % 2 ? 'x' : '123')).join(';')
    const { lines, warnings, errors } = preview({ phones, mes: 'x' })
    expect(lines[0]!.recipients).toHaveLength(100_000)
    expect(warnings.map(({ code, count }) => [code, count])).toEqual([
      ['impossible-phone', 100_000],
      ['duplicate-phone', 99_998],
    ])
    expect(errors).toMatchObject([{ service: 7 }])
  })

  test('a list of 10 MB is counted line by line', () => {
    const row = (index: number) => `${79_160_000_000 + index}:Сообщение номер ${index}, ничего особенного в нём нет\n`
    const list = Array.from({ length: 160_000 }, (_, index) => row(index)).join('')
    expect(new TextEncoder().encode(list).length).toBeGreaterThan(10_000_000)
    const { n, parts, lines, errors } = preview({ list })
    expect({ n, parts, lines: lines.length, errors }).toEqual({ n: 160_000, parts: 1, lines: 160_000, errors: [] })
  })

  test.each([
    ['phones', (size: number) => preview({ phones: numbers(size), mes: 'x' }, { rates })],
    ['lists of empty texts', (size: number) => preview({ list: '79161234567:\n'.repeat(size) })],
    ['lists of bad lines', (size: number) => preview({ list: 'no\r\n'.repeat(size) })],
    [
      'lines beside as many rates',
      (size: number) => preview({ list: '79161234567:x\n'.repeat(size / 8) }, { rates: ratesFor(size / 8) }),
    ],
    ['lines under nl=1', (size: number) => preview({ list: `79161234567:x\n${'and\n'.repeat(size)}`, nl: 1 })],
    [
      'links',
      (size: number) => preview({ phones: '1', mes: 'http://a.b/c '.repeat(size), tinyurl: 1 }, { overLimit: 'count' }),
    ],
    [
      'digits in front of a colon under nl=1',
      (size: number) => preview({ list: `79161234567:x\n${'7'.repeat(size)}x:`, nl: 1 }),
    ],
    ['octets that are not UTF-8', (size: number) => preview(`charset=utf-8&mes=${'%EF%BF'.repeat(size)}`)],
    ['names in a query', (size: number) => preview('a&'.repeat(size))],
    ['percent signs', (size: number) => preview(`phones=${'%'.repeat(size)}`)],
    ['digits of a number', (size: number) => preview({ phones: '7'.repeat(size), mes: 'x' })],
  ])('%s take linear time', { retry: 2 }, (_name, run) => growsLinearly(run, 24_000))
})
