import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encode, encodeBinary, encodeWapPush, SeptetError, type TextOptions } from '../../src/index'
import { fromSmpp, type SmppPdu, toSmpp } from '../../src/smpp/index'
import { toSmpp as referenceToSmpp } from '../reference/smpp'
import { withGetters } from '../support/getters'
import { runs } from '../support/long'
import { hex, octets } from '../support/octets'
import { anyText, wireOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'

const PORTS_8 = { type: 'ports', bits: 8, destination: 240, source: 1 } as const
const PORTS_16 = { type: 'ports', bits: 16, destination: 2948, source: 9200 } as const
const OTHER = { type: 'unknown', id: 0x70, data: Uint8Array.of(1) } as const
const anyHeader = fc.constantFrom(
  undefined,
  [PORTS_16],
  [PORTS_8],
  [OTHER],
  [PORTS_16, OTHER],
  [PORTS_16, { ...PORTS_16, destination: 1 }],
)

const pdu = (data_coding: number, wire: string, rest: object = {}): SmppPdu => ({
  data_coding,
  short_message: octets(wire),
  ...rest,
})

describe('a text for SMPP', () => {
  test('is one septet an octet after its header', () => {
    const [first, second] = toSmpp('Hello'.repeat(40), { reference: 0x2a })
    expect(first).toMatchObject({ esm_class: 0x40, data_coding: 0 })
    expect(hex(first!.short_message!.subarray(0, 11))).toBe('0500032A020148656C6C6F')
    expect(first!.short_message).toHaveLength(6 + 153)
    expect(second!.short_message).toHaveLength(6 + 47)
    expect(Buffer.isBuffer(first!.short_message)).toBe(true)
  })

  test('has no members beside its own', () => {
    expect(toSmpp('Hello')).toEqual([{ esm_class: 0, data_coding: 0, short_message: Buffer.from('Hello') }])
  })

  test.each<[string, TextOptions, number, string]>([
    ['Привет', {}, 8, '041F04400438043204350442'],
    ['flash', { flash: true }, 0xf0, '666C617368'],
    ['вспышка', { flash: true }, 0x18, '0432044104 3F044B0448043A0430'.replace(' ', '')],
    ['[€]', {}, 0, '1B3C1B651B3E'],
  ])('%s %j', (text, options, data_coding, wire) => {
    const [message] = toSmpp(text, options)
    expect(message).toMatchObject({ esm_class: 0, data_coding })
    expect(hex(message!.short_message!)).toBe(wire)
    expect(fromSmpp(message!)).toMatchObject({ text })
  })

  test('names national languages in a header', () => {
    const [message] = toSmpp('İşğ', { languages: ['turkish'], encoding: 'GSM-7' })
    expect(message).toMatchObject({ esm_class: 0x40, data_coding: 0 })
    expect(fromSmpp(message!)).toMatchObject({ text: 'İşğ', languages: ['turkish'] })
  })

  test('may be numbered by parameters', () => {
    const messages = toSmpp('ж'.repeat(80), { carry: 'sar', reference: 42 })
    expect(messages).toMatchObject([
      { esm_class: 0, data_coding: 8, sar_msg_ref_num: 42, sar_total_segments: 2, sar_segment_seqnum: 1 },
      { esm_class: 0, data_coding: 8, sar_msg_ref_num: 42, sar_total_segments: 2, sar_segment_seqnum: 2 },
    ])
    expect(messages.map(({ short_message }) => short_message!.length)).toEqual([134, 26])
    expect(fromSmpp(messages)).toMatchObject({ text: 'ж'.repeat(80), elements: [] })
    expect(toSmpp('short', { carry: 'sar' })).toEqual(toSmpp('short'))
  })

  test('may be whole in message_payload, its header once', () => {
    const text = '€[]'.repeat(300)
    const [message, ...others] = toSmpp(text, { carry: 'payload' })
    expect(others).toEqual([])
    expect(message).not.toHaveProperty('short_message')
    expect(message!.message_payload).toHaveLength(6 * 300)
    expect(fromSmpp(message!).text).toBe(text)
    const turkish = 'ğş'.repeat(200)
    const [national] = toSmpp(turkish, { carry: 'payload', languages: ['turkish'] })
    expect(national!.esm_class).toBe(0x40)
    expect(hex(national!.message_payload!.subarray(0, 4))).toMatch(/^0324 01|^03240[1]|^03250[1]/)
    expect(fromSmpp(national!)).toMatchObject({ text: turkish, languages: ['turkish'] })
  })

  test.each(['udh', 'sar', 'payload'] as const)('is that of the reference, carried as %s', (carry) => {
    const property = fc.property(anyText, wireOptions, anyHeader, (text, { packed: _, ...options }, header) => {
      const given = { ...options, ...(header && { header }) }
      const expected = referenceToSmpp(text, given, carry)
      if (expected === undefined) {
        const thrown = thrownBy(() => toSmpp(text, { ...given, carry }))
        expect(thrown).toMatchObject({ code: 'conflicting-options', argument: 'options.carry' })
        return
      }
      const members = toSmpp(text, { ...given, carry }).map((message) =>
        Object.fromEntries(
          Object.entries(message).map(([name, value]) => [name, typeof value === 'number' ? value : hex(value)]),
        ),
      )
      expect(members).toEqual(expected)
    })
    fc.assert(property, { numRuns: runs(40, 10_000) })
  })

  test.each<[string, unknown, unknown, string, string]>([
    ['ports of eight bits', 'a', { carry: 'sar', header: [PORTS_8] }, 'conflicting-options', 'options.carry'],
    ['packed septets', 'a', { packed: true }, 'unsupported-option', 'options.packed'],
    ['a way that is none', 'a', { carry: 'tlv' }, 'invalid-value', 'options.carry'],
    ['an unknown option', 'a', { lang: 1 }, 'unknown-option', 'options.lang'],
    ['no text', 1, {}, 'invalid-type', 'content'],
    ['no segments', [], {}, 'invalid-value', 'content'],
    ['packed segments', encode('a'), {}, 'unsupported', 'content[0].packed'],
    ['an option of texts beside segments', encode('ж'), { flash: true }, 'invalid-value', 'options.flash'],
    [
      'a header without room in SAR',
      'ğ',
      { carry: 'sar', languages: ['turkish'] },
      'conflicting-options',
      'options.carry',
    ],
  ])('%s: refused', (_name, content, options, code, argument) => {
    expect(thrownBy(() => toSmpp(content as string, options as object))).toMatchObject({ code, argument })
  })

  test('any text comes back from every way, in any order', () => {
    const options = fc.record({
      carry: fc.constantFrom('udh', 'sar', 'payload'),
      referenceBits: fc.constantFrom(8, 16),
      messageClass: fc.constantFrom(undefined, 0, 1, 2, 3),
      protocolId: fc.nat(255),
    })
    fc.assert(
      fc.property(anyText, options, (text, given) => {
        const messages = toSmpp(text, given as TextOptions)
        const reading = fromSmpp([...messages].reverse())
        expect(reading.text).toBe(text)
        expect(reading.messageClass).toBe(given.messageClass)
        if (given.protocolId > 0) expect(reading.protocolId).toBe(given.protocolId)
      }),
      { numRuns: runs(150, 3000) },
    )
  })
})

describe('octets for SMPP', () => {
  const data = Uint8Array.from({ length: 300 }, (_, at) => at & 0xff)

  test.each(['udh', 'sar', 'payload'] as const)('come back from %s, with their ports', (carry) => {
    const ports = { type: 'ports', bits: 16, destination: 2948, source: 9200 } as const
    const messages = toSmpp(encodeBinary({ data, header: [ports] }), { carry })
    expect(fromSmpp(messages)).toMatchObject({ encoding: '8-bit', charset: 'octets', data })
    expect(fromSmpp(messages).elements).toEqual(carry === 'payload' ? [ports] : messages.map(() => ports))
    if (carry === 'sar') expect(messages[0]).toMatchObject({ esm_class: 0, source_port: 9200, dest_port: 2948 })
  })

  test('a WAP push is as it is', () => {
    const push = encodeWapPush({ href: 'http://wap.ru/', text: 'WAP.RU' })
    expect(fromSmpp(toSmpp(push)).elements).toEqual([{ type: 'ports', bits: 16, destination: 2948, source: 9200 }])
  })
})

describe('data_coding by the table of SMPP', () => {
  test.each<[number, string, string, string]>([
    [0x00, '00024865', '@$He', 'gsm7'],
    [0x01, '40245F5B', '@$_[', 'ascii'],
    [0x03, '4A6F73E9', 'José', 'latin1'],
    [0x03, '75736572406578616D706C65', 'user@example', 'latin1'],
    [0x06, 'A1BFF0D0FD', 'ЁП№а§', 'iso-8859-5'],
    [0x07, 'F9ECE5ED21', 'שלום!', 'iso-8859-8'],
    [0x08, '043F', 'п', 'ucs2'],
    [0xf0, '00', '@', 'gsm7'],
    [0x10, '00', '@', 'gsm7'],
    [0x18, '043F', 'п', 'ucs2'],
    [0xc0, '00', '@', 'gsm7'],
    [0xe8, '043F', 'п', 'ucs2'],
  ])('%i %s is %s', (data_coding, wire, text, charset) => {
    expect(fromSmpp(pdu(data_coding, wire))).toMatchObject({ text, charset, dataCoding: { octet: data_coding } })
  })

  test.each([0x02, 0x04, 0x14, 0xf4, 0xf5])('%i is octets', (data_coding) => {
    const reading = fromSmpp(pdu(data_coding, '0102FF'))
    expect(reading).toMatchObject({ encoding: '8-bit', data: octets('0102FF') })
    expect(reading).not.toHaveProperty('text')
  })

  test.each<[number, RegExp]>([
    [0x05, /JIS/],
    [0x09, /pictogram/],
    [0x0a, /2022/],
    [0x0b, /reserved/],
    [0x0c, /reserved/],
    [0x0d, /Kanji/],
    [0x0e, /5601/],
    [0x0f, /reserved/],
  ])('%i is refused by name, and leniently octets', (data_coding, words) => {
    const error = thrownBy(() => fromSmpp([pdu(0, '41'), pdu(data_coding, '82A0')]))
    expect(error).toMatchObject({ code: 'unsupported', argument: 'pdus[1].data_coding', value: data_coding })
    expect(error.message).toMatch(words)
    expect(fromSmpp(pdu(data_coding, '82A0'), { lenient: true })).toMatchObject({
      data: octets('82A0'),
      faults: [{ message: 0, offset: 0 }],
    })
  })

  test.each([
    ['iso-8859-5', 0x06],
    ['iso-8859-8', 0x07],
    ['ascii', 0x01],
  ])('%s is as TextDecoder has it', (label, data_coding) => {
    for (let octet = 0; octet < 256; octet++) {
      // What TextDecoder calls ASCII is Windows-1252; above 7F there is none.
      const expected =
        label === 'ascii' ? (octet < 0x80 ? String.fromCharCode(octet) : '\ufffd') : decoded(label, octet)
      expect(fromSmpp({ data_coding, short_message: Uint8Array.of(octet) }, { lenient: true }).text).toBe(expected)
    }
  })

  test('0 is what the operator says', () => {
    const sent = (alphabet: 'gsm7' | 'gsm7-packed' | 'latin1' | 'ascii', wire: string) =>
      fromSmpp(pdu(0, wire), { defaultAlphabet: alphabet }).text
    expect(sent('gsm7', '7E')).toBe('ü')
    expect(sent('latin1', 'FC')).toBe('ü')
    expect(sent('ascii', '7E')).toBe('~')
    expect(sent('gsm7-packed', 'E8329BFD06')).toBe('hello')
    expect(fromSmpp(pdu(1, '00'), { ia5Alphabet: 'gsm7' }).text).toBe('@')
  })

  test('1 beside a national language is GSM-7', () => {
    expect(fromSmpp(pdu(1, '03 25 01 01 1C', { esm_class: 0x40 })).text).toBe('Ş')
  })

  test('a class may be in a parameter', () => {
    expect(fromSmpp(pdu(0, '41', { dest_addr_subunit: 1 })).messageClass).toBe(0)
    expect(fromSmpp(pdu(0xf2, '41', { dest_addr_subunit: 1 })).messageClass).toBe(2)
  })
})

describe('the forms of a PDU', () => {
  test('header and message apart, as the npm package has them', () => {
    const parts = (sequence: number, message: string | Buffer) => ({
      esm_class: 0x40,
      data_coding: 0,
      short_message: { udh: [Buffer.from([0, 3, 7, 2, sequence])], message },
    })
    expect(fromSmpp([parts(2, 'b'), parts(1, 'a')])).toMatchObject({ text: 'ab', encoding: 'GSM-7' })
    expect(fromSmpp([parts(2, Buffer.from('b')), parts(1, Buffer.from('a'))])).toMatchObject({ text: 'ab' })
    expect(
      fromSmpp({ short_message: { udh: octets('05000307020161').subarray(0, 6), message: 'a' } }, { partial: true })
        .missing,
    ).toEqual([2])
    expect(fromSmpp({ short_message: { udh: octets('0003070201'), message: 'a' } }, { partial: true }).missing).toEqual(
      [2],
    )
  })

  test('text that is decoded already is text; an escape in it is none', () => {
    expect(fromSmpp({ data_coding: 8, short_message: 'Привет' })).toMatchObject({ text: 'Привет', encoding: 'UCS-2' })
    expect(fromSmpp({ data_coding: 0, short_message: { message: '\u001bx\u001b' } }).text).toBe('x ')
    expect(fromSmpp({ data_coding: 4, short_message: '\u0001\u00ff' }).data).toEqual(octets('01FF'))
  })

  test('octets that were lost in decoding are a fault', () => {
    const lost = { data_coding: 8, short_message: 'a\ufffdb' }
    expect(thrownBy(() => fromSmpp(lost))).toMatchObject({
      code: 'malformed',
      argument: 'pdu.short_message',
      offset: 1,
    })
    expect(fromSmpp(lost, { lenient: true })).toMatchObject({ text: 'a\ufffdb', faults: [{ message: 0, offset: 1 }] })
    expect(thrownBy(() => fromSmpp({ data_coding: 4, short_message: 'ж' }))).toMatchObject({ code: 'malformed' })
  })

  test('a payload is read where short_message is empty; both are a contradiction', () => {
    expect(fromSmpp({ data_coding: 8, short_message: Buffer.alloc(0), message_payload: octets('043F') }).text).toBe('п')
    const both = { short_message: octets('41'), message_payload: octets('42') }
    expect(thrownBy(() => fromSmpp(both))).toMatchObject({ code: 'malformed', argument: 'pdu.message_payload' })
    expect(fromSmpp(both, { lenient: true })).toMatchObject({ text: 'B', faults: [{}] })
  })

  test('a header of the payload is not looked for in a short_message that is empty', () => {
    for (const short_message of [Buffer.alloc(0), '', { message: Buffer.alloc(0) }, { message: '' }]) {
      const message_payload = octets('03 25 01 01 1C')
      expect(fromSmpp({ esm_class: 0x40, short_message, message_payload }).text).toBe('Ş')
    }
  })

  test('nothing at all is an empty text', () => {
    expect(fromSmpp({})).toMatchObject({ text: '', encoding: 'GSM-7', elements: [] })
    expect(fromSmpp({ data_coding: null })).toMatchObject({ text: '' })
  })

  test('three SAR parameters or none; a header wins over them', () => {
    const sar = { sar_msg_ref_num: 1, sar_total_segments: 2 }
    expect(fromSmpp(pdu(0, '41', sar)).text).toBe('A')
    expect(thrownBy(() => fromSmpp(pdu(0, '41', { ...sar, sar_segment_seqnum: 2 })))).toMatchObject({
      code: 'incomplete',
      argument: 'pdu',
    })
    expect(fromSmpp(pdu(0, '41', { ...sar, sar_segment_seqnum: 3 })).text).toBe('A')
    const header = { esm_class: 0x40, ...sar, sar_segment_seqnum: 1 }
    expect(fromSmpp(pdu(0, '05000307030241', header), { partial: true })).toMatchObject({ text: 'A', missing: [1, 3] })
  })

  test('SAR parameters beside a header without a number', () => {
    const one = pdu(0, '03 24 01 01 1B73', {
      esm_class: 0x40,
      sar_msg_ref_num: 1,
      sar_total_segments: 2,
      sar_segment_seqnum: 1,
    })
    const two = pdu(0, '03 24 01 01 1B67', {
      esm_class: 0x40,
      sar_msg_ref_num: 1,
      sar_total_segments: 2,
      sar_segment_seqnum: 2,
    })
    expect(fromSmpp([two, one])).toMatchObject({ text: 'şğ', languages: ['turkish'] })
  })
})

describe('octets that are wrong', () => {
  test.each<[string, SmppPdu, string, number]>([
    ['an octet above 7F in GSM-7', pdu(0, '41FC42'), 'A\ufffdB', 1],
    ['an octet above 7F in ASCII', pdu(1, '41FC42'), 'A\ufffdB', 1],
    ['a free place of ISO-8859-8', pdu(7, '41A1'), 'A\ufffd', 1],
    ['half a unit', pdu(8, '043F04'), 'п\ufffd', 2],
    ['a header that is none', pdu(0, '48656C6C6F', { esm_class: 0x40 }), 'Hello', 5],
    ['after a header', pdu(0, '050003070101 41FC', { esm_class: 0x40 }), 'A\ufffd', 7],
    [
      'after no header, numbered by parameters',
      pdu(0, '41FC', { sar_msg_ref_num: 1, sar_total_segments: 1, sar_segment_seqnum: 1 }),
      'A\ufffd',
      1,
    ],
  ])('%s: an error, and leniently a fault at its offset', (_name, given, text, offset) => {
    expect(thrownBy(() => fromSmpp(given))).toMatchObject({ argument: 'pdu.short_message', offset })
    expect(fromSmpp(given, { lenient: true })).toMatchObject({ text, faults: [{ message: 0, offset }] })
    expect(fromSmpp(given, { lenient: true }).faults).toHaveLength(1)
  })

  test('a byte order mark is text, and followed leniently', () => {
    expect(fromSmpp(pdu(8, 'FEFF043F')).text).toBe('\ufeffп')
    expect(fromSmpp(pdu(8, 'FFFE3F04'), { lenient: true })).toMatchObject({ text: 'п', faults: [{ offset: 0 }] })
    expect(fromSmpp(pdu(8, 'FEFF043F'), { lenient: true })).toMatchObject({ text: 'п', faults: [{ offset: 0 }] })
  })

  test('a length that only the air forbids is no fault', () => {
    expect(fromSmpp(pdu(0, '41'.repeat(254)), { lenient: true })).toMatchObject({ text: 'A'.repeat(254), faults: [] })
    expect(fromSmpp({ data_coding: 3, message_payload: new Uint8Array(60_000).fill(0x41) }).text).toHaveLength(60_000)
    const wide = { data_coding: 0, short_message: new Uint8Array(161).fill(0x41, 0, 160).fill(0xff, 160) }
    expect(fromSmpp(wide, { lenient: true }).faults).toMatchObject([{ offset: 160 }])
  })

  test('two messages, and segments that differ, are named by their PDU', () => {
    const of = (reference: number, letter: string) => toSmpp(letter.repeat(200), { reference })
    expect(thrownBy(() => fromSmpp([of(1, 'a')[0]!, of(2, 'a')[1]!]))).toMatchObject({
      code: 'mixed-messages',
      argument: 'pdus[1]',
    })
    expect(thrownBy(() => fromSmpp([of(1, 'a')[0]!, of(1, 'b')[0]!]))).toMatchObject({
      code: 'conflicting-segments',
      argument: 'pdus[1]',
    })
    expect(thrownBy(() => fromSmpp([]))).toMatchObject({ code: 'invalid-value', argument: 'pdus' })
  })

  test.each<[unknown, string, string]>([
    [undefined, 'invalid-type', 'pdu'],
    [{ esm_class: '0' }, 'invalid-type', 'pdu.esm_class'],
    [{ data_coding: 256 }, 'invalid-value', 'pdu.data_coding'],
    [{ short_message: 5 }, 'invalid-type', 'pdu.short_message'],
    [{ short_message: { message: 5 } }, 'invalid-type', 'pdu.short_message.message'],
    [{ sar_msg_ref_num: 70000, sar_total_segments: 1, sar_segment_seqnum: 1 }, 'invalid-value', 'pdu.sar_msg_ref_num'],
  ])('%j: %s', (given, code, argument) => {
    expect(thrownBy(() => fromSmpp(given as SmppPdu))).toMatchObject({ code, argument })
  })

  test('any PDU is read or refused; leniently only what is not of one message is refused', () => {
    const content = fc.uint8Array({ maxLength: 40 })
    const letters = fc.string({ unit: fc.constantFrom('a', '\u001b', '\ufffd', '€', 'ÿ', '\ud800'), maxLength: 20 })
    const anyPdu = fc.record(
      {
        esm_class: fc.nat(255),
        data_coding: fc.oneof(fc.constantFrom(0, 1, 3, 4, 6, 7, 8), fc.nat(255)),
        short_message: fc.oneof(
          content,
          letters,
          fc.record({ message: content, udh: fc.array(content, { maxLength: 2 }) }),
        ),
        message_payload: content,
        sar_msg_ref_num: fc.nat(3),
        sar_total_segments: fc.nat(2),
        sar_segment_seqnum: fc.nat(3),
        dest_port: fc.nat(65535),
        receipted_message_id: content,
        message_state: fc.nat(12),
      },
      { requiredKeys: [] },
    )
    const alphabet = fc.constantFrom('gsm7' as const, 'gsm7-packed' as const, 'latin1' as const, 'ascii' as const)
    fc.assert(
      fc.property(fc.array(anyPdu, { minLength: 1, maxLength: 3 }), alphabet, (pdus, defaultAlphabet) => {
        expect(outcome(() => fromSmpp(pdus as SmppPdu[], { defaultAlphabet }))).not.toBe('crash')
        const lenient = outcome(() => fromSmpp(pdus as SmppPdu[], { defaultAlphabet, lenient: true, partial: true }))
        expect(['read', 'mixed-messages', 'conflicting-segments']).toContain(lenient)
        for (const one of pdus) {
          expect(outcome(() => fromSmpp(one as SmppPdu, { lenient: true, partial: true, defaultAlphabet }))).toBe(
            'read',
          )
        }
      }),
      { numRuns: runs(120, 10_000) },
    )
  })
})

describe('objects of classes that have getters', () => {
  test('are PDUs, options and segments', () => {
    expect(fromSmpp(withGetters({ data_coding: 3, short_message: octets('4A E9') })).text).toBe('Jé')
    const options = { carry: 'sar', transliterate: 'translit', reference: 7 } as const
    const text = 'Привет '.repeat(30)
    expect(toSmpp(text, withGetters(options))).toEqual(toSmpp(text, options))
    const segments = encodeBinary({ data: Uint8Array.of(1, 2) })
    expect(toSmpp(segments.map(withGetters))).toEqual(toSmpp(segments))
  })
})

function decoded(label: string, octet: number): string {
  return new TextDecoder(label).decode(Uint8Array.of(octet))
}

function outcome(call: () => unknown): string {
  try {
    call()
    return 'read'
  } catch (error) {
    return error instanceof SeptetError ? error.code : 'crash'
  }
}
