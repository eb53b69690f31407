import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'
import { countWork, expectLinear } from '../support/work'

const rates = { 7: '1.40', '7916': '1.25' }

const ratesFor = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`7${10_000 + index}`, '1.40']))
const numbers = (count: number) => Array.from({ length: count }, (_, index) => 79_160_000_000 + index).join(',')

describe('the work of a preview grows as the request does', () => {
  test.each<[string, (size: number) => unknown]>([
    ['phones', (size) => preview({ phones: numbers(size), mes: 'x' }, { rates })],
    ['lists of empty texts', (size) => preview({ list: '79161234567:\n'.repeat(size) })],
    ['lists of bad lines', (size) => preview({ list: 'no\r\n'.repeat(size) })],
    [
      'lines beside as many rates',
      (size) => preview({ list: '79161234567:x\n'.repeat(size) }, { rates: ratesFor(size) }),
    ],
    ['lines under nl=1', (size) => preview({ list: `79161234567:x\n${'and\n'.repeat(size)}`, nl: 1 })],
    [
      'links',
      (size) => preview({ phones: '1', mes: 'http://a.b/c '.repeat(size), tinyurl: 1 }, { overLimit: 'count' }),
    ],
    [
      'digits before a colon under nl=1',
      (size) => preview({ list: `${'79161234567:x\n'.repeat(size)}${'7'.repeat(size)}x:`, nl: 1 }),
    ],
    ['octets that are not UTF-8', (size) => preview(`charset=utf-8&mes=${'%EF%BF'.repeat(size)}`)],
    ['names in a query', (size) => preview('a&'.repeat(size))],
    ['percent signs', (size) => preview(`phones=${'%'.repeat(size)}`)],
  ])('%s', (_name, run) => expectLinear(run, 500))

  test('digits of a number do not make it longer', () => {
    // The least of three: once in a while V8 counts one block more.
    const work = (size: number) => {
      const counts = [1, 2, 3].map(() => countWork(() => preview({ phones: '7'.repeat(size), mes: 'x' })))
      return Math.min(...counts)
    }
    work(1)
    expect(work(100_000)).toBe(work(500))
  })
})
