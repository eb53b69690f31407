// The API page read line by line: each parameter with what the page says of it, then its worked examples. What the stored page has
// garbled is restored from public clients.
import { describe, expect, test } from 'vitest'
import { checkRequest, preview } from '../../src/smsc/index'
import { NAMES } from '../../src/smsc/request/request'

const phones = '79051234567'
const EMS = '050A0307056048656C6C6F2C20576F726C6421'
const WAP_PUSH = '0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101'

/** The preview of a request, with all that is wrong about it. */
function ask(parameters: object) {
  const request: object = { phones, mes: 'Hello', charset: 'utf-8', cost: 1, ...parameters }
  const { errors, warnings } = checkRequest(request)
  const said = [
    ...errors.map(({ argument, service }) => `${argument}: error ${service}`),
    ...warnings.map(({ argument, code }) => `${argument}: ${code}`),
  ]
  const { kind, n, parts, lines, answer } = preview(request)
  return { kind, n, parts, line: lines[0], answer, said }
}

type Row = readonly [parameter: string, says: string, request: object, expected: object, said?: string[]]

const BOTH = { phones: undefined, mes: undefined }

const PAGE: readonly Row[] = [
  ['login', 'the name of the client', { login: 'me' }, { n: 1 }],
  ['psw', 'the password, or its MD5', { psw: '5ebe2294ecd0e0f08eab7690d2a6ee69' }, { n: 1 }],
  ['apikey', 'in place of both', { apikey: 'key' }, { n: 1 }],
  ['sha512', 'accepted', { sha512: '00' }, { n: 1 }],
  ['phones', 'numbers in international form, separated by commas', { phones: '79051234567,79061234567' }, { n: 2 }],
  ['phones', 'or by semicolons', { phones: '79051234567;79061234567' }, { n: 2 }],
  [
    'phones',
    'corrected where there is no +',
    { phones: '8 (905) 123-45-67' },
    { line: { recipients: [{ phone: phones }] } },
  ],
  [
    'phones',
    'as they are after +',
    { phones: '+89051234567' },
    { n: 0 },
    ['phones: error 7', 'phones: impossible-phone'],
  ],
  ['phones', 'groups of the account', { phones: 'G12' }, { n: { min: 0, max: Infinity } }, ['phones: unknown-group']],
  ['phones', 'are needed', { phones: '' }, { n: 0 }, ['phones: error 1']],
  ['mes', 'the text', { mes: 'Привет' }, { parts: 1, line: { encoding: 'UCS-2' } }],
  ['mes', '160 Latin characters in one part', { mes: 'a'.repeat(160) }, { parts: 1 }],
  ['mes', '153 in each of several', { mes: 'a'.repeat(307) }, { parts: 3 }],
  ['mes', '70 Cyrillic characters in one part', { mes: 'я'.repeat(70) }, { parts: 1 }],
  ['mes', '67 in each of several', { mes: 'я'.repeat(135) }, { parts: 3 }],
  ['mes', 'at most 1000 characters', { mes: 'a'.repeat(1000) }, { parts: 7 }],
  ['mes', 'and no more', { mes: 'a'.repeat(1001) }, { parts: 0 }, ['mes: error 1']],
  [
    'mes',
    'a comment after LF ~~~ LF is not sent',
    { mes: `a\n~~~\n${'b'.repeat(1000)}` },
    { parts: 1, line: { text: 'a' } },
  ],
  ['mes', 'is needed', { mes: '' }, { parts: 0 }, ['mes: error 1']],
  ['id', 'a number of the client, to 2147483647', { id: 2147483647 }, { answer: { id: '2147483647' } }],
  ['id', 'or 40 of Latin letters, digits and .-_', { id: 'a.b-c_1' }, { answer: { id: 'a.b-c_1' } }],
  ['id', 'and nothing else', { id: 'a b' }, {}, ['id: error 1']],
  ['sender', '11 characters', { sender: 'My shop 123' }, {}],
  ['sender', 'or 15 digits', { sender: '123456789012345' }, {}],
  ['sender', 'and no more', { sender: 'My shop 1234' }, {}, ['sender: error 6']],
  ['sender', 'empty or a dot for none', { sender: '.' }, {}],
  ['translit', '0: as it is', { translit: 0, mes: 'Шум' }, { line: { text: 'Шум' } }],
  ['translit', '1: translit', { translit: 1, mes: 'Шум' }, { line: { text: 'Shum', encoding: 'GSM-7' } }],
  ['translit', '2: mpaHc/Ium', { translit: 2, mes: 'транслит' }, { line: { text: 'mpaHc/Ium', encoding: 'GSM-7' } }],
  ['translit', 'and nothing else', { translit: 3 }, {}, ['translit: error 1']],
  [
    'tinyurl',
    'links are shortened',
    { tinyurl: 1, mes: `http://a.ru/${'b'.repeat(200)}` },
    { parts: 1 },
    ['mes: short-link'],
  ],
  ['time', 'DDMMYYhhmm', { time: '0101301200' }, {}],
  ['time', 'or DD.MM.YY hh:mm', { time: '01.01.30 12:00' }, {}],
  ['time', 'h1-h2', { time: '9-21' }, {}],
  ['time', '0ts', { time: '01893456000' }, {}],
  ['time', '+m', { time: '+30' }, {}],
  ['time', '0 is now', { time: 0 }, {}],
  ['time', 'no day of the calendar', { time: '31.02.30 12:00' }, {}, ['time: error 5']],
  ['tz', 'hours from Moscow time, of a dated time', { tz: -3, time: '0101301200' }, {}],
  ['tz', 'of nothing else', { tz: 3, time: '+30' }, {}, ['tz: ignored-parameter']],
  ['period', '0.1 to 720 hours', { period: 0.1, freq: 1 }, {}],
  ['period', 'and no more', { period: 721 }, {}, ['period: error 1']],
  ['freq', '1 to 1440 minutes', { period: 720, freq: 1440 }, {}],
  ['freq', 'with period alone', { freq: 60 }, {}, ['freq: ignored-parameter']],
  ['flash', 'shown at once', { flash: 1 }, { kind: 'flash', parts: 1 }],
  ['bin', '1: octets', { bin: 1, mes: '\0Hello' }, { kind: 'bin', parts: 1 }],
  ['bin', '2: hexadecimal digits', { bin: 2, mes: EMS }, { kind: 'bin', parts: 1, line: { encoding: '8-bit' } }],
  ['bin', 'pid and dcs after LF ~~~ LF', { bin: 2, mes: '0041\n~~~\npid: 1, dcs: 245' }, { parts: 1 }],
  ['bin', 'the first octet is the length of the header', { bin: 2, mes: '05' }, { parts: 0 }, ['mes: error 1']],
  ['push', 'a link, LF, a title', { push: 1, mes: 'http://wap.ru\nWAP.RU' }, { kind: 'push', parts: 1 }],
  ['push', 'and not a link alone', { push: 1, mes: 'http://wap.ru' }, { parts: 0 }, ['mes: error 1']],
  ['hlr', 'one request a number, no text', { hlr: 1, mes: undefined }, { kind: 'hlr', n: 1 }],
  [
    'ping',
    'one a number, no text',
    { ping: 1, mes: undefined, phones: 'G1,79051234567' },
    { kind: 'ping' },
    ['phones: unknown-group'],
  ],
  ['mms', 'a subject or a text', { mms: 1, mes: '', subj: 'x', fileurl: 'https://a.ru/b.jpg' }, { kind: 'mms' }],
  [
    'mms',
    'and not a file alone',
    { mms: 1, mes: '', fileurl: 'https://a.ru/b.jpg' },
    { kind: 'mms' },
    ['subj: error 1'],
  ],
  ['mail', 'subject, text and sender', { mail: 1, phones: 'a@b.ru', subj: 'x', sender: 'c@d.ru' }, { kind: 'mail' }],
  ['soc', 'of social networks', { soc: 1 }, { kind: 'soc' }],
  ['viber', 'of Viber, with any sender', { viber: 1, sender: 'Магазин' }, { kind: 'viber' }],
  ['whatsapp', 'of WhatsApp', { whatsapp: 1 }, { kind: 'whatsapp' }],
  ['tg', 'of Telegram', { tg: 1, phones: '#12' }, { kind: 'tg' }],
  ['bot', 'the name of a bot', { bot: '@name_bot' }, { kind: 'bot' }],
  ['smsreq', '10 to 999 days, with bot', { bot: '@name_bot', smsreq: 999 }, { kind: 'bot' }],
  ['smsreq', 'and no more', { bot: '@name_bot', smsreq: 1000 }, { kind: 'bot' }, ['smsreq: error 1']],
  ['fileurl', 'the whole address of a file', { viber: 1, fileurl: 'http://a.ru/b' }, { kind: 'viber' }],
  ['fileurl', 'and no other', { viber: 1, fileurl: 'b.jpg' }, { kind: 'viber' }, ['fileurl: error 1']],
  ['call', 'a voice message', { call: 1 }, { kind: 'call' }],
  ['voice', 'm, m2 to m4, w, w2 to w4', { call: 1, voice: 'w4' }, { kind: 'call' }],
  ['voice', 'or a language', { call: 1, voice: 'en' }, { kind: 'call' }],
  ['voice', 'and no other', { call: 1, voice: 'm5' }, { kind: 'call' }, ['voice: error 1']],
  ['param', 'wait, interval, attempts', { call: 1, param: '25,60,3' }, { kind: 'call' }],
  ['param', 'or else the defaults', { call: 1, param: '25' }, { kind: 'call' }, ['param: ignored-parameter']],
  ['subj', 'of e-mail and MMS', { subj: 'x' }, {}, ['subj: ignored-parameter']],
  ['charset', 'windows-1251 by default', { charset: undefined, mes: 'Ґ' }, {}],
  ['charset', 'or koi8-r', { charset: 'koi8-r', mes: 'Ґ' }, {}, ['mes: not-in-charset']],
  ['charset', 'or utf-8', { charset: 'utf-8', mes: '₽' }, {}],
  ['cost', '0: send', { cost: 0 }, {}, ['cost: cost-mode']],
  ['cost', '1: the cost alone', { cost: 1 }, { answer: { cost: 1 } }],
  ['cost', '2: send, and the cost', { cost: 2 }, { answer: { cost: 2 } }, ['cost: cost-mode']],
  ['cost', '3: the balance too', { cost: 3 }, { answer: { cost: 3 } }, ['cost: cost-mode']],
  ['cost', 'and nothing else', { cost: 4 }, {}, ['cost: error 1']],
  ['fmt', '0: words', { fmt: 0 }, { answer: { fmt: 0 } }],
  ['fmt', '1: numbers', { fmt: 1 }, { answer: { fmt: 1 } }],
  ['fmt', '2: XML', { fmt: 2 }, { answer: { fmt: 2 } }],
  ['fmt', '3: JSON', { fmt: 3 }, { answer: { fmt: 3 } }],
  ['list', 'lines of phones and text', { ...BOTH, list: '79051234567:a\n79061234567,79071234567:b' }, { n: 3 }],
  ['list', 'split by a semicolon too', { ...BOTH, list: '79051234567;a' }, { n: 1 }],
  ['list', '\\n is a line feed', { ...BOTH, list: '79051234567:a\\nb' }, { line: { text: 'a\nb' } }],
  [
    'list',
    'with senders and zones',
    { ...BOTH, list: 'ivan,3|79051234567:a', time: '0101301200' },
    { line: { sender: 'ivan', tz: '3' } },
  ],
  ['list', 'in place of phones and mes', { list: '79051234567:a' }, {}, ['phones: error 1', 'mes: error 1']],
  ['nl', '1: texts of several lines', { ...BOTH, nl: 1, list: '79051234567:a\nb' }, { n: 1, line: { text: 'a\nb' } }],
  ['valid', '1 to 24 hours', { valid: 24 }, {}],
  ['valid', 'or 00:01 to 24:00', { valid: '00:01' }, {}],
  ['valid', 'and no more', { valid: 25 }, {}, ['valid: error 1']],
  [
    'maxsms',
    'cuts off what needs more parts',
    { maxsms: 1, mes: 'я'.repeat(71) },
    { parts: 1, line: { dropped: 1 } },
    ['mes: cut'],
  ],
  ['imgcode', 'the code of a picture, with userip', { imgcode: '1234', userip: '10.0.0.1' }, {}],
  ['imgcode', 'not without', { imgcode: '1234' }, {}, ['userip: error 1']],
  ['userip', 'the address of the user', { userip: 'me' }, {}, ['userip: error 1']],
  ['err', '1: rows of wrong numbers', { err: 1 }, { answer: { err: true } }],
  ['op', '1: rows of all numbers', { op: 1 }, { answer: { op: true } }],
  ['pp', 'the number of a partner', { pp: 123 }, {}],
  ['test', 'accepted', { test: 1 }, {}],
  ['all', 'accepted', { all: 1 }, {}],
]

describe('every parameter of the API page', () => {
  test.each(PAGE.map((row) => [...row] as const))('%s, %s: %j', (...[, , request, expected, said = []]) => {
    const found = ask(request)
    expect(found).toMatchObject(expected)
    expect(found.said).toEqual(said)
  })

  test('is in a row', () => {
    expect([...new Set(PAGE.map(([name]) => name))].sort()).toEqual([...NAMES].sort())
  })
})

/** Each is one part to one number, and so 1 in `cnt`, as tests of a public client expect of the service. */
describe('the worked examples of the API page come to one part', () => {
  test.each([
    ['a message', `phones=${phones}&mes=Test`, { kind: 'sms' }],
    [
      'a flash message in translit, in UTF-8, from ivan, on the first of January 2012',
      `phones=${phones}&mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82&charset=utf-8&flash=1&translit=1&sender=ivan&time=0101120000`,
      { kind: 'flash', lines: [{ text: 'Privet', encoding: 'GSM-7' }] },
    ],
    [
      'an EMS: Hello, World! with World in italics and underlined',
      `phones=${phones}&bin=2&mes=${EMS}`,
      { kind: 'bin', lines: [{ encoding: '8-bit' }] },
    ],
    ['a binary WAP push to http://wap.ru/', `phones=${phones}&bin=2&mes=${WAP_PUSH}`, { kind: 'bin' }],
    ['a WAP push as text', `phones=${phones}&push=1&mes=http://wap.ru%0AWAP.RU`, { kind: 'push' }],
  ])('%s', (_name, query, expected) => {
    expect(preview(query)).toMatchObject({ n: 1, parts: 1, errors: [], warnings: [], ...expected })
    expect(checkRequest(query)).toEqual({ errors: [], warnings: [] })
  })

  test('a list with a password for each number', () => {
    const list = '79999999999:Ваш пароль: 123\n78888888888:Ваш пароль: 456'
    expect(preview({ list })).toMatchObject({ n: 2, parts: 1, errors: [], warnings: [] })
  })
})
