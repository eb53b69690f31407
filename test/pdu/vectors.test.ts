import { describe, expect, test } from 'vitest'
import { decode, type ShortMessage } from '../../src/index'
import { decodePdu, decodeTpdu, encodePdu, encodeTpdu } from '../../src/pdu/index'
import { hex, octets } from '../support/octets'
import { cases } from '../vectors/tpdu.json'

type Direction = 'to-phone' | 'to-network'

/** The value with octets in hexadecimal, as the vectors have them, and without what is the same in all of them. */
function shown(value: unknown): unknown {
  if (value instanceof Uint8Array) return hex(value)
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([member, one]) => [member, shown(one)]))
}

const reading = ({ tpdu, direction }: (typeof cases)[number]) =>
  decodeTpdu(octets(tpdu), { direction: direction as Direction })

describe.each(cases)('$name', (one) => {
  const { tpdu, members } = one

  test('is read field by field', () => {
    expect(shown(reading(one))).toMatchObject(members)
  })

  test('is written from its fields as the same octets', () => {
    // What the octets of addresses and times say is in the other members.
    const withoutOctets = JSON.parse(JSON.stringify(members, (name, value) => (name === 'octets' ? undefined : value)))
    for (const name of ['userData', 'data', 'parameterIndicator']) {
      if (name in withoutOctets) withoutOctets[name] = octets(withoutOctets[name])
    }
    const isOfNoMessage = members.destination?.value === ''
    if (!isOfNoMessage) expect(hex(encodeTpdu(withoutOctets))).toBe(tpdu)
    expect(hex(encodeTpdu(reading(one)))).toBe(tpdu)
  })
})

const texts = cases.filter(({ text, members }) => text !== undefined && 'userDataLength' in members)

test.each(texts)('$name has its text', (one) => {
  const { dataCoding = 0, ...message } = reading(one) as ShortMessage
  expect(decode({ ...message, dataCoding }, { partial: true })).toBe(one.text)
})

const printed = cases.filter(({ smsc }) => smsc !== undefined)

test.each(printed)('$name comes after its service centre', ({ direction, tpdu, smsc, length, members }) => {
  const pdu = decodePdu(`${smsc}${tpdu}`, { direction: direction as Direction })
  expect(shown(pdu)).toMatchObject(members)
  expect(encodePdu(pdu)).toEqual({ tpdu: octets(tpdu), hex: `${smsc}${tpdu}`, length })
})
