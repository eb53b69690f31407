import { describe, expect, test } from 'vitest'
import { count, inspect } from '../../src/index'
import type { TextOptions } from '../../src/types'
import { count as referenceCount } from '../reference/segment'
import { LONG } from '../support/long'

describe('the characters outside GSM-7', () => {
  test('are none in a GSM-7 text', () => {
    expect(inspect('hello [€]').characters).toEqual([])
    expect(inspect('').characters).toEqual([])
    expect(inspect('').foreign).toBe(0)
  })

  test('are listed with offset, code point and units', () => {
    expect(inspect('aж€😀ç').characters).toMatchObject([
      { offset: 1, codePoint: 0x436, units: 1 },
      { offset: 3, codePoint: 0x1f600, units: 2 },
      { offset: 5, codePoint: 0xe7, units: 1 },
    ])
  })

  test('include lone surrogates, NUL and the escape', () => {
    const codePoints = inspect('\ud83da\ude00\u0000\u001b').characters.map(({ offset, codePoint }) => [
      offset,
      codePoint,
    ])
    expect(codePoints).toEqual([
      [0, 0xd83d],
      [2, 0xde00],
      [3, 0],
      [4, 0x1b],
    ])
  })

  test('are listed each time they occur', () => {
    expect(inspect('ж'.repeat(1000)).characters.map(({ offset }) => offset)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i),
    )
  })

  test('are counted where they are too many to list', () => {
    const { characters, foreign } = inspect('жa'.repeat(100_000))
    expect(foreign).toBe(100_000)
    expect(characters).toHaveLength(17_085)
    expect(characters.at(-1)).toMatchObject({ offset: 2 * 17_084, codePoint: 0x436 })
  })

  test('keep their offsets in the argument when line ends are rewritten', () => {
    expect(inspect('\r\n\r\nж', { newline: 'lf' }).characters).toMatchObject([{ offset: 4, codePoint: 0x436 }])
    expect(inspect('\n\nж', { newline: 'crlf' }).characters).toMatchObject([{ offset: 2, codePoint: 0x436 }])
  })

  test.each([
    ['’', "'"],
    ['‘', "'"],
    ['“', '"'],
    ['”', '"'],
    ['–', '-'],
    ['—', '-'],
    ['…', '...'],
    ['\u00a0', ' '],
    ['\u200b', ''],
  ])('have the look-alike that smart encoding would put: %j is %j', (character, replacement) => {
    expect(inspect(character).characters[0]!.replacement?.trim()).toBe(replacement.trim())
  })

  test.each(['ж', '😀', '中', '\ud83d'])('have no replacement where nothing looks alike: %j', (character) => {
    expect(inspect(character).characters[0]).not.toHaveProperty('replacement')
  })

  test('are suggested replacements in GSM-7 only', () => {
    for (let unit = 0; unit < 0xd800; unit += LONG ? 1 : 29) {
      const [foreign] = inspect(String.fromCharCode(unit)).characters
      if (foreign?.replacement !== undefined) expect(count(foreign.replacement).encoding).toBe('GSM-7')
    }
  })
})

describe('the count', () => {
  test.each(['', 'a'.repeat(161), 'ж'.repeat(71), '€'.repeat(153)])('is that of count', (text) => {
    for (const options of [{}, { referenceBits: 16 }, { encoding: 'UCS-2' }] as const) {
      expect(inspect(text, options)).toMatchObject(count(text, options))
    }
  })
})

/** Units from the end, fewest first, whole code points only, until a segment is saved. */
function toSaveSegment(text: string): number {
  const { encoding, segments, units } = referenceCount(text)
  if (segments === 1) return 0
  const characters = [...text]
  for (let kept = characters.length - 1; kept >= 0; kept--) {
    const prefix = characters.slice(0, kept).join('')
    if (referenceCount(prefix).segments < segments) return units - referenceCount(prefix, { encoding }).units
  }
  throw new Error('an empty text is one segment')
}

describe('the units to remove to save a segment', () => {
  test.each([
    ['none in a lone segment', 'a'.repeat(160), 0],
    ['one over', 'a'.repeat(161), 1],
    ['a whole last segment', 'a'.repeat(306), 146],
    ['one in the third', 'a'.repeat(307), 1],
    ['a full third', 'a'.repeat(459), 153],
    ['an extension character is removed whole', `${'a'.repeat(159)}€`, 2],
    ['an emoji is removed whole', `${'ж'.repeat(69)}😀`, 2],
    ['units, not characters', '€'.repeat(153), 2],
    ['in UCS-2', 'ж'.repeat(135), 1],
    ['two in UCS-2 become one', 'ж'.repeat(134), 64],
  ])('%s', (_, text, expected) => {
    expect(inspect(text).toSaveSegment).toBe(expected)
    expect(toSaveSegment(text)).toBe(expected)
  })

  test('are fewer where the character that forces UCS-2 goes with them', () => {
    expect(inspect(`${'a'.repeat(100)}ж`).toSaveSegment).toBe(1)
  })

  test('are never fewer than none, where what forces UCS-2 is cut off', () => {
    expect(inspect(`${'a'.repeat(1000)}Я`, { maxSegments: 2 })).toMatchObject({ units: 134, toSaveSegment: 64 })
  })

  test('are the fewest, round every border', () => {
    for (const filler of ['a', '€', 'ж', '😀', 'aж', 'a€']) {
      for (const units of [68, 70, 71, 72, 134, 135, 136, 158, 160, 161, 162, 306, 307, 308]) {
        const text = filler.repeat(Math.ceil(units / filler.length))
        expect(inspect(text).toSaveSegment).toBe(toSaveSegment(text))
      }
    }
  })
})

describe('what other measures would make of the text', () => {
  test('begins with the text as it is', () => {
    const { alternatives } = inspect('ж'.repeat(71))
    expect(alternatives[0]).toEqual({ how: 'as-is', segments: 2, encoding: 'UCS-2' })
  })

  test('smart encoding saves a segment where one apostrophe forces UCS-2', () => {
    const { alternatives, cheapest } = inspect(`${'a'.repeat(99)}’`)
    expect(alternatives).toContainEqual({ how: 'smart-encoding', segments: 1, encoding: 'GSM-7' })
    expect(cheapest).toBe('smart-encoding')
  })

  test('LF for CR LF saves a segment', () => {
    const { alternatives, cheapest } = inspect('a\r\n'.repeat(54))
    expect(alternatives).toContainEqual({ how: 'newline-lf', segments: 1, encoding: 'GSM-7' })
    expect(cheapest).toBe('newline-lf')
  })

  test('a language saves a segment where its table has the extension characters', () => {
    const { alternatives, cheapest } = inspect(`${'€1 '.repeat(45)}Only today`)
    expect(alternatives).toContainEqual({ how: 'language-turkish', segments: 1, encoding: 'GSM-7' })
    expect(cheapest).toBe('language-turkish')
    expect(inspect('^{}[]|~€'.repeat(30), { newline: 'lf' }).cheapest).toBe('language-portuguese')
  })

  test('a language comes beside those that are allowed, and is left out where it changes nothing', () => {
    const hows = (text: string, languages: NonNullable<TextOptions['languages']>) =>
      inspect(text, { languages }).alternatives.map(({ how }) => how)
    expect(hows('Ağaç ışık '.repeat(10), 'all').filter((how) => how.startsWith('language-'))).toEqual([])
    expect(hows('Ağaç ışık '.repeat(10), ['turkish'])).not.toContain('language-spanish')
  })

  test('transliteration and smart encoding together, where neither alone saves as much', () => {
    const { alternatives, cheapest } = inspect('№5 «Заказ» готов — ждём '.repeat(5))
    expect(alternatives).toContainEqual({ how: 'translit+smart-encoding', segments: 1, encoding: 'GSM-7' })
    expect(cheapest).toBe('translit+smart-encoding')
    expect(inspect('Привет! '.repeat(10)).alternatives.map(({ how }) => how)).not.toContain('translit+smart-encoding')
  })

  test('nothing is cheaper than the text itself where nothing saves a segment', () => {
    expect(inspect('hello').cheapest).toBe('as-is')
    expect(inspect('привет’').cheapest).toBe('as-is')
  })

  test('the cheapest has the fewest segments, the earliest of equals', () => {
    for (const text of ['', 'a’\r\n'.repeat(30), '“ж”'.repeat(40), '\r\n'.repeat(81), '…'.repeat(60)]) {
      const { alternatives, cheapest } = inspect(text)
      const fewest = Math.min(...alternatives.map(({ segments }) => segments))
      expect(cheapest).toBe(alternatives.find(({ segments }) => segments === fewest)!.how)
    }
  })
})
