import { expect, test } from 'vitest'
import { append } from '../../src/core/append'
import { count, encode, segment, smartEncode, toHex } from '../../src/index'
import { LONG } from '../support/long'
import { thrownBy } from '../support/thrown'

test('a replacement is no longer than a segment', () => {
  const options = (replacement: string) => ({ encoding: 'GSM-7', replacement }) as const
  expect(count('ж', options('x'.repeat(160))).units).toBe(160)
  for (const call of [count, segment, encode]) {
    const error = thrownBy(() => call('ж'.repeat(1000), options('x'.repeat(161))))
    expect(error).toMatchObject({ code: 'too-long', argument: 'options.replacement' })
  }
})

test('more octets than a string has room for are refused', () => {
  const octets = new Uint8Array(2 ** 28)
  expect(thrownBy(() => toHex(octets))).toMatchObject({ code: 'too-long', argument: 'octets' })
})

test.skipIf(!LONG)('a text that grows beyond what a string can be is refused by name', () => {
  const half = 'x'.repeat(2 ** 28)
  expect(thrownBy(() => append(half, half))).toMatchObject({ code: 'too-long', argument: 'text' })
})

test.skipIf(!LONG)('whichever option makes it grow', () => {
  expect(thrownBy(() => smartEncode('™'.repeat(2 ** 27 + 1)))).toMatchObject({ code: 'too-long' })
  expect(thrownBy(() => segment('\n'.repeat(2 ** 28), { newline: 'crlf' }))).toMatchObject({ code: 'too-long' })
})
