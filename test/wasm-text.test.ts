import { expect, test } from 'vitest'
import { octetsOf, textOf } from '../src/wasm-text'

test('each octet, and each pair of them, comes back from the characters that stand for it', () => {
  const pairs = new Uint8Array(2 * 65536)
  for (let pair = 0; pair < 65536; pair++) pairs.set([pair >> 8, pair & 255], 2 * pair)
  expect(octetsOf(textOf(pairs))).toEqual(pairs)
  expect(octetsOf(textOf(new Uint8Array()))).toEqual(new Uint8Array())
})

test('the characters need no escape in a string', () => {
  const all = textOf(Uint8Array.from({ length: 256 }, (_, octet) => octet))
  expect(all).toMatch(/^[!-~]+$/)
  expect(JSON.stringify(all)).toBe(`"${all}"`)
  expect(all).toHaveLength(87 + 2 * (256 - 87))
})
