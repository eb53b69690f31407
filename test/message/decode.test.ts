import { describe, expect, test } from 'vitest'
import { decode, encode, read } from '../../src/index'
import type { ReadableMessage, ShortMessage } from '../../src/types'
import { pack } from '../reference/packing'
import { octets } from '../support/octets'
import { thrownBy } from '../support/thrown'
import dataCodings from '../vectors/data-coding.json'
import vectors from '../vectors/decode.json'
import userData from '../vectors/user-data.json'

interface Written {
  userData: string
  userDataLength?: number
  dataCoding: string
  hasHeader: boolean
  packed: boolean
}

const readable = ({ userData: wire, dataCoding, ...rest }: Written): ReadableMessage => ({
  userData: octets(wire),
  dataCoding: Number.parseInt(dataCoding, 16),
  ...rest,
})

describe('what a receiver shows for septets (TS 23.038 6.2.1.1)', () => {
  test.each(vectors.septets)('$name: $septets', ({ septets, text }) => {
    const codes = octets(septets)
    expect(decode({ userData: codes, dataCoding: 0x00, hasHeader: false, packed: false })).toBe(text)
    const packed = pack([...codes])
    expect(decode({ userData: packed, userDataLength: codes.length, dataCoding: 0x00, hasHeader: false })).toBe(text)
  })

  test('no code and no pair of codes is without a character', () => {
    for (let first = 0; first < 128; first++) {
      for (let second = 0; second < 128; second++) {
        const userData = Uint8Array.of(first, second)
        const text = decode({ userData, dataCoding: 0x00, hasHeader: false, packed: false })
        expect(text.length).toBe(first === 0x1b ? 1 : 2)
      }
    }
  })
})

describe('what a receiver makes of a header (TS 23.040 9.2.3.24)', () => {
  test.each(vectors.headers)('$name', ({ userData: wire, text, elements }) => {
    const message = { userData: octets(wire), dataCoding: 0x00, hasHeader: true, packed: false }
    expect(decode(message)).toBe(text)
    expect(read(message).elements).toEqual(
      elements.map(({ id, data }) => ({ type: 'unknown', id: Number.parseInt(id, 16), data: octets(data) })),
    )
  })

  test('without the mark a header is text', () => {
    expect(decode({ userData: octets('0103'), dataCoding: 0x00, hasHeader: false, packed: false })).toBe('£¥')
  })

  test('the elements of all segments are listed in their order', () => {
    const segment = (wire: string) => ({ userData: octets(wire), dataCoding: 0x00, hasHeader: true, packed: false })
    const messages = [segment('08 0003070202 6F01BB 62'), segment('08 0003070201 6F01AA 61')]
    expect(read(messages)).toEqual({
      encoding: 'GSM-7',
      dataCoding: { octet: 0, encoding: 'GSM-7' },
      text: 'ab',
      elements: [
        { type: 'unknown', id: 0x6f, data: octets('AA') },
        { type: 'unknown', id: 0x6f, data: octets('BB') },
      ],
    })
  })
})

describe('packed septets of which nobody says how many there are', () => {
  test.each(vectors.withoutLength)('$name', ({ userData: wire, hasHeader, text }) => {
    expect(decode({ userData: octets(wire), dataCoding: 0x00, hasHeader })).toBe(text)
  })
})

describe('8-bit data', () => {
  const segment = (wire: string) => ({ userData: octets(wire), dataCoding: 0x04, hasHeader: true })

  test('is read as its octets, the headers removed', () => {
    const messages = [segment('05 0003070202 0304'), segment('05 0003070201 00FF')]
    expect(read(messages)).toEqual({
      encoding: '8-bit',
      data: octets('00 FF 03 04'),
      elements: [],
      dataCoding: { octet: 4, encoding: '8-bit' },
    })
  })

  test('has no text to decode', () => {
    const error = thrownBy(() => decode(segment('00 41')))
    expect(error).toMatchObject({ name: 'SeptetError', code: 'invalid-value', argument: 'message' })
  })
})

describe('sets of segments', () => {
  test.each(vectors.sets)('$name', ({ messages, text }) => {
    expect(decode(messages.map(readable))).toBe(text)
  })

  test.each(userData.cases)('$name', ({ text, options, messages }) => {
    const { packed = true } = options as { packed?: boolean }
    const received = messages.map((message) => ({ ...message, userData: octets(message.userData), packed }))
    expect(decode(received)).toBe(text)
    expect(decode(received.reverse())).toBe(text)
  })

  test('255 segments come together from any order', () => {
    const text = Array.from({ length: 255 }, (_, index) => `${index}`.padStart(153, '.')).join('')
    const messages = encode(text)
    const shuffled = messages.map((_, index) => messages[(index * 101) % 255]!)
    expect(decode(shuffled) === text).toBe(true)
  })
})

describe('the data coding of a message (TS 23.038 4)', () => {
  const ranges = dataCodings.read.map((range) => ({
    ...range,
    first: Number.parseInt(range.from, 16),
    last: Number.parseInt(range.to, 16),
  }))

  test('every octet has one reading', () => {
    const covered = ranges.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    )
    expect(covered).toEqual(Array.from({ length: 256 }, (_, octet) => octet))
  })

  test.each(ranges)('$from to $to: $encoding, class $messageClass', ({ first, last, encoding, messageClass }) => {
    for (let dataCoding = first; dataCoding <= last; dataCoding++) {
      const reading = read({ userData: octets('0441'), dataCoding, hasHeader: false, packed: false })
      expect(reading.encoding).toBe(encoding)
      expect(reading.messageClass).toBe(messageClass ?? undefined)
      if (encoding === '8-bit' || reading.dataCoding.compressed) expect([...reading.data!]).toEqual([0x04, 0x41])
      else expect(reading.text).toBe(encoding === 'GSM-7' ? 'èA' : 'с')
    }
  })
})

describe('segments that look alike', () => {
  const segment = (sequence: number, octets: number[], dataCoding: number) => ({
    userData: Uint8Array.from([5, 0, 3, 1, 2, sequence, ...octets]),
    dataCoding,
    hasHeader: true,
  })

  test('are not one message where one of them is compressed', () => {
    const messages = [segment(1, [0x82], 0), segment(2, [1, 2, 3], 0x20)]
    expect(thrownBy(() => decode(messages))).toMatchObject({ code: 'mixed-messages', argument: 'messages[1]' })
    expect(thrownBy(() => read(messages.reverse()))).toMatchObject({ code: 'mixed-messages' })
  })

  test('are no duplicates where the header of one is data in the other', () => {
    const userData = Uint8Array.of(3, 0x7f, 1, 0, 1, 2)
    const messages = [true, false].map((hasHeader) => ({ userData, dataCoding: 4, hasHeader }))
    expect(thrownBy(() => read(messages))).toMatchObject({ code: 'mixed-messages', argument: 'messages[1]' })
  })
})

describe('what cannot be read', () => {
  test.each(vectors.errors)('$name', ({ message, messages, code, argument, offset }) => {
    const given = message ? readable(message as Written) : messages!.map((each) => readable(each as Written))
    const error = thrownBy(() => decode(given))
    expect(error).toMatchObject({ name: 'SeptetError', code, argument })
    if (offset !== undefined) expect(error.offset).toBe(offset)
    expect(thrownBy(() => read(given)).code).toBe(code)
  })

  test('the message at fault is named by its place', () => {
    const good = encode('ж'.repeat(140))
    const broken = { ...good[2]!, userData: good[2]!.userData.slice(0, -1) } as ShortMessage
    expect(thrownBy(() => decode([good[0]!, good[1]!, broken]))).toMatchObject({ argument: 'messages[2].userData' })
  })

  test.each([
    ['nothing', undefined, 'invalid-type', 'message'],
    ['a string', 'E8329BFD', 'invalid-type', 'message'],
    ['no user data', { dataCoding: 0, hasHeader: false }, 'invalid-type', 'message.userData'],
    ['user data as a string', { userData: 'E8', dataCoding: 0, hasHeader: false }, 'invalid-type', 'message.userData'],
    ['no data coding', { userData: octets('41'), hasHeader: false }, 'invalid-type', 'message.dataCoding'],
    [
      'a data coding above an octet',
      { userData: octets('41'), dataCoding: 256, hasHeader: false },
      'invalid-value',
      'message.dataCoding',
    ],
    ['no header mark', { userData: octets('41'), dataCoding: 0 }, 'invalid-type', 'message.hasHeader'],
    ['a list with a hole in it', [undefined], 'invalid-type', 'messages[0]'],
  ])('%s is no message', (_, given, code, argument) => {
    expect(thrownBy(() => decode(given as never))).toMatchObject({ name: 'SeptetError', code, argument })
  })

  test('an empty list has no message to read', () => {
    expect(thrownBy(() => decode([]))).toMatchObject({ name: 'SeptetError', argument: 'messages' })
  })
})
