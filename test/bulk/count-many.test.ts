import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, countMany, countUtf8 } from '../../src/index'
import type { CountColumns, TextOptions } from '../../src/types'
import { count as referenceCount } from '../reference/segment'
import { runs } from '../support/long'
import { anyText, cutOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'

const RUNS = runs(300, 5_000)

/** The columns that counting text by text makes. */
function oneByOne(texts: readonly string[], options?: TextOptions, counted = count): CountColumns {
  const counts = texts.map((text) => counted(text, options))
  return {
    encodings: Uint8Array.from(counts, ({ encoding }) => (encoding === 'UCS-2' ? 1 : 0)),
    units: Uint32Array.from(counts, ({ units }) => units),
    segments: Uint32Array.from(counts, ({ segments }) => segments),
    totalSegments: counts.reduce((total, { segments }) => total + segments, 0),
  }
}

describe('countMany', () => {
  test('counts each text as the reference does', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 40 }), cutOptions, (texts, options) => {
        expect(countMany(texts, options)).toEqual(oneByOne(texts, options, referenceCount))
      }),
      { numRuns: RUNS },
    )
  })

  test('counts no text and the empty text', () => {
    expect(countMany([])).toEqual(oneByOne([]))
    expect(countMany(['', '', 'a'])).toEqual(oneByOne(['', '', 'a']))
  })

  test.each([16, 1000, 40_943, 40_944, 40_945, 40_960, 40_961, 100_000])(
    'counts texts of %i units among short ones',
    (length) => {
      const texts = [
        '€',
        'a'.repeat(length),
        'ж',
        '😀'.repeat(length >> 1),
        'é'.repeat(length),
        `${'a'.repeat(length - 1)}ж`,
      ]
      expect(countMany(texts)).toEqual(oneByOne(texts))
    },
  )

  test('counts more texts than a call of the core takes', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => 'aж€😀'.charAt(index % 4).repeat(index % 3))
    expect(countMany(texts)).toEqual(oneByOne(texts))
  })

  test.each([
    ['units are just enough, and a pair at each cut', 'ж'.repeat(66).concat('😀', 'ж'.repeat(66)), 3],
    ['units are just enough, and no pair at a cut', 'ж'.repeat(65).concat('😀', 'ж'.repeat(67)), 2],
    ['septets are just enough, and an escape at the cut', 'a'.repeat(152).concat('€', 'a'.repeat(152)), 3],
    ['septets are just enough, and an escape before the cut', 'a'.repeat(151).concat('[', 'a'.repeat(153)), 2],
    ['septets are just enough for the escapes alone', ']'.repeat(153), 3],
  ])('counts the segments where %s', (_, text, segments) => {
    const data = new TextEncoder().encode(text)
    expect(countMany([text]).segments).toEqual(Uint32Array.of(segments))
    expect(countUtf8(data, Uint32Array.of(0, data.length)).segments).toEqual(Uint32Array.of(segments))
  })

  test('leaves a half of a pair at the end of a text apart from the half that begins the next', () => {
    const texts = ['\ud83d', '\ude00', 'ж'.repeat(66).concat('\ud83d'), '\ude00ж']
    expect(countMany(texts)).toEqual(oneByOne(texts))
  })

  test.each<TextOptions>([
    { newline: 'lf' },
    { newline: 'crlf' },
    { newline: 'keep', boundary: 'character' },
    { encoding: 'UCS-2' },
    { encoding: 'GSM-7', replacement: '?' },
    { referenceBits: 16, reference: 300 },
    { limits: { gsm7: { single: 5, multi: 3 }, ucs2: { single: 4, multi: 2 } } },
    { flash: true, packed: false, protocolId: 3 },
  ])('honours %o', (options) => {
    const texts = ['a\r\nb\rc\nd', 'жжж€😀', '', 'a€'.repeat(300), '😀'.repeat(99)]
    expect(countMany(texts, options)).toEqual(oneByOne(texts, options))
  })

  test('is not disturbed by texts that count while they are read', () => {
    const texts = ['a€'.repeat(20), '', 'жук', 'b'.repeat(161)]
    Object.defineProperty(texts, 1, { get: () => 'x'.repeat(countMany(['y', 'z'.repeat(40)]).totalSegments) })
    expect(countMany(texts).units).toEqual(Uint32Array.of(60, 2, 3, 161))
  })

  test('works where there is no Buffer', async () => {
    const { Buffer } = globalThis
    // The engine looks for it once, when it starts.
    const { vi } = await import('vitest')
    vi.resetModules()
    vi.stubGlobal('Buffer', undefined)
    vi.stubGlobal('atob', (base64: string) => Buffer.from(base64, 'base64').toString('latin1'))
    try {
      const fresh = await import('../../src/index')
      const texts = ['a€'.repeat(200), 'ж', '', '😀'.repeat(40)]
      expect(fresh.countMany(texts)).toEqual(oneByOne(texts))
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('countMany refuses', () => {
  test.each([undefined, null, 5, 'text', {}, new Set(['a'])])('texts that are no array: %o', (texts) => {
    expect(thrownBy(() => countMany(texts as never))).toMatchObject({ code: 'invalid-type', argument: 'texts' })
  })

  test.each([undefined, null, 5, {}])('a text that is no string, and names it: %o', (text) => {
    for (const options of [{}, { newline: 'lf' }] as const) {
      const error = thrownBy(() => countMany(['a', text as never], options))
      expect(error).toMatchObject({ code: 'invalid-type', argument: 'texts[1]', value: text })
    }
    expect(() => countMany(new Array(2))).toThrow('texts[0]')
  })

  test('an unknown option, though there is no text', () => {
    expect(thrownBy(() => countMany([], { foo: 1 } as never))).toMatchObject({ code: 'unknown-option' })
  })

  test('what forced GSM-7 cannot hold, at the first such text', () => {
    const error = thrownBy(() => countMany(['a', 'bж', 'ж'], { encoding: 'GSM-7' }))
    expect(error).toMatchObject({ code: 'unencodable', argument: 'texts[1]', value: 'bж', offset: 1, total: 1 })
  })

  test('and that is the first one too where a text after it is longer than any run', () => {
    const error = thrownBy(() => countMany(['a', 'bжb', `ж${'a'.repeat(50_000)}`], { encoding: 'GSM-7' }))
    expect(error).toMatchObject({ code: 'unencodable', argument: 'texts[1]' })
  })
})
