import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SeptetError } from '../../src/index'
import {
  formatReceipt,
  fromSmpp,
  type MessageState,
  parseReceipt,
  type ReceiptInput,
  receiptParameters,
} from '../../src/smpp/index'
import { runs } from '../support/long'
import { octets, utf8 } from '../support/octets'
import { thrownBy } from '../support/thrown'

/** The model of SMPP 3.4, appendix B. */
const MODEL =
  'id:0123456789 sub:001 dlvrd:001 submit date:2603051407 done date:2603051408 stat:DELIVRD err:000 text:Hello'

describe('the model of appendix B', () => {
  test('is read in words, numbers and times, and kept as it is written', () => {
    expect(parseReceipt(MODEL)).toEqual({
      id: '0123456789',
      state: 'delivered',
      submitted: 1,
      delivered: 1,
      submitDate: { type: 'absolute', local: '2026-03-05T14:07:00', tenths: 0, offsetMinutes: null },
      doneDate: { type: 'absolute', local: '2026-03-05T14:08:00', tenths: 0, offsetMinutes: null },
      error: '000',
      text: 'Hello',
      fields: {
        id: '0123456789',
        sub: '001',
        dlvrd: '001',
        'submit date': '2603051407',
        'done date': '2603051408',
        stat: 'DELIVRD',
        err: '000',
        text: 'Hello',
      },
    })
  })

  test('is written again from what was read', () => {
    expect(formatReceipt(parseReceipt(MODEL) as ReceiptInput)).toBe(MODEL)
  })
})

/** As gateways send them: provenance in docs/smpp.md. */
describe('what gateways make of it', () => {
  test.each<[string, string, object]>([
    [
      'no sub, no dlvrd',
      'id:1526758174 submit date:1701240904 done date:1701250907 stat:DELIVRD err:000 text:Hi you',
      { id: '1526758174', state: 'delivered', text: 'Hi you' },
    ],
    [
      'commas between the fields',
      'id:55,sub:001,dlvrd:001,submit date:1701240904,done date:1701250907,stat:DELIVRD,err:000,text:a, b',
      { id: '55', state: 'delivered', submitted: 1, error: '000', text: 'a, b' },
    ],
    [
      'any order',
      'sub:001 id:4 dlvrd:001 done date:1102061930 stat:DELIVRD submit date:1102061930 err:000 Text:Hello',
      { id: '4', submitted: 1, text: 'Hello', error: '000' },
    ],
    ['text first, and empty', 'id:4 text: stat:DELIVRD', { id: '4', text: '', state: 'delivered' }],
    ['no key before the text', 'id:4 stat:DELIVRD err:000 Hello there', { error: '000', text: 'Hello there' }],
    ['nothing after err', 'id:4 stat:UNDELIV err:0', { error: '0', state: 'undeliverable' }],
    ['seconds', 'id:4 done date:110206193041 stat:EXPIRED', { doneDate: { local: '2011-02-06T19:30:41' } }],
    [
      'four digits of a year',
      'id:4 done date:20110314181534 stat:DELETED',
      { doneDate: { local: '2011-03-14T18:15:34' } },
    ],
    ['the form of PDUs', 'id:4 done date:180711070003912+ stat:DELIVRD', { doneDate: { offsetMinutes: 180 } }],
    [
      'no blank before date',
      'id:4 submitdate:1102061930 donedate:1102061931 stat:REJECTD',
      { doneDate: { local: '2011-02-06T19:31:00' } },
    ],
    [
      'a UUID',
      'id:74e02ee1-4e2f-4a6e-a78b-4b247d756a22 stat:ACCEPTD',
      { id: '74e02ee1-4e2f-4a6e-a78b-4b247d756a22', state: 'accepted' },
    ],
    ['an error in hexadecimal', 'id:4 stat:UNKNOWN err:21b', { error: '21b', state: 'unknown' }],
    ['an error after a blank', 'id:4 stat:UNKNOWN err: 05 text:x', { error: '05', text: 'x' }],
    ['something before id', '4790000000SMSAlert^id:1054BC63 stat:DELIVRD', { id: '1054BC63' }],
    ['capitals and small letters', 'ID:4 Stat:delivrd Err:1', { id: '4', state: 'delivered', error: '1' }],
    ['words of their own', 'id:4 stat:DELIVERED', { state: 'delivered' }],
    ['a failure', 'id:4 stat:FAILED', { state: 'undeliverable' }],
    ['a NUL at the end', 'id:4 stat:ENROUTE\u0000', { state: 'enroute' }],
    ['keys in the text', 'id:4 stat:DELIVRD err:000 text:stat:x id:5 err:1', { id: '4', text: 'stat:x id:5 err:1' }],
  ])('%s', (_name, text, expected) => {
    expect(parseReceipt(text)).toMatchObject(expected)
  })

  test.each(['0000000000', '000000000000', '...', 'null', '9913999999'])('a date of %s is none, and kept', (date) => {
    const receipt = parseReceipt(`id:4 sub:... dlvrd:null done date:${date} stat:DELIVRD err: text:`)
    expect(receipt).not.toHaveProperty('doneDate')
    expect(receipt).not.toHaveProperty('submitted')
    expect(receipt).not.toHaveProperty('error')
    expect(receipt.fields['done date']).toBe(date)
  })

  test('a state of its own is kept as it is written', () => {
    for (const stat of ['DND_REJECTED', 'BADSTAT', '0']) {
      const receipt = parseReceipt(`id:4 stat:${stat}`)
      expect(receipt).not.toHaveProperty('state')
      expect(receipt.fields.stat).toBe(stat)
    }
  })
})

describe('parameters', () => {
  test('win over the text', () => {
    const parameters = {
      receipted_message_id: octets('3735424344313500'),
      message_state: 5,
      network_error_code: octets('030008'),
    }
    expect(parseReceipt(MODEL, parameters)).toMatchObject({
      id: '75BCD15',
      state: 'undeliverable',
      networkError: { type: 3, code: 8 },
      fields: { id: '0123456789', stat: 'DELIVRD' },
    })
  })

  test('are enough', () => {
    expect(parseReceipt('', { receipted_message_id: 'A1', message_state: 2 })).toEqual({
      id: 'A1',
      state: 'delivered',
      fields: {},
    })
  })

  test('are written', () => {
    expect(receiptParameters({ id: 'A1', state: 'expired', networkError: { type: 3, code: 8 } })).toEqual({
      receipted_message_id: 'A1',
      message_state: 3,
      network_error_code: Buffer.from([3, 0, 8]),
    })
  })

  test('each state has its number, and comes back', () => {
    const states: MessageState[] = [
      'scheduled',
      'enroute',
      'delivered',
      'expired',
      'deleted',
      'undeliverable',
      'accepted',
      'unknown',
      'rejected',
      'skipped',
    ]
    states.forEach((state, number) => {
      expect(receiptParameters({ id: '1', state }).message_state).toBe(number)
      expect(parseReceipt(formatReceipt({ id: '1', state })).state).toBe(state)
      expect(parseReceipt('', { receipted_message_id: '1', message_state: number }).state).toBe(state)
    })
  })
})

describe('a receipt that is written', () => {
  test('has its defaults, three digits, and twenty characters of the message', () => {
    expect(formatReceipt({ id: 'x', state: 'undeliverable', error: '8', text: `${'😀'.repeat(20)}!` })).toBe(
      `id:x sub:001 dlvrd:000 stat:UNDELIV err:008 text:${'😀'.repeat(20)}`,
    )
  })

  test.each<[object, string, string]>([
    [{ state: 'delivered' }, 'invalid-type', 'receipt.id'],
    [{ id: 'a b', state: 'delivered' }, 'invalid-value', 'receipt.id'],
    [{ id: '1', state: 'gone' }, 'invalid-value', 'receipt.state'],
    [{ id: '1', state: 'delivered', submitted: 1000 }, 'invalid-value', 'receipt.submitted'],
    [{ id: '1', state: 'delivered', doneDate: '5 March' }, 'invalid-value', 'receipt.doneDate'],
    [{ id: '1', state: 'delivered', doneDate: '2026-02-30T00:00:00' }, 'invalid-value', 'receipt.doneDate'],
    [{ id: '1', state: 'delivered', done: 1 }, 'unknown-option', 'receipt.done'],
  ])('%j is refused', (receipt, code, argument) => {
    expect(thrownBy(() => formatReceipt(receipt as ReceiptInput))).toMatchObject({ code, argument })
  })

  test('any receipt comes back', () => {
    const word = fc.string({ unit: fc.constantFrom(...'0123456789abcdefXYZ-_/'), minLength: 1, maxLength: 36 })
    const moment = fc
      .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:00Z'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 16)}:00`)
    const receipt = fc.record(
      {
        id: word,
        state: fc.constantFrom('enroute' as const, 'delivered' as const, 'undeliverable' as const, 'rejected' as const),
        submitted: fc.nat(999),
        delivered: fc.nat(999),
        submitDate: moment,
        doneDate: moment,
        error: word.filter((error) => error.length === 3),
        text: fc.string({ maxLength: 20 }),
      },
      { requiredKeys: ['id', 'state', 'submitted', 'delivered', 'error', 'text'] },
    )
    fc.assert(
      fc.property(receipt, ({ submitDate, doneDate, ...given }) => {
        const dates = { ...(submitDate && { submitDate }), ...(doneDate && { doneDate }) }
        const read = parseReceipt(formatReceipt({ ...given, ...dates }))
        expect(read).toMatchObject(given)
        expect(read.submitDate?.local).toBe(submitDate)
        expect(read.doneDate?.local).toBe(doneDate)
      }),
      { numRuns: runs(150, 5000) },
    )
  })
})

describe('what is no receipt', () => {
  test.each(['', 'hello', 'id:5', 'stat:DELIVRD', 'paid:5 status:ok', 'id: stat:'])('%j', (text) => {
    expect(thrownBy(() => parseReceipt(text))).toMatchObject({ code: 'malformed', argument: 'text' })
  })

  test('any string is read or refused, and its fields are of it', () => {
    const key = fc.constantFrom('id:', ' id:', ' stat:', ' err:', ' text:', ' done date:', ' ', 'x', '1', '\u0000', ':')
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        try {
          for (const value of Object.values(parseReceipt(text).fields)) expect(text).toContain(value)
        } catch (error) {
          expect(error).toBeInstanceOf(SeptetError)
        }
      }),
      { numRuns: runs(200, 5000) },
    )
  })

  test('a long one takes time in proportion', () => {
    const text = ' id:1 err:'.repeat(20_000)
    expect(parseReceipt(`${text} stat:DELIVRD`)).toMatchObject({ id: '1', state: 'delivered' })
  })
})

describe('a PDU that is a receipt', () => {
  const message = { data_coding: 0, short_message: utf8(MODEL) }

  test.each([
    ['a delivery receipt', 0x04],
    ['an intermediate notification', 0x20],
    ['one beside a reply path', 0x84],
  ])('says so: %s', (_name, esm_class) => {
    expect(fromSmpp({ ...message, esm_class })).toMatchObject({ text: MODEL, receipt: { id: '0123456789' } })
  })

  test('is one by its parameters too, even without text', () => {
    const parameters = { receipted_message_id: '75BCD15', message_state: 2, network_error_code: octets('030000') }
    expect(fromSmpp({ ...message, ...parameters }).receipt).toMatchObject({ id: '75BCD15', state: 'delivered' })
    expect(fromSmpp(parameters).receipt).toEqual({
      id: '75BCD15',
      state: 'delivered',
      networkError: { type: 3, code: 0 },
      fields: {},
    })
  })

  test('anybody may write such a text: without the mark it is none', () => {
    expect(fromSmpp(message)).not.toHaveProperty('receipt')
    expect(fromSmpp({ esm_class: 4, short_message: utf8('hello') })).not.toHaveProperty('receipt')
  })

  test('in ASCII under the data_coding of UCS-2 is read as ASCII', () => {
    expect(fromSmpp({ ...message, esm_class: 4, data_coding: 8 })).toMatchObject({ text: MODEL, charset: 'ascii' })
  })

  test('in message_payload, decoded or not', () => {
    expect(fromSmpp({ esm_class: 4, message_payload: { message: MODEL } }).receipt!.state).toBe('delivered')
    expect(fromSmpp({ esm_class: 4, message_payload: utf8(MODEL) }).receipt!.state).toBe('delivered')
  })
})
