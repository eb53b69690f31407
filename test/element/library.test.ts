import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as library from '../../src/element/library/library'
import * as septet from '../../src/index'
import { runs } from '../support/long'

/** Pieces of what people write: in GSM-7, with a look-alike in it, letters, signs that have none, and halves of pairs. */
const pieces = [
  'a',
  'Hello ',
  '€',
  '\r\n',
  '\n',
  '’',
  '“',
  '–',
  'ê',
  'ł',
  'Ж',
  'щу',
  '🎉',
  '👩\u200d👧',
  '🇫🇷',
  '\u0301',
  '☎',
  '\ud83d',
]
const texts = fc.array(fc.constantFrom(...pieces, 'x'.repeat(60)), { maxLength: 12 }).map((all) => all.join(''))
const options = fc.record(
  {
    newline: fc.constantFrom('keep', 'lf', 'crlf' as const),
    encoding: fc.constantFrom('auto', 'UCS-2' as const),
    referenceBits: fc.constantFrom(8, 16 as const),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<library.CounterOptions>

test('the element counts, cuts and rewrites as septet does', () => {
  fc.assert(
    fc.property(texts, options, (text, options) => {
      expect(library.count(text, options)).toEqual(septet.count(text, options))
      expect(library.segment(text, options)).toEqual(septet.segment(text, options))
      expect(library.listCharacters(text)).toEqual(septet.inspect(text).characters)
      expect(library.smartEncode(text)).toBe(septet.smartEncode(text))
      for (const scheme of ['translit', 'volapuk'] as const)
        expect(library.transliterate(text, scheme)).toBe(septet.transliterate(text, scheme))
    }),
    { numRuns: runs(40, 5000) },
  )
})

test('its advice is what inspect has to drop or to replace', () => {
  const hows = ['drop', 'smart-encoding+drop', 'replace', 'replace+drop']
  fc.assert(
    fc.property(texts, (text) => {
      const advice = [...library.listAdvice(text)]
      const alternatives = septet
        .inspect(text)
        .alternatives.filter(({ how, encoding }) => hows.includes(how) && encoding === 'GSM-7')
      const members = alternatives.map(({ how, text, ...rest }) => ({
        how,
        characters: 'characters' in rest && rest.characters,
        text,
      }))
      expect(advice).toHaveLength(members.length)
      expect(advice).toEqual(expect.arrayContaining(members))
    }),
    { numRuns: runs(20, 2000) },
  )
})
