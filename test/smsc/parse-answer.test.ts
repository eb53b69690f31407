import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format, parseAnswer, parseStatus, preview } from '../../src/smsc/index'
import { LONG, runs } from '../support/long'
import { anyCodePoint } from '../support/texts'
import { thrownBy } from '../support/thrown'

const XML = '<?xml version="1.0" encoding="UTF-8"?>'

describe('an answer is read in every format, found by itself', () => {
  const sent = { type: 'sent', id: '1234', n: 2 }
  const withCost = { ...sent, cost: '4.48' }
  const withBalance = { ...withCost, balance: '1231.21' }
  const cost = { type: 'cost', cost: '4.48', n: 2 }
  const denied = { type: 'error', code: 7, name: 'number', message: 'invalid number', retry: false }
  const busy = {
    type: 'error',
    code: 9,
    name: 'duplicate-request',
    message: 'duplicate request, wait a minute',
    retry: true,
  }

  test.each<[string, object]>([
    ['OK - 2 SMS, ID - 1234', { fmt: 0, ...sent }],
    ['OK - 2 SMS, ID - 1234, COST - 4.48', { fmt: 0, ...withCost }],
    ['OK - 2 SMS, ID - 1234, COST - 4.48, BALANCE - 1231.21\r\n', { fmt: 0, ...withBalance }],
    ['4.48 (2 SMS)', { fmt: 0, ...cost }],
    ['ERROR = 7 (invalid number), ID - 1234', { fmt: 0, ...denied, id: '1234' }],
    ['ERROR = 9 (duplicate request, wait a minute)', { fmt: 0, ...busy }],
    [
      "ERROR = 8 (can't to deliver), ID - 639)",
      { fmt: 0, type: 'error', code: 8, name: 'undeliverable', message: "can't to deliver", id: '639', retry: false },
    ],
    ['1234,2', { fmt: 1, ...sent }],
    ['1234,2,4.48', { fmt: 1, ...withCost }],
    ['1234,2,4.48,1231.21', { fmt: 1, ...withBalance }],
    ['4.48,2', { fmt: 1, ...cost }],
    ['0,-9', { fmt: 1, ...busy }],
    ['1234,-7', { fmt: 1, ...denied, id: '1234' }],
    [`${XML}<result><id>1234</id><cnt>2</cnt></result>`, { fmt: 2, ...sent }],
    [`${XML}\n<result>\n  <id>1234</id>\n  <cnt>2</cnt>\n  <cost>4.48</cost>\n</result>`, { fmt: 2, ...withCost }],
    [
      '<result><id>1234</id><cnt>2</cnt><cost>4.48</cost><balance>1231.21</balance></result>',
      { fmt: 2, ...withBalance },
    ],
    ['<result><cost>4.48</cost><cnt>2</cnt></result>', { fmt: 2, ...cost }],
    [
      '<result><error>invalid number</error><error_code>7</error_code><id>1234</id></result>',
      { fmt: 2, ...denied, id: '1234' },
    ],
    ['\uFEFF {"id":1234,"cnt":2}', { fmt: 3, ...sent }],
    ['{"id":"1234","cnt":"2","cost":"4.48"}', { fmt: 3, ...withCost }],
    ['{"id": 1234, "cnt": 2, "cost": 4.48, "balance": 1231.21}', { fmt: 3, ...withBalance }],
    ['{"cost":"4.48","cnt":2}', { fmt: 3, ...cost }],
    ['{"error": "duplicate request, wait a minute", "error_code": 9}', { fmt: 3, ...busy }],
    ['{"error":"invalid number","error_code":7,"id":1234}', { fmt: 3, ...denied, id: '1234' }],
  ])('%s', (body, answer) => {
    expect(parseAnswer(body)).toEqual(answer)
  })

  test('an integer that begins fmt=1 is an id, unless a cost was asked for', () => {
    expect(parseAnswer('5,1')).toEqual({ type: 'sent', fmt: 1, id: '5', n: 1 })
    expect(parseAnswer('5,1', { cost: 1 })).toEqual({ type: 'cost', fmt: 1, cost: '5', n: 1 })
    expect(parseAnswer('1.5,1', { cost: 0 })).toEqual({ type: 'sent', fmt: 1, id: '1.5', n: 1 })
  })

  test('sums and ids keep every digit', () => {
    const body = '{"id":90071992547409931,"cnt":1,"cost":3.30,"balance":12345678901234567890.0100}'
    expect(parseAnswer(body)).toMatchObject({
      id: '90071992547409931',
      cost: '3.30',
      balance: '12345678901234567890.0100',
    })
  })

  test('a code that is not known is kept', () => {
    for (const body of ['0,-77', 'ERROR = 77 (new words)', '{"error":"new words","error_code":77}']) {
      expect(parseAnswer(body)).toMatchObject({ type: 'error', code: 77, retry: false })
    }
  })

  test('rows are read, by attributes or elements in XML', () => {
    const phones = [
      { phone: '79161234567', mccmnc: '25001', cost: '1.40', status: 0 },
      { phone: '123', status: 22, error: 7 },
    ]
    const json = JSON.stringify({
      id: 1,
      cnt: 1,
      phones: [
        { ...phones[0], status: '0' },
        { phone: '123', mccmnc: '', cost: '', status: '22', error: '7' },
      ],
    })
    const elements =
      '<phones><phone><phone>79161234567</phone><mccmnc>25001</mccmnc><cost>1.40</cost><status>0</status></phone>' +
      '<phone phone="123" status="22" error="7"/></phones>'
    for (const body of [
      json,
      '1,1\n79161234567,25001,1.40,0\n123,,,22,7',
      `<result><id>1</id><cnt>1</cnt>${elements}</result>`,
    ]) {
      expect(parseAnswer(body)).toMatchObject({ type: 'sent', phones })
    }
  })
})

describe('what is no answer', () => {
  test.each([
    '',
    ' \n',
    '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>',
    '<html>',
    '<result><id>1</id><cnt>1</cnt>',
    '<result><id>1</cnt></result>',
    '<result></result>',
    '<result/><result/>',
    '{"id":1,"cnt":',
    '[]',
    '{}',
    'null',
    '{"id":1}',
    '{"cost":"1,40","cnt":1}',
    '{"id":1,"cnt":1,"phones":7}',
    '{"id":1,"cnt":1,"phones":[null]}{',
    'OK - 1 SMS, I',
    'ERROR = ',
    '1234,',
    '1,2,3,4,5',
    '1,40,1,x',
    '1,40,1',
    'Service Unavailable',
  ])('is malformed, and all there: %j', (body) => {
    const answer = parseAnswer(body, body === '1,40,1' ? { cost: 1 } : {})
    expect(answer).toEqual({ type: 'malformed', reason: expect.stringMatching(/\w/), body })
  })

  test('may be of any size', () => {
    for (const piece of ['<a>', '{"a":', '1,1\n', 'a,b,c,d\n', '<result>', '&#1;', 'ERROR = 1 (', ' ', '"cost":1,']) {
      const body = piece.repeat((LONG ? 10_000_000 : 100_000) / piece.length)
      expect(parseAnswer(body).type).toBe('malformed')
    }
  })

  test('is refused where it is no text, or asked for in a way that is none', () => {
    expect(thrownBy(() => parseAnswer(undefined as never))).toMatchObject({ code: 'invalid-type', argument: 'body' })
    expect(thrownBy(() => parseAnswer('1,1', { cost: 7 } as never))).toMatchObject({ argument: 'asked.cost' })
    expect(thrownBy(() => parseAnswer('1,1', { csot: 1 } as never))).toMatchObject({ argument: 'asked.csot' })
  })

  test('is any text, without an error from inside', () => {
    const text = fc.string({ unit: anyCodePoint, maxLength: 30 })
    const any = fc.oneof(
      text,
      fc.json({ maxDepth: 1, stringUnit: 'grapheme-ascii' }),
      fc.constantFrom('<result>', 'OK - 1 SMS', '1,1'),
    )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (pieces) => {
        expect(['sent', 'cost', 'error', 'malformed']).toContain(parseAnswer(pieces.join('')).type)
      }),
      { numRuns: runs(60, 10_000) },
    )
  })
})

describe('what format writes is read again', () => {
  const phone = fc.constantFrom('79161234567', '123', '+380501234567', '70001234567', '<&">', 'я')
  const request = fc.record({
    phones: fc.array(phone, { minLength: 1, maxLength: 4 }).map((phones) => phones.join(';')),
    mes: fc.constantFrom('x', 'я'.repeat(71), ''),
    cost: fc.constantFrom(0, 1, 2, 3),
    op: fc.constantFrom(0, 1),
    err: fc.constantFrom(0, 1),
    sender: fc.constantFrom('', 'ivan', 'too long a sender'),
    time: fc.constantFrom('', 'soon'),
    id: fc.constantFrom('', '0', '77', 'a-1', '20240101123000'),
  })
  const mes = fc.constantFrom('x', 'я'.repeat(71))
  const wholly = { cost: fc.constantFrom(0, 1, 2, 3), op: fc.constantFrom(0, 1), err: fc.constantFrom(0, 1) }
  /** A list, and kinds that are no text: octets, a push, a number asked about. */
  const others = fc.oneof(
    fc.record({
      list: fc.array(fc.tuple(phone, mes), { minLength: 1, maxLength: 4 }).map((rows) =>
        // A semicolon splits a line.
        rows.map(([phones, mes]) => ({ phones: phones.replace(';', ''), mes })),
      ),
      ...wholly,
    }),
    fc.record({ phones: phone, mes: fc.constantFrom('0041', '05'), bin: fc.constant(2), ...wholly }),
    fc.record({ phones: phone, mes: fc.constantFrom('http://a.ru\nx', 'a'), push: fc.constant(1), ...wholly }),
    fc.record({ phones: phone, hlr: fc.constant(1), id: fc.constantFrom('', '5'), ...wholly }),
    fc.record({ phones: fc.constant('G1,79161234567'), mes, flash: fc.constant(1), ...wholly }),
  )
  const id = fc.constantFrom(undefined, 1234, '1.5', 'a_b', '20240101123000')

  test('in every fmt and cost, with every row and error', () => {
    fc.assert(
      fc.property(fc.oneof(request, others), id, fc.constantFrom(0, 1, 2, 3), (request, id, fmt) => {
        const result = preview(request as object, { rates: { '': '1.40' }, groups: { 1: 3 } })
        const body = format(result, fmt as 0, { balance: '10.50', ...(id === undefined ? {} : { id }) })
        const mode = id === undefined ? 1 : request.cost
        const answer = parseAnswer(body, { cost: mode as 0 })
        const { error } = result.answer
        if (error) {
          const hasId = error.service === 6 || error.service === 7
          const own = id ?? result.answer.id
          expect(answer).toMatchObject({
            type: 'error',
            fmt,
            code: error.service,
            ...(hasId && own !== undefined ? { id: `${own}` } : {}),
          })
          return
        }
        const sum = result.cost
        expect(answer).toMatchObject({
          type: mode === 1 ? 'cost' : 'sent',
          fmt,
          n: result.n,
          ...(mode === 1 ? {} : { id: `${id}` }),
          ...(mode === 0 ? {} : { cost: sum }),
          ...(mode === 3 ? { balance: '10.50' } : {}),
        })
        const recipients = result.lines.flatMap(({ recipients }) => recipients)
        const rows = recipients.filter(({ error }) => request.op || (request.err && error))
        const read = answer as { phones?: { phone: string; error?: number }[] }
        expect((read.phones ?? []).map(({ phone, error }) => [phone, error])).toEqual(
          rows.map(({ phone, error }) => [phone, error]),
        )
      }),
      { numRuns: runs(100, 10_000) },
    )
  })
})

describe('a status', () => {
  const delivered = { status: 1, name: 'delivered', final: true, delivered: true }

  test.each<[string, object[]]>([
    ['Status = 1, check_time = 15.08.2021 20:02:03', [{ ...delivered, date: '15.08.2021 20:02:03' }]],
    ['1,1629046923,0', [{ ...delivered, time: 1629046923, error: 0 }]],
    [
      '{"status":1,"last_date":"15.08.2021 20:02:03","last_timestamp":1629046923,"err":0}',
      [{ ...delivered, time: 1629046923, date: '15.08.2021 20:02:03', error: 0 }],
    ],
    [
      '[{"status": -3, "id": 138, "phone": "89995190557"}]',
      [{ status: -3, id: '138', phone: '89995190557', final: true }],
    ],
    [
      '<result><status>20</status><last_timestamp>5</last_timestamp><err>6</err></result>',
      [{ status: 20, time: 5, error: 6 }],
    ],
    [
      '1,5,0,10,79161234567\n-1,0,0,11,79161234568',
      [
        { status: 1, id: '10', phone: '79161234567' },
        { status: -1, id: '11' },
      ],
    ],
    // An HLR request, and all=1 with commas in the text: the places of what is beyond the third field.
    [
      '1,5,0,250010000000000,79161234567,250,1,Russia,MTS,,',
      [{ status: 1, time: 5, error: 0, members: { 4: '250010000000000', 9: 'MTS', 10: '', 11: '' } }],
    ],
    ['1,5,0,4,79161234567,1.40,ivan,Delivered,a,b', [{ status: 1, members: { 5: '79161234567', 9: 'a', 10: 'b' } }]],
    ['20,5', [{ status: 20, time: 5 }]],
    [
      '[{"status":1,"id":90071992547409931,"phone":"79161234567","cost":3.30,"message":"\\"err\\":5,"}]',
      [{ id: '90071992547409931', members: { cost: '3.30', message: '"err":5,' } }],
    ],
    [
      '{"status":20,"last_date":"17.03.2023 16:47:56","last_timestamp":1679060876,"flag":0,"err":"248","id":32,"phone":"a@b.ru"}',
      [{ status: 20, error: 248, id: '32', phone: 'a@b.ru', members: { flag: '0' } }],
    ],
    [
      'id=12&phone=79161234567&status=99&time=15.08.2021+20%3A02%3A03&err=6',
      [{ status: 99, id: '12', date: '15.08.2021 20:02:03', error: 6, final: false }],
    ],
  ])('is read: %s', (body, expected) => {
    expect(parseStatus(body)).toMatchObject(expected)
  })

  test('of a layout that cannot be told apart has no number that it may not have', () => {
    const [hlr] = parseStatus('1,5,0,250010000000000,79161234567,250,1,Russia,MTS,,')
    expect(hlr).not.toHaveProperty('id')
    expect(hlr).not.toHaveProperty('phone')
  })

  test.each([
    ['1,-9', /error 9/],
    ['0,-2', /error 2 \(authorise error\)/],
    ['{"error":"duplicate request, wait a minute","error_code":9}', /error 9/],
    ['ERROR = 4 (x)', /error 4/],
    ['<html>', /no status/],
    ['', /no status/],
    ['{}', /no status/],
    ['[1]', /no status/],
    ['{"status":', /no status/],
  ])('is a named error where it is none: %s', (body, words) => {
    const error = thrownBy(() => parseStatus(body))
    expect(error).toMatchObject({ name: 'SeptetError', code: 'malformed', argument: 'body' })
    expect(error.message).toMatch(words)
  })
})
