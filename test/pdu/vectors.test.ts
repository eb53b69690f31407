import { describe, expect, test } from 'vitest'
import { decode, type ShortMessage } from '../../src/index'
import { decodePdu, decodeTpdu, encodePdu, encodeTpdu, type TpduInput } from '../../src/pdu/index'
import { hex, octets } from '../support/octets'
import { cases } from '../vectors/tpdu.json'

type Direction = 'to-phone' | 'to-network'

/** The value with octets in hexadecimal, as the vectors have them, and without what is the same in all of them. */
function shown(value: unknown): unknown {
  if (value instanceof Uint8Array) return hex(value)
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([member, one]) => [member, shown(one)]))
}

describe.each(cases)('$name', ({ direction, tpdu, smsc, length, members, text }) => {
  const read = () => decodeTpdu(octets(tpdu), { direction: direction as Direction })

  test('is read field by field', () => {
    expect(shown(read())).toMatchObject(members)
  })

  test('is written from its fields as the same octets', () => {
    // What the octets of addresses and times say is in the other members.
    const withoutOctets = JSON.parse(JSON.stringify(members, (name, value) => (name === 'octets' ? undefined : value)))
    for (const name of ['userData', 'data', 'parameterIndicator']) {
      if (name in withoutOctets) withoutOctets[name] = octets(withoutOctets[name])
    }
    const isOfNoMessage = members.destination?.value === ''
    const written = encodeTpdu(isOfNoMessage ? (read() as TpduInput) : withoutOctets)
    expect(hex(written)).toBe(tpdu)
    expect(hex(encodeTpdu(read() as TpduInput))).toBe(tpdu)
  })

  test.runIf(text !== undefined && 'userDataLength' in members)('has its text', () => {
    const { dataCoding = 0, ...message } = read() as ShortMessage
    expect(decode({ ...message, dataCoding })).toBe(text)
  })

  test.runIf(smsc !== undefined)('comes after its service centre', () => {
    const pdu = decodePdu(`${smsc}${tpdu}`, { direction: direction as Direction })
    expect(shown(pdu)).toMatchObject(members)
    expect(encodePdu(pdu as never)).toEqual({ tpdu: octets(tpdu), hex: `${smsc}${tpdu}`, length })
  })
})
