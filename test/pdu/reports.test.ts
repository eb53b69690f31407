// TS 23.040 9.2.2.1a, .2a, .3: the user data of reports, which are no messages and may be longer than one.
import { describe, expect, test } from 'vitest'
import { decode, read } from '../../src/index'
import { decodeTpdu, encodeTpdu, type TpduInput } from '../../src/pdu/index'
import { pack } from '../reference/packing'
import { septet } from '../support/command'
import { hex } from '../support/octets'
import { thrownBy } from '../support/thrown'
import { findDirection } from '../support/tpdus'

const timeStamp = new Date('2026-03-05T13:07:09Z')
const about = { messageReference: 1, recipient: '+34600654321', timeStamp, dischargeTime: timeStamp, status: 0 }

/** Each report with so many octets of user data as it may have, in the two forms of those that have two. */
const REPORTS: readonly [name: string, report: object, most: number][] = [
  ['a status report', { type: 'status-report', ...about }, 143],
  ['a DELIVER-REPORT', { type: 'deliver-report' }, 159],
  ['a DELIVER-REPORT of a refusal', { type: 'deliver-report', failureCause: 0xd3 }, 158],
  ['a SUBMIT-REPORT', { type: 'submit-report', timeStamp }, 152],
  ['a SUBMIT-REPORT of a refusal', { type: 'submit-report', timeStamp, failureCause: 0xc0 }, 151],
]

const writtenAndRead = (tpdu: object) =>
  decodeTpdu(encodeTpdu(tpdu as TpduInput), { direction: findDirection(tpdu as TpduInput) }) as never

describe.each(REPORTS)('%s', (_, report, most) => {
  test('is read to its last octet: text, units and data', () => {
    const [septets, units] = [Math.floor((8 * most) / 7), Math.floor(most / 2)]
    const text = 'a€'.repeat(septets / 3).padEnd(septets - Math.floor(septets / 3), 'b')
    const packed = { userData: pack(septetsOf(text)), userDataLength: septets, dataCoding: 0 }
    expect(decode(writtenAndRead({ ...report, ...packed }))).toBe(text)
    const ucs2 = Uint8Array.from({ length: 2 * units }, (__, place) => (place % 2 === 0 ? 4 : 0x16))
    expect(decode(writtenAndRead({ ...report, userData: ucs2, userDataLength: 2 * units, dataCoding: 8 }))).toBe(
      'Ж'.repeat(units),
    )
    const data = Uint8Array.from({ length: most }, (__, place) => place)
    const reading = read(writtenAndRead({ ...report, userData: data, userDataLength: most, dataCoding: 4 }))
    expect(hex(reading.data!)).toBe(hex(data))
  })

  test('is of the default alphabet where it names no data coding', () => {
    const userData = pack(septetsOf('read'))
    const tpdu = writtenAndRead({ ...report, userData, userDataLength: 4 })
    expect(read(tpdu)).toMatchObject({ encoding: 'GSM-7', text: 'read', dataCoding: { octet: 0 } })
    expect(tpdu).not.toHaveProperty('dataCoding')
  })

  test('without user data says nothing', () => {
    expect(decode(writtenAndRead(report))).toBe('')
  })
})

test('a message has the limits of a message, whatever its type', () => {
  const message = { userData: new Uint8Array(141), dataCoding: 4, hasHeader: false }
  for (const type of ['deliver', 'submit', 'command', 'x', 5, undefined]) {
    expect(thrownBy(() => read({ type, ...message } as never))).toMatchObject({ code: 'malformed', offset: 140 })
    expect(thrownBy(() => read({ type, ...message, dataCoding: undefined } as never))).toMatchObject({
      code: 'invalid-type',
      argument: 'message.dataCoding',
    })
  }
  expect(thrownBy(() => read({ type: 'deliver-report', ...message, userData: new Uint8Array(160) }))).toMatchObject({
    code: 'malformed',
    offset: 159,
  })
})

test('the command tells the text of a long report', async () => {
  const octets = encodeTpdu({
    ...{ type: 'deliver-report', dataCoding: 8, userDataLength: 158 },
    userData: Uint8Array.from({ length: 158 }, (_, place) => (place % 2 === 0 ? 4 : 0x16)),
  })
  const { code, out } = await septet(['pdu', '--no-smsc', '--direction', 'to-network', hex(octets)])
  expect(code).toBe(0)
  expect(out).toContain(`text                 ${'Ж'.repeat(79)}\n`)
})

/** GSM-7 septets of letters and the euro sign. */
function septetsOf(text: string): number[] {
  return [...text].flatMap((character) => (character === '€' ? [0x1b, 0x65] : [character.charCodeAt(0)]))
}
