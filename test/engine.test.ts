import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { freshLibrary } from './fresh'

const MODULE = readFileSync(new URL('../build/core.wasm', import.meta.url))

afterEach(() => {
  vi.unstubAllGlobals()
})

const TEXT = 'a text whose characters are in GSM-7, three of them extended: € [ ]'
const ANSWER = { encoding: 'GSM-7', units: 70, segments: 1, perSegment: 160, remaining: 90 }

describe('the engine', () => {
  test('is the JavaScript build where there is no WebAssembly', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    const { count, engine } = await freshLibrary()
    expect(engine()).toBe('js')
    expect(count(TEXT)).toEqual(ANSWER)
  })

  test('is the JavaScript build where a policy forbids to compile', async () => {
    vi.stubGlobal('WebAssembly', {
      Module: class {
        constructor() {
          throw new Error('Wasm code generation disallowed by embedder')
        }
      },
    })
    expect((await freshLibrary()).engine()).toBe('js')
  })

  test('is the JavaScript build where WebAssembly computes wrongly', async () => {
    const { Module, Instance } = WebAssembly
    vi.stubGlobal('WebAssembly', {
      Module,
      Instance: class {
        exports: object
        constructor(module: WebAssembly.Module) {
          this.exports = { ...new Instance(module).exports, encodeGsm7: () => 48 }
        }
      },
    })
    expect((await freshLibrary()).engine()).toBe('js')
  })

  test('works without a Buffer, as in a page', async () => {
    vi.stubGlobal('Buffer', undefined)
    const { decode, encode } = await freshLibrary()
    const text = 'longer than what a loop copies: жжж 😀'.repeat(20)
    expect(decode(encode(text))).toBe(text)
  })

  test('can be given a compiled module', async () => {
    const { count, engine, init } = await freshLibrary()
    init(new WebAssembly.Module(MODULE))
    expect(engine()).toBe('wasm')
    expect(count(TEXT)).toEqual(ANSWER)
  })

  test('knows nothing of a module that an earlier copy was given', async () => {
    const { engine, init } = await freshLibrary()
    init(new WebAssembly.Module(MODULE))
    expect(engine()).toBe('wasm')
    vi.stubGlobal('WebAssembly', undefined)
    expect((await freshLibrary()).engine()).toBe('js')
  })

  test('refuses a module that is not its core', async () => {
    const { init } = await freshLibrary()
    const empty = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))
    expect(() => init(empty)).toThrow(expect.objectContaining({ code: 'invalid-value', argument: 'module' }))
  })

  test('starts nothing at import', async () => {
    const compile = vi.fn()
    vi.stubGlobal('WebAssembly', { Module: compile })
    await freshLibrary()
    expect(compile).not.toHaveBeenCalled()
  })
})
