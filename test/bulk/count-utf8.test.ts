import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, countMany, countUtf8, utf8Window } from '../../src/index'
import type { CountColumns, TextOptions } from '../../src/types'
import { count as referenceCount } from '../reference/segment'
import { LONG, QUICK, runs } from '../support/long'
import { utf8 } from '../support/octets'
import { cutOptions, wholeText } from '../support/texts'
import { thrownBy } from '../support/thrown'

const RUNS = runs(300, 10_000)
const WINDOW = utf8Window().length

/** Messages end to end, `before` octets that belong to none in front. */
function laidOut(messages: readonly Uint8Array[], before = 0): { data: Uint8Array; offsets: Int32Array } {
  const offsets = new Int32Array(messages.length + 1)
  offsets[0] = before
  messages.forEach((octets, index) => {
    offsets[index + 1] = offsets[index]! + octets.length
  })
  const data = new Uint8Array(offsets.at(-1)! + 3).fill(0xff)
  messages.forEach((octets, index) => {
    data.set(octets, offsets[index])
  })
  return { data, offsets }
}

function octetsOf(texts: readonly string[]): Uint8Array[] {
  return texts.map((text) => new TextEncoder().encode(text))
}

/** What TextDecoder makes of each message, counted text by text. */
function decoded(messages: readonly Uint8Array[], options?: TextOptions, counted = referenceCount): CountColumns {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const counts = messages.map((octets) => counted(decoder.decode(octets), options))
  return {
    encodings: Uint8Array.from(counts, ({ encoding }) => (encoding === 'UCS-2' ? 1 : 0)),
    units: Uint32Array.from(counts, ({ units }) => units),
    segments: Uint32Array.from(counts, ({ segments }) => segments),
    totalSegments: counts.reduce((total, { segments }) => total + segments, 0),
  }
}

function agrees(messages: readonly Uint8Array[], options?: TextOptions, before = 0): void {
  const { data, offsets } = laidOut(messages, before)
  expect(countUtf8(data, offsets, options)).toEqual(decoded(messages, options))
}

/** Octets that begin, continue and break characters, more often than chance would have them. */
const telling = fc.constantFrom(
  ...[0x00, 0x1b, 0x41, 0x5b, 0x60, 0x7f, 0x80, 0x82, 0x8f, 0x90, 0x9f, 0xa0, 0xac, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3, 0xce],
  ...[0xd0, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff],
)
const anyOctets = fc.oneof(
  fc.array(telling, { maxLength: 40 }).map((octets) => Uint8Array.from(octets)),
  fc.uint8Array({ maxLength: 40 }),
  // A text with some octets of it changed.
  fc.tuple(wholeText, fc.array(fc.tuple(fc.nat(), telling), { maxLength: 3 })).map(([text, changes]) => {
    const octets = new TextEncoder().encode(text)
    for (const [place, octet] of octets.length === 0 ? [] : changes) octets[place % octets.length] = octet
    return octets
  }),
)

describe('countUtf8', () => {
  test('counts texts as the reference does', () => {
    fc.assert(
      fc.property(fc.array(wholeText, { maxLength: 20 }), cutOptions, fc.nat(20), (texts, options, before) => {
        agrees(octetsOf(texts), options, before)
      }),
      { numRuns: RUNS / 2 },
    )
  })

  test('counts any octets as what TextDecoder makes of them', () => {
    fc.assert(
      fc.property(fc.array(anyOctets, { maxLength: 20 }), cutOptions, (messages, options) => {
        agrees(messages, options)
      }),
      { numRuns: RUNS },
    )
  })

  test('counts every pair of octets, alone and after a letter and a block', () => {
    for (const before of LONG ? ['', 'a', 'ж', 'a'.repeat(15), 'ж'.repeat(8)] : [QUICK ? 'ж' : 'a'.repeat(15)]) {
      const front = new TextEncoder().encode(before)
      const messages = Array.from({ length: 0x10000 }, (_, pair) => Uint8Array.of(...front, pair >> 8, pair & 0xff))
      const { data, offsets } = laidOut(messages)
      expect(countUtf8(data, offsets).totalSegments).toBe(messages.length)
      const { units, encodings } = countUtf8(data, offsets)
      const texts = messages.map((octets) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets))
      const expected = countMany(texts)
      // One by one: a comparison of the arrays as a whole takes seconds.
      expect(encodings.findIndex((encoding, row) => encoding !== expected.encodings[row])).toBe(-1)
      expect(units.findIndex((counted, row) => counted !== expected.units[row])).toBe(-1)
    }
  })

  test('counts every second and third octet after each lead of three and four', () => {
    const messages: Uint8Array[] = []
    for (let lead = 0xe0; lead <= 0xf5; lead++) {
      for (let second = 0x70; second <= 0xc2; second++) {
        for (const third of [0x41, 0x7f, 0x80, 0xbf, 0xc3]) {
          for (const fourth of LONG ? [0x41, 0x80, 0xbf] : [0x80])
            messages.push(Uint8Array.of(0x61, lead, second, third, fourth))
        }
      }
    }
    agrees(messages)
  })

  test.each(['a', '€', 'é', 'ж', '中', '😀', 'a€', 'ж😀', 'aé[😀'])(
    'cuts %j at every length to 330, or 170',
    (characters) => {
      const texts = Array.from({ length: QUICK ? 170 : 330 }, (_, length) =>
        Array.from({ length }, (_, index) => [...characters][index % [...characters].length]).join(''),
      )
      agrees(octetsOf(texts))
      agrees(octetsOf(texts), { limits: { gsm7: { single: 2, multi: 2 }, ucs2: { single: 3, multi: 2 } } })
      agrees(octetsOf(texts), { encoding: 'UCS-2' })
    },
  )

  test.each(LONG ? ['a', 'a€', 'é', 'ж', 'ж😀', 'a\u00ff', '中'] : ['a€', 'ж😀', '中'])(
    'counts %j across windows',
    (characters) => {
      for (const octets of [WINDOW - 1, WINDOW + 1, ...(LONG ? [WINDOW, 3 * WINDOW + 7] : [])]) {
        for (const shift of ['', 'a', 'ab', 'abc']) {
          const text = shift + characters.repeat(Math.ceil(octets / utf8(characters).length))
          const messages = [...octetsOf(['x€', text, 'ж'])]
          const { data, offsets } = laidOut(messages)
          expect(countUtf8(data, offsets)).toEqual(decoded(messages, undefined, count))
        }
      }
    },
  )

  test('counts malformed octets across windows', () => {
    for (const octet of LONG ? [0x80, 0xc3, 0xe2, 0xf0, 0xff] : [0x80, 0xe2]) {
      const long = new Uint8Array(2 * WINDOW + 5).fill(octet)
      const broken = octetsOf(['😀'.repeat(WINDOW / 2)])[0]!.subarray(0, -1)
      const messages = [long, Uint8Array.of(0x9f, 0x98, 0x80), broken, Uint8Array.of(0x80)]
      const { data, offsets } = laidOut(messages)
      expect(countUtf8(data, offsets)).toEqual(decoded(messages, undefined, count))
    }
  })

  test('does not join what breaks off at the end of a message with the next', () => {
    const halves = [0xe2, 0x82, 0xac].map((octet) => Uint8Array.of(octet))
    agrees([...halves, Uint8Array.of(0xc3), Uint8Array.of(0xa9), Uint8Array.of(0xf0, 0x9f), Uint8Array.of(0x98, 0x80)])
  })

  test('counts a byte order mark as the character it is', () => {
    agrees(octetsOf(['\ufeffabc', 'abc']))
  })

  test('counts more messages than a call of the core takes', () => {
    agrees(octetsOf(Array.from({ length: 20_000 }, (_, index) => 'aж€中'.charAt(index % 4).repeat(index % 3))))
  })

  test('takes offsets in 32 and in 64 bits', () => {
    const { data, offsets } = laidOut(octetsOf(['Hello', '', 'Привет', '€']), 2)
    const expected = countUtf8(data, offsets)
    expect(countUtf8(data, Uint32Array.from(offsets))).toEqual(expected)
    expect(countUtf8(data, BigInt64Array.from(offsets, BigInt))).toEqual(expected)
    expect(countUtf8(data, new Int32Array(0))).toEqual(countMany([]))
    expect(countUtf8(data, Int32Array.of(4))).toEqual(countMany([]))
  })

  test.each<TextOptions>([
    { newline: 'lf' },
    { encoding: 'GSM-7', replacement: '??' },
    { encoding: 'UCS-2' },
    { referenceBits: 16 },
  ])('honours %o', (options) => {
    agrees(octetsOf(['a\r\nb\rc\nd', 'жжж€😀', '', 'a€'.repeat(300), '😀'.repeat(99)]), options)
  })
})

describe('a validity bitmap', () => {
  const texts = Array.from({ length: 9000 }, (_, index) => 'a€ж'.charAt(index % 3).repeat(index % 200))
  const { data, offsets } = laidOut(octetsOf(texts))

  test.each([0, 1, 7, 8, 13])('makes 0 segments of a null, its bits beginning at %i', (validityOffset) => {
    const isValid = (index: number) => index % 5 !== 0
    const validity = new Uint8Array((texts.length + validityOffset + 7) >> 3)
    texts.forEach((_, index) => {
      const bit = index + validityOffset
      if (isValid(index)) validity[bit >> 3]! |= 1 << (bit & 7)
    })
    const all = countMany(texts)
    const zeroed = <Column extends Uint8Array | Uint32Array>(column: Column) =>
      column.map((value, index) => (isValid(index) ? value : 0))
    const segments = zeroed(all.segments)
    const expected = {
      encodings: zeroed(all.encodings),
      units: zeroed(all.units),
      segments,
      totalSegments: Uint32Array.from(segments).reduce((total, more) => total + more),
    }
    expect(countUtf8(data, offsets, { validity, validityOffset })).toEqual(expected)
    expect(countUtf8(data, offsets, { validity, validityOffset, newline: 'lf' })).toEqual(expected)
  })

  test('may be missing, null or empty: nothing is null', () => {
    const expected = countMany(texts)
    for (const validity of [undefined, null, new Uint8Array(0)]) {
      expect(countUtf8(data, offsets, { validity })).toEqual(expected)
    }
  })

  test('hides what forced GSM-7 cannot hold, and a message longer than a window', () => {
    const messages = octetsOf(['ж', 'x', 'a'.repeat(WINDOW + 1)])
    const { data, offsets } = laidOut(messages)
    const { segments } = countUtf8(data, offsets, { encoding: 'GSM-7', validity: Uint8Array.of(0b010) })
    expect([...segments]).toEqual([0, 1, 0])
  })
})

describe('utf8Window', () => {
  test('is counted where it is', () => {
    const window = utf8Window()
    const texts = ['Hello', 'Привет', '', '€'.repeat(100)]
    const { data, offsets } = laidOut(octetsOf(texts), 5)
    window.set(data)
    expect(countUtf8(window, offsets)).toEqual(countMany(texts))
    window.set(data, 100)
    expect(countUtf8(window.subarray(100, 100 + data.length), offsets)).toEqual(countMany(texts))
    expect(utf8Window()).toBe(window)
  })

  test('may be filled to its last octet', () => {
    const window = utf8Window()
    window.fill(0xd0)
    for (const begin of [WINDOW - 33, WINDOW - 16, WINDOW - 1, 0]) {
      const columns = countUtf8(window, Int32Array.of(begin, WINDOW))
      expect(columns.units[0]).toBe(WINDOW - begin)
    }
    window.fill(0x61)
    expect(countUtf8(window, Int32Array.of(0, WINDOW)).units[0]).toBe(WINDOW)
  })
})

describe('countUtf8 refuses', () => {
  const data = new TextEncoder().encode('Hello, world')

  test.each([undefined, null, 'text', [1, 2], new Uint16Array(4)])('data that is no Uint8Array: %o', (value) => {
    expect(thrownBy(() => countUtf8(value as never, Int32Array.of(0)))).toMatchObject({
      code: 'invalid-type',
      argument: 'data',
    })
  })

  test.each([undefined, null, [0, 1], new Uint8Array(2), new Float64Array(2)])(
    'offsets of another type: %o',
    (value) => {
      expect(thrownBy(() => countUtf8(data, value as never))).toMatchObject({
        code: 'invalid-type',
        argument: 'offsets',
      })
    },
  )

  test.each([
    ['begin below 0', [-1, 5], 'offsets[0]', -1],
    ['end after the data', [0, 5, 13], 'offsets[2]', 13],
    ['descend', [0, 5, 4, 12], 'offsets[2]', 4],
    ['descend at once', [7, 3, 12], 'offsets[1]', 3],
    ['leave the data and come back', [0, 2 ** 31 - 1, 12], 'offsets[2]', 12],
    ['go below 0 and come back', [5, -3, 12], 'offsets[1]', -3],
  ])('offsets that %s', (_, list, argument, value) => {
    for (const options of [{}, { newline: 'lf' }, { encoding: 'UCS-2' }] as TextOptions[]) {
      const error = thrownBy(() => countUtf8(data, Int32Array.from(list), options))
      expect(error).toMatchObject({ code: 'invalid-value', argument, value })
      const wide = thrownBy(() => countUtf8(data, BigInt64Array.from(list, BigInt), options))
      expect(wide).toMatchObject({ code: 'invalid-value', argument, value: BigInt(value) })
    }
  })

  test.each([2n ** 32n, 2n ** 40n, 2n ** 62n, -(2n ** 40n)])('a single offset of %i among good ones', (offset) => {
    const error = thrownBy(() => countUtf8(data, BigInt64Array.of(0n, offset, 12n)))
    expect(error).toMatchObject({ code: 'invalid-value' })
  })

  test('offsets in the window that leave it before they descend', () => {
    const offsets = Int32Array.from({ length: 4 * 8192 + 1 }, (_, index) => 32 * index)
    offsets[4 * 8192] = 0
    for (const data of [utf8Window(), utf8Window().slice()]) {
      expect(thrownBy(() => countUtf8(data, offsets))).toMatchObject({ code: 'invalid-value' })
    }
  })

  test('a validity that is too short, or no octets', () => {
    const offsets = new Int32Array(10)
    const short = thrownBy(() => countUtf8(data, offsets, { validity: Uint8Array.of(255) }))
    expect(short).toMatchObject({ code: 'invalid-value', argument: 'options.validity' })
    const shifted = thrownBy(() => countUtf8(data, offsets, { validity: Uint8Array.of(255, 255), validityOffset: 8 }))
    expect(shifted).toMatchObject({ code: 'invalid-value', argument: 'options.validity' })
    const wrong = thrownBy(() => countUtf8(data, offsets, { validity: [true] as never }))
    expect(wrong).toMatchObject({ code: 'invalid-type', argument: 'options.validity' })
    const offset = thrownBy(() => countUtf8(data, offsets, { validityOffset: -1 }))
    expect(offset).toMatchObject({ code: 'invalid-value', argument: 'options.validityOffset' })
  })

  test('an unknown option, and options that are no object', () => {
    expect(thrownBy(() => countUtf8(data, Int32Array.of(0), { foo: 1 } as never)).code).toBe('unknown-option')
    expect(thrownBy(() => countUtf8(data, Int32Array.of(0), 5 as never)).code).toBe('invalid-type')
  })

  test('what forced GSM-7 cannot hold, at the first such message', () => {
    const { data, offsets } = laidOut(octetsOf(['a', 'bж', 'ж']))
    const error = thrownBy(() => countUtf8(data, offsets, { encoding: 'GSM-7' }))
    expect(error).toMatchObject({ code: 'unencodable', argument: 'offsets[1]', value: 'bж', offset: 1 })
  })
})
