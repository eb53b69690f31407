import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, inspect, segment } from '../../src/index'
import { bulgarian2009, greekCapitals, icao9303, ukrainian2010 } from '../../src/schemes/index'
import type { Alternative, InspectOptions, TextOptions } from '../../src/types'
import { count as referenceCount } from '../reference/segment'
import { LONG, runs } from '../support/long'
import { thrownBy } from '../support/thrown'

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
  const find = (text: string, how: string, options: InspectOptions = {}) =>
    inspect(text, options).alternatives.find((one) => one.how === how)

  test('is the text as it is where nothing is cheaper', () => {
    const text = 'ж'.repeat(70)
    expect(inspect(text).alternatives[0]).toEqual({
      how: 'as-is',
      options: {},
      text,
      encoding: 'UCS-2',
      units: 70,
      segments: 1,
    })
    expect(inspect('hello').alternatives).toMatchObject([{ how: 'as-is' }])
    expect(inspect('hello').cheapest).toBe('as-is')
    expect(inspect('привет’').cheapest).toBe('as-is')
  })

  test('leaves out one emoji', () => {
    const text = `${'a'.repeat(64)}🎉${'b'.repeat(64)}`
    expect(inspect(text).alternatives).toEqual([
      {
        how: 'drop',
        characters: ['🎉'],
        options: { encoding: 'GSM-7', replacement: '' },
        text: 'a'.repeat(64) + 'b'.repeat(64),
        encoding: 'GSM-7',
        units: 128,
        segments: 1,
      },
      { how: 'as-is', options: {}, text, encoding: 'UCS-2', units: 130, segments: 2 },
    ])
  })

  test('names what is left out as a reader sees it, each once', () => {
    const text = '👨‍👩‍👧 🇫🇷🇩🇪 👍🏽 ❤️ 🎉🎉 x'
    expect(find(text, 'drop')).toMatchObject({ characters: ['👨‍👩‍👧', '🇫🇷', '🇩🇪', '👍🏽', '❤️', '🎉'] })
  })

  test('replaces what looks alike before it leaves anything out', () => {
    const text = `“Hi” 🎉 ${'a'.repeat(80)}`
    expect(inspect(text).cheapest).toBe('smart-encoding+drop')
    expect(find(text, 'smart-encoding')).toMatchObject({ characters: ['“', '”'], encoding: 'UCS-2' })
    expect(find(text, 'smart-encoding+drop')).toMatchObject({ characters: ['🎉'], text: `"Hi"  ${'a'.repeat(80)}` })
    expect(find(text, 'drop')).toBeUndefined()
  })

  test('leaves out no letter, no digit, and not everything', () => {
    for (const text of ['Привет 🎉', '中 🎉', 'x\u0301 🎉', '٣ 🎉', '🎉🎉', '🎉 \n'])
      expect(inspect(text).alternatives.filter(({ how }) => how.endsWith('drop'))).toEqual([])
  })

  test('replaces letters of a language by a measure of its own', () => {
    const text = `Você “está” ${'a'.repeat(70)}`
    expect(find(text, 'smart-encoding')).toMatchObject({ characters: ['“', '”'], encoding: 'UCS-2' })
    expect(find(text, 'replace')).toMatchObject({ characters: ['ê', '“', 'á', '”'], encoding: 'GSM-7' })
    expect(find(`${text}🎉`, 'replace+drop')).toMatchObject({ characters: ['🎉'], segments: 1 })
    expect(inspect('Voc\u00ea’').characters).toMatchObject([{ letter: true, replacement: 'e' }, { replacement: "'" }])
    expect(inspect('’').characters[0]).not.toHaveProperty('letter')
  })

  test('offers each scheme that has every letter of the text', () => {
    const schemes = { ukrainian2010, bulgarian2009, icao9303, greekCapitals }
    const offered = (text: string) =>
      inspect(text, { schemes }).alternatives.flatMap((one) => (one.how === 'scheme' ? [one.scheme] : []))
    expect(offered('Привіт, Знам’янко! '.repeat(4))).toEqual(['ukrainian2010'])
    expect(offered('Добър ден')).toEqual(['bulgarian2009', 'icao9303'])
    expect(offered('съешь ещё 🎉')).toEqual(['icao9303'])
    expect(offered('Καλησπέρα')).toEqual(['greekCapitals'])
    expect(offered('Қазақ')).toEqual([])
    expect(offered('Hello, [€] ’')).toEqual([])
    const one = find('Юлия '.repeat(20), 'scheme', { schemes: { icao9303 } })
    expect(one).toMatchObject({
      text: 'Iuliia '.repeat(20),
      segments: 1,
      options: { transliterate: { table: icao9303 } },
    })
  })

  test.each([[{ schemes: 5 }], [{ schemes: { mine: 5 } }], [{ schemes: { mine: { ж: 5 } } }]])(
    'refuses %o',
    (options) => {
      const error = thrownBy(() => inspect('a', options as never))
      expect(error).toMatchObject({ code: 'invalid-type', argument: expect.stringMatching(/^options\.schemes/) })
    },
  )

  test('smart encoding saves a segment where one apostrophe forces UCS-2', () => {
    const { alternatives, cheapest } = inspect(`${'a'.repeat(99)}’`)
    expect(alternatives[0]).toMatchObject({ how: 'smart-encoding', segments: 1, encoding: 'GSM-7', units: 100 })
    expect(cheapest).toBe('smart-encoding')
  })

  test('LF for CR LF saves a segment', () => {
    const { alternatives, cheapest } = inspect('a\r\n'.repeat(54))
    expect(alternatives[0]).toMatchObject({ how: 'newline-lf', segments: 1, encoding: 'GSM-7' })
    expect(cheapest).toBe('newline-lf')
  })

  test('a language saves a segment where its table has the extension characters', () => {
    const { alternatives, cheapest } = inspect(`${'€1 '.repeat(45)}Only today`)
    expect(alternatives[0]).toMatchObject({ how: 'language-turkish', segments: 1, encoding: 'GSM-7' })
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
    expect(alternatives[0]).toMatchObject({ how: 'translit+smart-encoding', segments: 1, encoding: 'GSM-7' })
    expect(cheapest).toBe('translit+smart-encoding')
    expect(inspect('Привет! '.repeat(10)).alternatives.map(({ how }) => how)).not.toContain('translit+smart-encoding')
  })

  test('how is a union that a switch is checked by', () => {
    const words = (one: Alternative): string => {
      switch (one.how) {
        case 'drop':
        case 'smart-encoding+drop':
        case 'replace+drop':
        case 'smart-encoding':
        case 'replace':
          return one.characters.join('')
        case 'scheme':
        case 'scheme+smart-encoding':
          return one.scheme
        case 'as-is':
        case 'newline-lf':
        case 'translit':
        case 'volapuk':
        case 'translit+smart-encoding':
        case 'volapuk+smart-encoding':
          return one.how
        default:
          return one.how satisfies `language-${string}`
      }
    }
    expect(inspect('’🎉a').alternatives.map(words)).toEqual(['as-is', '’', '🎉'])
  })

  test('is found when it is first read, and once', () => {
    const inspection = inspect('a’')
    expect(inspection.alternatives).toBe(inspection.alternatives)
    expect(JSON.parse(JSON.stringify(inspection))).toMatchObject({
      cheapest: 'as-is',
      alternatives: [{ how: 'as-is' }, {}],
    })
  })
})

const pieces = fc.constantFrom(
  'a',
  'b '.repeat(30),
  '’',
  '“',
  'ê',
  'ł',
  '🎉',
  '❤️',
  '[€]',
  'ğ',
  'ж',
  'Щука ',
  'й',
  '\r\n',
  'е\u0308',
  'ñ',
  'á',
)
const given: fc.Arbitrary<TextOptions> = fc.oneof(
  fc.constant({}),
  fc.constantFrom<TextOptions>(
    { maxSegments: 1 },
    { languages: ['turkish'] },
    { languages: 'all' },
    { smartEncoding: true },
    { smartEncoding: { letters: true } },
    { encoding: 'UCS-2' },
    { encoding: 'GSM-7', replacement: '?' },
    { alphabet: 'ascii' },
    { transliterate: 'translit', header: [{ type: 'ports', bits: 16, destination: 1, source: 2 }] },
    { newline: 'lf', limits: { gsm7: { single: 100, multi: 90 } } },
  ),
)

test('the options of each alternative give exactly its text and its numbers; the first is the cheapest', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), given, (list, options) => {
      const text = list.join('')
      const { alternatives, cheapest } = inspect(text, { ...options, schemes: { icao9303 } })
      for (const { options, text: sent, encoding, units, segments } of alternatives) {
        expect(segment(text, options)).toMatchObject({ text: sent, encoding, units, segments, dropped: 0 })
      }
      const numbers = alternatives.map(({ segments }) => segments)
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other))
      expect(alternatives[0]!.how).toBe(cheapest)
      const { maxSegments: _, ...whole } = options
      expect(alternatives.find(({ how }) => how === 'as-is')).toMatchObject({
        options: whole,
        segments: count(text, whole).segments,
      })
    }),
    { numRuns: runs(150, 5_000) },
  )
})
