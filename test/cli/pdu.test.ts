import { describe, expect, test } from 'vitest'
import { encode } from '../../src/index'
import { encodePdu, encodeSubmit } from '../../src/pdu/index'
import { objects, printed, septet } from '../support/command'

const CENTRE = '07914306090909F9'
const DELIVER = `${CENTRE}040B914306103254F60000623050417090400BC8329BFD06DDDF723619`
/** A whole message of a public report; the other digits of it were read as user data. */
const REPORTED = '07919761989901F0040B919761989901F000001110100000000005C8329BFD06'
const STATUS = '0006170B914306604523F1623050417090406230504170514046'

describe('septet pdu', () => {
  test('tells every field of a message', async () => {
    expect(await printed(['pdu', DELIVER])).toBe(`SMS-DELIVER
  service centre    +34609090909
  from              +34600123456
  time              2026-03-05 14:07:09 +01:00
  protocol id       0x00
  data coding       0x00
  user data length  11
  user data         C8329BFD06DDDF723619
  text              Hello world
`)
  })

  test('tells flags that are set, a period, elements, and the text of one segment of several', async () => {
    const [pdu] = encodeSubmit('Привет '.repeat(20), {
      to: '1414',
      validity: 5760,
      statusReport: true,
      messageReference: 7,
      reference: 9,
    })
    const out = await printed(['pdu', '--direction', 'to-network', pdu!.hex])
    expect(out).toMatch(/^SMS-SUBMIT\n {2}to +1414\n {2}message reference +7\n/)
    expect(out).toMatch(/validity period +4 days\n/)
    expect(out).toMatch(/a report is asked for +yes\n/)
    expect(out).toMatch(/header +.*1 of 3/)
    expect(out).toMatch(/text +Привет Привет/)
    expect(out).not.toContain('duplicates')
  })

  test('tells what became of a message, in words', async () => {
    const out = await printed(['pdu'], `+CDS: 25\r\n${STATUS}\r\n`)
    expect(out).toContain('SMS-STATUS-REPORT\n')
    expect(out).toMatch(/status +0x46: validity period expired\n/)
  })

  test('reads a modem, a line each, or a TPDU alone', async () => {
    expect(await printed(['pdu', '-'], `+CMGR: 1,,29\r\n${DELIVER}\r\n\r\nOK\r\n`)).toContain('Hello world')
    const list = `AT+CMGL=4\r\n+CMGL: 1,1,,29\r\n${DELIVER}\r\n+CMGL: 2,0,,25\r\n${STATUS}\r\n\r\nOK\r\n`
    expect((await printed(['pdu'], list)).match(/^SMS-.*$/gm)).toEqual(['SMS-DELIVER', 'SMS-STATUS-REPORT'])
    const both = await printed(['pdu', '--lines'], `${DELIVER}\n${DELIVER}\n`)
    expect(both.match(/SMS-DELIVER/g)).toHaveLength(2)
    expect(await printed(['pdu', '--no-smsc', DELIVER.slice(16)])).toContain('Hello world')
    expect(await printed(['pdu', '--no-smsc', '--direction', 'to-network', '--carrier', 'error', '000000'])).toMatch(
      /SMS-DELIVER-REPORT\n {2}failure cause +0x00: reserved/,
    )
  })

  test('reads a list of which each line has a header and its PDU', async () => {
    const listed = `AT+CMGL=4\n+CMGL: 1,1,,29 ${DELIVER}\n+CMGL: 2,1,,29 ${DELIVER} OK\n`
    expect(await objects('pdu', [], listed)).toMatchObject([{ type: 'deliver' }, { type: 'deliver' }])
  })

  test('prints JSON, octets in hex', async () => {
    expect(await objects('pdu', [DELIVER])).toMatchObject([
      { type: 'deliver', originator: { value: '34600123456', octets: '0B914306103254F6' }, userDataLength: 11 },
    ])
  })

  test('says what is wrong, and where; with --lenient, all of it', async () => {
    expect(await septet(['pdu', DELIVER.slice(0, -2)])).toEqual({
      code: 1,
      out: '',
      err: 'septet: argument 1: pdu: ends within the user data, which is 10 octets long: 9 are there, at offset 72\n',
    })
    const lenient = await printed(['pdu', '--lenient', `${DELIVER}AABB`])
    expect(lenient).toMatch(/after it +AABB\n {2}fault +has 2 octets after the last field, at offset 74\n/)
    expect((await septet(['pdu', '--direction', 'up', DELIVER])).code).toBe(2)
    expect((await septet(['pdu', '--lines', DELIVER])).code).toBe(2)
  })
})

describe('septet decode', () => {
  test('reads the user data of a whole PDU', async () => {
    expect(await printed(['decode', REPORTED])).toBe('Hello\n')
    expect(await printed(['decode', DELIVER])).toBe('Hello world\n')
    expect(await printed(['decode'], DELIVER)).toBe('Hello world\n')
    expect(await printed(['decode', DELIVER.slice(16)])).toBe('Hello world\n')
    const text = 'жы'.repeat(60)
    const submits = encodeSubmit(text, { to: '+34600654321', reference: 5 }).map(({ hex }) => hex)
    expect(await printed(['decode', ...submits.reverse()])).toBe(`${text}\n`)
    expect(await objects('decode', [DELIVER])).toMatchObject([{ text: 'Hello world', encoding: 'GSM-7' }])
  })

  test('says of a PDU without a text which it is', async () => {
    expect(await septet(['decode', STATUS])).toEqual({
      code: 1,
      out: '',
      err: 'septet: argument 1: is a whole SMS-STATUS-REPORT, which has no text; septet pdu shows its fields\n',
    })
  })

  test('takes digits for user data where an option says so, and where they are no PDU', async () => {
    const { code, out } = await septet(['decode', '--udl', '10', DELIVER])
    expect([code, out]).not.toEqual([0, 'Hello world\n'])
    for (const text of ['hello', 'a'.repeat(160), 'To the letter: 0123456789, +34600123456']) {
      const { userData } = encode(text)[0]!
      expect(await printed(['decode', Buffer.from(userData).toString('hex')])).toBe(`${text}\n`)
    }
  })
})

test('a PDU of the library is read by the command', async () => {
  const [message] = encode('Hi')
  const pdu = encodePdu({
    type: 'deliver',
    originator: { value: 'Septet', type: 'alphanumeric' },
    timeStamp: new Date('2026-11-29T17:00:00Z'),
    ...message!,
  })
  expect(await printed(['pdu', pdu.hex])).toMatch(
    /from +Septet \(alphanumeric\)\n {2}time +2026-11-29 17:00:00 \+00:00/,
  )
})
