import { describe, expect, test } from 'vitest'
import { count } from '../../src/index'
import { preview } from '../../src/smsc/index'
import { thrownBy } from '../support/thrown'

const phones = '79161234567'
const codes = (list: { code: string }[]) => list.map(({ code }) => code)
const INFINITY = Number.POSITIVE_INFINITY

describe('a preview', () => {
  test('says parts, recipients and cost', () => {
    expect(preview({ phones: `${phones},79161234568`, mes: 'Привет' }, { rates: { 7: '1.40' } })).toEqual({
      kind: 'sms',
      n: 2,
      parts: 1,
      cost: '2.80',
      lines: [
        {
          line: 1,
          kind: 'sms',
          n: 2,
          parts: 1,
          cost: '2.80',
          encoding: 'UCS-2',
          text: 'Привет',
          recipients: [
            { given: phones, phone: phones, status: 'valid', size: 1, parts: 1, cost: '1.40' },
            { given: '79161234568', phone: '79161234568', status: 'valid', size: 1, parts: 1, cost: '1.40' },
          ],
          warnings: [],
          errors: [],
        },
      ],
      warnings: [],
      errors: [],
      answer: { fmt: 0, op: false, err: false },
    })
  })

  test.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    [`${'a'.repeat(159)}€`, 2],
    ['я'.repeat(70), 1],
    ['я'.repeat(71), 2],
    ['я'.repeat(135), 3],
  ])('counts segments as the core does: case %#', (mes, parts) => {
    expect(preview({ phones, mes }).parts).toBe(parts)
  })

  test('of a flash message is that of a text', () => {
    expect(preview({ phones, mes: 'я'.repeat(71), flash: 1 })).toMatchObject({ kind: 'flash', n: 2 })
  })

  test.each(['hlr', 'ping'] as const)('of %s counts one a number, and no text', (kind) => {
    expect(preview({ phones: `${phones},79161234568`, [kind]: 1 })).toMatchObject({
      kind,
      n: 2,
      parts: 1,
      warnings: [],
    })
    expect(preview({ phones, mes: 'x', [kind]: 1 }).warnings).toMatchObject([
      { code: 'ignored-parameter', argument: 'mes' },
    ])
    const prefixed = preview({ phones, mes: `__${kind.toUpperCase()}__` })
    expect(prefixed).toMatchObject({ kind, n: 1, warnings: [], errors: [] })
  })

  test.each(['mms', 'mail', 'soc', 'viber', 'whatsapp', 'call'])('of %s says that there is none', (kind) => {
    const prefix = `__${kind.toUpperCase()}__`
    for (const [request, place] of [
      [
        { phones, mes: 'x', [kind]: 1 },
        { argument: kind, value: 1 },
      ],
      [
        { phones, mes: `${prefix}x` },
        { argument: 'mes', value: prefix, offset: 0 },
      ],
      [{ list: `${phones}:${prefix}x` }, { argument: 'list', value: prefix, offset: 12, line: 1 }],
    ] as const) {
      const { n, errors, cost } = preview(request, { rates: { 7: '1.40' } })
      expect(n).toEqual({ min: 0, max: INFINITY })
      expect(cost).toEqual({ min: '0.00', max: 'Infinity' })
      expect(errors).toMatchObject([{ code: 'not-previewable', service: undefined, ...place }])
    }
  })

  test('of several kinds at once is error 1', () => {
    expect(preview({ phones, mes: 'x', flash: 1, hlr: 1 }).errors).toMatchObject([
      { service: 1, code: 'conflicting-parameters' },
    ])
    expect(preview({ phones, mes: '__HLR__', ping: 1 }).errors).toMatchObject([
      { service: 1, code: 'conflicting-parameters' },
    ])
  })

  test.each([
    ['mail', 'a@example.com; b@example.com'],
    ['soc', '#12,nickname'],
    ['viber', '123'],
  ])('of %s has nothing to say of its addresses', (kind, phones) => {
    const { n, errors, warnings, lines } = preview({ phones, mes: 'x', [kind]: 1 })
    expect({ n, warnings, codes: codes(errors) }).toEqual({
      n: { min: 0, max: INFINITY },
      warnings: [],
      codes: ['not-previewable'],
    })
    expect(lines[0]!.recipients.map(({ phone }) => phone)).toEqual(phones.split(/[,;] ?/))
  })

  test('of a list has the kind of each line, and of all where they agree', () => {
    const { kind, lines } = preview({ list: `${phones}:__HLR__\n${phones}:x` })
    expect([kind, ...lines.map((line) => line.kind)]).toEqual(['sms', 'hlr', 'sms'])
    expect(preview({ list: `${phones}:__HLR__` }).kind).toBe('hlr')
  })

  test('can be thrown from, and written as JSON', () => {
    const { errors } = preview({ phones: '', mes: 'x' })
    expect(errors[0]).toBeInstanceOf(Error)
    expect(JSON.parse(JSON.stringify(errors))).toEqual([
      {
        name: 'RequestError',
        code: 'missing-parameter',
        service: 1,
        argument: 'phones',
        message: 'phones: has no number',
        count: 1,
      },
    ])
  })
})

describe('a comment', () => {
  test.each(['\n~~~\n', '\r\n~~~\r\n', '\n~~~\r\n'])('after %j is not sent', (separator) => {
    const { n, lines, warnings } = preview({ phones, mes: `${'a'.repeat(160)}${separator}mine\n~~~\ntoo` })
    expect(n).toBe(1)
    expect(lines[0]).toMatchObject({ text: 'a'.repeat(160), comment: 'mine\n~~~\ntoo' })
    expect(warnings).toEqual([])
  })

  test('whose separator is written with backslashes is text, and a warning', () => {
    const { lines, warnings } = preview({ phones, mes: 'hello\\n~~~\\nmine' })
    expect(lines[0]!.text).toBe('hello\\n~~~\\nmine')
    expect(codes(warnings)).toContain('literal-separator')
  })
})

test('a comment alone is no message', () => {
  for (const request of [{ phones, mes: '\n~~~\nmine' }, { list: `${phones}:\\n~~~\\nmine` }]) {
    expect(preview(request)).toMatchObject({ n: 0, errors: [{ service: 1, code: 'missing-parameter' }] })
  }
})

describe('the limit', () => {
  test('is 1000 characters without the comment, and error 1', () => {
    const comment = `\n~~~\n${'x'.repeat(2000)}`
    expect(preview({ phones, mes: `${'a'.repeat(1000)}${comment}` })).toMatchObject({ n: 7, errors: [] })
    expect(preview({ phones, mes: `${'a'.repeat(1001)}${comment}` })).toMatchObject({
      n: 0,
      errors: [{ service: 1, code: 'invalid-value', argument: 'mes', offset: 1000 }],
    })
  })

  test('is an option, and so is what happens beyond it', () => {
    expect(preview({ phones, mes: 'a'.repeat(801) }, { maxCharacters: 800 }).errors).toHaveLength(1)
    expect(preview({ phones, mes: 'a'.repeat(1001) }, { overLimit: 'count' })).toMatchObject({
      n: 7,
      errors: [],
      warnings: [{ code: 'long-message' }],
    })
  })
})

describe('tinyurl', () => {
  const link = `https://example.com/${'a'.repeat(60)}`

  test('shortens links to the length that the caller gives', () => {
    const { lines, warnings, n } = preview({ phones, mes: `Смотри ${link}, и ${link}`, tinyurl: 1 }, { shortLink: 20 })
    expect(lines[0]!.text).toBe(`Смотри ${'x'.repeat(20)}, и ${'x'.repeat(20)}`)
    expect({ n, warnings }).toEqual({ n: 1, warnings: [] })
  })

  test('makes n a range where the length of the short link matters', () => {
    const mes = `${'a'.repeat(140)} ${link}`
    expect(
      preview({ phones, mes, tinyurl: 1 }, { shortLink: { min: 19, max: 20 }, rates: { 7: '1.5' } }),
    ).toMatchObject({
      n: { min: 1, max: 2 },
      parts: { min: 1, max: 2 },
      cost: { min: '1.5', max: '3.0' },
    })
    expect(preview({ phones, mes, tinyurl: 1 }, { shortLink: { min: 10, max: 19 } }).n).toBe(1)
  })

  test('warns where nobody gave the length', () => {
    const { warnings } = preview({ phones, mes: `see ${link}`, tinyurl: 1 })
    expect(warnings).toMatchObject([{ code: 'short-link', argument: 'mes', value: link, offset: 4 }])
  })

  test('leaves a bare link alone, unless asked', () => {
    const request = { phones, mes: 'see example.com/a-long-way now', tinyurl: 1 } as const
    const bare = preview(request, { shortLink: 10 })
    expect(bare.lines[0]!.text).toBe(request.mes)
    expect(bare.warnings).toMatchObject([{ code: 'bare-link', value: 'example.com/a-long-way', offset: 4 }])
    expect(preview(request, { shortLink: 10, bareLinks: true }).lines[0]!.text).toBe('see xxxxxxxxxx now')
  })

  test('is off by default', () => {
    expect(preview({ phones, mes: link }).lines[0]!.text).toBe(link)
  })
})

describe('a warning says where a choice changes the parts', () => {
  test('extension characters', () => {
    const mes = `${'a'.repeat(159)}€`
    const two = preview({ phones, mes, charset: 'utf-8' })
    expect(two).toMatchObject({ n: 2, warnings: [{ code: 'extension-characters', argument: 'mes' }] })
    expect(preview({ phones, mes, charset: 'utf-8' }, { extensionSeptets: 1 }).n).toBe(1)
    expect(preview({ phones, mes: '€', charset: 'utf-8' }).warnings).toEqual([])
  })

  test('extension characters that the option counts once', () => {
    const mes = `è${'['.repeat(100)}\r\n`
    const { parts, warnings } = preview({ phones, mes, charset: 'utf-8' }, { extensionSeptets: 1 })
    expect(parts).toBe(1)
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      ['gsm7-letters', expect.stringMatching(/in 2 parts instead of 1$/)],
      [
        'extension-characters',
        expect.stringMatching(/take one septet: 1 part, and 2 parts if the service counts two;/),
      ],
    ])
  })

  test('extension characters that maxsms cuts', () => {
    const [warning] = preview({ phones, mes: '['.repeat(100), maxsms: 1 }).warnings
    expect(warning!.message).toContain('1 part with 20 characters cut off, and 1 part if the service counts one')
  })

  test('CR LF, where an extension character is one septet', () => {
    const request = { phones, mes: `${'['.repeat(159)}\r\n` }
    const found = preview(request, { extensionSeptets: 1 }).warnings.find(({ code }) => code === 'cr-lf')
    expect(found!.message).toContain('2 parts, and 1 part with LF alone')
  })

  test('CR LF after a link, at its place in the text as it was given', () => {
    const mes = `http://example.com/${'a'.repeat(90)} ${'a'.repeat(148)}\r\n`
    const { warnings } = preview({ phones, mes, tinyurl: 1 }, { shortLink: 10 })
    expect(warnings).toMatchObject([{ code: 'cr-lf', offset: mes.indexOf('\r') }])
  })

  test('CR LF', () => {
    const mes = `${'a'.repeat(159)}\r\n`
    expect(preview({ phones, mes })).toMatchObject({ n: 2, warnings: [{ code: 'cr-lf', offset: 159 }] })
    expect(preview({ phones, mes }, { newline: 'lf' })).toMatchObject({ n: 1, warnings: [] })
  })

  test('typographic characters under translit', () => {
    const mes = `${'а'.repeat(100)} — №`
    const left = preview({ phones, mes, translit: 1 })
    expect(left).toMatchObject({ n: 2, warnings: [{ code: 'typography', argument: 'mes' }] })
    expect(left.warnings[0]!.message).toContain('left 2 parts, with them replaced 1')
    const replaced = preview({ phones, mes, translit: 1 }, { smartEncoding: true })
    expect(replaced).toMatchObject({ n: 1, warnings: [{ code: 'typography' }] })
    expect(preview({ phones, mes: 'Да — нет', translit: 1 }).warnings).toEqual([])
    expect(preview({ phones, mes, maxsms: 1, translit: 1 }).warnings).toMatchObject([
      { code: 'typography' },
      { code: 'cut' },
    ])
    expect(preview({ phones, mes }).warnings).toEqual([])
  })

  test('letters that some routes lose', () => {
    const mes = `${'a'.repeat(100)}è`
    const { n, warnings } = preview({ phones, mes, charset: 'utf-8' })
    expect(n).toBe(1)
    expect(warnings).toMatchObject([{ code: 'gsm7-letters', value: 'è' }])
    expect(warnings[0]!.message).toContain('in 2 parts instead of 1')
  })

  test.each([
    [{ referenceBits: 16 }, 'a'.repeat(132), 3],
    [{ limits: { ucs2: { single: 60, multi: 50 } } }, 'a'.repeat(120), 3],
  ] as const)('letters that some routes lose, by the sizes of the options: %j', (options, more, segments) => {
    const mes = `è${more}`
    expect(count(mes, { ...options, encoding: 'UCS-2' }).segments).toBe(segments)
    const [warning] = preview({ phones, mes, charset: 'utf-8' }, options).warnings
    expect(warning!.message).toContain(`in ${segments} parts instead of 1`)
  })

  test('letters that some routes lose, where UCS-2 costs no more', () => {
    const [warning] = preview({ phones, mes: 'è', charset: 'utf-8' }).warnings
    expect(warning).toMatchObject({ code: 'gsm7-letters', message: expect.not.stringContaining('instead') })
  })

  test('another table, where it has something to do', () => {
    const found = (mes: string, options: object) =>
      preview({ phones, mes, translit: 1, charset: 'utf-8' }, options).warnings.map(({ code }) => code)
    expect(found(`a\r\n${'a'.repeat(157)}`, { newline: 'lf' })).toEqual([])
    expect(found(`«${'a'.repeat(157)}`, { smartEncoding: true })).not.toContain('transliteration-table')
    expect(found(`я\r\n${'a'.repeat(155)}`, { newline: 'lf' })).toEqual(['transliteration-table'])
    const [warning] = preview({ phones, mes: 'я'.repeat(79), translit: 1 }).warnings
    expect(warning!.message).toMatch(/^1 part by our table/)
  })

  test('a text that was encoded twice', () => {
    expect(preview({ phones, mes: 'so: %D0%9F%D1%80' }).warnings).toMatchObject([
      { code: 'double-encoding', offset: 4 },
    ])
    expect(preview({ phones, mes: '100% 50%' }).warnings).toEqual([])
  })

  test('a byte order mark before a text, which is counted', () => {
    const { n, warnings, lines } = preview({ phones, mes: `\uFEFF${'a'.repeat(100)}`, charset: 'utf-8' })
    expect(n).toBe(2)
    expect(lines[0]!.text).toMatch(/^\uFEFFa/)
    expect(warnings).toMatchObject([{ code: 'byte-order-mark', argument: 'mes', value: '\uFEFF', offset: 0, count: 1 }])
    expect(warnings[0]!.message).toContain('2 parts with it, and 1 part without')
    const push = preview({ phones, push: 1, mes: '\uFEFFhttp://a.ru\nt', charset: 'utf-8' })
    expect(codes(push.warnings)).toEqual(['byte-order-mark'])
    const query = preview(`phones=${phones}&charset=utf-8&mes=%EF%BB%BFa`)
    expect(codes(query.warnings)).toEqual(['byte-order-mark'])
    const line = preview({ list: `${phones}:x\n79161234568:\uFEFFx`, charset: 'utf-8' })
    expect(line.warnings).toMatchObject([{ code: 'byte-order-mark', argument: 'list', line: 2, offset: 12 }])
  })

  test('but not a reference of 16 bits: 153 and 67 are published', () => {
    expect(preview({ phones, mes: 'a'.repeat(305) })).toMatchObject({ n: 2, warnings: [] })
  })

  test('once for each code, with the line of the first', () => {
    const list = `${phones}:x\n79161234568:è\n79161234569:é`
    const { warnings, lines } = preview({ list, charset: 'utf-8' })
    expect(warnings).toMatchObject([{ code: 'gsm7-letters', argument: 'list', line: 2, count: 2 }])
    expect(lines.map((line) => line.warnings)).toEqual([[], ['gsm7-letters'], ['gsm7-letters']])
  })
})

describe('options', () => {
  test('of a carrier change the sizes', () => {
    expect(preview({ phones, mes: 'a'.repeat(150) }, { limits: { gsm7: { single: 140, multi: 134 } } }).n).toBe(2)
    expect(preview({ phones, mes: 'a'.repeat(306) }, { referenceBits: 16 }).n).toBe(3)
  })

  test.each([
    [{ rate: {} }, 'unknown-option', 'options.rate'],
    [{ shortLink: 0 }, 'invalid-value', 'options.shortLink'],
    [{ shortLink: { min: 5, max: 4 } }, 'invalid-value', 'options.shortLink.max'],
    [{ shortLink: { min: 5, max: INFINITY } }, 'invalid-value', 'options.shortLink.max'],
    [{ groups: { x: 1 } }, 'invalid-value', "options.groups['x']"],
    [{ groups: { 1: -1 } }, 'invalid-value', "options.groups['1']"],
    [{ duplicates: 'no' }, 'invalid-value', 'options.duplicates'],
    [{ maxCharacters: '5' }, 'invalid-type', 'options.maxCharacters'],
    [{ referenceBits: 9 }, 'invalid-value', 'options.referenceBits'],
    [{ newline: 'cr' }, 'invalid-value', 'options.newline'],
    [null, 'invalid-type', 'options'],
  ])('that are wrong are named errors: %j', (options, code, argument) => {
    expect(thrownBy(() => preview({ phones, mes: 'x' }, options as never))).toMatchObject({
      name: 'SeptetError',
      code,
      argument,
    })
  })
})
