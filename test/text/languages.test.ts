import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, decode, encode, inspect, read, segment, smartEncode } from '../../src/index'
import type { Language, TextOptions } from '../../src/types'
import { encode as referenceEncode } from '../reference/encode'
import { encoderOf, NAMES, tableOf } from '../reference/languages'
import { count as referenceCount, segment as referenceSegment } from '../reference/segment'
import { runs } from '../support/long'
import { hex } from '../support/octets'
import { anyText, cutOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'

const RUNS = runs(50, 5_000)

describe.each(NAMES)('%s', (language) => {
  const id = NAMES.indexOf(language) + 1

  test.each(['single', 'locking'] as const)(
    'every character of its %s shift table goes out and comes back',
    (shift) => {
      const [locking, single] = shift === 'locking' ? [id, 0] : [0, id]
      if (tableOf(id, shift === 'locking' ? 'locking' : 'singleShift').size === 0) return
      for (const [character, septets] of encoderOf(locking, single)) {
        // A partner that the default tables lack makes the choice of these.
        const rare = [...encoderOf(locking, single).keys()].find((other) => count(other).encoding === 'UCS-2')!
        const messages = encode(character + rare, {
          languages: [{ language, shift }],
          encoding: 'GSM-7',
          packed: false,
        })
        const written = [...messages[0]!.userData.subarray(4)]
        expect(written.slice(0, septets.length)).toEqual(septets)
        expect(decode(messages)).toBe(character + rare)
      }
    },
  )

  test('the capacities are those of the general formula', () => {
    const rare = [...tableOf(id, 'singleShift').values()].find((character) => count(character).encoding === 'UCS-2')!
    const languages = [{ language, shift: 'single' }] as const
    expect(count(rare, { languages })).toMatchObject({ perSegment: 155, shifts: { single: language } })
    expect(count(rare.repeat(78), { languages })).toMatchObject({ segments: 2, perSegment: 149 })
    expect(count(rare.repeat(78), { languages, referenceBits: 16 })).toMatchObject({ perSegment: 148 })
  })
})

describe('the choice of tables', () => {
  const turkish = 'ışığı söndürmeyi unutma'
  test.each<[string, string, TextOptions['languages'], object]>([
    ['the default ones where they suffice', 'hello', 'all', { perSegment: 160 }],
    ['single before locking', 'ış', ['turkish'], { shifts: { single: 'turkish' }, perSegment: 155 }],
    ['single where both take one segment', turkish, ['turkish'], { shifts: { single: 'turkish' } }],
    ['locking where it saves a segment', 'ış'.repeat(60), ['turkish'], { shifts: { locking: 'turkish' }, segments: 1 }],
    ['the caller’s order between equals', 'ê', ['spanish', 'portuguese'], { shifts: { single: 'portuguese' } }],
    ['the first of two that have it', 'á', ['spanish', 'portuguese'], { shifts: { single: 'spanish' } }],
    ['the other order', 'á', ['portuguese', 'spanish'], { shifts: { single: 'portuguese' } }],
    [
      'both, of two languages',
      'şá',
      ['turkish', 'spanish'],
      { shifts: { locking: 'turkish', single: 'spanish' }, perSegment: 152 },
    ],
    ['UCS-2 where no choice has all', 'şáक', ['turkish', 'spanish', 'hindi'], { encoding: 'UCS-2', perSegment: 70 }],
    ['nothing of a language that is not allowed', 'ş', ['spanish'], { encoding: 'UCS-2' }],
    ['nothing of a table that is not allowed', 'ऀअ', [{ language: 'hindi', shift: 'single' }], { encoding: 'UCS-2' }],
    ['nothing of an empty list', 'ş', [], { encoding: 'UCS-2' }],
  ])('takes %s', (_, text, languages, expected) => {
    expect(count(text, { languages: languages! })).toMatchObject(expected)
  })

  test('has the elements in every segment, and in a lone one', () => {
    const [alone] = encode('şá', { languages: ['turkish', 'spanish'] })
    expect(hex(alone!.userData.subarray(0, 7))).toBe('06240102250101')
    expect(alone).toMatchObject({ hasHeader: true, dataCoding: 0, userDataLength: 8 + 3 })
    const messages = encode('ş'.repeat(200), { languages: [{ language: 'turkish', shift: 'single' }], reference: 7 })
    expect(messages).toHaveLength(3)
    messages.forEach(({ userData }, index) => {
      expect(hex(userData.subarray(0, 9))).toBe(`08240101000307030${index + 1}`)
    })
  })

  test('does not name the € of Telugu, which is only read', () => {
    expect(encode('€ఀ', { languages: ['telugu'] })[0]!.dataCoding).toBe(8)
    const septets = Uint8Array.of(3, 0x24, 1, 12, 0x1b, 0x65)
    expect(read({ userData: septets, dataCoding: 0, hasHeader: true, packed: false })).toMatchObject({
      text: '€',
      languages: ['telugu'],
    })
  })

  test('with a forced encoding, a replacement and a limit', () => {
    const options = { languages: ['turkish'], encoding: 'GSM-7' } as const
    expect(segment('ş中', { ...options, replacement: '?' })).toMatchObject({
      text: 'ş?',
      shifts: { single: 'turkish' },
    })
    expect(thrownBy(() => count('aş中', options))).toMatchObject({ code: 'unencodable', offset: 2, total: 1 })
    const both = { languages: ['turkish', 'spanish', 'hindi'], encoding: 'GSM-7' } as const
    expect(thrownBy(() => count('aşáक', both))).toMatchObject({ code: 'unencodable', offset: 1, total: 3 })
    expect(segment('aşáक', { ...both, replacement: '?' }).text).toBe('a???')
    expect(count('ş', { ...options, encoding: 'UCS-2' })).toMatchObject({ encoding: 'UCS-2' })
    expect(count('ş'.repeat(9), { languages: ['turkish'], limits: { gsm7: { single: 20, multi: 5 } } })).toMatchObject({
      perSegment: 20,
    })
  })

  test('goes with smart encoding: what a language in use has stays', () => {
    const letters = true
    expect(smartEncode('“ş” ą', { letters })).toBe('"s" a')
    expect(smartEncode('“ş” ą', { letters, languages: ['turkish'] })).toBe('"ş" a')
    expect(smartEncode('s\u0327', { letters, languages: ['turkish'] })).toBe('ş')
    expect(smartEncode('“ş” áक', { letters, languages: ['turkish', 'spanish', 'hindi'] })).toBe('"s" aक')
  })

  test('finds the one of all that a long text is in', () => {
    const text = 'नमस्ते दुनिया '.repeat(2000)
    expect(count(text, { languages: 'all' }).shifts).toMatchObject({ locking: 'hindi' })
  })
})

describe('a receiver', () => {
  const message = (header: number[], septets: number[]) => ({
    userData: Uint8Array.of(header.length, ...header, ...septets),
    dataCoding: 0,
    hasHeader: true,
    packed: false,
  })

  test.each<[string, number[], number[], string]>([
    ['reads the locking table', [0x25, 1, 1], [0x40, 0x60], 'İç'],
    ['reads the single shift table', [0x24, 1, 1], [0x1b, 0x53], 'Ş'],
    ['reads both, of two languages', [0x24, 1, 2, 0x25, 1, 1], [0x40, 0x1b, 0x41], 'İÁ'],
    ['shows the main table where the single one has nothing', [0x24, 1, 1, 0x25, 1, 1], [0x1b, 0x40, 0x1b, 0x60], '|ç'],
    ['shows a space where a locking table has nothing', [0x25, 1, 4], [0x0c, 0x1b, 0x0c], '  '],
    ['ignores a reserved identifier', [0x25, 1, 14, 0x24, 1, 200], [0x40, 0x1b, 0x65], '¡€'],
    ['ignores a locking table that there is not', [0x25, 1, 2], [0x40], '¡'],
    ['takes the last of two', [0x25, 1, 4, 0x25, 1, 1], [0x40], 'İ'],
  ])('%s', (_, header, septets, text) => {
    expect(decode(message(header, septets))).toBe(text)
  })

  test('ignores the elements where the text is UCS-2', () => {
    const ucs2 = { ...message([0x25, 1, 1], [0x00, 0x40]), dataCoding: 8 }
    expect(read(ucs2)).toMatchObject({ text: '@' })
    expect(read(ucs2)).not.toHaveProperty('languages')
  })

  test('reads each segment by its own elements', () => {
    const one = message([0x25, 1, 1, 0, 3, 9, 2, 1], [0x40])
    const two = message([0, 3, 9, 2, 2], [0x40])
    expect(read([two, one])).toMatchObject({ text: 'İ¡', languages: ['turkish'] })
  })
})

describe('bad input is named', () => {
  test.each<[unknown, string, string]>([
    ['turkish', 'invalid-value', 'options.languages'],
    [5, 'invalid-type', 'options.languages'],
    [null, 'invalid-type', 'options.languages'],
    [['klingon'], 'invalid-value', 'options.languages[0]'],
    [['turkish', 1], 'invalid-type', 'options.languages[1]'],
    [[{ language: 'klingon' }], 'invalid-value', 'options.languages[0].language'],
    [[{}], 'invalid-type', 'options.languages[0].language'],
    [[{ language: 'turkish', shift: 'double' }], 'invalid-value', 'options.languages[0].shift'],
    [[{ language: 'turkish', tables: 1 }], 'unknown-option', 'options.languages[0].tables'],
    [[{ language: 'spanish', shift: 'locking' }], 'invalid-value', 'options.languages[0].shift'],
  ])('%o: %s of %s', (languages, code, argument) => {
    expect(thrownBy(() => count('a', { languages: languages as never }))).toMatchObject({ code, argument })
  })

  test('a locking table that there is not, with the language', () => {
    const languages = [{ language: 'spanish', shift: 'locking' }] as const
    expect(thrownBy(() => encode('a', { languages })).message).toContain('spanish')
  })
})

test('inspect says what each language would give', () => {
  const { alternatives, cheapest } = inspect('çığ '.repeat(30))
  expect(alternatives).toContainEqual(expect.objectContaining({ how: 'language-turkish', encoding: 'GSM-7' }))
  expect(alternatives.map(({ how }) => how)).not.toContain('language-spanish')
  expect(cheapest).toBe('replace')
})

const national = [...'abcABC [€@çşğıİáêõक ख।অআ٪ابپ௧க\u0964൦中😀\ud83d\r\n’…']
const text = fc
  .tuple(fc.string({ unit: fc.constantFrom(...national), maxLength: 12 }), fc.integer({ min: 1, max: 60 }))
  .map(([pattern, times]) => pattern.repeat(times))
const entry = fc.oneof(
  fc.constantFrom<Language>(...NAMES),
  fc.record({
    language: fc.constantFrom<Language>(...NAMES.filter((name) => name !== 'spanish')),
    shift: fc.constantFrom('single' as const, 'locking' as const),
  }),
)
const languages = fc.oneof(fc.constant('all' as const), fc.array(entry, { maxLength: 4 }))
const more: fc.Arbitrary<TextOptions> = fc.oneof(
  fc.constant({}),
  fc.constant({ encoding: 'GSM-7' as const, replacement: '?' }),
  fc.constantFrom({ smartEncoding: 'always' as const }, { smartEncoding: 'if-gsm7' as const }, { smartEncoding: true }),
)

test('every text is carried, cut, written and read as the reference does it', () => {
  fc.assert(
    fc.property(
      fc.oneof(text, anyText),
      languages,
      cutOptions,
      more,
      fc.boolean(),
      (text, languages, cut, more, packed) => {
        const options = { ...cut, ...more, languages }
        const expected = referenceSegment(text, options)
        expect(segment(text, options)).toEqual(expected)
        expect(count(text, options)).toEqual(referenceCount(text, options))
        if (expected.segments > 255) return
        const messages = encode(text, { ...options, packed })
        expect(messages).toEqual(referenceEncode(text, { ...options, packed }))
        expect(decode(messages)).toBe(expected.text)
      },
    ),
    { numRuns: RUNS },
  )
})
