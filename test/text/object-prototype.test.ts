import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'

/** Every name that the sources of the library know a member by, except those that the runtime itself asks any object for. */
const RUNTIME = [
  'get',
  'set',
  'value',
  'writable',
  'enumerable',
  'configurable',
  'done',
  'next',
  'then',
  'return',
  'throw',
]
const names = namesIn('src').filter((name) => !(name in Object.prototype) && !RUNTIME.includes(name))

function namesIn(folder: string): string[] {
  const files = readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true }) as string[]
  const sources = files
    .filter((file) => file.endsWith('.ts') && !/^(cli|element|smsc|pricing|smpp|pdu)\b/.test(file))
    .map((file) => readFileSync(new URL(`../../${folder}/${file}`, import.meta.url), 'utf8'))
  const found = sources.flatMap((source) => [
    ...source.matchAll(/(?<![.\w])([a-z]\w*)(?=[?!]?[:,}] | [:=}] )|\.([a-z]\w*)/g),
  ])
  return [...new Set(found.map(([, member, called]) => member ?? called!))]
}

afterEach(() => {
  for (const name of names) delete (Object.prototype as Record<string, unknown>)[name]
})

/** What the whole library makes of one input each. */
async function everything() {
  vi.resetModules()
  const septet = await import('../../src/index')
  const alone = await import('../../src/count-only/index')
  const { encode, encodeHeader, encodeWapPush } = septet
  const long = 'Привет, «мир»! '.repeat(9)
  const header = [{ type: 'ports', bits: 16, destination: 2948, source: 9200 }] as const
  const run = { start: 0, length: 3, bold: true }
  return [
    () => septet.count(long),
    () =>
      septet.count(long, {
        transliterate: { scheme: 'translit', table: { х: 'h' } },
        newline: 'lf',
        smartEncoding: true,
      }),
    () => septet.count(long, { limits: { gsm7: { single: 100, multi: 90 } }, languages: [{ language: 'turkish' }] }),
    () => septet.segment(long, { boundary: 'grapheme' }),
    () => septet.inspect(long),
    () => septet.decode(encode(long)),
    () => String(thrown(() => septet.decode(septet.encodeBinary({ data: new Uint8Array(3) })))),
    () => septet.read(septet.formatText(long, [run])),
    () => encode(long, { messageWaiting: { kind: 'voice' }, encoding: 'GSM-7', replacement: '?' }),
    () => septet.encodeInto('abc', new Uint8Array(9), []),
    () => septet.transliterate(long, 'volapuk', {}),
    () => septet.smartEncode(long, {}),
    () => septet.decodeHeader(encodeHeader(header)),
    () => septet.encodeBinary({ header, data: new Uint8Array(200) }),
    () => septet.parseBinary(septet.formatBinary({ data: new Uint8Array(3) })),
    () => septet.decodeWapPush(encodeWapPush({ href: 'http://wap.ru/', text: 'wap' })),
    () => septet.decodeServiceLoading(septet.encodeServiceLoading({ href: 'http://wap.ru/' })),
    () => septet.countMany([long, 'abc']),
    () => septet.countUtf8(new TextEncoder().encode(long), Int32Array.of(0, 9)),
    () => septet.fromHex(septet.toHex(new Uint8Array(3))),
    () => alone.count(long),
    () => alone.segment(long, { limits: {} }),
    () => String(thrown(() => septet.count(long, { encoding: 'GSM-7' }))),
  ]
}

function thrown(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return error
  }
}

describe('members of Object.prototype', () => {
  test('are options of no function, read by none and kept by none', async () => {
    const expected = (await everything()).map((call) => call())
    const calls = await everything()
    const read = new Set<string>()
    for (const name of names) {
      const get = () => {
        read.add(name)
        return undefined
      }
      const set = function (this: object, value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true })
      }
      Object.defineProperty(Object.prototype, name, { get, set, enumerable: true, configurable: true })
    }
    const found = calls.map(thrown)
    const reads = [...read]
    for (const name of names) delete (Object.prototype as Record<string, unknown>)[name]
    expect(found).toEqual(expected)
    expect(reads).toEqual([])
    expect(names.length).toBeGreaterThan(300)
  })

  test.each([
    ['limits', { gsm7: { single: 10, multi: 8 } }],
    ['encoding', 'UCS-2'],
    ['maxSegments', 1],
    ['nobody', 'knows'],
  ])('%s, while the first call runs, is without effect', async (name, value) => {
    const prototype = Object.prototype as Record<string, unknown>
    prototype[name] = value
    const calls = await everything()
    const during = calls.map(thrown)
    delete prototype[name]
    expect(during).toEqual(calls.map((call) => call()))
    expect(during).toEqual((await everything()).map((call) => call()))
  })
})

describe('options', () => {
  class Options {
    #encoding = 'UCS-2' as const
    limits = { ucs2: { single: 60, multi: 50 } }
    get encoding() {
      return this.#encoding
    }
    get unknown() {
      return 1
    }
    method() {}
  }

  test.each<[string, object]>([
    ['an instance of a class', new Options()],
    ['an object that inherits them', Object.create({ encoding: 'UCS-2', limits: { ucs2: { single: 60, multi: 50 } } })],
    ['an object without a prototype', Object.assign(Object.create(null), new Options(), { encoding: 'UCS-2' })],
    ['a Proxy', new Proxy({ encoding: 'UCS-2', limits: { ucs2: { single: 60, multi: 50 } } }, {})],
    ['frozen', Object.freeze({ encoding: 'UCS-2', limits: Object.freeze({ ucs2: { single: 60, multi: 50 } }) })],
  ])('may be %s', async (_, options) => {
    const { count, countUtf8 } = await import('../../src/index')
    expect(count('a'.repeat(61), options)).toMatchObject({ encoding: 'UCS-2', segments: 2, perSegment: 50 })
    const data = new TextEncoder().encode('a'.repeat(61))
    expect(countUtf8(data, Int32Array.of(0, 61), options).segments).toEqual(Uint32Array.of(2))
  })
})
