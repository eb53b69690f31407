import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SeptetError } from '../../src/index'
import { format, type Preview, preview, type SmscRequest } from '../../src/smsc/index'
import { runs } from '../support/long'
import { anyCodePoint } from '../support/texts'

const RUNS = runs(150, 10_000)

const NAMES =
  'phones mes list nl sender id translit tinyurl flash bin hlr ping charset cost fmt op err valid time tz period freq'
const name = fc.constantFrom(...NAMES.split(' '))
const phone = fc.constantFrom('79161234567', '8 903 123-45-67', '123', 'G12', '+380501234567', '70001234567', '', 'я')
const phones = fc.array(phone, { maxLength: 6 }).map((list) => list.join(','))
const text = fc.oneof(
  fc.string({ unit: anyCodePoint, maxLength: 400 }),
  fc.constantFrom('0', '1', '2', 'utf-8', 'koi8-r', '__CALL__', '__HLR__', '00414243', 'a\n~~~\nb', '€'.repeat(100)),
  fc
    .array(fc.constantFrom('http://a.ru/b', ' ', 'я', 'a', '€', '\r\n', '%41', ':', '|', '\\n', '\uD800'), {
      maxLength: 90,
    })
    .map((units) => units.join('')),
)
/** Without translit and maxsms, which may be anything else's value. */
const request = fc
  .tuple(fc.dictionary(name, text, { maxKeys: 4 }), phones, text)
  .map(([more, phones, mes]): SmscRequest => ({ phones, mes, ...more, translit: 0 }))

const sum = (preview: Preview, bound: 'min' | 'max') =>
  preview.lines
    .flatMap(({ recipients }) => recipients)
    .reduce((total, { size, parts }) => total + times(at(size, bound), at(parts, bound)), 0)
const at = (amount: number | { min: number; max: number }, bound: 'min' | 'max') =>
  typeof amount === 'number' ? amount : amount[bound]
const times = (one: number, other: number) => (one === 0 || other === 0 ? 0 : one * other)

/** What a call gives, or the library's own error; any other fails the test. */
function outcome<Result>(call: () => Result): Result | SeptetError {
  try {
    return call()
  } catch (error) {
    if (error instanceof SeptetError) return error
    throw error
  }
}

describe('for every request', () => {
  test('n is parts times recipients, and each line says its share', () => {
    fc.assert(
      fc.property(request, (request) => {
        const result = preview(request, { rates: { '': '1.5' } })
        for (const bound of ['min', 'max'] as const) expect(at(result.n, bound)).toBe(sum(result, bound))
        const { cost = '' } = result
        if (typeof result.n === 'number' && typeof cost === 'string' && cost !== '') {
          expect(Number(cost)).toBe(result.n * 1.5)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('an object and its JSON body come to the same', () => {
    fc.assert(
      fc.property(request, (request) => {
        // Without a format, JSON is answered in JSON.
        const { fmt = '' } = request as { fmt?: string }
        const utf8 = { ...(request as object), charset: 'utf-8', fmt: fmt.trim() === '' ? 3 : fmt } as object
        expect(preview(JSON.stringify(utf8))).toEqual(preview(utf8))
      }),
      { numRuns: RUNS },
    )
  })

  test('an object and its query string come to the same', () => {
    fc.assert(
      fc.property(request, (request) => {
        const values = Object.entries({ ...(request as Record<string, string>), charset: 'utf-8', bin: '0' })
        // A lone surrogate has no octets.
        const wellFormed = values.map(([name, value]) => [name, `${value}`.replace(/\p{Surrogate}/gu, '?')])
        const query = new URLSearchParams(wellFormed)
        expect(preview(`${query}`)).toEqual(preview(Object.fromEntries(wellFormed)))
      }),
      { numRuns: RUNS },
    )
  })

  test('an answer is written, or a named error says why not', () => {
    fc.assert(
      fc.property(request, fc.constantFrom(0, 1, 2, 3), (request, fmt) => {
        const answer = outcome(() => format(preview(request, { rates: { '': '1' } }), fmt as 0))
        if (!(answer instanceof SeptetError)) expect(answer).not.toBe('')
      }),
      { numRuns: RUNS },
    )
  })

  test('that is any text or any octets at all', () => {
    const anything = fc.oneof(
      fc.string({ unit: anyCodePoint }),
      fc.uint8Array({ maxLength: 300 }),
      fc.json(),
      fc.string({ unit: anyCodePoint }).map((query) => `https://smsc.ru/sys/send.php?${query}`),
    )
    fc.assert(
      fc.property(anything, (request) => {
        const result = outcome(() => preview(request))
        if (!(result instanceof SeptetError)) expect(result.errors.length).toBeGreaterThan(0)
      }),
      { numRuns: RUNS },
    )
  })
})
