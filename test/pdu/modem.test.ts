import { describe, expect, test } from 'vitest'
import { decode, encode, encodeBinary, encodeWapPush, read, type ShortMessage } from '../../src/index'
import {
  type Deliver,
  decodePdu,
  decodeTpdu,
  encodePdu,
  encodeSubmit,
  type PduOptions,
  type Submit,
  type SubmitOptions,
} from '../../src/pdu/index'
import { hex, octets } from '../support/octets'
import { thrownBy } from '../support/thrown'

const CENTRE = '07914306090909F9'
const DELIVER = '040B914306103254F60000623050417090400BC8329BFD06DDDF723619'
const SUBMIT = '01000B914306604523F100000AE8329BFD4697D9EC37'
const STATUS = '06170B914306604523F1623050417090406230504170514000'
const REPORT = '010062305041709040'

describe('what a modem takes', () => {
  test('is read with its direction, and an error without it says so', () => {
    const error = thrownBy(() => decodePdu(`00${SUBMIT}`))
    expect(error.message).toBe(
      "pdu: has 13 octets after the last field (with direction 'to-network' it is a SUBMIT), at offset 20",
    )
    expect(decodePdu(`00${SUBMIT}`, { direction: 'to-network' }).type).toBe('submit')
  })

  test('has no such hint where that would be wrong', () => {
    expect(thrownBy(() => decodePdu(`00${REPORT}00`)).message).toBe(
      'pdu: has 1 octet after the last field, at offset 20',
    )
    expect(thrownBy(() => decodePdu(`00${SUBMIT}`, { direction: 'to-phone' })).reason).not.toContain('direction')
  })
})

describe('what a modem prints', () => {
  test.each([
    ['digits', `${CENTRE}${DELIVER}`, 'deliver'],
    [
      'digits in lower case, with blanks and line ends',
      `${CENTRE}${DELIVER}`.toLowerCase().replace(/(.{10})/g, '$1 \r\n'),
      'deliver',
    ],
    ['an OK that is glued to them', `${CENTRE}${DELIVER}OK`, 'deliver'],
    ['a message that is read', `AT+CMGR=1\r\n+CMGR: 0,,29\r\n${CENTRE}${DELIVER}\r\n\r\nOK\r\n`, 'deliver'],
    ['one that is stored to be sent', `+CMGR: 2,"",22\r\n00${SUBMIT}\r\nOK`, 'submit'],
    ['one of a list', `+CMGL: 1,1,,29\r\n${CENTRE}${DELIVER}`, 'deliver'],
    ['one of a list that was sent', `+CMGL: 12,3,"a, b",22\r\n00${SUBMIT}`, 'submit'],
    ['one that arrives', `\r\n+CMT: ,29\r\n${CENTRE}${DELIVER}\r\n`, 'deliver'],
    ['one that arrives from somebody', `+CMT: "Ann",29\r\n${CENTRE}${DELIVER}`, 'deliver'],
    ['one that arrives, without the comma', `+CMT: 29\r\n${CENTRE}${DELIVER}`, 'deliver'],
    ['a report that arrives', `+CDS: 25\r\n00${STATUS}`, 'status-report'],
    ['a report that was stored', `+CDSI: "SM",3\r\nAT+CMGR=3\r\n+CMGR: 0,,25\r\n00${STATUS}\r\nOK`, 'status-report'],
    ['what was typed', `AT+CMGS=22\r> 00${SUBMIT}\x1a\r\n+CMGS: 12\r\nOK\r\n`, 'submit'],
    ['what was stored', `AT+CMGW=22,2\r\n> 00${SUBMIT}\x1a`, 'submit'],
    ['a command', 'AT+CMGC=14\r\n> 0022300000170B914306604523F100\x1a', 'command'],
    ['the centre that took it', `+CMGS: 12,"${REPORT}"`, 'submit-report'],
    ['what the phone returns', 'AT+CNMA=2,3\r\n> 00D300\x1a', 'deliver-report'],
    ['one of a list, all in one line', `+CMGL: 1,1,,29 ${CENTRE}${DELIVER}`, 'deliver'],
    ['a line of a manual, with its OK', `+CMGL: 4,3,"a b 0123456789ab",22  00${SUBMIT} OK`, 'submit'],
    ['a line whose length says that there is no centre', `+CMT: ,29\r\n${DELIVER}`, 'deliver'],
  ])('%s', (_, text, type) => {
    expect(decodePdu(text).type).toBe(type)
  })

  test('is the same as octets, and comes back', () => {
    const read = decodePdu(octets(`${CENTRE}${DELIVER}`))
    expect(read).toEqual(decodePdu(`${CENTRE}${DELIVER}`))
    expect(read.smsc).toEqual({ value: '34609090909', type: 'international', plan: 'e164', octets: octets(CENTRE) })
    expect(encodePdu(read)).toEqual({ tpdu: octets(DELIVER), hex: `${CENTRE}${DELIVER}`, length: 29 })
    expect(decode(read as Deliver)).toBe('Hello world')
  })

  test.each([['00'], ['0191'], ['0B911234567890123456789F'], ['07A14306090909F9']])('centre %s is kept', (centre) => {
    const read = decodePdu(`${centre}${DELIVER}`)
    expect(encodePdu(read).hex).toBe(`${centre}${DELIVER}`)
  })

  test('of one line has its offsets there', () => {
    const text = `+CMT: ,29 ${CENTRE}${DELIVER.slice(0, -2)}`
    expect(thrownBy(() => decodePdu(text))).toMatchObject({ code: 'malformed', offset: 26 })
    expect(thrownBy(() => decodePdu(`+CMTT: ,29 ${CENTRE}${DELIVER}`))).toMatchObject({ code: 'malformed', offset: 0 })
  })

  test('has the direction and the centre that the options say, whatever the line does', () => {
    const text = `+CMGL: 1,2,,22\r\n00${SUBMIT}`
    expect(decodePdu(text).type).toBe('submit')
    expect(decodePdu(text, { direction: 'to-phone', lenient: true }).type).toBe('submit-report')
    expect(decodePdu(SUBMIT, { direction: 'to-network', smsc: false }).type).toBe('submit')
    expect(decodePdu('00D300', { direction: 'to-network', smsc: false, carrier: 'error' }).type).toBe('deliver-report')
  })

  const OTHER = `+CMGL: 2,1,,29\r\n${CENTRE}${DELIVER}`
  test.each<[string, string, PduOptions, object]>([
    ['a letter', '07914306090909FX', {}, { code: 'malformed', offset: 15 }],
    ['half an octet', '0791430', {}, { code: 'truncated', offset: 6 }],
    ['nothing', '', {}, { code: 'truncated', offset: 0 }],
    ['nothing after the centre', '00', {}, { code: 'truncated', offset: 2 }],
    ['a second PDU', `+CMGL: 1,1,,29\r\n${CENTRE}${DELIVER}\r\n${OTHER}`, {}, { code: 'malformed', offset: 92 }],
    ['a page of cell broadcast', '+CBM: 88\r\n0010', {}, { code: 'unsupported', offset: 0 }],
    ['an error of the modem', '+CMS ERROR: 500', {}, { code: 'malformed', offset: 0 }],
    [
      'a length in the line that is not that of the octets',
      `+CMT: ,30\r\n${CENTRE}${DELIVER}`,
      {},
      { code: 'malformed' },
    ],
    ['a centre of more octets than there can be', `0C91${'00'.repeat(40)}`, {}, { code: 'malformed', offset: 0 }],
    ['digits that end early', `+CMGR: 1,,29\r\n${CENTRE}${DELIVER.slice(0, -4)}`, {}, { code: 'malformed' }],
    ['octets after the message', `${CENTRE}${DELIVER}FF`, {}, { code: 'malformed', offset: 74 }],
    ['a digit of a PDU that ends early', `  ${CENTRE}${DELIVER.slice(0, -2)}`, {}, { code: 'truncated', offset: 74 }],
    ['an option that is none', DELIVER, { centre: 1 } as PduOptions, { code: 'unknown-option' }],
    ['a direction that is none', DELIVER, { direction: 'up' as 'to-phone' }, { argument: 'options.direction' }],
  ])('%s is refused, with the offset in the text', (_, text, options, expected) => {
    expect(thrownBy(() => decodePdu(text, options))).toMatchObject(expected)
  })

  test('is read as far as it goes where it ends early or goes on', () => {
    const whole = `${CENTRE}${DELIVER}`
    for (let digits = CENTRE.length + 2; digits < whole.length; digits++) {
      const { faults, ...read } = decodePdu(whole.slice(0, digits), { lenient: true })
      expect(read).toMatchObject({ type: 'deliver', smsc: { value: '34609090909' } })
      expect(faults![0]!.offset).toBeGreaterThanOrEqual(digits - 1)
      // What is left is a message, whose text is the beginning of the whole one's.
      expect('Hello world').toContain(decode(read as Deliver))
    }
    const longer = decodePdu(`${whole}AABB`, { lenient: true })
    expect(longer).toMatchObject({ rest: octets('AABB'), faults: [{ offset: whole.length }] })
    const { faults } = decodePdu(`+CMT: ,30\r\n${whole}`, { lenient: true })
    expect(faults).toMatchObject([{ reason: 'has a TPDU of 29 octets, and its line says 30' }])
  })

  test('a report that ends before its status says none', () => {
    const read = decodePdu(`00${STATUS.slice(0, -2)}`, { lenient: true })
    expect(read).toMatchObject({ type: 'status-report', messageReference: 0x17 })
    expect(read).not.toHaveProperty('status')
    expect(decodePdu('0006', { lenient: true })).not.toHaveProperty('messageReference')
  })

  test('of a user data length that lies, the octets count', () => {
    const [head, data] = [`00${DELIVER.slice(0, -22)}`, DELIVER.slice(-20)]
    for (const [length, text] of [
      ['0C', 'Hello world'],
      ['FF', 'Hello world'],
      ['05', 'Hello'],
    ] as const) {
      const read = decodePdu(`${head}${length}${data}`, { lenient: true })
      expect(decode(read as Deliver)).toBe(text)
      expect(read.faults!.length).toBeGreaterThan(0)
    }
  })
})

describe('what one types at a modem', () => {
  const to = '+34600654321'
  const submits = (text: string, options: Partial<SubmitOptions> = {}) =>
    encodeSubmit(text, { to, ...options }).map(({ tpdu }) => decodeTpdu(tpdu, { direction: 'to-network' }) as Submit)

  test.each<[string, Partial<SubmitOptions>, string, number]>([
    ['hellohello', {}, `00${SUBMIT}`, 22],
    ['hellohello', { smsc: '+34609090909' }, `${CENTRE}${SUBMIT}`, 22],
    ['hellohello', { messageReference: 255 }, '0001FF0B914306604523F100000AE8329BFD4697D9EC37', 22],
    ['hellohello', { validity: 5760 }, '0011000B914306604523F10000AA0AE8329BFD4697D9EC37', 23],
    ['hellohello', { statusReport: true, rejectDuplicates: true, replyPath: true }, `00A5${SUBMIT.slice(2)}`, 22],
    [
      'until then',
      { messageReference: 5, validity: { local: '2027-01-02T03:04:05', offsetMinutes: -300 } },
      '0019050B914306604523F100007210203040500A0A75373DCD06D1D16537',
      29,
    ],
    [
      'once',
      { messageReference: 6, validity: { format: 'enhanced', singleShot: true } },
      '0009060B914306604523F1000040000000000000046FF7B80C',
      24,
    ],
    ['', { protocolId: 0x40, messageReference: 0x15 }, '0001150B914306604523F1400000', 13],
    ['short', { to: '112', messageReference: 0x13 }, '000113038111F200000573F45B4E07', 14],
  ])('%s %o', (text, options, digits, length) => {
    const [pdu, ...others] = encodeSubmit(text, { to, ...options })
    expect(pdu).toEqual({ tpdu: octets(digits.slice(-2 * length)), hex: digits, length })
    expect(others).toEqual([])
  })

  test('has every option of encode, and a reference more in each segment', () => {
    const text = 'Привет, мир! '.repeat(20)
    const options = { transliterate: 'translit', referenceBits: 16, reference: 700, flash: true } as const
    const segments = submits(text, { ...options, messageReference: 254 })
    expect(segments.map(({ messageReference }) => messageReference)).toEqual([254, 255, 0].slice(0, segments.length))
    const messages = encode(text, options)
    expect(segments.map(({ userData }) => hex(userData))).toEqual(messages.map(({ userData }) => hex(userData)))
    expect(segments.map(({ dataCoding }) => dataCoding)).toEqual(messages.map(({ dataCoding }) => dataCoding))
    expect(read(segments).text).toBe(read(messages).text)
  })

  test('takes messages that are encoded already, and packs those that are not', () => {
    const text = 'a€'.repeat(120)
    const packed = encodeSubmit(encode(text, { reference: 7 }), { to })
    expect(encodeSubmit(encode(text, { reference: 7, packed: false }), { to })).toEqual(packed)
    expect(encodeSubmit(text, { to, reference: 7, packed: false })).toEqual(packed)
    const header = encodeBinary({
      header: [{ type: 'concat', bits: 8, reference: 1, total: 1, sequence: 1 }],
      data: new Uint8Array(),
      dataCoding: 0,
    })
    // A header alone: seven octets, seven septets, the last octet its fill.
    expect(encodeSubmit(header, { to })[0]!.hex.slice(-16)).toBe('0705000301010100')
    const push = encodeWapPush({ type: 'si', href: 'http://a.b/', text: 'x' } as never)
    expect(encodeSubmit(push, { to })).toHaveLength(push.length)
  })

  test('unpacked septets after every length of header come back as they were', () => {
    for (let data = 0; data <= 12; data++) {
      for (let septets = 0; septets <= 20; septets++) {
        const message = encodeBinary({
          header: [{ type: 'unknown', id: 0x70, data: new Uint8Array(data) }],
          data: Uint8Array.from({ length: septets }, (_, index) => 0x41 + index),
          dataCoding: 0,
        })
        const [submit] = encodeSubmit(message, { to })
        const text = 'ABCDEFGHIJKLMNOPQRST'.slice(0, septets)
        expect(decode(decodeTpdu(submit!.tpdu, { direction: 'to-network' }) as Submit)).toBe(text)
      }
    }
  })

  const unpacked = (userData: number[], hasHeader = false): ShortMessage[] => [
    {
      userData: Uint8Array.from(userData),
      userDataLength: userData.length,
      hasHeader,
      dataCoding: 0,
      protocolId: 0,
      packed: false,
    },
  ]
  test.each<[string, unknown, unknown, object]>([
    ['no receiver', 'a', {}, { code: 'invalid-type', argument: 'options.to' }],
    ['no options', 'a', undefined, { code: 'invalid-type', argument: 'options' }],
    ['a receiver with a blank', 'a', { to: '+34 1' }, { code: 'invalid-value', argument: 'options.to', offset: 2 }],
    ['a centre that is none', 'a', { to: '1', smsc: 'x' }, { code: 'invalid-value', argument: 'options.smsc' }],
    ['a period that is none', 'a', { to: '1', validity: 0 }, { argument: 'options.validity.minutes' }],
    ['an option that is none', 'a', { to: '1', ref: 1 }, { code: 'unknown-option', argument: 'options.ref' }],
    ['a reference that is none', 'a', { to: '1', messageReference: 256 }, { argument: 'options.messageReference' }],
    ['no text', 5, { to: '1' }, { code: 'invalid-type', argument: 'content' }],
    ['no message', [], { to: '1' }, { code: 'invalid-value', argument: 'content' }],
    ['no message in the list', [5], { to: '1' }, { code: 'invalid-type', argument: 'content[0]' }],
    [
      'an option of texts',
      encode('a'),
      { to: '1', encoding: 'UCS-2' },
      { code: 'invalid-value', argument: 'options.encoding' },
    ],
    ['another option', encode('a'), { to: '1', ref: 1 }, { code: 'unknown-option', argument: 'options.ref' }],
    ['an octet that is no septet', unpacked([0x41, 0x80]), { to: '1' }, { argument: 'content[0].userData', offset: 1 }],
    [
      'a header that does not end',
      unpacked([5, 0, 3], true),
      { to: '1' },
      { argument: 'content[0].userData', offset: 3 },
    ],
    [
      'a length that lies',
      [{ ...encode('a')[0], userDataLength: 9 }],
      { to: '1' },
      { argument: 'content[0].userDataLength' },
    ],
    ['letters outside GSM-7', 'ж', { to: '1', encoding: 'GSM-7' }, { code: 'unencodable', offset: 0 }],
  ])('%s is refused', (_, content, options, expected) => {
    expect(thrownBy(() => encodeSubmit(content as string, options as SubmitOptions))).toMatchObject(expected)
  })
})
