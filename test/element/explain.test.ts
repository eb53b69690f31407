import { describe, expect, test } from 'vitest'
import { type Asked, explain } from '../../src/element/cost/explain'
import { createMeter } from '../../src/element/cost/meter'
import { canGrant } from '../../src/element/field/wish'
import * as septet from '../../src/element/library/library'
import { makeVisible } from '../../src/element/view/foreign-list'

const explained = (text: string, asked?: Asked) => explain(septet, text, createMeter(septet, {}), asked)

describe('what the counter says beside the count', () => {
  test('each character outside GSM-7 once, and what all replacements save', () => {
    const text = `“${'a'.repeat(100)}”“`
    expect(explained(text)).toMatchObject({
      characters: [
        { text: '“', replacement: '"' },
        { text: '”', replacement: '"' },
      ],
      saved: 1,
      latin: undefined,
    })
    expect(explained('a')).toMatchObject({ characters: [], saved: 0 })
  })

  test('no character of a text that is all in another alphabet', () => {
    expect(explained('Ваш заказ – готов')).toMatchObject({ otherAlphabet: true, characters: [] })
    expect(explained('Dear Оля')).toMatchObject({ otherAlphabet: false })
    expect(explained('Dear Оля').characters).toHaveLength(3)
  })

  test('a text in Latin letters where it costs no more', () => {
    const text = 'Привет, «мир»'.repeat(8)
    const { latin } = explained(text, { scheme: 'translit' })
    expect(latin).toMatchObject({ saved: 1, count: { encoding: 'GSM-7', segments: 1 } })
    expect(explained('Hello', { scheme: 'translit' }).latin).toBeUndefined()
  })
})

test.each([
  ['ж', 'ж'],
  ['\u0301', '◌\u0301'],
  ['\u202e', 'U+202E'],
  ['👩\u200d👧', '👩\u200d👧'],
])('%j is shown as %j', (character, shown) => {
  expect(makeVisible(character)).toBe(shown)
})

describe('a wish', () => {
  const field = (state: object) =>
    ({ value: 'a’b', readOnly: false, maxLength: -1, matches: () => false, ...state }) as unknown as HTMLInputElement
  const replace = { kind: 'replace', replacements: new Map([['’', '...']]) } as const

  test.each([
    ['in a field that can be written', {}, true],
    ['in one that is read only', { readOnly: true }, false],
    ['in one that is disabled', { matches: () => true }, false],
    ['where the new text fits', { maxLength: 5 }, true],
    ['where it does not', { maxLength: 4 }, false],
  ])('to replace %s: %s', (_, state, can) => {
    expect(canGrant(field(state), replace)).toBe(can)
  })

  test('to find needs no writing', () => {
    expect(canGrant(field({ readOnly: true }), { kind: 'find', character: '’' })).toBe(true)
  })
})

test('all replacements together leave letters of a language, unless the page asks for them', () => {
  const text = `“Você” ${'a'.repeat(70)}`
  expect([...explained(text).replacements.keys()]).toEqual(['“', '”'])
  expect(explained(text).saved).toBe(0)
  expect([...explained(text, { letters: true }).replacements.keys()]).toEqual(['“', 'ê', '”'])
  expect(explained(text, { letters: true }).saved).toBe(1)
})
