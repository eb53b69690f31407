import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeHeader, encode, encodeBinary, formatText, parseBinary, read } from '../../src/index'
import type { FormatRun, TextFormattingElement } from '../../src/types'
import { anyFormat } from '../support/elements'
import { runs } from '../support/long'
import { hex, octets, utf8 } from '../support/octets'
import { wholeText } from '../support/texts'
import { thrownBy } from '../support/thrown'

const RUNS = { numRuns: runs(300, 5_000) }

const bold = (start: number, length: number): FormatRun => ({ start, length, bold: true })
const headerOf = (userData: Uint8Array) => userData.subarray(0, 1 + userData[0]!)
const formats = (userData: Uint8Array) =>
  decodeHeader(headerOf(userData)).filter(
    (element): element is TextFormattingElement => element.type === 'textFormatting',
  )

describe('formatted text (TS 23.040 9.2.3.24.10.1.1)', () => {
  test('has an element for each run before it', () => {
    const [message, ...more] = formatText('Hello, World!', [{ start: 7, length: 5, italic: true, underline: true }])
    expect(more).toEqual([])
    expect(hex(headerOf(message!.userData))).toBe('050A03070560')
    expect(message).toMatchObject({
      hasHeader: true,
      dataCoding: 0,
      protocolId: 0,
      packed: true,
      userDataLength: 7 + 13,
    })
    expect(read(message!)).toMatchObject({
      text: 'Hello, World!',
      runs: [{ start: 7, length: 5, italic: true, underline: true }],
    })
  })

  test("is what the API's example is, except for the alphabet", () => {
    const [message] = encodeBinary(parseBinary('050A0307056048656C6C6F2C20576F726C6421'))
    const { data, runs } = read(message!)
    expect(new TextDecoder().decode(data)).toBe('Hello, World!')
    expect(runs).toEqual([{ start: 7, length: 5, italic: true, underline: true }])
  })

  test('without runs is the text', () => {
    for (const text of ['', 'hello', 'ж'.repeat(200), '€'.repeat(200)]) {
      expect(formatText(text, [])).toEqual(encode(text))
      expect(formatText(text, [], { packed: false, referenceBits: 16 })).toEqual(
        encode(text, { packed: false, referenceBits: 16 }),
      )
    }
  })

  test('has 153 septets beside one run, and 147 beside it and a concatenation element', () => {
    const septets = (length: number) =>
      formatText('x'.repeat(length), [bold(0, 1)]).map(
        ({ userData, userDataLength }) => userDataLength - Math.ceil((8 * (1 + userData[0]!)) / 7),
      )
    expect(septets(153)).toEqual([153])
    expect(septets(154)).toEqual([147, 7])
    expect(septets(147 + 153)).toEqual([147, 153])
  })

  test('a run that crosses a cut is repeated with its own position', () => {
    for (const [letter, perSegment] of [
      ['x', 147],
      ['ж', 64],
    ] as const) {
      const text = letter.repeat(perSegment * 2 + 10)
      const messages = formatText(text, [bold(10, perSegment * 2 - 15)])
      expect(messages.map(({ userData }) => formats(userData))).toEqual([
        [{ type: 'textFormatting', start: 10, length: perSegment - 10, bold: true }],
        [{ type: 'textFormatting', start: 0, length: perSegment - 5, bold: true }],
        [],
      ])
      expect(read(messages)).toMatchObject({ text, runs: [bold(10, perSegment * 2 - 15)] })
    }
  })

  test('positions count an extension character as one', () => {
    const [message] = formatText('€€[x]', [bold(2, 3)])
    expect(formats(message!.userData)).toEqual([{ type: 'textFormatting', start: 2, length: 3, bold: true }])
    expect(read(message!).runs).toEqual([bold(2, 3)])
  })

  test('a run that would not fit begins in the next segment', () => {
    const text = 'x'.repeat(300)
    const late = formatText(text, [bold(150, 5)])
    expect(late.map(({ userData }) => formats(userData).length)).toEqual([0, 1, 0])
    expect(read(late)).toMatchObject({ text, runs: [bold(150, 5)] })
  })

  test('a segment is not cut within a surrogate pair where a run would begin', () => {
    const text = `${'ж'.repeat(65)}😀${'ж'.repeat(20)}`
    const messages = formatText(text, [bold(66, 5)])
    expect(read(messages)).toMatchObject({ text })
    for (const message of messages) {
      const last = message.userData.subarray(-2)
      expect(last[0]! & 0xfc).not.toBe(0xd8)
    }
  })

  test('every text comes back with the look of each character', () => {
    const paint = (length: number, runs: readonly FormatRun[] = []) => {
      const looks = Array.from({ length }, () => [] as string[])
      for (const { start, length, ...look } of runs) {
        for (let at = start; at < start + length; at++) looks[at]!.push(JSON.stringify(look, Object.keys(look).sort()))
      }
      return looks.map((each) => each.sort().join())
    }
    const options = fc.record(
      {
        packed: fc.boolean(),
        referenceBits: fc.constantFrom(8, 16),
        reference: fc.nat(255),
        messageClass: fc.constantFrom(0, 1),
      },
      { requiredKeys: [] },
    )
    const spans = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 300 }), anyFormat), { maxLength: 6 })
    fc.assert(
      fc.property(wholeText, spans, options, (text, spans, options) => {
        const runs = spans
          .filter(([start]) => start < text.length)
          .map(([start, length, format]) => ({ start, length: Math.min(length, text.length - start), ...format }))
        const messages = formatText(text, runs, options as never)
        for (const { userData, packed } of messages) expect(userData.length).toBeLessThanOrEqual(packed ? 140 : 160)
        const reading = read(messages.reverse())
        expect(reading.text).toBe(text)
        expect(paint(text.length, reading.runs)).toEqual(paint(text.length, runs))
      }),
      RUNS,
    )
  })

  test('what a run inherits counts', () => {
    const run = Object.assign(Object.create({ bold: true }), { start: 0, length: 3 })
    expect(read(formatText('Hello', [run])).runs).toEqual([{ start: 0, length: 3, bold: true }])
  })

  test('an extension character takes no room that there is not', () => {
    const plain = Array.from({ length: 24 }, () => bold(0, 1))
    const colored = Array.from({ length: 3 }, () => ({ ...bold(0, 1), foreground: 'black', background: 'white' }))
    const runs = [...plain, ...colored] as FormatRun[]
    expect(formatText('a', runs)[0]!.userData.length).toBe(140)
    expect(thrownBy(() => formatText('€', runs))).toMatchObject({ code: 'invalid-value', argument: 'runs' })
  })

  test('a text of many runs is read as it was', () => {
    const text = 'ab'.repeat(8_000)
    const runs = Array.from({ length: 2_000 }, (_, index) => bold(index * 8, 3))
    const messages = formatText(text, runs)
    expect(read(messages)).toMatchObject({ text })
  })

  test.each([
    ['no list', 'ab', 5, undefined, 'invalid-type', 'runs'],
    ['a run that is none', 'ab', [7], undefined, 'invalid-type', 'runs[0]'],
    ['a run of nothing', 'ab', [bold(1, 0)], undefined, 'invalid-value', 'runs[0].length'],
    ['a run that reaches beyond the text', 'ab', [bold(1, 2)], undefined, 'invalid-value', 'runs[0].length'],
    ['a run at the end of the text', 'ab', [bold(2, 1)], undefined, 'invalid-value', 'runs[0].start'],
    ['a run in no text', '', [bold(0, 1)], undefined, 'invalid-value', 'runs[0].start'],
    [
      'an element that is no run',
      'ab',
      [{ ...bold(0, 1), type: 'rfc822' }],
      undefined,
      'invalid-value',
      'runs[0].type',
    ],
    ['a run after the text', 'ab', [bold(3, 1)], undefined, 'invalid-value', 'runs[0].start'],
    ['a misspelt style', 'ab', [{ ...bold(0, 1), blod: true }], undefined, 'unknown-option', 'runs[0].blod'],
    ['a size that is none', 'ab', [{ ...bold(0, 1), size: 'huge' }], undefined, 'invalid-value', 'runs[0].size'],
    ['a colour alone', 'ab', [{ ...bold(0, 1), background: 'grey' }], undefined, 'invalid-value', 'runs[0].foreground'],
    [
      'thirty runs at one place',
      'ab',
      Array.from({ length: 30 }, () => bold(0, 1)),
      undefined,
      'invalid-value',
      'runs',
    ],
    ['an option that rewrites the text', 'ab', [], { newline: 'lf' }, 'unsupported-option', 'options.newline'],
    ['runs that are no list', 'ab', {}, undefined, 'invalid-type', 'runs'],
    ['an inherited option', 'ab', [], Object.create({ maxSegments: 1 }), 'unsupported-option', 'options.maxSegments'],
    ['an option that is none', 'ab', [], { bold: true }, 'unknown-option', 'options.bold'],
    ['a text that is not GSM-7', 'ж', [], { encoding: 'GSM-7' }, 'unencodable', 'text'],
    ['256 segments', 'x'.repeat(153 * 255 + 1), [], undefined, 'too-many-segments', 'text'],
  ])('refuses %s', (_, text, runs, options, code, argument) => {
    expect(thrownBy(() => formatText(text, runs as never, options as never))).toMatchObject({ code, argument })
  })
})

describe('what other senders write', () => {
  const message = (header: string, text: string) => ({
    userData: Uint8Array.from([...octets(header), ...utf8(text)]),
    dataCoding: 0,
    hasHeader: true,
    packed: false,
  })

  test('a length of 0 formats all that follows', () => {
    expect(read(message('050A03020010', 'abcdef')).runs).toEqual([bold(2, 4)])
  })

  test('a run that reaches beyond the segment ends with it', () => {
    expect(read(message('050A0302FF10', 'abcdef')).runs).toEqual([bold(2, 4)])
    expect(read(message('050A0306FF10', 'abcdef')).runs).toBeUndefined()
  })
})
