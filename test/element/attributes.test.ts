import { describe, expect, test } from 'vitest'
import { readFlag, readOptions, readPlaceholders, readRate, readScheme, readSpeech } from '../../src/element/attributes'

/** An element with these attributes, in a page without a language. */
const withAttributes = (attributes: Record<string, string>) =>
  ({
    getAttribute: (name: string) => attributes[name] ?? null,
    hasAttribute: (name: string) => attributes[name] !== undefined,
    closest: () => (attributes.lang === undefined ? null : { getAttribute: () => attributes.lang }),
    getRootNode: () => ({}),
  }) as unknown as Element

const reported = (read: (element: Element, report: (message: string) => void) => unknown, attributes: object) => {
  const messages: string[] = []
  const value = read(withAttributes(attributes as Record<string, string>), (message) => messages.push(message))
  return { value, messages }
}

describe('an attribute', () => {
  test.each([
    [{}, false],
    [{ mark: '' }, true],
    [{ mark: 'mark' }, true],
    [{ mark: 'true' }, true],
    [{ mark: 'false' }, false],
  ])('without a value is there or not, and false is not: %o', (attributes, isThere) => {
    expect(readFlag(withAttributes(attributes as Record<string, string>), 'mark')).toBe(isThere)
  })

  test('that React 18 writes of a boolean is the same as without a value', () => {
    const braces = { syntax: '{x}', length: 20 }
    expect(reported(readPlaceholders, { placeholders: 'true' })).toEqual({ value: braces, messages: [] })
    expect(reported(readPlaceholders, { placeholders: 'false' })).toEqual({ value: undefined, messages: [] })
  })

  test('is an option of count', () => {
    const attributes = { newline: 'crlf', encoding: 'UCS-2', 'reference-bits': '16' }
    const value = { newline: 'crlf', encoding: 'UCS-2', referenceBits: 16 }
    expect(reported(readOptions, attributes)).toEqual({ value, messages: [] })
    expect(reported(readOptions, {})).toEqual({ value: {}, messages: [] })
  })

  test.each([
    [readOptions, { newline: 'cr' }, {}, 'newline="cr" is none of keep, lf, crlf'],
    [readScheme, { transliterate: 'latin' }, undefined, 'transliterate="latin" is none of translit, volapuk'],
    [readRate, { rate: '-1' }, undefined, 'rate="-1" is no price'],
    [readRate, { rate: 'free' }, undefined, 'rate="free" is no price'],
    [
      readPlaceholders,
      { placeholders: '<x>' },
      undefined,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder as JavaScript writes it
      'placeholders="<x>" is none of {x}, {{x}}, ((x)), ${x}, %x%, [x], #x#',
    ],
    [
      readPlaceholders,
      { placeholders: '[x]', 'placeholder-length': 'long' },
      { syntax: '[x]', length: 20 },
      'placeholder-length="long" is no number of characters',
    ],
  ])('that says nothing useful is reported, and counts as not there', (read, attributes, value, message) => {
    expect(reported(read, attributes)).toEqual({ value, messages: [message] })
  })

  test('says how placeholders are written, and how long a field is', () => {
    const read = (attributes: object) => reported(readPlaceholders, attributes).value
    expect(read({})).toBeUndefined()
    expect(read({ placeholders: '' })).toEqual({ syntax: '{x}', length: 20 })
    expect(read({ placeholders: '((x))', 'placeholder-length': '40' })).toEqual({ syntax: '((x))', length: 40 })
  })

  test('says a span of segments in its language', () => {
    const say = (lang: string, least: string, n: number) => {
      const { value } = reported(readSpeech, { lang })
      return (value as ReturnType<typeof readSpeech>).say('segmentsRange', { least, n }).text
    }
    expect([say('en', '1', 2), say('ru', '1', 2), say('ru', '20', 21)]).toEqual([
      '1 to 2 segments',
      'от 1 до 2 сегментов',
      'от 20 до 21 сегмента',
    ])
  })

  test('has braces of the author as they are, except the names of values', () => {
    const { value } = reported(readSpeech, { texts: '{"left": "{n} {constructor} {x}"}' })
    expect((value as ReturnType<typeof readSpeech>).say('left', { n: 3 }).text).toBe('3 {constructor} {x}')
  })

  test('says how prices and numbers are written', () => {
    const speak = (attributes: object) => {
      const { value, messages } = reported(readSpeech, attributes)
      const { cost, say } = value as ReturnType<typeof readSpeech>
      return [cost(3), say('segments', { n: 3 }), messages]
    }
    const own = { text: '3 SMS' }
    expect(speak({ rate: '0.1', currency: 'EUR' })).toEqual(['€0.30', { text: '3 segments', lang: 'en' }, []])
    expect(speak({ lang: 'ru' })).toEqual([undefined, { text: '3 сегмента', lang: 'ru' }, []])
    expect(speak({ texts: '{"segments": "{n} SMS", "x": "y"}' })).toEqual([
      undefined,
      own,
      [expect.stringMatching(/^texts: "x" is none of label, /)],
    ])
    expect(speak({ rate: '1', currency: 'euro' })[2]).toEqual(['currency="euro" is no currency'])
  })
})
