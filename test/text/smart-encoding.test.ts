import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, inspect, segment, smartEncode } from '../../src/index'
import type { SmartEncodingPolicy, TextOptions } from '../../src/types'
import { segment as referenceSegment } from '../reference/segment'
import { runs } from '../support/long'
import { anyText, cutOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'

const RUNS = runs(300, 10_000)

const { cases }: { cases: { text: string; out: string; gsm7: boolean }[] } = JSON.parse(
  readFileSync(new URL('../vectors/smart-encoding.json', import.meta.url), 'utf8'),
)
const sent = (text: string, smartEncoding: TextOptions['smartEncoding'], options: TextOptions = {}) =>
  segment(text, { ...options, smartEncoding: smartEncoding! }).text

describe('the sentences of the vectors', () => {
  test('become what they should, wherever they stand', () => {
    for (const { text, out } of cases) {
      expect(smartEncode(text, { letters: true })).toBe(out)
      expect(sent(text, { policy: 'always', letters: true })).toBe(out)
      const before = 'a'.repeat(5119)
      expect(smartEncode(`${before} ${text}`, { letters: true })).toBe(`${before} ${out}`)
    }
  })

  test('are taken by if-gsm7 where the whole of them becomes GSM-7', () => {
    for (const { text, out, gsm7 } of cases) {
      expect(smartEncode(text, { policy: 'if-gsm7', letters: true })).toBe(
        gsm7 && count(out).segments <= count(text).segments ? out : text,
      )
    }
  })
})

describe('the policies', () => {
  test('true is if-cheaper, false is none', () => {
    const text = `${'a'.repeat(99)}’`
    expect(sent(text, true)).toBe(sent(text, 'if-cheaper'))
    expect(sent(text, true)).toBe(`${'a'.repeat(99)}'`)
    expect(sent(text, false)).toBe(text)
  })

  test('if-cheaper leaves what costs the same', () => {
    expect(sent('Don’t', 'if-cheaper')).toBe('Don’t')
    expect(sent('Don’t', 'if-gsm7')).toBe("Don't")
  })

  test('if-cheaper looks at the segments under the same other options', () => {
    const text = `’${'a'.repeat(60)}`
    expect(sent(text, 'if-cheaper')).toBe(text)
    expect(sent(text, 'if-cheaper', { limits: { ucs2: { single: 50, multi: 40 } } })).toBe(`'${'a'.repeat(60)}`)
    expect(sent('a…'.repeat(80), 'if-cheaper', { encoding: 'UCS-2' })).toBe('a…'.repeat(80))
  })

  test('neither if-gsm7 nor if-cheaper adds a segment, and always may', () => {
    const text = '…'.repeat(70)
    expect(segment(text, { smartEncoding: 'if-gsm7' })).toMatchObject({ text, segments: 1 })
    expect(segment(text, { smartEncoding: 'if-cheaper' })).toMatchObject({ text, segments: 1 })
    expect(segment(text, { smartEncoding: 'always' })).toMatchObject({ text: '...'.repeat(70), segments: 2 })
  })

  test('a language that may be used makes nothing dearer', () => {
    const text = `“á” ${'a'.repeat(154)}`
    expect(count(text, { smartEncoding: { letters: true } })).toMatchObject({ segments: 1 })
    for (const policy of ['if-cheaper', 'if-gsm7', 'always'] as const) {
      const smartEncoding = { policy, letters: true }
      expect(segment(text, { smartEncoding, languages: ['spanish'] })).toMatchObject({
        segments: 1,
        text: `"a" ${'a'.repeat(154)}`,
      })
      expect(sent('“á”', smartEncoding, { languages: ['spanish'] })).toBe(policy === 'if-cheaper' ? '“á”' : '"á"')
    }
  })

  test('forced GSM-7 takes what makes it possible', () => {
    for (const policy of ['always', 'if-gsm7', 'if-cheaper'] as const) {
      expect(sent('“a”', policy, { encoding: 'GSM-7' })).toBe('"a"')
      expect(thrownBy(() => sent('“a” 中', policy, { encoding: 'GSM-7' }))).toMatchObject({ code: 'unencodable' })
    }
  })

  test('come after transliteration and before line ends', () => {
    expect(sent('«Да…»\u0085\r\n', 'always', { transliterate: 'translit', newline: 'lf' })).toBe('"Da..."\n\n')
  })
})

describe('combining sequences', () => {
  test.each([
    ['in GSM-7', 'e\u0301, n\u0303, A\u030a', 'é, ñ, Å'],
    ['with a look-alike', 'e\u0302, e\u0323\u0302, e\u0302\u0323', 'e, e, e'],
    ['after what goes', 'e\u00ad\u0301, e\u200b\u0301, n\u034f\ufeff\u0303', 'é, é, ñ'],
    ['after what gives way', 'ﬁ\u0301, ｅ\u00ad\u0301', 'fi, é'],
    ['before a mark is looked at alone', 'o\u0302 n\u0303 x\u0302', 'o ñ x^'],
    ['not where nothing can replace them', 'q\u0301, е\u0308, \u0301a', 'q\u0301, е\u0308, \u0301a'],
    ['not in an alphabet that is no use', '\u1100\u1161 \u0915\u093c', '\u1100\u1161 \u0915\u093c'],
  ])('are composed %s', (_, text, out) => {
    expect(smartEncode(text, { letters: true })).toBe(out)
  })
})

describe('letters of a language', () => {
  test.each([
    ['Você está aí? – “Não”', 'Você está aí? - "Não"'],
    ['Zażółć gęślą jaźń…', 'Zażółć gęślą jaźń...'],
    ['„Příliš žluťoučký“', '"Příliš žluťoučký"'],
    ['Ștefan’s ț Ğ ş ő Ø ẞ ŋ ə', "Ștefan's ț Ğ ş ő Ø ẞ ŋ ə"],
    ['Việt Nam, Đường', 'Việt Nam, Đường'],
    ['Άννα Ϊ', 'Άννα Ϊ'],
  ])('stay: %s', (text, out) => {
    expect(smartEncode(text)).toBe(out)
    expect(sent(text, 'always')).toBe(out)
    expect(smartEncode(text.normalize('NFD'))).toBe(out)
  })

  test('stay with their combining marks, which are no signs of their own', () => {
    expect(smartEncode('g\u0303 x\u0302\u0338 q\u0332 е\u0302')).toBe('g\u0303 x\u0302\u0338 q\u0332 е\u0302')
    expect(smartEncode('1\u0302 \u0338 \u0302')).toBe('1^ / ^')
    expect(smartEncode(`${'a'.repeat(2559)}x\u0302`)).toBe(`${'a'.repeat(2559)}x\u0302`)
    expect(smartEncode('x\u0302', { letters: true })).toBe('x^')
  })

  test('are no full-width forms, ligatures, small capitals, signs, nor Greek capitals that look Latin', () => {
    expect(smartEncode('ＡＢｃ ﬁ œ ĳ ᴀʙ 1ª Å µ ΑΒΕ ʼ')).toBe("ABc fi oe ij AB 1a Å u ABE '")
  })

  test('give way where that is asked for', () => {
    expect(smartEncode('Você, Zażółć', { letters: true })).toBe('Voce, Zazolc')
    expect(count('Zażółć '.repeat(12), { smartEncoding: true }).encoding).toBe('UCS-2')
    expect(count('Zażółć '.repeat(12), { smartEncoding: { letters: true } }).encoding).toBe('GSM-7')
  })
})

describe('an object says when and which', () => {
  test('its policy is if-cheaper, unless it names one', () => {
    expect(sent('“a”', {})).toBe('“a”')
    expect(sent('“a”', { policy: 'always' })).toBe('"a"')
  })

  test('a table is applied exactly, to GSM-7 too, and to nothing else', () => {
    const table = { a: 'A', '“': '<', '\u2000': '_', é: 'e' }
    expect(smartEncode('“a” \u2000\u2002 e\u0301é \ufe0f', { table })).toBe('<A” _\u2002 ee \ufe0f')
    expect(sent('a…', { policy: 'always', table })).toBe('A…')
    expect(sent('a“', { policy: 'if-gsm7', table })).toBe('A<')
  })

  test('a table has no letters of a language to ask for', () => {
    for (const call of [
      () => count('a', { smartEncoding: { table: {}, letters: true } }),
      () => smartEncode('a', { table: {}, letters: true }),
    ])
      expect(thrownBy(call)).toMatchObject({ code: 'invalid-value', argument: expect.stringMatching(/letters$/) })
  })
})

describe('a variation selector', () => {
  test.each([
    ['‼\ufe0f', '!!'],
    ['™\ufe0e ™\ufe0f', '(tm) (tm)'],
    ['❤\ufe0f 1\ufe0f', '❤\ufe0f 1'],
    ['™\ufe0f\ufe0f', '(tm)'],
  ])('goes with what it comes directly after: %s', (text, out) => {
    expect(smartEncode(text)).toBe(out)
    expect(smartEncode(`${'a'.repeat(5119)}${text}`)).toBe(`${'a'.repeat(5119)}${out}`)
  })
})

test('offsets point into the argument', () => {
  const text = `${'…'.repeat(53)}\u200be\u0301“b`
  const { parts } = segment(text, { smartEncoding: 'always', limits: { gsm7: { single: 153, multi: 80 } } })
  expect(parts.map(({ text, sourceStart, sourceEnd }) => [text.length, sourceStart, sourceEnd])).toEqual(
    [
      [80, 0, 27],
      [80, 27, 55],
      [2, 56, 58],
    ].map((row, index) => (index === 1 ? [80, 27, 56] : row)),
  )
  expect(inspect('…\u200be\u0301 中', { smartEncoding: 'always' }).characters).toMatchObject([{ offset: 5 }])
})

test.each<[unknown, string, string]>([
  [{ policy: 'sometimes' }, 'invalid-value', 'options.policy'],
  [{ policy: true }, 'invalid-type', 'options.policy'],
  [{ always: true }, 'unknown-option', 'options.always'],
  [5, 'invalid-type', 'options'],
])('%o is refused: %s of %s', (options, code, argument) => {
  expect(thrownBy(() => smartEncode('a', options as never))).toMatchObject({ code, argument })
})

test.each(['sometimes', 1, null, []])('a policy that is none is refused: %s', (smartEncoding) => {
  expect(thrownBy(() => count('a', { smartEncoding: smartEncoding as never }))).toMatchObject({
    argument: 'options.smartEncoding',
  })
})

const typographic = fc
  .tuple(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...'a1#“\u200b\u200d\ufe0e\ufe0f\u20e3™①😀❤🇷ه\u0301ж｡𐫀'), maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'ab e“’…\u200b™é\u0301\u0302\u0303ņΑ中\ufe0fж½\r\n€ｆ'), maxLength: 30 }),
    ),
    fc.nat(20),
  )
  .map(([text, times]) => text.repeat(1 + times))
const policy: fc.Arbitrary<NonNullable<TextOptions['smartEncoding']>> = fc.oneof(
  fc.constantFrom<SmartEncodingPolicy | boolean>('always', 'if-gsm7', 'if-cheaper', true, false),
  fc.record({ policy: fc.constantFrom<SmartEncodingPolicy>('always', 'if-gsm7', 'if-cheaper'), letters: fc.boolean() }),
  fc.constant({ policy: 'always', table: { '“': '"', a: 'bb', '\u0301': '', ж: 'zh' } } as const),
)
const forced = fc.record(
  { encoding: fc.constant('GSM-7' as const), replacement: fc.constantFrom('', '?', 'a€') },
  { requiredKeys: ['encoding', 'replacement'] },
)
const others = fc.tuple(cutOptions, fc.oneof(fc.constant({}), fc.constant({ encoding: 'UCS-2' as const }), forced))

test('every text is cut, with its offsets, as the reference cuts it', () => {
  fc.assert(
    fc.property(fc.oneof(typographic, anyText), policy, others, (text, smartEncoding, [cut, encoding]) => {
      const options = { ...cut, ...encoding, smartEncoding }
      expect(segment(text, options)).toEqual(referenceSegment(text, options))
    }),
    { numRuns: RUNS },
  )
})

test('what was encoded once stays as it is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = smartEncode(text)
      expect(smartEncode(once)).toBe(once)
    }),
    { numRuns: RUNS },
  )
})

test('no policy but always adds a segment', () => {
  fc.assert(
    fc.property(typographic, fc.constantFrom('if-gsm7', 'if-cheaper'), (text, smartEncoding) => {
      expect(count(text, { smartEncoding }).segments).toBeLessThanOrEqual(count(text).segments)
    }),
    { numRuns: RUNS },
  )
})
