import { describe, expect, test } from 'vitest'
import { countUtf8, decodeServiceIndication, formatText, fromHex, read, toHex } from '../../src/index'
import type { FormatRun } from '../../src/types'
import { utf8 } from '../support/octets'
import { thrownBy } from '../support/thrown'
import { countWork, expectLinear } from '../support/work'

/** Beyond a window of the core at both sizes. */
const UNITS = 2 ** 16

function formatted(units: number, runs: number): unknown {
  const places = Array.from({ length: runs }, (_, index) => Math.floor((index * units) / runs))
  return read(
    formatText(
      'ab'.repeat(units / 2),
      places.map((start): FormatRun => ({ start, length: 3, bold: true })),
    ),
  )
}

describe('the work grows as the octets do', () => {
  test.each<[string, string]>([
    ['ASCII', 'a'],
    ['GSM-7 of several octets', 'é€'],
    ['UCS-2', 'ж😀'],
  ])('countUtf8, one message of %s', (_, characters) => {
    expectLinear((size) => {
      const octets = utf8(characters.repeat(size))
      return countUtf8(octets, Int32Array.of(0, octets.length))
    }, UNITS)
  })

  test('countUtf8, malformed octets', () => {
    expectLinear((size) => countUtf8(new Uint8Array(size).fill(0xf0), Int32Array.of(0, size)), UNITS)
  })

  test('toHex and fromHex', () => {
    expectLinear((size) => toHex(fromHex('7f'.repeat(size))), 2 ** 12)
  })

  // Each segment, of which there are 255 at most, looks through the runs.
  test('formatText and read, more runs in a text', () => {
    expectLinear((size) => formatted(16_000, size), 250)
  })

  test('formatText and read, more text for the runs', () => {
    expectLinear((size) => formatted(size, 100), 4000)
  })
})

test('a document that refers to a long string again and again ends early', () => {
  const table = utf8('a'.repeat(8000))
  const references = Array.from({ length: 8000 }, () => [0x83, 0]).flat()
  const document = Uint8Array.of(...[3, 5, 106, 0xbe, 0x41], ...table, 0, ...[0x45, 0x46], ...references, 1, 1)
  expect(thrownBy(() => decodeServiceIndication(document))).toMatchObject({ code: 'malformed' })
  expect(countWork(() => thrownBy(() => decodeServiceIndication(document)))).toBeLessThan(20 * document.length)
})
