import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { count } from '../../src/index'
import { decodeUnits, joinOctets } from '../../src/octets'
import { runs } from '../support/long'
import { utf8 } from '../support/octets'

type Core = Record<string, (...values: number[]) => number | bigint> & { memory: WebAssembly.Memory }

/** What the bare module has beside the families: assembly/bare.ts. */
describe('a message in one call of the bare module', () => {
  let core: Core
  let address: (name: string) => number
  beforeAll(() => {
    const file = new URL('../../build/core.wasm', import.meta.url)
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)))
    core = exports as unknown as Core
    address = (name) => (exports[name] as WebAssembly.Global).value
  })

  const LIMITS = [160, 153, 70, 67] as const
  const unpacked = (packed: bigint) => ({
    encoding: packed & 1n ? 'UCS-2' : 'GSM-7',
    units: Number(packed >> 32n),
    segments: Number((packed >> 1n) & 0x7fffffffn),
  })
  const put = (octets: Uint8Array) => new Uint8Array(core.memory.buffer, address('UTF8')).set(octets)
  const ofUtf8 = (octets: Uint8Array) => {
    put(octets)
    return unpacked(core.countUtf8!(address('UTF8'), octets.length, ...LIMITS) as bigint)
  }
  const ofUtf16 = (text: string) => {
    const target = new Uint16Array(core.memory.buffer, address('TEXT'))
    for (let unit = 0; unit < text.length; unit++) target[unit] = text.charCodeAt(unit)
    return unpacked(core.countUtf16!(address('TEXT'), text.length, ...LIMITS) as bigint)
  }
  const fromUtf8 = (octets: Uint8Array) => {
    put(octets)
    const units = core.fromUtf8!(address('UTF8'), octets.length) as number
    return decodeUnits(new Uint16Array(core.memory.buffer, address('TEXT'), Math.max(units, 0)))
  }
  const counted = (text: string) => {
    const { encoding, units, segments } = count(text)
    return { encoding, units, segments }
  }

  const piece = fc.constantFrom('a', 'Z', '€', '{', 'é', 'ж', '😀', '\0', '\ufffd', '\u00a0', 'Ω')
  const text = fc
    .array(fc.tuple(piece, fc.nat(80)), { maxLength: 8 })
    .map((runs) => runs.map(([c, n]) => c.repeat(n)).join(''))
  const units = fc.array(fc.nat(0xffff), { maxLength: 100 }).map((units) => String.fromCharCode(...units))
  const octets = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(text, fc.uint8Array({ maxLength: 4 }), text)
      .map(([before, odd, after]) => joinOctets([utf8(before), odd, utf8(after)])),
  )

  test('is what count returns', () => {
    fc.assert(
      fc.property(fc.oneof(text, units), (text) => {
        expect(ofUtf16(text)).toEqual(counted(text))
      }),
      { numRuns: runs(200, 5000) },
    )
    expect(ofUtf16('a\ud83d')).toEqual({ encoding: 'UCS-2', units: 2, segments: 1 })
  })

  test('in UTF-8 is what count returns for the decoded text, malformed or not', () => {
    fc.assert(
      fc.property(octets, (octets) => {
        expect(ofUtf8(octets)).toEqual(counted(new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets)))
      }),
      { numRuns: runs(300, 10_000) },
    )
  })

  test('in UTF-8 becomes the UTF-16 that the decoder of the runtime writes', () => {
    fc.assert(
      fc.property(octets, (octets) => {
        expect(fromUtf8(octets)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets))
      }),
      { numRuns: runs(300, 10_000) },
    )
  })

  test('fills the buffers to their end', () => {
    const [window, room] = [address('WINDOW'), address('UTF8_WINDOW')]
    expect(ofUtf8(utf8('a'.repeat(room)))).toEqual(counted('a'.repeat(room)))
    expect(ofUtf16('ж'.repeat(window))).toEqual(counted('ж'.repeat(window)))
    expect(fromUtf8(utf8('a'.repeat(window)))).toBe('a'.repeat(window))
    put(utf8('a'.repeat(window + 1)))
    expect(core.fromUtf8!(address('UTF8'), window + 1)).toBe(-1)
    put(utf8(`${'a'.repeat(window - 1)}😀`))
    expect(core.fromUtf8!(address('UTF8'), window + 3)).toBe(-1)
  })

  test('goes through in windows that end where the manual says', () => {
    const isContinuation = (octet: number | undefined) => octet !== undefined && octet >> 6 === 0b10
    const endOf = (data: Uint8Array, most: number) => {
      let end = most
      while (isContinuation(data[end]) && !data.subarray(end - 3, end).every(isContinuation)) end--
      return end
    }
    const walked = (data: Uint8Array, size: number, walk: string, single: number, multi: number) => {
      let [units, segments, room] = [0, 1, multi]
      for (let at = 0; at < data.length; ) {
        const window = data.subarray(at, endOf(data, Math.min(at + size, data.length)))
        put(window)
        const cuts = core[walk]!(address('UTF8'), address('UTF8') + window.length, multi, room) as number
        if (cuts === -1) return undefined
        const result = new Int32Array(core.memory.buffer, address('RESULT'), 3)
        units += result[0]!
        room = result[2]!
        segments += cuts
        at += window.length
      }
      return { units, segments: units <= single ? 1 : segments }
    }
    fc.assert(
      fc.property(octets, fc.integer({ min: 7, max: 100 }), (data, size) => {
        const gsm7 = walked(data, size, 'walkGsm7', 160, 153)
        const { encoding, ...counts } = ofUtf8(data)
        expect(encoding).toBe(gsm7 ? 'GSM-7' : 'UCS-2')
        expect(gsm7 ?? walked(data, size, 'walkUcs2', 70, 67)).toEqual(counts)
      }),
      { numRuns: runs(100, 10_000) },
    )
  })

  test('stops less than a block before the first character outside GSM-7', () => {
    const inGsm7 = fc.array(fc.constantFrom('a', '€', '{', 'é', 'Ω'), { maxLength: 100 }).map((all) => all.join(''))
    fc.assert(
      fc.property(inGsm7, text, (before, after) => {
        const data = utf8(`${before}ж${after}`)
        put(data)
        expect(core.walkGsm7!(address('UTF8'), address('UTF8') + data.length, 153, 153)).toBe(-1)
        const [at, characters] = new Int32Array(core.memory.buffer, address('RESULT') + 4 * 3, 2)
        const good = utf8(before)
        const found = at! - address('UTF8')
        expect(good.length - found).toBeGreaterThanOrEqual(0)
        expect(good.length - found).toBeLessThan(64)
        expect([...new TextDecoder().decode(good.subarray(0, found))].length).toBe(characters)
      }),
      { numRuns: runs(100, 10_000) },
    )
  })

  test('counts a byte order mark as a character', () => {
    expect(ofUtf8(utf8('\ufeffhi'))).toEqual({ encoding: 'UCS-2', units: 3, segments: 1 })
    expect(fromUtf8(utf8('\ufeffhi'))).toBe('\ufeffhi')
  })

  test('has a version', () => {
    expect(address('ABI')).toBe(1)
  })
})

test.each(['core', 'text', 'bulk', 'push', 'hex', 'clickhouse'])('%s demands no bulk memory', (name) => {
  const octets = readFileSync(new URL(`../../build/${name}.wasm`, import.meta.url))
  const DATA_COUNT = 12
  for (let at = 8; at < octets.length; ) {
    expect(octets[at]).not.toBe(DATA_COUNT)
    let size = 0
    let shift = 0
    do {
      size |= (octets[++at]! & 0x7f) << shift
      shift += 7
    } while (octets[at]! > 0x7f)
    at += 1 + size
  }
})
