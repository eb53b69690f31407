import { describe, expect, test } from 'vitest'
import { encode, encodeInto } from '../../src/index'
import type { TextOptions } from '../../src/types'
import { encode as referenceEncode } from '../reference/encode'
import { hex, octets } from '../support/octets'
import { thrownBy } from '../support/thrown'
import dataCodings from '../vectors/data-coding.json'
import vectors from '../vectors/user-data.json'

describe('whole messages', () => {
  test.each(vectors.cases)('$name', ({ text, options, messages }) => {
    const encoded = encode(text, options as TextOptions)
    const wire = encoded.map(({ userData, userDataLength, hasHeader }) => [hex(userData), userDataLength, hasHeader])
    expect(wire).toEqual(
      messages.map(({ userData, userDataLength, hasHeader }) => [userData, userDataLength, hasHeader]),
    )
  })

  test.each(vectors.cases)('and the reference agrees: $name', ({ text, options, messages }) => {
    const encoded = referenceEncode(text, options as TextOptions)
    expect(encoded.map(({ userData }) => hex(userData))).toEqual(messages.map(({ userData }) => userData))
  })
})

describe('the concatenation header (TS 23.040 9.2.3.24.1, .8)', () => {
  const headers = (text: string, options?: TextOptions) =>
    encode(text, options).map(({ userData }) => hex(userData.slice(0, userData[0]! + 1)))

  test('is absent from a lone segment', () => {
    expect(encode('a'.repeat(160), { reference: 7 })).toMatchObject([{ hasHeader: false }])
  })

  test('numbers the segments from one', () => {
    expect(headers('a'.repeat(459), { reference: 0xab })).toEqual(['050003AB0301', '050003AB0302', '050003AB0303'])
  })

  test('writes a 16-bit reference upper octet first', () => {
    expect(headers('ж'.repeat(71), { reference: 0x1234, referenceBits: 16 })).toEqual([
      '06080412340201',
      '06080412340202',
    ])
    expect(headers('ж'.repeat(71), { reference: 5, referenceBits: 16 })).toEqual(['06080400050201', '06080400050202'])
  })

  test('reaches 255 segments and no further', () => {
    expect(headers('a'.repeat(153 * 255), { reference: 0 }).at(-1)).toBe('05000300FFFF')
    expect(thrownBy(() => encode('a'.repeat(153 * 255 + 1)))).toMatchObject({
      code: 'too-many-segments',
      argument: 'text',
    })
    expect(headers('ж'.repeat(67 * 255), { reference: 0 }).at(-1)).toBe('05000300FFFF')
    expect(thrownBy(() => encode('ж'.repeat(67 * 255 + 1)))).toMatchObject({
      code: 'too-many-segments',
      argument: 'text',
    })
  })
})

describe('an error about a text that was rewritten', () => {
  test('has the text that was given, and offsets in it', () => {
    const options = { transliterate: 'translit', encoding: 'GSM-7' } as const
    const text = `${'Щ'.repeat(30_000)}中`
    expect(thrownBy(() => encode(text, options))).toMatchObject({ code: 'unencodable', value: text, offset: 30_000 })
    for (const value of ['Щ'.repeat(10_000), 'Щ'.repeat(30_000)]) {
      const error = thrownBy(() => encode(value, { transliterate: 'translit' }))
      expect(error).toMatchObject({ code: 'too-many-segments', value })
    }
    const value = 'Щ'.repeat(10_000)
    const error = thrownBy(() => encode(value, { transliterate: 'translit', languages: 'all' }))
    expect(error).toMatchObject({ code: 'too-many-segments', value })
  })
})

describe('the data coding (TS 23.038 4)', () => {
  test.each(dataCodings.written)('is $dataCoding for $text with $options', ({ text, options, dataCoding }) => {
    expect(hex([encode(text, options as TextOptions)[0]!.dataCoding])).toBe(dataCoding)
  })

  test('and the protocol identifier are the same in every segment', () => {
    const messages = encode('ж'.repeat(200), { flash: true, protocolId: 0x41 })
    expect(messages.map(({ dataCoding, protocolId }) => [dataCoding, protocolId])).toEqual([
      [0x18, 0x41],
      [0x18, 0x41],
      [0x18, 0x41],
    ])
    expect(encode('a')[0]!.protocolId).toBe(0)
  })
})

describe('the octets', () => {
  const texts = ['', 'a'.repeat(160), 'a'.repeat(1000), '€'.repeat(500), 'ж'.repeat(500), '😀'.repeat(300)]
  const layouts: TextOptions[] = [{}, { packed: false }, { referenceBits: 16 }, { referenceBits: 16, packed: false }]
  const combinations = texts.flatMap((text) => layouts.map((options) => ({ text, options })))

  test('are at most 140 a segment, or 160 unpacked', () => {
    for (const { text, options } of combinations) {
      for (const { userData, packed } of encode(text, options)) {
        expect(userData.length).toBeLessThanOrEqual(packed ? 140 : 160)
      }
    }
  })

  test('are plain Uint8Arrays over one buffer, which holds nothing else', () => {
    for (const { text, options } of combinations) {
      const messages = encode(text, options)
      const buffers = new Set(messages.map(({ userData }) => userData.buffer))
      expect(buffers.size).toBe(1)
      for (const { userData } of messages) expect(userData.constructor).toBe(Uint8Array)
      expect([...buffers][0]!.byteLength).toBeLessThanOrEqual(messages.length * 160)
    }
  })

  test('belong to the caller: a later call does not touch them', () => {
    const first = encode('hellohello')
    encode('ж'.repeat(1000))
    encode('@'.repeat(1000))
    expect(hex(first[0]!.userData)).toBe('E8329BFD4697D9EC37')
  })
})

describe('encodeInto', () => {
  test('writes the user data end to end and the length of each', () => {
    const text = 'a'.repeat(400)
    const target = new Uint8Array(1000).fill(0xee)
    const lengths = new Uint8Array(255).fill(0xee)
    const messages = encode(text, { reference: 9 })
    expect(encodeInto(text, target, lengths, { reference: 9 })).toBe(3)
    expect([...lengths.slice(0, 4)]).toEqual([...messages.map(({ userData }) => userData.length), 0xee])
    const written = messages.map(({ userData }) => hex(userData)).join('')
    expect(hex(target)).toBe(written.padEnd(2000, 'EE'))
  })

  test('writes into any list of numbers', () => {
    const lengths: number[] = []
    expect(encodeInto('ж'.repeat(71), new Uint8Array(280), lengths)).toBe(2)
    expect(lengths).toEqual([140, 14])
    const wide = new Uint32Array(2)
    encodeInto('ж'.repeat(71), new Uint8Array(280), wide)
    expect([...wide]).toEqual([140, 14])
  })

  test('writes one empty segment for an empty text', () => {
    const lengths = [7]
    expect(encodeInto('', new Uint8Array(0), lengths)).toBe(1)
    expect(lengths).toEqual([0])
  })

  test('fits a target of exactly the size, also inside a larger buffer', () => {
    const buffer = new Uint8Array(20).fill(0xee)
    expect(encodeInto('hellohello', buffer.subarray(3, 12), [0])).toBe(1)
    expect(hex(buffer)).toBe(`EEEEEEE8329BFD4697D9EC37${'EE'.repeat(8)}`)
  })

  test('says what size a smaller target should have, and leaves it alone', () => {
    const target = new Uint8Array(153).fill(0xee)
    const error = thrownBy(() => encodeInto('ж'.repeat(71), target, [0, 0]))
    expect(error).toMatchObject({ name: 'SeptetError', code: 'buffer-too-small', argument: 'target' })
    expect(error.message).toContain('154')
    expect(hex(target)).toBe('EE'.repeat(153))
  })

  test('refuses lengths of fixed size that are too few', () => {
    const error = thrownBy(() => encodeInto('ж'.repeat(71), new Uint8Array(280), new Uint8Array(1)))
    expect(error).toMatchObject({ code: 'buffer-too-small', argument: 'lengths' })
    expect(error.message).toContain('2')
  })

  test('refuses what encode refuses', () => {
    const options = { messageWaiting: { kind: 'voice', store: false } } as const
    const refusal = { code: 'conflicting-options', argument: 'options.messageWaiting.store' }
    expect(thrownBy(() => encode('Привет', options))).toMatchObject(refusal)
    expect(thrownBy(() => encodeInto('Привет', new Uint8Array(140), [], options))).toMatchObject(refusal)
  })

  test('refuses more than 255 segments', () => {
    const call = () => encodeInto('a'.repeat(153 * 255 + 1), new Uint8Array(40_000), new Uint16Array(300))
    expect(thrownBy(call)).toMatchObject({ code: 'too-many-segments', argument: 'text' })
  })
})

test('octets written in hexadecimal are read back as such', () => {
  expect([...octets('00 FF 1b')]).toEqual([0, 255, 27])
})
