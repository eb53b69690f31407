import { describe, expect, test } from 'vitest'
import { count, segment, smartEncode } from '../../src/index'

describe('invisible characters', () => {
  test.each([
    ['ANC\u200d 12', 'ANC 12'],
    ['X\ufe0fX', 'XX'],
    ['X\ufe0eX', 'XX'],
    ['1\ufe0f\u20e3', '1'],
    ['1\u20e3', '1'],
    ['#\ufe0f\u20e3 and *\u20e3', '# and *'],
    ['\ufe0f', ''],
    ['\u200d\u200d', ''],
    ['a\u200d\ufe0f\u200d', 'a'],
    [`${'a'.repeat(50_000)}\u200d`, 'a'.repeat(50_000)],
  ])('%j goes without them: %j', (text, expected) => {
    expect(smartEncode(text)).toBe(expected)
    expect(smartEncode(expected)).toBe(expected)
  })

  test.each([
    '👨\u200d👩\u200d👧',
    '❤\ufe0f',
    '☎\ufe0e',
    '🇷🇺\ufe0f',
    '👍🏽\u200d',
    'क्\u200dष',
    'ه\u200d',
    'ܫ\u200d',
    'a\u20e3',
    'ж\ufe0f\u20e3',
  ])('stay where a neighbour needs them: %s', (text) => {
    expect(smartEncode(text)).toBe(text)
  })

  test('that go make a text cheaper, and lead back to the source', () => {
    const text = `${'a'.repeat(70)}\u200d${'b'.repeat(70)}`
    expect(count(text, { smartEncoding: true })).toMatchObject({ encoding: 'GSM-7', segments: 1, units: 140 })
    const { parts } = segment(`${'a'.repeat(153)}\u200d${'b'.repeat(100)}`, { smartEncoding: true })
    expect(parts.map(({ sourceStart, sourceEnd }) => [sourceStart, sourceEnd])).toEqual([
      [0, 154],
      [154, 254],
    ])
  })
})
