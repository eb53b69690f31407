import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeTpdu, encodeTpdu } from '../../src/pdu/index'
import { readTpdu } from '../reference/tpdu'
import { runs } from '../support/long'
import { hex, octets } from '../support/octets'
import { thrownBy } from '../support/thrown'
import { anyTpdu, findDirection } from '../support/tpdus'

const anyDirection = fc.constantFrom('to-phone' as const, 'to-network' as const)
const anyCarrier = fc.constantFrom(undefined, 'ack' as const, 'error' as const)

/** What a TPDU says, in the form of the reference: octets in hexadecimal, without words and Dates. */
function fieldsOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return hex(value)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => !UNSAID.includes(name))
  const fields = Object.fromEntries(entries.map(([name, one]) => [name, fieldsOf(one)]))
  // The octets of an address are not told apart by the reference.
  if ('value' in fields) delete fields.octets
  return fields
}

const UNSAID = ['meaning', 'outcome', 'date', 'packed', 'reservedBits', 'faults']

function attempt<Result>(call: () => Result): Result | undefined {
  try {
    return call()
  } catch {
    return undefined
  }
}

/** Octets that begin like a TPDU: its fields are there, their values any. */
const anyOctets = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 40 }),
  fc.tuple(anyTpdu, fc.array(fc.tuple(fc.nat(40), fc.nat(255)), { maxLength: 3 })).map(([tpdu, changes]) => {
    const changed = encodeTpdu(tpdu)
    for (const [at, octet] of changes) if (at < changed.length) changed[at] = octet
    return changed
  }),
)

describe('a TPDU', () => {
  test('that is written is read by the reference as the same fields', () => {
    fc.assert(
      fc.property(anyTpdu, (tpdu) => {
        const direction = findDirection(tpdu)
        const written = encodeTpdu(tpdu)
        const carrier = 'failureCause' in tpdu ? 'error' : 'ack'
        const read = decodeTpdu(written, { direction, carrier })
        expect(fieldsOf(read)).toEqual(readTpdu(hex(written), direction, carrier))
        // What was given is what came out: validity is rounded, and flags may be left out.
        const { validity: _, packed: __, destination, originator, recipient, ...rest } = tpdu as Record<string, unknown>
        const codes = ['status', 'command', 'failureCause'].filter((name) => name in rest)
        for (const name of codes) rest[name] = { code: rest[name] }
        for (const [name, address] of Object.entries({ destination, originator, recipient })) {
          if (address !== undefined) rest[name] = address
        }
        expect(read).toMatchObject(rest)
      }),
      { numRuns: runs(150, 10_000) },
    )
  })

  test('of any octets is what the reference reads, or none for both', () => {
    fc.assert(
      fc.property(anyOctets, anyDirection, anyCarrier, (octets, direction, carrier) => {
        const options = { direction, ...(carrier === undefined ? {} : { carrier }) }
        const expected = attempt(() => readTpdu(hex(octets), direction, carrier))
        expect(fieldsOf(attempt(() => decodeTpdu(octets, options)))).toEqual(expected)
      }),
      { numRuns: runs(300, 50_000) },
    )
  })

  test('of any octets comes back as the same octets, whatever is reserved', () => {
    fc.assert(
      fc.property(anyOctets, anyDirection, anyCarrier, (octets, direction, carrier) => {
        const options = { direction, ...(carrier === undefined ? {} : { carrier }) }
        const read = attempt(() => decodeTpdu(octets, options))
        if (read !== undefined) expect(hex(encodeTpdu(read))).toBe(hex(octets))
      }),
      { numRuns: runs(300, 50_000) },
    )
  })

  test('read with lenient fails only for a type that is none, says what is wrong, and is a TPDU', () => {
    fc.assert(
      fc.property(anyOctets, anyDirection, anyCarrier, (octets, direction, carrier) => {
        const options = { direction, ...(carrier === undefined ? {} : { carrier }) }
        if (direction === 'to-network' && octets[0]! % 4 === 3) return
        const strict = attempt(() => decodeTpdu(octets, options))
        const { faults, ...lenient } = decodeTpdu(octets, { ...options, lenient: true })
        if (strict !== undefined) expect(lenient).toEqual(strict)
        expect(faults!.length > 0).toBe(strict === undefined)
        for (const { offset, reason } of faults!) {
          expect(offset).toBeLessThanOrEqual(octets.length)
          expect(reason).not.toBe('')
        }
      }),
      { numRuns: runs(200, 20_000) },
    )
  })
})

describe('the first octet', () => {
  test('is kept, whatever it is', () => {
    for (let index = 0; index < 512; index++) {
      const [first, direction] = [index >> 1, index % 2 ? 'to-phone' : 'to-network'] as const
      const whole = Uint8Array.of(first, ...new Uint8Array(200).fill(0))
      const { rest } = attempt(() => decodeTpdu(whole, { direction, lenient: true })) ?? {}
      if (rest === undefined) continue
      const tpdu = whole.slice(0, whole.length - rest.length)
      expect(hex(encodeTpdu(decodeTpdu(tpdu, { direction })))).toBe(hex(tpdu))
    }
  })

  test('of the reserved type 11 is a DELIVER to the phone, and nothing to the network', () => {
    const octets = Uint8Array.from([7, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    const read = decodeTpdu(octets, { direction: 'to-phone' })
    expect(read).toMatchObject({ type: 'deliver', reservedBits: 3 })
    expect(encodeTpdu(read)).toEqual(octets)
    const error = thrownBy(() => decodeTpdu(octets, { direction: 'to-network', lenient: true }))
    expect(error).toMatchObject({ code: 'malformed', argument: 'octets', offset: 0 })
  })
})

const MORE_INDICATORS = '00 8005 00 00' // DELIVER-REPORT: an indicator, another one, PID

describe('a parameter indicator', () => {
  test.each([
    ['that another one follows', MORE_INDICATORS.slice(0, 7), { parameterIndicator: octets('8005') }],
    [
      'with reserved bits, and octets after it',
      '00 08 AABB',
      { parameterIndicator: octets('08'), rest: octets('AABB') },
    ],
    ['with user data and no data coding: GSM-7', '00 04 01 40', { userDataLength: 1 }],
  ])('%s', (_, text, expected) => {
    const tpdu = octets(text)
    const read = decodeTpdu(tpdu, { direction: 'to-network', carrier: 'ack' })
    expect(read).toMatchObject(expected)
    expect(encodeTpdu(read)).toEqual(tpdu)
  })

  test('of a report without a carrier: 80 and above is the cause', () => {
    expect(decodeTpdu(octets('00D300'), { direction: 'to-network' })).toMatchObject({
      failureCause: { code: 0xd3, meaning: 'memory capacity exceeded' },
    })
    expect(decodeTpdu(octets('000000'), { direction: 'to-network', carrier: 'error' })).toMatchObject({
      failureCause: { code: 0 },
    })
  })

  test('that is FF where a SIM has filled its record is none to a lenient reader', () => {
    const report = '06170B914306604523F1623050417090406230504170514000'
    const filled = octets(`${report}FFFFFF`)
    expect(thrownBy(() => decodeTpdu(filled, { direction: 'to-phone' }))).toMatchObject({ code: 'truncated' })
    const read = decodeTpdu(filled, { direction: 'to-phone', lenient: true })
    expect(read).toMatchObject({ status: { code: 0 }, rest: octets('FFFFFF'), faults: [{ offset: 25 }] })
    expect(read).not.toHaveProperty('parameterIndicator')
  })
})
