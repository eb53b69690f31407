import { describe, expect, test } from 'vitest'
import { preview } from '../src/smsc/index'

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

  test('warns of a byte order mark', () => {
    expect(preview({ list: `\uFEFF${A}:x`, charset: 'utf-8' }).warnings).toMatchObject([{ code: 'byte-order-mark' }])
  })

  test('writes a line feed in a text as \\n', () => {
    expect(read(`${A}:a\\nb\n${B}:c`)).toEqual([
      [A, 'a\nb'],
      [B, 'c'],
    ])
  })

  test('may have a comment behind \\n~~~\\n', () => {
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

  test('is error 1 where it is empty, has no phones or no text, or stands beside phones', () => {
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

  test('counts lines as they stand in the list', () => {
    expect(preview({ list: `${A}:one\ntwo\n${B}:three`, nl: 1 }).lines.map(({ line }) => line)).toEqual([1, 3])
  })
})
