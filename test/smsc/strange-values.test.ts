import { describe, expect, test } from 'vitest'
import {
  buildRequest,
  checkRequest,
  format,
  formatList,
  parseAnswer,
  parseList,
  parseStatus,
  preview,
  requestKey,
} from '../../src/smsc/index'
import { thrownBy } from '../support/thrown'

const { proxy: revoked, revoke } = Proxy.revocable([], {})
revoke()
const phones = '79161234567'

const readers = { preview, checkRequest, buildRequest, requestKey }

describe('a Proxy that was revoked is refused by name', () => {
  const requests = {
    request: revoked,
    'request.phones': { phones: revoked, mes: 'x' },
    'request.phones[0]': { phones: [revoked], mes: 'x' },
    'request.mes': { phones, mes: revoked },
    'request.bin': { phones, mes: 'x', bin: revoked },
    'request.nl': { list: 'x:y', nl: revoked },
    'request.charset': { phones, mes: 'x', charset: revoked },
    'request.fileurl': { phones, mes: 'x', fileurl: revoked },
    'request.sender': { phones, mes: 'x', sender: revoked },
    'request.list': { list: revoked },
    'request.list[0]': { list: [revoked] },
    'request.list[0][1]': { list: [[phones, revoked]] },
    'request.list[0].phones': { list: [{ phones: revoked, mes: 'x' }] },
    "request.list['7']": { list: { 7: revoked } },
  }

  test.each(Object.entries(requests))('as %s', (argument, request) => {
    for (const [name, read] of Object.entries(readers)) {
      const error = thrownBy(() => read(request as never))
      expect({ by: name, error }).toMatchObject({ error: { name: 'SeptetError', code: 'invalid-type', argument } })
    }
  })

  test('as the request whole, or its body', () => {
    for (const read of [preview, checkRequest]) {
      for (const [argument, request] of [
        ['request', revoked],
        ['request.body', { method: 'POST', url: 'https://smsc.ru/sys/send.php', body: revoked }],
      ] as const) {
        const error = thrownBy(() => read(request as never))
        expect(error).toMatchObject({ name: 'SeptetError', code: 'invalid-type', argument })
      }
    }
  })

  test.each([formatList, parseList])('as a list, or in one: %o', (call) => {
    for (const [argument, list] of [
      ['list', revoked],
      ['list[0]', [revoked]],
      ['list[0][0]', [[revoked, 'x']]],
      ['list[0].phones', [{ phones: revoked, mes: 'x' }]],
      ['list[0].phones[1]', [{ phones: ['1', revoked], mes: 'x' }]],
    ] as const) {
      const error = thrownBy(() => call(list as never))
      expect(error).toMatchObject({ name: 'SeptetError', code: 'invalid-type', argument })
    }
  })

  test('as a body of an answer, and in a stored preview', () => {
    const stored = preview({ phones, mes: 'x' })
    for (const call of [
      () => parseAnswer(revoked as never),
      () => parseStatus(revoked as never),
      ...['errors', 'lines', 'answer', 'n', 'cost'].map((name) => () => format({ ...stored, [name]: revoked }, 1)),
      () => format({ ...stored, errors: [revoked] as never }, 1),
      () => format({ ...stored, lines: [revoked] as never }, 1),
    ]) {
      expect(thrownBy(call)).toMatchObject({ name: 'SeptetError', code: 'invalid-type' })
    }
  })
})

describe('a getter of Symbol.toStringTag', () => {
  const throwing = <Value extends object>(value: Value): Value =>
    Object.defineProperty(value, Symbol.toStringTag, {
      get() {
        throw new TypeError('from inside')
      },
    })

  test.each(Object.entries(readers))('is not run by %s', (_name, read) => {
    const request = { phones, mes: 'x' }
    expect(read(throwing({ ...request }))).toEqual(read(request))
    for (const [argument, wrong] of [
      ['request', throwing(new Map())],
      ['request', throwing([])],
      ['request.mes', { phones, mes: throwing({}) }],
      ['request.fileurl', { phones, mes: 'x', fileurl: throwing({}) }],
    ] as const) {
      const error = thrownBy(() => read(wrong as never))
      expect(error).toMatchObject({ name: 'SeptetError', code: 'invalid-type', argument })
    }
  })
})

test('a chain of prototypes without an end is refused', () => {
  const endless = (): object => new Proxy({}, { getPrototypeOf: endless })
  for (const read of Object.values(readers)) {
    expect(thrownBy(() => read(endless()))).toMatchObject({ name: 'SeptetError', code: 'invalid-type' })
  }
})

test('a built request whose body is another, or itself, is refused', () => {
  const built = (body: unknown) => ({ method: 'POST', url: 'https://smsc.ru/sys/send.php', headers: {}, body })
  const itself: Record<string, unknown> = built(undefined)
  itself.body = itself
  for (const body of [itself, built('phones=79161234567&mes=x'), {}, []]) {
    expect(thrownBy(() => preview(built(body) as never))).toMatchObject({
      name: 'SeptetError',
      code: 'invalid-type',
      argument: 'request.body',
    })
  }
})
