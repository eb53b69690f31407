import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBinary } from '../../src/index'
import { createSmppCollector, type SmppPdu, toSmpp } from '../../src/smpp/index'
import { runs } from '../support/long'
import { octets } from '../support/octets'
import { anyText } from '../support/texts'
import { thrownBy } from '../support/thrown'

const TEXT = 'ж'.repeat(150)
const from = (source_addr: string, pdus: object[]): SmppPdu[] => pdus.map((pdu) => ({ source_addr, ...pdu }))

describe('PDUs as they arrive', () => {
  test.each(['udh', 'sar'] as const)('become a message with the last of them: %s', (carry) => {
    const collector = createSmppCollector()
    const [first, second, third] = from('1', toSmpp(TEXT, { carry, reference: 5 })) as [SmppPdu, SmppPdu, SmppPdu]
    expect(collector.add(third, 10)).toEqual({ evicted: [] })
    expect(collector.add(first, 20)).toEqual({ evicted: [] })
    expect(collector.pending).toEqual([
      { key: { from: '1' }, reference: 5, total: 3, have: [1, 3], missing: [2], since: 10, pdus: [first, third] },
    ])
    const { reading, pdus } = collector.add(second)
    expect(reading).toMatchObject({ text: TEXT, charset: 'ucs2', elements: [] })
    expect(pdus).toEqual([first, second, third])
    expect(pdus![1]).toBe(second)
    expect(collector.pending).toEqual([])
  })

  test('one that is whole comes back at once: a payload, a receipt', () => {
    const collector = createSmppCollector()
    expect(collector.add(toSmpp(TEXT, { carry: 'payload' })[0]!).reading!.text).toBe(TEXT)
    const receipt = { esm_class: 4, short_message: 'id:1 stat:DELIVRD' }
    expect(collector.add(receipt).reading!.receipt).toMatchObject({ id: '1', state: 'delivered' })
  })

  test('octets, and texts of other alphabets, come together', () => {
    const collector = createSmppCollector({ defaultAlphabet: 'latin1' })
    const data = Uint8Array.from({ length: 200 }, (_, at) => at)
    const read = toSmpp(encodeBinary({ data })).map((pdu) => collector.add(pdu).reading)
    expect(read.at(-1)!.data).toEqual(data)
    const part = (sar_segment_seqnum: number, wire: string) => ({
      short_message: octets(wire),
      sar_msg_ref_num: 1,
      sar_total_segments: 2,
      sar_segment_seqnum,
    })
    collector.add(part(2, 'E9'))
    expect(collector.add(part(1, '4A6F73')).reading).toMatchObject({ text: 'José', charset: 'latin1' })
  })

  test('octets that the caller writes over later are not those that are kept', () => {
    const collector = createSmppCollector()
    const pdus = toSmpp('b'.repeat(300))
    const copy = { ...pdus[0]!, short_message: Buffer.from(pdus[0]!.short_message!) }
    collector.add(copy)
    copy.short_message.fill(0)
    expect(collector.add(pdus[1]!).reading!.text).toBe('b'.repeat(300))
  })

  test('what is given up has its PDUs', () => {
    const collector = createSmppCollector({ maxPending: 1 })
    const [one] = from('1', toSmpp(TEXT))
    const [other] = from('2', toSmpp(TEXT))
    collector.add(one!, 1)
    expect(collector.add(other!, 2).evicted).toMatchObject([{ key: { from: '1' }, pdus: [one] }])
    expect(collector.expire(3)).toMatchObject([{ key: { from: '2' }, have: [1], pdus: [other] }])
  })

  test('wrong octets are refused, or read leniently with the index of their PDU', () => {
    const [one, other] = toSmpp('a'.repeat(200)) as [SmppPdu, SmppPdu]
    const broken = { ...other, short_message: Buffer.concat([other.short_message as Buffer, Buffer.from([0xff])]) }
    const strict = createSmppCollector()
    expect(thrownBy(() => strict.add(broken))).toMatchObject({
      code: 'malformed',
      argument: 'pdu.short_message',
      offset: 53,
    })
    expect(strict.pending).toEqual([])
    const lenient = createSmppCollector({ lenient: true })
    lenient.add(broken)
    expect(lenient.add(one).reading).toMatchObject({
      text: `${'a'.repeat(200)}\ufffd`,
      faults: [{ message: 1, offset: 53 }],
    })
    const ascii = { data_coding: 1, short_message: octets('41FF') }
    expect(lenient.add(ascii).reading).toMatchObject({ text: 'A\ufffd', faults: [{ message: 0, offset: 1 }] })
  })

  test.each<[() => unknown, string, string]>([
    [() => createSmppCollector({ maxPending: 0 }), 'invalid-value', 'options.maxPending'],
    [() => createSmppCollector({ defaultAlphabet: 'utf8' as never }), 'invalid-value', 'options.defaultAlphabet'],
    [() => createSmppCollector({ max: 1 } as never), 'unknown-option', 'options.max'],
    [() => createSmppCollector().add({ source_addr: 5 as never }), 'invalid-type', 'pdu.source_addr'],
    [() => createSmppCollector().add({ data_coding: 5 }), 'unsupported', 'pdu.data_coding'],
  ])('refusal %#', (call, code, argument) => {
    expect(thrownBy(call)).toMatchObject({ code, argument })
  })

  test('any interleaving of messages of different senders gives each back once', () => {
    const texts = fc.array(fc.tuple(anyText, fc.constantFrom('udh' as const, 'sar' as const)), {
      minLength: 1,
      maxLength: 5,
    })
    const arrivals = texts
      .map((list) => list.map(([text, carry], index) => ({ text, pdus: from(`${index}`, toSmpp(text, { carry })) })))
      .chain((list) => {
        const all = list.flatMap(({ pdus }) => pdus)
        return fc.tuple(fc.constant(list), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))
      })
    fc.assert(
      fc.property(arrivals, ([list, order]) => {
        const collector = createSmppCollector()
        const readings = order.flatMap((pdu) => {
          const { reading, pdus } = collector.add(pdu)
          return reading === undefined ? [] : [[pdus![0]!.source_addr, reading.text]]
        })
        expect(readings.sort()).toEqual(list.map(({ text }, index) => [`${index}`, text]).sort())
        expect(collector.pending).toEqual([])
      }),
      { numRuns: runs(80, 1000) },
    )
  })
})
