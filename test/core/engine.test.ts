import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, inject, test, vi } from 'vitest'
import * as library from '../../src/index'
import { freshLibrary } from '../support/fresh'

const MODULE = readFileSync(new URL('../../build/core.wasm', import.meta.url))

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Functions of a core, and what asks them. */
const FAMILIES: [family: string, functions: string[], answer: (of: typeof library) => unknown][] = [
  [
    'bulk',
    ['countRows', 'countTexts'],
    ({ countMany, countUtf8 }) => [
      countMany([TEXT, 'ж', TEXT]),
      countUtf8(new TextEncoder().encode(`${TEXT}жук`), Int32Array.of(0, 69, 75)),
    ],
  ],
  ['hex', ['readHex', 'writeHex'], ({ fromHex, toHex }) => toHex(fromHex('00112233445566778899aabbccddeeff7f'))],
  [
    'push',
    ['writePush', 'readPush'],
    ({ decodeWapPush, encodeWapPush }) => decodeWapPush(encodeWapPush({ href: 'http://wap.ru/', text: 'wap.ru' })),
  ],
]

/** Instances of a WebAssembly whose exports `change` has had its way with. */
function stubInstances(change: (exports: object, module: WebAssembly.Module) => object, real = WebAssembly): void {
  const { Module, Instance } = real
  vi.stubGlobal('WebAssembly', {
    Module,
    Instance: class {
      exports: object
      constructor(module: WebAssembly.Module) {
        this.exports = change(new Instance(module).exports, module)
      }
    },
  })
}

function watched(name: string, value: unknown, called: Set<string>): unknown {
  if (typeof value !== 'function') return value
  return (...given: unknown[]) => {
    called.add(name)
    return value(...given)
  }
}

const TEXT = 'a text whose characters are in GSM-7, three of them extended: € [ ]'
const ANSWER = { encoding: 'GSM-7', units: 70, segments: 1, perSegment: 160, remaining: 90 }

describe('the engine', () => {
  // A core that computes wrongly is replaced in silence: the suite would test the other build twice.
  test('is that of the build under test', () => {
    expect(library.engine()).toBe(inject('build'))
  })

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
    stubInstances((exports) => ({ ...exports, encodeGsm7: () => 48 }))
    expect((await freshLibrary()).engine()).toBe('js')
  })

  test.each(FAMILIES)(
    'is the JavaScript build of the %s family where that computes wrongly',
    async (_, names, answer) => {
      for (const name of names) {
        stubInstances((exports) => (name in exports ? { ...exports, [name]: () => 0 } : exports))
        expect(answer(await freshLibrary())).toEqual(answer(library))
        vi.unstubAllGlobals()
      }
    },
  )

  test.runIf(inject('build') === 'wasm').each(FAMILIES)(
    'is WebAssembly in the %s family too, of which nothing stands before it is needed',
    async (_, names, answer) => {
      const called = new Set<string>()
      stubInstances((exports) =>
        Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, watched(name, value, called)])),
      )
      const fresh = await freshLibrary()
      fresh.count(TEXT)
      for (const name of names) expect(called).not.toContain(name)
      answer(fresh)
      called.clear()
      expect(answer(fresh)).toEqual(answer(library))
      for (const name of names) expect(called).toContain(name)
    },
  )

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

  test('can be given a compiled module when families stand already: it is that of each of them', async () => {
    const whole = new WebAssembly.Module(MODULE)
    const real = WebAssembly
    const given: WebAssembly.Module[] = []
    vi.stubGlobal('WebAssembly', undefined)
    const fresh = await freshLibrary()
    for (const [, , answer] of FAMILIES) expect(answer(fresh)).toEqual(answer(library))
    expect(fresh.engine()).toBe('js')
    stubInstances((exports, module) => {
      given.push(module)
      return exports
    }, real)
    fresh.init(whole)
    for (const [, , answer] of FAMILIES) expect(answer(fresh)).toEqual(answer(library))
    expect(fresh.engine()).toBe('wasm')
    expect(given).toEqual([whole])
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
    const part = new WebAssembly.Module(readFileSync(new URL('../../build/text.wasm', import.meta.url)))
    for (const module of [empty, part]) {
      expect(() => init(module)).toThrow(expect.objectContaining({ code: 'invalid-value', argument: 'module' }))
    }
  })

  test('leaves what the caller has read into the UTF-8 window, also where it is given the same module again', async () => {
    const { countUtf8, init, utf8Window } = await freshLibrary()
    const module = new WebAssembly.Module(MODULE)
    const octets = new TextEncoder().encode('Привет, мир! '.repeat(8))
    init(module)
    const window = utf8Window().subarray(0, octets.length)
    window.set(octets)
    init(module)
    expect(countUtf8(window, Int32Array.of(0, octets.length)).units).toEqual(Uint32Array.of(104))
    expect(window).toEqual(octets)
  })

  test('starts nothing at import', async () => {
    const compile = vi.fn()
    vi.stubGlobal('WebAssembly', { Module: compile })
    await freshLibrary()
    expect(compile).not.toHaveBeenCalled()
  })
})
