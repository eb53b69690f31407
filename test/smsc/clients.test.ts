// What the service's own libraries send, as public repositories keep them: PHP 3.8, Python 2.0 and C# 2.7 of smsc.ru. Each
// sends every parameter it has, at its default where the caller said nothing.
import { describe, expect, test } from 'vitest'
import { format, preview } from '../../src/smsc/index'

const rates = { 7: '1.40' }
const FORMATS = [
  'flash=1',
  'push=1',
  'hlr=1',
  'bin=1',
  'bin=2',
  'ping=1',
  'mms=1',
  'mail=1',
  'call=1',
  'viber=1',
  'soc=1',
]
const MES: Record<string, string> = {
  'push=1': 'http%3A%2F%2Fwap.ru%0AWAP.RU',
  'hlr=1': '',
  'bin=1': '%00A',
  'bin=2': '0041',
  'ping=1': '',
}
const SMS = new Set(['', ...FORMATS.slice(0, 6)])

describe("what the service's own libraries send is no error", () => {
  test.each(['', ...FORMATS])('with the format %j', (form) => {
    const mes = MES[form] ?? 'Hello'
    const query = `cost=3&phones=79999999999&mes=${mes}&translit=0&id=0${form === '' ? '' : `&${form}`}&charset=utf-8&fmt=1`
    const { errors } = preview(`login=a&psw=b&${query}`)
    expect(errors.filter(({ code }) => code !== 'not-previewable')).toEqual([])
    expect(errors).toHaveLength(SMS.has(form) ? 0 : 1)
  })

  test('with id=0, and the service assigns one', () => {
    const asked = { phones: '12', mes: 'x', translit: 0, time: 0, sender: '', charset: '', nl: 0 } as const
    for (const id of [0, '0', '00', '', undefined, null]) {
      const wrong = preview({ ...asked, id } as never, { rates })
      expect(wrong.errors).toMatchObject([{ service: 7 }])
      expect(format(wrong, 1)).toBe('0,-7')
    }
  })
})

describe('an id', () => {
  const answers = (request: object) => ([0, 1, 2, 3] as const).map((fmt) => format(preview(request, { rates }), fmt))

  test.each([
    ['7', { phones: '12', mes: 'x' }, 'invalid number'],
    ['6', { phones: '79161234567', mes: 'x', sender: 'too long a sender' }, 'message is denied'],
  ])('is in the answer of error %s', (code, request, words) => {
    expect(answers({ ...request, id: 1234 })).toEqual([
      `ERROR = ${code} (${words}), ID - 1234`,
      `1234,-${code}`,
      `<?xml version="1.0" encoding="UTF-8"?><result><error>${words}</error><error_code>${code}</error_code><id>1234</id></result>`,
      `{"error":"${words}","error_code":${code},"id":1234}`,
    ])
  })

  test('is a string in JSON where it is of the second form', () => {
    for (const id of ['a-1', '20240101123000', '0123']) {
      expect(answers({ phones: '12', mes: 'x', id })[3]).toBe(`{"error":"invalid number","error_code":7,"id":"${id}"}`)
    }
  })

  test('is in no answer of an error that is found before it is read', () => {
    expect(answers({ phones: '', mes: 'x', id: 1234 })).toEqual(answers({ phones: '', mes: 'x' }))
    expect(answers({ phones: '79161234567', mes: 'x', time: 'soon', id: 1234 })[1]).toBe('0,-5')
  })

  test('is in the answer of a preview that has been JSON', () => {
    const stored = JSON.parse(JSON.stringify(preview({ phones: '12', mes: 'x', id: 'a1' }, { rates })))
    expect(format(stored, 1)).toBe('a1,-7')
  })
})
