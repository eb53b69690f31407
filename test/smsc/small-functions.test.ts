import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatList,
  formatTime,
  normalizePhone,
  parseCallParam,
  parseList,
  parseTime,
  preview,
  requestKey,
  withComment,
} from '../../src/smsc/index'
import { runs } from '../support/long'
import { thrownBy } from '../support/thrown'

describe('the parameter of a call', () => {
  test.each([
    ['100,5,0', 35, 10, 1],
    ['25,60,3', 25, 60, 3],
    ['0,99999,99', 10, 3600, 9],
    ['', 22, 20, 5],
    ['1,2', 22, 20, 5],
    ['1,2,3,4', 22, 20, 5],
    ['a,b,c', 22, 20, 5],
    ['-1,20,5', 22, 20, 5],
  ])('%j', (param, wait, interval, attempts) => {
    expect(parseCallParam(param)).toEqual({ wait, interval, attempts })
  })
})

describe('a time', () => {
  test.each([
    ['0', { type: 'now' }],
    ['3101301200', { type: 'date', local: '2030-01-31T12:00' }],
    ['9-21', { type: 'hours', from: 9, to: 21 }],
    ['01609459200', { type: 'timestamp', seconds: 1609459200 }],
    ['+90', { type: 'delay', minutes: 90 }],
  ] as const)('%s is read and written', (written, time) => {
    expect(parseTime(written)).toEqual(time)
    expect(formatTime(time as Parameters<typeof formatTime>[0])).toBe(written)
  })

  test('has a form with dots', () => {
    expect(parseTime('29.02.24 23:59')).toEqual({ type: 'date', local: '2024-02-29T23:59' })
    expect(parseTime('')).toEqual({ type: 'now' })
  })

  test.each(['3102120000', '29.02.23 10:00', '9-25', '30', 'tomorrow', '00', '0113120000'])('%s is none', (time) => {
    expect(thrownBy(() => parseTime(time))).toMatchObject({ code: 'invalid-value', argument: 'time', value: time })
    expect(preview({ phones: '79161234567', mes: 'x', time }).errors).toMatchObject([{ service: 5 }])
  })

  test.each([
    [{ type: 'date', local: '2023-02-29T10:00' }, 'time.local'],
    [{ type: 'date', local: '2130-01-01T10:00' }, 'time.local'],
    [{ type: 'hours', from: 9, to: 25 }, 'time.to'],
    [{ type: 'timestamp', seconds: 5 }, 'time.seconds'],
    [{ type: 'delay', minutes: -1 }, 'time.minutes'],
    [{ type: 'soon' }, 'time.type'],
    [new Date(0), 'time'],
  ])('%j cannot be written', (time, argument) => {
    expect(thrownBy(() => formatTime(time as never))).toMatchObject({ name: 'SeptetError', argument })
  })
})

describe('a comment', () => {
  test('is read back by a preview', () => {
    const [line] = preview({ phones: '79161234567', mes: withComment('Hi\n~~', 'a\n~~~\nb') }).lines
    expect(line).toMatchObject({ text: 'Hi\n~~', comment: 'a\n~~~\nb' })
  })

  test('cannot follow a text that has one', () => {
    for (const text of ['a\n~~~\nb', 'a\r\n~~~\r\nb', 'a\n~~~']) {
      expect(thrownBy(() => withComment(text, 'c'))).toMatchObject({
        code: 'invalid-value',
        argument: 'text',
        offset: 1,
      })
    }
  })
})

describe('a list', () => {
  const field = fc.string({
    unit: fc.constantFrom('a', '1', ' ', ':', ';', ',', '|', '\n', '\\', 'n', 'я', '+'),
    maxLength: 12,
  })
  const message = fc.record(
    {
      phones: fc.constantFrom('79161234567', '79161234567,G12', '+380501234567'),
      mes: field,
      sender: fc.oneof(fc.constant('ivan'), field),
      tz: fc.constantFrom('3', '-4'),
    },
    { requiredKeys: ['phones', 'mes'] },
  )

  test('that is written is read again, or is refused by name', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 4 }), fc.boolean(), (messages, nl) => {
        let text: string
        try {
          text = formatList(messages, { nl })
        } catch (error) {
          expect(error).toMatchObject({ name: 'SeptetError' })
          return
        }
        const given = messages.map((one) =>
          one.tz !== undefined && one.sender === undefined ? { ...one, sender: '' } : one,
        )
        expect(parseList(text, { nl })).toEqual(given)
      }),
      { numRuns: runs(300, 10_000) },
    )
  })

  test('has all its forms', () => {
    const text = '79161234567:Hi\\nyou\nG12:a:b'
    const messages = [
      { phones: '79161234567', mes: 'Hi\nyou' },
      { phones: 'G12', mes: 'a:b' },
    ]
    for (const list of [
      text,
      { 79161234567: 'Hi\nyou', G12: 'a:b' },
      text.split('\n'),
      [
        ['79161234567', 'Hi\nyou'],
        ['G12', 'a:b'],
      ],
      messages,
    ]) {
      expect(parseList(list as string)).toEqual(messages)
      if (typeof list !== 'string') expect(formatList(list as never)).toBe(text)
    }
  })

  test.each([
    [[{ phones: '1', mes: 'a\\nb' }], 'list[0]'],
    [
      [
        { phones: '1', mes: 'x' },
        { phones: '1:2', mes: 'x' },
      ],
      'list[1]',
    ],
    [[{ phones: '1', mes: 'x', sender: 'a,b' }], 'list[0]'],
    [{ '1:2': 'x' }, "list['1:2']"],
    [['no colon'], 'list'],
  ])('%j cannot be one', (list, argument) => {
    expect(thrownBy(() => formatList(list as never))).toMatchObject({ name: 'SeptetError', argument })
  })

  test('with a line that is none is a named error', () => {
    const error = thrownBy(() => parseList('1:x\nno\n2:y'))
    expect(error).toMatchObject({ code: 'malformed', argument: 'list', value: 'no' })
    expect(error.message).toContain('in line 2')
  })
})

describe('requests are the same', () => {
  const key = requestKey({ phones: '79161234567', mes: 'x', flash: 1 })
  test.each([
    { mes: 'x', flash: true, phones: 79161234567 },
    { mes: 'x', flash: '1', phones: ['79161234567'], psw: 'secret', apikey: 'k', sender: '' },
  ] as const)('in whatever form: %j', (request) => {
    expect(requestKey(request as object)).toBe(key)
    expect(key).not.toContain('secret')
  })

  test('in nothing else', () => {
    for (const more of [{ mes: 'y' }, { flash: 0 }, { login: 'me' }, { cost: 1 }]) {
      expect(requestKey({ phones: '79161234567', mes: 'x', flash: 1, ...more } as object)).not.toBe(key)
    }
  })
})

describe('a phone number', () => {
  test.each([
    ['+7 916 123-45-67', 'RU', '79161234567', 'valid', false],
    ['79161234567', 'RU', '79161234567', 'valid', false],
    ['8 (916) 123-45-67', 'RU', '79161234567', 'valid', true],
    ['916 123 45 67', 'RU', '79161234567', 'valid', true],
    ['050 123 45 67', 'UA', '380501234567', 'valid', true],
    ['8 701 123 45 67', 'KZ', '77011234567', 'valid', true],
    ['8 029 123 45 67', 'BY', '375291234567', 'valid', true],
    ['380501234567', 'RU', '380501234567', 'valid', false],
    ['+8 916 123 45 67', 'RU', '89161234567', 'impossible', false],
    ['70001234567', 'RU', '70001234567', 'invalid', false],
    ['123', 'RU', '123', 'impossible', false],
    ['nobody', 'RU', 'nobody', 'impossible', false],
    ['', 'RU', '', 'impossible', false],
  ])('%s of %s is %s, %s', (written, country, phone, status, isCorrected) => {
    const { warning, ...read } = normalizePhone(written, { country })
    expect(read).toEqual({ phone, status })
    expect(warning !== undefined).toBe(isCorrected)
  })

  test('stays as it is where it is not to be corrected', () => {
    expect(normalizePhone('8 916 123 45 67', { correct: false })).toEqual({
      phone: '89161234567',
      status: 'impossible',
    })
  })

  test('is of a country that there is', () => {
    expect(thrownBy(() => normalizePhone('1', { country: 'XX' }))).toMatchObject({ argument: 'options.country' })
  })
})
