import { describe, expect, test } from 'vitest'
import { count, decode, encode } from '../../src/index'
import { hex, octets } from '../support/octets'
import vectors from '../vectors/ucs2.json'

const ucs2 = (userData: Uint8Array) => ({ userData, dataCoding: 0x08, hasHeader: false })

describe('UCS-2 octets (TS 23.038 6.2.3)', () => {
  test.each(vectors.cases)('$name', ({ text, units, octets: wire }) => {
    const [message, ...others] = encode(text, { encoding: 'UCS-2' })
    expect(others).toEqual([])
    expect(hex(message!.userData)).toBe(wire)
    expect(message).toMatchObject({ userDataLength: 2 * units, hasHeader: false, dataCoding: 0x08 })
    expect(count(text, { encoding: 'UCS-2' }).units).toBe(units)
    expect(decode(ucs2(octets(wire)))).toBe(text)
  })

  test.each(vectors.loneSurrogates)('$name is kept', ({ units, octets: wire }) => {
    const text = units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
    expect(count(text)).toMatchObject({ encoding: 'UCS-2', units: units.length })
    expect(hex(encode(text)[0]!.userData)).toBe(wire)
    expect(decode(ucs2(octets(wire)))).toBe(text)
  })

  test('every code unit from 0 to FFFF comes back', () => {
    for (let first = 0; first < 0x10000; first += 64) {
      const text = String.fromCharCode(...Array.from({ length: 64 }, (_, index) => first + index))
      expect(decode(encode(text, { encoding: 'UCS-2' }))).toBe(text)
    }
  })

  test('a single unit of any value is upper octet, lower octet', () => {
    const wrong: number[] = []
    for (let unit = 0; unit < 0x10000; unit++) {
      const { userData } = encode(String.fromCharCode(unit), { encoding: 'UCS-2' })[0]!
      if (userData.length !== 2 || userData[0] !== unit >> 8 || userData[1] !== (unit & 0xff)) wrong.push(unit)
    }
    expect(wrong).toEqual([])
  })
})

describe('the choice of UCS-2', () => {
  test('falls wherever the one character outside GSM-7 stands', () => {
    for (let position = 0; position < 160; position++) {
      const text = `${'a'.repeat(position)}ж${'a'.repeat(159 - position)}`
      expect(count(text)).toMatchObject({ encoding: 'UCS-2', units: 160, segments: 3 })
    }
  })

  test('is not made for a text that GSM-7 holds', () => {
    expect(encode('GSM')[0]).toMatchObject({ dataCoding: 0x00 })
    expect(encode('GSM', { encoding: 'UCS-2' })[0]).toMatchObject({ dataCoding: 0x08, userDataLength: 6 })
  })

  test('leaves nothing to pack', () => {
    expect(encode('ж', { packed: true })).toEqual(encode('ж', { packed: false }))
    expect(encode('ж')[0]!.packed).toBe(false)
  })
})
