import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CountOptions } from '../../src/count-only/index'
import * as whole from '../../src/index'
import * as reference from '../reference/segment'
import { freshCount } from '../support/fresh'
import { runs } from '../support/long'
import { anyText, cutOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'
import vectors from '../vectors/segmentation.json'

type Alone = typeof import('../../src/count-only/index')

const RUNS = runs(300, 10_000)
afterEach(() => {
  vi.unstubAllGlobals()
})

const honoured = ['encoding', 'referenceBits', 'limits']
const cases = (vectors.cases as unknown as { name: string; text: [string, number][]; options?: CountOptions }[])
  .filter(({ options = {} }) => Object.keys(options).every((name) => honoured.includes(name)))
  .map(({ name, text, options }) => ({
    name,
    text: text.map(([characters, times]) => characters.repeat(times)).join(''),
    options,
  }))

describe('septet/count', () => {
  let alone: Alone

  beforeAll(async () => {
    alone = await freshCount()
  })

  test.each(cases)('answers as septet does: $name', ({ text, options }) => {
    expect(alone.count(text, options)).toEqual(whole.count(text, options))
    expect(alone.segment(text, options)).toEqual(whole.segment(text, options))
  })

  test('answers as septet does, for every text', () => {
    const encoding = fc.constantFrom('auto', 'UCS-2', undefined)
    const property = fc.property(
      anyText,
      cutOptions,
      encoding,
      (text, { newline: _, header: __, ...others }, encoding) => {
        const options = { ...others, ...(encoding && { encoding }) }
        expect(alone.count(text, options)).toEqual(whole.count(text, options))
        expect(alone.segment(text, options)).toEqual(whole.segment(text, options))
      },
    )
    fc.assert(property, { numRuns: RUNS })
  })

  test('fills segments as the reference does, where a pair is at a border', () => {
    const times = fc.oneof(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 60, max: 80 }),
      fc.integer({ min: 145, max: 165 }),
    )
    const run = fc.tuple(fc.constantFrom('a', '€', 'a€', 'ж', '😀', 'ж😀', '\ud83d'), times)
    const text = fc
      .array(run, { minLength: 1, maxLength: 5 })
      .map((runs) => runs.map(([of, n]) => of.repeat(n)).join(''))
    const property = fc.property(text, cutOptions, (text, { referenceBits, limits }) => {
      const options = { ...(referenceBits && { referenceBits }), ...(limits && { limits }) }
      expect(alone.count(text, options)).toEqual(reference.count(text, options))
      expect(alone.segment(text, options)).toEqual(reference.segment(text, options))
    })
    fc.assert(property, { numRuns: runs(200, 5000) })
  })

  test('knows each of the 65,536 units', () => {
    const wrong: number[] = []
    for (let unit = 0; unit < 0x10000; unit++) {
      const text = `a${String.fromCharCode(unit)}`
      const [one, other] = [alone.count(text), whole.count(text)]
      if (one.encoding !== other.encoding || one.units !== other.units) wrong.push(unit)
    }
    expect(wrong).toEqual([])
  })

  test.each(['a', '€', 'a€', 'ж', '😀', '\ud83d'])('cuts long texts: %s', (characters) => {
    for (const text of ['', 'a'].map((shift) => shift + characters.repeat(42_000))) {
      expect(alone.count(text)).toEqual(whole.count(text))
      const ends = ({ parts }: { parts: { end: number }[] }) => parts.map(({ end }) => end).join()
      expect(ends(alone.segment(text))).toBe(ends(whole.segment(text)))
    }
  })

  test('finds the foreign character of a text that is to be GSM-7, wherever it is', () => {
    for (const offset of [0, 1, 2, 3, 4, 7, 40_959, 40_960, 100_000]) {
      const text = `${'a'.repeat(offset)}ж`
      expect(alone.count(text)).toMatchObject({ encoding: 'UCS-2', units: offset + 1 })
      expect(thrownBy(() => alone.count(text, { encoding: 'GSM-7' }))).toMatchObject({ code: 'unencodable', offset })
    }
  })

  test('counts a million characters', () => {
    expect(alone.count('a'.repeat(1e6))).toMatchObject({ units: 1e6, segments: Math.ceil(1e6 / 153) })
    expect(alone.count('ж'.repeat(1e6))).toMatchObject({ units: 1e6, segments: Math.ceil(1e6 / 67) })
  })
})

describe('septet/count', () => {
  test('needs no WebAssembly, and does not ask for it', async () => {
    const asked = vi.fn()
    vi.stubGlobal('WebAssembly', new Proxy({}, { get: asked }))
    expect((await freshCount()).count('[ж]')).toEqual(whole.count('[ж]'))
    expect(asked).not.toHaveBeenCalled()
  })

  test('counts without a Buffer, as in a page', async () => {
    vi.stubGlobal('Buffer', undefined)
    expect((await freshCount()).count('€'.repeat(100))).toMatchObject({ units: 200, segments: 2 })
  })

  test('makes its table at the first call, not at import', async () => {
    const made = vi.fn()
    const { Uint8Array: Original } = globalThis
    vi.stubGlobal(
      'Uint8Array',
      class extends Original {
        constructor(length: number) {
          super(length)
          made()
        }
      },
    )
    const { count } = await freshCount()
    expect(made).not.toHaveBeenCalled()
    count('a')
    count('€')
    expect(made).toHaveBeenCalledTimes(1)
  })
})

test.each<[options: unknown]>([
  [{ encoding: undefined, header: undefined, maxSegments: undefined }],
  [{ limits: { gsm7: undefined, utf8: undefined } }],
  [{ limits: { gsm7: { single: 160, multi: 153, many: undefined } } }],
])('septet/count, as septet, takes a member that is undefined as one that is not there: %j', async (options) => {
  const { count } = await import('../../src/count-only/index')
  expect(count('text', options as CountOptions)).toEqual(whole.count('text', options as CountOptions))
})

describe('septet/count refuses', () => {
  const gsm7 = (limits: unknown) => ({ limits: { gsm7: limits } })
  test.each<[options: unknown, code: string, argument: string]>([
    [{ newline: 'lf' }, 'unsupported-option', 'options.newline'],
    [{ header: [] }, 'unsupported-option', 'options.header'],
    [{ smartEncoding: true }, 'unsupported-option', 'options.smartEncoding'],
    [{ refrence: 1 }, 'unsupported-option', 'options.refrence'],
    [5, 'invalid-type', 'options'],
    [null, 'invalid-type', 'options'],
    [[], 'invalid-type', 'options'],
    [{ encoding: 'gsm-7' }, 'invalid-value', 'options.encoding'],
    [{ encoding: 7 }, 'invalid-type', 'options.encoding'],
    [{ encoding: null }, 'invalid-type', 'options.encoding'],
    [{ referenceBits: 9 }, 'invalid-value', 'options.referenceBits'],
    [{ referenceBits: '8' }, 'invalid-type', 'options.referenceBits'],
    [{ limits: 5 }, 'invalid-type', 'options.limits'],
    [{ limits: null }, 'invalid-type', 'options.limits'],
    [{ limits: { utf8: {} } }, 'unknown-option', 'options.limits.utf8'],
    [gsm7(160), 'invalid-type', 'options.limits.gsm7'],
    [gsm7({ single: 160, multi: 153, many: 1 }), 'unknown-option', 'options.limits.gsm7.many'],
    [gsm7({ single: 1, multi: 1 }), 'invalid-value', 'options.limits.gsm7.single'],
    [gsm7({ single: 160 }), 'invalid-type', 'options.limits.gsm7.multi'],
    [gsm7({ single: 160, multi: Number.NaN }), 'invalid-value', 'options.limits.gsm7.multi'],
    [gsm7({ single: 150, multi: 153 }), 'invalid-value', 'options.limits.gsm7.multi'],
  ])('%j', async (options, code, argument) => {
    const { count, segment } = await import('../../src/count-only/index')
    for (const call of [count, segment]) {
      expect(thrownBy(() => call('text', options as CountOptions))).toMatchObject({
        code,
        argument,
        name: 'SeptetError',
      })
    }
  })

  test('a segment of several that is longer than a single one, in words', async () => {
    const { count } = await import('../../src/count-only/index')
    const { message } = thrownBy(() => count('text', { limits: { ucs2: { single: 2, multi: 3 } } }))
    expect(message).toBe('options.limits.ucs2.multi: must be an integer of at least 2, and at most single')
  })

  test.each([undefined, null, 5, ['text'], new String('text')])('%s for a text', async (text) => {
    const { count } = await import('../../src/count-only/index')
    expect(thrownBy(() => count(text as string))).toMatchObject({ code: 'invalid-type', argument: 'text', value: text })
  })
})
