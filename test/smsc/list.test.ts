import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'
import { LONG } from '../support/long'
import { thrownBy } from '../support/thrown'

const [A, B, C] = ['79161234567', '79161234568', '79161234569']

/** Phones and texts, line by line. */
function read(list: string, more: Parameters<typeof preview>[0] = {}, options?: Parameters<typeof preview>[1]) {
  const { lines } = preview({ list, ...(more as object) }, options)
  return lines.map(({ recipients, text }) => [recipients.map(({ phone }) => phone).join(','), text])
}

describe('a list', () => {
  test('has a message a line; the first colon or semicolon splits', () => {
    const list = '79999999999:Ваш пароль: 123\n78888888888;Ваш пароль; 456: x'
    const { n, parts, lines, errors, warnings } = preview({ list })
    expect(lines.map(({ text }) => text)).toEqual(['Ваш пароль: 123', 'Ваш пароль; 456: x'])
    expect({ n, parts, errors, warnings }).toEqual({ n: 2, parts: 1, errors: [], warnings: [] })
  })

  test('counts parts times phones of each line, and has no parts of all where lines differ', () => {
    const { n, parts, cost, lines } = preview({ list: `${A},${B}:${'я'.repeat(71)}\n${C}:x` }, { rates: { 7: '0.5' } })
    expect(lines.map((line) => [line.line, line.n, line.parts, line.cost])).toEqual([
      [1, 4, 2, '2.0'],
      [2, 1, 1, '0.5'],
    ])
    expect({ n, parts, cost }).toEqual({ n: 5, parts: undefined, cost: '2.5' })
  })

  test.each([
    ['LF at the end', `${A}:x\n`],
    ['CR LF', `${A}:x\r\n`],
    ['empty lines', `\n\n${A}:x\n \n`],
    ['a byte order mark', `\uFEFF${A}:x`],
    ['spaces round the number', ` ${A} :x`],
  ])('may have %s', (_name, list) => {
    const { n, errors } = preview({ list })
    expect(read(list)).toEqual([[A, 'x']])
    expect({ n, errors }).toEqual({ n: 1, errors: [] })
  })

  test.each(['utf-8', 'windows-1251'])('warns of a byte order mark, once: %s', (charset) => {
    expect(preview({ list: `\uFEFF${A}:x`, charset }).warnings).toMatchObject([
      { code: 'byte-order-mark', argument: 'list', count: 1 },
    ])
  })

  test('writes a line feed in a text as \\n', () => {
    expect(read(`${A}:a\\nb\n${B}:c`)).toEqual([
      [A, 'a\nb'],
      [B, 'c'],
    ])
  })

  test('may have a comment after \\n~~~\\n', () => {
    expect(preview({ list: `${A}:text\\n~~~\\nfor myself` })).toMatchObject({
      lines: [{ text: 'text', comment: 'for myself' }],
      warnings: [],
    })
  })

  test('may have a sender and its time zone in front', () => {
    const { lines, errors } = preview({ list: `ivan,-2|${A}:x\nshop|${B},${C}:y: |z` })
    expect(lines.map(({ sender, recipients, text }) => [sender, recipients.length, text])).toEqual([
      ['ivan', 1, 'x'],
      ['shop', 2, 'y: |z'],
    ])
    expect(errors).toEqual([])
  })

  test('names the line of a wrong sender or time zone', () => {
    expect(preview({ list: `${A}:x\nжора|${B}:x` }).errors).toMatchObject([
      { service: 6, argument: 'list', line: 2, value: 'жора' },
    ])
    expect(preview({ list: `ivan,55|${B}:x` }).errors).toMatchObject([
      { service: 1, argument: 'list', line: 1, value: '55' },
    ])
  })

  test.each(['Sh\u2028op', 'Sh\u2029op', 'Sh\rop'])('has any character at all before the bar: %j', (sender) => {
    const { lines, errors } = preview({ list: `${sender},2|${A}:hi`, charset: 'utf-8' })
    expect(lines).toMatchObject([{ sender, n: 1, text: 'hi' }])
    expect(errors).toMatchObject([{ service: 6, argument: 'list', line: 1, value: sender, offset: 2 }])
  })

  test('has the cost of its other lines where one is malformed', () => {
    const { cost, lines } = preview({ list: `${A}:hi\nbroken line` }, { rates: { 7: '1.40' } })
    expect([cost, ...lines.map((line) => line.cost)]).toEqual(['1.40', '1.40', '0'])
    expect(preview({ list: 'broken line' })).not.toHaveProperty('cost')
  })

  test('keeps a line without a colon, as error 1 with its number', () => {
    const { n, lines, errors, warnings } = preview({ list: `${A}:x\nno colon here\n${B}:y\nnor here` })
    expect(n).toBe(2)
    expect(lines.map(({ text, n }) => [text, n])).toEqual([
      ['x', 1],
      ['no colon here', 0],
      ['y', 1],
      ['nor here', 0],
    ])
    expect(lines[1]!.warnings).toEqual(['malformed-line'])
    expect(errors).toMatchObject([{ service: 1, code: 'malformed', argument: 'list', line: 2, value: 'no colon here' }])
    expect(warnings).toMatchObject([{ code: 'malformed-line', line: 2, count: 2 }])
  })

  test('is error 1 where it is empty, has no phones or no text, or is beside phones', () => {
    expect(preview({ list: '' }).errors).toMatchObject([{ service: 1, code: 'missing-parameter', argument: 'list' }])
    expect(preview({ list: ':x' }).errors).toMatchObject([
      { service: 1, code: 'missing-parameter', argument: 'list', line: 1 },
    ])
    expect(preview({ list: `${A}:` }).errors).toMatchObject([
      { service: 1, code: 'missing-parameter', argument: 'list', line: 1 },
    ])
    expect(preview({ list: `${A}:x`, phones: B }).errors).toMatchObject([
      { code: 'conflicting-parameters', argument: 'phones' },
    ])
  })
})

test('each wrong line of a list says so, and the error counts them', () => {
  const { lines, errors } = preview({ list: `${A}:x\n${A}:\nжора|${B}:\n${C}` })
  expect(lines.map((line) => line.errors)).toEqual([[], [1], [6, 1], [1]])
  expect(errors.map(({ service, code, line, count }) => [service, code, line, count])).toEqual([
    [1, 'missing-parameter', 2, 2],
    [6, 'invalid-value', 3, 1],
    [1, 'malformed', 4, 1],
  ])
})

describe('recipients that a mistake would lose', () => {
  test.each([
    ['phones joined by a semicolon', `${A};${B}:hi`, B, 12],
    ['more of them', `${A};${B}; ${C}:hi`, B, 12],
    ['a group after a semicolon', `${A};G12:hi`, 'G12', 12],
    ['lines joined by a comma', `${A}:hi,${B}:yo`, B, 15],
    ['lines joined by a semicolon', `${A}:hi; +${B} :yo`, `+${B}`, 16],
    ['lines joined by a backslash and an n', `${A}:hi\\n${B}:yo`, B, 16],
  ])('are a warning: %s', (_name, list, value, offset) => {
    const { n, lines, warnings } = preview({ list })
    expect({ n, warnings: lines[0]!.warnings }).toEqual({ n: 1, warnings: ['joined-lines'] })
    expect(warnings).toMatchObject([{ code: 'joined-lines', argument: 'list', value, line: 1, offset, count: 1 }])
  })

  test.each([`${A}:call ${B}: now`, `${A}:at 12:30, 13:45`, `${A}:12:30 is when`, `${A}:in all, 1 500 000: so much`])(
    'are none where there is no phone: %s',
    (list) => expect(preview({ list }).warnings).toEqual([]),
  )

  test('are none in a text that is no list, and none in octets', () => {
    expect(preview({ phones: A, mes: `${B}:hi` }).warnings).toEqual([])
    expect(preview({ list: `${A}:\0a,${B}:`, bin: 1 }).warnings).toEqual([])
  })
})

describe('a number in two lines', () => {
  const list = `${A},${B}:one\n8${A.slice(1)}:two\n${A}:three`

  test('gets both messages, with a warning', () => {
    const { n, lines, warnings } = preview({ list })
    expect(n).toBe(4)
    expect(lines.map((line) => line.warnings)).toEqual([[], ['duplicate-phone'], ['duplicate-phone']])
    expect(warnings).toMatchObject([{ code: 'duplicate-phone', value: `8${A.slice(1)}`, line: 2, offset: 0, count: 2 }])
  })

  test('is not dropped: each line is a message of its own', () => {
    expect(preview({ list }, { duplicates: 'drop' })).toMatchObject({ n: 4, warnings: [{ code: 'duplicate-phone' }] })
    expect(preview({ list: `${A},${A}:one` }, { duplicates: 'drop' }).n).toBe(1)
  })
})

test('an empty list is no list where there are phones or a text', () => {
  for (const request of [
    { phones: A, mes: 'x', list: '' },
    `phones=${A}&mes=x&list=`,
    { phones: A, mes: 'x', list: '\uFEFF' },
  ]) {
    expect(preview(request)).toMatchObject({ n: 1, errors: [] })
  }
  expect(preview({ phones: '123', mes: 'x', list: '' }).errors).toMatchObject([{ service: 7, argument: 'phones' }])
  expect(preview({ phones: '', mes: '', list: '' }).errors).toMatchObject([{ service: 1, argument: 'list' }])
})

describe('errors of a list', () => {
  const told = (list: string, more: object = {}) =>
    preview({ list, ...more }).errors.map(({ reason, line, count }) => [
      reason.replace(/, in line \d+$/, ''),
      line,
      count,
    ])

  test('are told apart by what is wrong, though code and parameter are the same', () => {
    expect(told(`Shop,99|${A}:hi\n${A}:${'a'.repeat(1001)}\n:x\n${A}:\n${A}:${'a'.repeat(1002)}`)).toEqual([
      [expect.stringContaining('tz must be'), 1, 1],
      ['has 1001 characters, and 1000 is the most', 2, 2],
      ['has no number', 3, 1],
      ['is empty', 4, 1],
    ])
    expect(told(`ж|${A}:x\nя|${A}:x\n${'a'.repeat(12)}|${A}:x`)).toEqual([
      ['"ж" is not allowed in a sender', 1, 2],
      ['has more than 11 characters', 3, 1],
    ])
  })

  test('are one for all that differ in no more than a value', () => {
    expect(told(`${A}:0\n${A}:00xy\n${A}:0z0`, { bin: 2 }).length).toBeLessThanOrEqual(2)
    const many = Array.from({ length: 300 }, (_, index) => `${A}:00${' '.repeat(index)}x`).join('\n')
    expect(told(many, { bin: 2 })).toMatchObject([[expect.any(String), 1, 300]])
  })
})

describe('an offset in a list', () => {
  const ENCODED = '%D0%9F'

  /** A notice names the place where its cause is. */
  function expectPlaces(request: { list: string } & object, codes: string[]) {
    const { warnings, errors } = preview({ charset: 'utf-8', ...request } as object)
    const rows = request.list.split('\n')
    for (const code of codes) {
      const found = [...warnings, ...errors].find((notice) => notice.code === code)
      const { line, offset, value } = found!
      expect([code, rows[line! - 1]!.slice(offset).startsWith(value as string)]).toEqual([code, true])
    }
  }

  test.each([
    ['of a text', `${A}:x\n${B}:abc ${ENCODED}`, {}, ['double-encoding']],
    ['after a line feed', `${A}:a\\nb\\n\\nc ${ENCODED}`, {}, ['double-encoding']],
    ['after a sender', `ivan,-2|${A}:abc ${ENCODED}`, {}, ['double-encoding']],
    ['of a later line under nl=1', `${A}:a\nb\nc ${ENCODED}`, { nl: 1 }, ['double-encoding']],
    ['of a link', `ivan|${A}:see example.com and http://b.example`, { tinyurl: 1 }, ['bare-link', 'short-link']],
    ['of a phone', `ivan|${A}, 123,,${A}:x`, {}, ['impossible-phone', 'empty-phone', 'duplicate-phone']],
    ['of a character outside the charset', `${A}:x\n${B}:a₽`, { charset: 'koi8-r' }, ['not-in-charset']],
    ['of the first of them', `${A}₽:x\n${B}:a€`, { charset: 'koi8-r' }, ['not-in-charset']],
    ['of a lone surrogate', `\n${A}:x\uD800`, {}, ['not-in-charset']],
    ['after a mark', `\n${A}:x \\n~~~\\n`, { nl: 1 }, ['literal-separator', 'literal-line-feed']],
    ['of a number that may be one', `${A}:x\nshop|123:x`, { nl: 1 }, ['ambiguous-line']],
    ['of a prefix', `ivan|${A}:__CALL__`, {}, ['not-previewable']],
    ['of a prefix beside a kind', `${A}:__HLR__`, { ping: 1 }, ['conflicting-parameters']],
  ] as const)('is in its line: %s', (_name, list, more, codes) => {
    expectPlaces({ list, ...more }, [...codes])
  })

  test('is that of sender, time zone, text and octets in an error', () => {
    const at = (list: string, more: object = {}) =>
      preview({ list, ...more }).errors.map(({ line, offset }) => [line, offset])
    expect(at(`x:\nыshop|${A}:x`)).toContainEqual([2, 0])
    expect(at(`shop,55|${A}:x`)).toEqual([[1, 5]])
    expect(at(`shop|${A}:${'a'.repeat(1001)}`)).toEqual([[1, 17 + 1000]])
    expect(at(`${A}:${'\\n'.repeat(1001)}`)).toEqual([[1, 12 + 2000]])
    expect(at(`${A}:00\n${A}:00x`, { bin: 2 })).toEqual([[2, 14]])
    expect(at(`${A}:no line feed`, { push: 1 })).toEqual([[1, 24]])
  })
})

describe('a list with nl=1', () => {
  const nl = { nl: 1 } as const

  test('continues a text where a line begins with no phones', () => {
    expect(read(`${A}:one\ntwo: three\n12:30 four\n\n${B},${C}:five\n`, nl)).toEqual([
      [A, 'one\ntwo: three\n12:30 four\n'],
      [`${B},${C}`, 'five'],
    ])
  })

  test('leaves \\n as it is, with a warning', () => {
    expect(read(`${A}:a\\nb`, nl)).toEqual([[A, 'a\\nb']])
    expect(preview({ list: `${A}:a\nb\\n`, nl: 1 }).warnings).toMatchObject([{ code: 'literal-line-feed', line: 2 }])
  })

  test('knows a sender and a group in front', () => {
    expect(read(`${A}:one\nG12:two\nivan|${B}:three`, nl)).toEqual([
      [A, 'one'],
      ['G12', 'two'],
      [B, 'three'],
    ])
  })

  test('takes a short number for a number where shortestPhone says so', () => {
    expect(read(`${A}:one\n12345:two`, nl)).toEqual([[A, 'one\n12345:two']])
    expect(preview({ list: `${A}:one\n12345:two\n at: 5`, nl: 1 }).warnings).toMatchObject([
      { code: 'ambiguous-line', value: '12345', line: 2, count: 1 },
    ])
    expect(read(`${A}:one\n12345:two`, nl, { shortestPhone: 5 })).toEqual([
      [A, 'one'],
      ['12345', 'two'],
    ])
  })

  test.each([
    ['a group after a number', `${B},G12`],
    ['a number after a group', `G12, ${B}`],
    ['a short number after a long one', `${B},0611`],
    ['nothing between two commas', `${B},,${C}`],
  ])('knows phones: %s', (_name, phones) => {
    const { lines, warnings } = preview({ list: `${A}:one\n${phones}:two`, nl: 1 })
    expect(lines.map(({ line, text }) => [line, text])).toEqual([
      [1, 'one'],
      [2, 'two'],
    ])
    expect(warnings.map(({ code }) => code)).not.toContain('ambiguous-line')
  })

  test('warns where only some of what is before the colon may be phones', () => {
    for (const head of [`${B},the other one`, `call ${B}, G12`]) {
      const { n, lines, warnings } = preview({ list: `${A}:one\n${head}:two`, nl: 1 })
      expect({ n, text: lines[0]!.text }).toEqual({ n: 1, text: `one\n${head}:two` })
      expect(warnings).toMatchObject([{ code: 'ambiguous-line', value: head, line: 2, count: 1 }])
    }
    expect(preview({ list: `${A}:one\nwell, then: two`, nl: 1 }).warnings).toEqual([])
  })

  test.each([
    '40817810099910004312: оплатите счёт',
    '1234567:looks like one',
    '1 500 000: рублей',
    '49 500 000: рублей',
    '2024-01-01 12:30:00',
    '2030-01-01 10:00',
    '22.02.2020 20:00',
    '491234: ваш код',
    '31-12-2025: bring cake',
    '31 12 2025: bring cake',
    '2026-01-15-16: holidays',
    '4000-5000: places',
    '3.1415926535: pi',
  ])('continues a text where a line begins with what is no phone, and warns: %s', (row) => {
    const { n, lines, errors, warnings } = preview({ list: `${A}:one\n${row}`, nl: 1 })
    expect(lines).toMatchObject([{ text: `one\n${row}`, warnings: ['ambiguous-line'] }])
    expect({ n, errors }).toEqual({ n: 1, errors: [] })
    expect(warnings).toMatchObject([{ code: 'ambiguous-line', line: 2, offset: 0, count: 1 }])
  })

  test.each([
    '+7 (916) 123-45-68',
    '8 916 123 45 68',
    '7.916.123.45.68',
    '9161234568',
    '+33 6 12 34 56 78',
    '33.6.12.34.56.78',
  ])('begins a message with a number as people write it: %s', (phone) => {
    expect(preview({ list: `${A}:one\n${phone}:two`, nl: 1 })).toMatchObject({ n: 2, warnings: [] })
  })

  test.each([
    ['ISO 8601', (day: string, month: string, year: number) => `${year}-${month}-${day}`],
    ['with points', (day: string, month: string, year: number) => `${day}.${month}.${year}`],
    ['with points and two digits', (day: string, month: string, year: number) => `${day}.${month}.${year % 100}`],
    ['with hyphens', (day: string, month: string, year: number) => `${day}-${month}-${year}`],
    ['with blanks', (day: string, month: string, year: number) => `${day} ${month} ${year}`],
  ])('begins no message with a date, of any day: %s', (_name, written) => {
    for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(LONG ? 2031 : 2025, 0, 1); day += 864e5) {
      const date = new Date(day)
      const [digits, month] = [date.getUTCDate(), date.getUTCMonth() + 1].map((part) => `${part}`.padStart(2, '0'))
      const row = `${written(digits!, month!, date.getUTCFullYear())}: bring cake`
      expect([row, preview({ list: `${A}:one\n${row}`, nl: 1 }).n]).toEqual([row, 1])
    }
  })

  test('says of which message a warning is', () => {
    const list = `${A}:one\n${B}:two\n12:30\n\\n\n${C}:three`
    expect(preview({ list, nl: 1 }).lines.map(({ warnings }) => warnings)).toEqual([
      [],
      ['ambiguous-line', 'literal-line-feed'],
      [],
    ])
  })

  test('counts lines as they are in the list', () => {
    expect(preview({ list: `${A}:one\ntwo\n${B}:three`, nl: 1 }).lines.map(({ line }) => line)).toEqual([1, 3])
  })
})

describe('a time zone', () => {
  const time = '0101301200'

  test('is in the line', () => {
    const { lines, errors, warnings } = preview({
      list: 'ivan,3|79161234567:x\n,-4|79161234567:x\na,b,+1|79161234567:x',
      time,
    })
    expect(lines.map(({ sender, tz }) => [sender, tz])).toEqual([
      ['ivan', '3'],
      ['', '-4'],
      ['a,b', '+1'],
    ])
    expect({ errors, warnings: warnings.filter(({ code }) => code !== 'duplicate-phone') }).toEqual({
      errors: [],
      warnings: [],
    })
    expect(preview({ list: 'ivan|79161234567:x' }).lines[0]).not.toHaveProperty('tz')
  })

  test.each(['5.5', 'abc', '', ' ', '12', '-16', '+', '007', '3h'])('%j is none, and error 1', (tz) => {
    const { errors, lines } = preview({ list: `79161234567:x\nivan,${tz}|79999999999:Hi`, time })
    expect(errors).toMatchObject([{ service: 1, argument: 'list', value: tz, line: 2, offset: 5 }])
    expect(lines[1]).toMatchObject({ sender: 'ivan', tz, n: 1, errors: [1] })
  })

  test.each(['', '0', '9-21', '01609459200', '+30'])('does nothing without a dated time, such as %j', (time) => {
    const inLine = preview({ list: 'ivan,3|79999999999:Hi', time })
    expect(inLine.warnings).toMatchObject([
      { code: 'ignored-parameter', argument: 'list', value: '3', line: 1, offset: 5 },
    ])
    const alone = preview({ phones: '79999999999', mes: 'Hi', tz: 3, time })
    expect(alone.warnings).toMatchObject([{ code: 'ignored-parameter', argument: 'tz', value: '3' }])
  })

  test.each(['0101301200', '01.01.30 12:00'])('does with %s', (time) => {
    expect(preview({ list: 'ivan,3|79999999999:Hi', time }).warnings).toEqual([])
    expect(preview({ phones: '79999999999', mes: 'Hi', tz: 3, time }).warnings).toEqual([])
  })
})

describe('a list that is no text', () => {
  const lines = (list: unknown, more: object = {}) =>
    preview({ list, ...more } as never).lines.map(({ recipients, text }) => [
      recipients.map(({ phone }) => phone).join(),
      text,
    ])
  const expected = [
    ['79161234567', 'Hi: you'],
    ['79161234568,79161234569', 'a\nb'],
  ]

  test.each([
    ['an object of texts by phones', { 79161234567: 'Hi: you', '79161234568,79161234569': 'a\nb' }],
    ['an array of lines', ['79161234567:Hi: you', '79161234568,79161234569:a\nb']],
    [
      'an array of pairs',
      [
        ['79161234567', 'Hi: you'],
        ['79161234568,79161234569', 'a\nb'],
      ],
    ],
    [
      'an array of objects',
      [
        { phones: 79161234567, mes: 'Hi: you' },
        { phones: ['79161234568', '79161234569'], mes: 'a\nb' },
      ],
    ],
  ])('may be %s', (_name, list) => {
    expect(lines(list)).toEqual(expected)
    expect(lines(list, { nl: 1 })).toEqual(expected)
    const json = preview(JSON.stringify({ list }))
    expect(json.lines).toEqual(preview({ list, charset: 'utf-8' } as never).lines)
    expect(json.answer.fmt).toBe(3)
  })

  test('has senders and time zones', () => {
    const list = [
      { phones: '79161234567', mes: 'x', sender: 'ivan', tz: 3 },
      { phones: '79161234568', mes: 'y', sender: 'olga' },
    ]
    expect(preview({ list, time: '0101301200' })).toMatchObject({
      errors: [],
      lines: [{ sender: 'ivan', tz: '3' }, { sender: 'olga' }],
    })
    expect(preview({ list: { 'ivan,3|79161234567': 'x' } as never }).lines).toMatchObject([{ sender: 'ivan', tz: '3' }])
  })

  test('may be empty, which is error 1', () => {
    for (const list of [{}, []])
      expect(preview({ list } as never).errors).toMatchObject([{ service: 1, argument: 'list' }])
  })

  test.each([
    [{ a: {} }, "request.list['a']"],
    [{ a: null }, "request.list['a']"],
    [[1], 'request.list[0]'],
    [[['a']], 'request.list[0]'],
    [[{ phones: 'a' }], 'request.list[0].mes'],
    [[{ phones: {}, mes: 'x' }], 'request.list[0].phones'],
    [[{ phones: '1', mes: 'x', sendr: 'y' }], 'request.list[0].sendr'],
    [new Map([['79161234567', 'x']]), 'request.list'],
    [new Date(0), 'request.list'],
    [Symbol('x'), 'request.list'],
  ])('is a named error where it is %o', (list, argument) => {
    const error = thrownBy(() => preview({ list } as never))
    expect(error).toMatchObject({ name: 'SeptetError', argument })
  })
})
