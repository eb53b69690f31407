import { describe, expect, test } from 'vitest'
import { decode, read, type ShortMessage } from '../../src/index'
import { type Deliver, decodePdu, decodeTpdu, encodePdu, encodeTpdu, type Tpdu } from '../../src/pdu/index'
import { hex, octets } from '../support/octets'
import { thrownBy } from '../support/thrown'
import { cases as suites } from '../vectors/suites.json'
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

interface Reported {
  suite: string
  pdu: string
  direction?: Direction
  smsc?: false
  lenient?: true
  members: Record<string, unknown> & { timeStamp?: { utc?: string } }
  text?: string
  data?: string
}

describe('a PDU of another suite', () => {
  test.each(suites as Reported[])('$suite: $pdu', ({ pdu, members, text, data, ...options }) => {
    const { suite: _, ...given } = options
    const tpdu = decodePdu(pdu, given)
    const { utc, ...timeStamp } = members.timeStamp ?? {}
    expect(tpdu).toMatchObject(members.timeStamp === undefined ? members : { ...members, timeStamp })
    if (utc !== undefined) expect((tpdu as Deliver).timeStamp.date!.toISOString()).toBe(utc)
    if ('userData' in tpdu) {
      const reading = read(tpdu as Deliver, { partial: true, lenient: given.lenient ?? false })
      if (text !== undefined) expect(reading.text).toBe(text)
      if (data !== undefined) expect(hex(reading.data!)).toBe(data)
    }
    if (given.lenient) {
      expect(thrownBy(() => decodePdu(pdu, { ...given, lenient: false })).code).toMatch(/^(truncated|malformed)$/)
      return
    }
    const written = given.smsc === false ? hex(encodeTpdu(tpdu as Tpdu)) : encodePdu(tpdu as Tpdu).hex
    expect(written).toBe(pdu.toUpperCase())
  })
})
