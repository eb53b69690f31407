import { format } from 'node:util'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import * as septet from '../../src/index'
import { SeptetError } from '../../src/index'
import { runs } from '../support/long'
import { thrownBy } from '../support/thrown'

const { count, countMany, countUtf8, decode, decodeHeader, encode, encodeBinary, encodeHeader, encodeInto } = septet
const { encodeServiceIndication, formatText, fromHex, parseBinary, read, toHex, transliterate, utf8Window } = septet

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

function detached<View extends { buffer: ArrayBufferLike }>(view: View): View {
  structuredClone(view.buffer, { transfer: [view.buffer as ArrayBuffer] })
  return view
}

/** Objects whose content is in no member. */
const others: [string, unknown][] = [
  ['a Map', new Map([['encoding', 'UCS-2']])],
  ['a Set', new Set()],
  ['a Date', new Date()],
  ['a Promise', Promise.resolve({})],
  ['a RegExp', /x/],
  ['an Error', new Error('x')],
  ['a String', new String('x')],
  ['a WeakMap', new WeakMap()],
  ['an ArrayBuffer', new ArrayBuffer(8)],
  ['octets', new Uint8Array(8)],
  ['an array', []],
  ['URLSearchParams', new URLSearchParams('encoding=UCS-2')],
  ['a function', () => {}],
  ['a subclass of Map', new (class extends Map {})()],
  ['what inherits a Map', Object.create(new Map())],
  ['a Map of another realm', runInNewContext('new Map()')],
  ['a Date of another realm', runInNewContext('new Date()')],
  ['a Proxy that was revoked', revoked({})],
  ['null', null],
  ['a symbol', Symbol('x')],
  ['a BigInt', 1n],
]

describe('without members', () => {
  const element = { type: 'concat', bits: 8, reference: 1, total: 1, sequence: 1 }
  test.each(others)('%s is refused wherever an object with members is asked for', (name, value) => {
    const any = value as never
    const calls: [argument: string, call: () => unknown][] = [
      ['options', () => count('a', any)],
      ['options.limits', () => count('a', { limits: any })],
      ['options.limits.ucs2', () => count('a', { limits: { ucs2: any } })],
      ['options.transliterate.table', () => count('a', { transliterate: { scheme: 'translit', table: any } })],
      ['options.messageWaiting', () => encode('a', { messageWaiting: any })],
      ['options', () => septet.segment('a', any)],
      ['options', () => septet.inspect('a', any)],
      ['options', () => septet.smartEncode('a', any)],
      ['options', () => transliterate('a', 'translit', any)],
      ['options', () => encode('a', any)],
      ['options', () => formatText('a', [], any)],
      ['options', () => countMany(['a'], any)],
      ['options', () => countUtf8(new Uint8Array(), Int32Array.of(0), any)],
      ['options', () => encodeBinary({ data: new Uint8Array() }, any)],
      ['message', () => encodeBinary(any)],
      ['elements[1]', () => encodeHeader([element as never, any])],
      ['runs[0]', () => formatText('a', [any])],
      ['messages[0]', () => read([any])],
      ['push', () => septet.encodeWapPush(any)],
      ['indication', () => encodeServiceIndication(any)],
      ['loading', () => septet.encodeServiceLoading(any)],
      ['options', () => septet.encodeWapPush({ href: 'x' }, any)],
    ]
    for (const [argument, call] of calls) expect(thrownBy(call)).toMatchObject({ code: 'invalid-type', argument })
    for (const argument of ['options.languages', 'options.languages[0]']) {
      if (name === 'an array') continue
      const languages = argument.endsWith(']') ? [any] : any
      expect(thrownBy(() => count('a', { languages }))).toMatchObject({ code: 'invalid-type', argument })
    }
  })

  test('a Proxy with prototypes without end is refused', () => {
    const endless = (): object => new Proxy({}, { getPrototypeOf: endless })
    let error: unknown
    try {
      count('a', endless())
    } catch (thrown) {
      error = (thrown as SeptetError).code
    }
    expect(error).toBe('invalid-type')
  })

  test('objects and octets of another realm are as good as our own', () => {
    const options = runInNewContext(
      '({ encoding: "UCS-2", limits: Object.create({ ucs2: { single: 60, multi: 50 } }) })',
    )
    expect(count('a'.repeat(61), options)).toMatchObject({ segments: 2, perSegment: 50 })
    expect(toHex(runInNewContext('Uint8Array.of(1, 2)'))).toBe('0102')
    expect(encodeHeader(runInNewContext('[{ type: "rfc822", length: 3 }]'))).toEqual(Uint8Array.of(3, 0x20, 1, 3))
    expect(countUtf8(Uint8Array.of(65), runInNewContext('Int32Array.of(0, 1)')).units).toEqual(Uint32Array.of(1))
    expect(encodeServiceIndication({ text: 'x', created: runInNewContext('new Date(0)') })).toBeInstanceOf(Uint8Array)
    const lengths = runInNewContext('[]')
    expect(encodeInto('a', runInNewContext('new Uint8Array(9)'), lengths)).toBe(1)
    expect([...lengths]).toEqual([1])
  })
})

describe('octets', () => {
  class Liar extends Uint8Array {
    override get length() {
      return 1e9
    }
    override subarray() {
      return this
    }
  }
  const takers: [string, string, (octets: never) => unknown][] = [
    ['toHex', 'octets', toHex],
    ['decodeHeader', 'octets', decodeHeader],
    ['decodeServiceIndication', 'octets', septet.decodeServiceIndication],
    ['countUtf8', 'data', (octets) => countUtf8(octets, Int32Array.of(0))],
    ['countUtf8', 'options.validity', (validity) => countUtf8(new Uint8Array(), Int32Array.of(0), { validity })],
    ['encodeBinary', 'message.data', (data) => encodeBinary({ data })],
    ['encodeHeader', 'elements[0].data', (data) => encodeHeader([{ type: 'unknown', id: 0x70, data }])],
    ['encodeInto', 'target', (target) => encodeInto('', target, [])],
    ['decode', 'message.userData', (userData) => decode({ userData, dataCoding: 0, hasHeader: false })],
  ]
  const fakes: [string, unknown][] = [
    ['an object by that name', { [Symbol.toStringTag]: 'Uint8Array', length: 1, 0: 5 }],
    ['what inherits the prototype', Object.create(Uint8Array.prototype)],
    ['what inherits octets', Object.create(new Uint8Array(4))],
    ['a Proxy of octets', new Proxy(new Uint8Array(4), {})],
    ['a Proxy that was revoked', revoked(new Uint8Array(4))],
    ['other typed arrays', new Uint16Array(4)],
    ['a DataView', new DataView(new ArrayBuffer(4))],
    ['an array', [1, 2]],
  ]
  test.each(fakes)('are not %s', (_, fake) => {
    for (const [, argument, call] of takers) {
      expect(thrownBy(() => call(fake as never))).toMatchObject({ code: 'invalid-type', argument })
    }
    expect(thrownBy(() => parseBinary(fake as never))).toMatchObject({ code: 'invalid-type', argument: 'text' })
  })

  test.each(takers)('of %s that were transferred are refused by name: %s', (_, argument, call) => {
    expect(thrownBy(() => call(detached(new Uint8Array(4)) as never))).toMatchObject({
      code: 'invalid-value',
      argument,
    })
  })

  test('offsets and lengths that were transferred, and those that only look like such', () => {
    const offsets = thrownBy(() => countUtf8(new Uint8Array(9), detached(Int32Array.of(0, 9))))
    expect(offsets).toMatchObject({ code: 'invalid-value', argument: 'offsets' })
    const lengths = thrownBy(() => encodeInto('a', new Uint8Array(9), detached(new Uint8Array(9))))
    expect(lengths).toMatchObject({ code: 'invalid-value', argument: 'lengths' })
    for (const fake of [Object.create(Int32Array.prototype), new Proxy(Int32Array.of(0, 1), {}), [0, 1]]) {
      const error = thrownBy(() => countUtf8(new Uint8Array(9), fake))
      expect(error).toMatchObject({ code: 'invalid-type', argument: 'offsets' })
    }
    for (const fake of [Object.create(Array.prototype), { length: 1, 0: 0 }, new Proxy(new Uint8Array(9), {})]) {
      const error = thrownBy(() => encodeInto('a', new Uint8Array(9), fake))
      expect(error).toMatchObject({ code: 'invalid-type', argument: 'lengths' })
    }
  })

  test('are what they are, whatever they say of themselves', () => {
    expect(toHex(Liar.of(1, 2))).toBe('0102')
    const own = Object.defineProperty(Uint8Array.of(1, 2), 'length', { value: 1e9 })
    expect(toHex(own)).toBe('0102')
    expect(thrownBy(() => encodeInto('hello', new Liar(2), []))).toMatchObject({ code: 'buffer-too-small' })
    expect(decode({ userData: Liar.of(0x41), dataCoding: 0, hasHeader: false, packed: false })).toBe('A')
  })

  test('may be in shared or resizable memory', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(9))
    expect(encodeInto('hello', shared, new Uint8Array(new SharedArrayBuffer(1)))).toBe(1)
    expect(toHex(shared)).toBe('E8329BFD0600000000')
    expect(decode({ userData: shared.subarray(0, 5), userDataLength: 5, dataCoding: 0, hasHeader: false })).toBe(
      'hello',
    )
    shared.set(new TextEncoder().encode('Привет').subarray(0, 8))
    expect(countUtf8(shared, Int32Array.of(0, 8)).units).toEqual(Uint32Array.of(4))
    expect(countUtf8(shared, Int32Array.of(0, 8), { newline: 'lf' }).units).toEqual(Uint32Array.of(4))
    type Resizable = ArrayBuffer & { resize?(length: number): void }
    const buffer: Resizable = new (ArrayBuffer as new (length: number, options: object) => Resizable)(8, {
      maxByteLength: 16,
    })
    const tracking = new Uint8Array(buffer)
    const fixed = new Uint8Array(buffer, 4, 4)
    expect(toHex(tracking)).toBe('0000000000000000')
    // Node 18 and others before it have none.
    if (buffer.resize === undefined) return
    buffer.resize(2)
    expect(toHex(tracking)).toBe('0000')
    expect(thrownBy(() => toHex(fixed))).toMatchObject({ code: 'invalid-value', argument: 'octets' })
  })

  test('of the window for UTF-8 may be handed to another thread: the next call has a window anew', () => {
    const window = utf8Window()
    window.set(new TextEncoder().encode('Привет'))
    try {
      detached(window)
    } catch {
      // WebAssembly's memory cannot be transferred.
    }
    expect(countUtf8(new TextEncoder().encode('Привет'), Int32Array.of(0, 12)).units).toEqual(Uint32Array.of(6))
    expect(countMany(['Привет, {мир}', 'abc€']).units).toEqual(Uint32Array.of(13, 5))
    expect(utf8Window().length).toBe(262_144)
  })

  test('an array of texts may end the engine while it is read', () => {
    const texts = ['abc', 'Привет', 'a'.repeat(30_000), 'b'.repeat(30_000)]
    const hostile = new Proxy(texts, {
      get: (target, name) => {
        try {
          if (name === '2') detached(utf8Window())
        } catch {}
        return Reflect.get(target, name)
      },
    })
    expect(countMany(hostile)).toEqual(countMany(texts))
  })
})

describe('lengths whose code encodes too', () => {
  const text = 'a'.repeat(320)
  const expected = encode(text)
  const octets = expected.map(({ userData }) => userData.length)
  const again = () => encode('Привет, мир! '.repeat(30))

  test('as a Proxy, and with setters', () => {
    const proxied: number[] = []
    const setters: number[] = [0, 0, 0]
    for (const place of [0, 1, 2]) {
      let held = 0
      const set = (value: number) => {
        again()
        held = value
      }
      Object.defineProperty(setters, place, { get: () => held, set })
    }
    const handler: ProxyHandler<number[]> = {
      get: (target, name, receiver) => again() && Reflect.get(target, name, receiver),
      set: (target, name, value) => again().length > 0 && Reflect.set(target, name, value),
    }
    for (const lengths of [new Proxy(proxied, handler), setters]) {
      const target = new Uint8Array(500)
      expect(encodeInto(text, target, lengths)).toBe(3)
      expect([lengths[0], lengths[1], lengths[2]]).toEqual(octets)
      expect(target.subarray(0, 140)).toEqual(expected[0]!.userData)
    }
  })

  test('their own errors are theirs', () => {
    const lengths = Object.defineProperty([], 0, {
      set() {
        throw new RangeError('mine')
      },
    })
    expect(() => encodeInto('a', new Uint8Array(9), lengths)).toThrow(RangeError)
  })
})

describe('lists without an end', () => {
  test.each<[string, string, (list: never[]) => unknown]>([
    ['encodeHeader', 'elements[0]', encodeHeader],
    ['formatText', 'runs[0]', (list) => formatText('a', list)],
    ['languages', 'options.languages[0]', (languages) => count('a', { languages })],
    ['read', 'messages[0]', read],
  ])('%s names the first hole', (_, argument, call) => {
    expect(thrownBy(() => call(new Array(2 ** 32 - 1) as never))).toMatchObject({ code: 'invalid-type', argument })
  })

  test('countMany has no memory for the columns of a list that claims more rows than there can be', () => {
    const texts = new Proxy([], { get: (_, name) => (name === 'length' ? 2 ** 52 : undefined) })
    expect(thrownBy(() => countMany(texts))).toMatchObject({ code: 'too-long', argument: 'texts' })
  })
})

describe('the bits of a bitmap', () => {
  test('may be beyond 2^31', () => {
    const validityOffset = 2 ** 31 + 5
    const validity = new Uint8Array(validityOffset / 8 + 2)
    validity[2 ** 28] = 1 << 6
    const data = new TextEncoder().encode('aaabbb')
    const offsets = Int32Array.of(0, 3, 6)
    for (const options of [{}, { newline: 'lf' }] as const) {
      const { units } = countUtf8(data, offsets, { ...options, validity, validityOffset })
      expect(units).toEqual(Uint32Array.of(0, 3))
    }
  })
})

describe('an error', () => {
  const hostile: [string, unknown][] = [
    ['a text of a million', 'я'.repeat(1e6)],
    ['a list of phones', Array.from({ length: 1e4 }, (_, at) => `7916${at}`)],
    ['a Proxy that was revoked', revoked({})],
    ['a Proxy of an array that was revoked', revoked([])],
    ['a symbol', Symbol('я'.repeat(1000))],
    ['a BigInt', 10n ** 1000n],
    ['what throws as a string', { toString: () => fail(), [Symbol.toPrimitive]: () => fail() }],
    [
      'what throws when its name is asked',
      {
        get [Symbol.toStringTag]() {
          return fail()
        },
      },
    ],
    ['what throws at everything', new Proxy({}, { get: fail, ownKeys: () => [], getPrototypeOf: () => null })],
    ['what throws as JSON', { toJSON: () => fail() }],
    ['a class of a long name', new { ['x'.repeat(1000)]: class extends Map {} }['x'.repeat(1000)]!()],
    ['what contains itself', circle()],
  ]
  function fail(): never {
    throw new Error('must not run')
  }
  function circle(): object {
    const object: { self?: object } = {}
    object.self = object
    return object
  }

  const places: [string, (value: never) => unknown][] = [
    ['text', count],
    ['options.encoding', (encoding) => count('a', { encoding })],
    ['options.newline', (newline) => count('a', { newline })],
    ['options.reference', (reference) => count('a', { reference })],
    ['options.replacement', (replacement) => count('a', { encoding: 'GSM-7', replacement })],
    ['options.languages', (languages) => count('a', { languages })],
    ['options.transliterate', (transliterate) => count('a', { transliterate })],
    ['scheme', (scheme) => transliterate('a', scheme)],
    ['octets', toHex],
    ['digits', fromHex],
    ['form', (form) => parseBinary('00', form)],
    ['elements[0].type', (type) => encodeHeader([{ type } as never])],
    ['elements[0].kind', (kind) => encodeHeader([{ type: 'specialMessage', kind, store: true, count: 1 }])],
    ['elements[0].address', (address) => encodeHeader([{ type: 'replyAddress', address, typeOfAddress: 0x91 }])],
    ['indication.created', (created) => encodeServiceIndication({ text: 'a', created })],
    ['indication.action', (action) => encodeServiceIndication({ text: 'a', action })],
    ['message', (message) => read(message)],
    ['push', septet.parsePush],
    ['module', septet.init],
  ]

  test.each(hostile)('of %s is named, and its message and JSON are short', (_, value) => {
    for (const [, call] of places) {
      let error: unknown
      try {
        call(value as never)
        continue
      } catch (thrown) {
        error = thrown
      }
      if (!(error instanceof SeptetError)) throw error
      expect(error.message.length).toBeLessThan(500)
      expect(JSON.stringify(error).length).toBeLessThan(2500)
      expect(Object.keys(error)).not.toContain('value')
    }
    expect(count('Hello')).toMatchObject({ encoding: 'GSM-7', units: 5 })
  })

  test('an object whose prototype is a revoked Proxy is no object with members', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    const options = Object.create(proxy)
    revoke()
    expect(thrownBy(() => count('a', options))).toMatchObject({ code: 'invalid-type', argument: 'options' })
  })

  test('quotes no more than the beginning of a name', () => {
    const error = thrownBy(() => count('a', { ['x'.repeat(1e6)]: 1 } as never))
    expect(error).toMatchObject({ code: 'unknown-option', value: 1 })
    expect(error.message.length).toBeLessThan(500)
  })

  test('is printed without its value, which it still holds', () => {
    const text = `${'a'.repeat(100)}ж`
    const error = thrownBy(() => count(text, { encoding: 'GSM-7' }))
    expect(error.value).toBe(text)
    expect({ ...error }).not.toHaveProperty('value')
    expect(format(error)).toContain('UnencodableError')
    expect(format(error)).not.toContain('aaaa')
  })

  test('as JSON has its message and not its value', () => {
    const error = thrownBy(() => count(`${'a'.repeat(100)}ж`, { encoding: 'GSM-7' }))
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'UnencodableError',
      code: 'unencodable',
      argument: 'text',
      message: 'text: 1 character is outside GSM-7, the first U+0436, at offset 100',
      reason: '1 character is outside GSM-7, the first U+0436',
      offset: 100,
      characters: [{ offset: 100, codePoint: 0x436 }],
      total: 1,
    })
  })
})

describe('after whatever a caller does', () => {
  const known = (['Hello', 'Привет', '{€}'.repeat(80)] as const).map(
    (text) => [text, count(text), encode(text)] as const,
  )

  afterEach(() => {
    for (const [text, counted, encoded] of known) {
      expect(count(text)).toEqual(counted)
      expect(encode(text)).toEqual(encoded)
      expect(decode(encoded)).toBe(text)
    }
    expect(countMany(['Hello', 'Привет']).units).toEqual(Uint32Array.of(5, 6))
    expect(toHex(Uint8Array.of(255))).toBe('FF')
  })

  /** Code of the caller's, which calls the library, or fails. */
  const acts: (() => unknown)[] = [
    () => count('Привет, {мир}'.repeat(50), { smartEncoding: true, languages: 'all', boundary: 'grapheme' }),
    () => encode('a'.repeat(2000)),
    () => countMany(['Привет', 'x'.repeat(50_000)]),
    () => countUtf8(new TextEncoder().encode('Привет'), Int32Array.of(0, 12)),
    () => formatText('Привет', [{ start: 0, length: 3, bold: true }]),
    () => read(encode('Привет')),
    () => transliterate('Привет', 'translit', { table: { т: 'tt' } }),
    () => fromHex('0g'),
    () => encodeHeader([{ type: 'replyAddress', address: '123', typeOfAddress: 0x91 }]),
    () => septet.encodeWapPush({ href: 'http://wap.ru/', text: 'x' }),
    () => {
      throw new Error('of the caller')
    },
  ]

  const value = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
    fc.constantFrom('GSM-7', 'UCS-2', 'translit', 'all', 'always', 'lf', 'grapheme', 8, true, [], {}, Uint8Array.of(1)),
    fc.string({ unit: 'binary' }),
  )
  const names = [
    'encoding',
    'limits',
    'languages',
    'transliterate',
    'replacement',
    'newline',
    'smartEncoding',
    'boundary',
  ]
  const members = [
    'type',
    'data',
    'header',
    'bits',
    'start',
    'length',
    'href',
    'text',
    'userData',
    'dataCoding',
    'hasHeader',
  ]

  /** An object whose members run code when they are read. */
  const object = fc
    .dictionary(fc.constantFrom(...names, ...members), fc.tuple(value, fc.nat(acts.length * 2)))
    .chain((entries) => fc.constantFrom(false, true).map((isProxy) => build(entries, isProxy)))

  function build(entries: Record<string, [unknown, number]>, isProxy: boolean): object {
    const built = {}
    for (const [name, [value, act]] of Object.entries(entries)) {
      const get = () => {
        acts[act]?.()
        return value
      }
      Object.defineProperty(built, name, { get, enumerable: true })
    }
    return isProxy
      ? new Proxy(built, { getPrototypeOf: (target) => encode('Привет') && Reflect.getPrototypeOf(target) })
      : built
  }

  test('the library counts and encodes as before', () => {
    const argument = fc.oneof(object, value, fc.array(object, { maxLength: 3 }))
    const functions = Object.entries(septet).filter(
      ([name]) => !/^(init|ports|SeptetError|UnencodableError)$/.test(name),
    )
    const call = fc.constantFrom(...functions)
    fc.assert(
      fc.property(
        call,
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.array(argument, { maxLength: 4 }),
        (named, text, rest) => {
          const work = named[1] as (...values: unknown[]) => unknown
          for (const values of [rest, [text, ...rest]]) {
            try {
              work(...values)
            } catch (error) {
              const isOurs = error instanceof SeptetError || (error as Error).message === 'of the caller'
              if (!isOurs) throw error
            }
            expect(count('Hello')).toEqual(known[0]![1])
            expect(encode(known[2]![0])).toEqual(known[2]![2])
          }
        },
      ),
      { numRuns: runs(100, 20_000) },
    )
  })
})
