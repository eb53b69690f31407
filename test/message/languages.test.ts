import { expect, test } from 'vitest'
import { read } from '../../src/index'
import { LANGUAGES } from '../../src/text/language-names'

/** Those with a locking shift table (TS 23.038 A.3): all but Spanish. */
const LOCKING: readonly string[] = LANGUAGES.filter((language) => language !== 'spanish')

/** One septet, an octet each, after the elements that name the tables. */
function message(...elements: [id: number, language: number][]) {
  const header = elements.flatMap(([id, language]) => [id, 1, language])
  return { userData: Uint8Array.of(header.length, ...header, 0x41), dataCoding: 0, hasHeader: true, packed: false }
}

test.each(LANGUAGES.map((language, index) => [language, index + 1] as const))('a message names %s', (language, id) => {
  expect(read(message([0x24, id])).languages).toEqual([language])
  const isLocking = LOCKING.includes(language)
  expect(read(message([0x25, id])).languages).toEqual(isLocking ? [language] : undefined)
  expect(read(message([0x24, id], [0x25, id])).languages).toEqual([language])
  const other = id === 1 ? 3 : 1
  const both = read(message([0x24, other], [0x25, id])).languages
  expect(both).toEqual(isLocking ? [LANGUAGES[other - 1], language] : [LANGUAGES[other - 1]])
})

test('a language that is reserved is none', () => {
  expect(read(message([0x24, 14], [0x25, 200])).languages).toBeUndefined()
})
