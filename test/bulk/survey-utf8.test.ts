// One pass over UTF-8 for several ways to send: whatever the options and the measures, it is counting text by text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, segment, surveyUtf8 } from '../../src/index'
import { joinOctets } from '../../src/octets'
import { MEASURES } from '../../src/text/measures'
import type { CountColumns, TextOptions } from '../../src/types'
import { runs } from '../support/long'
import { utf8 } from '../support/octets'
import { wholeText } from '../support/texts'
import { thrownBy } from '../support/thrown'

const RUNS = runs(100, 3_000)

const USUAL = MEASURES.map(({ options }) => options as TextOptions)

const OTHERS: readonly TextOptions[] = [
  {},
  { newline: 'lf' },
  { newline: 'crlf' },
  { smartEncoding: true },
  { smartEncoding: 'if-gsm7' },
  { encoding: 'UCS-2' },
  { encoding: 'GSM-7' },
  { encoding: 'GSM-7', replacement: '?' },
  { encoding: 'GSM-7', replacement: '', smartEncoding: 'always' },
  { encoding: 'GSM-7', replacement: '[€]' },
  { languages: ['turkish'] },
  { boundary: 'grapheme' },
  { maxSegments: 1 },
  { transliterate: { scheme: 'translit', table: { ж: '€€€€€€€€', a: '[a]', Щ: 'sh' } } },
  { transliterate: { scheme: 'volapuk', table: { '\r': 'x' } }, smartEncoding: 'always' },
  { limits: { gsm7: { single: 20, multi: 13 }, ucs2: { single: 9, multi: 3 } } },
  { referenceBits: 16, header: Uint8Array.of(3, 0x70, 1, 7) },
]

/** What is near a rule: capitals in a row, marks, joiners, variation selectors, key caps, pairs, look-alikes of several units. */
const PIECES = [
  ...[
    'Жук',
    'ЩУКА',
    'Я ',
    'й',
    'и\u0306',
    'ё',
    'е\u0301',
    'Ё',
    '«',
    '»',
    '—',
    '…',
    '’',
    '№',
    '™',
    'ﬁ',
    'Ａ',
    'Ａ\u0301',
    'Α',
  ],
  ...[
    '❤️',
    '☎️',
    '1️⃣',
    '①\u200d',
    '👨‍👩‍👧',
    '🇫🇷',
    'क\u200dष',
    'e\u0301',
    'e\u00ad\u0301',
    '\u200d',
    '\ufe0f',
    '\u20e3',
    '\ufeff',
  ],
  ...[
    'Você',
    'İ',
    'ş',
    '中',
    '\ufffe',
    '\uffff',
    '\u{10ffff}',
    '😀',
    '[€]',
    '~',
    '\u001b',
    '\u0000',
    '\f',
    '\r\n',
    '\r',
    '\n',
  ],
  ...[
    'The quick brown fox jumps over the lazy dog',
    'съешь ещё этих мягких французских булок',
    '0123456789012345',
    '\u{1d165}',
  ],
]

const text = fc.oneof(
  wholeText,
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }), fc.integer({ min: 60, max: 170 }))
    .map(([pieces, length]) => wellFormed(pieces.join('').repeat(length).slice(0, length))),
)

/** With U+FFFD for lone surrogates, as UTF-8 carries it. */
function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8(text))
}

const asOctets = (texts: readonly string[]) => {
  const octets = texts.map(utf8)
  const offsets = Int32Array.of(0, ...octets.map(({ length }) => length))
  for (let index = 1; index < offsets.length; index++) offsets[index]! += offsets[index - 1]!
  return { data: joinOctets(octets), offsets }
}

const NOT_SENT = { encoding: 'GSM-7', units: 0, segments: 0 }

function countOrNothing(text: string, options: TextOptions) {
  try {
    return count(text, options)
  } catch {
    return NOT_SENT
  }
}

function columnsOf(texts: readonly string[], options: TextOptions): CountColumns {
  const counts = texts.map((text) => countOrNothing(text, options))
  return {
    encodings: Uint8Array.from(counts, ({ encoding }) => (encoding === 'UCS-2' ? 1 : 0)),
    units: Uint32Array.from(counts, ({ units }) => units),
    segments: Uint32Array.from(counts, ({ segments }) => segments),
    totalSegments: counts.reduce((total, { segments }) => total + segments, 0),
  }
}

/** Characters outside GSM-7 of those that are sent in UCS-2, counted in their strings. */
function foreignOf(texts: readonly string[], options: TextOptions) {
  const found = new Map<number, { occurrences: number; messages: number }>()
  for (const text of texts) {
    if (countOrNothing(text, options).encoding !== 'UCS-2') continue
    const { maxSegments: _, ...whole } = options
    const inText = new Map<number, number>()
    for (const character of segment(text, whole).text) {
      const codePoint = character.codePointAt(0)!
      if (count(character).encoding === 'UCS-2') inText.set(codePoint, (inText.get(codePoint) ?? 0) + 1)
    }
    for (const [codePoint, times] of inText) {
      const { occurrences = 0, messages = 0 } = found.get(codePoint) ?? {}
      found.set(codePoint, { occurrences: occurrences + times, messages: messages + 1 })
    }
  }
  return found
}

function agree(texts: readonly string[], options: TextOptions, measures: readonly TextOptions[]): void {
  const { data, offsets } = asOctets(texts)
  const { measures: measured, foreign, ...columns } = surveyUtf8(data, offsets, { ...options, measures })
  expect(columns).toEqual(columnsOf(texts, options))
  expect(measured).toEqual(measures.map((measure) => columnsOf(texts, { ...options, ...measure })))
  expect(new Map([...foreign].sort())).toEqual(new Map([...foreignOf(texts, options)].sort()))
}

describe('a survey counts each message as count does', () => {
  test('by every measure of the report, whatever the text', () => {
    const texts = fc.array(text, { minLength: 1, maxLength: runs(3, 8) })
    fc.assert(
      fc.property(texts, (texts) => agree(texts, {}, USUAL)),
      { numRuns: RUNS },
    )
  })

  test('by other measures, on top of other options', () => {
    const option = fc.constantFrom(...OTHERS, ...USUAL).filter(({ replacement }) => replacement === undefined)
    const measures = fc.array(fc.constantFrom(...OTHERS, ...USUAL), { maxLength: 3 })
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: runs(2, 4) }), option, measures, agree), {
      numRuns: RUNS,
    })
  })

  test('of every character of the Basic Multilingual Plane, alone and in a long text', { timeout: 60_000 }, () => {
    // Every page is met, and more than the core has places for.
    const texts: string[] = []
    for (let unit = 0; unit < 0x10000; unit += runs(211, 1)) {
      if ((unit & 0xf800) !== 0xd800) texts.push(`${String.fromCharCode(unit).repeat(3)}Жq`)
    }
    for (let page = 0x100; page < 0x10ff; page += runs(31, 1)) texts.push(String.fromCodePoint(page << 8))
    agree(texts, {}, [USUAL[3]!])
  })

  test('that a measure changes, wherever its segments are cut', () => {
    const pieces = ['Щука и ёж ', '😀', '€[', '№«', '中', 'a', 'İ']
    const texts = Array.from({ length: runs(120, 2_000) }, (_, index) =>
      pieces
        .slice(index % pieces.length)
        .join('')
        .repeat(20)
        .slice(0, 120 + 5 * (index % 40)),
    ).map(wellFormed)
    const table = { ж: '€€', щ: '[', у: '' }
    agree(texts, {}, [...USUAL, { transliterate: { scheme: 'translit', table } }])
    agree(texts, { encoding: 'GSM-7', replacement: '[' }, USUAL)
    agree(texts, { limits: { gsm7: { single: 20, multi: 13 }, ucs2: { single: 9, multi: 3 } } }, USUAL)
  })

  test('of more pages than the core has places for', () => {
    const all = Array.from({ length: 300 }, (_, page) => String.fromCodePoint((page + 0x100) << 8)).join('')
    agree([all, `ж${all}`, 'ж'], {}, USUAL)
  })

  test('by more measures than the core takes at once', () => {
    agree(PIECES, {}, [...USUAL, ...USUAL, ...USUAL])
  })

  test('that is longer than the window, or has more characters outside GSM-7 than the core keeps', () => {
    agree(['ж'.repeat(17_000), 'я', 'a'.repeat(262_145), `${'a'.repeat(262_145)}Ж`], {}, [USUAL[1]!])
  })

  test('where a table of the caller has more ways to write than there are classes', () => {
    const table = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        String.fromCharCode(0x4e00 + index),
        '€'.repeat(index % 9) + 'a'.repeat(Math.floor(index / 9) % Math.max(1, 9 - (index % 9))),
      ]),
    )
    const texts = Object.keys(table).map((letter) => letter.repeat(70))
    agree(texts, {}, [
      { transliterate: { scheme: 'translit', table } },
      { transliterate: { scheme: 'translit', table }, smartEncoding: 'always' },
    ])
  })
})

describe('a survey', () => {
  const { data, offsets } = asOctets(['Hello!', 'Привет', '', 'Жук и щука '.repeat(7)])

  test('has nothing of a message that is null', () => {
    const { segments, measures, foreign } = surveyUtf8(data, offsets, {
      measures: USUAL,
      validity: Uint8Array.of(0b1101),
    })
    expect([...segments]).toEqual([1, 0, 1, 2])
    expect(measures.map((columns) => [...columns.segments])).toEqual([
      [1, 0, 1, 2],
      ...USUAL.slice(1).map(() => [1, 0, 1, 1]),
    ])
    expect(foreign.has('П'.codePointAt(0)!)).toBe(false)
  })

  test('measures messages of several segments only, where that is asked for', () => {
    const { measures } = surveyUtf8(data, offsets, { measures: USUAL.slice(1, 2), severalOnly: true })
    expect(measures).toEqual([
      {
        encodings: Uint8Array.of(0, 1, 0, 0),
        units: Uint32Array.of(6, 6, 0, 105),
        segments: Uint32Array.of(1, 1, 1, 1),
        totalSegments: 4,
      },
    ])
    const others = { transliterate: 'translit', smartEncoding: 'if-gsm7' } as const
    const { measures: left } = surveyUtf8(data, offsets, { measures: [others], severalOnly: true })
    expect(left).toEqual(measures)
  })

  test('counts what is malformed as TextDecoder reads it', () => {
    const octets = Uint8Array.of(0xd0, 0x96, 0xff, 0xd0, 0xf0, 0x9f, 0x98, 0x80, 0xe2, 0x82)
    const places = Int32Array.of(0, 4, 10)
    const { units, foreign } = surveyUtf8(octets, places, { measures: USUAL })
    expect([...units]).toEqual([3, 3])
    expect(foreign.get(0xfffd)).toEqual({ occurrences: 3, messages: 2 })
  })

  test('refuses what is no list of options, by name', () => {
    const any = (measures: unknown) => ({ measures }) as never
    expect(thrownBy(() => surveyUtf8(data, offsets, any('translit')))).toMatchObject({
      code: 'invalid-type',
      argument: 'options.measures',
    })
    expect(thrownBy(() => surveyUtf8(data, offsets, any([{}, { newline: 'x' }])))).toMatchObject({
      code: 'invalid-value',
      argument: 'options.measures[1].newline',
    })
    expect(thrownBy(() => surveyUtf8(data, Int32Array.of(0, 5, 2)))).toMatchObject({ argument: 'offsets[2]' })
  })
})
