import { describe, expect, test } from 'vitest'
import { count, encode, segment } from '../../src/index'
import { detect, unitsOf } from '../reference/classify'
import { encode as referenceEncode } from '../reference/encode'
import { segment as referenceSegment } from '../reference/segment'
import { LONG, QUICK } from '../support/long'

const BLOCK = 'The quick brown fox jumps over 1'

/** Septets of each of the 65,536 units as the reference has it; 0 outside GSM-7. */
const septetsOfUnit = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  return detect(character) === 'GSM-7' ? unitsOf(character, 'GSM-7') : 0
})

describe('the library agrees with the reference', () => {
  test('on each of the 65,536 units at places of an ASCII block, in the long run at each of 32', () => {
    expect(BLOCK).toHaveLength(32)
    const wrong: string[] = []
    for (const position of LONG ? Array.from(BLOCK, (_, place) => place) : QUICK ? [15] : [0, 15, 31]) {
      const before = BLOCK.slice(0, position)
      const after = BLOCK.slice(position + 1)
      for (let unit = 0; unit < 0x10000; unit++) {
        const { encoding, units, segments, perSegment, remaining } = count(before + String.fromCharCode(unit) + after)
        const septets = septetsOfUnit[unit]!
        const agrees =
          septets === 0
            ? encoding === 'UCS-2' && units === 32 && perSegment === 70
            : encoding === 'GSM-7' && units === 31 + septets && perSegment === 160
        if (!agrees || segments !== 1 || remaining !== perSegment - units) wrong.push(`${unit} at ${position}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('on each of the 65,536 units as the last of a text of 1 to 33', () => {
    const wrong: string[] = []
    for (let length = 0; length <= 32; length++) {
      const before = BLOCK.slice(0, length)
      for (let unit = 0; unit < 0x10000; unit += length === 0 ? 1 : LONG ? 7 : QUICK ? 241 : 127) {
        const { encoding, units } = count(before + String.fromCharCode(unit))
        const septets = septetsOfUnit[unit]!
        const expected = septets === 0 ? length + 1 : length + septets
        if (units !== expected || (encoding === 'UCS-2') !== (septets === 0)) wrong.push(`${unit} at ${length}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test.each([
    ['an extension character', 'a', '€'],
    ['a foreign character', 'a', 'ж'],
    ['an emoji among Latin letters', 'a', '😀'],
    ['an emoji among Cyrillic letters', 'ж', '😀'],
    ['a lone high surrogate', 'ж', '\ud83d'],
    ['a lone low surrogate', 'ж', '\ude00'],
    ['a letter among extension characters', '€', 'a'],
    ['a letter among emoji', '😀', 'ж'],
    ['a low surrogate among high ones', '\ud83d', '\ude00'],
  ])('on %s at any place of a text of three segments', (_, filler, character) => {
    const length = filler.length === 2 || filler === '€' ? 170 : filler === 'a' && character === '€' ? 320 : 150
    for (let position = 0; position <= length; position++) {
      const text = filler.repeat(position) + character + filler.repeat(length - position)
      expect(segment(text)).toEqual(referenceSegment(text))
      if (position % 8 === 0) expect(encode(text)).toEqual(referenceEncode(text))
    }
  })

  test.each(['a', '€', 'ж', '😀', 'a€', 'ж😀', '\r\n'])('on the octets of %j at every length to 310', (characters) => {
    for (let length = 0; length <= 310; length += QUICK ? 5 : 1) {
      const text = characters.repeat(length).slice(0, length)
      const packed = length % 2 === 0
      const referenceBits = length % 3 === 0 ? 16 : 8
      const options = { packed, referenceBits, reference: length % 256 } as const
      expect(encode(text, options)).toEqual(referenceEncode(text, options))
    }
  })
})
