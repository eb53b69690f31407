import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, segment, smartEncode } from '../../src/index'
import { twilio } from '../../src/schemes/index'
import { runs } from '../support/long'
import { anyText } from '../support/texts'

const data = new URL('../../data/smart-encoding.json', import.meta.url)
const { rows }: { rows: { code: string; out: string; source: string }[] } = JSON.parse(readFileSync(data, 'utf8'))
const published = rows.filter(({ source }) => source.startsWith('twilio'))

/** What sms-segments-calculator 1.3.0 does: unit by unit. */
const byUnits = (text: string) =>
  text
    .split('')
    .map((unit) => twilio[unit] ?? unit)
    .join('')

test('has the 271 characters that Twilio publishes, and its own spaces', () => {
  expect(Object.keys(twilio).sort()).toEqual(
    published.map(({ code }) => String.fromCharCode(Number.parseInt(code.slice(2), 16))).sort(),
  )
  for (const { code, out, source } of published) {
    const written = twilio[String.fromCharCode(Number.parseInt(code.slice(2), 16))]
    expect(written).toBe(source === 'twilio' ? out : code === 'U+0009' ? ' '.repeat(7) : '  ')
  }
})

test('each is replaced wherever it is, before the encoding is found', () => {
  for (const [character, out] of Object.entries(twilio)) {
    expect(smartEncode(`a${character}ж`, { table: twilio })).toBe(`a${out}ж`)
    expect(count(`a${character}`, { smartEncoding: { policy: 'always', table: twilio } })).toEqual(count(`a${out}`))
  }
})

test('every text becomes what Twilio makes of it', () => {
  const character = fc.constantFrom(
    ...Object.keys(twilio),
    'a',
    'é',
    'ê',
    'e\u0301',
    '\ufe0f',
    'й',
    'и\u0306',
    '😀',
    '™',
    '€',
  )
  const text = fc.oneof(anyText, fc.string({ unit: character, maxLength: 40 }))
  fc.assert(
    fc.property(text, (text) => {
      expect(segment(text, { smartEncoding: { policy: 'always', table: twilio } }).text).toBe(byUnits(text))
    }),
    { numRuns: runs(200, 5_000) },
  )
})
