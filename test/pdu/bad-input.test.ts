import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePdu, encodePdu, encodeTpdu, type TpduInput } from '../../src/pdu/index'
import { runs } from '../support/long'
import { thrownBy } from '../support/thrown'

const line = fc.oneof(
  fc.constantFrom(
    '+CMT: ,29',
    '+CMGR: 1,"a",20',
    '+CMGL: 1,4,,3',
    '+CDSI: "SM",3',
    'AT+CMGS=5',
    '> ',
    'OK',
    '+CMGS: 1,"01"',
  ),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF \t') }),
  fc.string({ unit: fc.constantFrom(...'0479 +CMGLTR:,"\x1aжO\u{1f600}') }),
  fc.string(),
)
const anyText = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\r\n'))
const anyOptions = fc.record(
  {
    direction: fc.constantFrom('to-phone', 'to-network'),
    smsc: fc.boolean(),
    carrier: fc.constantFrom('ack', 'error'),
    lenient: fc.boolean(),
  },
  { requiredKeys: [] },
)

/** Runs `call`; what it throws must be ours, about the argument of that name, at a place in it. */
function readOrRefuse(call: () => unknown, argument: RegExp, length: number): void {
  try {
    call()
  } catch (error) {
    expect(error).toMatchObject({ name: 'SeptetError', argument: expect.stringMatching(argument) })
    const { offset = 0 } = error as { offset?: number }
    expect(offset).toBeGreaterThanOrEqual(0)
    expect(offset).toBeLessThanOrEqual(length)
  }
}

describe('whatever is given', () => {
  test('any text is a PDU, or refused as what it is', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        readOrRefuse(() => decodePdu(text, options as object), /^pdu$/, text.length)
      }),
      { numRuns: runs(300, 20_000) },
    )
  })

  test('any octets are a PDU, or refused as what they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), anyOptions, (octets, options) => {
        readOrRefuse(() => decodePdu(octets, options as object), /^pdu$/, octets.length)
      }),
      { numRuns: runs(300, 20_000) },
    )
  })

  test('any value is a TPDU, or the member that is at fault is named', () => {
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom(0, 1, '1', new Uint8Array(3), { local: 1 }, { value: 1 }, [1]),
    )
    const members = ['destination', 'originator', 'timeStamp', 'userData', 'userDataLength', 'dataCoding', 'protocolId']
    const more = ['validity', 'status', 'hasHeader', 'reservedBits', 'rest', 'parameterIndicator', 'messageReference']
    const types = fc.constantFrom('deliver', 'submit', 'status-report', 'command', 'deliver-report', 'submit-report')
    fc.assert(
      fc.property(types, fc.dictionary(fc.constantFrom(...members, ...more), value), (type, fields) => {
        readOrRefuse(() => encodeTpdu({ type, ...fields } as never), /^tpdu/, Number.POSITIVE_INFINITY)
      }),
      { numRuns: runs(300, 20_000) },
    )
  })

  test.each([undefined, null, 5, 'submit', [], { type: 'message' }, {}])('%o is no TPDU', (tpdu) => {
    expect(thrownBy(() => encodeTpdu(tpdu as unknown as TpduInput))).toMatchObject({ name: 'SeptetError' })
    expect(thrownBy(() => encodePdu(tpdu as unknown as TpduInput))).toMatchObject({ name: 'SeptetError' })
    expect(thrownBy(() => decodePdu(tpdu as never))).toMatchObject({ name: 'SeptetError' })
  })

  test('a member that no such TPDU has is refused', () => {
    const report = { type: 'deliver-report', status: 5 }
    expect(thrownBy(() => encodeTpdu(report as never))).toMatchObject({
      code: 'unknown-option',
      argument: 'tpdu.status',
    })
    // Bits of the first octet that the type has a use for, and half of the reserved type.
    for (const reservedBits of [0x40, 0x01, 0x100]) {
      const tpdu = { type: 'deliver-report', reservedBits } as never
      expect(thrownBy(() => encodeTpdu(tpdu))).toMatchObject({ argument: 'tpdu.reservedBits' })
    }
  })

  // Were any of these more than linear, it would not come back.
  test.each([
    ['digits', '0'.repeat(100_000)],
    ['blanks', `${' '.repeat(100_000)}x`],
    ['a line of blanks', `+CMT: ${' '.repeat(100_000)}x`],
    ['a name that does not end', `+CMGL: 1,1,"${'a,'.repeat(50_000)}`],
    ['lines', '\n'.repeat(100_000)],
    ['header lines', '+CMTI: "SM",1\n'.repeat(10_000)],
    ['a number that does not end', `+CMGS: ${'1'.repeat(100_000)}`],
  ])('a hundred thousand characters of %s are refused', (_, text) => {
    expect(thrownBy(() => decodePdu(text))).toMatchObject({ name: 'SeptetError', argument: 'pdu' })
  })
})
