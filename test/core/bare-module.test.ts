import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import * as abi from '../../assembly/abi'
import * as wap from '../../assembly/wap/abi'
import { hex } from '../support/octets'

const FILE = new URL('../../build/core.wasm', import.meta.url)

type Core = Record<string, (...values: number[]) => number> & { memory: WebAssembly.Memory }

const MANUAL = readFileSync(new URL('../../assembly/README.md', import.meta.url), 'utf8')

/** The cells of each row of the manual's tables. */
const ROWS = [...MANUAL.matchAll(/^\|(.*)\|$/gm)].map(([, row]) => row!.split('|').map((cell) => cell.trim()))
const namesIn = (cell: string): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!)

/** What the manual calls a buffer, and its size as written there; a name without a size is one. */
const GLOBALS = new Map(
  ROWS.filter(([name]) => /^`[A-Z0-9_]+`(, `[A-Z0-9_]+`)*$/.test(name!))
    .filter(([, size]) => size === '' || / × [ui]\d+$/.test(size!))
    .flatMap(([names, size]) => namesIn(names!).map((name) => [name, size!] as const)),
)

/** For each function of the manual, what it says that it writes. */
const WRITES = new Map(
  ROWS.filter(([call]) => /^`[a-z]\w+\(/.test(call!)).flatMap(([calls, , writes]) =>
    [...calls!.matchAll(/`([a-z]\w+)\(/g)].map(
      ([, name]) => [name!, writes === undefined || writes === '' ? [] : writes.split(', ')] as const,
    ),
  ),
)

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
    expect(MANUAL).toContain('`memory`')
    expect([...GLOBALS.keys(), ...WRITES.keys(), 'memory'].sort()).toEqual([...exported].sort())
  })

  test('has memory of a fixed size, the one that the manual says', () => {
    expect(() => core.memory.grow(1)).toThrow(RangeError)
    const octets = core.memory.buffer.byteLength
    expect(MANUAL).toContain(`It is ${octets / 65_536} pages, ${octets.toLocaleString('en-US')} octets,`)
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
      [0x0416, 0, 0, 0, 1, 0x4a, 0, 0, 0, 0, 0, 0, 0], // Ж J
      [0x0445, 0, 0, 0, 1, 0x68, 0, 0, 0, 0, 0, 0, 0], // х h
      [0x044a, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], // ъ goes
      [0x044e, 0, 0, 0, 8, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38], // ю 12345678
    ]
    new Uint16Array(core.memory.buffer, address('OWN_ROWS'), 2048 * 13).set(rows.flat())
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

describe('the numbers of the manual', () => {
  /** Every pair of a name and a number in its tables. */
  const written = ROWS.flatMap((cells) => {
    const at = cells.findIndex((cell) => /^`[A-Z0-9_]+`(, `[A-Z0-9_]+`)*$/.test(cell))
    if (at < 0) return []
    const numbers = (at === 0 ? cells[1]! : cells[at - 1]!).split(', ')
    return namesIn(cells[at]!).map((name, index) => [name, numbers[index]!] as const)
  })

  test.each(Object.entries({ ...abi, ...wap }))('%s is %i there', (name, value) => {
    const figures = written.filter(([of]) => of === name).map(([, figure]) => figure)
    if (/_MAP$/.test(name)) {
      expect(MANUAL).toContain(`${value} octets (\`${name}\`)`)
      return
    }
    expect(figures).not.toEqual([])
    for (const figure of figures) {
      expect([Number.parseInt(figure, 10), Number.parseInt(figure, 16)]).toContain(value)
    }
  })

  test('has a reason, a kind and an identifier for each constant, and no more', () => {
    const named = new Set(Object.keys({ ...abi, ...wap }))
    const unknown = written.filter(([name]) => !named.has(name) && !GLOBALS.has(name))
    expect(unknown).toEqual([])
  })
})

describe('what a function of the manual writes', () => {
  const core = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(FILE))).exports as unknown as Core
  const address = (name: string) => (core as unknown as Record<string, WebAssembly.Global>)[name]!.value as number
  const memory = new Uint8Array(core.memory.buffer)

  /** Octets after what is written that may be overwritten too. */
  const SLACK = 16
  const ROOMY = ['TEXT', 'REWRITTEN', 'ORIGINS', 'HEADER', 'OCTETS']

  const sizeOf = (size: string): number => {
    const expression = size
      .replaceAll(',', '')
      .replace(/[iu](\d+)$/, (_, bits) => String(bits / 8))
      .replace(/[A-Z][A-Z0-9_]+/g, (name) => String(address(name)))
    const factors = expression.split(' × ').map((factor) => {
      const [first, ...rest] = factor.replace(/[()]/g, '').split(/ (?=[+/])/)
      return rest.reduce(
        (value, step) => (step[0] === '+' ? value + Number(step.slice(2)) : value / Number(step.slice(2))),
        Number(first),
      )
    })
    return factors.reduce((product, factor) => product * factor)
  }
  const buffers = [...GLOBALS]
    .filter(([, size]) => size !== '')
    .map(([name, size]) => ({ name, start: address(name), size: sizeOf(size) }))
    .sort((one, other) => one.start - other.start)

  test('buffers have their size, and room after it, and do not overlap', () => {
    for (const [index, { name, start, size }] of buffers.entries()) {
      const next = buffers[index + 1]?.start ?? memory.length
      expect(start + size + (ROOMY.includes(name) ? SLACK : 0), name).toBeLessThanOrEqual(next)
    }
  })

  /** The buffers that `call` changes, each filled with other octets before; `private` where other memory changes. */
  const changedBy = (prepare: () => void, call: () => void): Set<string> => {
    const changed = new Set<string>()
    for (const garbage of [0xa5, 0x5a]) {
      for (const { name, start, size } of buffers) if (name !== 'ENCODER') memory.fill(garbage, start, start + size)
      prepare()
      const before = memory.slice()
      call()
      for (let at = 0; at < memory.length; at++) {
        if (memory[at] === before[at]) continue
        const buffer = buffers.find(({ start, size }) => start <= at && at < start + size)
        const slack = buffers.find(({ start, size }) => start + size <= at && at < start + size + SLACK)
        if (buffer) at = buffer.start + buffer.size - 1
        if (buffer || !slack) changed.add(buffer?.name ?? 'private')
      }
    }
    return changed
  }

  const units = (name: string, text: string) =>
    new Uint16Array(core.memory.buffer, address(name), text.length).set(
      Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0)),
    )
  const write = (text: string) => () => units('TEXT', text)
  const octets =
    (name: string, ...values: number[]) =>
    () =>
      memory.set(values, address(name))
  const nothing = () => {}
  const both =
    (...steps: (() => void)[]) =>
    () => {
      for (const step of steps) step()
    }
  const offsets =
    (...values: number[]) =>
    () =>
      new Int32Array(core.memory.buffer, address('OFFSETS')).set(values)
  const TEXT = address('TEXT')
  const REWRITTEN = address('REWRITTEN')
  const HEADER = address('HEADER')
  const OCTETS = address('OCTETS')
  const UTF8 = address('UTF8')
  const result =
    (...values: number[]) =>
    () =>
      new Int32Array(core.memory.buffer, address('RESULT')).set(values)
  const cut = (text: string) => both(write(text), () => core.segmentGsm7!(TEXT, text.length, 160, 153))
  /** Two ways to send, pages 0 to 7, and the classes of a and ж: the second is outside GSM-7. */
  const ways = () => {
    memory.set([1, 2, 3, 4, 5, 6, 7, 8], address('PAGES'))
    memory[address('CLASSES') + 0x161] = 1
    memory[address('CLASSES') + 0x536] = 2
    const classes = new Uint16Array(core.memory.buffer)
    for (const name of ['CLASS_SEPTETS', 'CLASS_UNITS']) classes.fill(1, address(name) / 2, address(name) / 2 + 24)
    memory[address('CLASS_FLAGS') + 8] = 1 << abi.FOREIGN_FLAG
    new Int32Array(core.memory.buffer, address('ROOMS')).set([abi.AUTO, 160, 153, 70, 67, abi.AUTO, 160, 153, 70, 67])
  }
  const SI = [0x02, 0x05, 0x6a, 0x00, 0x45, 0xc6, 0x0c, 0x03, 0x61, 0, 0x01, 0x03, 0x62, 0, 0x01, 0x01]
  const SL = [0x02, 0x06, 0x6a, 0x00, 0x85, 0x08, 0x03, 0x61, 0, 0x01]

  /** For each function, what comes before a call, the arguments, and the buffer at `to`. */
  const CALLS: Record<string, [prepare: () => void, values: number[], to?: string]> = {
    headerOctets: [nothing, [3, 8]],
    capacityGsm7: [nothing, [6]],
    capacityUcs2: [nothing, [6]],
    capacity8bit: [nothing, [6]],
    headerSeptets: [nothing, [6]],
    segmentGsm7: [write('a€'.repeat(200)), [TEXT, 400, 160, 153]],
    segmentUcs2: [write('жa'.repeat(200)), [TEXT, 400, 70, 67]],
    cutGsm7: [write('a€'.repeat(200)), [TEXT, 400, 153, 153]],
    cutUcs2: [write('жa'.repeat(200)), [TEXT, 400, 67, 67]],
    countRows: [both(octets('UTF8', 0x61, 0xd0, 0xb6), offsets(0, 1, 3)), [UTF8, 3, 2, -1, 0, 160, 153, 70, 67]],
    countTexts: [both(write('a€жaж'), offsets(0, 2, 5)), [2, 160, 153, 70, 67]],
    surveyRows: [both(octets('UTF8', 0x61, 0xd0, 0xb6), offsets(0, 3), ways), [UTF8, 3, 0, 1, -1, 2, 0b10, 1, 0]],
    countUtf8: [octets('UTF8', 0x61, 0xd0, 0xb6), [UTF8, 3, 160, 153, 70, 67]],
    countUtf16: [write('a€'.repeat(200)), [TEXT, 400, 160, 153, 70, 67]],
    fromUtf8: [octets('UTF8', 0x61, 0xd0, 0xb6), [UTF8, 3]],
    walkGsm7: [octets('UTF8', 0x61, 0x62), [UTF8, UTF8 + 2, 153, 153]],
    walkUcs2: [octets('UTF8', 0xd0, 0xb6), [UTF8, UTF8 + 2, 67, 67]],
    encodeGsm7: [cut('a€'.repeat(200)), [TEXT, 4, 0, 8, 7, 1, 0]],
    encodeUcs2: [both(write('ж'), () => core.segmentUcs2!(TEXT, 1, 70, 67)), [TEXT, 1, 0, 8, 7]],
    checksumStart: [nothing, [8]],
    checksum: [octets('OCTETS', 1, 2, 3, 4, 5), [OCTETS, 5, 16, 0xffff]],
    scanHeader: [octets('OCTETS', 0x00, 0x03, 1, 2, 1), [OCTETS, 5]],
    decodeGsm7: [octets('OCTETS', 0x61, 0x62), [0, 2, 1, 0, 0]],
    decodeUcs2: [octets('OCTETS', 0x04, 0x36), [0, 2]],
    writeHeader: [octets('HEADER', 0x24, 1, 1), [OCTETS, 3, 8, 7, 2, 1], 'OCTETS'],
    readElement: [octets('OCTETS', 0x00, 0x03, 7, 2, 1), [OCTETS]],
    writeElement: [result(7, 2, 1), [0, 3, HEADER], 'HEADER'],
    readHex: [write('6162'), [4, -1]],
    writeHex: [octets('OCTETS', 0x61, 0x62), [2]],
    writeServiceIndication: [write('http://ab'), [8, -1, -1, -1, 1, 0, 0]],
    readServiceIndication: [octets('OCTETS', ...SI), [SI.length, 106]],
    writeServiceLoading: [write('http://ab'), [9, 0, 0]],
    readServiceLoading: [octets('OCTETS', ...SL), [SL.length, 106]],
    writePush: [nothing, [1, 0x2e, 0, 106, 4, 0]],
    readFields: [octets('OCTETS', 0x8c, 0x82, 0x8c), [3]],
    readPush: [() => core.writePush!(1, 0x2e, 0, 106, 4, 0), [9]],
    lockingTable: [nothing, [1]],
    singleShiftTable: [nothing, [1]],
    tablesOf: [nothing, [0x61]],
    tally: [write('şa'), [TEXT, 2, 1]],
    septetsIn: [both(write('şa'), () => core.tally!(TEXT, 2, 1)), [1, 1]],
    selectTables: [nothing, [1, 1]],
    cutNational: [both(write('şa'), () => core.selectTables!(1, 1)), [TEXT, 2, 153, 153]],
    smartEncode: [write('a’b'), [TEXT, 3, 0, REWRITTEN, 2, 0, 0], 'REWRITTEN'],
    transliterate: [write('Жук'), [TEXT, 3, 0, REWRITTEN, 1, 0, 0], 'REWRITTEN'],
    writeLookAlike: [nothing, [0x2019, REWRITTEN], 'REWRITTEN'],
  }

  test.each([...WRITES])('%s writes %s, and nothing else', (name, writes) => {
    const [prepare, values, to] = CALLS[name]!
    const changed = changedBy(prepare, () => core[name]!(...values))
    const said = new Set(writes.map((place) => (place === 'to' ? to! : place)))
    // Private tables may be there already.
    if (said.has('private')) changed.add('private')
    expect(changed).toEqual(said)
  })

  test('CUTS has an entry for each unit of a window, and one for its end', () => {
    const window = address('WINDOW')
    write('ж'.repeat(window))()
    expect(core.cutUcs2!(TEXT, window, 2, 0)).toBe(window / 2)
    write('€'.repeat(window))()
    expect(core.cutGsm7!(TEXT, window, 2, 0)).toBe(window)
    const { start, size } = buffers.find(({ name }) => name === 'CUTS')!
    const last = new Uint16Array(core.memory.buffer, start + size - 4, 2)
    expect([...last]).toEqual([window, 2])
  })

  test('the units of a cut are modulo 65,536', () => {
    const window = address('WINDOW')
    write('€'.repeat(window))()
    expect(core.segmentGsm7!(TEXT, window, 100_000, 100_000)).toBe(1)
    expect([...new Int32Array(core.memory.buffer, address('RESULT'), 1)]).toEqual([2 * window])
    expect([...new Uint16Array(core.memory.buffer, address('CUTS'), 2)]).toEqual([window, (2 * window) % 65_536])
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

  test('exports a part of the whole, all but what the bare module has for other languages; each function is of one family', () => {
    const all = FAMILIES.flatMap(exported)
    expect(new Set([...all, 'ABI', 'countUtf8', 'countUtf16', 'fromUtf8'])).toEqual(new Set(exported('core')))
    const functions = all.filter((name) => /^[a-z]/.test(name) && name !== 'memory')
    expect(functions).toHaveLength(new Set(functions).size)
  })
})
