import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, test } from 'vitest'
import { format, type PreviewOptions, preview, type SmscParameters, type SmscRequest } from '../../src/smsc/index'
import { thrownBy } from '../support/thrown'

/** Octets of a text in a charset of one octet a character. */
function octetsIn(charset: string, text: string): number[] {
  const all = [...new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, octet) => octet))]
  return [...text].map((character) => all.indexOf(character))
}

function percent(octets: Iterable<number>): string {
  return Array.from(octets, (octet) => `%${octet.toString(16).padStart(2, '0')}`).join('')
}

const utf8 = (text: string) => [...new TextEncoder().encode(text)]
const phones = '79161234567'
const codes = (list: { code: string }[]) => list.map(({ code }) => code)

describe('a request', () => {
  const mes = 'Привет & ё'
  const forms: [string, Parameters<typeof preview>[0]][] = [
    ['an object', { phones, mes, charset: 'utf-8' }],
    ['a JSON body', JSON.stringify({ phones, mes })],
    ['a JSON body with a byte order mark', `\uFEFF ${JSON.stringify({ phones, mes })}`],
    ['the octets of a JSON body', new TextEncoder().encode(JSON.stringify({ phones, mes }))],
    ['URLSearchParams', new URLSearchParams({ phones, mes, charset: 'utf-8' })],
    ['a query string in windows-1251', `phones=${phones}&mes=${percent(octetsIn('windows-1251', mes))}`],
    ['a query string in koi8-r', `phones=${phones}&mes=${percent(octetsIn('koi8-r', mes))}&charset=koi8-r`],
    ['a query string in utf-8', `charset=utf-8&phones=${phones}&mes=${percent(utf8(mes))}`],
    ['a whole address', `https://smsc.example/sys/send.php?phones=${phones}&charset=utf-8&mes=${percent(utf8(mes))}`],
    ['the octets of a query', new TextEncoder().encode(`phones=${phones}&charset=UTF-8&mes=${percent(utf8(mes))}`)],
    [
      'the octets of an address',
      new TextEncoder().encode(`HTTPS://a.b/?phones=${phones}&charset=utf-8&mes=${percent(utf8(mes))}`),
    ],
    ['a query with its question mark', `?phones=${phones}&charset=utf-8&mes=${percent(utf8(mes))}`],
    ['the octets of one', new TextEncoder().encode(`?phones=${phones}&charset=utf-8&mes=${percent(utf8(mes))}`)],
    ['an address with a fragment', `http://a.b/?phones=${phones}&charset=utf-8&mes=${percent(utf8(mes))}#top?a=b`],
  ]

  test.each(forms)('may be %s', (_name, request) => {
    const { lines, errors, warnings, n } = preview(request)
    expect({ text: lines[0]!.text, errors, warnings, n }).toEqual({ text: mes, errors: [], warnings: [], n: 1 })
  })

  test('ends at no # unless it is an address', () => {
    const query = `phones=${phones}&mes=a%23b#top`
    for (const [request, text] of [
      [query, 'a#b#top'],
      [`?${query}`, 'a#b#top'],
      [`https://a.b/c?${query}`, 'a#b'],
    ] as const) {
      expect(preview(request).lines[0]!.text).toBe(text)
      expect(preview(new TextEncoder().encode(request)).lines[0]!.text).toBe(text)
    }
  })

  test.each(['https://a.b/sys/send.php', 'https://a.b/#?phones=1&mes=x'])('has no parameter in %s', (address) => {
    const { warnings, errors } = preview(address)
    expect(warnings).toEqual([])
    expect(errors.map(({ argument, code }) => [argument, code])).toContainEqual(['phones', 'missing-parameter'])
  })

  test('may be octets that no percent sign encodes', () => {
    const query = [...utf8(`phones=${phones}&mes=`), ...octetsIn('windows-1251', 'Привет')]
    expect(preview(Uint8Array.from(query)).lines[0]!.text).toBe('Привет')
  })

  test('has numbers, booleans and an array of phones in an object', () => {
    const { lines, answer } = preview({ phones: [79161234567, '79161234568'], mes: 'x', op: true, fmt: 3, err: 0 })
    expect(lines[0]!.recipients.map(({ phone }) => phone)).toEqual(['79161234567', '79161234568'])
    expect(answer).toEqual({ fmt: 3, op: true, err: false })
  })

  test("has any type of the caller's own that fits", () => {
    interface Sms {
      phones: string
      mes: string
      fmt?: 0 | 3
    }
    const own: Sms = { phones, mes: 'x' }
    const dictionary: Record<string, string> = { phones, mes: 'x' }
    for (const request of [preview(own), preview(dictionary)]) expect(request.n).toBe(1)
  })

  test('a + in a query is a space, and %2B a plus', () => {
    expect(preview(`phones=%2B${phones}&mes=a+b%2B`).lines[0]).toMatchObject({ text: 'a b+', n: 1 })
  })

  test('a broken percent sign stays as it is, with a warning', () => {
    const { lines, warnings } = preview(`phones=${phones}&mes=100%+%zz%4`)
    expect(lines[0]!.text).toBe('100% %zz%4')
    expect(warnings).toMatchObject([{ code: 'malformed-percent', argument: 'mes', offset: 3, count: 3 }])
  })

  test('the last of equal parameters counts', () => {
    const { lines, warnings } = preview(`phones=${phones}&mes=a&mes=b`)
    expect(lines[0]!.text).toBe('b')
    expect(codes(warnings)).toEqual(['repeated-parameter'])
  })

  test('a parameter that the service has not is a warning, a password is none', () => {
    const { warnings } = preview({ phones, mes: 'x', login: 'me', psw: 'secret', mesage: 'y' } as object)
    expect(warnings).toMatchObject([{ code: 'unknown-parameter', argument: 'mesage' }])
    expect(JSON.stringify(warnings)).not.toContain('secret')
  })

  test('a flag that is no flag is error 1', () => {
    expect(preview({ phones, mes: 'x', flash: 'yes' as never }).errors).toMatchObject([
      { service: 1, code: 'invalid-value', argument: 'flash', value: 'yes' },
    ])
    expect(preview({ phones, mes: 'x', maxsms: '-1' }).errors).toMatchObject([{ service: 1, argument: 'maxsms' }])
  })

  test('cost=0, 2 and 3 are answered as 1, with a warning', () => {
    for (const cost of [0, 2, 3] as const) {
      expect(preview({ phones, mes: 'x', cost }).warnings).toMatchObject([{ code: 'cost-mode', value: `${cost}` }])
    }
    expect(preview({ phones, mes: 'x', cost: 1 }).warnings).toEqual([])
  })

  test('another cost is error 1, and no mode', () => {
    const { warnings, errors } = preview({ phones, mes: 'x', cost: 'x' as never })
    expect({ warnings, errors }).toMatchObject({ warnings: [], errors: [{ service: 1, argument: 'cost', value: 'x' }] })
  })
})

describe('a charset', () => {
  test('that cannot carry a text names the code points, and changes nothing', () => {
    const { warnings, lines } = preview({ phones, mes: 'Цена 5 ₽ 😀 ₽' })
    expect(warnings).toMatchObject([{ code: 'not-in-charset', argument: 'mes', value: '₽', offset: 7, count: 1 }])
    expect(warnings[0]!.message).toContain('windows-1251 has no U+20BD, U+1F600;')
    expect(lines[0]!.text).toBe('Цена 5 ₽ 😀 ₽')
  })

  test.each([
    ['windows-1251', 'ћІЇЄҐ №', []],
    ['koi8-r', 'ё №', ['not-in-charset']],
    ['koi8-r', 'і', ['not-in-charset']],
    ['utf-8', '₽ 😀', []],
    ['utf-8', 'a\uD800', ['not-in-charset']],
  ])('%s carries or does not carry %j', (charset, mes, expected) => {
    expect(codes(preview({ phones, mes, charset }).warnings)).toEqual(expected)
  })

  test('of a JSON body is UTF-8, and of anything else what defaultCharset says', () => {
    expect(preview(JSON.stringify({ phones, mes: '₽' })).warnings).toEqual([])
    expect(preview({ phones, mes: '₽' }, { defaultCharset: 'utf-8' }).warnings).toEqual([])
    const query = `phones=${phones}&mes=${percent(utf8('Привет'))}`
    expect(preview(query, { defaultCharset: 'utf-8' }).lines[0]!.text).toBe('Привет')
    expect(preview(query).lines[0]!.text).toBe('РџСЂРёРІРµС‚')
  })

  test('misspelt as clients do is a warning, and windows-1251', () => {
    for (const charset of ['utf8', 'koi8_r']) {
      expect(codes(preview({ phones, mes: 'Привет', charset }).warnings)).toEqual(['unknown-charset'])
    }
  })

  test('malformed UTF-8 is read as U+FFFD, with the octet where it begins', () => {
    const { warnings, lines } = preview(`charset=utf-8&phones=${phones}&mes=%D0%9F%CF%20!`)
    expect(lines[0]!.text).toBe('П\uFFFD !')
    expect(warnings).toMatchObject([{ code: 'malformed-octets', argument: 'mes', offset: 2 }])
  })

  test.each([
    ['half a mark of what is lost', '%EF%BFA', 0],
    ['the same at the end', 'ab%EF%BF', 2],
    ['the same after a whole one', '%EF%BF%BD%EF%BF', 3],
  ])('malformed UTF-8 is told of where it begins: %s', (_name, mes, offset) => {
    const { warnings } = preview(`charset=utf-8&phones=${phones}&mes=${mes}`)
    expect(warnings).toMatchObject([{ code: 'malformed-octets', argument: 'mes', value: expect.any(Number), offset }])
  })

  test('of one octet a character, and octets that look like UTF-8, are a warning', () => {
    for (const mes of ['Привет', 'Привет, ёлка', '№ 5', 'a — b', '😀', 'café', 'я', 'ии']) {
      for (const charset of ['', '&charset=windows-1251', '&charset=koi8-r']) {
        const { warnings } = preview(`phones=${phones}&mes=x+${percent(utf8(mes))}${charset}`)
        const offset = 2 + utf8(mes).findIndex((octet) => octet > 0x7f)
        expect([mes, charset, warnings.filter(({ code }) => code === 'looks-like-utf-8')]).toMatchObject([
          mes,
          charset,
          [{ argument: 'mes', offset, count: 1 }],
        ])
      }
    }
    expect(codes(preview({ phones, mes: Uint8Array.from(utf8('Привет')) }).warnings)).toEqual(['looks-like-utf-8'])
  })

  test.each([
    'Привет',
    'ЖУК',
    'Ё',
    'ООО «Р»',
    'В»',
    'С… и',
    'Р—С',
    'группа А…',
    'abc',
    'Пётр',
    'С№',
    'И І',
    'Ні',
    'Её',
    'Её!',
  ])('is not taken for UTF-8 where it is none: %s', (mes) => {
    expect(preview(`phones=${phones}&mes=${percent(octetsIn('windows-1251', mes))}`).warnings).toEqual([])
  })

  test('nor is a word of koi8-r', () => {
    expect(preview(`charset=koi8-r&phones=${phones}&mes=%C5%A3`)).toMatchObject({
      lines: [{ text: 'её' }],
      warnings: [],
    })
  })

  test('U+FFFD that is written as one is not malformed', () => {
    expect(preview(`charset=utf-8&phones=${phones}&mes=a%EF%BF%BD`).warnings).toEqual([])
  })
})

describe('a request that cannot be read', () => {
  const cases: [string, unknown, object][] = [
    ['nothing', undefined, { code: 'invalid-type', argument: 'request' }],
    ['a number', 7, { code: 'invalid-type', argument: 'request', value: 7 }],
    ['an array', [], { code: 'invalid-type', argument: 'request' }],
    ['a JSON array', '[1]', { code: 'invalid-type', argument: 'request' }],
    ['half a JSON body', '{"phones": ', { code: 'malformed', argument: 'request', value: '{"phones": ' }],
    [
      'a Map',
      new Map([['phones', phones]]),
      { code: 'invalid-type', argument: 'request', reason: /got a value of type Map/ },
    ],
    [
      'FormData',
      new FormData(),
      { code: 'invalid-type', argument: 'request', reason: /got a value of type FormData.*new URLSearchParams of it/ },
    ],
    [
      'a URL',
      new URL('https://a.b/?phones=1'),
      { code: 'invalid-type', argument: 'request', reason: /got a value of type URL/ },
    ],
    ['a Date', new Date(0), { code: 'invalid-type', argument: 'request' }],
    ['an ArrayBuffer', new ArrayBuffer(8), { code: 'invalid-type', argument: 'request' }],
    ['wider octets', new Uint16Array(8), { code: 'invalid-type', argument: 'request' }],
    ['an object as mes', { mes: {} }, { code: 'invalid-type', argument: 'request.mes' }],
    ['an object in phones', { phones: ['1', {}] }, { code: 'invalid-type', argument: 'request.phones[1]' }],
    ['bin=1 in URLSearchParams', new URLSearchParams('bin=1&mes=x'), { code: 'unsupported', argument: 'request.bin' }],
  ]

  test.each(cases)('is a named error: %s', (_name, request, expected) => {
    const { reason, ...others } = expected as { reason?: RegExp }
    const error = thrownBy(() => preview(request as never))
    expect(error).toMatchObject({ name: 'SeptetError', ...others })
    if (reason) expect(error.message).toMatch(reason)
  })

  test("is not an instance of the caller's own class, whatever it is called", () => {
    class Sms {
      phones = phones
      mes = 'x'
      get [Symbol.toStringTag]() {
        return 'Sms'
      }
    }
    expect(preview({ ...new Sms() }).n).toBe(1)
    expect(preview(new Sms()).n).toBe(1)
    expect(preview({}).errors).not.toEqual([])
  })
})

test.each(['1000000000', '99999999999999999999'])('maxsms has an upper bound, and %s is told of it', (maxsms) => {
  const { errors } = preview({ phones, mes: 'x', maxsms })
  expect(errors).toMatchObject([{ service: 1, argument: 'maxsms', reason: expect.stringContaining('0 to 999999999') }])
})

test('a JSON body in octets may have any white space in front', () => {
  const body = `${' \n'.repeat(100)}${JSON.stringify({ phones, mes: 'hi' })}`
  expect(preview(new TextEncoder().encode(body))).toMatchObject({ n: 1, warnings: [] })
})

test.each([Symbol('1'), Object.create(null)])('bin that is no text is a named error: %o', (bin) => {
  expect(thrownBy(() => preview({ phones, mes: 'x', bin } as never))).toMatchObject({
    name: 'SeptetError',
    argument: 'request.bin',
  })
})

test('options may be inherited', () => {
  const options = Object.create({ rates: { 7: '1.40' } })
  expect(preview({ phones, mes: 'hi' }, options).cost).toBe('1.40')
})

test('a short link is not longer than a message may be', () => {
  for (const shortLink of [1001, { min: 1, max: Number.MAX_SAFE_INTEGER }]) {
    const error = thrownBy(() => preview({ phones, mes: 'http://a.ru', tinyurl: 1 }, { shortLink }))
    expect(error).toMatchObject({ name: 'SeptetError', code: 'invalid-value' })
  }
})

test('a group of any size costs nothing where the price is nothing', () => {
  expect(preview({ phones: 'G5', mes: 'x' }, { rates: { '': '0' } }).cost).toBe('0')
})

describe('the answer to a JSON request is JSON', () => {
  const body = JSON.stringify({ phones, mes: 'x' })
  const query = `phones=${phones}&mes=x`

  test.each([
    ['a JSON body', body],
    ['a JSON body with a byte order mark', `\uFEFF${body}`],
    ['the octets of one', new TextEncoder().encode(` ${body}`)],
    ['an address', `https://smsc.ru/rest/send/?${query}`],
    ['an address without the last slash', `http://SMSC.kz/REST/send?${query}#top`],
    ['the octets of one', new TextEncoder().encode(`https://smsc.ru/rest/send/?${query}`)],
    ['an address with an empty fmt', `https://smsc.ru/rest/send/?${query}&fmt=`],
  ])('%s', (_name, request) => {
    const result = preview(request, { rates: { 7: '1.40' } })
    expect(result.answer.fmt).toBe(3)
    expect(format(result)).toBe('{"cost":"1.40","cnt":1}')
  })

  test('unless it says otherwise', () => {
    for (const fmt of [0, 1, 2] as const) {
      expect(preview(JSON.stringify({ phones, mes: 'x', fmt })).answer.fmt).toBe(fmt)
      expect(preview(`https://smsc.ru/rest/send/?${query}&fmt=${fmt}`).answer.fmt).toBe(fmt)
    }
  })

  test.each([`https://smsc.ru/sys/send.php?${query}`, query, `https://smsc.ru/?a=/rest/send/&${query}`])(
    'and %s is no JSON request',
    (request) => expect(preview(request).answer.fmt).toBe(0),
  )
})

describe('characters that no percent sign encodes', () => {
  const warning = { code: 'unescaped-characters', argument: 'mes' }

  test.each([
    ['utf-8', 'Код', 0],
    ['utf-8', 'a%D0%9A\u043E%D0%B4 \u{1F600}', 7],
    ['windows-1251', 'a%CA\u043E%E4', 4],
    ['koi8-r', '%EB\u043E%C4', 3],
  ])('are read as they are, and a warning: %s %j', (charset, mes, offset) => {
    for (const place of ['https://smsc.ru/sys/send.php?', '?', '']) {
      const { lines, warnings, n } = preview(`${place}phones=${phones}&mes=${mes}&charset=${charset}`)
      expect(lines[0]!.text).toMatch(/^a?Код/)
      expect(n).toBe(1)
      expect(warnings).toMatchObject([{ ...warning, offset }])
    }
  })

  test('may be beyond the charset, which is another warning', () => {
    const { warnings } = preview(`phones=${phones}&mes=5 ₽`)
    expect(codes(warnings)).toEqual(['unescaped-characters', 'not-in-charset'])
  })

  test('may be anywhere', () => {
    const { warnings, lines } = preview(`phones=${phones}&mes=x&имя=y&sender=a%20б`)
    expect(lines[0]!.text).toBe('x')
    expect(warnings.map(({ code, argument }) => [code, argument])).toEqual([
      ['unescaped-characters', 'request'],
      ['unknown-parameter', 'имя'],
      ['unescaped-characters', 'sender'],
    ])
  })

  test('are no octets of bin=1', () => {
    expect(preview(`phones=${phones}&bin=1&mes=%00Я`).errors).toMatchObject([
      { service: 1, argument: 'mes', offset: 1 },
    ])
  })

  test('alternate with octets as often as they like', () => {
    const { lines } = preview(`charset=utf-8&phones=${phones}&mes=${'я%D1%8F'.repeat(35)}`)
    expect(lines[0]!.text).toBe('я'.repeat(70))
  })
})

describe('a form with files', () => {
  const parts = `--x7\r\nContent-Disposition: form-data; name="phones"\r\n\r\n${phones}\r\n--x7--\r\n`

  test.each([
    ['octets', new TextEncoder().encode(parts)],
    ['a string', parts],
    ['line feeds alone', parts.replaceAll('\r\n', '\n')],
    ['an empty line before', `\r\n${parts}`],
    ['a boundary of 70 characters', parts.replaceAll('x7', `----${'a'.repeat(66)}`)],
    ['another header first', parts.replace('Content-Disposition', 'content-type: text/plain\r\nContent-Disposition')],
  ])('is refused by name: %s', (_name, request) => {
    const error = thrownBy(() => preview(request))
    expect(error).toMatchObject({ name: 'SeptetError', code: 'unsupported', argument: 'request' })
    expect(error.message).toContain('multipart/form-data')
  })
})

describe('parameters that a preview does not look at', () => {
  test('may be a URL', () => {
    const url = new URL('http://a.b/c.jpg')
    for (const name of ['fileurl', 'subj', 'param'] as const) {
      expect(codes(preview({ phones, mes: 'x', mms: 1, [name]: url }).errors)).toEqual(['not-previewable'])
    }
  })

  test('are text, numbers or flags as others are, by their type and by their check', () => {
    const request: SmscParameters = { phones, mes: 'x', login: 'a', psw: 'b', subj: 1, test: true, pp: '5' }
    expect(preview(request).errors).toEqual([])
    for (const value of [{}, [], new Map(), Symbol('x'), 1n, () => 'x']) {
      // @ts-expect-error: none of these is a file's address
      const asked: SmscParameters = { phones, mes: 'x', fileurl: value }
      expect(thrownBy(() => preview(asked))).toMatchObject({ code: 'invalid-type', argument: 'request.fileurl' })
    }
    expect(thrownBy(() => preview({ phones, mes: new URL('http://a.b') } as never))).toMatchObject({
      argument: 'request.mes',
    })
  })
})

describe('what only looks like a request', () => {
  const pairs = [['phones', phones]]
  class Alike {
    get [Symbol.toStringTag]() {
      return 'URLSearchParams'
    }
    get(name: string) {
      return name === 'phones' ? phones : null
    }
    *[Symbol.iterator]() {
      yield* pairs
    }
  }

  test.each([
    ['a tag', { [Symbol.toStringTag]: 'URLSearchParams' }],
    ['a class', new Alike()],
    ['a prototype', Object.create(URLSearchParams.prototype)],
    ['a tag of octets', { [Symbol.toStringTag]: 'Uint8Array', length: 1, 0: 65 }],
    ['a prototype of octets', Object.create(Uint8Array.prototype)],
    ['arguments', runInNewContext('(function () { return arguments })()')],
    ['a boxed string', new String('phones=1')],
  ])('is refused: %s', (_name, request) => {
    expect(thrownBy(() => preview(request as never))).toMatchObject({
      name: 'SeptetError',
      code: 'invalid-type',
      argument: 'request',
    })
  })

  test('and a class that extends URLSearchParams is none of these', () => {
    class Own extends URLSearchParams {}
    expect(preview(new Own({ phones, mes: 'x' })).n).toBe(1)
  })

  test('and octets whose buffer is no more are refused', () => {
    const octets = new Uint8Array([...`phones=${phones}&mes=x`].map((character) => character.charCodeAt(0)))
    structuredClone(octets, { transfer: [octets.buffer] })
    expect(thrownBy(() => preview(octets))).toMatchObject({ code: 'invalid-value', argument: 'request' })
    expect(thrownBy(() => preview({ phones, mes: octets }))).toMatchObject({
      code: 'invalid-value',
      argument: 'request.mes',
    })
  })

  test('and octets of another realm are octets', () => {
    const octets = runInNewContext('new Uint8Array([...text].map((c) => c.charCodeAt(0)))', {
      text: `phones=${phones}&mes=x`,
    })
    expect(preview(octets).n).toBe(1)
    const mes = runInNewContext('new Uint8Array([0, 65])')
    expect(preview({ phones, bin: 1, mes })).toMatchObject({ n: 1, errors: [] })
  })

  test.each([
    ['rates', new Map([['7', '1.40']])],
    ['rates', new Date(0)],
    ['rates', new Set(['7'])],
    ['groups', new Map([['12', 3]])],
    ['transliterate', new Map()],
    ['shortLink', new Date(0)],
  ])('as %s is refused too: %s', (name, value) => {
    const error = thrownBy(() => preview({ phones, mes: 'x' }, { [name]: value } as never))
    expect(error).toMatchObject({ name: 'SeptetError', code: 'invalid-type', argument: `options.${name}` })
  })

  test.each([new Map(), new Date(0), new Set(), /x/])('as options is refused too: %s', (options) => {
    expect(thrownBy(() => preview({ phones, mes: 'x' }, options as never))).toMatchObject({
      name: 'SeptetError',
      code: 'invalid-type',
      argument: 'options',
    })
  })
})

/** Members of our own objects that may be absent, and all parameters and options. Those of property descriptors cannot be spoilt. */
const SPOILT = [
  ...'phones mes list nl sender id translit tinyurl flash bin push hlr ping mms mail tg bot charset maxsms cost fmt op err'.split(
    ' ',
  ),
  ...'time tz valid period freq login isMalformed starts isJoined warnings offset line service comment dropped'.split(
    ' ',
  ),
  ...'encoding text error errors parts rates groups shortLink bareLinks transliterate table correctPhones size'.split(
    ' ',
  ),
  ...'status kind fault limits boundary newline referenceBits bound balance min max rows'.split(' '),
]

describe('members of Object.prototype', () => {
  afterEach(() => {
    for (const name of SPOILT) delete (Object.prototype as Record<string, unknown>)[name]
  })

  test.each(SPOILT)('are no parameters, no options and no members of ours: %s', (name) => {
    const requests: [SmscRequest, PreviewOptions][] = [
      [{ mes: 'x' }, {}],
      [JSON.stringify({ phones, mes: 'x' }), { rates: { 7: '1.40' } }],
      [`phones=${phones}&mes=x%0A~~~%0Ay&op=1`, { rates: { 7: '1.40' } }],
      [{ list: `${phones}:x\nno\n;:` }, {}],
    ]
    const answers = () =>
      requests.map(([request, options]) => {
        const result = preview(request, options)
        return JSON.stringify([result, Object.hasOwn(result, 'cost') ? format(result, 2) : ''])
      })
    const before = answers()
    for (const value of ['жора', 3]) {
      for (const enumerable of [true, false]) {
        Object.defineProperty(Object.prototype, name, { value, enumerable, configurable: true, writable: true })
        expect(answers()).toEqual(before)
      }
    }
  })

  test('are not looked at, but those that a request inherits from its own defaults are', () => {
    const defaults = { phones, charset: 'utf-8' }
    expect(preview(Object.assign(Object.create(defaults), { mes: 'x' }))).toMatchObject({ n: 1, errors: [] })
    expect(preview(Object.assign(Object.create(null), { phones, mes: 'x' }))).toMatchObject({ n: 1, errors: [] })
    for (const name of ['toString', '__proto__', 'constructor', 'hasOwnProperty']) {
      const { warnings } = preview(`phones=${phones}&mes=x&${name}=1`)
      expect(warnings).toMatchObject([{ code: 'unknown-parameter', argument: name }])
    }
  })
})

test('n and cost are exact, or refused', () => {
  const most = Number.MAX_SAFE_INTEGER
  const rates = { '': '0.01' }
  const exact = preview({ phones: 'G1', mes: 'x' }, { rates, groups: { 1: most } })
  expect(exact).toMatchObject({ n: most, cost: '90071992547409.91' })
  const beyond: [object, object][] = [
    [{ phones: 'G1,79161234567', mes: 'x' }, { 1: most }],
    [{ phones: 'G1', mes: 'x'.repeat(200) }, { 1: most }],
    [{ list: 'G1:x\nG1:y' }, { 1: most }],
    [{ phones: 'G1,G1', mes: 'x' }, { 1: { min: most, max: Number.POSITIVE_INFINITY } }],
    [{ phones: 'G1,G1', mes: 'x' }, { 1: { min: 0, max: most } }],
  ]
  for (const [request, groups] of beyond) {
    const error = thrownBy(() => preview(request, { rates, groups } as never))
    expect(error).toMatchObject({ name: 'SeptetError', code: 'invalid-value', argument: 'options.groups' })
  }
})
