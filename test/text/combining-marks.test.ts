import { expect, test } from 'vitest'
import { isAlone, mayHaveMarks } from '../../src/text/combining-marks'
import { LONG } from '../support/long'

const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
const alone = units.filter((unit) => isAlone(unit.charCodeAt(0)))
const joins = units.filter((unit) => /\p{M}|\u200d|\u200c/u.test(unit))

test('what stands alone is no mark', () => {
  expect(joins.filter((unit) => isAlone(unit.charCodeAt(0)))).toEqual([])
  expect(alone.length).toBeGreaterThan(28_000)
})

test('a text may have marks where one of its units does not stand alone and is no half of a pair', () => {
  const half = /[\ud800-\udfff]/
  expect(units.filter(mayHaveMarks)).toEqual(units.filter((unit) => !isAlone(unit.charCodeAt(0)) && !half.test(unit)))
  expect(['', 'Да № 5 — 😀', '😀\u0306'].map(mayHaveMarks)).toEqual([false, false, true])
})

test('what stands alone is a cluster by itself before and after any other such', () => {
  const segmenter = new Intl.Segmenter('und')
  const letters = alone.filter((unit) => unit !== '\r' && unit !== '\n')
  for (const other of LONG ? ['a', 'ж', '中', 'か', '©', '‼', ' ', '\u00ad', '\u2028'] : ['a', '\u00ad']) {
    // In pieces: each cluster that is listed holds a copy of the whole text.
    for (let from = 0; from < letters.length; from += 200) {
      const text = letters.slice(from, from + 200).join(other)
      expect([...segmenter.segment(text)]).toHaveLength(text.length)
    }
  }
})
