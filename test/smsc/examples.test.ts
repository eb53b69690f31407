import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'

/** Each is one part to one number, and so 1 in `cnt`, as tests of a public client expect of the service. */
const phones = '79051234567'
const EMS = '050A0307056048656C6C6F2C20576F726C6421'
const WAP_PUSH = '0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101'

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
  })

  test('a list with a password for each number', () => {
    const list = '79999999999:Ваш пароль: 123\n78888888888:Ваш пароль: 456'
    expect(preview({ list })).toMatchObject({ n: 2, parts: 1, errors: [], warnings: [] })
  })
})
