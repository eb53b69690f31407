import { describe, expect, test } from 'vitest'
import { format, preview } from '../../src/smsc/index'
import { thrownBy } from '../support/thrown'

const rates = { 7: '1.40', 380: '2' }
const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const answers = (preview: Parameters<typeof format>[0], options?: Parameters<typeof format>[2]) =>
  ([0, 1, 2, 3] as const).map((fmt) => format(preview, fmt, options))

describe('the answer', () => {
  const request = { phones: '79161234567', mes: 'Hello' }

  test('has the layouts of the API page', () => {
    expect(answers(preview(request, { rates }))).toEqual([
      '1.40 (1 SMS)',
      '1.40,1',
      `${XML}<result><cost>1.40</cost><cnt>1</cnt></result>`,
      '{"cost":"1.40","cnt":1}',
    ])
  })

  test('counts parts times recipients', () => {
    const { phones } = { phones: '79161234567,380501234567' }
    expect(format(preview({ phones, mes: 'я'.repeat(71) }, { rates }), 3)).toBe('{"cost":"6.80","cnt":4}')
  })

  test('is in the fmt of the request where none is given', () => {
    expect(format(preview({ ...request, fmt: 1 }, { rates }))).toBe('1.40,1')
  })

  test('has a row for every phone with op=1', () => {
    const phones = '79161234567,70001234567,<12&>'
    expect(answers(preview({ phones, mes: 'x', op: 1 }, { rates }))).toEqual([
      '2.80 (2 SMS)\n79161234567: 1.40\n70001234567: 1.40, error 7\n<12&>: error 7',
      '2.80,2\n79161234567,,1.40,0\n70001234567,,1.40,22,7\n<12&>,,,22,7',
      `${XML}<result><cost>2.80</cost><cnt>2</cnt><phones>` +
        '<phone mccmnc="" cost="1.40" status="0">79161234567</phone>' +
        '<phone mccmnc="" cost="1.40" status="22" error="7">70001234567</phone>' +
        '<phone mccmnc="" cost="" status="22" error="7">&lt;12&amp;&gt;</phone></phones></result>',
      '{"cost":"2.80","cnt":2,"phones":[' +
        '{"phone":"79161234567","mccmnc":"","cost":"1.40","status":"0"},' +
        '{"phone":"70001234567","mccmnc":"","cost":"1.40","status":"22","error":"7"},' +
        '{"phone":"<12&>","mccmnc":"","cost":"","status":"22","error":"7"}]}',
    ])
  })

  test('has a row for every wrong phone with err=1', () => {
    const wrong = preview({ phones: '79161234567,123', mes: 'x', err: 1 }, { rates })
    expect(format(wrong, 1)).toBe('1.40,1\n123,,,22,7')
    expect(format(preview({ phones: '79161234567', mes: 'x', err: 1 }, { rates }), 3)).toBe(
      '{"cost":"1.40","cnt":1,"phones":[]}',
    )
  })
})

describe('a row', () => {
  const request = { phones: 'x\n79160000000: 9.99\u0001\uD800\uFFFE;79161234567', mes: 'x', op: 1 } as const
  const forged = preview(request, { rates })

  test('is one line, whatever was given as a phone', () => {
    const shown = 'x\uFFFD79160000000: 9.99\uFFFD\uFFFD\uFFFD'
    expect(format(forged, 0).split('\n')).toEqual(['1.40 (1 SMS)', `${shown}: error 7`, '79161234567: 1.40'])
    expect(format(forged, 1).split('\n')).toEqual(['1.40,1', `${shown},,,22,7`, '79161234567,,1.40,0'])
    for (const feed of ['\r', '\u0085', '\u2028', '\u2029', '\v', '\f']) {
      expect(format(preview({ ...request, phones: `1${feed}2;79161234567` }, { rates }), 0)).toContain(
        '\n1\uFFFD2: error',
      )
    }
  })

  test('is well-formed XML', () => {
    // XML 1.0, 2.2: what a document may hold.
    expect(format(forged, 2)).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
  })

  test('is the phone as it was given in JSON, which can say it', () => {
    expect(JSON.parse(format(forged, 3)).phones[0].phone).toBe('x\n79160000000: 9.99\u0001\uD800\uFFFE')
  })
})

describe('a preview that was cloned', () => {
  test.each([
    { phones: '', mes: 'x' },
    { phones: '123', mes: 'x' },
    { phones: '79161234567', mes: 'x', time: 'soon' },
    { phones: '79161234567', mes: 'x', viber: 1, mms: 1 },
    { phones: '79161234567', mes: 'x', op: 1 },
    { phones: 'G1', mes: 'x' },
  ])('is answered as before: %j', (request) => {
    const given = preview(request as object, { rates: { '': '1.40' } })
    for (const copy of [structuredClone(given), JSON.parse(JSON.stringify(given))]) {
      expect(answers(copy, { bound: 'min' })).toEqual(answers(given, { bound: 'min' }))
    }
  })

  test('of what is no SMS is the same named error', () => {
    const given = preview({ phones: '79161234567', mes: 'x', viber: 1 }, { rates })
    expect(thrownBy(() => format(structuredClone(given)))).toMatchObject({
      name: 'SeptetError',
      code: 'not-previewable',
      argument: 'viber',
      message: given.errors[0]!.message,
    })
  })
})

test('of several errors the answer is the one with the lowest code', () => {
  const wrong = { phones: '123', mes: 'x', time: 'soon', sender: 'жора' }
  expect(format(preview({ ...wrong, mes: '' }), 1)).toBe('0,-1')
  expect(format(preview(wrong), 1)).toBe('0,-5')
  expect(format(preview({ ...wrong, time: '' }), 1)).toBe('0,-6')
  expect(format(preview({ ...wrong, time: '', sender: '' }), 1)).toBe('0,-7')
})

test.each([null, undefined, {}, { n: 1 }, []])('what is no preview is refused: %j', (given) => {
  expect(() => format(given as never, 1)).toThrow(
    expect.objectContaining({ code: 'invalid-type', argument: 'preview' }),
  )
})

describe('the answer to a wrong request', () => {
  test.each([
    [1, { phones: '79161234567', mes: '' }, 'parameters error'],
    [1, { phones: '', mes: 'x' }, 'parameters error'],
    [1, { phones: '79161234567', mes: 'x', flash: 1, push: 1 }, 'parameters error'],
    [5, { phones: '79161234567', mes: 'x', time: '9999999999' }, 'invalid date'],
    [6, { phones: '79161234567', mes: 'x', sender: 'too long a sender' }, 'message is denied'],
    [7, { phones: '123', mes: 'x' }, 'invalid number'],
  ] as const)('is error %i', (service, request, words) => {
    expect(answers(preview(request, { rates }))).toEqual([
      `ERROR = ${service} (${words})`,
      `0,-${service}`,
      `${XML}<result><error>${words}</error><error_code>${service}</error_code></result>`,
      `{"error":"${words}","error_code":${service}}`,
    ])
  })
})

describe('no answer', () => {
  test('can be written without rates', () => {
    const error = thrownBy(() => format(preview({ phones: '79161234567', mes: 'x' }), 0))
    expect(error).toMatchObject({ code: 'missing-parameter', argument: 'preview.cost' })
  })

  test('can be written of a range, unless a bound is given', () => {
    const group = (groups?: Record<string, { min: number; max: number }>) =>
      preview({ phones: 'G1', mes: 'x' }, { rates: { '': '1.40' }, ...(groups ? { groups } : {}) })
    const known = group({ 1: { min: 2, max: 3 } })
    expect(thrownBy(() => format(known, 1))).toMatchObject({ code: 'invalid-value', argument: 'preview.cost' })
    expect(answers(known, { bound: 'min' })[1]).toBe('2.80,2')
    expect(answers(known, { bound: 'max' })[1]).toBe('4.20,3')
    expect(thrownBy(() => format(group(), 1, { bound: 'max' }))).toMatchObject({ code: 'invalid-value' })
  })

  test.each([
    [null, 'invalid-type', 'options'],
    [{ bonud: 'max' }, 'unknown-option', 'options.bonud'],
    [{ bound: 'middle' }, 'invalid-value', 'options.bound'],
    [{ bound: 1 }, 'invalid-type', 'options.bound'],
  ])('is written by options that are none: %j', (options, code, argument) => {
    const good = preview({ phones: '79161234567', mes: 'x' }, { rates })
    expect(thrownBy(() => format(good, 0, options as never))).toMatchObject({ name: 'SeptetError', code, argument })
    expect(format(good, 1, { bound: undefined } as never)).toBe('1.40,1')
  })

  test('is lost where a preview has been JSON: Infinity is null there, and no bound', () => {
    const unknown = preview({ phones: 'G1', mes: 'x' }, { rates: { '': '1.40' } })
    const { n, cost, ...others } = JSON.parse(JSON.stringify(unknown))
    expect({ n, cost }).toEqual({ n: { min: 0, max: null }, cost: { min: '0.00', max: 'Infinity' } })
    const revived = { n, cost: '1.40', ...others }
    expect(format(revived, 1, { bound: 'min' })).toBe('1.40,0')
    expect(thrownBy(() => format(revived, 1, { bound: 'max' }))).toMatchObject({
      code: 'invalid-value',
      argument: 'preview.n',
    })
  })

  test('is written for what is no SMS', () => {
    const error = thrownBy(() => format(preview({ phones: '79161234567', mes: 'x', viber: 1 }, { rates }), 3))
    expect(error).toMatchObject({ name: 'RequestError', code: 'not-previewable', argument: 'viber' })
  })

  test('nor where its preview has been JSON', () => {
    const stored = JSON.parse(
      JSON.stringify(preview({ phones: '79161234567', mes: 'x', viber: 1 } as object, { rates })),
    )
    expect(() => format(stored, 0)).toThrow(expect.objectContaining({ name: 'SeptetError', code: 'not-previewable' }))
    for (const wrong of [
      { errors: [], answer: null, lines: [] },
      { errors: [], answer: { fmt: 0 }, lines: [null] },
    ]) {
      expect(() => format(wrong as never)).toThrow(
        expect.objectContaining({ code: 'invalid-type', argument: 'preview' }),
      )
    }
  })

  test('but error 1 is, for several kinds at once', () => {
    const both = preview({ phones: '79161234567', mes: 'x', viber: 1, mms: 1 }, { rates })
    expect(answers(both)[3]).toBe('{"error":"parameters error","error_code":1}')
  })

  test('has another fmt', () => {
    const good = preview({ phones: '79161234567', mes: 'x' }, { rates })
    expect(thrownBy(() => format(good, 4 as never))).toMatchObject({ code: 'invalid-value', argument: 'fmt' })
  })
})

describe('a stored preview', () => {
  const good = JSON.parse(JSON.stringify(preview({ phones: '79161234567,123', mes: 'x', op: 1 }, { rates })))
  const bad = JSON.parse(JSON.stringify(preview({ phones: '123', mes: 'x' }, { rates })))
  const [line] = good.lines

  test.each([
    ['', { ...good, errors: null }],
    ['', { ...good, lines: 'x' }],
    ['', { ...good, lines: [null] }],
    ['', { ...good, lines: [{}] }],
    ['lines[0].recipients[0]', { ...good, lines: [{ ...line, recipients: [7] }] }],
    ['lines[0].recipients[0].phone', { ...good, lines: [{ ...line, recipients: [{}] }] }],
    ['lines[0].recipients[0].cost', { ...good, lines: [{ ...line, recipients: [{ phone: '1', cost: 1.4 }] }] }],
    ['lines[0].recipients[0].error', { ...good, lines: [{ ...line, recipients: [{ phone: '1', error: 'x' }] }] }],
    ['n', { ...good, n: undefined }],
    ['n', { ...good, n: '1' }],
    ['n.min', { ...good, n: {} }],
    ['cost', { ...good, cost: 1.4 }],
    ['cost.max', { ...good, cost: { min: '1' } }],
    ['', { ...good, answer: undefined }],
    ['answer.id', { ...good, answer: { ...good.answer, id: 7 } }],
    ['answer.error', { ...bad, answer: { ...bad.answer, error: 'x' } }],
    ['answer.error.code', { ...bad, answer: { ...bad.answer, error: {} } }],
    ['answer.error.service', { ...bad, answer: { ...bad.answer, error: { ...bad.answer.error, service: 77 } } }],
    [
      'answer.error.service',
      { ...bad, answer: { ...bad.answer, error: { ...bad.answer.error, service: 'toString' } } },
    ],
  ])('that is cut or of another version is a named error: %s', (path, stored) => {
    for (const fmt of [0, 1, 2, 3] as const) {
      expect(thrownBy(() => format(stored as never, fmt, { bound: 'min' }))).toMatchObject({
        name: 'SeptetError',
        argument: path === '' ? 'preview' : `preview.${path}`,
      })
    }
  })

  /** The paths of all members, of arrays too. */
  const pathsIn = (value: unknown): (string | number)[][] => {
    if (typeof value !== 'object' || value === null) return []
    const names = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
    return names.flatMap((name) => [[name], ...pathsIn((value as never)[name]).map((path) => [name, ...path])])
  }

  const withNull = (stored: object, path: readonly (string | number)[]) => {
    const copy = structuredClone(stored)
    const holder = path.slice(0, -1).reduce<object>((level, name) => level[name as never], copy)
    Object.assign(holder, { [path.at(-1)!]: null })
    return copy
  }

  const request = { phones: '79161234567,123,G1', mes: 'x', op: 1, cost: 3, id: 7 } as const
  const range = JSON.parse(JSON.stringify(preview(request, { rates, groups: { 1: { min: 1, max: 2 } } })))
  const calls = { id: '7', balance: '1', bound: 'min' } as const

  test.each([
    ['n', good],
    ['n.min', range],
    ['cost', good],
    ['errors.0', bad],
    ['lines.0', good, ''],
    ['lines.0.recipients', good, ''],
    ['lines.0.recipients.0', good],
    ['lines.0.recipients.0.phone', good],
    ['lines.0.recipients.0.cost', good],
    ['lines.0.recipients.1.error', good],
    ['answer.fmt', good],
    ['answer.op', good],
    ['answer.err', good],
    ['answer.cost', range],
    ['answer.id', range],
    ['answer.error', bad],
    ['answer.error.code', bad],
    ['answer.error.service', bad],
    ['answer.error.argument', bad],
    ['answer.error.reason', bad],
  ])('with null for %s is a named error', (path, stored, argument = `.${path.replace(/\.(\d+)/g, '[$1]')}`) => {
    const wrong = withNull(stored, path.split('.'))
    for (const fmt of [0, 1, 2, 3] as const) {
      expect(thrownBy(() => format(wrong as never, fmt, calls))).toMatchObject({
        name: 'SeptetError',
        argument: `preview${argument}`,
      })
    }
  })

  test('with null for any member is a named error, or is answered as before where the member is not read', () => {
    for (const stored of [good, bad, range]) {
      for (const path of pathsIn(stored)) {
        const wrong = withNull(stored, path)
        const options = [{ bound: 'min' }, { ...calls, bound: 'max' }] as const
        for (const option of options) {
          try {
            expect(answers(wrong as never, option)).toEqual(answers(stored, option))
          } catch (error) {
            expect(error).toMatchObject({ name: 'SeptetError', argument: expect.stringMatching(/^preview/) })
          }
        }
      }
    }
  })

  test('without a format needs one', () => {
    const stored = { ...good, answer: { ...good.answer, fmt: undefined } }
    expect(thrownBy(() => format(stored))).toMatchObject({ name: 'SeptetError', argument: 'preview.answer.fmt' })
    expect(format(stored, 1)).toBe(format(good, 1))
  })

  test('cut anywhere is answered, or a named error', () => {
    const text = JSON.stringify(good)
    for (const path of [...text.matchAll(/"(\w+)":/g)].map(([, name]) => name!)) {
      const cut = JSON.parse(text, (name, value) => (name === path ? undefined : value))
      for (const fmt of [0, 1, 2, 3] as const) {
        try {
          expect(format(cut, fmt)).not.toBe('')
        } catch (error) {
          expect(error).toMatchObject({ name: 'SeptetError', argument: expect.stringMatching(/^preview/) })
        }
      }
    }
  })

  test('has a cost that is text, and no markup or line of an answer', () => {
    const stored = { ...good, cost: '1<2&"\n3\u0000' }
    expect(format(stored, 2)).toContain('<cost>1&lt;2&amp;&quot;\uFFFD3\uFFFD</cost>')
    expect(format(stored, 0).split('\n')[0]).toBe('1<2&"\uFFFD3\uFFFD (1 SMS)')
    const inRow = { ...good, lines: [{ ...line, recipients: [{ phone: '1', cost: '"><x>' }] }] }
    expect(format(inRow, 2)).toContain('cost="&quot;&gt;&lt;x&gt;"')
  })
})

test('the error of the answer says where the fault is, as its error does', () => {
  const { answer, errors } = preview({ phones: '79161234567', mes: 'x', sender: 'too long a sender' })
  expect(answer.error).toEqual({
    code: 'invalid-value',
    service: 6,
    argument: 'sender',
    reason: errors[0]!.reason,
    offset: 11,
  })
  expect(preview({ phones: '', mes: 'x' }).answer.error).not.toHaveProperty('offset')
})
