import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSmppCollector, fromSmpp, toSmpp } from '../../src/smpp/index'
import { extensionTable, mainTable } from '../reference/alphabet'
import { type Gateway, startGateway } from './kannel-gateway'
import { judgedBy, samples } from './programs'

const AMOUNT = 25

/** Without blanks at the ends, which an HTTP form may lose, and without controls. */
const gsm7 = fc
  .string({
    unit: fc.constantFrom(
      ...[...mainTable.values(), ...extensionTable.values()].filter((one) => !/[\r\n\f]/.test(one)),
    ),
    minLength: 1,
    maxLength: 400,
  })
  .map((text) => `a${text}z`)
const ucs2 = fc
  .string({ unit: fc.constantFrom(...'Привіт, 中文 ğş', '😀', '€'), minLength: 1, maxLength: 200 })
  .map((text) => `ж${text}я`)

judgedBy(['bearerbox', 'smsbox'], 'Kannel, a gateway', () => {
  let gateway: Gateway
  beforeAll(async () => {
    gateway = await startGateway()
  }, 60_000)
  afterAll(() => gateway.stop())

  /** The reading of the PDUs that are sent until one is whole. */
  const readAll = (pdus: Parameters<typeof fromSmpp>[0]) => fromSmpp(pdus)
  const isWhole = () => {
    const collector = createSmppCollector()
    let seen = 0
    return (pdus: Parameters<typeof collector.add>[0][]) =>
      pdus.slice(seen).some((pdu) => {
        seen++
        return collector.add(pdu).reading !== undefined
      })
  }

  test.each([
    ['GSM-7', gsm7, {}],
    ['UCS-2', ucs2, { coding: '2' }],
    ['flash, GSM-7', gsm7, { mclass: '0' }],
    ['flash, UCS-2', ucs2, { coding: '2', mclass: '0' }],
  ])(`sends ${AMOUNT} texts that we read: %s`, async (_, texts, request) => {
    for (const text of samples(texts, AMOUNT)) {
      const reading = readAll(await gateway.send({ text, ...request }, isWhole()))
      expect(reading.text).toBe(text)
      expect(reading.messageClass ?? reading.dataCoding.messageClass).toBe('mclass' in request ? 0 : undefined)
    }
  })

  test.each([
    ['GSM-7', gsm7, {}],
    ['UCS-2', ucs2, {}],
    ['flash', gsm7, { flash: true }],
    ['a 16-bit reference', ucs2, { referenceBits: 16 }],
    ['SAR parameters', gsm7, { carry: 'sar' }],
    ['message_payload', ucs2, { carry: 'payload' }],
  ] as const)(`reads ${AMOUNT} texts that we write: %s`, async (_, texts, options) => {
    for (const [index, text] of samples(texts, AMOUNT).entries()) {
      const from = `34600${index}`
      expect(await gateway.deliver(toSmpp(text, options), from)).toMatchObject({
        text,
        from: expect.stringContaining(from),
      })
    }
  })
})
