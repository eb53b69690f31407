import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatTime, groupSize, parseTime, sendingTime } from '../../src/smsc/index'
import { runs } from '../support/long'
import { thrownBy } from '../support/thrown'

const HOUR = 3_600_000
/** 31 December 2029, 20:30 in UTC: 23:30 in Moscow, and the next year to the east of it. */
const NOW = Date.UTC(2029, 11, 31, 20, 30)

describe('a message goes out', () => {
  test.each<[string, number | string | undefined, string]>([
    // At once: nothing said, or what is past.
    ['', undefined, '2029-12-31T20:30'],
    ['0', undefined, '2029-12-31T20:30'],
    ['3112292329', 0, '2029-12-31T20:30'],
    ['01000000001', undefined, '2029-12-31T20:30'],
    // By the present.
    ['+0', undefined, '2029-12-31T20:30'],
    ['+90', undefined, '2029-12-31T22:00'],
    ['+1440', '3', '2030-01-01T20:30'],
    ['01893456000', undefined, '2030-01-01T00:00'],
    ['09999999999', undefined, '2286-11-20T17:46:39'],
    // On a day, in a zone.
    ['3112292331', 0, '2029-12-31T20:31'],
    ['01.01.30 00:00', 0, '2029-12-31T21:00'],
    ['01.01.30 00:00', '0', '2029-12-31T21:00'],
    ['01.01.30 09:00', '+7', '2029-12-31T23:00'],
    ['01.01.30 00:00', 11, '2029-12-31T20:30'],
    ['01.01.30 00:00', -3, '2030-01-01T00:00'],
    ['31.12.29 23:30', '-15', '2030-01-01T11:30'],
    ['29.02.32 12:00', 0, '2032-02-29T09:00'],
    ['31.12.99 23:59', -15, '2100-01-01T11:59'],
    // At hours of the day.
    ['9-21', 0, '2030-01-01T06:00'],
    ['9-24', 0, '2029-12-31T20:30'],
    ['0-24', 0, '2029-12-31T20:30'],
    ['23-24', 0, '2029-12-31T20:30'],
    ['9-23', 0, '2030-01-01T06:00'],
    ['9-21', 7, '2029-12-31T23:00'],
    ['9-21', -3, '2029-12-31T20:30'],
    ['9-21', -15, '2029-12-31T21:00'],
    ['9-9', 0, '2030-01-01T06:00'],
    ['24-24', 0, '2029-12-31T21:00'],
    ['22-6', 0, '2029-12-31T20:30'],
    ['22-6', -3, '2029-12-31T22:00'],
    ['22-6', 4, '2029-12-31T20:30'],
    ['22-6', 7, '2030-01-01T12:00'],
  ])('by %j in the zone %j at %s', (time, tz, moment) => {
    const { length } = moment
    expect(sendingTime(time, tz, NOW).toISOString().slice(0, length)).toBe(moment)
    expect(sendingTime(time, tz, new Date(NOW)).toISOString().slice(0, length)).toBe(moment)
  })

  const later = fc.integer({ min: 1, max: 60 * 365 * 24 * 60 }).map((minutes) => NOW + minutes * 60_000)
  const zone = fc.integer({ min: -15, max: 11 })

  test('when the time was written for, in each form that says a moment', () => {
    fc.assert(
      fc.property(later, zone, (moment, tz) => {
        const local = new Date(moment + (3 + tz) * HOUR).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length)
        const written = formatTime({ type: 'date', local })
        const dotted = written.replace(/(..)(..)(..)(..)(..)/, '$1.$2.$3 $4:$5')
        const forms = [
          written,
          dotted,
          formatTime({ type: 'timestamp', seconds: moment / 1000 }),
          formatTime({ type: 'delay', minutes: (moment - NOW) / 60_000 }),
        ]
        for (const form of forms) expect(sendingTime(form, tz, NOW).getTime()).toBe(moment)
        expect(formatTime(parseTime(dotted))).toBe(written)
      }),
      { numRuns: runs(100, 20_000) },
    )
  })

  test('within hours of the day, or at the first of them, within a day', () => {
    const hour = fc.integer({ min: 0, max: 24 })
    fc.assert(
      fc.property(hour, hour, zone, later, (from, to, tz, now) => {
        const moment = sendingTime(`${from}-${to}`, tz, now).getTime()
        expect(moment - now).toBeGreaterThanOrEqual(0)
        expect(moment - now).toBeLessThanOrEqual(24 * HOUR)
        const ofDay = (((moment + (3 + tz) * HOUR) % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR)
        if (moment > now) expect(ofDay).toBe((from % 24) * HOUR)
        else {
          const [hasBegun, hasNotEnded] = [ofDay >= from * HOUR, ofDay < to * HOUR]
          expect(from <= to ? hasBegun && hasNotEnded : hasBegun || hasNotEnded).toBe(true)
        }
      }),
      { numRuns: runs(100, 20_000) },
    )
  })

  test.each<[unknown, unknown, unknown, object]>([
    ['31.02.30 10:00', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    ['29.02.30 10:00', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    ['29.02.00 24:00', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    ['3113291200', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    ['9-25', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    ['9-21-23', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    ['-5', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    ['+1.5', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    ['01', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    ['1893456000000', 0, NOW, { code: 'invalid-value', argument: 'time' }],
    [0, 0, NOW, { code: 'invalid-type', argument: 'time' }],
    ['9-21', undefined, NOW, { code: 'missing-parameter', argument: 'tz' }],
    ['0101301200', undefined, NOW, { code: 'missing-parameter', argument: 'tz' }],
    ['0101301200', 2.5, NOW, { code: 'invalid-value', argument: 'tz', value: 2.5 }],
    ['0101301200', '+5:30', NOW, { code: 'invalid-value', argument: 'tz' }],
    ['0101301200', 12, NOW, { code: 'invalid-value', argument: 'tz' }],
    ['0101301200', '', NOW, { code: 'invalid-value', argument: 'tz' }],
    ['0101301200', null, NOW, { code: 'invalid-type', argument: 'tz' }],
    ['0', 0, undefined, { code: 'invalid-type', argument: 'now' }],
    ['0', 0, '2030', { code: 'invalid-type', argument: 'now' }],
    ['0', 0, new Date(Number.NaN), { code: 'invalid-value', argument: 'now' }],
    ['0', 0, Number.POSITIVE_INFINITY, { code: 'invalid-value', argument: 'now' }],
    ['0', 0, -1, { code: 'invalid-value', argument: 'now' }],
    ['+999999999', 0, Date.UTC(10_000, 0), { code: 'invalid-value', argument: 'now' }],
  ])('never by %j in the zone %j at %s', (time, tz, now, error) => {
    const call = () => sendingTime(time as string, tz as number, now as number)
    expect(thrownBy(call)).toMatchObject({ name: 'SeptetError', ...error })
  })
})

describe('a group of numbers', () => {
  test.each<[number, number | string, number | string | undefined, number]>([
    [100, 2, 5, 5],
    [100, '2', '5', 5],
    [1000, 24, undefined, 42],
    [1000, 24, 60, 42],
    [1, 720, 1, 1],
    [100, 0.1, 6, 100],
    [100, 0.1, 7, 100],
    [100, 0.1, 1440, 100],
    [12, 0.1, 1, 2],
    [13, 0.1, 1, 3],
    // 8.2 × 60 is a little less than 492 in binary.
    [492, 8.2, 1, 1],
    [493, 8.2, 1, 2],
    [Number.MAX_SAFE_INTEGER, 0.1, 6, Number.MAX_SAFE_INTEGER],
  ])('of %i in %s hours, every %s minutes, has %i', (numbers, period, freq, size) => {
    expect(groupSize(numbers, period, freq)).toBe(size)
  })

  test('is no smaller than fits the time, and no larger', () => {
    const numbers = fc.integer({ min: 1, max: 1_000_000 })
    const tenths = fc.integer({ min: 1, max: 7200 })
    fc.assert(
      fc.property(numbers, tenths, fc.integer({ min: 1, max: 1440 }), (numbers, tenths, freq) => {
        const size = groupSize(numbers, tenths / 10, freq)
        // Groups of this size are all sent in time, counted in minutes: a tenth of an hour is six.
        const fits = (size: number) => Math.ceil(numbers / size) * freq <= Math.max(tenths * 6, freq)
        expect([fits(size), size > 1 && fits(size - 1)]).toEqual([true, false])
      }),
      { numRuns: runs(100, 20_000) },
    )
  })

  test.each<[unknown, unknown, unknown, object]>([
    [0, 1, 1, { code: 'invalid-value', argument: 'numbers' }],
    [1.5, 1, 1, { code: 'invalid-value', argument: 'numbers' }],
    ['5', 1, 1, { code: 'invalid-type', argument: 'numbers' }],
    [5, 0, 1, { code: 'invalid-value', argument: 'period' }],
    [5, 721, 1, { code: 'invalid-value', argument: 'period' }],
    [5, '0,5', 1, { code: 'invalid-value', argument: 'period' }],
    [5, Number.NaN, 1, { code: 'invalid-value', argument: 'period' }],
    [5, undefined, 1, { code: 'invalid-type', argument: 'period' }],
    [5, 1, 0, { code: 'invalid-value', argument: 'freq' }],
    [5, 1, 1441, { code: 'invalid-value', argument: 'freq' }],
    [5, 1, 1.5, { code: 'invalid-value', argument: 'freq' }],
    [5, 1, null, { code: 'invalid-type', argument: 'freq' }],
  ])('of %j in %j, every %j, is none', (numbers, period, freq, error) => {
    const call = () => groupSize(numbers as number, period as number, freq as number)
    expect(thrownBy(call)).toMatchObject({ name: 'SeptetError', ...error })
  })
})
