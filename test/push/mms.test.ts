// The notification of a multimedia message (WAP-209 6.2, 7). The two long examples were read by tshark 4.0.17 with the same values.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeMmsNotification, decodeWapPush, encodeWapPush, SeptetError } from '../../src/index'
import { runs } from '../support/long'
import { octets } from '../support/octets'
import { thrownBy } from '../support/thrown'

const SHORT =
  '8C829854376131008D908918802B33343630303132333435362F545950453D504C4D4E0096486F6C61008A808E0230398805810303F480' +
  '83687474703A2F2F6D6D73632E6578616D706C652F5437613100'
const LONG =
  '8C8298616263008D92890181960EEAD09FD180D0B8D0B2D0B5D182008A818E0300F4248806800469A971ED83687474703A2F2F6D2E6578616D706C652F7800'
const HEAD = '8C82'

describe('a notification', () => {
  test('is read into its fields', () => {
    expect(decodeMmsNotification(octets(SHORT))).toEqual({
      transactionId: 'T7a1',
      version: '1.0',
      from: '+34600123456/TYPE=PLMN',
      subject: 'Hola',
      messageClass: 'personal',
      size: 12345,
      expiry: { seconds: 259200 },
      contentLocation: 'http://mmsc.example/T7a1',
    })
    expect(decodeMmsNotification(octets(LONG))).toEqual({
      transactionId: 'abc',
      version: '1.2',
      subject: 'Привет',
      messageClass: 'advertisement',
      size: 62500,
      expiry: { date: '2026-03-05T12:07:09Z' },
      contentLocation: 'http://m.example/x',
    })
  })

  test('is what a push of its type brings, by number or by name', () => {
    for (const contentType of [0x3e, 'application/vnd.wap.mms-message']) {
      const messages = encodeWapPush({ contentType, body: octets(SHORT) }, { applicationId: 4, transactionId: 0x21 })
      expect(decodeWapPush(messages)).toEqual({
        type: 'mms-notification',
        transactionId: 0x21,
        applicationId: 4,
        notification: decodeMmsNotification(octets(SHORT)),
      })
    }
  })

  test.each<[field: string, members: object]>([
    ['8A7800', { messageClass: 'x' }],
    ['8A83', { messageClass: 'auto' }],
    ['8680', { deliveryReport: true }],
    ['8681', { deliveryReport: false }],
    ['8F82', { priority: 'high' }],
    ['8D9F', { version: '1' }],
    ['8E85', { size: 5 }],
    ['8E0105', { size: 5 }],
    ['9600', { subject: '' }],
    ['967FE900', { subject: 'é' }],
    ['967FC3A900', { subject: 'é' }],
    ['9603846100', { subject: 'a' }],
    ['960384E900', { subject: 'é' }],
    ['961F0384E900', { subject: 'é' }],
    ['96070203E804160000', { subject: 'Ж' }],
    ['9605EA7F436100', { subject: 'Ca' }],
    ['89068004EA616200', { from: 'ab' }],
    ['890480616200', { from: 'ab' }],
    ['890181', {}],
    ['8803810105', { expiry: { seconds: 5 } }],
    ['88028185', { expiry: { seconds: 5 } }],
  ])('%s is %j', (field, members) => {
    expect(decodeMmsNotification(octets(HEAD + field))).toEqual(members)
  })

  test.each<[field: string, number: number | string, value: string]>([
    ['9C80', 0x9c, '80'],
    ['9D05810303F480', 0x9d, '05810303F480'],
    ['B07800', 0xb0, '7800'],
    ['582D41006200', 'X-A', '6200'],
    ['8A84', 0x8a, '84'],
    ['8682', 0x86, '82'],
    ['8F83', 0x8f, '83'],
    ['8D4100', 0x8d, '4100'],
    ['8E080100000000000000', 0x8e, '080100000000000000'],
    ['88058203010203', 0x88, '058203010203'],
    ['8808800600FFFFFFFFFF', 0x88, '08800600FFFFFFFFFF'],
    ['89028261', 0x89, '028261'],
    ['960383E900', 0x96, '0383E900'],
    ['9680', 0x96, '80'],
    ['9603036100', 0x96, '03036100'],
  ])('%s is kept as it is', (field, number, value) => {
    const { others, ...rest } = decodeMmsNotification(octets(HEAD + field))
    expect(rest).toEqual({})
    expect(others).toEqual([{ field: number, value: octets(value) }])
  })

  test('is read with the last of what is repeated', () => {
    expect(decodeMmsNotification(octets(`${HEAD}8E818E82`))).toEqual({ size: 2 })
  })

  test.each<[wire: string, code: string, offset: number]>([
    ['', 'malformed', 0],
    ['8C80', 'malformed', 0],
    ['8D908C82', 'malformed', 0],
    ['8C8298', 'truncated', 3],
    ['8C829861', 'truncated', 4],
    ['8C828E0401', 'truncated', 5],
    ['8C821F80', 'malformed', 2],
    ['8C82961FFFFFFFFFFF', 'malformed', 4],
  ])('%s is refused', (wire, code, offset) => {
    const error = thrownBy(() => decodeMmsNotification(octets(wire)))
    expect(error).toMatchObject({ name: 'SeptetError', code, argument: 'octets', offset })
  })

  test('is read from any octets, or refused', () => {
    const start = fc.constantFrom(...[HEAD, SHORT.slice(0, 40), LONG].map((wire) => octets(wire)))
    const property = fc.property(start, fc.uint8Array({ maxLength: 60 }), fc.nat(80), (start, more, cut) => {
      const wire = Uint8Array.from([...start.subarray(0, 2 + cut), ...more])
      try {
        decodeMmsNotification(wire)
      } catch (error) {
        expect(error).toBeInstanceOf(SeptetError)
        expect((error as SeptetError).offset).toBeLessThanOrEqual(wire.length)
      }
    })
    fc.assert(property, { numRuns: runs(300, 10_000) })
  })
})

test('a message of the same type that is no notification stays as it is', () => {
  const body = octets('8C868D90')
  expect(decodeWapPush(encodeWapPush({ contentType: 0x3e, body }))).toMatchObject({ type: 'unknown', body })
})

test('an offset is one in the data of the push', () => {
  const messages = encodeWapPush({ contentType: 0x3e, body: octets('8C829861') })
  expect(thrownBy(() => decodeWapPush(messages))).toMatchObject({ code: 'truncated', offset: 8 })
})

test('a body longer than any message is refused', () => {
  expect(thrownBy(() => decodeMmsNotification(new Uint8Array(40_801)))).toMatchObject({ code: 'malformed' })
})
