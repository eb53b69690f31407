// Bulk counting has paths of its own for plain options: whatever the options, it is counting text by text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, countMany, countUtf8, SeptetError } from '../../src/index'
import type { CountColumns, TextOptions } from '../../src/types'
import { runs } from '../support/long'
import { wholeText } from '../support/texts'

const RUNS = runs(300, 3_000)

/** Values of every member; one that is added to TextOptions has to be added here. */
const VALUES: { readonly [Name in keyof Required<TextOptions>]: readonly TextOptions[Name][] } = {
  transliterate: [
    'translit',
    'volapuk',
    { scheme: 'translit', table: { ж: 'j' } },
    { table: { щ: 'shch', '^ж': 'j' } },
  ],
  smartEncoding: [false, true, 'always', 'if-gsm7', 'if-cheaper', { letters: true }, { table: { '“': '"' } }],
  newline: ['keep', 'lf', 'crlf'],
  alphabet: ['gsm7', 'gsm7-basic', 'ascii', { characters: 'abcd \n' }],
  encoding: ['auto', 'GSM-7', 'UCS-2'],
  languages: [[], ['turkish'], [{ language: 'urdu', shift: 'locking' }, 'spanish'], 'all'],
  replacement: ['?', '', 'n/a'],
  maxSegments: [1, 2, 255],
  boundary: ['character', 'grapheme'],
  limits: [{}, { gsm7: { single: 140, multi: 134 } }, { ucs2: { single: 60, multi: 50 } }],
  header: [[], [{ type: 'ports', bits: 16, destination: 2948, source: 9200 }], Uint8Array.of(3, 0x70, 1, 7)],
  reference: [0, 255, () => 7],
  referenceBits: [8, 16],
  messageClass: [0, 3],
  flash: [true, false],
  messageWaiting: [{ kind: 'voice' }],
  protocolId: [0x40],
  packed: [true, false],
}

const TEXTS = [
  'a\r\nb\rc\nd'.repeat(20),
  'Жук, щука — №5 и“x”…'.repeat(9),
  'ığüşöç İstanbul'.repeat(12),
  'e\u0301👨‍👩‍👧🇫🇷'.repeat(20),
  '[€]'.repeat(60),
  '',
  'ok',
]

const asOctets = (texts: readonly string[]) => {
  const octets = texts.map((text) => new TextEncoder().encode(text))
  const offsets = new Int32Array(texts.length + 1)
  octets.forEach(({ length }, index) => {
    offsets[index + 1] = offsets[index]! + length
  })
  return { data: Uint8Array.from(octets.flatMap((message) => [...message])), offsets }
}

function oneByOne(texts: readonly string[], options: TextOptions): CountColumns {
  const counts = texts.map((text) => count(text, options))
  return {
    encodings: Uint8Array.from(counts, ({ encoding }) => (encoding === 'UCS-2' ? 1 : 0)),
    units: Uint32Array.from(counts, ({ units }) => units),
    segments: Uint32Array.from(counts, ({ segments }) => segments),
    totalSegments: counts.reduce((total, { segments }) => total + segments, 0),
  }
}

/** The columns, or the code that was thrown. */
function outcome(call: () => CountColumns): CountColumns | string {
  try {
    return call()
  } catch (error) {
    if (error instanceof SeptetError) return error.code
    throw error
  }
}

function agree(texts: readonly string[], options: TextOptions): void {
  const expected = outcome(() => oneByOne(texts, options))
  const { data, offsets } = asOctets(texts)
  expect(outcome(() => countMany(texts, options))).toEqual(expected)
  expect(outcome(() => countUtf8(data, offsets, options))).toEqual(expected)
}

describe('countMany and countUtf8 honour', () => {
  test.each(Object.entries(VALUES).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    '%s: %j',
    (name, value) => {
      // A replacement replaces what forced GSM-7 cannot hold.
      agree(TEXTS, { ...(name === 'replacement' ? { encoding: 'GSM-7' as const } : {}), [name]: value })
    },
  )

  test('all of them together', () => {
    const options = fc.record(
      Object.fromEntries(
        Object.entries(VALUES).map(([name, values]) => [name, fc.constantFrom(...(values as unknown[]))]),
      ),
      { requiredKeys: [] },
    ) as fc.Arbitrary<TextOptions>
    const texts = fc.array(fc.oneof(wholeText, fc.constantFrom(...TEXTS)), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(texts, options, agree), { numRuns: RUNS })
  })

  test('members that are inherited, and none that are undefined', () => {
    agree(TEXTS, Object.create({ newline: 'crlf' }) as TextOptions)
    agree(TEXTS, { newline: undefined, languages: undefined } as unknown as TextOptions)
  })
})
