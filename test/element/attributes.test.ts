import { describe, expect, test } from 'vitest'
import { readOptions, readRate, readScheme, readSpeech } from '../../src/element/attributes'

/** An element with these attributes, in a page without a language. */
const withAttributes = (attributes: Record<string, string>) =>
  ({
    getAttribute: (name: string) => attributes[name] ?? null,
    closest: () => (attributes.lang === undefined ? null : { getAttribute: () => attributes.lang }),
    getRootNode: () => ({}),
  }) as unknown as Element

const reported = (read: (element: Element, report: (message: string) => void) => unknown, attributes: object) => {
  const messages: string[] = []
  const value = read(withAttributes(attributes as Record<string, string>), (message) => messages.push(message))
  return { value, messages }
}

describe('an attribute', () => {
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
  ])('that says nothing useful is reported, and counts as not there', (read, attributes, value, message) => {
    expect(reported(read, attributes)).toEqual({ value, messages: [message] })
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
