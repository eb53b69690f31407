import { describe, expect, test } from 'vitest'
import {
  count,
  countTemplate,
  encode,
  engine,
  fillTemplate,
  inspect,
  segment,
  smartEncode,
  transliterate,
} from '../../src/index'
import { expectLinear, expectProportion, unitsGiven } from '../support/work'

/** Beyond a window of the core, 4096 units, at both sizes. */
const UNITS = 2 ** 13

const textOf = (characters: string, units: number) => characters.repeat(units / characters.length)

test('work is counted over the JavaScript build, in which it shows', () => {
  expect(engine()).toBe('js')
})

describe('the work grows as the text does', () => {
  test.each<[string, (text: string) => unknown, string]>([
    ['count, GSM-7', (text) => count(text), 'a€'],
    ['count, UCS-2', (text) => count(text), 'ж😀'],
    ['count, a late foreign character', (text) => count(`${text}ж`), 'a'],
    ['count, rewritten line ends', (text) => count(text, { newline: 'lf' }), 'a\r\n'],
    ['count, replaced characters', (text) => count(text, { encoding: 'GSM-7', replacement: '?' }), 'aж'],
    ['count, every language', (text) => count(text, { languages: 'all' }), 'नमस्ते दुनिया '],
    ['count, whole clusters', (text) => count(text, { boundary: 'grapheme' }), 'e\u0301'],
    ['segment, GSM-7', (text) => segment(text), 'a€'],
    ['segment, UCS-2', (text) => segment(text), 'ж😀'],
    ['segment, rewritten line ends', (text) => segment(text, { newline: 'crlf' }), 'a\n'],
    ['segment, a most', (text) => segment(text, { maxSegments: 3 }), 'a€'],
    ['inspect', (text) => inspect(text), 'a’\r\n'],
    ['smart encoding', (text) => smartEncode(text), '“a”\u00ad'],
    ['smart encoding of marks after one letter', (text) => smartEncode(`a${text}`), '\u0323\u0301'],
    ['smart encoding of marks after marks', (text) => smartEncode(text), '\u0301'],
    ['transliteration', (text) => transliterate(text, 'translit'), 'Щука '],
    ['a long text that encode refuses', refused, 'a'],
    ['a template of openers that never close', (text) => fillTemplate(text, {}), '{a'],
    ['a template of openers', (text) => fillTemplate(text, {}), '{'],
    ['a template of placeholders', (text) => fillTemplate(text, { ab: 'x|' }), '{ab}'],
    ['a counted template of placeholders', (text) => countTemplate(text, { ab: ['', '|', 'aЖ', '😀'] }), '{ab}|'],
    [
      'a counted template that is rewritten',
      (text) => countTemplate(text, { ab: ['Щ', 'a'] }, { smartEncoding: true }),
      '{ab}Ж',
    ],
    ['a counted template of many fields', manyFields, 'abcdefgh'],
    ['a counted template of many examples', (text) => countTemplate('{a}', { a: text.split('a') }), '|a'],
  ])('%s', (_, work, characters) => {
    expectLinear((units) => work(textOf(characters, units)), UNITS)
  })
})

/** Whole clusters are found by Intl.Segmenter, whose work does not show: it is what it is given to look through. */
describe('what is looked through for clusters grows as the text does', () => {
  test.each([
    ['one cluster', (units: number) => `e${'\u0301'.repeat(units)}`],
    ['many clusters longer than a segment', (units: number) => textOf(`e${'\u0301'.repeat(200)}`, units)],
    ['flags', (units: number) => textOf('🇺🇦', units)],
    ['families', (units: number) => textOf('👨‍👩‍👧‍👦', units)],
    ['conjuncts', (units: number) => textOf('क्ष', units)],
  ])('%s', (_, text) => {
    const work = (units: number) => count(text(units), { boundary: 'grapheme' })
    expectProportion((units) => unitsGiven(() => work(units)), UNITS)
    expectLinear(work, UNITS)
  })
})

function manyFields({ length }: string): unknown {
  const names = Array.from({ length: length / 8 }, (_, index) => `f${index}`)
  const template = names.map((name) => `{${name}}|`).join('')
  return countTemplate(template, Object.fromEntries(names.map((name) => [name, ['|', 'a|', 'Ж']])))
}

function refused(text: string): void {
  try {
    encode(text)
  } catch (error) {
    if ((error as { code?: string }).code !== 'too-many-segments') throw error
  }
}
