import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, encode, inspect, segment, transliterate } from '../../src/index'
import type { TextOptions, TransliterationScheme } from '../../src/types'
import { count as referenceCount, segment as referenceSegment } from '../reference/segment'
import { LONG, runs } from '../support/long'
import { anyText, cutOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'

const RUNS = runs(300, 10_000)
const SCHEMES = ['translit', 'volapuk'] as const

type Case = { text: string; out: string }
const vectors: Record<TransliterationScheme, Case[]> = JSON.parse(
  readFileSync(new URL('../vectors/transliteration.json', import.meta.url), 'utf8'),
)

describe.each(SCHEMES)('%s', (scheme) => {
  test('spells the words and sentences of the vectors', () => {
    for (const { text, out } of vectors[scheme]) expect(transliterate(text, scheme)).toBe(out)
  })

  test('leaves all but Cyrillic letters as it is', () => {
    for (let unit = 0; unit < 0x10000; unit += LONG || unit < 0x600 ? 1 : 7) {
      const text = String.fromCharCode(unit)
      if (unit < 0x0400 || unit > 0x04ff) expect(transliterate(text, scheme)).toBe(text)
    }
  })
})

describe('the case of several letters for one', () => {
  test.each([
    ['ЖУК', 'ZHUK'],
    ['Жук', 'Zhuk'],
    ['ЩУКА', 'SHCHUKA'],
    ['Щ', 'Shch'],
    ['Щ!', 'Shch!'],
    ['ЮЛЯ и Юля', 'YULYA i Yulya'],
    ['ЦЮЯ', 'TSYUYA'],
    ['Ж\u0301УК', 'ZH\u0301UK'],
    ['У\u0301Ж', 'U\u0301ZH'],
    ["СІМ'Я, П’ЯТЬ, ОБʼЄКТ", "SIM'YA, P’YAT, OBʼYEKT"],
    ["М'ята", "M'yata"],
    ["О'Хара, О’Шонесси, Д'\u0301Юрвиль", "O'Khara, O’Shonessi, D'\u0301Yurvil"],
    ["О'ХАРА, О'Х", "O'KHARA, O'KH"],
    ['и\u0300 Е\u0300', 'i E'],
    ['Ю-Ю, «Ю» 2Ю2', 'Yu-Yu, «Yu» 2Yu2'],
  ])('%s: %s', (text, out) => {
    expect(transliterate(text, 'translit')).toBe(out)
  })

  test('is decided across the border of any window', () => {
    for (const length of [5117, 5118, 5119, 5120, 5121, 10239, 10240]) {
      const before = 'а'.repeat(length)
      const spelled = 'a'.repeat(length)
      expect(transliterate(`${before} ЖУК`, 'translit')).toBe(`${spelled} ZHUK`)
      expect(transliterate(`${before} УЖ`, 'translit')).toBe(`${spelled} UZH`)
      expect(transliterate(`${before}чаи\u0306ник`, 'translit')).toBe(`${spelled}chaynik`)
      expect(transliterate(`${before} Ж${'\u0301'.repeat(30)}У`, 'translit')).toBe(
        `${spelled} ZH${'\u0301'.repeat(30)}U`,
      )
    }
  })
})

describe('a table laid over a scheme', () => {
  test('goes before its rows', () => {
    expect(transliterate('Хто там? Хай!', 'translit', { table: { х: 'h', Х: 'H' } })).toBe('Hto tam? Hay!')
    expect(transliterate('мгла', 'volapuk', { table: { м: 'm' } })).toBe('mr/Ia')
  })

  test('knows letters that the scheme does not', () => {
    const table = { '№': 'No.', ѣ: 'ie', '\u0301': '', '₽': 'rub', 中: 'zhong' }
    expect(transliterate('№ 5, хлѣб, за\u0301мок, 中 10 ₽', 'translit', { table })).toBe(
      'No. 5, khlieb, zamok, zhong 10 rub',
    )
  })

  test('takes part in the case rule of translit, and of no other', () => {
    const table = { Щ: 'Sch', щ: 'sch' }
    expect(transliterate('ЩИ, Щи, щи', 'translit', { table })).toBe('SCHI, Schi, schi')
    expect(transliterate('ЩИ', 'volapuk', { table })).toBe('SchU')
  })

  test('may say what a letter and its mark become', () => {
    expect(transliterate('е\u0308ж Ёж', 'translit', { table: { ё: 'yo', Ё: 'Yo' } })).toBe('yozh Yozh')
  })

  test('may be written with a letter and its mark', () => {
    expect(transliterate('й и\u0306', 'translit', { table: { 'и\u0306': 'j' } })).toBe('j j')
  })

  test('may delete, and may have eight characters and 1,024 rows', () => {
    const table: Record<string, string> = { а: '', б: 'abcdefgh' }
    for (let unit = 0x4e00; Object.keys(table).length < 1024; unit++) table[String.fromCharCode(unit)] = `${unit}`
    expect(transliterate('аб\u4e00\u4e01', 'translit', { table })).toBe('abcdefgh1996819969')
    expect(transliterate('б'.repeat(20_000), 'translit', { table })).toBe('abcdefgh'.repeat(20_000))
  })

  test('is the option of count, segment, encode and inspect', () => {
    const options = { transliterate: { scheme: 'translit', table: { х: 'h' } } } as const
    expect(segment('хата', options).text).toBe('hata')
    expect(count('хата', options)).toEqual(count('hata'))
    expect(encode('хата', options)).toEqual(encode('hata'))
    expect(inspect('хата', options)).toMatchObject(count('hata'))
  })
})

describe('bad input is named', () => {
  const table = (table: unknown) => ({ table }) as never
  test.each<[() => unknown, string, string]>([
    [() => transliterate(5 as never, 'translit'), 'invalid-type', 'text'],
    [() => transliterate('a', 'latin' as never), 'invalid-value', 'scheme'],
    [() => transliterate('a', 1 as never), 'invalid-type', 'scheme'],
    [() => transliterate('a', 'translit', 5 as never), 'invalid-type', 'options'],
    [() => transliterate('a', 'translit', { tables: {} } as never), 'unknown-option', 'options.tables'],
    [() => transliterate('a', 'translit', table('х=h')), 'invalid-type', 'options.table'],
    [() => transliterate('a', 'translit', table(new Map([['х', 'h']]))), 'invalid-type', 'options.table'],
    [() => transliterate('a', 'translit', table([['х', 'h']])), 'invalid-type', 'options.table'],
    [() => transliterate('a', 'translit', table({ 'х\u0301': 'h' })), 'invalid-value', 'options.table.х\u0301'],
    [() => transliterate('a', 'translit', table({ х: 'ж' })), 'invalid-value', 'options.table.х'],
    [() => transliterate('a', 'translit', table({ х: 5 })), 'invalid-type', 'options.table.х'],
    [() => transliterate('a', 'translit', table({ хххх: 'h' })), 'invalid-value', 'options.table.хххх'],
    [() => transliterate('a', 'translit', table({ 'х\0': 'h' })), 'invalid-value', 'options.table.х\0'],
    [() => transliterate('a', 'translit', table({ '': 'h' })), 'invalid-value', 'options.table.'],
    [() => transliterate('a', 'translit', table({ '😀': ':)' })), 'invalid-value', 'options.table.😀'],
    [() => transliterate('a', 'translit', table({ х: '123456789' })), 'invalid-value', 'options.table.х'],
    [() => count('a', { transliterate: 'gost' as never }), 'invalid-value', 'options.transliterate'],
    [() => count('a', { transliterate: true as never }), 'invalid-type', 'options.transliterate'],
    [() => count('a', { transliterate: null as never }), 'invalid-type', 'options.transliterate'],
    [() => count('a', { transliterate: {} as never }), 'invalid-type', 'options.transliterate.scheme'],
    [
      () => count('a', { transliterate: { scheme: 'translit', rows: {} } as never }),
      'unknown-option',
      'options.transliterate.rows',
    ],
    [
      () => count('a', { transliterate: { scheme: 'translit', table: { ж: 'ж' } } }),
      'invalid-value',
      'options.transliterate.table.ж',
    ],
  ])('%s: %s of %s', (call, code, argument) => {
    expect(thrownBy(call)).toMatchObject({ name: 'SeptetError', code, argument })
  })

  test.each<[() => unknown]>([
    [() => count('a', { transliterate: 'ukrainian2010' as never })],
    [() => count('a', { transliterate: { scheme: 'ukrainian2010' as never } })],
    [() => transliterate('a', 'ukrainian2010' as never)],
  ])('the name of a national scheme as a string, with the entry that has its table: %s', (call) => {
    expect(thrownBy(call).message).toMatch(/'translit', 'volapuk'.*septet\/schemes.*\{ table \}/)
  })

  test('a row outside GSM-7 with its offset', () => {
    expect(thrownBy(() => transliterate('a', 'translit', table({ х: 'khж' }))).offset).toBe(2)
  })

  test('more rows than there is room for', () => {
    const rows = Object.fromEntries(Array.from({ length: 1025 }, (_, i) => [String.fromCharCode(0x4e00 + i), '']))
    expect(thrownBy(() => transliterate('a', 'translit', table(rows)))).toMatchObject({ argument: 'options.table' })
  })
})

describe('offsets', () => {
  test('of the segments point into the argument', () => {
    const text = 'щ'.repeat(80)
    const { parts } = segment(text, { transliterate: 'translit' })
    expect(parts.map(({ units, sourceStart, sourceEnd }) => [units, sourceStart, sourceEnd])).toEqual([
      [153, 0, 39],
      [153, 39, 77],
      [14, 77, 80],
    ])
  })

  test('of what is left outside GSM-7 do too', () => {
    expect(inspect('Щука 😀 ж', { transliterate: 'translit' }).characters).toMatchObject([{ offset: 5, units: 2 }])
    const error = thrownBy(() => count('ьЩука №', { transliterate: 'translit', encoding: 'GSM-7' }))
    expect(error).toMatchObject({ code: 'unencodable', offset: 6, value: 'ьЩука №' })
  })
})

const letters = "жЖщЩуУьЬъёЁеЕиИйїіІгкКХЦЧШЮЯәҒџЏabcXYZ .,\u0301\u0306\u0308'’№😀€[\ud83d\ude00\n"
const cyrillic = fc
  .tuple(fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 }), fc.nat(30))
  .map(([text, times]) => text.repeat(1 + times))
const transliteration: fc.Arbitrary<TextOptions['transliterate']> = fc.oneof(
  fc.constantFrom(...SCHEMES),
  fc.record({
    scheme: fc.constantFrom(...SCHEMES),
    table: fc.dictionary(
      fc.constantFrom('ж', 'Ж', 'ё', 'ь', '№', 'a'),
      fc.constantFrom('', 'q', 'Zha', '€', 'abcdefgh'),
    ),
  }),
  fc.record(
    {
      scheme: fc.constantFrom(...SCHEMES),
      table: fc.dictionary(
        fc.constantFrom(
          'ж',
          '^ж',
          'Ж',
          'ЖЖ',
          'жщ',
          'щё$',
          '^ё',
          "'",
          "^'",
          '’$',
          '-’-',
          '-ж-',
          'й',
          'и',
          'ааа',
          '^ь',
          'і$',
          'ї',
        ),
        fc.constantFrom('', 'q', 'Zha', 'Ii'),
      ),
    },
    { requiredKeys: ['table'] },
  ),
) as fc.Arbitrary<TextOptions['transliterate']>

test('every text is cut, with its offsets, as the reference cuts it, and counted so', () => {
  fc.assert(
    fc.property(fc.oneof(cyrillic, anyText), transliteration, cutOptions, (text, transliterate, options) => {
      const all = { ...options, transliterate } as TextOptions
      expect(segment(text, all)).toEqual(referenceSegment(text, all))
      expect(count(text, all)).toEqual(referenceCount(text, all))
    }),
    { numRuns: RUNS },
  )
})

test('a pair after a window that is dropped otherwise is counted as it is cut', () => {
  const ends = '中'.repeat(66)
  const text = `${ends}${'х'.repeat(5054)}${'х'.repeat(5119)}😀${ends}`
  const transliterate = { scheme: 'translit', table: { х: '' } } as const
  expect(count(text, { transliterate })).toMatchObject({ segments: 3, remaining: 66 })
  expect(segment(text, { transliterate })).toMatchObject(count(text, { transliterate }))
})

test.each(['ж'.repeat(5120), 'ьЩ', `\ud83d${'ь'.repeat(20)}\ude00`, 'а\ud83d'])(
  'a long text is counted as it is cut: %s',
  (pattern) => {
    for (const length of [5119, 5120, 5121, 41_000]) {
      const text = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length)
      for (const transliterate of SCHEMES) {
        const { segments, units, remaining } = segment(text, { transliterate })
        expect(count(text, { transliterate })).toMatchObject({ segments, units, remaining })
      }
    }
  },
)

describe('a table in place of a scheme', () => {
  const spell = (text: string, table: Record<string, string>) => transliterate(text, { table })

  test.each<[string, Record<string, string>, string, string]>([
    [
      'says what a letter is at the beginning of a word',
      { '^я': 'ya', я: 'ia' },
      'яхя «я» 1я -я ’я х’я',
      'yaхia «ya» 1ya -ya ’ya х’ia',
    ],
    ['says what a letter is at its end', { и: 'i', я: 'ya', ия$: 'ia' }, 'ия, ияи ия', 'ia, iyai ia'],
    ['says what a letter is inside a word', { '-’-': '', '-х-': 'h' }, 'х’ах’ а’’х ’а ха’-ахах', 'хах’ ах ’а ха’-аhах'],
    ['takes several letters as one', { з: 'z', г: 'h', зг: 'zgh' }, 'згзз зг', 'zghzz zgh'],
    ['takes the longest row that fits', { а: '1', аа: '2', ааа: '3', '^а': '4' }, 'аааа а аа', '31 4 2'],
    ['raises a row of two capitals', { ЗГ: 'Zgh', Зг: 'Zgh' }, 'ЗГ Зг зЗг', 'ZGH Zgh зZgh'],
    ['follows the case of Greek', { Θ: 'Th', α: 'a', Α: 'A' }, 'ΘΑ Θα', 'THA Tha'],
    ['knows a letter and its mark, in whichever form', { ά: 'a', Ώ: 'O' }, 'α\u0301ά Ω\u0301', 'aa O'],
    ['leaves a letter and a mark that it does not have', { и: 'i' }, 'и\u0306 й', 'i\u0306 й'],
    ['leaves what has no row', { х: 'h' }, 'хата', 'hата'],
    ['may have a row of ^ and of $', { '^': '1', $: '2' }, '^$', '12'],
  ])('%s', (_, table, text, out) => {
    expect(spell(text, table)).toBe(out)
    expect(segment(text, { transliterate: { table } }).text).toBe(out)
  })

  test('sees a word across the border of any window', () => {
    const table = { '^я': 'ya', я: 'ia', зг: 'zgh', ия$: 'ia' }
    for (let length = 2550; length < 2570; length++) {
      const before = 'х'.repeat(length)
      expect(spell(`${before}я яз згия`, table)).toBe(`${before}ia yaз zghia`)
    }
  })
})
