import { describe, expect, test } from 'vitest'
import { SeptetError } from '../../src/index'
import { checkRequest, format, parseAnswer, parseStatus, preview, type SmscRequest } from '../../src/smsc/index'
import { LONG } from '../support/long'

const rates = { 7: '1.40', '7916': '1.25' }

const numbers = (count: number) => Array.from({ length: count }, (_, index) => 79_160_000_000 + index).join(',')

/** A tenth in the short run: the work is linear, which test/work holds. */
const PHONES = LONG ? 100_000 : 10_000

describe('what is too much', () => {
  test('100,000 phones are all counted', () => {
    const { n, cost, lines } = preview({ phones: numbers(PHONES), mes: 'x' }, { rates })
    expect({ n, cost, recipients: lines[0]!.recipients.length }).toEqual({
      n: PHONES,
      cost: `${PHONES * 1.25}.00`,
      recipients: PHONES,
    })
  })

  test('100,000 wrong phones are two warnings, and all there', () => {
    const phones = Array.from({ length: PHONES }, (_, index) => (index % 2 ? 'x' : '123')).join(';')
    const { lines, warnings, errors } = preview({ phones, mes: 'x' })
    expect(lines[0]!.recipients).toHaveLength(PHONES)
    expect(warnings.map(({ code, count }) => [code, count])).toEqual([
      ['impossible-phone', PHONES],
      ['duplicate-phone', PHONES - 2],
    ])
    expect(errors).toMatchObject([{ service: 7 }])
  })

  const LINES = LONG ? 160_000 : 16_000

  test('a list of 10 MB, or of 1 MB in the short run, is counted line by line', () => {
    const row = (index: number) => `${79_160_000_000 + index}:Сообщение номер ${index}, ничего особенного в нём нет\n`
    const list = Array.from({ length: LINES }, (_, index) => row(index)).join('')
    expect(new TextEncoder().encode(list).length).toBeGreaterThan(64 * LINES)
    const { n, parts, lines, errors } = preview({ list })
    expect({ n, parts, lines: lines.length, errors }).toEqual({ n: LINES, parts: 1, lines: LINES, errors: [] })
  })
})

/** What a call returns, or the code of the library's own error; any other fails the test. */
function codeOf(call: () => unknown): string {
  try {
    call()
    return 'none'
  } catch (error) {
    if (error instanceof SeptetError) return error.code
    throw error
  }
}

describe('what was cut short, at any octet', () => {
  const phones = '79161234567,12,<&>'
  const whole = preview({ phones, mes: 'x', op: 1, cost: 3 }, { rates })
  const cuts = (body: string) => Array.from({ length: body.length }, (_, length) => body.slice(0, length))
  const denied = preview({ phones: '12', mes: 'x' })

  test.each([2, 3] as const)('is no answer, of fmt=%i', (fmt) => {
    for (const id of [undefined, 1234]) {
      for (const given of [whole, denied]) {
        const body = format(given, fmt, { balance: '98.60', ...(id === undefined ? {} : { id }) })
        for (const cut of cuts(body)) expect(parseAnswer(cut)).toMatchObject({ type: 'malformed', body: cut })
      }
    }
  })

  test.each([0, 1] as const)('is no answer of fmt=%i, or a shorter one', (fmt) => {
    const body = format(whole, fmt, { id: 1234, balance: '98.60' })
    for (const cut of cuts(body)) {
      const answer = parseAnswer(cut)
      expect(['malformed', 'sent']).toContain(answer.type)
      if (answer.type === 'malformed') expect(answer.body).toBe(cut)
      else expect('1234'.startsWith((answer as { id: string }).id)).toBe(true)
    }
    for (const cut of cuts(format(denied, fmt, { id: 1234 })))
      expect(['error', 'malformed', 'sent']).toContain(parseAnswer(cut).type)
  })

  test.each([
    '{"status":20,"last_date":"17.03.2023 16:47:56","last_timestamp":1679060876,"err":248}',
    '<?xml version="1.0"?><result><status>20</status><last_timestamp>5</last_timestamp></result>',
    'id=12&phone=79161234567&status=20&err=6&time=15.08.2021%2020:02:03',
    '20,1629046923,6,10,79161234567',
  ])('is a status, or a named error: %s', (body) => {
    for (const cut of cuts(body)) expect(['none', 'malformed']).toContain(codeOf(() => parseStatus(cut)))
  })

  test.each<string | object>([
    '{"phones":"79161234567","mes":"\\u041f\\u0440","psw":"x","list":{"1":"2"}}',
    'https://smsc.ru/sys/send.php?phones=%2B79161234567&mes=%D0%9F%D1%80&charset=utf-8&bin=1',
    { phones: '79161234567', mes: '0605040B8423F0DC0601AE02056A0045C6\n~~~\npid: 1, dcs: 245', bin: '2' },
  ])('is a request with errors, or a named error: %j', (request) => {
    const texts = typeof request === 'string' ? [request] : Object.values<string>(request as Record<string, string>)
    const length = Math.max(...texts.map((text) => text.length))
    for (let end = 0; end < length; end++) {
      const cut = (text: string) => text.slice(0, end)
      const given = typeof request === 'string' ? cut(request) : { ...request, mes: cut(texts[1]!) }
      expect(['none', 'malformed', 'unsupported']).toContain(codeOf(() => checkRequest(given as SmscRequest)))
    }
    if (typeof request !== 'string') return
    const octets = new TextEncoder().encode(request)
    for (let end = 0; end < length; end++) {
      expect(['none', 'malformed', 'unsupported']).toContain(codeOf(() => checkRequest(octets.subarray(0, end))))
    }
  })
})

describe('what is no request', () => {
  test.each<[string, string, object]>([
    ['twice a parameter', 'phones=1&phones=79161234567&mes=x', { n: 1, warnings: [{ code: 'repeated-parameter' }] }],
    ['Cyrillic as it is', 'phones=79161234567&mes=я', { n: 1, warnings: [{ code: 'unescaped-characters' }] }],
    ['HTML', '<html><body>502</body></html>', { n: 0, errors: [{ service: 1 }, { service: 1 }] }],
    ['nothing', '', { n: 0, errors: [{ service: 1 }, { service: 1 }] }],
  ])('is told as what it is: %s', (_name, request, expected) => {
    expect(preview(request)).toMatchObject(expected)
  })

  test.each([
    ['multipart', '--x\r\nContent-Disposition: form-data; name="mes"\r\n\r\nHi\r\n--x--', 'unsupported'],
    ['JSON of two objects', '{"mes":"x"}{"mes":"y"}', 'malformed'],
    ['a JSON array', '[{"mes":"x"}]', 'invalid-type'],
  ])('is a named error: %s', (_name, request, code) => {
    expect(codeOf(() => preview(request))).toBe(code)
    expect(codeOf(() => preview(new TextEncoder().encode(request)))).toBe(code)
  })

  test('quotes nothing of a body in its words, which has a password', () => {
    for (const body of [
      '{"psw":secret}',
      '{"psw":"secret"',
      '{"psw":"secret\u0001"}',
      '{"a":1,"psw":"secret",,}',
      '{psw:"secret"}',
    ]) {
      expect(() => preview(body)).toThrow(
        expect.objectContaining({ code: 'malformed', message: expect.not.stringContaining('ecret') }),
      )
    }
  })

  test('of 10 MB is read in time, or of 0.1 MB in the short run', () => {
    const length = LONG ? 10_000_000 : 100_000
    for (const piece of ['&', 'a=1&', '%', '%D0', 'я', '"', '{', '\\', ' ', 'mes=%41&']) {
      codeOf(() => preview(`phones=79161234567&mes=${piece.repeat(length / piece.length)}`, { overLimit: 'error' }))
    }
    expect(codeOf(() => preview(`{"mes":"${'a'.repeat(length)}`))).toBe('malformed')
  })
})
