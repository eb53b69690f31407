import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fillMemory, parted, rejoined } from '../../src/core/data-section'
import { octetsOf, textOf } from '../../src/core/wasm-text'

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

test.each(['text', 'bulk', 'push', 'hex', 'hex.tables', 'core'])(
  'the data of %s comes back from its halves',
  (name) => {
    const wasm = new Uint8Array(readFileSync(new URL(`../../build/${name}.wasm`, import.meta.url)))
    const carried = parted(wasm)
    expect(carried).not.toEqual(wasm)
    rejoined(carried)
    expect(carried).toEqual(wasm)
  },
)

test('a wasm file without data has nothing to lay into memory', () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  const memory = new Uint8Array(8)
  expect(parted(empty)).toEqual(empty)
  fillMemory(memory, empty)
  expect(memory).toEqual(new Uint8Array(8))
})
