import { describe, expect, test } from 'vitest'
import { count, decode, encode } from '../../src/index'
import { ESCAPE, extensionTable, mainTable } from '../reference/alphabet'
import { hex, octets } from '../support/octets'
import vectors from '../vectors/alphabet.json'

const characterOf = (codePoint: string) => String.fromCodePoint(Number.parseInt(codePoint, 16))
const unpacked = (userData: Uint8Array) => ({ userData, dataCoding: 0x00, hasHeader: false, packed: false })

describe('the default alphabet (TS 23.038 6.2.1)', () => {
  test.each(vectors.main)('$code is $name in both directions', ({ code, codePoint }) => {
    const character = characterOf(codePoint)
    expect(count(character)).toMatchObject({ encoding: 'GSM-7', units: 1 })
    expect(hex(encode(character, { packed: false })[0]!.userData)).toBe(code)
    expect(decode(unpacked(octets(code)))).toBe(character)
  })

  test('has 127 characters, the escape being none', () => {
    expect(vectors.main).toHaveLength(127)
    expect(vectors.main.map(({ code }) => Number.parseInt(code, 16))).not.toContain(ESCAPE)
  })
})

describe('the extension table (TS 23.038 6.2.1.1)', () => {
  test.each(vectors.extension)('an escape and $code are $name in both directions', ({ code, codePoint }) => {
    const character = characterOf(codePoint)
    expect(count(character)).toMatchObject({ encoding: 'GSM-7', units: 2 })
    expect(hex(encode(character, { packed: false })[0]!.userData)).toBe(`1B${code}`)
    expect(decode(unpacked(octets(`1B${code}`)))).toBe(character)
  })

  test('has ten characters', () => {
    expect(vectors.extension).toHaveLength(10)
  })
})

describe('outside the alphabet', () => {
  test.each(vectors.outside)('$name (U+$codePoint) forces UCS-2', ({ codePoint }) => {
    const character = characterOf(codePoint)
    expect(count(character).encoding).toBe('UCS-2')
    expect(count(`GSM ${character} GSM`)).toMatchObject({ encoding: 'UCS-2', units: 9 })
  })

  test('no other of the 65,536 code units is in GSM-7', () => {
    const inside = new Set(
      [...vectors.main, ...vectors.extension].map(({ codePoint }) => Number.parseInt(codePoint, 16)),
    )
    const wrong: number[] = []
    for (let unit = 0; unit < 0x10000; unit++) {
      const isGsm7 = count(String.fromCharCode(unit)).encoding === 'GSM-7'
      if (isGsm7 !== inside.has(unit)) wrong.push(unit)
    }
    expect(wrong).toEqual([])
  })

  test('nor is any code point above them, whose low 16 bits would be', () => {
    for (const { codePoint } of vectors.main) {
      const above = String.fromCodePoint(0x10000 + Number.parseInt(codePoint, 16))
      expect(count(above)).toMatchObject({ encoding: 'UCS-2', units: 2 })
    }
  })
})

test('the reference prints the same tables', () => {
  const cells = (table: Map<number, string>) =>
    [...table].map(([code, character]) => `${hex([code])} ${character}`).sort()
  const printed = (list: { code: string; codePoint: string }[]) =>
    list.map(({ code, codePoint }) => `${code} ${characterOf(codePoint)}`).sort()
  expect(cells(mainTable)).toEqual(printed(vectors.main))
  expect(cells(extensionTable)).toEqual(printed(vectors.extension))
})
