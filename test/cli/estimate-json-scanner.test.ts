import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonScanner, parseString } from '../../src/cli/estimate/input/json-scanner'
import { runs } from '../support/long'

/** Whether it is one JSON value, and no more. */
function isJson(text: string): boolean {
  const octets = Buffer.from(text)
  const scanner = new JsonScanner(octets, 0, octets.length)
  if (!scanner.skipValue()) return false
  scanner.skipBlanks()
  return scanner.at === octets.length
}

function isParsed(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const PARTS = [
  ...'{}[],:"\\ \t\r-+.eE0123456789u',
  '"a"',
  '"',
  'true',
  'false',
  'null',
  '\\u00',
  '1.5',
  '\u00A0',
  '\u0001',
  'ж',
]

describe('the scanner of JSON', () => {
  it.each([
    ...['1', '-0', '0.5', '1e5', '1E+05', '01', '-', '1.', '.5', '1e', '+1', 'NaN', '0x1', '-01', '1e5.5', '--1'],
    ...[
      '""',
      '"\\n"',
      '"\\u00e9"',
      '"\\u00g9"',
      '"\\x"',
      '"\\"',
      '"\u0000"',
      '"\t"',
      '"\u007f\u2028"',
      "'a'",
      '"\\u00',
    ],
    ...[
      '{}',
      '[]',
      '[1,]',
      '[,1]',
      '{"a":1,}',
      '{"a"}',
      '{a:1}',
      '{"a":}',
      '[1 2]',
      '{"a":1 "b":2}',
      '[}',
      '{]',
      '[[[]]]',
    ],
    ...['true', 'tru', 'truefalse', 'null ', ' null', '', ' ', '[] []', '{"__proto__":1}', '\uFEFF{}', '\u00A0{}'],
  ])('takes what JSON.parse takes, and nothing else: %j', (text) => {
    expect(isJson(text)).toBe(isParsed(text))
  })

  it('takes what JSON.parse takes, of any parts', () => {
    const near = fc.tuple(fc.json(), fc.nat(200), fc.constantFrom(...PARTS)).map(([json, at, part]) => {
      const cut = at % (json.length + 1)
      return json.slice(0, cut) + part + json.slice(cut + (at % 3))
    })
    const soup = fc.string({ unit: fc.constantFrom(...PARTS), maxLength: 12 })
    fc.assert(
      fc.property(fc.oneof(near, soup, fc.json()), (text) => {
        expect(isJson(text)).toBe(isParsed(text))
      }),
      { numRuns: runs(300, 20_000) },
    )
  })

  it('shows the members of an object in order, each where it is', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '"', '\\', 'ж', '{', ','), maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.jsonValue({ maxDepth: 3 }))),
        fc.constantFrom('', ' ', '\t'),
        (members, blank) => {
          const written = members.map(
            ([name, value]) => `${JSON.stringify(name)}${blank}:${blank}${JSON.stringify(value)}`,
          )
          const octets = Buffer.from(`{${written.join(`${blank},${blank}`)}}`)
          const found: [string, unknown][] = []
          const isRead = new JsonScanner(octets, 0, octets.length).skipObject((member) => {
            const { nameBegin, nameEnd, nameHasEscapes, valueBegin, valueEnd } = member
            const value = octets.toString('utf8', valueBegin, valueEnd)
            found.push([parseString(octets, nameBegin, nameEnd, nameHasEscapes), JSON.parse(value)])
          })
          expect({ isRead, found }).toEqual({ isRead: true, found: JSON.parse(JSON.stringify(members)) })
        },
      ),
      { numRuns: runs(100, 2000) },
    )
  })

  it('goes down as deep as a value is', () => {
    const deep = '['.repeat(1e6)
    expect(isJson(`${deep}${']'.repeat(1e6)}`)).toBe(true)
    expect(isJson(`${deep}${']'.repeat(1e6 - 1)}`)).toBe(false)
    expect(isJson(`${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`)).toBe(true)
  })
})
