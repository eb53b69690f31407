// Pushes of any content, and for any port (WAP-230 8.2.4.1, WAP-259).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeWapPush,
  encodeBinary,
  encodeServiceIndication,
  encodeServiceLoading,
  encodeWapPush,
  ports,
  read,
  type WapPushInput,
} from '../../src/index'
import { runs } from '../support/long'
import { hex, octets } from '../support/octets'
import { thrownBy } from '../support/thrown'

const BODY = Uint8Array.of(1, 2, 3)
const PORTS = { type: 'ports', bits: 16, destination: ports.push, source: ports.wsp } as const
/** What the octets say; undefined of those that cannot be read. */
function readOf(data: Uint8Array): ReturnType<typeof decodeWapPush> | undefined {
  try {
    return decodeWapPush(encodeBinary({ header: [PORTS], data }))
  } catch {
    return undefined
  }
}

const wireOf = (push: WapPushInput, options?: object) => hex(encodeWapPush(push, options)[0]!.userData)

describe('a push of other content', () => {
  // Heads by WAP-230 8.4.2.24: a short form, a long integer after a value-length, a name, each also with a charset.
  test.each<[contentType: number | string, options: object, head: string]>([
    [0x3e, {}, '000601BE'],
    [0x3e, { applicationId: 4 }, '000603BEAF84'],
    [0x36, { charset: true }, '00060403B681EA'],
    [0x7f, {}, '000601FF'],
    [0x80, {}, '000603020180'],
    [0x0310, {}, '00060403020310'],
    [0x010203, {}, '0006050403010203'],
    ['a/b', {}, '000604612F6200'],
    ['a/b', { charset: true, transactionId: 9 }, '09060706612F620081EA'],
    [`a/${'b'.repeat(40)}`, { charset: true }, `00062F1F2D612F${'62'.repeat(40)}0081EA`],
    [`a/${'b'.repeat(100)}`, { charset: true }, `00066B1F69612F${'62'.repeat(100)}0081EA`],
  ])('%s, %j begins with %s', (contentType, options, head) => {
    const messages = encodeWapPush({ contentType, body: BODY }, options)
    expect(hex(read(messages).data!)).toBe(`${head}010203`)
    expect(decodeWapPush(messages)).toMatchObject({ type: 'unknown', contentType, body: BODY })
  })

  test('is told by its type or its content type', () => {
    const push = { contentType: 0x33, body: BODY }
    expect(wireOf({ type: 'unknown', ...push })).toBe('0605040B8423F0000601B3010203')
    expect(wireOf(push)).toBe('0605040B8423F0000601B3010203')
  })

  test('any comes back as it was', () => {
    const name = fc.string({ unit: fc.constantFrom(...'az/.-+'), minLength: 1, maxLength: 300 })
    const given = fc.tuple(fc.oneof(fc.nat(0xffff), name), fc.uint8Array({ maxLength: 400 }), fc.boolean())
    const numbers = fc.record({ applicationId: fc.nat(0xffff), transactionId: fc.nat(255) })
    const property = fc.property(given, numbers, ([contentType, body, charset], { applicationId, transactionId }) => {
      fc.pre(![0x2e, 0x30].includes(contentType as number))
      const messages = encodeWapPush({ contentType, body }, { charset, applicationId, transactionId })
      expect(decodeWapPush(messages)).toEqual({
        type: 'unknown',
        ...{ transactionId, applicationId, contentType, body },
        ...(charset ? { charset: 106 } : {}),
      })
    })
    fc.assert(property, { numRuns: runs(200, 5_000) })
  })

  test.each<[push: object, options: object | undefined, code: string, argument: string]>([
    [{ contentType: -1, body: BODY }, undefined, 'invalid-value', 'push.contentType'],
    [{ contentType: 0x1000000, body: BODY }, undefined, 'invalid-value', 'push.contentType'],
    [{ contentType: '', body: BODY }, undefined, 'invalid-value', 'push.contentType'],
    [{ contentType: 'a\0b', body: BODY }, undefined, 'invalid-value', 'push.contentType'],
    [{ contentType: 'ж', body: BODY }, undefined, 'invalid-value', 'push.contentType'],
    [{ contentType: 'a'.repeat(1001), body: BODY }, undefined, 'invalid-value', 'push.contentType'],
    [{ contentType: true, body: BODY }, undefined, 'invalid-type', 'push.contentType'],
    [{ type: 'unknown', body: BODY }, undefined, 'invalid-type', 'push.contentType'],
    [{ contentType: 0x3e }, undefined, 'invalid-type', 'push.body'],
    [{ contentType: 0x3e, body: 'abc' }, undefined, 'invalid-type', 'push.body'],
    [{ contentType: 0x3e, body: BODY, text: 'a' }, undefined, 'unknown-option', 'push.text'],
    [{ type: 'si', contentType: 0x3e, text: 'a' }, undefined, 'unknown-option', 'push.contentType'],
    [{ text: 'a' }, { ports: 2948 }, 'invalid-type', 'options.ports'],
    [{ text: 'a' }, { ports: { destination: 65536 } }, 'invalid-value', 'options.ports.destination'],
    [{ text: 'a' }, { ports: { port: 1 } }, 'unknown-option', 'options.ports.port'],
  ])('is refused: %j, %j', (push, options, code, argument) => {
    expect(thrownBy(() => encodeWapPush(push as WapPushInput, options))).toMatchObject({ code, argument })
  })
})

describe('a push for other ports', () => {
  test('has them in its header, and is read by its destination', () => {
    const given = { destination: ports.browserSettings, source: 0xc002 }
    const messages = encodeWapPush({ text: 'a' }, { ports: given })
    expect(hex(messages[0]!.userData)).toMatch(/^060504C34FC002/)
    expect(decodeWapPush(messages, { port: ports.browserSettings })).toMatchObject({ type: 'si', text: 'a' })
    expect(thrownBy(() => decodeWapPush(messages))).toMatchObject({ reason: 'is not for port 2948' })
    expect(wireOf({ text: 'a' }, { ports: { source: 0 } })).toMatch(/^0605040B840000/)
    expect(wireOf({ text: 'a' }, { ports: {} })).toMatch(/^0605040B8423F0/)
  })

  test.each([
    [{ port: 65536 }, 'invalid-value', 'options.port'],
    [{ port: '2948' }, 'invalid-type', 'options.port'],
    [{ ports: 2948 }, 'unknown-option', 'options.ports'],
  ])('is not read by %j', (options, code, argument) => {
    const messages = encodeWapPush({ text: 'a' })
    expect(thrownBy(() => decodeWapPush(messages, options as object))).toMatchObject({ code, argument })
  })

  // WAP-259 appendix B; Nokia Smart Messaging 3.0, table 4-1.
  test('are known by name', () => {
    expect(ports).toMatchObject({ push: 0x0b84, wsp: 0x23f0, vCard: 0x23f4, vCalendar: 0x23f5 })
    expect(ports).toMatchObject({ oldVCard: 0xe2, oldVCalendar: 0xe4, ringtone: 0x1581, operatorLogo: 0x1582 })
    const header = [{ type: 'ports', bits: 16, destination: ports.vCard, source: 0 }] as const
    expect(hex(encodeBinary({ header, data: BODY })[0]!.userData)).toBe('06050423F40000010203')
  })
})

describe('a push that was read is written again', () => {
  // Each head by WAP-230 8.4.2.24: another charset than UTF-8, a name as application id, long integers, a name of letters above ASCII.
  test.each<[string, string, object]>([
    ['07060403B68184', 'of ISO-8859-1', { contentType: 0x36, charset: 4 }],
    ['07060605B6810203E8', 'of UCS-2', { contentType: 0x36, charset: 1000 }],
    ['070606B6AF782D6100', 'for a named application', { contentType: 0x36, applicationId: 'x-a' }],
    ['070609612F6200AF03010203', 'of a name', { contentType: 'a/b', applicationId: 0x010203 }],
    ['070603AEAF84', 'of an indication without charset', { type: 'si', applicationId: 4 }],
    ['07060403AE81EA', 'of an indication', { type: 'si', charset: 106 }],
    ['070601B0', 'of a loading', { type: 'sl' }],
  ])('%s, %s', (head, _, members) => {
    const body = head.includes('AE') ? '02056A0045C60C0361000103620001' + '01' : '02066A00850A03610001'
    const data = octets(head + body)
    const push = decodeWapPush(encodeBinary({ header: [PORTS], data }))
    expect(push).toMatchObject({ type: 'unknown', transactionId: 7, ...members })
    expect(hex(read(encodeWapPush(push as WapPushInput)).data!)).toBe(hex(data))
    expect(decodeWapPush(encodeWapPush(push as WapPushInput))).toEqual(push)
  })

  test('with what options say in place of what was read', () => {
    const push = { contentType: 0x36, body: BODY, transactionId: 7, charset: 4, applicationId: 'x-a' }
    const data = (options: object) => hex(read(encodeWapPush(push, options)).data!)
    expect(data({ charset: false, applicationId: 2, transactionId: 1 })).toBe('010603B6AF82010203')
    expect(data({ charset: true })).toBe('07060903B681EAAF782D6100010203')
    expect(data({ compact: true })).toBe('070601B6010203')
  })

  test('whatever it was', () => {
    const head = fc.uint8Array({ minLength: 1, maxLength: 12 })
    const documents = [encodeServiceIndication({ text: 'a', href: 'http://a' }), encodeServiceLoading({ href: 'b' })]
    const body = fc.oneof(fc.constantFrom(...documents), fc.uint8Array({ maxLength: 9 }))
    const contentType = fc.constantFrom([0xae], [0xb0], [0x03, 0xae, 0x81, 0x84], [0x02, 0x01, 0x80], [0x61, 0x2f, 0])
    const property = fc.property(contentType, head, body, (type, more, document) => {
      const headers = [...type, 0xaf, ...more]
      const data = Uint8Array.of(7, 6, headers.length, ...headers, ...document)
      const push = readOf(data)
      if (push === undefined || push.type === 'mms-notification') return
      const isDocument = push.type !== 'unknown' && push.charset !== undefined
      const again = decodeWapPush(encodeWapPush(push))
      expect(again).toEqual(isDocument ? { ...push, charset: 106 } : push)
    })
    fc.assert(property, { numRuns: runs(300, 20_000) })
  })

  test.each<[push: object, code: string, argument: string]>([
    [{ text: 'a', transactionId: 256 }, 'invalid-value', 'push.transactionId'],
    [{ text: 'a', charset: true }, 'invalid-type', 'push.charset'],
    [{ text: 'a', charset: 0x1000000 }, 'invalid-value', 'push.charset'],
    [{ text: 'a', applicationId: '' }, 'invalid-value', 'push.applicationId'],
    [{ text: 'a', applicationId: -1 }, 'invalid-value', 'push.applicationId'],
    [{ type: 'mms-notification', transactionId: 1 }, 'invalid-value', 'push.type'],
  ])('except %j', (push, code, argument) => {
    expect(thrownBy(() => encodeWapPush(push as WapPushInput))).toMatchObject({ code, argument })
  })
})

test('an empty body is a push too', () => {
  expect(decodeWapPush(encodeWapPush({ contentType: 0x3e, body: octets('') }))).toMatchObject({ body: octets('') })
})
