// TS 23.040 9.2.2.2, 9.2.3.12: what is typed at a modem, against the slow reference.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encode } from '../../src/index'
import { TEXT_OPTIONS } from '../../src/option-names'
import { decodeTpdu, encodePdu, encodeSubmit, type SubmitOptions } from '../../src/pdu/index'
import { listOptionNames } from '../../src/text/options'
import { type Fields, submits } from '../reference/submit'
import { readTpdu } from '../reference/tpdu'
import { readOnce, withGetters } from '../support/getters'
import { runs } from '../support/long'
import { hex } from '../support/octets'
import { anyText, wireOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'

const digits = fc.string({ unit: fc.constantFrom(...'0123456789*#abc'), minLength: 1, maxLength: 20 })
const anyNumber = fc.tuple(fc.constantFrom('', '+'), digits).map((parts) => parts.join(''))
const anyPeriod = fc.integer({ min: 1, max: 635_040 })
const anySeconds = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 359_999 }))
const singleShot = fc.boolean()
const format = fc.constant('enhanced' as const)

const anyValidity = fc.oneof(
  anyPeriod,
  fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2069-12-31T23:59:59Z'), noInvalidDate: true }),
  fc.record({ format, singleShot }),
  fc.record({ format, singleShot, minutes: anyPeriod }),
  fc.record({ format, singleShot, seconds: anySeconds }),
)

const anyFields: fc.Arbitrary<Fields> = fc.record(
  {
    to: anyNumber,
    smsc: anyNumber,
    validity: anyValidity,
    statusReport: fc.boolean(),
    rejectDuplicates: fc.boolean(),
    replyPath: fc.boolean(),
    messageReference: fc.nat(255),
  },
  { requiredKeys: ['to'] },
)

describe('encodeSubmit', () => {
  test('types what the reference types, of any text and any field', () => {
    const property = fc.property(anyText, anyFields, wireOptions, (text, fields, options) => {
      const written = encodeSubmit(text, { ...options, ...fields } as SubmitOptions)
      expect(written.map(({ hex, length }) => ({ hex, length }))).toEqual(submits(text, fields, options))
      for (const { hex: typed, tpdu } of written) expect(typed.endsWith(hex(tpdu))).toBe(true)
    })
    fc.assert(property, { numRuns: runs(60, 10_000) })
  })
})

describe('options', () => {
  test('of encode are all there is in the list that is passed on', () => {
    expect([...TEXT_OPTIONS]).toEqual(listOptionNames())
  })

  const options = { to: '1', validity: 5760, statusReport: true, transliterate: 'translit', reference: 7 } as const
  const text = 'Привет '.repeat(30)
  const written = encodeSubmit(text, options)

  test.each([
    ['inherited', Object.create(options)],
    ['the getters of a class', withGetters(options)],
    ['read once', readOnce(options)],
  ])('may be %s', (_, given) => {
    expect(encodeSubmit(text, given)).toEqual(written)
  })

  test.each([withGetters, readOnce])('so may the members of a TPDU: %o', (given) => {
    const validity = { format: 'enhanced', singleShot: true } as const
    const submit = {
      type: 'submit',
      messageReference: 1,
      destination: '1',
      smsc: '+4',
      validity,
      ...encode('a')[0]!,
    } as const
    expect(encodePdu(given(submit))).toEqual(encodePdu(submit))
    expect(encodePdu({ ...submit, validity: withGetters(validity) })).toEqual(encodePdu(submit))
  })

  test.each(['', '+'])('need a number that has a digit, not "%s"', (to) => {
    const error = thrownBy(() => encodeSubmit('a', { to }))
    expect(error).toMatchObject({ code: 'invalid-value', argument: 'options.to', value: to })
  })
})

// tshark misreads the form of minutes, and skips what is reserved: the reference alone holds these.
describe('an enhanced period', () => {
  const periodOf = (read: object) => {
    const { octets: _, ...validity } = (read as { validity: Record<string, unknown> }).validity
    return validity
  }

  test.each(['000000000000', 'A70000000FF0', '21B39F000000'])('of any indicator before %s', (rest) => {
    for (let indicator = 0; indicator < 256; indicator++) {
      const octets = (indicator.toString(16).padStart(2, '0') + rest).toUpperCase()
      const tpdu = `09070B914306604523F10000${octets}056110399C07`
      const read = decodeTpdu(Uint8Array.from(Buffer.from(tpdu, 'hex')), { direction: 'to-network' })
      expect(periodOf(read)).toEqual(periodOf(readTpdu(tpdu, 'to-network')))
      expect(read).toMatchObject({ userDataLength: 5 })
    }
  })

  test('of minutes has each of its 256 values', () => {
    for (let value = 0; value < 256; value++) {
      const octets = `01${value.toString(16).padStart(2, '0')}`.toUpperCase()
      const tpdu = `09070B914306604523F10000${octets}0000000000056110399C07`
      const { validity } = readTpdu(tpdu, 'to-network') as { validity: { minutes: number } }
      const { minutes } = validity
      const typed = (asked: number) =>
        encodeSubmit('a', { to: '1', validity: { format: 'enhanced', minutes: asked } })[0]!.hex.slice(16, 20)
      expect(typed(minutes)).toBe(octets)
      // Rounded up.
      expect(typed(minutes - 1)).toBe(octets)
    }
  })
})
