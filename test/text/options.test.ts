import { describe, expect, test } from 'vitest'
import { count, encode, encodeInto, inspect, segment } from '../../src/index'
import type { TextOptions } from '../../src/types'
import { thrownBy } from '../support/thrown'

type Call = (text: string, options?: TextOptions) => unknown

const into: Call = (text, options) => encodeInto(text, new Uint8Array(1000), [], options)
const takers: [string, Call][] = [
  ['count', count],
  ['segment', segment],
  ['encode', encode],
  ['encodeInto', into],
  ['inspect', inspect],
]
const encoders: [string, Call][] = [
  ['encode', encode],
  ['encodeInto', into],
]

const gsm7 = (limits: unknown) => ({ limits: { gsm7: limits } })
const ucs2 = (limits: unknown) => ({ limits: { ucs2: limits } })

/** Options, the code, the argument, and the value where it is not the option itself. */
type Bad = [options: unknown, code: string, argument: string, value: unknown]

const badForAll: Bad[] = [
  [5, 'invalid-type', 'options', 5],
  ['GSM-7', 'invalid-type', 'options', 'GSM-7'],
  [null, 'invalid-type', 'options', null],
  [{ foo: 1 }, 'unknown-option', 'options.foo', 1],
  [{ Encoding: 'GSM-7' }, 'unknown-option', 'options.Encoding', 'GSM-7'],
  [{ newline: 'cr' }, 'invalid-value', 'options.newline', 'cr'],
  [{ newline: 5 }, 'invalid-type', 'options.newline', 5],
  [{ encoding: 'gsm-7' }, 'invalid-value', 'options.encoding', 'gsm-7'],
  [{ encoding: '8-bit' }, 'invalid-value', 'options.encoding', '8-bit'],
  [{ encoding: 7 }, 'invalid-type', 'options.encoding', 7],
  [{ boundary: 'word' }, 'invalid-value', 'options.boundary', 'word'],
  [{ boundary: true }, 'invalid-type', 'options.boundary', true],
  [{ reference: -1 }, 'invalid-value', 'options.reference', -1],
  [{ reference: 256 }, 'invalid-value', 'options.reference', 256],
  [{ reference: 65536, referenceBits: 16 }, 'invalid-value', 'options.reference', 65536],
  [{ reference: 1.5 }, 'invalid-value', 'options.reference', 1.5],
  [{ reference: Number.NaN }, 'invalid-value', 'options.reference', Number.NaN],
  [{ reference: Number.POSITIVE_INFINITY }, 'invalid-value', 'options.reference', Number.POSITIVE_INFINITY],
  [{ reference: '1' }, 'invalid-type', 'options.reference', '1'],
  [{ reference: 1n }, 'invalid-type', 'options.reference', 1n],
  [{ referenceBits: 9 }, 'invalid-value', 'options.referenceBits', 9],
  [{ referenceBits: '8' }, 'invalid-type', 'options.referenceBits', '8'],
  [{ replacement: '?' }, 'conflicting-options', 'options.replacement', '?'],
  [{ replacement: '?', encoding: 'auto' }, 'conflicting-options', 'options.replacement', '?'],
  [{ replacement: '?', encoding: 'UCS-2' }, 'conflicting-options', 'options.replacement', '?'],
  [{ replacement: 5, encoding: 'GSM-7' }, 'invalid-type', 'options.replacement', 5],
  [{ replacement: 'ab€ж', encoding: 'GSM-7' }, 'invalid-value', 'options.replacement', 'ab€ж'],
  [{ limits: 5 }, 'invalid-type', 'options.limits', 5],
  [{ limits: null }, 'invalid-type', 'options.limits', null],
  [{ limits: { utf8: {} } }, 'unknown-option', 'options.limits.utf8', {}],
  [gsm7(160), 'invalid-type', 'options.limits.gsm7', 160],
  [gsm7({ single: 160, multi: 153, many: 1 }), 'unknown-option', 'options.limits.gsm7.many', 1],
  [gsm7({ single: 1, multi: 153 }), 'invalid-value', 'options.limits.gsm7.single', 1],
  [gsm7({ single: 160, multi: 1 }), 'invalid-value', 'options.limits.gsm7.multi', 1],
  [gsm7({ single: 160, multi: 0 }), 'invalid-value', 'options.limits.gsm7.multi', 0],
  [gsm7({ single: 100, multi: 101 }), 'invalid-value', 'options.limits.gsm7.multi', 101],
  [gsm7({ single: -160, multi: 153 }), 'invalid-value', 'options.limits.gsm7.single', -160],
  [gsm7({ single: 160, multi: 152.5 }), 'invalid-value', 'options.limits.gsm7.multi', 152.5],
  [gsm7({ single: Number.NaN, multi: 153 }), 'invalid-value', 'options.limits.gsm7.single', Number.NaN],
  [gsm7({ single: '160', multi: 153 }), 'invalid-type', 'options.limits.gsm7.single', '160'],
  [ucs2({ single: 1, multi: 67 }), 'invalid-value', 'options.limits.ucs2.single', 1],
  [ucs2({ single: 70, multi: 1 }), 'invalid-value', 'options.limits.ucs2.multi', 1],
]

/** What only encoding makes use of; `count` and `segment` ignore it. */
const badForEncoders: Bad[] = [
  [{ messageClass: 4 }, 'invalid-value', 'options.messageClass', 4],
  [{ messageClass: -1 }, 'invalid-value', 'options.messageClass', -1],
  [{ messageClass: 0.5 }, 'invalid-value', 'options.messageClass', 0.5],
  [{ messageClass: '1' }, 'invalid-type', 'options.messageClass', '1'],
  [{ flash: 1 }, 'invalid-type', 'options.flash', 1],
  [{ protocolId: 256 }, 'invalid-value', 'options.protocolId', 256],
  [{ protocolId: -1 }, 'invalid-value', 'options.protocolId', -1],
  [{ protocolId: 1.5 }, 'invalid-value', 'options.protocolId', 1.5],
  [{ protocolId: '0' }, 'invalid-type', 'options.protocolId', '0'],
  [{ packed: 'no' }, 'invalid-type', 'options.packed', 'no'],
]

describe.each(takers)('%s refuses', (_, call) => {
  test.each(badForAll)('%o: %s of %s', (options, code, argument, value) => {
    for (const text of ['', 'text', 'текст', 'a'.repeat(400)]) {
      const error = thrownBy(() => call(text, options as TextOptions))
      expect(error).toMatchObject({ name: 'SeptetError', code, argument })
      expect(error.value).toEqual(value)
      expect(error.message).toContain(argument)
    }
  })

  test.each([undefined, null, 42, true, {}, ['text'], Symbol('text'), new String('text'), Uint8Array.of(65)])(
    'a text that is no string',
    (text) => {
      const error = thrownBy(() => call(text as never))
      expect(error).toMatchObject({ name: 'SeptetError', code: 'invalid-type', argument: 'text' })
      expect(error.value).toBe(text)
      expect(error).toBeInstanceOf(Error)
    },
  )

  test('a replacement outside GSM-7, and says where', () => {
    const error = thrownBy(() => call('text', { encoding: 'GSM-7', replacement: 'ab€ж' }))
    expect(error.offset).toBe(3)
  })
})

describe.each(encoders)('%s refuses', (_, call) => {
  test.each(badForEncoders)('%o: %s of %s', (options, code, argument, value) => {
    const error = thrownBy(() => call('text', options as TextOptions))
    expect(error).toMatchObject({ name: 'SeptetError', code, argument })
    expect(error.value).toEqual(value)
  })

  test.each([1, 2, 3] as const)('flash with message class %i', (messageClass) => {
    const error = thrownBy(() => call('text', { flash: true, messageClass }))
    expect(error.code).toBe('conflicting-options')
    expect(error.argument).toMatch(/^options\.(flash|messageClass)$/)
  })
})

describe('encodeInto refuses', () => {
  test.each([undefined, null, [], 'target', new ArrayBuffer(9), new Uint16Array(9)])(
    'a target that is no Uint8Array',
    (target) => {
      const error = thrownBy(() => encodeInto('text', target as never, []))
      expect(error).toMatchObject({ code: 'invalid-type', argument: 'target' })
    },
  )

  test('an inherited member counts, and is checked', () => {
    const limits = Object.create({ gsm7: { single: 10, multi: 8 } })
    expect(count('a'.repeat(11), { limits })).toMatchObject({ segments: 2, perSegment: 8 })
    const error = thrownBy(() => count('a', { limits: Object.create({ gsm8: {} }) }))
    expect(error).toMatchObject({ code: 'unknown-option', argument: 'options.limits.gsm8' })
  })

  test.each([undefined, null, 9, 'lengths'])('lengths that are no list: %s', (lengths) => {
    const error = thrownBy(() => encodeInto('text', new Uint8Array(140), lengths as never))
    expect(error).toMatchObject({ code: 'invalid-type', argument: 'lengths' })
  })
})

describe.each(takers)('%s takes', (_, call) => {
  test.each<TextOptions>([
    {},
    { newline: 'keep', encoding: 'auto', boundary: 'character', reference: 0, referenceBits: 8, packed: true },
    { encoding: 'GSM-7', replacement: '' },
    { reference: 255 },
    { reference: 65535, referenceBits: 16 },
    { messageClass: 3, protocolId: 255, packed: false },
    { messageClass: 0, flash: true },
    { messageClass: 2, flash: false },
    { limits: {} },
    { limits: { gsm7: { single: 2, multi: 2 }, ucs2: { single: 2, multi: 2 } } },
  ])('%o', (options) => {
    expect(() => call('text', options)).not.toThrow()
  })

  test('an undefined option as if it were not there', () => {
    const options = {
      newline: undefined,
      encoding: undefined,
      limits: undefined,
      reference: undefined,
      flash: undefined,
    }
    expect(call('text', options as object as TextOptions)).toEqual(call('text'))
    expect(call('text', undefined)).toEqual(call('text'))
  })
})

describe('an error helps', () => {
  test.each<[object, string]>([
    [{ maxSegment: 1 }, 'options.maxSegment: is no option; did you mean maxSegments? there are '],
    [{ refernce: 1 }, 'options.refernce: is no option; did you mean reference? '],
    [{ Encoding: 'GSM-7' }, 'options.Encoding: is no option; did you mean encoding? '],
    [{ limits: { gms7: {} } }, 'options.limits.gms7: is no member; did you mean gsm7? '],
    [{ gost: true }, 'options.gost: is no option; there are '],
    [{ ['x'.repeat(70)]: 1 }, `options.${'x'.repeat(70)}: is no option; there are `],
    [{ maxSegments: 0 }, 'options.maxSegments: must be a positive integer, got 0'],
    [{ maxSegments: 1.5 }, 'options.maxSegments: must be a positive integer, got 1.5'],
    [{ maxSegments: Number.NaN }, 'options.maxSegments: must be a positive integer, got NaN'],
    [{ maxSegments: 2 ** 53 }, 'options.maxSegments: must be at most 9007199254740991, got 9007199254740992'],
    [
      { limits: { gsm7: { single: 1, multi: 1 } } },
      'options.limits.gsm7.single: must be an integer of at least 2, got 1',
    ],
    [{ reference: 256 }, 'options.reference: must be an integer from 0 to 255, got 256'],
  ])('about %o', (options, message) => {
    expect(thrownBy(() => count('text', options)).message.slice(0, message.length)).toBe(message)
  })
})

describe('forced GSM-7', () => {
  test.each(takers)('%s lists what it cannot hold', (_, call) => {
    const error = thrownBy(() => call('aж€😀\ud83d', { encoding: 'GSM-7' }))
    expect(error).toMatchObject({
      name: 'UnencodableError',
      code: 'unencodable',
      argument: 'text',
      offset: 1,
      total: 3,
      characters: [
        { offset: 1, codePoint: 0x436 },
        { offset: 3, codePoint: 0x1f600 },
        { offset: 5, codePoint: 0xd83d },
      ],
    })
  })

  test('lists the first hundred, and how many there are', () => {
    const error = thrownBy(() => count('ж'.repeat(100_000), { encoding: 'GSM-7' })) as unknown as {
      characters: unknown[]
    }
    expect(error).toMatchObject({ code: 'unencodable', total: 100_000 })
    expect(error.characters).toHaveLength(100)
  })

  test('names offsets in the argument where line ends are rewritten', () => {
    const error = thrownBy(() => count('\r\n\r\nж', { encoding: 'GSM-7', newline: 'lf' }))
    expect(error).toMatchObject({ code: 'unencodable', offset: 4, characters: [{ offset: 4, codePoint: 0x436 }] })
  })
})

test('options are not changed, nor kept', () => {
  const options = Object.freeze({
    reference: 7,
    limits: Object.freeze({ gsm7: Object.freeze({ single: 10, multi: 8 }) }),
  })
  expect(count('a'.repeat(11), options)).toMatchObject({ segments: 2, perSegment: 8 })
  expect(count('a'.repeat(11))).toMatchObject({ segments: 1, perSegment: 160 })
})
