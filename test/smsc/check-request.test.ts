import { describe, expect, test } from 'vitest'
import { checkRequest, preview } from '../../src/smsc/index'

const phones = '79161234567'
const found = (request: object) => {
  const { errors, warnings } = checkRequest({ phones, mes: 'x', charset: 'utf-8', ...request } as object)
  return [
    ...errors.map(({ argument, service }) => `${argument} ${service}`),
    ...warnings.map(({ argument, code }) => `${argument} ${code}`),
  ]
}

describe('a request of any kind is checked', () => {
  test.each<[string, object, string[]]>([
    ['an SMS', {}, []],
    ['an SMS with a wrong sender', { sender: 'жора' }, ['sender 6']],
    ['a viber message', { viber: 1, sender: 'Магазин', fileurl: 'https://a.b/c.jpg' }, []],
    ['a telegram message', { tg: 1, phones: '@nick' }, []],
    ['an e-mail', { mail: 1, phones: 'a@b.ru', subj: 'News', sender: 'me@b.ru' }, []],
    ['an e-mail with a name', { mail: 1, phones: 'a@b.ru', subj: 'News', sender: 'Me <me@b.ru>' }, []],
    ['an e-mail of nobody', { mail: 1, phones: 'a@b.ru', mes: '' }, ['subj 1', 'sender 1', 'mes 1']],
    ['an e-mail of no address', { mail: 1, phones: 'a@b.ru', subj: 'x', sender: 'ivan' }, ['sender 1']],
    ['an MMS', { mms: 1, mes: '', subj: 'x' }, []],
    ['an MMS of a file and a text', { mms: 1, fileurl: new URL('http://a.b/c.jpg') }, []],
    ['an MMS of a file alone', { mms: 1, mes: '', fileurl: new URL('http://a.b/c.jpg') }, ['subj 1']],
    ['an MMS of nothing', { mms: 1, mes: '' }, ['subj 1']],
    ['a file without an address', { mms: 1, fileurl: 'c.jpg' }, ['fileurl 1']],
    ['a call', { call: 1, voice: 'w2', param: '25,60,3' }, []],
    ['a call in another language', { call: 1, voice: 'de' }, []],
    ['a call by another voice', { call: 1, voice: 'robot' }, ['voice 1']],
    ['a call with another param', { call: 1, param: '25' }, ['param ignored-parameter']],
    [
      'what is for others in an SMS',
      { voice: 'm', param: '1,2,3', subj: 'x', fileurl: 'http://a.b' },
      ['subj ignored-parameter', 'voice ignored-parameter', 'param ignored-parameter', 'fileurl ignored-parameter'],
    ],
    ['a captcha', { imgcode: '1234', userip: '10.0.0.1' }, []],
    ['a captcha of IPv6', { imgcode: '1234', userip: '2001:db8::1' }, []],
    ['a bot that asks again', { bot: '@my_bot', smsreq: 30 }, []],
    ['a bot that asks each day', { bot: '@my_bot', smsreq: 1 }, ['smsreq 1']],
    ['days of no bot', { smsreq: '10' }, ['smsreq ignored-parameter']],
    ['a captcha of nobody', { imgcode: '1234' }, ['userip 1']],
    ['a user of no address', { userip: 'me' }, ['userip 1']],
    ['several kinds', { mms: 1, mail: 1, subj: 'x', sender: 'a@b.ru' }, ['mail 1']],
    ['a time zone without a date', { tz: 3 }, ['tz ignored-parameter']],
  ])('%s: %j', (_name, request, expected) => {
    expect(found(request)).toEqual(expected)
  })

  test('a list has 50 messages to one number at most', () => {
    const list = (count: number) => ({ phones: undefined, mes: undefined, list: `${phones}:x\n`.repeat(count) })
    expect(found(list(50))).toEqual(['list duplicate-phone'])
    expect(found(list(51))).toEqual(['list 1', 'list duplicate-phone'])
  })

  test('an SMS is told no less than by its preview', () => {
    for (const request of [
      { phones: '123', mes: '' },
      { list: 'a,b|1:x\nno' },
      { phones, mes: '€'.repeat(80), translit: 1 },
    ]) {
      const { errors, warnings } = preview(request as object)
      expect(checkRequest(request as object)).toEqual({ errors, warnings })
    }
  })
})
