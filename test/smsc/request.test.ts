import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'
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
    ['the same behind a whole one', '%EF%BF%BD%EF%BF', 3],
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
    ['letters in a query string', 'mes=Привет', { code: 'invalid-value', argument: 'request', offset: 4 }],
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
