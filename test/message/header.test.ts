import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeHeader, encodeHeader, read, SeptetError } from '../../src/index'
import type { InformationElement } from '../../src/types'
import { readElement } from '../reference/elements'
import { anyElement, anyHeader } from '../support/elements'
import { LONG, runs } from '../support/long'
import { hex, octets } from '../support/octets'
import { thrownBy } from '../support/thrown'
import vectors from '../vectors/headers.json'

const RUNS = { numRuns: runs(300, 10_000) }

/** Data of a vector is hexadecimal. */
const elementsOf = (elements: { type: string; data?: string }[]) =>
  elements.map((element) =>
    element.data === undefined ? element : { ...element, data: octets(element.data) },
  ) as InformationElement[]

describe('headers (TS 23.040 9.2.3.24)', () => {
  test.each(vectors.cases)('$name', ({ header, elements }) => {
    expect(decodeHeader(octets(header))).toEqual(elementsOf(elements))
    expect(hex(encodeHeader(elementsOf(elements)))).toBe(header.replaceAll(' ', ''))
  })

  test('octets of any well-formed header come back bit for bit', () => {
    fc.assert(
      fc.property(anyHeader, (header) => {
        expect(hex(encodeHeader(decodeHeader(header)))).toBe(hex(header))
      }),
      RUNS,
    )
  })

  test('any elements come back as they were', () => {
    fc.assert(
      fc.property(fc.array(anyElement, { maxLength: 3 }), (elements) => {
        expect(decodeHeader(encodeHeader(elements))).toEqual(elements)
      }),
      RUNS,
    )
  })

  test('every element is read as the reference reads it', () => {
    for (let id = 0; id < 256; id++) {
      for (let length = 0; length < 138; length += length < 15 ? 1 : LONG ? 19 : 61) {
        const data = Uint8Array.from({ length }, (_, index) => (id * 7 + index * 31 + length) & 0xff)
        expect(decodeHeader(Uint8Array.of(length + 2, id, length, ...data))).toEqual([readElement(id, data)])
      }
    }
    for (const id of [0x01, 0x06, 0x20, 0x24]) {
      for (let octet = 0; octet < 256; octet++) {
        for (const data of [Uint8Array.of(octet), Uint8Array.of(octet, 3)]) {
          expect(decodeHeader(Uint8Array.of(data.length + 2, id, data.length, ...data))).toEqual([
            readElement(id, data),
          ])
        }
      }
    }
    for (let format = 0; format < 256; format++) {
      expect(decodeHeader(Uint8Array.of(6, 0x0a, 4, 1, 2, format, 255 - format))).toEqual([
        readElement(0x0a, Uint8Array.of(1, 2, format, 255 - format)),
      ])
    }
  })

  test('any octets are a header or a SeptetError with the offset', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 160 }), (data) => {
        try {
          decodeHeader(data)
        } catch (error) {
          expect(error).toBeInstanceOf(SeptetError)
          expect((error as SeptetError).offset).toBeTypeOf('number')
        }
      }),
      RUNS,
    )
  })
})

describe('a receiver (TS 23.040 9.2.3.24)', () => {
  const elements = (header: string) => read({ userData: octets(header), dataCoding: 4, hasHeader: true }).elements

  test('heeds the last of two ports, of whatever width', () => {
    expect(elements('0A0504 0B8423F0 0402F0F1')).toEqual([{ type: 'ports', bits: 8, destination: 0xf0, source: 0xf1 }])
    expect(decodeHeader(octets('0A0504 0B8423F0 0402F0F1'))).toHaveLength(2)
  })

  test('heeds the last of two shifts, and every format', () => {
    expect(elements('062401012401 03')).toEqual([{ type: 'singleShift', language: 3 }])
    expect(elements('0A0A030001100A03010120')).toHaveLength(2)
  })
})

describe('what is no header', () => {
  const long = { type: 'unknown', id: 0x70, data: new Uint8Array(138) } as const

  test.each([
    ['elements that are no list', 5, 'invalid-type', 'elements'],
    ['an element that is nothing', [null], 'invalid-type', 'elements[0]'],
    ['an element alone', { type: 'rfc822', length: 1 }, 'invalid-type', 'elements'],
    ['an element of no type', [{ type: 'port' }], 'invalid-value', 'elements[0].type'],
    [
      'a misspelt member',
      [{ type: 'textFormatting', start: 0, length: 1, italics: true }],
      'unknown-option',
      'elements[0].italics',
    ],
    ['a misspelt report', [{ type: 'smscControl', complete: true }], 'unknown-option', 'elements[0].complete'],
    ['a type that every object has', [{ type: 'toString' }], 'invalid-value', 'elements[0].type'],
    [
      'a port above 65535',
      [{ type: 'ports', bits: 16, destination: 65536, source: 0 }],
      'invalid-value',
      'elements[0].destination',
    ],
    [
      'an 8-bit port above 255',
      [{ type: 'ports', bits: 8, destination: 0, source: 256 }],
      'invalid-value',
      'elements[0].source',
    ],
    ['a missing member', [{ type: 'concat', bits: 8, total: 1, sequence: 1 }], 'invalid-type', 'elements[0].reference'],
    [
      'a picture of another size',
      [{ type: 'smallPicture', position: 0, data: new Uint8Array(31) }],
      'invalid-value',
      'elements[0].data',
    ],
    [
      'one colour alone',
      [{ type: 'textFormatting', start: 0, length: 1, foreground: 'black' }],
      'invalid-value',
      'elements[0].background',
    ],
    [
      'an address of letters',
      [{ type: 'replyAddress', address: '12x', typeOfAddress: 0x91 }],
      'invalid-value',
      'elements[0].address',
    ],
    [
      'an alphanumeric address outside GSM-7',
      [{ type: 'replyAddress', address: 'Привет', typeOfAddress: 0xd0 }],
      'invalid-value',
      'elements[0].address',
    ],
    [
      'an address that is too long',
      [{ type: 'replyAddress', address: '1'.repeat(21), typeOfAddress: 0x91 }],
      'invalid-value',
      'elements[0].address',
    ],
    ['141 octets', [long], 'invalid-value', 'elements[0]'],
    [
      '141 octets in two elements',
      [
        { type: 'rfc822', length: 1 },
        { ...long, data: new Uint8Array(135) },
      ],
      'invalid-value',
      'elements[1]',
    ],
  ])('%s', (_, elements, code, argument) => {
    expect(thrownBy(() => encodeHeader(elements as never))).toMatchObject({ name: 'SeptetError', code, argument })
  })

  test('every member of an element may be a getter of a class', () => {
    for (const element of vectors.cases.flatMap(({ elements }) => elementsOf(elements))) {
      const getters = Object.entries(element).map(([name, value]) => [name, { get: () => value }])
      const given = Object.create(Object.defineProperties({}, Object.fromEntries(getters)))
      expect(hex(encodeHeader([given]))).toBe(hex(encodeHeader([element])))
    }
  })

  test('140 octets are the most', () => {
    const header = encodeHeader([{ ...long, data: new Uint8Array(137) }])
    expect(header).toHaveLength(140)
    expect(decodeHeader(header)).toEqual([{ ...long, data: new Uint8Array(137) }])
  })

  test.each([
    ['nothing', '', 'truncated', 0],
    ['fewer octets than announced', '0500', 'truncated', 2],
    ['octets after it', '0000', 'malformed', 1],
    ['an element that does not fit', '0400030102', 'malformed', 1],
    ['the second of two', '0524010100 03', 'malformed', 4],
    ['a length of 140', '8C', 'malformed', 0],
  ])('%s', (_, header, code, offset) => {
    expect(thrownBy(() => decodeHeader(octets(header)))).toMatchObject({ name: 'SeptetError', code, offset })
  })
})
