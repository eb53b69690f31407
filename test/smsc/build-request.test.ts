import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from '../../src/index'
import { buildRequest, checkRequest, encodeCharset, preview, type SmscParameters } from '../../src/smsc/index'
import { runs } from '../support/long'
import { anyText } from '../support/texts'
import { thrownBy } from '../support/thrown'

const phones = '79161234567'

describe('a request that is built', () => {
  test('is a POST, so that no address has the password', () => {
    const { url, ...request } = buildRequest({ login: 'me', psw: 'a&b=c', phones: '+79161234567,G12', mes: 'a+b %' })
    expect(url).toBe('https://smsc.ru/sys/send.php')
    expect(request).toEqual({
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'login=me&psw=a%26b%3Dc&phones=%2B79161234567%2CG12&mes=a%2Bb%20%25&charset=utf-8',
    })
  })

  test('is a GET where that is asked for, of no more than 2,000 characters', () => {
    const options = { method: 'GET', host: 'smsc.kz' } as const
    const { url, body } = buildRequest({ phones, mes: 'x' }, options)
    expect({ url, body }).toEqual({
      url: `https://smsc.kz/sys/send.php?phones=${phones}&mes=x&charset=utf-8`,
      body: undefined,
    })
    const least = buildRequest({ phones, mes: '' }, options).url.length
    expect(buildRequest({ phones, mes: 'x'.repeat(2000 - least) }, options).url).toHaveLength(2000)
    const error = thrownBy(() => buildRequest({ phones, mes: 'x'.repeat(2001 - least) }, options))
    expect(error).toMatchObject({ code: 'invalid-value', argument: 'options.method' })
    expect(error.message).not.toContain('xxx')
  })

  test('is JSON for the entry that takes it', () => {
    expect(
      buildRequest({ phones: [79161234567, 'G1'], mes: 'Да', flash: true, tz: undefined }, { entry: 'rest' }),
    ).toEqual({
      method: 'POST',
      url: 'https://smsc.ru/rest/send/',
      headers: { 'Content-Type': 'application/json' },
      body: '{"phones":"79161234567,G1","mes":"Да","flash":"1"}',
    })
  })

  test('is in the charset, or names what that has not', () => {
    expect(buildRequest({ phones, mes: 'Ёж' }, { charset: 'koi8-r' }).body).toBe(
      `phones=${phones}&mes=%B3%D6&charset=koi8-r`,
    )
    const error = thrownBy(() => buildRequest({ phones, mes: 'a₽😀', charset: 'windows-1251' }))
    expect(error).toMatchObject({ code: 'unencodable', argument: 'request.mes', offset: 1 })
    expect(error.message).toContain('windows-1251 has no U+20BD, U+1F600')
    expect(thrownBy(() => buildRequest({ phones, mes: 'a\ud800' }))).toMatchObject({ code: 'unencodable', offset: 1 })
  })

  test('has octets as octets', () => {
    const body = `phones=${phones}&bin=1&mes=%00%FFA&charset=utf-8`
    expect(buildRequest({ phones, bin: 1, mes: Uint8Array.of(0, 255, 65) }).body).toBe(body)
    expect(buildRequest({ phones, bin: 1, mes: '\0\xffA' }).body).toBe(body)
  })

  test.each<[string, object, object, object]>([
    [
      'a GET with JSON',
      {},
      { entry: 'rest', method: 'GET' },
      { code: 'conflicting-options', argument: 'options.method' },
    ],
    ['octets in JSON', { bin: 1 }, { entry: 'rest' }, { code: 'unsupported', argument: 'request.bin' }],
    ['octets that are no bin', { mes: new Uint8Array(3) }, {}, { code: 'invalid-type', argument: 'request.mes' }],
    [
      'characters that are no octets',
      { bin: 1, mes: 'я' },
      {},
      { code: 'invalid-value', argument: 'request.mes', offset: 0 },
    ],
    [
      'two charsets',
      { charset: 'koi8-r' },
      { charset: 'utf-8' },
      { code: 'conflicting-options', argument: 'options.charset' },
    ],
    [
      'JSON in another charset',
      { charset: 'koi8-r' },
      { entry: 'rest' },
      { code: 'conflicting-options', argument: 'request.charset' },
    ],
    ['a charset of another name', { charset: 'utf8' }, {}, { code: 'invalid-value', argument: 'request.charset' }],
    ['a host that is an address', {}, { host: 'http://smsc.ru/' }, { code: 'invalid-value', argument: 'options.host' }],
    ['another method', {}, { method: 'PUT' }, { code: 'invalid-value', argument: 'options.method' }],
    ['a misspelt option', {}, { metod: 'GET' }, { code: 'unknown-option', argument: 'options.metod' }],
    ['a parameter that is an object', { sender: {} }, {}, { code: 'invalid-type', argument: 'request.sender' }],
  ])('cannot be of %s', (_name, request, options, expected) => {
    expect(thrownBy(() => buildRequest({ phones, mes: 'x', ...request }, options as never))).toMatchObject(expected)
  })

  const request = fc.record(
    {
      phones: fc.constantFrom(phones, '+79161234567;8 903 123-45-67', 'G12,я', ['79161234567', 79161234568]),
      mes: fc.oneof(anyText, fc.constantFrom('a\n~~~\nb', '__HLR__', 'a&b=c#d+%41', '{"a":1}', '\uFEFFx')),
      sender: fc.constantFrom('', 'ivan', 'a+b&c', 'жора'),
      translit: fc.constantFrom(0, 1, 2),
      flash: fc.boolean(),
      op: fc.constantFrom(0, 1),
      fmt: fc.constantFrom(0, 1, 2, 3),
      time: fc.constantFrom('', '+30', '01.01.30 12:00'),
      id: fc.constantFrom(0, 7, 'a-b'),
    },
    { requiredKeys: ['phones', 'mes', 'fmt'] },
  )

  test('is previewed as what it was built of', () => {
    fc.assert(
      fc.property(request, fc.constantFrom('POST', 'GET', 'rest'), (request, how) => {
        fc.pre(!/\p{Surrogate}/u.test(request.mes))
        const options = how === 'rest' ? { entry: 'rest' } : { method: how }
        const asked = { ...request, charset: 'utf-8' } as object
        if (how === 'GET' && encodeURIComponent(JSON.stringify(request)).length > 1500) return
        expect(preview(buildRequest(asked, options as object))).toEqual(preview(asked))
      }),
      { numRuns: runs(200, 10_000) },
    )
  })

  /** Texts that every charset carries, and what a kind of message makes of one. */
  const letters = fc.array(fc.constantFrom('я', 'Ж', 'a', ' ', '+', '&', '%', ':', ';', '\n', '\\n', '|', '~', '='), {
    maxLength: 80,
  })
  const carried = letters.map((units) => units.join(''))
  const digits = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((octets) => toHex(octets))
  const octets = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((octets) => String.fromCharCode(...octets))
  const kinds = fc.oneof(
    fc.record({ mes: carried }),
    fc.record({ mes: carried, flash: fc.constantFrom(1, '1', true) }),
    fc.record({ mes: digits, bin: fc.constantFrom(2, '2') }),
    fc.record({ mes: octets, bin: fc.constantFrom(1, '1') }),
    fc.record({
      mes: fc.constantFrom('http://a.ru\nя', 'https://www.a.ru/b\r\nc', 'http://a.ru'),
      push: fc.constant(1),
    }),
    fc.record({ mes: fc.constantFrom('', 'x'), hlr: fc.constant(1) }),
    fc.record({ mes: carried, mms: fc.constant(1), subj: carried }),
    fc.record({ mes: carried, mail: fc.constant(1), subj: carried, sender: fc.constant('Я <me@b.ru>') }),
    fc.record({
      mes: carried,
      call: fc.constant(1),
      voice: fc.constantFrom('m', 'w4'),
      param: fc.constantFrom('10,20,3', 'x'),
    }),
    fc.record({ mes: carried, viber: fc.constant(1), fileurl: fc.constant(new URL('https://a.ru/b?c=d&e=я')) }),
    fc.record({ mes: carried, translit: fc.constantFrom(0, 1, 2), tinyurl: fc.constantFrom(0, 1), maxsms: fc.nat(2) }),
  )
  const addressed = fc
    .tuple(kinds, fc.constantFrom('79161234567', 'G1,+79161234567', '8 916 123-45-67;a@b.ru', ['G1', 79161234567]))
    .map(([message, phones]): object => ({ ...message, phones }))
  const lines = fc.array(
    fc.record(
      {
        phones: fc.constantFrom('79161234567', '79161234567,G1'),
        mes: carried,
        sender: fc.constant('я'),
        tz: fc.constant(3),
      },
      { requiredKeys: ['phones', 'mes'] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  const listed = fc.record({ list: lines, nl: fc.constantFrom(0, 1), time: fc.constantFrom('0101301200', '+5') })

  /** Octets alone can look like another charset's. */
  const withoutGuess = (result: ReturnType<typeof preview>) => {
    const isGuess = (code: string) => code === 'looks-like-utf-8'
    const lines = result.lines.map((line) => ({ ...line, warnings: line.warnings.filter((code) => !isGuess(code)) }))
    return { ...result, lines, warnings: result.warnings.filter(({ code }) => !isGuess(code)) }
  }

  test('is previewed as what it was built of, whatever its kind, its charset and its list', () => {
    const charset = fc.constantFrom('utf-8', 'windows-1251', 'koi8-r')
    const more = fc.record({ cost: fc.constantFrom(0, 1, 2, 3), op: fc.constantFrom(0, 1), err: fc.constantFrom(0, 1) })
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: addressed }, listed), more, charset, (request, more, charset) => {
        const asked = { ...request, ...more, fmt: 3, charset } as SmscParameters
        const options = { groups: { 1: 3 } }
        const built = buildRequest(asked)
        expect(withoutGuess(preview(built, options))).toEqual(withoutGuess(preview(asked, options)))
        expect(checkRequest(built).errors).toEqual(checkRequest(asked).errors)
        const isOctets = `${(asked as { bin?: unknown }).bin}` === '1'
        if (charset === 'utf-8' && !isOctets) {
          expect(preview(buildRequest(asked, { entry: 'rest' }), options)).toEqual(preview(asked, options))
        }
      }),
      { numRuns: runs(100, 10_000) },
    )
  })

  test.each([
    { '79161234567': 'Hi\nyou', G12: 'a:b' },
    [{ phones: '79161234567', mes: 'x', sender: 'ivan', tz: 3 }, ['G12', 'y']],
    '79161234567:x\\ny\nG12:z',
  ])('may have a list of any form: %j', (list) => {
    const asked = { list, charset: 'utf-8', fmt: 3 } as object
    expect(preview(buildRequest(asked))).toEqual(preview(asked))
    expect(preview(buildRequest(asked, { entry: 'rest' }))).toEqual(preview(asked))
  })
})

describe('octets of a charset', () => {
  test.each(['windows-1251', 'koi8-r'] as const)('are those that its decoder reads: %s', (charset) => {
    const octets = Uint8Array.from({ length: 256 }, (_, octet) => octet)
    expect(encodeCharset(new TextDecoder(charset).decode(octets), charset)).toEqual(octets)
  })

  test('are those of UTF-8', () => {
    expect(encodeCharset('я😀', 'utf-8')).toEqual(new TextEncoder().encode('я😀'))
  })

  test('are refused by name where there are none', () => {
    const text = Array.from({ length: 12 }, (_, index) => String.fromCodePoint(0x1f600 + index)).join('')
    const error = thrownBy(() => encodeCharset(`ab${text}`, 'koi8-r'))
    expect(error).toMatchObject({ code: 'unencodable', argument: 'text', offset: 2 })
    expect(error.message).toMatch(/koi8-r has no U\+1F600, .* and 2 more/)
    expect(thrownBy(() => encodeCharset('x', 'utf8' as never))).toMatchObject({ argument: 'charset' })
    expect(thrownBy(() => encodeCharset(7 as never, 'utf-8'))).toMatchObject({ argument: 'text' })
  })
})
