// The concatenation reference: a number, a function, or a checksum of what is sent (TS 23.040 9.2.3.24.1).
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  count,
  countMany,
  decode,
  encode,
  encodeBinary,
  encodeInto,
  encodeWapPush,
  formatText,
  inspect,
  type ShortMessage,
  segment,
  type TextOptions,
} from '../../src/index'
import { checksum } from '../reference/checksum'
import { runs } from '../support/long'
import { thrownBy } from '../support/thrown'

const carriedBy = ({ userData, hasHeader }: ShortMessage) => userData.subarray(hasHeader ? 1 + userData[0]! : 0)
const joinedBy = (messages: readonly ShortMessage[]) => messages.flatMap((message) => [...carriedBy(message)])
/** The concatenation is the last element of a header. */
const referenceOf = ({ userData }: ShortMessage, bits = 8) => {
  const end = 1 + userData[0]!
  return bits === 8 ? userData[end - 3]! : 256 * userData[end - 4]! + userData[end - 3]!
}

const TEXT = 'Dear customer, your order 4711 has been sent. '.repeat(5)
const DATA = Uint8Array.from({ length: 300 }, (_, index) => index)
const PORTS = [{ type: 'ports', bits: 16, destination: 5514, source: 0 }] as const

/** Everything that writes several segments, by its options. */
const WRITERS: [string, (options: TextOptions) => ShortMessage[]][] = [
  ['encode', (options) => encode(TEXT, options)],
  ['encode, unpacked', (options) => encode(TEXT, { ...options, packed: false })],
  ['encode, in UCS-2', (options) => encode(`${TEXT}ж`, options)],
  ['encode, with a language', (options) => encode(`${TEXT}ş`, { ...options, languages: ['turkish'] })],
  ['encode, at graphemes', (options) => encode(TEXT, { ...options, boundary: 'grapheme' })],
  ['encode, with a header', (options) => encode(TEXT, { ...options, header: PORTS })],
  ['formatText', (options) => formatText(TEXT, [{ start: 9, length: 160, bold: true }], options)],
  ['encodeBinary', (options) => encodeBinary({ data: DATA, header: PORTS }, options)],
  ['encodeWapPush', (options) => encodeWapPush({ href: 'http://wap.ru/', text: TEXT }, options)],
]

describe('the checksum', () => {
  // https://reveng.sourceforge.io/crc-catalogue: CRC-8/ROHC and CRC-16/MCRF4XX of these nine octets.
  test('is the one that it is called', () => {
    const octets = new TextEncoder().encode('123456789')
    expect([checksum(octets, 8), checksum(octets, 16)]).toEqual([0xd0, 0x6f91])
  })
})

describe.each(WRITERS)('the reference of %s', (_, write) => {
  test.each([8, 16] as const)('is a checksum of %i bits of what its segments carry, where none is given', (bits) => {
    const messages = write({ referenceBits: bits })
    const reference = checksum(joinedBy(messages), bits)
    expect(messages.length).toBeGreaterThan(1)
    expect(messages.map((message) => referenceOf(message, bits))).toEqual(messages.map(() => reference))
    expect(write({ referenceBits: bits })).toEqual(messages)
    expect(write({ referenceBits: bits, reference })).toEqual(messages)
  })

  test('is what a function returns, which is called once', () => {
    const reference = vi.fn(() => 0x1234)
    expect(write({ reference, referenceBits: 16 })).toEqual(write({ reference: 0x1234, referenceBits: 16 }))
    expect(reference).toHaveBeenCalledTimes(1)
  })

  test('may come from a function that encodes itself', () => {
    const reference = () =>
      encode(`${TEXT}ж`, { header: [{ type: 'unknown', id: 0x70, data: Uint8Array.of(1) }] }).length
    expect(write({ reference })).toEqual(write({ reference: reference() }))
  })

  test('is not what a function throws, nor a number that is too wide', () => {
    const fault = new Error('no number')
    const thrower = () => {
      throw fault
    }
    expect(thrownBy(() => write({ reference: thrower }))).toBe(fault)
    expect(thrownBy(() => write({ reference: () => 256 }))).toMatchObject({
      code: 'invalid-value',
      argument: 'options.reference()',
      value: 256,
    })
    expect(thrownBy(() => write({ reference: () => '1' as never }))).toMatchObject({ code: 'invalid-type' })
  })
})

test('a function is not called for one segment, nor where nothing is written', () => {
  const reference = vi.fn(() => 1)
  const options = { reference }
  encode('short', options)
  encodeInto('short', new Uint8Array(200), [], options)
  formatText('short', [], options)
  encodeBinary({ data: DATA.subarray(9, 99) }, options)
  encodeWapPush({ href: 'http://wap.ru/', text: 'short' }, options)
  count(TEXT, options)
  segment(TEXT, options)
  inspect(TEXT, options)
  countMany([TEXT], options)
  expect(reference).not.toHaveBeenCalled()
  expect(thrownBy(() => encode('a'.repeat(40_000), options))).toMatchObject({ code: 'too-many-segments' })
  expect(reference).not.toHaveBeenCalled()
})

test('a function may take the octets away: those that were given are sent', () => {
  const data = DATA.slice()
  const taking = (octets: Uint8Array) => () => {
    structuredClone(octets, { transfer: [octets.buffer] })
    return 7
  }
  expect(encodeBinary({ data }, { reference: taking(data) })).toEqual(encodeBinary({ data: DATA }, { reference: 7 }))
  const target = new Uint8Array(400)
  expect(thrownBy(() => encodeInto(TEXT, target, [], { reference: taking(target) }))).toMatchObject({
    code: 'invalid-value',
    argument: 'target',
  })
})

test('two long texts are not joined at the phone', () => {
  const [one, other] = [encode(`Anna: ${TEXT}`), encode(`Boris: ${TEXT}`)]
  expect(thrownBy(() => decode([one[0]!, other[1]!]))).toMatchObject({
    argument: 'messages[1]',
    reason: 'is not of the message of messages[0]',
  })
})

test('texts that differ in one character of GSM-7 never share a number, and in two beside each other not one of 16 bits', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ0 @_$Ω'), minLength: 161, maxLength: 400 })
  const changed = fc.constantFrom(...'bY1?£/Δ')
  fc.assert(
    fc.property(text, fc.nat(), changed, changed, fc.boolean(), (text, place, first, second, packed) => {
      const at = place % (text.length - 1)
      const once = text.slice(0, at) + first + text.slice(at + 1)
      expect(referenceOf(encode(once, { packed })[0]!)).not.toBe(referenceOf(encode(text, { packed })[0]!))
      const options = { packed, referenceBits: 16 } as const
      const twice = text.slice(0, at) + first + second + text.slice(at + 2)
      // Where they are in two segments, a header's fill bits may be between them.
      if (new Set([152, 304].map((cut) => at < cut && at + 1 >= cut)).has(true)) return
      expect(referenceOf(encode(twice, options)[0]!, 16)).not.toBe(referenceOf(encode(text, options)[0]!, 16))
    }),
    { numRuns: runs(200, 5_000) },
  )
})

test('texts that have nothing in common share one of 8 bits once in 256 times', () => {
  const numbers = Array.from({ length: 2560 }, (_, index) => referenceOf(encode(`Order ${index}. ${TEXT}`)[0]!))
  const tally = new Map<number, number>()
  for (const number of numbers) tally.set(number, 1 + (tally.get(number) ?? 0))
  expect(tally.size).toBeGreaterThan(250)
  expect(Math.max(...tally.values())).toBeLessThan(30)
})
