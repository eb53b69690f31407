import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Count,
  count,
  countTemplate,
  fillTemplate,
  type TemplateField,
  type TemplateOptions,
} from '../../src/index'
import { runs } from '../support/long'

type Examples = Record<string, string[]>

/** Every filling, one after the other. */
function* fillings(template: string, fields: Examples): Generator<string> {
  const names = Object.keys(fields)
  const total = names.reduce((product, name) => product * fields[name]!.length, 1)
  for (let number = 0; number < total; number++) {
    const values: Record<string, string> = {}
    let rest = number
    for (const name of names) {
      values[name] = fields[name]![rest % fields[name]!.length]!
      rest = Math.floor(rest / fields[name]!.length)
    }
    yield fillTemplate(template, values)
  }
}

const order = (one: Count, other: Count) => one.segments - other.segments || one.units - other.units

function bruteForce(
  template: string,
  fields: Examples,
  { syntax: _, ...options }: TemplateOptions,
): { least: Count; most: Count } {
  const counts = [...fillings(template, fields)].map((text) => count(text, options))
  return {
    least: counts.reduce((best, next) => (order(next, best) < 0 ? next : best)),
    most: counts.reduce((best, next) => (order(next, best) > 0 ? next : best)),
  }
}

const cost = ({ segments, units }: Count) => ({ segments, units })

/** What makes a border hard: nothing, pairs, halves of pairs, marks, joiners, line ends. */
const piece = fc.oneof(
  fc.constantFrom(
    '',
    '€',
    '|',
    'a|',
    '|a',
    'é',
    'ж',
    '😀',
    '\ud83d',
    '\ude00',
    'a\ud83d',
    '\ude00|',
    '\u0301',
    '\u200d',
    '\r',
    '\n',
    '🏽',
    '“',
  ),
  fc
    .tuple(fc.constantFrom('a', '|', 'a|', 'ж', '😀', '€€a', 'e\u0301', 'Щ', 'Я '), fc.integer({ min: 1, max: 70 }))
    .map(([unit, times]) => unit.repeat(times)),
)

const NAMES = ['a', 'b', 'c']

const gsm7Piece = fc.oneof(
  fc.constantFrom('', '€', '|', 'a|', '|a', '\r\n'),
  fc
    .tuple(fc.constantFrom('a', '|', 'a|', '€€a'), fc.integer({ min: 1, max: 80 }))
    .map(([unit, times]) => unit.repeat(times)),
)

function templates(text: fc.Arbitrary<string>): fc.Arbitrary<{ template: string; fields: Examples }> {
  return fc
    .tuple(
      fc.array(fc.tuple(text, fc.constantFrom(...NAMES)), { maxLength: 5 }),
      text,
      fc.tuple(...NAMES.map(() => fc.array(text, { minLength: 1, maxLength: 3 }))),
    )
    .map(([places, end, examples]) => {
      const template = places.map(([literal, name]) => `${literal}{${name}}`).join('') + end
      const met = NAMES.filter((name) => template.includes(`{${name}}`))
      return { template, fields: Object.fromEntries(met.map((name) => [name, examples[NAMES.indexOf(name)]!])) }
    })
}

const exactOptions: fc.Arbitrary<TemplateOptions> = fc.constantFrom<TemplateOptions>(
  {},
  {},
  {},
  { encoding: 'UCS-2' },
  { encoding: 'GSM-7', replacement: '?' },
  { encoding: 'GSM-7', replacement: '€a' },
  { encoding: 'GSM-7', replacement: '' },
  { limits: { gsm7: { single: 9, multi: 5 }, ucs2: { single: 7, multi: 4 } } },
  { limits: { gsm7: { single: 2, multi: 2 }, ucs2: { single: 3, multi: 2 } } },
  { limits: { gsm7: { single: 40, multi: 3 } }, referenceBits: 16 },
  { alphabet: 'gsm7-basic' },
  { alphabet: { characters: 'a|' } },
  { alphabet: 'ascii', encoding: 'GSM-7', replacement: '?' },
)

const boundOptions: fc.Arbitrary<TemplateOptions> = fc.constantFrom<TemplateOptions>(
  { transliterate: 'translit' },
  { transliterate: 'volapuk', smartEncoding: 'always' },
  { transliterate: { scheme: 'translit', table: { щ: '{sch}', a: '' } } },
  { smartEncoding: 'always' },
  { smartEncoding: true },
  { smartEncoding: 'if-gsm7', newline: 'crlf' },
  { newline: 'lf' },
  { languages: 'all' },
  { languages: ['turkish'], encoding: 'GSM-7', replacement: '?' },
  { languages: 'all', encoding: 'GSM-7', replacement: '€' },
  { languages: 'all', limits: { gsm7: { single: 6, multi: 3 }, ucs2: { single: 5, multi: 4 } } },
  { boundary: 'grapheme' },
  { boundary: 'grapheme', limits: { gsm7: { single: 9, multi: 5 }, ucs2: { single: 7, multi: 4 } } },
  { maxSegments: 1 },
  { maxSegments: 2 },
  { maxSegments: 2, limits: { gsm7: { single: 40, multi: 3 }, ucs2: { single: 40, multi: 3 } } },
  { smartEncoding: 'always', encoding: 'GSM-7', replacement: '€' },
  { smartEncoding: { policy: 'always', letters: true } },
  { smartEncoding: { table: { '“': '<<', a: '' } } },
  { smartEncoding: 'always', alphabet: 'ascii' },
  { transliterate: 'translit', newline: 'lf', alphabet: 'gsm7-basic' },
)

function expectInside({ least, most }: { least: Count; most: Count }, found: Count): void {
  expect(order(least, found)).toBeLessThanOrEqual(0)
  expect(order(found, most)).toBeLessThanOrEqual(0)
}

describe('the least and the most of a template', () => {
  test('over examples are those of some combination', () => {
    fc.assert(
      fc.property(fc.oneof(templates(piece), templates(gsm7Piece)), exactOptions, ({ template, fields }, options) => {
        const counted = countTemplate(template, fields, options)
        const tried = bruteForce(template, fields, options)
        expect(cost(counted.least)).toEqual(cost(tried.least))
        expect(cost(counted.most)).toEqual(cost(tried.most))
        expect(counted.exact).toBe(true)
      }),
      { numRuns: runs(100, 2000) },
    )
  })

  test('under other options are bounds', () => {
    fc.assert(
      fc.property(templates(piece), boundOptions, ({ template, fields }, options) => {
        const counted = countTemplate(template, fields, options)
        const tried = bruteForce(template, fields, options)
        expectInside(counted, tried.least)
        expectInside(counted, tried.most)
        expect(counted.exact).toBe(false)
      }),
      { numRuns: runs(200, 20_000) },
    )
  })
})

describe('with national tables', () => {
  test('a replacement has one septet where a table has it in one', () => {
    const options: TemplateOptions = { languages: ['portuguese'], encoding: 'GSM-7', replacement: '€' }
    const found = count('я'.repeat(90), options)
    expect(found).toMatchObject({ units: 90, shifts: { locking: 'portuguese' } })
    expectInside(countTemplate('{x}', { x: ['я'.repeat(90)] }, options), found)
  })

  test('a message that is cut has the room of its table', () => {
    const options: TemplateOptions = { languages: ['portuguese'], maxSegments: 2 }
    const text = 'a'.repeat(20) + '€'.repeat(280)
    const found = count(text, options)
    expect(found).toMatchObject({ units: 298, shifts: { locking: 'portuguese' } })
    expectInside(countTemplate('{x}', { x: [text] }, options), found)
  })

  test('limits may make UCS-2 cheaper than GSM-7, without a character outside it', () => {
    const options: TemplateOptions = {
      languages: ['turkish'],
      limits: { gsm7: { single: 6, multi: 2 }, ucs2: { single: 5, multi: 4 } },
    }
    const found = count('€'.repeat(8), options)
    expect(found).toMatchObject({ encoding: 'UCS-2', segments: 2 })
    const counted = countTemplate('{x}', { x: ['€'.repeat(8)] }, options)
    expectInside(counted, found)
    expect(counted.encoding).toBe('either')
  })
})

describe('fields that are described', () => {
  const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).filter(
    (c) => c !== '`',
  )
  const characters = {
    digits: [...'0123456789'],
    ascii,
    gsm7: [...ascii, ...'€éñÄ\n\rΔΩ£'],
    any: [...ascii, ...'жЩ’😀\u0301\ud83d', '\ude00', '\u200d', '`'],
  }
  const described = fc
    .record({
      least: fc.integer({ min: 0, max: 30 }),
      more: fc.integer({ min: 0, max: 60 }),
      kind: fc.constantFrom('digits', 'ascii', 'gsm7', 'any'),
    })
    .map(({ least, more, kind }) => ({ least, most: least + more, characters: kind as keyof typeof characters }))
  const filling = described.chain((field) =>
    fc
      .array(fc.constantFrom(...characters[field.characters]), { minLength: field.least, maxLength: field.most })
      .map((found) => ({ field, value: found.join('') })),
  )

  test('bound every filling', () => {
    fc.assert(
      fc.property(
        templates(piece),
        filling,
        fc.oneof(exactOptions, boundOptions),
        ({ template, fields }, { field, value }, options) => {
          const whole = `${template}{x}|{x}`
          const counted = countTemplate(whole, { ...fields, x: field }, options)
          expect(counted.exact).toBe(false)
          for (const { least, most } of [bruteForce(whole, { ...fields, x: [value] }, options)]) {
            expectInside(counted, least)
            expectInside(counted, most)
          }
        },
      ),
      { numRuns: runs(200, 10_000) },
    )
  })

  test.each<[TemplateField, TemplateOptions, Partial<ReturnType<typeof countTemplate>>]>([
    [{ most: 6, characters: 'digits' }, {}, { encoding: 'GSM-7', decidedBy: [], room: { x: 160 } }],
    [{ most: 6, characters: 'ascii' }, {}, { encoding: 'GSM-7', decidedBy: [], room: { x: 160 } }],
    [{ most: 6, characters: 'any' }, {}, { encoding: 'either', decidedBy: ['x'], room: { x: 70 } }],
    [{ most: 6 }, { encoding: 'UCS-2' }, { encoding: 'UCS-2', decidedBy: [], room: { x: 70 } }],
    [{ most: 0 }, {}, { encoding: 'GSM-7', decidedBy: [], room: { x: 160 } }],
  ])('%o under %o', (field, options, expected) => {
    expect(countTemplate('{x}', { x: field }, options)).toMatchObject({ ...expected, exact: false })
  })

  test('may be as long as no text is', () => {
    const { most } = countTemplate('{x}', { x: { most: 2 ** 30 } })
    expect(most.segments).toBe(Math.ceil(2 ** 31 / 66))
  })
})

describe('what decides', () => {
  test.each<[string, Examples, string, string[]]>([
    ['Hi {a}', { a: ['Ann', 'Łukasz'] }, 'either', ['a']],
    ['Hi {a}{b}', { a: ['Ann', 'Łukasz'], b: ['😀', ''] }, 'either', ['a', 'b']],
    ['Hi {a}{b}', { a: ['Łódź', 'Łukasz'], b: ['😀', ''] }, 'UCS-2', ['a']],
    ['Привет {a}', { a: ['Ann', 'Łukasz'] }, 'UCS-2', []],
    ['Hi {a}', { a: ['Ann', 'José'] }, 'GSM-7', []],
    ['Hi', {}, 'GSM-7', []],
  ])('%s', (template, fields, encoding, decidedBy) => {
    expect(countTemplate(template, fields)).toMatchObject({
      encoding,
      decidedBy,
      fields: Object.keys(fields),
      exact: true,
    })
  })
})

describe('the room of a field', () => {
  test('is how many characters it may have before one more segment is needed', () => {
    fc.assert(
      fc.property(templates(gsm7Piece), ({ template, fields }) => {
        const { most, room } = countTemplate(template, fields)
        const [, longest] = [...fillings(template, fields)]
          .map((text): [string, Count] => [text, count(text)])
          .reduce((best, next) => (order(next[1], best[1]) > 0 ? next : best))
        expect(most.segments).toBe(longest.segments)
        for (const name of Object.keys(fields)) {
          const others = { ...fields, [name]: ['a'.repeat(room[name]!)] }
          expect(bruteForce(template, others, {}).most.segments).toBeLessThanOrEqual(most.segments)
          const more = { ...fields, [name]: ['a'.repeat(room[name]! + 1)] }
          expect(bruteForce(template, more, {}).most.segments).toBeGreaterThan(most.segments)
        }
      }),
      { numRuns: runs(100, 5000) },
    )
  })
})
