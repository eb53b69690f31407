import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { hex } from './octets'

const FILE = new URL('../build/core.wasm', import.meta.url)

type Core = Record<string, (...values: number[]) => number> & { memory: WebAssembly.Memory }

/** What assembly/README.md documents, and nothing else. */
const ADDRESSES = [
  'WINDOW',
  'RESULT',
  'ENCODER',
  'TEXT',
  'REWRITTEN',
  'ORIGINS',
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
const MANUAL = readFileSync(new URL('../assembly/README.md', import.meta.url), 'utf8')

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
  const result = (): number[] => [...new Int32Array(core.memory.buffer, address('RESULT'), 4)]

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
})
