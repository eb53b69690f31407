import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { countUtf8 } from '../../src/index'

const MODULE = new WebAssembly.Module(readFileSync(new URL('../../build/clickhouse.wasm', import.meta.url)))

type Call = (...values: number[]) => number
type Exports = Record<string, Call> & { memory: WebAssembly.Memory }

/** ClickHouse, as far as a module can tell: it has an instance write and read blocks of rows. */
function createEngine() {
  const thrown: string[] = []
  const { exports } = new WebAssembly.Instance(MODULE, {
    env: {
      clickhouse_throw(at: number, length: number) {
        thrown.push(Buffer.from(core.memory.buffer, at, length).toString())
        throw new Error(thrown.at(-1))
      },
    },
  })
  const core = exports as unknown as Exports
  const view = (handle: number): Buffer => {
    const [at, size] = new Uint32Array(core.memory.buffer, handle, 2)
    return Buffer.from(core.memory.buffer, at, size)
  }
  /** What `name` returns for a block, copied. The engine gives back what it was given, and its own buffer, whatever happens. */
  const run = (name: string, block: Uint8Array, rows: number): Buffer => {
    const input = core.clickhouse_create_buffer!(block.length)
    view(input).set(block)
    try {
      const output = core[name]!(input, rows)
      const written = Buffer.from(view(output))
      core.clickhouse_destroy_buffer!(output)
      return written
    } finally {
      core.clickhouse_destroy_buffer!(input)
    }
  }
  return { core, run, view }
}

/** A row of RowBinary: a String, and UInt32s. */
function rowOf(text: Uint8Array, ...numbers: number[]): Buffer {
  const length: number[] = []
  let rest = text.length
  for (; rest > 0x7f; rest >>>= 7) length.push((rest & 0x7f) | 0x80)
  return Buffer.concat([Buffer.from([...length, rest]), text, Buffer.from(Uint32Array.from(numbers).buffer)])
}

const HOSTILE = [
  '',
  'a',
  '\0',
  'a'.repeat(127),
  'a'.repeat(128),
  '€'.repeat(161),
  `${'a'.repeat(152)}€`.repeat(3),
  'ж'.repeat(71),
  `${'ж'.repeat(66)}😀`.repeat(3),
  'x'.repeat(20_000),
].map((text) => Buffer.from(text))
const MALFORMED = ['ff', 'c3', 'e282', 'f09f98', '80', 'eda080', 'c0af', '61c3', 'f4908080'].map((octets) =>
  Buffer.from(octets, 'hex'),
)
const texts = [...HOSTILE, ...MALFORMED, ...HOSTILE]

function expectedOf(limits?: Parameters<typeof countUtf8>[2]) {
  const offsets = Int32Array.from([0, ...texts.map((text) => text.length)])
  offsets.forEach((length, at) => {
    if (at > 0) offsets[at] = offsets[at - 1]! + length
  })
  return countUtf8(Buffer.concat(texts), offsets, limits)
}

describe('the module for ClickHouse', () => {
  let engine: ReturnType<typeof createEngine>
  beforeEach(() => {
    engine = createEngine()
  })

  test('imports what stops a query, and nothing else', () => {
    expect(WebAssembly.Module.imports(MODULE)).toEqual([{ module: 'env', name: 'clickhouse_throw', kind: 'function' }])
  })

  test('exports the functions of the engine, and those of clickhouse.sql', () => {
    const sql = readFileSync(new URL('../../assembly/clickhouse.sql', import.meta.url), 'utf8')
    const named = [...sql.matchAll(/:: '(\w+)'/g)].map(([, name]) => name)
    const exported = WebAssembly.Module.exports(MODULE).map(({ name }) => name)
    expect(exported.sort()).toEqual(
      ['memory', 'clickhouse_create_buffer', 'clickhouse_destroy_buffer', ...named].sort(),
    )
  })

  test('returns the segments of each row', () => {
    const written = engine.run('sms_segments', Buffer.concat(texts.map((text) => rowOf(text))), texts.length)
    expect([...new Uint32Array(new Uint8Array(written).buffer)]).toEqual([...expectedOf().segments])
  })

  test.each([
    ['sms_count', []],
    ['sms_count_within', [100, 90, 50, 40]],
  ])('returns encoding, units and segments of each row: %s', (name, limits) => {
    const block = Buffer.concat(texts.map((text) => rowOf(text, ...limits)))
    const written = engine.run(name, block, texts.length)
    const [single7, multi7, single16, multi16] = limits
    const options = limits.length > 0 && {
      limits: { gsm7: { single: single7!, multi: multi7! }, ucs2: { single: single16!, multi: multi16! } },
    }
    const { encodings, units, segments } = expectedOf(options || undefined)
    const rows = texts.map((_, row) => [
      written.readUInt8(9 * row),
      written.readUInt32LE(9 * row + 1),
      written.readUInt32LE(9 * row + 5),
    ])
    expect(rows).toEqual(texts.map((_, row) => [encodings[row], units[row], segments[row]]))
    expect(written).toHaveLength(9 * texts.length)
  })

  test('returns nothing for no rows', () => {
    expect(engine.run('sms_segments', Buffer.alloc(0), 0)).toHaveLength(0)
  })

  test('says what limit is refused, and counts the next block', () => {
    for (const limits of [
      [1, 90, 50, 40],
      [160, 0, 50, 40],
      [160, 153, 70, 2 ** 30 + 1],
    ]) {
      expect(() => engine.run('sms_segments_within', rowOf(Buffer.from('hi'), ...limits), 1)).toThrow(
        'septet: a limit is 2 to 1073741824 units',
      )
    }
    expect([...engine.run('sms_segments', rowOf(Buffer.from('hi')), 1)]).toEqual([1, 0, 0, 0])
  })

  test.each([
    ['fewer rows than it says', rowOf(Buffer.from('hi')), 2],
    ['a text longer than the block', Buffer.from([3, 0x61]), 1],
    ['a length without end', Buffer.alloc(20, 0xff), 1],
    ['a length above 32 bits', Buffer.from([0xff, 0xff, 0xff, 0xff, 0x7f, 0x61]), 1],
  ])('refuses a block of %s', (_, block, rows) => {
    expect(() => engine.run('sms_segments', block, rows)).toThrow('septet: the block is not RowBinary')
  })

  test('takes no more memory for a second block than for the first, nor after blocks that it refused', () => {
    const block = rowOf(Buffer.alloc(4_000_000, 'a'))
    for (let times = 0; times < 5; times++) {
      engine.run('sms_segments', block, 1)
      expect(() => engine.run('sms_segments', block, 2)).toThrow()
    }
    expect(engine.core.memory.buffer.byteLength).toBe(16 * 2 ** 20)
    engine.core.clickhouse_create_buffer!(16 * 2 ** 20)
    expect(engine.core.memory.buffer.byteLength).toBeLessThan(33 * 2 ** 20)
  })

  test('has no buffer where memory does not reach', () => {
    for (const size of [2 ** 32 - 1, 2 ** 32 - 100, 2 ** 31 + 2 ** 30]) {
      const handle = engine.core.clickhouse_create_buffer!(size)
      if (size > 2 ** 32 - 65_536) expect(handle).toBe(0)
      engine.core.clickhouse_destroy_buffer!(handle)
    }
    expect([...engine.run('sms_segments', rowOf(Buffer.from('hi')), 1)]).toEqual([1, 0, 0, 0])
  })
})
