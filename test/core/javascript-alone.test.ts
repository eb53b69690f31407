import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { complete } from '../../src/core/javascript-alone'

type Exports = Record<string, (...given: number[]) => number> & {
  memory: { buffer: ArrayBuffer }
  ENCODER: { value: number }
}

function exportsOf(name: string): Exports {
  const module = new WebAssembly.Module(readFileSync(new URL(`../../build/${name}.wasm`, import.meta.url)))
  return new WebAssembly.Instance(module).exports as unknown as Exports
}

/** Those of its prototypes too. */
function namesOf(core: Exports): string[] {
  const names: string[] = []
  for (const name in core) names.push(name)
  return names.sort()
}

describe('the text family as the library carries it', () => {
  const whole = exportsOf('text')
  const short = exportsOf('text.short')
  const completed = complete(short) as Exports

  test('lacks functions that its JavaScript build adds', () => {
    expect(namesOf(short).length).toBeLessThan(namesOf(whole).length)
    expect(namesOf(completed)).toEqual(namesOf(whole))
    expect(complete(whole)).toBe(whole)
  })

  // Turkish, Spanish, Portuguese: 1 to 3; a table that one function selects is what another reads.
  test.each([1, 2, 3])('cuts by the tables that the JavaScript has selected: language %i', (language) => {
    const results = [whole, completed].map((core) => {
      const { buffer } = core.memory
      const at = (core.TEXT as unknown as { value: number }).value
      const text = 'Ţşğıçãéñ aâü'.repeat(20)
      for (let offset = 0; offset < text.length; offset++) new Uint16Array(buffer, at)[offset] = text.charCodeAt(offset)
      core.selectTables!(language, language)
      return [
        core.cutNational!(at, text.length, 155, 149),
        core.lockingTable!(language),
        core.singleShiftTable!(language),
      ]
    })
    expect(results[1]).toEqual(results[0])
  })

  test('keeps the memory of the WebAssembly: its tables, and the encoder', () => {
    completed.tablesOf!(0x41)
    const encoder = ({ memory, ENCODER }: Exports) => new Uint8Array(memory.buffer, ENCODER.value, 65536)
    const expected = encoder(whole)
    expect(encoder(completed).every((septets, unit) => septets === expected[unit])).toBe(true)
    expect(completed.tablesOf!(0x20ac)).toBe(whole.tablesOf!(0x20ac))
  })
})
