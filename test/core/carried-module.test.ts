import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { fillMemory, readCarried, writeCarried } from '../../src/core/data-section'

const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
const MODULES = ['text', 'bulk', 'push', 'hex', 'hex.tables', 'core']

const read = (name: string) => new Uint8Array(readFileSync(new URL(`../../build/${name}.wasm`, import.meta.url)))

test.each(MODULES)('%s comes back from the digits that carry it, which need no escape in a string', (name) => {
  const wasm = read(name)
  const digits = writeCarried(wasm)
  expect(digits).toMatch(/^[0-9a-f]+$/)
  expect(digits).not.toBe(Buffer.from(wasm).toString('hex'))
  expect(readCarried(digits)).toEqual(wasm)
})

describe('where there is no Buffer', () => {
  const { Buffer } = globalThis
  afterEach(() => {
    Object.assign(globalThis, { Buffer })
  })

  test.each(MODULES)('%s comes back as well', (name) => {
    const wasm = read(name)
    const digits = writeCarried(wasm)
    Object.assign(globalThis, { Buffer: undefined })
    expect(readCarried(digits)).toEqual(wasm)
  })
})

test('a wasm file without data has nothing to lay into memory', () => {
  const memory = new Uint8Array(8)
  expect(readCarried(writeCarried(EMPTY))).toEqual(EMPTY)
  fillMemory(memory, EMPTY)
  expect(memory).toEqual(new Uint8Array(8))
})
