import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { count, decode, encode, encodeInto, inspect, segment } from '../../src/index'
import type { TextOptions } from '../../src/types'
import { encode as referenceEncode } from '../reference/encode'
import { count as referenceCount, segment as referenceSegment } from '../reference/segment'
import { runs } from '../support/long'
import { anyText, cutOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'

const RUNS = runs(150, 5_000)

describe('maxSegments', () => {
  test.each<[string, string, TextOptions, object]>([
    [
      'one has the room of a single segment',
      'a'.repeat(200),
      { maxSegments: 1 },
      { units: 160, perSegment: 160, dropped: 40 },
    ],
    ['one of UCS-2 too', 'ж'.repeat(100), { maxSegments: 1 }, { units: 70, perSegment: 70, dropped: 30 }],
    [
      'two have twice that of a part',
      'a'.repeat(400),
      { maxSegments: 2 },
      { units: 306, perSegment: 153, dropped: 94 },
    ],
    ['three of UCS-2', 'ж'.repeat(400), { maxSegments: 3 }, { units: 201, dropped: 199 }],
    ['what fits is not cut', 'a'.repeat(306), { maxSegments: 2 }, { units: 306, dropped: 0 }],
    ['more than needed', 'a', { maxSegments: 1000 }, { segments: 1, dropped: 0 }],
    ['an empty text', '', { maxSegments: 1 }, { segments: 1, dropped: 0 }],
    ['the real cut, not a multiplication', '€'.repeat(200), { maxSegments: 2 }, { units: 304, dropped: 48 }],
    ['no half of a pair', `${'ж'.repeat(69)}😀`, { maxSegments: 1 }, { units: 69, dropped: 2 }],
    [
      'the encoding is that of the whole text',
      `${'a'.repeat(300)}ж`,
      { maxSegments: 1 },
      { encoding: 'UCS-2', units: 70 },
    ],
    [
      'of the rewritten text',
      'щ'.repeat(60),
      { maxSegments: 1, transliterate: 'translit' },
      { units: 160, dropped: 80 },
    ],
    [
      'with a carrier’s own limits',
      'a'.repeat(50),
      { maxSegments: 2, limits: { gsm7: { single: 30, multi: 10 } } },
      { units: 30, segments: 1 },
    ],
    [
      'with national tables',
      'ş'.repeat(400),
      { maxSegments: 2, languages: [{ language: 'turkish', shift: 'locking' }] },
      { units: 298 },
    ],
  ])('%s', (_, text, options, expected) => {
    const { dropped, parts, text: sent, ...counted } = segment(text, options)
    expect({ dropped, ...counted }).toMatchObject(expected)
    expect(count(text, options)).toEqual(counted)
    expect(inspect(text, options)).toMatchObject(counted)
    expect(parts.map((part) => part.text).join('')).toBe(sent)
    const messages = encode(text, options)
    expect(messages).toHaveLength(counted.segments)
    expect(decode(messages)).toBe(sent)
  })

  test('lets encode send what is too long without', () => {
    const text = 'a'.repeat(1_000_000)
    expect(thrownBy(() => encode(text))).toMatchObject({ code: 'too-many-segments' })
    expect(thrownBy(() => encode(text, { maxSegments: 256 }))).toMatchObject({ code: 'too-many-segments' })
    expect(encode(text, { maxSegments: 255 })).toHaveLength(255)
    expect(encodeInto(text, new Uint8Array(280), [], { maxSegments: 2 })).toBe(2)
  })

  test('says where in the argument the text ends', () => {
    const { parts } = segment('щ'.repeat(60), { maxSegments: 1, transliterate: 'translit' })
    expect(parts[0]).toMatchObject({ sourceStart: 0, sourceEnd: 40 })
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null])('refuses %s', (maxSegments) => {
    expect(thrownBy(() => count('a', { maxSegments: maxSegments as number }))).toMatchObject({
      argument: 'options.maxSegments',
    })
  })
})

describe("boundary 'grapheme'", () => {
  const cut = (text: string, options: TextOptions = {}) =>
    segment(text, { boundary: 'grapheme', ...options }).parts.map((part) => part.text)
  const before = 'ж'.repeat(66)

  test.each([
    ['a flag', '🇺🇦'],
    ['a family', '👨‍👩‍👧‍👦'],
    ['a skin tone', '👍🏽'],
    ['a letter with a mark', 'и\u0306'],
    ['a conjunct', 'क्ष'],
    ['a syllable of jamo', '\u1112\u1161\u11ab'],
    ['CR LF', '\r\n'],
    ['a keycap', '1\ufe0f\u20e3'],
  ])('keeps %s whole', (_, cluster) => {
    let saved = 0
    for (let place = 60; place < 68; place++) {
      const text = `${'ж'.repeat(place)}${cluster}${before}`
      const isParted = ({ length }: string) => length > place && length < place + cluster.length
      expect(isParted(cut(text)[0]!)).toBe(false)
      if (isParted(segment(text).parts[0]!.text)) saved++
    }
    expect(saved).toBeGreaterThan(0)
    expect(cut(`${cluster.repeat(40)}`).every((part) => part.length % cluster.length === 0)).toBe(true)
  })

  test('keeps CR LF whole in GSM-7, and marks in national tables', () => {
    expect(cut(`${'a'.repeat(152)}\r\n${'a'.repeat(100)}`)[0]).toBe('a'.repeat(152))
    const languages = [{ language: 'hindi', shift: 'locking' }] as const
    expect(cut(`${'न'.repeat(149)}ी${'न'.repeat(20)}`, { languages })[0]).toBe('न'.repeat(148))
  })

  test('cuts a cluster that is longer than a segment, as little as possible', () => {
    const giant = `e${'\u0301'.repeat(100)}`
    expect(cut(`abж${giant}cd`).map((part) => part.length)).toEqual([3, 67, 36])
    expect(cut(`abж${giant}cd`).join('')).toBe(`abж${giant}cd`)
  })

  test('is honoured by count, encode and inspect', () => {
    const text = `${before}🇺🇦`.repeat(3)
    const options = { boundary: 'grapheme' } as const
    expect(count(text, options).segments).toBe(cut(text).length)
    expect(encode(text, options).map((message) => message.userData.length)).toEqual(
      cut(text).map((part) => 6 + 2 * part.length),
    )
    expect(inspect(text, options).segments).toBe(cut(text).length)
  })

  test('cuts to a budget at clusters', () => {
    expect(segment(`${'ж'.repeat(69)}🇺🇦`, { boundary: 'grapheme', maxSegments: 1 })).toMatchObject({
      text: 'ж'.repeat(69),
      dropped: 4,
    })
  })

  test.each([
    ['one giant cluster', `e${'\u0301'.repeat(20_000)}`],
    ['flags', '🇺🇦'.repeat(5000)],
    ['families', '👨‍👩‍👧‍👦'.repeat(1800)],
    ['conjuncts', 'क्ष'.repeat(6600)],
  ])('loses no unit of %s', (_, text) => {
    expect(count(text, { boundary: 'grapheme' }).units).toBe(text.length)
  })
})

describe('without Intl.Segmenter', () => {
  const { Segmenter } = Intl
  afterEach(() => {
    Object.assign(Intl, { Segmenter })
  })

  test("boundary 'grapheme' is unsupported, and 'character' is not", () => {
    Object.assign(Intl, { Segmenter: undefined })
    expect(thrownBy(() => count('a', { boundary: 'grapheme' }))).toMatchObject({
      code: 'unsupported',
      argument: 'options.boundary',
      value: 'grapheme',
    })
    expect(count('a', { boundary: 'character' }).units).toBe(1)
  })
})

const clusters = ['a', 'ж', '€', '🇺🇦', '👨‍👩‍👧', '👍🏽', 'e\u0301', '\r\n', '\r', 'क्ष', '😀', '\u0301', '\u200d', '[']
const text = fc
  .tuple(fc.array(fc.constantFrom(...clusters), { maxLength: 12 }), fc.integer({ min: 1, max: 40 }))
  .map(([pieces, times]) => pieces.join('').repeat(times))
const size = fc.integer({ min: 12, max: 160 })
const budget = fc.record(
  {
    maxSegments: fc.integer({ min: 1, max: 5 }),
    boundary: fc.constantFrom('character' as const, 'grapheme' as const),
    limits: fc.record({
      gsm7: fc.tuple(size, size).map(([a, b]) => ({ single: Math.max(a, b), multi: Math.min(a, b) })),
      ucs2: fc.tuple(size, size).map(([a, b]) => ({ single: Math.max(a, b), multi: Math.min(a, b) })),
    }),
  },
  { requiredKeys: [] },
)

test('what is left of a cluster that is longer than a segment stays one piece', () => {
  const text = '👍🏽\u0301\u200d'.repeat(7)
  const { parts } = segment(text, { boundary: 'grapheme', limits: { ucs2: { single: 20, multi: 20 } } })
  expect(parts.map(({ units }) => units)).toEqual([20, 20, 2])
})

test('every text is cut to its budget, and at its clusters, as the reference cuts it', () => {
  fc.assert(
    fc.property(fc.oneof(text, anyText), budget, cutOptions, (text, budget, { limits: _, ...cut }) => {
      const options = { ...cut, ...budget }
      expect(segment(text, options)).toEqual(referenceSegment(text, options))
      expect(count(text, options)).toEqual(referenceCount(text, options))
      if (referenceCount(text, options).segments <= 255) {
        expect(encode(text, options)).toEqual(referenceEncode(text, options))
      }
    }),
    { numRuns: RUNS },
  )
})
