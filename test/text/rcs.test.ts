import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRcs, type RcsCount } from '../../src/index'
import { runs } from '../support/long'
import { thrownBy } from '../support/thrown'

test.each<[string, RcsCount, RcsCount]>([
  ['', { type: 'rich', octets: 0, segments: 1 }, { type: 'basic', octets: 0, segments: 1 }],
  ['a'.repeat(160), { type: 'rich', octets: 160, segments: 1 }, { type: 'basic', octets: 160, segments: 1 }],
  ['a'.repeat(161), { type: 'rich', octets: 161, segments: 2 }, { type: 'single', octets: 161, segments: 1 }],
  // Google's own example: 300 octets are two segments.
  ['a'.repeat(300), { type: 'rich', octets: 300, segments: 2 }, { type: 'single', octets: 300, segments: 1 }],
  ['ж'.repeat(80), { type: 'rich', octets: 160, segments: 1 }, { type: 'basic', octets: 160, segments: 1 }],
  ['€'.repeat(54), { type: 'rich', octets: 162, segments: 2 }, { type: 'single', octets: 162, segments: 1 }],
  ['😀'.repeat(40), { type: 'rich', octets: 160, segments: 1 }, { type: 'basic', octets: 160, segments: 1 }],
  ['\ud83d', { type: 'rich', octets: 3, segments: 1 }, { type: 'basic', octets: 3, segments: 1 }],
])('RCS %#', (text, us, other) => {
  expect(countRcs(text, { market: 'us' })).toEqual(us)
  expect(countRcs(text, { market: 'other' })).toEqual(other)
})

test('octets are those that a TextEncoder makes', () => {
  const unit = fc.constantFrom('a', 'é', '€', '😀', '\ud83d', '\ude00', '\uffff', '\u0080', '\u07ff', '\u0800')
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(countRcs(text, { market: 'us' }).octets).toBe(new TextEncoder().encode(text).length)
    }),
    { numRuns: runs(200, 10_000) },
  )
})

test('the market has no default', () => {
  const call = countRcs as (...values: unknown[]) => unknown
  expect(thrownBy(() => call('x'))).toMatchObject({ code: 'invalid-type', argument: 'options' })
  expect(thrownBy(() => call('x', {}))).toMatchObject({ code: 'invalid-type', argument: 'options.market' })
  expect(thrownBy(() => call('x', { market: 'eu' }))).toMatchObject({
    code: 'invalid-value',
    argument: 'options.market',
  })
  expect(thrownBy(() => call('x', { market: 'us', media: 1 }))).toMatchObject({ code: 'unknown-option' })
})
