import { describe, expect, test } from 'vitest'
import { isDelivered, isFinalStatus, serviceErrors, statusErrors, statuses } from '../../src/smsc/index'
import { thrownBy } from '../support/thrown'

describe("the service's tables", () => {
  test('name each of the errors 1 to 10', () => {
    expect(Object.values(serviceErrors).map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(
      Object.values(serviceErrors)
        .filter(({ hasId }) => hasId)
        .map(({ code }) => code),
    ).toEqual([3, 6, 7, 8])
    expect(
      Object.values(serviceErrors)
        .filter(({ retry }) => retry)
        .map(({ code }) => code),
    ).toEqual([4, 9])
    // As public clients quote the answers.
    const answers = Object.values(serviceErrors).map(({ answer }) => answer)
    for (const answer of [
      'authorise error',
      'no money',
      'message is denied',
      'invalid number',
      "can't to deliver",
      'duplicate request, wait a minute',
    ]) {
      expect(answers).toContain(answer)
    }
  })

  test.each([
    [-3, 'final'],
    [-2, ''],
    [-1, ''],
    [0, ''],
    [1, 'final delivered'],
    [2, 'final delivered'],
    [3, 'final retry'],
    [4, 'final delivered'],
    [20, 'final'],
    [22, 'final'],
    [23, 'final'],
    [24, 'final retry'],
    [25, 'final retry'],
  ])('status %i is %j', (code, flags) => {
    const status = statuses[code]!
    expect(['final', 'delivered', 'retry'].filter((flag) => status[flag as 'final']).join(' ')).toBe(flags)
    expect({ final: isFinalStatus(code), delivered: isDelivered(code) }).toEqual({
      final: status.final,
      delivered: status.delivered,
    })
  })

  test('say each row in both languages, by its own code and name', () => {
    for (const table of [serviceErrors, statuses, statusErrors] as Record<
      number,
      { code: number; name: string; en: string; ru: string }
    >[]) {
      for (const [code, row] of Object.entries(table)) {
        expect(row.code).toBe(Number(code))
        expect(row.name).toMatch(/^[a-z]+(-[a-z]+)*$/)
        expect(row.en).toMatch(/^[A-Z]/)
        expect(row.ru).toMatch(/^[А-ЯIS]/)
      }
      expect(new Set(Object.values(table).map(({ name }) => name)).size).toBe(Object.keys(table).length)
    }
  })

  test('have no row of another code, whatever it is called', () => {
    for (const code of [5, 99, -9, Number.NaN, 'toString' as never, '__proto__' as never]) {
      expect(statuses[code]).toBeUndefined()
      expect(statusErrors[code === 5 ? 5 : code]).toBeUndefined()
      if (typeof code === 'number') expect([isFinalStatus(code), isDelivered(code)]).toEqual([false, false])
    }
  })

  test('are asked by a number or its digits', () => {
    expect(['20', '-3', '1', '-1', '99'].map(isFinalStatus)).toEqual([true, true, true, false, false])
    expect(['20', '2', '01', '99'].map(isDelivered)).toEqual([false, true, true, false])
  })

  const { proxy: revoked, revoke } = Proxy.revocable({}, {})
  revoke()
  const detached = new Uint8Array(1)
  structuredClone(detached, { transfer: [detached.buffer] })
  const strange = [revoked, Object.create(null), [Symbol()], detached, ['20'], Symbol(), 20n, null, undefined, true]

  test.each([isFinalStatus, isDelivered])('are asked by nothing else: %o', (ask) => {
    for (const code of [...strange, '', 'toString', '__proto__', '1.5', ' 1', '1\n']) {
      expect(thrownBy(() => ask(code as never))).toMatchObject({
        name: 'SeptetError',
        code: 'invalid-type',
        argument: 'code',
      })
    }
  })
})
