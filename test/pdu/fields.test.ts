import { describe, expect, test } from 'vitest'
import {
  type Address,
  decodeTpdu,
  describeCommand,
  describeFailureCause,
  describeProtocol,
  describeStatus,
  encodeTpdu,
  type Submit,
  type Time,
  type TpduInput,
} from '../../src/pdu/index'
import { hex, octets } from '../support/octets'
import { thrownBy } from '../support/thrown'

const EMPTY = { userData: new Uint8Array(), userDataLength: 0, dataCoding: 0, protocolId: 0 }

/** A SUBMIT with fields of the test; its octets after message reference, and before PID, are the address. */
function submit(fields: object): TpduInput {
  return { type: 'submit', messageReference: 0, destination: '1', ...EMPTY, ...fields } as TpduInput
}

function addressOctets(destination: unknown): string {
  const written = hex(encodeTpdu(submit({ destination })))
  return written.slice(4, -'000000'.length)
}

function readAddress(field: string): Address {
  return (decodeTpdu(octets(`0100${field}000000`), { direction: 'to-network' }) as Submit).destination
}

/** 0B 91 and 14 semi-octets are the facts of TS 23.040 9.1.2.5; names by the table of its semi-octet rule. */
const ADDRESSES = [
  ['0B914306103254F6', '34600123456', 'international', 'e164'],
  ['0C91836017325476', '380671234567', 'international', 'e164'],
  ['05A11A00FB', '*100#', 'national', 'e164'],
  ['0681A1CBED', '1*#abc', 'unknown', 'e164'],
  ['0081', '', 'unknown', 'e164'],
  ['149121436587092143658709', '12345678901234567890', 'international', 'e164'],
  ['03B021F3', '123', 'network', 'unknown'],
  ['03C921F3', '123', 'subscriber', 'private'],
  ['03E621F3', '123', 'abbreviated', 6],
  ['02D00E', 'Å', 'alphanumeric', 'unknown'],
  ['0DD0D3329C5EA6C700', 'Septet1', 'alphanumeric', 'unknown'],
  ['0ED0CDBC30EC5EB770', 'MyBank-8', 'alphanumeric', 'unknown'],
  ['14D0D3329C5EA607D965391D', 'SeptetAlert', 'alphanumeric', 'unknown'],
] as const

describe('an address', () => {
  test.each(ADDRESSES)('%s is %s', (field, value, type, plan) => {
    const address = { value, type, plan }
    expect(readAddress(field)).toEqual({ ...address, octets: octets(field) })
    expect(addressOctets(address)).toBe(field)
  })

  test.each([
    ['fillers before the end, which are skipped', '06815CF3DE', 'a53cb'],
    ['a length that counts the filler', '048121F3', '123'],
    // python-gsmmodem's suite.
    ['a value with a length of its own in it', '0F910B487228297020F5', '#08427829207025'],
    // libosmocore counts octets: the eighth septet is 0. A name that ends in @ has the same octets.
    ['seven septets, and fourteen semi-octets announced', '0ED04F78D92D9C0E01', 'OpenBSC@'],
    ['a character of the extension table', '04D09B32', '€'],
  ])('with %s, is kept: %s is %s', (_, field, value) => {
    const address = readAddress(field)
    expect(address).toMatchObject({ value, octets: octets(field) })
    expect(addressOctets(address)).toBe(field)
  })

  test('whose type of address has no high bit, as of a command on no message, is kept', () => {
    expect(addressOctets(readAddress('0000'))).toBe('0000')
    expect(readAddress('0000')).toMatchObject({ value: '', type: 'unknown', plan: 'unknown' })
  })

  test('as a string is as it is dialled', () => {
    expect(addressOctets('+34600123456')).toBe('0B914306103254F6')
    expect(addressOctets('1414')).toBe('04814141')
    expect(addressOctets('*100#')).toBe('05811A00FB')
  })

  test('whose octets say something else than its members is written from its members', () => {
    const address = readAddress('0B914306103254F6')
    expect(addressOctets({ ...address, value: '1' })).toBe('0191F1')
    expect(addressOctets({ ...address, type: 'national' })).toBe('0BA14306103254F6')
    expect(addressOctets({ ...address, octets: octets('0B9143') })).toBe('0B914306103254F6')
  })

  test.each([
    ['+34 600', 'invalid-value', 'tpdu.destination', 2],
    ['1'.repeat(21), 'invalid-value', 'tpdu.destination', 20],
    [{ value: '+34' }, 'invalid-value', 'tpdu.destination.value', 0],
    [{ value: 'Twelve chars', type: 'alphanumeric' }, 'invalid-value', 'tpdu.destination.value', 11],
    [{ value: '€', type: 'alphanumeric' }, 'invalid-value', 'tpdu.destination.value', undefined],
    [{ value: 'ж', type: 'alphanumeric' }, 'unencodable', 'tpdu.destination.value', 0],
    [{ value: '1', type: 'mobile' }, 'invalid-value', 'tpdu.destination.type', undefined],
    [{ value: '1', plan: 16 }, 'invalid-value', 'tpdu.destination.plan', undefined],
    [{ value: '1', typ: 1 }, 'unknown-option', 'tpdu.destination.typ', undefined],
    [1, 'invalid-type', 'tpdu.destination', undefined],
    [undefined, 'invalid-type', 'tpdu.destination', undefined],
  ])('%o is refused', (destination, code, argument, offset) => {
    expect(thrownBy(() => addressOctets(destination))).toMatchObject({ code, argument })
    expect(thrownBy(() => addressOctets(destination)).offset).toBe(offset)
  })
})

function readTime(field: string): Time {
  const tpdu = decodeTpdu(octets(`19000181F10000${field}00`), { direction: 'to-network' })
  const { validity } = tpdu as Submit
  if (validity?.format !== 'absolute') throw new Error('no time')
  return validity.time
}

function timeOctets(time: unknown): string {
  return hex(encodeTpdu(submit({ validity: { format: 'absolute', time } }))).slice(-16, -2)
}

/** Zones by TS 23.040 9.2.3.11: bit 3 is the sign, bits 2 to 0 the tens, the high half the units of quarter hours. */
const TIMES = [
  ['62305041709040', '2026-03-05T14:07:09', 60],
  ['52211332958580', '2025-12-31T23:59:58', 120],
  ['62701000000049', '2026-07-01T00:00:00', -210],
  ['1010138051032B', '2001-01-31T08:15:30', -480],
  ['42209221009515', '2024-02-29T12:00:59', 765],
  ['7210203040500A', '2027-01-02T03:04:05', -300],
  ['99211332959500', '1999-12-31T23:59:59', 0],
  ['07101000000065', '1970-01-01T00:00:00', 840],
  ['96211332959597', '2069-12-31T23:59:59', 1185],
  ['9621133295959F', '2069-12-31T23:59:59', -1185],
] as const

describe('a time', () => {
  test.each(TIMES)('%s is %s, %i minutes ahead', (field, local, offsetMinutes) => {
    const date = new Date(Date.parse(`${local}Z`) - offsetMinutes * 60_000)
    expect(readTime(field)).toEqual({ octets: octets(field), local, offsetMinutes, date })
    expect(timeOctets({ local, offsetMinutes })).toBe(field)
  })

  test.each([
    ['00000000000000', '2000-00-00T00:00:00', 0],
    ['FFFFFFFFFFFFFF', '2000-00-00T00:00:00', null],
    ['62319245167700', '2026-13-29T54:61:77', 0],
    ['32209200000000', '2023-02-29T00:00:00', 0],
    // Both halves of a report of one network: babca/python-gsmmodem 15.
    ['623050417090C2', '2026-03-05T14:07:09', null],
    ['6A305041709040', '2006-03-05T14:07:09', 60],
  ])('%s, of which not all exists, is kept', (field, local, offsetMinutes) => {
    const time = readTime(field)
    expect(time).toMatchObject({ local, offsetMinutes })
    expect(timeOctets(time)).toBe(field)
    if (!field.startsWith('6A')) expect(time).not.toHaveProperty('date')
  })

  test('that is a Date is written in GMT', () => {
    expect(timeOctets(new Date('2026-03-05T14:07:09.999Z'))).toBe('62305041709000')
  })

  test('whose octets say something else than its members is written from its members', () => {
    const time = readTime('62305041709040')
    expect(timeOctets({ ...time, offsetMinutes: -60 })).toBe('62305041709048')
    expect(timeOctets({ ...time, local: '2026-03-05T14:07:10' })).toBe('62305041700140')
  })

  test.each([
    [{ local: '2023-02-29T00:00:00', offsetMinutes: 0 }, 'local'],
    [{ local: '2026-03-05 14:07', offsetMinutes: 0 }, 'local'],
    [{ local: '1969-12-31T23:59:59', offsetMinutes: 0 }, 'local'],
    [{ local: '2070-01-01T00:00:00', offsetMinutes: 0 }, 'local'],
    [{ local: '2026-03-05T14:07:09', offsetMinutes: 20 }, 'offsetMinutes'],
    [{ local: '2026-03-05T14:07:09', offsetMinutes: 1200 }, 'offsetMinutes'],
    [{ local: '2026-03-05T14:07:09', offsetMinutes: null }, 'offsetMinutes'],
    [{ local: 5, offsetMinutes: 0 }, 'local'],
    [new Date(Number.NaN), undefined],
    ['2026-03-05T14:07:09Z', undefined],
  ])('%o is refused', (time, member) => {
    const argument = member === undefined ? 'tpdu.validity.time' : `tpdu.validity.time.${member}`
    expect(thrownBy(() => timeOctets(time)).argument).toBe(argument)
  })
})

describe('a validity period', () => {
  const validityOctets = (validity: unknown) => hex(encodeTpdu(submit({ validity }))).slice(14, -2)
  const read = (first: string, field: string) =>
    (decodeTpdu(octets(`${first}000181F10000${field}00`), { direction: 'to-network' }) as Submit).validity

  test('in relative form: all 256 values, and every minute is rounded up to one of them', () => {
    const periods = Array.from({ length: 256 }, (_, value) => {
      const validity = read('11', hex([value]))!
      expect(validityOctets(validity)).toBe(hex([value]))
      return validity.format === 'relative' ? validity.minutes : 0
    })
    expect(
      [0, 0x47, 0x8f, 0x90, 0xa7, 0xa8, 0xaa, 0xad, 0xc4, 0xc5, 0xff].map((value) => periods[value]! / 60),
    ).toEqual([5 / 60, ...[6, 12, 12.5, 24, 48, 96, 168, 720, 840, 63 * 168]])
    for (const [value, minutes] of periods.entries()) {
      if (value === 0) continue
      const between = { format: 'relative', minutes: periods[value - 1]! + 1 }
      expect(validityOctets(between)).toBe(hex([value]))
      expect(validityOctets({ format: 'relative', minutes })).toBe(hex([value]))
    }
  })

  test.each([
    ['40000000000000', { singleShot: true }],
    ['01A70000000000', { singleShot: false, minutes: 1440 }],
    ['421E0000000000', { singleShot: true, seconds: 30 }],
    ['03218054000000', { singleShot: false, seconds: 43_725 }],
  ])('in enhanced form: %s', (field, said) => {
    expect(read('09', field)).toEqual({ format: 'enhanced', ...said, octets: octets(field) })
    expect(validityOctets({ format: 'enhanced', ...said })).toBe(field)
  })

  test.each([
    '02000000000000',
    '07010203040506',
    '8341A700000000',
    '01A7FFFFFFFFFF',
    '38000000000000',
    '03A0B0C0000000',
  ])('in enhanced form with what is reserved: %s is kept', (field) => {
    expect(validityOctets(read('09', field))).toBe(field)
  })

  test.each([
    [{ format: 'relative', minutes: 0 }, 'minutes'],
    [{ format: 'relative', minutes: 635_041 }, 'minutes'],
    [{ format: 'enhanced', seconds: 360_000 }, 'seconds'],
    [{ format: 'enhanced', seconds: 1, minutes: 1 }, 'seconds'],
    [{ format: 'days' }, 'format'],
    [{ format: 'relative', minutes: 5, seconds: 1 }, 'seconds'],
  ])('%o is refused', (validity, member) => {
    expect(thrownBy(() => validityOctets(validity)).argument).toBe(`tpdu.validity.${member}`)
  })
})

describe('in words', () => {
  test.each([
    [0x00, 'completed', 'received by the receiver'],
    [0x02, 'completed', 'replaced by the service centre'],
    [0x10, 'completed', 'completed, for a reason of the service centre'],
    [0x20, 'still-trying', 'congestion'],
    [0x30, 'still-trying', 'temporary error, the service centre still tries, for a reason of the service centre'],
    [0x46, 'permanent-error', 'validity period expired'],
    [0x49, 'permanent-error', 'the message does not exist'],
    [0x63, 'temporary-error', 'service rejected'],
    [0x03, 'temporary-error', 'reserved: service rejected'],
    [0x4a, 'temporary-error', 'reserved: service rejected'],
    [0x80, 'temporary-error', 'reserved: service rejected'],
  ])('status %i is %s: %s', (code, outcome, meaning) => {
    expect(describeStatus(code)).toEqual({ code, outcome, meaning })
  })

  test.each([
    [0xc5, 'refused as a duplicate'],
    [0xd3, 'memory capacity exceeded'],
    [0xe5, 'a reason of the application'],
    [0xff, 'unspecified error'],
    [0x05, 'reserved: unspecified error'],
  ])('failure cause %i is %s', (code, meaning) => {
    expect(describeFailureCause(code)).toEqual({ code, meaning })
  })

  test.each([
    [0, 'a plain short message'],
    [0x20, 'a device of the kind that the address says'],
    [0x32, 'Internet e-mail'],
    [0x3f, 'a mobile phone: the service centre converts the alphabet'],
    [0x40, 'short message type 0: taken, and not shown'],
    [0x47, 'replaces the message of type 7 from the same sender'],
    [0x7f, 'data download to the SIM'],
    [0x50, 'reserved'],
    [0x90, 'reserved'],
    [0xc0, 'a protocol of the service centre'],
  ])('protocol %i is %s', (code, meaning) => {
    expect(describeProtocol(code)).toEqual({ code, meaning })
  })

  test('commands', () => {
    expect([0, 1, 2, 3, 4, 0xdf, 0xe0].map((code) => describeCommand(code).meaning)).toEqual([
      ...['tell what happened to the message', 'cancel the request for a status report', 'delete the message'],
      ...['request a status report', 'reserved', 'reserved', 'a command of the service centre'],
    ])
  })

  test('every octet has a meaning', () => {
    for (let code = 0; code < 256; code++) {
      for (const describe of [describeStatus, describeFailureCause, describeProtocol, describeCommand]) {
        expect(describe(code)).toMatchObject({ code, meaning: expect.stringMatching(/./) })
      }
    }
  })
})
