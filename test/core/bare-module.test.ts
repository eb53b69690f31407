import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { hex } from '../support/octets'

const FILE = new URL('../../build/core.wasm', import.meta.url)

type Core = Record<string, (...values: number[]) => number> & { memory: WebAssembly.Memory }

/** What assembly/README.md documents, and nothing else. */
const ADDRESSES = [
  'WINDOW',
  'REWRITE_WINDOW',
  'LOOK_AHEAD',
  'RESULT',
  'ENCODER',
  'TEXT',
  'REWRITTEN',
  'ORIGINS',
  'TALLY',
  'OWN_ROWS',
  'CUTS',
  'HEADER',
  'OCTETS',
  'LENGTHS',
  'UTF8_WINDOW',
  'ROWS',
  'UTF8',
  'OFFSETS',
  'VALIDITY',
  'ENCODINGS',
  'ROW_UNITS',
  'ROW_SEGMENTS',
]
const MANUAL = readFileSync(new URL('../../assembly/README.md', import.meta.url), 'utf8')

describe('the module without its bindings', () => {
  let module: WebAssembly.Module
  let core: Core
  let address: (name: string) => number

  beforeAll(() => {
    expect(existsSync(FILE)).toBe(true)
    module = new WebAssembly.Module(readFileSync(FILE))
    const instance = new WebAssembly.Instance(module)
    core = instance.exports as unknown as Core
    address = (name) => (instance.exports[name] as WebAssembly.Global).value
  })

  const units = (length: number) => new Uint16Array(core.memory.buffer, address('TEXT'), length)
  const write = (text: string): number => {
    units(text.length).set(Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0)))
    return text.length
  }
  const octets = (length: number): string => hex(new Uint8Array(core.memory.buffer, address('OCTETS'), length))
  const result = (): number[] => [...new Int32Array(core.memory.buffer, address('RESULT'), 8)]

  test('imports nothing', () => {
    expect(WebAssembly.Module.imports(module)).toEqual([])
  })

  test('exports what its manual names, and every name of the manual', () => {
    const exported = WebAssembly.Module.exports(module).map(({ name }) => name)
    for (const name of exported) expect(MANUAL).toContain(name === 'memory' ? '`memory`' : name)
    const named = [...MANUAL.matchAll(/^\| .*$/gm)].flatMap(([row]) =>
      [...row.matchAll(/`([a-z]\w+)\(/g)].map(([, name]) => name!),
    )
    expect(exported).toEqual(expect.arrayContaining([...ADDRESSES, ...named]))
  })

  test('has memory of a fixed size', () => {
    expect(() => core.memory.grow(1)).toThrow(RangeError)
  })

  test('encodes the example of the manual', () => {
    const segments = core.segmentGsm7!(address('TEXT'), write('hellohello'), 160, 153)
    expect(segments).toBe(1)
    expect(octets(core.encodeGsm7!(address('TEXT'), segments, 0, 8, 0, 1))).toBe('E8329BFD4697D9EC37')
  })

  test('counts, and says what is left', () => {
    expect(core.segmentGsm7!(address('TEXT'), write('€'.repeat(80)), 160, 153)).toBe(1)
    expect(result().slice(0, 3)).toEqual([160, 160, 0])
    expect(core.segmentGsm7!(address('TEXT'), write('€'.repeat(81)), 160, 153)).toBe(2)
    expect(result().slice(0, 3)).toEqual([162, 153, 143])
  })

  test('says where a text leaves GSM-7', () => {
    expect(core.segmentGsm7!(address('TEXT'), write(`${'a'.repeat(100)}ж`), 160, 153)).toBe(-1)
    expect(result()[3]).toBe(100)
  })

  test('cuts a text in windows as it cuts it whole', () => {
    const text = 'ab€c{d}'.repeat(300)
    core.segmentGsm7!(address('TEXT'), write(text), 160, 153)
    const [units, , remaining] = result()
    let room = 153
    let total = 0
    let segments = 1
    for (let at = 0; at < text.length; at += 100) {
      segments += core.cutGsm7!(address('TEXT'), write(text.slice(at, at + 100)), 153, room)
      total += result()[0]!
      room = result()[2]!
    }
    expect([total, room]).toEqual([units, remaining])
    expect(segments).toBe(core.segmentGsm7!(address('TEXT'), write(text), 160, 153))
  })

  test('writes UCS-2 with a 16-bit reference, and reads it back', () => {
    const text = 'ж'.repeat(67)
    const segments = core.segmentUcs2!(address('TEXT'), write(text), 66, 66)
    expect(segments).toBe(2)
    const length = core.encodeUcs2!(address('TEXT'), segments, 0, 16, 0x1234)
    expect(octets(length).slice(0, 18)).toBe('060804123402010436')
    expect(core.scanHeader!(address('OCTETS') + 1, 6)).toBe(1)
    expect(core.decodeUcs2!(7, 139)).toBe(66)
    expect(String.fromCharCode(...units(66))).toBe('ж'.repeat(66))
  })

  test('has room for a header of nothing but elements', () => {
    expect([
      core.headerOctets!(0, 0),
      core.headerOctets!(0, 8),
      core.headerOctets!(0, 16),
      core.headerOctets!(6, 8),
    ]).toEqual([0, 6, 7, 12])
    expect([core.capacityGsm7!(12), core.capacityUcs2!(12), core.capacity8bit!(12)]).toEqual([146, 64, 128])
  })

  /** What `transliterate` makes of each window of `window` units, with `own` rows. */
  const transliterated = (text: string, window: number, own: number): string[] => {
    const CONSUMED = 4
    const LETTER = 5
    const parts: string[] = []
    let previous = 0
    for (let at = 0; at < text.length; ) {
      const copied = write(text.slice(at, at + window + address('LOOK_AHEAD')))
      const length = Math.min(copied, window)
      const places = [address('TEXT'), length, copied - length, address('REWRITTEN')] as const
      const units = core.transliterate!(...places, 1, own, previous)
      parts.push(String.fromCharCode(...new Uint16Array(core.memory.buffer, address('REWRITTEN'), units)))
      at += result()[CONSUMED]!
      previous = result()[LETTER]!
    }
    return parts
  }

  // Ж is raised for the capital before it, which LETTER tells; й is a letter and a mark, which CONSUMED tells.
  test('rewrites a text in windows as it rewrites it whole', () => {
    const text = 'ЁЖ и и\u0306од, Жук 😀'
    const whole = ['EZH i yod, Zhuk 😀']
    expect(transliterated(text, address('REWRITE_WINDOW'), 0)).toEqual(whole)
    for (let window = 1; window < text.length; window++) {
      const parts = transliterated(text, window, 0)
      expect([parts.join('')]).toEqual(whole)
      if (window > 1) for (const part of parts) expect(part).not.toMatch(/[\ud800-\udbff]$/)
    }
  })

  test("takes a caller's own rows before those of the scheme", () => {
    const rows = [
      [0x0416, 1, 0x4a, 0, 0, 0, 0, 0, 0, 0], // Ж J
      [0x0445, 1, 0x68, 0, 0, 0, 0, 0, 0, 0], // х h
      [0x044a, 0, 0, 0, 0, 0, 0, 0, 0, 0], // ъ goes
      [0x044e, 8, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38], // ю 12345678
    ]
    new Uint16Array(core.memory.buffer, address('OWN_ROWS'), 1024 * 10).set(rows.flat())
    expect(transliterated('Жук хъх юг', 10, rows.length)).toEqual(['Juk hh 12345678g'])
    expect(transliterated('Жук хъх юг', 10, 0)).toEqual(['Zhuk khkh yug'])
  })

  test('tallies a text, and weighs it in the tables of a language', () => {
    core.tally!(address('TEXT'), write('şok €'), 1)
    expect(new Uint32Array(core.memory.buffer, address('TALLY'), 1)[0]).toBe(0)
    expect([core.septetsIn!(0, 0), core.septetsIn!(0, 1), core.septetsIn!(1, 0)]).toEqual([-1, 7, 5])
    core.tally!(address('TEXT'), write('ж'), 0)
    expect(new Uint32Array(core.memory.buffer, address('TALLY'), 1)[0]).toBe(1)
    expect(core.septetsIn!(1, 1)).toBe(-1)
  })

  test('takes the longest argument that each range of the manual allows', () => {
    const window = address('WINDOW')
    new Uint8Array(core.memory.buffer, address('OCTETS'), 40_800).fill(0)
    expect(core.decodeGsm7!(0, 255, 1, 0, 0)).toBe(255)
    expect(core.decodeGsm7!(0, 40_800, 0, 13, 13)).toBe(40_800)
    expect(core.decodeUcs2!(0, 40_800)).toBe(20_400)
    expect(core.writeHex!(40_800)).toBe(81_600)
    write('f'.repeat(window))
    expect(core.readHex!(window, -1)).toBe(window / 2)
    write('ж'.repeat(window))
    core.tally!(address('TEXT'), window, 1)
    expect(core.septetsIn!(0, 0)).toBe(-1)

    const offsets = new Int32Array(core.memory.buffer, address('OFFSETS'), address('ROWS') + 1)
    core.countTexts!(address('ROWS'), 160, 153, 70, 67)
    expect(result()[0]).toBe(address('ROWS'))
    offsets.fill(window, 1)
    core.countTexts!(address('ROWS'), 160, 153, 70, 67)
    expect(result()[0]).toBe(Math.ceil(window / 67) + address('ROWS') - 1)
    expect(core.segmentGsm7!(address('TEXT'), write('hellohello'), 160, 153)).toBe(1)
  })
})

describe('the core of a family', () => {
  const FAMILIES = ['text', 'bulk', 'push', 'hex']
  const compiled = (name: string) =>
    new WebAssembly.Module(readFileSync(new URL(`../../build/${name}.wasm`, import.meta.url)))
  const exported = (name: string) => WebAssembly.Module.exports(compiled(name)).map(({ name }) => name)

  test.each(FAMILIES)('imports nothing, and has memory of a fixed size: %s', (family) => {
    const module = compiled(family)
    expect(WebAssembly.Module.imports(module)).toEqual([])
    const { memory } = new WebAssembly.Instance(module).exports as unknown as Core
    expect(() => memory.grow(1)).toThrow(RangeError)
  })

  test('exports a part of the whole, and each function is of one family', () => {
    const all = FAMILIES.flatMap(exported)
    expect(new Set(all)).toEqual(new Set(exported('core')))
    const functions = all.filter((name) => /^[a-z]/.test(name) && name !== 'memory')
    expect(functions).toHaveLength(new Set(functions).size)
  })
})
