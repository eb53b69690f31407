import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, countMany, countUtf8, encode, inspect, segment, smartEncode } from '../../src/index'
import type { Alphabet, TextOptions } from '../../src/types'
import { segment as referenceSegment } from '../reference/segment'
import { runs } from '../support/long'
import { anyText } from '../support/texts'
import { thrownBy } from '../support/thrown'

const ALPHABETS: readonly Alphabet[] = ['gsm7', 'gsm7-basic', 'ascii', { characters: 'abc @€\n' }]

describe('an alphabet', () => {
  test.each<[Alphabet, string, string]>([
    ['gsm7', 'é[€]', 'ж'],
    ['gsm7-basic', 'é@Δ', '[€]^{}~|\\\f'],
    ['ascii', 'a~[]{}|\\^\n\r\f @$_', 'é€ΔÄ¿`ж'],
    [{ characters: 'ab€' }, 'ab€', 'cA@'],
  ])('%o has %j and not one of %j', (alphabet, within, outside) => {
    expect(count(within, { alphabet })).toEqual(count(within))
    for (const character of outside) {
      expect(count(`${within}${character}`, { alphabet }).encoding).toBe('UCS-2')
      const error = thrownBy(() => count(`${within}${character}`, { alphabet, encoding: 'GSM-7' }))
      expect(error).toMatchObject({ code: 'unencodable', offset: within.length })
      expect(inspect(`${within}${character}`, { alphabet }).characters).toMatchObject([{ offset: within.length }])
    }
  })

  test('bounds the replacement', () => {
    const options = { alphabet: 'ascii', encoding: 'GSM-7', replacement: '?' } as const
    expect(segment('caféж€', options).text).toBe('caf???')
    expect(thrownBy(() => count('a', { ...options, replacement: 'a€' }))).toMatchObject({
      code: 'invalid-value',
      argument: 'options.replacement',
      offset: 1,
    })
  })

  test('bounds what smart encoding writes', () => {
    const smartEncoding = { policy: 'always', letters: true } as const
    expect(segment('“ő…” ₤‹ ⟦', { smartEncoding, alphabet: 'ascii' }).text).toBe('"ő..." ₤< ⟦')
    expect(segment('“ő…”', { smartEncoding }).text).toBe('"ö..."')
    expect(segment('❴…', { smartEncoding, alphabet: 'gsm7-basic' }).text).toBe('❴...')
    // The tilde (U+0303) has no look-alike there. It goes with its letter, once í has become i.
    expect(segment('ﬁ\u0301\u0303', { smartEncoding, alphabet: 'gsm7-basic' }).text).toBe('fi')
    // ✢ stays where * is not carried, and so its key cap stays.
    expect(segment('✢\u20e3', { smartEncoding, alphabet: { characters: 'a' } }).text).toBe('✢\u20e3')
    expect(segment('✢\u20e3', { smartEncoding, alphabet: 'ascii' }).text).toBe('*')
    expect(
      segment('“ö', { smartEncoding: { policy: 'always', table: { '“': '"', ö: 'ø' } }, alphabet: 'ascii' }).text,
    ).toBe('"ö')
    expect(smartEncode('❴')).toBe('{')
  })

  test('comes after what rewrites the text', () => {
    expect(count('Жук', { transliterate: 'translit', alphabet: 'ascii' }).encoding).toBe('GSM-7')
    expect(count('a\r\nb', { newline: 'lf', alphabet: { characters: 'ab\n' } }).encoding).toBe('GSM-7')
  })

  test('is that of the octets', () => {
    expect(encode('é', { alphabet: 'ascii' })[0]).toMatchObject({ dataCoding: 8 })
    expect(encode('e', { alphabet: 'ascii' })).toEqual(encode('e'))
  })

  test.each<[unknown, string, string]>([
    [{ alphabet: 'latin1' }, 'invalid-value', 'options.alphabet'],
    [{ alphabet: 7 }, 'invalid-type', 'options.alphabet'],
    [{ alphabet: {} }, 'invalid-type', 'options.alphabet.characters'],
    [{ alphabet: { characters: 'aж' } }, 'invalid-value', 'options.alphabet.characters'],
    [{ alphabet: { letters: 'a' } }, 'unknown-option', 'options.alphabet.letters'],
    [{ alphabet: 'ascii', languages: ['turkish'] }, 'invalid-value', 'options.alphabet'],
  ])('%o: %s of %s', (options, code, argument) => {
    expect(thrownBy(() => count('a', options as never))).toMatchObject({ code, argument })
  })
})

test('every text is cut as the reference cuts it, and counted so by all that count', () => {
  const options: fc.Arbitrary<TextOptions> = fc.record(
    {
      alphabet: fc.constantFrom(...ALPHABETS),
      smartEncoding: fc.constantFrom<NonNullable<TextOptions['smartEncoding']>>(true, 'always', {
        policy: 'always',
        letters: true,
      }),
      maxSegments: fc.constantFrom(1, 2),
    },
    { requiredKeys: ['alphabet'] },
  )
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'ab[€é“ő…'), maxLength: 200 })),
      options,
      (text, options) => {
        expect(segment(text, options)).toEqual(referenceSegment(text, options))
        const { segments, units } = count(text, options)
        expect(countMany([text], options)).toMatchObject({ totalSegments: segments, units: Uint32Array.of(units) })
        // UTF-8 has U+FFFD for a lone surrogate.
        const data = new TextEncoder().encode(text)
        const read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(data)
        expect(countUtf8(data, Int32Array.of(0, data.length), options).totalSegments).toBe(
          count(read, options).segments,
        )
      },
    ),
    { numRuns: runs(150, 3_000) },
  )
})
