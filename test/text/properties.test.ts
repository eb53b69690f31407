import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, decode, encode, encodeInto, read, segment } from '../../src/index'
import type { ReadableMessage, Reading } from '../../src/types'
import { read as referenceRead, type Unreadable } from '../reference/decode'
import { encodeFlat, encode as referenceEncode } from '../reference/encode'
import { segment as referenceSegment } from '../reference/segment'
import { runs } from '../support/long'
import { anyMessage, anyText, cutOptions, damage, gsm7Text, wholeText, wireOptions } from '../support/texts'

const RUNS = runs(300, 10_000)

function holds<Values extends unknown[]>(property: fc.IProperty<Values>): void {
  fc.assert(property, { numRuns: RUNS })
}

const HIGH_SURROGATE_AT_END = /[\ud800-\udbff]$/
const LOW_SURROGATE_AT_START = /^[\udc00-\udfff]/

describe('for every text', () => {
  test('decode gives back what encode was given', () => {
    holds(
      fc.property(wholeText, wireOptions, (text, options) => {
        expect(decode(encode(text, options))).toBe(text)
      }),
    )
  })

  test('decode gives it back with lone surrogates too, from the last segment to the first', () => {
    holds(
      fc.property(anyText, wireOptions, (text, options) => {
        expect(decode(encode(text, options).reverse())).toBe(text)
      }),
    )
  })

  test('the texts of the parts joined are the text', () => {
    holds(
      fc.property(anyText, cutOptions, (text, options) => {
        const segmentation = segment(text, options)
        expect(segmentation.parts.map((part) => part.text).join('')).toBe(segmentation.text)
        if (options.newline === undefined || options.newline === 'keep') expect(segmentation.text).toBe(text)
      }),
    )
  })

  test('the parts cover the argument end to end', () => {
    holds(
      fc.property(anyText, cutOptions, (text, options) => {
        let reached = 0
        for (const part of segment(text, options).parts) {
          expect(part.sourceStart).toBe(reached)
          reached = part.sourceEnd
        }
        expect(reached).toBe(text.length)
      }),
    )
  })

  test('no segment is over its capacity, in units or in octets', () => {
    holds(
      fc.property(anyText, wireOptions, (text, options) => {
        const { parts, perSegment } = segment(text, options)
        for (const part of parts) expect(part.units).toBeLessThanOrEqual(perSegment)
        for (const { userData, packed } of encode(text, options)) {
          expect(userData.length).toBeLessThanOrEqual(packed ? 140 : 160)
        }
      }),
    )
  })

  test('no surrogate pair is cut', () => {
    holds(
      fc.property(anyText, cutOptions, (text, options) => {
        const { parts } = segment(text, options)
        for (const [index, part] of parts.slice(1).entries()) {
          const cutsPair = LOW_SURROGATE_AT_START.test(part.text) && HIGH_SURROGATE_AT_END.test(parts[index]!.text)
          expect(cutsPair).toBe(false)
        }
      }),
    )
  })

  test('no escape pair is cut', () => {
    holds(
      fc.property(gsm7Text, wireOptions, (text, options) => {
        for (const { userData, hasHeader } of encode(text, { ...options, packed: false })) {
          // The escape is in no character but an extension one, so a segment that was cut in a pair would end in it.
          expect(userData.subarray(hasHeader ? 1 + userData[0]! : 0).at(-1)).not.toBe(0x1b)
        }
      }),
    )
  })

  test('the cuts are those of the reference: each segment as full as it goes', () => {
    holds(
      fc.property(anyText, cutOptions, (text, options) => {
        expect(segment(text, options)).toEqual(referenceSegment(text, options))
      }),
    )
  })

  test('a replacement is put as the reference puts it', () => {
    const replacement = fc.constantFrom('', '?', '€', '...', 'a€b')
    holds(
      fc.property(anyText, replacement, cutOptions, (text, replacement, options) => {
        const forced = { ...options, encoding: 'GSM-7', replacement } as const
        expect(segment(text, forced)).toEqual(referenceSegment(text, forced))
      }),
    )
  })

  test('count agrees with segment, and segment with encode', () => {
    holds(
      fc.property(anyText, cutOptions, (text, options) => {
        const { text: _text, dropped, parts, ...counted } = segment(text, options)
        expect(count(text, options)).toEqual(counted)
        expect(dropped).toBe(0)
        expect(parts).toHaveLength(counted.segments)
        if (counted.segments <= 255) expect(encode(text, options)).toHaveLength(counted.segments)
      }),
    )
  })

  test('the octets are those of the reference', () => {
    holds(
      fc.property(anyText, wireOptions, (text, options) => {
        expect(encode(text, options)).toEqual(referenceEncode(text, options))
      }),
    )
  })

  test('encodeInto writes what encode returns', () => {
    holds(
      fc.property(anyText, wireOptions, (text, options) => {
        const expected = encodeFlat(text, options)
        const target = new Uint8Array(expected.octets.length)
        const lengths = new Uint8Array(expected.lengths.length)
        expect(encodeInto(text, target, lengths, options)).toBe(expected.lengths.length)
        expect([...target]).toEqual(expected.octets)
        expect([...lengths]).toEqual(expected.lengths)
      }),
    )
  })
})

/** A reading, or the code of the error in its place; any error that is not the library's own fails. */
function outcome(read: () => Reading): Reading | string {
  try {
    return read()
  } catch (error) {
    const { code, name } = error as Unreadable & { name: string }
    if (code === undefined || !['SeptetError', 'Error'].includes(name)) throw error
    return code
  }
}

describe('for every octet', () => {
  function agrees(messages: ReadableMessage[]): void {
    const result = outcome(() => read(messages))
    expect(result).toEqual(outcome(() => referenceRead(messages)))
    if (typeof result !== 'string' && result.text !== undefined) expect(decode(messages)).toBe(result.text)
  }

  test('a message is read as the reference reads it, or refused with the same code', () => {
    holds(fc.property(anyMessage, (message) => agrees([message])))
  })

  test('so is a list of unrelated messages', () => {
    holds(fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 3 }), (messages) => agrees(messages)))
  })

  test('so are the segments of a text, damaged on their way', () => {
    const received = fc.tuple(wholeText, wireOptions).chain(([text, options]) => damage(encode(text, options)))
    holds(fc.property(received, (messages) => agrees(messages)))
  })
})
