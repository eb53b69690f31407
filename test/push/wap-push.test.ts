import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeServiceIndication,
  decodeServiceLoading,
  decodeWapPush,
  encodeServiceIndication,
  encodeServiceLoading,
  encodeWapPush,
  parsePush,
  SeptetError,
  type ServiceIndication,
  type ServiceLoading,
} from '../../src/index'
import { readOnce, withGetters } from '../support/getters'
import { runs } from '../support/long'
import { hex, octets, utf8 } from '../support/octets'
import { thrownBy } from '../support/thrown'
import vectors from '../vectors/wap-push.json'

const RUNS = { numRuns: runs(300, 10_000) }

const date = fc
  .integer({ min: 0, max: 253_402_300_799 })
  .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000', ''))
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('http://', 'https://', 'www.', '.com/', '.org/', '.', 'a', 'ж', '😀') }),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\0', '')),
)
const anyIndication: fc.Arbitrary<ServiceIndication> = fc.record(
  {
    href: word,
    text: word,
    id: word,
    created: date,
    expires: date,
    action: fc.constantFrom('signal-none', 'signal-low', 'signal-medium', 'signal-high'),
    info: fc.array(fc.record({ class: word.filter(Boolean), text: word }, { requiredKeys: ['text'] }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { requiredKeys: ['text'] },
)
const anyLoading: fc.Arbitrary<ServiceLoading> = fc.record(
  { href: word, action: fc.constantFrom('execute-low', 'execute-high', 'cache') },
  { requiredKeys: ['href'] },
)

describe('Service Indication (WAP-167)', () => {
  test.each(vectors.si)('$name', ({ si, octets: wire }) => {
    expect(hex(encodeServiceIndication(si as ServiceIndication))).toBe(wire)
    expect(decodeServiceIndication(octets(wire))).toEqual(si)
  })

  test.each(vectors.read)('is read: $name', ({ si, octets: wire }) => {
    expect(decodeServiceIndication(octets(wire))).toEqual(si)
  })

  test.each(vectors.refused)('is refused: $name', ({ octets: wire, code, offset }) => {
    const error = thrownBy(() => decodeServiceIndication(octets(wire)))
    expect(error).toMatchObject({ name: 'SeptetError', code, argument: 'octets' })
    expect(error.offset).toBe(offset)
  })

  test('any comes back as it was', () => {
    fc.assert(
      fc.property(anyIndication, (indication) => {
        expect(decodeServiceIndication(encodeServiceIndication(indication))).toEqual(indication)
      }),
      RUNS,
    )
  })

  test('in a push, each of its members is read once', () => {
    const push = {
      href: 'http://a',
      text: 'b',
      id: 'c',
      action: 'signal-high',
      created: '2030-01-01T00:00:00Z',
    } as const
    for (const given of [readOnce(push), withGetters(push)]) expect(encodeWapPush(given)).toEqual(encodeWapPush(push))
  })

  test('info comes back octet for octet', () => {
    const { octets: wire } = vectors.read.find(({ name }) => name === 'info and items')!
    expect(hex(encodeServiceIndication(decodeServiceIndication(octets(wire))))).toBe(wire)
    const info = [{ class: 'c1', value: 'a' }, { value: 'b' }, { value: '' }]
    expect(hex(encodeServiceIndication({ text: 'x', info }))).toBe(wire)
    expect(encodeServiceIndication({ text: 'x', info: [] })).toEqual(encodeServiceIndication({ text: 'x' }))
    expect(decodeWapPush(encodeWapPush({ text: 'x', info }))).toMatchObject({ text: 'x', info: [{}, {}, { text: '' }] })
  })

  test.each<[info: unknown, code: string, argument: string]>([
    ['a', 'invalid-type', 'indication.info'],
    [['a'], 'invalid-type', 'indication.info[0]'],
    [[{}], 'invalid-type', 'indication.info[0].text'],
    [[{ text: 'a' }, { text: 'a', value: 'b' }], 'conflicting-options', 'indication.info[1].value'],
    [[{ text: 'a', clas: 'b' }], 'unknown-option', 'indication.info[0].clas'],
    [[{ text: 'a', class: 'b\0' }], 'invalid-value', 'indication.info[0].class'],
    [new Array(2 ** 32 - 1), 'too-many-segments', 'indication.info'],
    [[{ text: 'a'.repeat(41_000) }], 'too-many-segments', 'indication'],
  ])('info is refused: %#', (info, code, argument) => {
    expect(thrownBy(() => encodeServiceIndication({ text: 'x', info } as never))).toMatchObject({ code, argument })
  })

  test.each([
    ['a string', '02056A0045C60A0300010378000101', 6],
    ['opaque data', '02056A0045C60AC300010378000101', 8],
  ])('an empty date is told as such: %s', (_, wire, offset) => {
    expect(thrownBy(() => decodeServiceIndication(octets(wire)))).toMatchObject({
      code: 'malformed',
      reason: 'has an empty date',
      offset,
    })
  })

  test('a moment may be a Date', () => {
    const created = new Date('1999-06-25T15:23:15.999Z')
    expect(decodeServiceIndication(encodeServiceIndication({ text: '', created }))).toEqual({
      text: '',
      created: '1999-06-25T15:23:15Z',
    })
  })

  test.each([
    ['no object', 'http://', 'invalid-type', 'indication', undefined],
    [
      'a date that does not exist',
      { created: '1999-02-29T00:00:00Z' },
      'invalid-value',
      'indication.created',
      undefined,
    ],
    [
      'an hour that does not exist',
      { created: '1999-01-01T24:00:00Z' },
      'invalid-value',
      'indication.created',
      undefined,
    ],
    [
      'a date of another zone',
      { expires: '1999-06-25T15:23:15+02:00' },
      'invalid-value',
      'indication.expires',
      undefined,
    ],
    [
      'a fraction of a second',
      { expires: '1999-06-25T15:23:15.005Z' },
      'invalid-value',
      'indication.expires',
      undefined,
    ],
    ['a Date that is none', { expires: new Date('soon') }, 'invalid-value', 'indication.expires', undefined],
    ['NUL in the link', { href: 'a\0b' }, 'invalid-value', 'indication.href', 1],
    ['half a surrogate pair in the text', { text: 'ab\ud83d' }, 'invalid-value', 'indication.text', 2],
    ['an action of the other document', { action: 'cache' }, 'invalid-value', 'indication.action', undefined],
    ['a deletion of nothing', { action: 'delete' }, 'invalid-value', 'indication.id', undefined],
    ['a member that is none', { url: 'x' }, 'unknown-option', 'indication.url', undefined],
    ['text as a number', { text: 5 }, 'invalid-type', 'indication.text', undefined],
    ['more text than any message has', { text: 'ж'.repeat(20_500) }, 'too-many-segments', 'indication', undefined],
    [
      'more text than the core has room for',
      { text: 'x'.repeat(50_000) },
      'too-many-segments',
      'indication',
      undefined,
    ],
  ])('refuses %s', (_, indication, code, argument, offset) => {
    const error = thrownBy(() => encodeServiceIndication(indication as never))
    expect(error).toMatchObject({ name: 'SeptetError', code, argument })
    expect(error.offset).toBe(offset)
  })
})

describe('Service Loading (WAP-168)', () => {
  test.each(vectors.sl)('$name', ({ sl, octets: wire }) => {
    expect(hex(encodeServiceLoading(sl as ServiceLoading))).toBe(wire)
    expect(decodeServiceLoading(octets(wire))).toEqual(sl)
  })

  test('any comes back as it was', () => {
    fc.assert(
      fc.property(anyLoading, (loading) => {
        expect(decodeServiceLoading(encodeServiceLoading(loading))).toEqual(loading)
      }),
      RUNS,
    )
  })

  test('may have content, so long as it is empty', () => {
    expect(decodeServiceLoading(octets('02066A00C5080378000101'))).toEqual({ href: 'x' })
    expect(thrownBy(() => decodeServiceLoading(octets('02066A00C50803780001037800 01')))).toMatchObject({
      code: 'malformed',
      offset: 10,
    })
  })

  test('needs a link', () => {
    expect(thrownBy(() => decodeServiceLoading(octets('02066A00850501')))).toMatchObject({ code: 'malformed' })
    expect(thrownBy(() => encodeServiceLoading({} as never))).toMatchObject({ argument: 'loading.href' })
  })
})

const PORTS = '0605040B8423F0'
const pushed = (pdu: string, dataCoding = 4) => ({ userData: octets(PORTS + pdu), dataCoding, hasHeader: true })

describe('WAP push', () => {
  test('in the compact form is the example of the API', () => {
    const [message, ...more] = encodeWapPush(parsePush('http://wap.ru/\nwap.ru'), {
      compact: true,
      transactionId: 0xdc,
    })
    expect(more).toEqual([])
    expect(hex(message!.userData)).toBe('0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101')
    expect(message).toMatchObject({ dataCoding: 4, hasHeader: true, protocolId: 0, packed: false, userDataLength: 38 })
  })

  test('in the compact form has no token for www. and .com/', () => {
    const [message] = encodeWapPush({ href: 'https://www.x.com/', text: 't' }, { compact: true })
    expect(hex(message!.userData).slice(14)).toBe(`000601AE02056A0045C60E03${hex(utf8('www.x.com/'))}00010374000101`)
  })

  test.each([
    ['content type with charset', {}, '00060403AE81EA'],
    ['content type alone', { charset: false }, '000601AE'],
    ['application id', { charset: false, applicationId: 2, transactionId: 7 }, '070603AEAF82'],
    ['application ids of more than seven bits', { applicationId: 0x8000 }, '00060803AE81EAAF028000'],
    ['an application id of eight bits', { applicationId: 128 }, '00060703AE81EAAF0180'],
  ])('is written with %s', (_, options, head) => {
    const [message] = encodeWapPush({ text: 'x' }, options)
    expect(hex(message!.userData)).toBe(`${PORTS}${head}02056A0045460378000101`)
    const read = decodeWapPush(message!)
    expect(read).toMatchObject({ type: 'si', text: 'x' })
  })

  test('has data coding 04, or F5 on request', () => {
    expect(encodeWapPush({ text: 'x' })[0]!.dataCoding).toBe(0x04)
    expect(encodeWapPush({ text: 'x' }, { dataCoding: 0xf5 })[0]!.dataCoding).toBe(0xf5)
    expect(thrownBy(() => encodeWapPush({ text: 'x' }, { dataCoding: 0 as never }))).toMatchObject({
      argument: 'options.dataCoding',
    })
  })

  test('has 133 octets in one segment and 128 in each of several', () => {
    const sizes = (length: number, options = {}) =>
      encodeWapPush({ text: 'x'.repeat(length) }, { charset: false, ...options }).map(({ userData }) => userData.length)
    const overhead = 4 + 6 + 2 + 2
    expect(sizes(133 - overhead)).toEqual([140])
    expect(sizes(134 - overhead)).toEqual([140, 18])
    expect(sizes(256 - overhead)).toEqual([140, 140])
    expect(sizes(257 - overhead)).toEqual([140, 140, 13])
    expect(sizes(254 - overhead, { referenceBits: 16 })).toEqual([140, 140])
  })

  test.each(vectors.push)('is read as $name writes it', ({ pdu, push }) => {
    const expected = 'body' in push ? { ...push, body: octets(push.body!) } : push
    expect(decodeWapPush(pushed(pdu))).toEqual(expected)
    expect(decodeWapPush([pushed(pdu, 0xf5)])).toEqual(expected)
  })

  test.each(vectors.pushRefused)('is refused: $name', ({ pdu, code, offset }) => {
    const error = thrownBy(() => decodeWapPush(pushed(pdu)))
    expect(error).toMatchObject({ name: 'SeptetError', code, argument: 'message', offset })
    expect(error.message).toContain(`offset ${offset}`)
  })

  test('is for port 2948, and no text', () => {
    expect(thrownBy(() => decodeWapPush({ ...pushed('DC0601AE'), hasHeader: false }))).toMatchObject({
      code: 'invalid-value',
      argument: 'message',
    })
    expect(thrownBy(() => decodeWapPush([pushed('DC0601AE', 0xf0)]))).toMatchObject({
      code: 'invalid-value',
      argument: 'messages',
    })
  })

  const isPush = ({ href, ...rest }: { href?: string; id?: string; text?: string }) =>
    href !== '' && (href !== undefined || rest.id !== undefined || rest.text !== '')

  test('comes back from segments in any order', () => {
    const options = fc.record(
      {
        transactionId: fc.nat(255),
        charset: fc.boolean(),
        applicationId: fc.nat(65535),
        reference: fc.nat(255),
        referenceBits: fc.constantFrom(8, 16),
        dataCoding: fc.constantFrom(4, 0xf5),
      },
      { requiredKeys: [] },
    )
    const long = fc.integer({ min: 0, max: 40 }).map((times) => 'слово '.repeat(times))
    fc.assert(
      fc.property(fc.oneof(anyIndication, anyLoading).filter(isPush), long, options, (content, more, given) => {
        const isLoading = !('text' in content)
        const input = isLoading ? { type: 'sl' as const, ...content } : { ...content, text: content.text + more }
        const messages = encodeWapPush(input as never, given as never)
        expect(decodeWapPush(messages.reverse())).toEqual({
          type: 'si',
          ...input,
          transactionId: given.transactionId ?? 0,
          ...(given.charset === false ? {} : { charset: 106 }),
          ...(given.applicationId === undefined ? {} : { applicationId: given.applicationId }),
        })
      }),
      RUNS,
    )
  })

  test('may inherit its members', () => {
    const push = Object.create({ href: 'http://a', text: 'x' })
    expect(decodeWapPush(encodeWapPush(push))).toMatchObject({ href: 'http://a', text: 'x' })
  })

  test.each([
    ['no object', 'x', undefined, 'invalid-type', 'push'],
    ['another type', { type: 'mms' }, undefined, 'invalid-value', 'push.type'],
    ['a link that does not fit', { href: 'x'.repeat(128 * 255) }, undefined, 'too-many-segments', 'push'],
    ['nothing at all', {}, undefined, 'invalid-value', 'push.text'],
    ['an empty text alone', { text: '', action: 'signal-low' }, undefined, 'invalid-value', 'push.text'],
    ['an empty link', { href: '', text: 'x' }, undefined, 'invalid-value', 'push.href'],
    ['an empty link to load', { type: 'sl', href: '' }, undefined, 'invalid-value', 'push.href'],
    ['a misspelt member', { href: 'x', titel: 'y' }, undefined, 'unknown-option', 'push.titel'],
    ['a member of the other document', { type: 'sl', href: 'x', text: 'y' }, undefined, 'unknown-option', 'push.text'],
    ['an option that is none', { text: 'x' }, { flash: true }, 'unknown-option', 'options.flash'],
    ['a transaction of 256', { text: 'x' }, { transactionId: 256 }, 'invalid-value', 'options.transactionId'],
    [
      'a compact form with charset',
      { text: 'x' },
      { compact: true, charset: true },
      'conflicting-options',
      'options.compact',
    ],
  ])('refuses %s', (_, push, options, code, argument) => {
    expect(thrownBy(() => encodeWapPush(push as never, options as never))).toMatchObject({ code, argument })
  })
})

describe('the form of an API', () => {
  test.each([
    ['http://wap.ru\nWAP.RU', 'http://wap.ru', 'WAP.RU'],
    ['http://wap.ru\r\nWAP.RU', 'http://wap.ru', 'WAP.RU'],
    ['http://wap.ru\n', 'http://wap.ru', 'http://wap.ru'],
    ['x\ntwo\nlines', 'x', 'two\nlines'],
  ])('%j', (text, href, title) => {
    expect(parsePush(text)).toEqual({ type: 'si', href, text: title })
  })

  test.each([
    ['http://wap.ru', 13],
    ['\ntitle', 0],
    ['\r\ntitle', 0],
    ['', 0],
  ])('%j is none', (text, offset) => {
    expect(thrownBy(() => parsePush(text))).toMatchObject({ code: 'malformed', argument: 'text', offset })
  })
})

describe('hostile octets', () => {
  const tokens = fc.constantFrom(
    0x00,
    0x01,
    0x02,
    0x03,
    0x05,
    0x06,
    0x07,
    0x08,
    0x0a,
    0x0c,
    0x10,
    0x11,
    0x12,
    0x41,
    0x45,
    0x46,
    0x47,
    0x48,
    0x83,
    0x85,
    0xc3,
    0xc5,
    0xc6,
    0xc8,
    0xff,
  )
  const head = fc.constantFrom(
    [2, 5, 106, 0, 0x45],
    [2, 6, 106, 0],
    [3, 5, 4, 3, 0x41, 0x42, 0, 0x45, 0xc6],
    [1, 1, 0x87, 0x77, 0, 0x45, 0x46, 3],
    [2, 5, 0x91, 0x4b, 0, 0x45, 0x46],
  )
  // A public identifier by its name in the string table; and a table of any size, in all the octets that a number may take.
  const number = fc.array(fc.nat(0x7f), { minLength: 1, maxLength: 4 }).map((digits) => {
    return digits.map((digit, place) => (place < digits.length - 1 ? 0x80 | digit : digit))
  })
  const named = fc.tuple(number, number).map(([name, size]) => [1, 0, ...name, 0, ...size])
  const body = fc.oneof(fc.array(tokens, { maxLength: 40 }), fc.array(fc.nat(255), { maxLength: 40 }))
  const documents = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.tuple(fc.oneof(head, named), body).map(([first, rest]) => Uint8Array.from([...first, ...rest])),
  )
  const isHandled = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      expect(error).toBeInstanceOf(SeptetError)
    }
  }

  test.each(['0100D6D40000E7C500', '01008EC0B4046AC0C8976B'])(
    '%s announces a string table that is not there',
    (wire) => {
      for (const decode of [decodeServiceIndication, decodeServiceLoading]) {
        expect(thrownBy(() => decode(octets(wire)))).toMatchObject({ code: 'truncated' })
      }
    },
  )

  test('are a document or a SeptetError', () => {
    fc.assert(
      fc.property(documents, (document) => {
        isHandled(() => decodeServiceIndication(document))
        isHandled(() => decodeServiceLoading(document))
      }),
      RUNS,
    )
  })

  test('are a push or a SeptetError', () => {
    const pdu = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.tuple(fc.uint8Array({ maxLength: 12 }), documents).map(([head, rest]) => {
        return Uint8Array.of(0, 6, head.length, ...head, ...rest)
      }),
    )
    fc.assert(
      fc.property(pdu, (pdu) => {
        isHandled(() => decodeWapPush(pushed(hex(pdu))))
      }),
      RUNS,
    )
  })

  test('of more items than can be kept end early', () => {
    const document = Uint8Array.from([
      2,
      5,
      106,
      0,
      0x45,
      0x46,
      3,
      0x78,
      0,
      1,
      0x47,
      ...new Uint8Array(20_000).fill(8),
      1,
      1,
    ])
    expect(thrownBy(() => decodeServiceIndication(document))).toMatchObject({ code: 'malformed' })
    expect(thrownBy(() => decodeServiceIndication(new Uint8Array(50_000)))).toMatchObject({ code: 'malformed' })
  })
})
