import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'

const errorsOf = (parameters: object) =>
  preview({ phones: '79161234567', mes: 'x', ...parameters }).errors.map(
    ({ service, argument }) => `${argument} ${service}`,
  )

describe('a sender', () => {
  test.each(['', '.', 'ivan', 'SHOP 24', '79161234567', '123456789012345', 'a-b_c.d@e!', 'elevenchars'])(
    'may be %j',
    (sender) => {
      expect(errorsOf({ sender })).toEqual([])
    },
  )

  test.each([
    ['twelve chars', 11],
    ['1234567890123456', 15],
    ['Иван', 0],
    ['a[b', 1],
    ['a|b', 1],
    ['a`b', 1],
    ['a\tb', 1],
    ['é', 0],
  ])('%j is error 6, at %i', (sender, offset) => {
    const { errors, n } = preview({ phones: '79161234567', mes: 'x', sender, charset: 'utf-8' })
    expect(errors).toMatchObject([{ service: 6, argument: 'sender', value: sender, offset }])
    expect(n).toBe(1)
  })

  test('with a space at an end is a warning', () => {
    expect(preview({ phones: '79161234567', mes: 'x', sender: 'ivan ' }).warnings).toMatchObject([
      { code: 'sender-spaces' },
    ])
  })
})

describe('an id', () => {
  test.each([
    '1',
    '2147483647',
    '2147483648',
    '20240101123000',
    '0',
    '00',
    '9'.repeat(40),
    'a',
    'A-1._b',
    'x'.repeat(40),
  ])('may be %s', (id) => expect(errorsOf({ id })).toEqual([]))
  test.each(['0'.repeat(41).replace('0', '1'), 'a b', '1,2', '+1', 'ы', 'x'.repeat(41)])('%s is error 1', (id) =>
    expect(errorsOf({ id })).toEqual(['id 1']),
  )
})

describe('a time', () => {
  test.each(['0', '0101120000', '3112992359', '29.02.24 10:00', '01.01.12 00:00', '9-21', '01609459200', '+30'])(
    'may be %s',
    (time) => expect(errorsOf({ time })).toEqual([]),
  )
  test.each([
    '3101',
    '3102120000',
    '29.02.23 10:00',
    '0113120000',
    '0101122400',
    '9-25',
    '30',
    ' 30',
    'tomorrow',
    '1.1.12 0:00',
    '010130000',
    '00',
  ])('%s is error 5', (time) => expect(errorsOf({ time })).toEqual(['time 5']))
})

describe('tz, valid, period and freq', () => {
  const right = {
    tz: ['0', '-3', '+4', 7],
    valid: ['1', '24', '00:01', '24:00', 12],
    period: ['0.1', '720', 24],
    freq: ['1', '1440'],
  }
  const wrong = {
    tz: ['12', '-16', 'MSK', '1:30'],
    valid: ['0', '25', '00:00', '24:01', '12:60', '1:30'],
    period: ['0', '0.09', '721', '1,5'],
    freq: ['0', '1441', '1.5'],
  }
  const cases = (table: Record<string, (string | number)[]>) =>
    Object.entries(table).flatMap(([name, values]) => values.map((value) => [name, value] as const))

  test.each(cases(right))('%s may be %s', (name, value) => {
    expect(errorsOf({ period: 1, [name]: value })).toEqual([])
  })

  test.each(cases(wrong))('%s=%s is error 1', (name, value) => {
    expect(errorsOf({ period: 1, [name]: value })).toEqual([`${name} 1`])
  })

  test('freq does nothing without period', () => {
    expect(preview({ phones: '79161234567', mes: 'x', freq: 60 }).warnings).toMatchObject([
      { code: 'ignored-parameter', argument: 'freq' },
    ])
  })
})
