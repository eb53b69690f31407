import { describe, expect, test } from 'vitest'
import { encodeCharset, format, preview } from '../../src/smsc/index'
import { ownFolder } from '../support/campaign'
import { printed, septet, TERMINAL } from '../support/command'

const { file } = ownFolder()
const REQUEST = 'login=me&psw=secret&phones=79161234567,8 903 123-45-67&mes=Ваш заказ готов&charset=utf-8'
const rates = () => ['--rates', file('rates.json', '{"7":"1.40","7903":"1.25"}')]

describe('septet smsc', () => {
  test('tells what a request costs, and whom it goes to', async () => {
    expect(await printed(['smsc', ...rates(), REQUEST])).toBe(`2 parts in all, cost 2.65
sms · UCS-2 · 1 part to each, 2 to all · cost 2.65
  text  Ваш заказ готов
  to    79161234567 · 1.40
  to    79031234567 · given as 8 903 123-45-67 · 1.25
Checks
  warning  mes: must be percent-encoded in the charset of the request; read as it is (3 times)
`)
  })

  test.each<[string, string[], (string | Uint8Array)?]>([
    ['an address', [`https://smsc.ru/sys/send.php?${REQUEST}`]],
    ['JSON', ['{"phones":"79161234567,8 903 123-45-67","mes":"Ваш заказ готов"}']],
    ['standard input', [], `${REQUEST}\r\n`],
    ['octets of another charset', ['-'], encodeCharset(REQUEST.replace('utf-8', 'koi8-r'), 'koi8-r')],
  ])('reads %s', async (_name, args, input) => {
    const out = JSON.parse(await printed(['smsc', '--json', ...rates(), ...args], input))
    expect(out).toMatchObject({ n: 2, cost: '2.65', lines: [{ text: 'Ваш заказ готов' }], errors: [] })
  })

  test('reads a file', async () => {
    expect(await printed(['smsc', '--file', file('request.txt', `${REQUEST}\n`)])).toMatch(/^2 parts in all\n/)
  })

  test('tells what the service would refuse, and ends as bad input does', async () => {
    const { code, out, err } = await septet(['smsc', 'mail=1&phones=a@b.ru&mes=Hi&sender=me@b.ru'])
    expect(code).toBe(1)
    expect(out).toMatch(/^No SMS: what it costs is not known here\n/)
    expect(out).toMatch(/\n {2}error 1 {2}parameters error: subj: is needed in every e-mail\n$/)
    expect(err).toBe('septet: the service would refuse this request\n')
    const json = await septet(['smsc', '--json', 'phones=12&mes=x'])
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({ n: 0, errors: [{ service: 7, argument: 'phones' }] })
  })

  test('tells ranges, comments, and the first ten lines of many', async () => {
    const out = await printed(['smsc', 'phones=G1&mes=a%0A~~~%0Afor me&charset=utf-8'])
    expect(out).toContain('0 or more parts in all\n')
    expect(out).toContain('  comment  for me\n')
    expect(out).toContain('see --group\n')
    expect(await printed(['smsc', '--group', 'G1=7', 'phones=G1&mes=a'])).toMatch(/^7 parts in all\n/)
    const list = Array.from({ length: 30 }, (_, index) => `${79161234500 + index}:x`).join('%0A')
    const lines = await printed(['smsc', `list=${list}`])
    expect(lines).toContain('line 10 · sms')
    expect(lines).not.toContain('line 11 · sms')
    expect(lines).toContain('... and 20 lines more: see --json\n')
  })

  test.each([
    ['phones=79161234567&mes=x&psw=\u0001secretЯ%'],
    ['phones=79161234567&mes=x&psw:secret=1&secret'],
    ['phones=79161234567&mes=x&psw=a&b-secret&c-secret%zz=1&secret=1&secret=2'],
    ['{"psw":"secret","mes":"x"'],
    ['{"psw":secret}'],
    ['{"psw":["secret"],"mes":"x"}'],
    ['[{"psw":"secret"}]'],
    ['{"phones":"79161234567","mes":"x","psw":"secret","sha512":"secret","apikey":"secret","imgcode":"secret"}'],
    ['--secret\r\nContent-Disposition: form-data; name="psw"\r\n\r\nsecret'],
  ])('never prints a password: %j', async (request) => {
    for (const flags of [[], ['--json']]) {
      const { out, err } = await septet(['smsc', ...flags], request)
      expect(out + err).not.toContain('secret')
    }
  })

  test('tells what a name may have been meant to be', async () => {
    const out = await printed(['smsc', 'phone=1&phones=79161234567&mes=x'])
    expect(out).toContain('warning  (a name): is no parameter of the service; did you mean phones?\n')
  })

  test('has nothing for a terminal to obey', async () => {
    const request = JSON.stringify({ phones: '79161234567', mes: 'a\u001b[31m\n~~~\n\u0007', sender: '\u001b]0;x' })
    for (const flags of [[], ['--json']]) {
      const { out, err } = await septet(['smsc', ...flags, request], '', { ...TERMINAL, hasColors: () => false })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(out + err).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/)
    }
  })
})

describe('septet smsc --answer', () => {
  test('tells what an answer means', async () => {
    expect(await printed(['smsc', '--answer', '1234,-7'])).toBe(`error 7 · number
  words    invalid number
  meaning  Wrong format of the phone number
  id       1234
  again    the same request will fail again
  format   fmt=1
`)
    expect(await printed(['smsc', '--answer', '--cost', '1', '5,2'])).toBe(
      'a cost · 2 parts in all\n  cost    5\n  format  fmt=1\n',
    )
    expect(await printed(['smsc', '--answer', 'ERROR = 77 (news)'])).toMatch(
      /^error 77, which is not known\n {2}words +news\n/,
    )
  })

  test('tells rows, by the codes of their statuses', async () => {
    const rows =
      '{"phone":"79161234567","mccmnc":"25001","cost":"1.40","status":"","error":""},{"phone":"1","status":"22","error":"249"}'
    const out = await printed(
      ['smsc', '--answer', '--fmt', '3', '--op'],
      `{"id":1,"cnt":2,"balance":"9.10","cost":"1.40","phones":[${rows}]}\n`,
    )
    expect(out).toBe(`sent · 2 parts in all
  id       1
  cost     1.40
  balance  9.10
  format   fmt=3
  to       79161234567 · operator 25001 · 1.40
  to       1 · status 22 (Wrong number) · error 249 (Wrong format of the number)
`)
  })

  test('reads what format writes, in every format', async () => {
    const given = preview({ phones: '79161234567', mes: 'x', cost: 3 }, { rates: { 7: '1.40' } })
    for (const fmt of [0, 1, 2, 3] as const) {
      const body = format(given, fmt, { id: 12, balance: '5.00' })
      const out = await printed(['smsc', '--answer', '--json', '--fmt', `${fmt}`, '--cost', '3', body])
      expect(JSON.parse(out)).toEqual({ type: 'sent', fmt, id: '12', n: 1, cost: '1.40', balance: '5.00' })
    }
  })

  test.each([
    [['<html>\u001b[31m502</html>'], 'no answer of the service: is a page of HTML, or another document'],
    [['OK - 1 SMS, I'], 'no answer of the service: begins as an answer, and is cut short or of another form'],
    [['--fmt', '3', '1234,2'], 'the answer is one of fmt=1, and fmt=3 was asked for'],
  ])('is bad input where it is none: %j', async (args, words) => {
    const { code, err } = await septet(['smsc', '--answer', ...args])
    expect({ code, err }).toEqual({ code: 1, err: `septet: ${words}\n` })
  })
})

describe('septet smsc --status', () => {
  test('tells what became of messages', async () => {
    expect(
      await printed(['smsc', '--status', '20,1629046923,6,10,79161234567\n1,5,0,11,79161234568']),
    ).toBe(`status 20 · undeliverable
  meaning    Cannot be delivered
  delivered  no
  final      yes
  error      6 (The subscriber is offline)
  id         10
  phone      79161234567
  changed    2021-08-15T17:02:03Z

status 1 · delivered
  meaning    Delivered
  delivered  yes
  final      yes
  error      0 (No error)
  id         11
  phone      79161234568
  changed    1970-01-01T00:00:05Z
`)
    expect(await printed(['smsc', '--status', 'status=99&ts=999999999999999'])).toMatch(
      /^status 99, which is not known\n/,
    )
  })

  test('is bad input where it is none', async () => {
    const { code, err } = await septet(['smsc', '--status', '0,-2'])
    expect({ code, err }).toEqual({ code: 1, err: "septet: body: is the service's error 2 (authorise error)\n" })
  })
})

test.each([
  [['--fmt', '3', 'phones=1'], '--fmt: is of an answer, and needs --answer'],
  [['--status', '--op', '1,2,3'], '--op: is of an answer, and needs --answer'],
  [['--answer', '--short-link', '13', '1,2'], '--short-link: is of a preview'],
  [['--answer', '--status', '1,2'], '--answer and --status: one of them at a time'],
  [['--rates', '-'], '--rates: standard input is the request'],
  [['--file', 'a', 'phones=1'], '--file replaces the argument: give only one of them'],
  [['--group', 'friends', 'phones=1'], 'It is a group and its size: G12=350.'],
  [['phones=1', 'mes=2'], 'too many arguments'],
])('septet smsc %j is bad usage', async (args, words) => {
  const { code, out, err } = await septet(['smsc', ...args])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(words)
})

test.each([
  ['/nowhere/request.txt', 'no such file'],
  ['/', 'is a directory'],
])('a file that cannot be read is bad input: %s', async (path, words) => {
  const { code, err } = await septet(['smsc', '--file', path])
  expect({ code, err }).toEqual({ code: 1, err: `septet: ${path}: ${words}\n` })
})
