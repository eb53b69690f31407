import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Context, createContext, runInContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { count } from '../../src/index'
import vectors from '../vectors/segmentation.json'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const SCRIPT = readFileSync(at('dist/udf.js'), 'utf8')

const TEXTS = vectors.cases
  .filter((one) => one.options === undefined)
  .map(({ text }) => text.map(([piece, times]) => (piece as string).repeat(times as number)).join(''))
const cost = (text: string) => {
  const { encoding, units, segments } = count(text)
  return { encoding, units, segments }
}

/** A context that has nothing but ECMAScript, as an engine for JavaScript functions has it; with WebAssembly or without. */
const CONTEXTS: [string, () => Context][] = [
  ['with WebAssembly', () => createContext({})],
  ['where WebAssembly compiles nothing', () => createContext({}, { codeGeneration: { strings: false, wasm: false } })],
  [
    'without WebAssembly',
    () => {
      const context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
      runInContext('delete globalThis.WebAssembly', context)
      return context
    },
  ],
]

describe('septet/udf.js', () => {
  test('fits a query: 32 kB inline, and no sign that ends it', () => {
    expect(SCRIPT.length).toBeLessThan(32_000)
    expect(SCRIPT).toMatch(/^[\n\x20-\x7e]*$/)
    for (const end of ['$$', '"""', "'''"]) expect(SCRIPT).not.toContain(end)
  })

  test('has the size that the manual says', () => {
    expect(readFileSync(at('docs/warehouses.md'), 'utf8')).toContain(
      `one script of ${Math.round(SCRIPT.length / 1000)} kB `,
    )
  })

  test.each(CONTEXTS)('counts in a context %s', (_, create) => {
    const context = create()
    expect(runInContext('Object.getOwnPropertyNames(globalThis)', context)).not.toContain('TextDecoder')
    runInContext(SCRIPT, context)
    for (const text of TEXTS) {
      context.text = text
      expect(runInContext('septet.count(text)', context)).toMatchObject(cost(text))
      expect(runInContext('septet.segments(text)', context)).toBe(count(text).segments)
    }
  })

  test('has nothing for no text, and takes options', () => {
    const context = createContext({})
    runInContext(SCRIPT, context)
    expect(runInContext('[septet.segments(null), septet.count(undefined), septet.segments("")]', context)).toEqual([
      null,
      null,
      1,
    ])
    expect(runInContext('septet.segments("a".repeat(305), { referenceBits: 16 })', context)).toBe(3)
    expect(() => runInContext('septet.segments(7)', context)).toThrow('text: ')
  })

  test('is there once, however often it is evaluated', () => {
    const context = createContext({})
    runInContext(SCRIPT, context)
    expect(runInContext(`const first = septet; ${SCRIPT}; septet === first`, context)).toBe(true)
    expect(
      runInContext(`(function (text) { ${SCRIPT} return septet === first && septet.segments(text) })('hi')`, context),
    ).toBe(1)
  })

  test('is the body of each function of the manual', () => {
    const manual = readFileSync(at('docs/warehouses.md'), 'utf8')
    const functions = [
      ...manual.matchAll(/\(text (?:STRING|VARCHAR)\)[\s\S]*?AS (?:r"""|\$\$)\n([\s\S]*?)(?:"""|\$\$);/g),
    ]
    expect(functions.length).toBeGreaterThan(3)
    for (const [statement, body] of functions) {
      const inline = body!.includes('-- udf.js') || body!.includes('/* udf.js */')
      const code = inline ? body!.replace('/* udf.js */', () => SCRIPT) : `${SCRIPT}\n${body}`
      const argument = body!.includes('TEXT') ? 'TEXT' : 'text'
      const returned = runInContext(`(function (${argument}) { ${code} })('€'.repeat(81))`, createContext({}))
      if (statement!.includes('STRUCT') || statement!.includes('VARIANT')) {
        expect(returned).toMatchObject({ encoding: 'GSM-7', units: 162, segments: 2 })
      } else expect(returned).toBe(2)
    }
  })
})
