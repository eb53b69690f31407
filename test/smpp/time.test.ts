import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SeptetError } from '../../src/index'
import { formatSmppTime, parseSmppTime, type SmppTimeInput } from '../../src/smpp/index'
import { withGetters } from '../support/getters'
import { runs } from '../support/long'
import { thrownBy } from '../support/thrown'

describe('a time (SMPP 3.4 7.1.1)', () => {
  test.each([
    ['260305140709004+', '2026-03-05T14:07:09', 60, '2026-03-05T13:07:09.000Z'],
    ['260305080709020-', '2026-03-05T08:07:09', -300, '2026-03-05T13:07:09.000Z'],
    ['260305130709500+', '2026-03-05T13:07:09', 0, '2026-03-05T13:07:09.500Z'],
  ])('%s', (text, local, offsetMinutes, moment) => {
    const time = parseSmppTime(text)
    expect(time).toMatchObject({ type: 'absolute', local, offsetMinutes, date: new Date(moment) })
    expect(formatSmppTime(time as SmppTimeInput)).toBe(text)
  })

  test('from now on, as the document has it', () => {
    const time = { type: 'relative', years: 2, months: 6, days: 10, hours: 23, minutes: 34, seconds: 29 }
    expect(parseSmppTime('020610233429000R')).toEqual(time)
    expect(formatSmppTime(time as SmppTimeInput)).toBe('020610233429000R')
    expect(formatSmppTime({ minutes: 30 })).toBe('000000003000000R')
    expect(formatSmppTime(withGetters({ minutes: 30 }))).toBe('000000003000000R')
    expect(formatSmppTime({ days: 7 })).toBe('000007000000000R')
  })

  test('of an answer is local: to the minute, or the second', () => {
    expect(parseSmppTime('2603051407')).toEqual({
      type: 'absolute',
      local: '2026-03-05T14:07:00',
      tenths: 0,
      offsetMinutes: null,
    })
    expect(parseSmppTime('260305140709')).toMatchObject({ local: '2026-03-05T14:07:09', offsetMinutes: null })
  })

  test('may be empty, and may end with its NUL', () => {
    expect(parseSmppTime('')).toBe(undefined)
    expect(parseSmppTime('\u0000')).toBe(undefined)
    expect(parseSmppTime('000007000000000R\u0000')).toMatchObject({ days: 7 })
  })

  test.each<[string, number]>([
    ['26030514070900', 14],
    ['26030514070x004+', 11],
    ['260305140709004*', 15],
    ['260305140709049+', 13],
    ['261305140709004+', 0],
    ['260230140709004+', 0],
    ['260305240000000+', 0],
    ['hello', 0],
  ])('%s is none', (text, offset) => {
    expect(thrownBy(() => parseSmppTime(text))).toMatchObject({ code: 'malformed', argument: 'text', offset })
  })

  test.each<[unknown, string, string]>([
    [undefined, 'invalid-type', 'time'],
    [new Date(Number.NaN), 'invalid-value', 'time'],
    [new Date('1999-01-01T00:00:00Z'), 'invalid-value', 'time'],
    [{ local: '2026-03-05', offsetMinutes: 0 }, 'invalid-value', 'time.local'],
    [{ local: '2026-02-30T00:00:00', offsetMinutes: 0 }, 'invalid-value', 'time.local'],
    [{ local: '2026-03-05T00:00:00', offsetMinutes: 10 }, 'invalid-value', 'time.offsetMinutes'],
    [{ local: '2026-03-05T00:00:00', offsetMinutes: 735 }, 'invalid-value', 'time.offsetMinutes'],
    [{ days: 100 }, 'invalid-value', 'time.days'],
    [{ weeks: 1 }, 'unknown-option', 'time.weeks'],
  ])('%j cannot be written', (time, code, argument) => {
    expect(thrownBy(() => formatSmppTime(time as SmppTimeInput))).toMatchObject({ code, argument })
  })

  test('any moment, at any offset, comes back', () => {
    const moment = fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, fc.integer({ min: -48, max: 48 }), (date, quarters) => {
        const tenths = Math.floor(date.getTime() / 100) * 100
        expect(parseSmppTime(formatSmppTime(date))).toMatchObject({ date: new Date(tenths) })
        const local = new Date(date.getTime() + quarters * 900_000).toISOString()
        const time = { local, offsetMinutes: quarters * 15, tenths: Number(local.at(-4)) }
        expect(parseSmppTime(formatSmppTime(time))).toMatchObject({
          date: new Date(tenths),
          offsetMinutes: quarters * 15,
        })
      }),
      { numRuns: runs(150, 5000) },
    )
  })

  test('any string is read or refused', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789+-Rx\u0000'), maxLength: 18 })
    fc.assert(
      fc.property(text, (given) => {
        try {
          parseSmppTime(given)
        } catch (error) {
          expect(error).toBeInstanceOf(SeptetError)
        }
      }),
      { numRuns: runs(200, 5000) },
    )
  })
})
