import { describe, expect, test } from 'vitest'
import { insert } from '../../src/element/field/insert'
import { adoptStyle } from '../../src/element/view/sheet'
import { STYLE } from '../../src/element/view/style'

// A runtime that has a document, but not all of a browser, such as jsdom 26.

class Sheet {
  text = ''
  replaceSync(text: string) {
    this.text = text
  }
}

/** A shadow root in a document whose window has this CSSStyleSheet. */
const rootOf = (CSSStyleSheet: unknown, adopted?: unknown[]) => {
  const ownerDocument = { defaultView: { CSSStyleSheet } }
  return { ownerDocument, ...(adopted && { adoptedStyleSheets: adopted }) } as unknown as ShadowRoot
}

describe('a counter needs no style to count', () => {
  test.each([
    ['a sheet cannot be filled', rootOf(class {}, [])],
    ['a root adopts no sheets', rootOf(Sheet)],
    ['there is neither', rootOf(class {})],
    ['there are no sheets at all', rootOf(undefined)],
  ])('where %s', (_, root) => {
    expect(() => adoptStyle(root)).not.toThrow()
    expect(root.adoptedStyleSheets ?? []).toEqual([])
  })
})

test('counters of one document share one sheet, and it has the style', () => {
  const [one, other] = [rootOf(Sheet, []), rootOf(Sheet, [])]
  const same = { ...one, adoptedStyleSheets: [] } as unknown as ShadowRoot
  for (const root of [one, other, same]) adoptStyle(root)
  expect(one.adoptedStyleSheets).toEqual([Object.assign(new Sheet(), { text: STYLE })])
  expect(same.adoptedStyleSheets[0]).toBe(one.adoptedStyleSheets[0])
  expect(other.adoptedStyleSheets[0]).not.toBe(one.adoptedStyleSheets[0])
})

test('a button writes into the field where there is no execCommand', () => {
  const events: string[] = []
  const field = {
    ownerDocument: {},
    value: 'a’b',
    selectionStart: 1,
    selectionEnd: 2,
    setRangeText(text: string, start: number, end: number) {
      this.value = this.value.slice(0, start) + text + this.value.slice(end)
    },
    dispatchEvent: ({ type }: Event) => events.push(type),
  }
  const before = globalThis.InputEvent
  globalThis.InputEvent = Event as unknown as typeof InputEvent
  insert(field as unknown as HTMLElement, "'")
  globalThis.InputEvent = before
  expect([field.value, events]).toEqual(["a'b", ['input']])
})
