import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BinaryMessage,
  decode,
  decodeHeader,
  encode,
  encodeBinary,
  encodeHeader,
  formatBinary,
  parseBinary,
  read,
  SeptetError,
} from '../../src/index'
import type { InformationElement } from '../../src/types'
import { anyElement } from '../support/elements'
import { runs } from '../support/long'
import { hex, octets } from '../support/octets'
import { thrownBy } from '../support/thrown'
import vectors from '../vectors/binary.json'

const RUNS = { numRuns: runs(300, 10_000) }

const latin1 = (data: Uint8Array) => Array.from(data, (octet) => String.fromCharCode(octet)).join('')
const ports: InformationElement = { type: 'ports', bits: 16, destination: 2948, source: 9200 }
const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 37) & 0xff)

describe('the form of an API', () => {
  test.each(vectors.forms)('$name', ({ text, header, data, dataCoding, protocolId }) => {
    const message = { header: header as InformationElement[], data: octets(data), dataCoding, protocolId }
    expect(parseBinary(text)).toEqual(message)
    expect(formatBinary(message)).toBe(text)
    const [digits, ...suffix] = text.split('\n')
    const raw = [latin1(octets(digits!)), ...suffix].join('\n')
    expect(parseBinary(raw, 'raw')).toEqual(message)
    expect(
      parseBinary(
        Uint8Array.from(raw, (character) => character.charCodeAt(0)),
        'raw',
      ),
    ).toEqual(message)
    expect(formatBinary(message, 'raw')).toBe(raw)
  })

  test.each(vectors.tolerated)('tolerates $name', ({ text, as }) => {
    expect(parseBinary(text)).toEqual(parseBinary(as))
    expect(formatBinary(parseBinary(text))).toBe(as)
  })

  test.each(vectors.refused)('refuses $name', ({ text, code, offset }) => {
    expect(thrownBy(() => parseBinary(text))).toMatchObject({ name: 'SeptetError', code, argument: 'text', offset })
  })

  test('octets that end like a suffix stay octets', () => {
    const data = Uint8Array.from('x\n~~~\npid: 1, dcs: 2', (character) => character.charCodeAt(0))
    expect(parseBinary(formatBinary({ data }, 'raw'), 'raw').data).toEqual(data)
    const tilde = Uint8Array.from('a~~~b', (character) => character.charCodeAt(0))
    expect(parseBinary(formatBinary({ data: tilde }, 'raw'), 'raw').data).toEqual(tilde)
  })

  test('a raw string may have CR LF around the separator, and a CR that is data', () => {
    expect(parseBinary('\0A\r\n~~~\r\npid: 64, dcs: 4', 'raw')).toMatchObject({
      data: Uint8Array.of(0x41),
      protocolId: 64,
    })
    expect(parseBinary('\0A\r\n~~~\npid: 64, dcs: 4', 'raw').data).toEqual(Uint8Array.of(0x41, 0x0d))
  })

  test('a raw string has octets only', () => {
    expect(thrownBy(() => parseBinary('\u0000\u0100', 'raw'))).toMatchObject({ code: 'malformed', offset: 1 })
  })

  test('any message comes back from what was written of it', () => {
    const message = fc.record({
      header: fc.array(anyElement, { maxLength: 3 }),
      data: fc.uint8Array({ maxLength: 50 }),
      dataCoding: fc.nat(255),
      protocolId: fc.nat(255),
    })
    fc.assert(
      fc.property(message, fc.constantFrom('hex', 'raw'), (message, form) => {
        expect(parseBinary(formatBinary(message, form), form)).toEqual(message)
      }),
      RUNS,
    )
  })

  test('any string and any octets are a message or a SeptetError', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF \n~') }),
      fc
        .tuple(fc.uint8Array(), fc.string({ unit: fc.constantFrom(...'\r\n~pid: ,cs01x') }))
        .map(([a, b]) => hex(a) + b),
      fc.uint8Array(),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('hex', 'raw'), (text, form) => {
        try {
          parseBinary(text, form)
        } catch (error) {
          expect(error).toBeInstanceOf(SeptetError)
          expect((error as SeptetError).offset).toBeTypeOf('number')
        }
      }),
      RUNS,
    )
  })
})

describe('a message of octets (TS 23.040 9.2.3.24.1)', () => {
  const sizes = (header: InformationElement[], octets: number, options = {}) =>
    encodeBinary({ header, data: noise(octets) }, options).map(({ userData }) => userData.length)

  test('is one segment up to 140 octets, and segments of 134 or 133 above', () => {
    expect(sizes([], 0)).toEqual([0])
    expect(sizes([], 140)).toEqual([140])
    expect(sizes([], 141)).toEqual([140, 13])
    expect(sizes([], 269)).toEqual([140, 140, 7])
    expect(sizes([], 141, { referenceBits: 16 })).toEqual([140, 15])
  })

  test('has 133 octets beside ports, 128 and 127 in each of several', () => {
    expect(sizes([ports], 133)).toEqual([140])
    expect(sizes([ports], 134)).toEqual([140, 18])
    expect(sizes([ports], 256)).toEqual([140, 140])
    expect(sizes([ports], 254, { referenceBits: 16 })).toEqual([140, 140])
  })

  test('numbers the segments after the elements of the caller', () => {
    const messages = encodeBinary({ header: [ports], data: noise(200) }, { reference: 0xab })
    expect(messages.map(({ userData }) => hex(userData.subarray(0, 12)))).toEqual([
      '0B05040B8423F00003AB0201',
      '0B05040B8423F00003AB0202',
    ])
    const wide = encodeBinary(
      { header: encodeHeader([ports]), data: noise(200) },
      { reference: 4660, referenceBits: 16 },
    )
    expect(hex(wide[1]!.userData.subarray(0, 13))).toBe('0C05040B8423F0080412340202')
  })

  test('has no header where the API says 00', () => {
    const [message] = encodeBinary(parseBinary('00AB'))
    expect(message).toEqual({
      userData: octets('AB'),
      userDataLength: 1,
      hasHeader: false,
      dataCoding: 4,
      protocolId: 0,
      packed: false,
    })
  })

  test('keeps the concatenation element of a segment that was cut before', () => {
    const header: InformationElement[] = [{ type: 'concat', bits: 8, reference: 1, total: 2, sequence: 1 }]
    expect(sizes(header, 134)).toEqual([140])
    expect(thrownBy(() => sizes(header, 135))).toMatchObject({ code: 'invalid-value', argument: 'message.header' })
  })

  test('is never cut within a UCS-2 character', () => {
    const messages = encodeBinary({ header: [ports], data: noise(300), dataCoding: 8 }, { referenceBits: 16 })
    expect(messages.map(({ userData }) => userData.length)).toEqual([139, 139, 61])
  })

  test('is never cut within a pair of text', () => {
    const wide = new Uint8Array(300)
    wide.set([0xd8, 0x3d, 0xde, 0x00], 132)
    const narrow = new Uint8Array(300).fill(0x41)
    narrow.set([0x1b, 0x65], 133)
    const cuts = (data: Uint8Array, dataCoding: number) =>
      encodeBinary({ data, dataCoding }).map(({ userData }) => userData.length - 6)
    expect(cuts(wide, 8)).toEqual([132, 134, 34])
    expect(cuts(wide, 4)).toEqual([134, 134, 32])
    expect(cuts(narrow, 4)).toEqual([134, 134, 32])
    narrow.fill(0x41).set([0x1b, 0x65], 152)
    expect(cuts(narrow, 0)).toEqual([152, 148])
    narrow[151] = 0x1b
    expect(cuts(narrow, 0)).toEqual([153, 147])
    narrow[150] = 0x1b
    expect(cuts(narrow, 0)).toEqual([152, 148])
  })

  test.each<[name: string, header: InformationElement[], bits: 8 | 16, single: number, multi: number]>([
    ['no header', [], 8, 160, 153],
    ['no header, 16-bit references', [], 16, 160, 152],
    ['ports', [ports], 8, 152, 146],
    ['ports, 16-bit references', [ports], 16, 152, 145],
  ])('of septets one an octet has the room of septets beside %s', (_, header, referenceBits, single, multi) => {
    const lengths = (size: number, dataCoding: number) =>
      encodeBinary({ header, data: new Uint8Array(size).fill(0x41), dataCoding }, { referenceBits }).map(
        ({ userData, hasHeader }) => userData.length - (hasHeader ? 1 + userData[0]! : 0),
      )
    // GSM-7: as it comes, of a class, to be deleted, waiting, reserved.
    for (const dataCoding of [0x00, 0x10, 0x13, 0x40, 0x80, 0xc8, 0xd8, 0xf0, 0xf3]) {
      expect(lengths(single, dataCoding)).toEqual([single])
      expect(lengths(single + 1, dataCoding)).toEqual([multi, single + 1 - multi])
      expect(lengths(2 * multi + 1, dataCoding)).toEqual([multi, multi, 1])
    }
    // 8-bit, UCS-2, compressed.
    for (const dataCoding of [0x04, 0xf4, 0x08, 0xe0, 0x20]) expect(lengths(single, dataCoding).length).toBe(2)
  })

  test('of septets is read as it was sent, and longer ones as one message', () => {
    const data = Uint8Array.from({ length: 400 }, (_, at) => (at % 0x7f === 0x1b ? 0x41 : at % 0x7f))
    for (const size of [1, 160, 161, 306, 400]) {
      const text = decode(encodeBinary({ data: data.subarray(0, size), dataCoding: 0 }))
      expect(encode(text, { packed: false })).toHaveLength(Math.ceil(size / (size > 160 ? 153 : 160)))
      expect(text).toHaveLength(size)
    }
  })

  test('that is no septets has the room of octets, whatever the data coding says', () => {
    const data = new Uint8Array(141).fill(0x41)
    data[140] = 0x80
    expect(encodeBinary({ data, dataCoding: 0 }).map(({ userData }) => userData.length)).toEqual([140, 13])
    expect(encodeBinary({ data: data.subarray(1), dataCoding: 0 }).map(({ userData }) => userData.length)).toEqual([
      140,
    ])
  })

  test('is refused where its buffer has gone to another thread', () => {
    const data = new Uint8Array(4)
    structuredClone(data.buffer, { transfer: [data.buffer] })
    expect(thrownBy(() => encodeBinary({ data }))).toMatchObject({ code: 'invalid-value', argument: 'message.data' })
    expect(encodeBinary({ data: new Uint8Array() })).toMatchObject([{ userData: new Uint8Array() }])
  })

  test('goes up to 255 segments', () => {
    expect(sizes([ports], 128 * 255)).toHaveLength(255)
    expect(thrownBy(() => sizes([ports], 128 * 255 + 1))).toMatchObject({ code: 'too-many-segments' })
  })

  test('needs room beside its header', () => {
    const wide: InformationElement[] = [{ type: 'unknown', id: 0x70, data: new Uint8Array(132) }]
    expect(sizes(wide, 5)).toEqual([140])
    expect(thrownBy(() => sizes(wide, 6))).toMatchObject({ code: 'invalid-value', argument: 'message.header' })
  })

  test('comes back from any order, its elements with it', () => {
    const message = fc.record({
      header: fc.array(
        anyElement.filter(({ type }) => type !== 'concat'),
        { maxLength: 2 },
      ),
      data: fc.uint8Array({ maxLength: 900 }),
    })
    fc.assert(
      fc.property(message, fc.constantFrom(8, 16), fc.nat(255), ({ header, data }, referenceBits, reference) => {
        const messages = encodeBinary({ header, data }, { referenceBits, reference })
        expect(new Set(messages.map(({ userData }) => userData.buffer)).size).toBe(1)
        for (const { userData } of messages) expect(userData.length).toBeLessThanOrEqual(140)
        for (const { userData, hasHeader } of messages) {
          if (!hasHeader) continue
          const elements = decodeHeader(userData.slice(0, 1 + userData[0]!))
          expect(elements.slice(0, header.length)).toEqual(header)
        }
        expect(read(messages.reverse()).data).toEqual(data)
      }),
      { numRuns: RUNS.numRuns / 5 },
    )
  })

  test.each([
    ['no message', undefined, 'invalid-type', 'message'],
    ['data as a string', { data: 'AB' }, 'invalid-type', 'message.data'],
    ['a header as a string', { header: '00', data: noise(1) }, 'invalid-type', 'message.header'],
    ['a header that is cut', { header: octets('0500'), data: noise(1) }, 'truncated', 'message.header'],
    ['an element that is none', { header: [{}], data: noise(1) }, 'invalid-type', 'message.header[0].type'],
    ['a misspelt member', { data: noise(1), dataCodng: 8 }, 'unknown-option', 'message.dataCodng'],
    ['a data coding of 256', { data: noise(1), dataCoding: 256 }, 'invalid-value', 'message.dataCoding'],
    ['a protocol identifier of -1', { data: noise(1), protocolId: -1 }, 'invalid-value', 'message.protocolId'],
  ])('refuses %s', (_, message, code, argument) => {
    expect(thrownBy(() => encodeBinary(message as unknown as BinaryMessage))).toMatchObject({ code, argument })
    expect(thrownBy(() => formatBinary(message as unknown as BinaryMessage))).toMatchObject({ code, argument })
  })

  test('refuses options that it does not know', () => {
    const encode = (options: object) => () => encodeBinary({ data: noise(1) }, options)
    expect(thrownBy(encode({ flash: true }))).toMatchObject({ code: 'unknown-option', argument: 'options.flash' })
    expect(thrownBy(encode({ reference: 256 }))).toMatchObject({ code: 'invalid-value', argument: 'options.reference' })
  })
})
