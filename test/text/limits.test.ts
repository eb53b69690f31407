import { describe, expect, test } from 'vitest'
import { count, decode, encode, segment } from '../../src/index'
import type { Segmentation, SegmentLimits, TextOptions } from '../../src/types'
import * as reference from '../reference/segment'
import { LONG, QUICK } from '../support/long'

describe("a carrier's own limits", () => {
  const sizes: SegmentLimits[] = [
    { single: 2, multi: 2 },
    { single: 3, multi: 2 },
    { single: 70, multi: 63 },
    { single: 140, multi: 134 },
    { single: 159, multi: 152 },
    { single: 160, multi: 153 },
    { single: 2 ** 31, multi: 2 ** 31 },
  ]
  const texts = ['a', '€', 'a€', 'ж', '😀', 'ж😀', '\ud83d'].map((characters) => characters.repeat(170))

  test.each(sizes)('of $single and $multi are kept to, and pairs stay whole', (limits) => {
    for (const referenceBits of [8, 16] as const) {
      const options: TextOptions = { referenceBits, limits: { gsm7: limits, ucs2: limits } }
      for (const text of texts) {
        const { parts, perSegment } = segment(text, options)
        for (const part of parts) expect(part.units).toBeLessThanOrEqual(perSegment)
        expect(segment(text, options)).toEqual(reference.segment(text, options))
        expect(count(text, options)).toEqual(reference.count(text, options))
      }
    }
  })

  test('of 140 and 134 cost a segment that the standard would not', () => {
    const limits = { gsm7: { single: 140, multi: 134 } }
    expect(count('a'.repeat(150)).segments).toBe(1)
    expect(count('a'.repeat(150), { limits })).toMatchObject({ segments: 2, perSegment: 134, remaining: 118 })
  })

  test('hold for the octets as well', () => {
    const limits = { gsm7: { single: 140, multi: 134 } }
    const messages = encode('a'.repeat(150), { limits })
    expect(messages.map(({ userDataLength }) => userDataLength)).toEqual([7 + 134, 7 + 16])
    expect(decode(messages)).toBe('a'.repeat(150))
  })

  test('may make more than 255 segments of a short text', () => {
    const limits = { gsm7: { single: 2, multi: 2 } }
    expect(count('a'.repeat(512), { limits }).segments).toBe(256)
    expect(encode('a'.repeat(510), { limits })).toHaveLength(255)
    expect(() => encode('a'.repeat(511), { limits })).toThrow(expect.objectContaining({ code: 'too-many-segments' }))
  })
})

describe('texts of extreme length', () => {
  test('beyond 255 segments are counted and cut, though they cannot be sent', () => {
    const text = 'a€'.repeat(100_000)
    const { encoding, units, parts, text: sent } = segment(text)
    expect({ encoding, units }).toEqual({ encoding: 'GSM-7', units: 300_000 })
    expect(sent === text && parts.map((part) => part.text).join('') === text).toBe(true)
    expect(count(text).segments).toBe(parts.length)
  })

  test.each([
    ['GSM-7', 'a', 1],
    ['pairs of septets', '€', 2],
    ['a mix that shifts at every border', 'aa€', 4],
    ['UCS-2', 'ж', 1],
    ['surrogate pairs', '😀', 2],
    ['a mix of pairs that shifts at every border', 'ж😀', 3],
    ['lone surrogates', '\ud83d', 1],
  ])('are counted as the reference counts them: %s', (_, characters, units) => {
    const more = LONG ? [4095, 4096, 16_384, 65_535, 65_536, 65_537, 200_000] : []
    for (const length of [1000, 4097, QUICK ? 10_000 : 33_000, ...more]) {
      const text = characters.repeat(length)
      expect(count(text)).toEqual(reference.count(text))
      expect(count(text).units).toBe(length * units)
    }
  })

  test.each(['a', '€', 'a€', 'ж', '😀'])('are cut as the reference cuts them: %s', (characters) => {
    const smallest = { gsm7: { single: 2, multi: 2 }, ucs2: { single: 3, multi: 3 } }
    const sizes = LONG ? [{}, smallest] : [{}]
    for (const limits of sizes) {
      // A unit more or less in front shifts every pair across the borders of what the text passes through memory by.
      for (const text of ['', 'a'].map((shift) => shift + characters.repeat(QUICK ? 10_000 : 42_000))) {
        const cuts = segment(text, { limits })
        expect(firstOtherCut(cuts, reference.segment(text, { limits }))).toBe(-1)
        expect(count(text, { limits }).segments).toBe(cuts.segments)
      }
    }
  })

  test('a character outside GSM-7 is found however far it stands', () => {
    for (const length of [0, 1, 4095, 4096, 65_535, 65_536, ...(LONG ? [131_072, 1_000_000] : [])]) {
      expect(count(`${'a'.repeat(length)}ж`)).toMatchObject({ encoding: 'UCS-2', units: length + 1 })
      expect(count(`${'a'.repeat(length)}ж${'a'.repeat(length)}`)).toMatchObject({
        encoding: 'UCS-2',
        units: 2 * length + 1,
      })
    }
  })

  test.runIf(LONG)('100 million ASCII characters are counted', () => {
    const counted = count('a'.repeat(1e8))
    const segments = Math.ceil(1e8 / 153)
    expect(counted).toEqual({
      encoding: 'GSM-7',
      units: 1e8,
      segments,
      perSegment: 153,
      remaining: segments * 153 - 1e8,
    })
  })

  test.runIf(LONG)('100 million Cyrillic characters are counted', () => {
    const counted = count('ж'.repeat(1e8))
    const segments = Math.ceil(1e8 / 67)
    expect(counted).toEqual({ encoding: 'UCS-2', units: 1e8, segments, perSegment: 67, remaining: segments * 67 - 1e8 })
  })
})

/** The first segment that the two cut otherwise, or -1: tens of thousands of segments are too many to print. */
function firstOtherCut(one: Segmentation, other: Segmentation): number {
  if (one.segments !== other.segments) return Math.min(one.segments, other.segments)
  return one.parts.findIndex(({ end, units }, index) => {
    const part = other.parts[index]!
    return end !== part.end || units !== part.units
  })
}
