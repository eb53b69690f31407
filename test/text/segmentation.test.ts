import { describe, expect, test } from 'vitest'
import { count, encode, segment } from '../../src/index'
import type { TextOptions } from '../../src/types'
import * as reference from '../reference/segment'
import vectors from '../vectors/segmentation.json'

interface Case {
  name: string
  text: [characters: string, times: number][]
  options?: TextOptions
  encoding: 'GSM-7' | 'UCS-2'
  units: number
  parts: number[]
  perSegment: number
  remaining: number
}
const cases = vectors.cases as unknown as Case[]
const loneSurrogates = (characters: string) =>
  characters.replace(/U\+([0-9A-F]{4})/g, (_, unit) => String.fromCharCode(Number.parseInt(unit, 16)))
const textOf = (pieces: Case['text']) =>
  pieces.map(([characters, times]) => loneSurrogates(characters).repeat(times)).join('')

describe('a text is cut where the standard allows', () => {
  test.each(cases)('$name', ({ text, options, encoding, units, parts, perSegment, remaining }) => {
    const counted = { encoding, units, segments: parts.length, perSegment, remaining }
    const segmentation = segment(textOf(text), options)
    expect(segmentation).toMatchObject(counted)
    expect(segmentation.parts.map((part) => part.units)).toEqual(parts)
    expect(count(textOf(text), options)).toEqual(counted)
    expect(encode(textOf(text), options)).toHaveLength(parts.length)
  })

  test.each(cases)(
    'and the reference agrees: $name',
    ({ text, options, encoding, units, parts, perSegment, remaining }) => {
      const segmentation = reference.segment(textOf(text), options)
      expect(segmentation).toMatchObject({ encoding, units, segments: parts.length, perSegment, remaining })
      expect(segmentation.parts.map((part) => part.units)).toEqual(parts)
    },
  )
})

describe('the parts', () => {
  test('carry their text and its offsets', () => {
    const text = `${'a'.repeat(152)}€${'b'.repeat(20)}`
    expect(segment(text)).toEqual({
      encoding: 'GSM-7',
      units: 174,
      segments: 2,
      perSegment: 153,
      remaining: 131,
      text,
      dropped: 0,
      parts: [
        { text: 'a'.repeat(152), units: 152, start: 0, end: 152, sourceStart: 0, sourceEnd: 152 },
        { text: `€${'b'.repeat(20)}`, units: 22, start: 152, end: 173, sourceStart: 152, sourceEnd: 173 },
      ],
    })
  })

  test('of an empty text are one empty part', () => {
    expect(segment('').parts).toEqual([{ text: '', units: 0, start: 0, end: 0, sourceStart: 0, sourceEnd: 0 }])
  })

  test('keep a surrogate pair whole', () => {
    const { parts } = segment(`${'ж'.repeat(66)}😀${'ж'.repeat(10)}`)
    expect(parts.map((part) => part.text)).toEqual(['ж'.repeat(66), `😀${'ж'.repeat(10)}`])
  })

  test('lie end to end in the text, whatever stands at the border', () => {
    for (const at of [150, 151, 152, 153, 303, 304, 305, 306]) {
      const text = `${'a'.repeat(at)}€${'a'.repeat(200)}`
      const { parts } = segment(text)
      expect(parts.map((part) => part.text).join('')).toBe(text)
      for (const part of parts) expect(part.text).toBe(text.slice(part.start, part.end))
    }
  })
})

describe('the offsets in the argument', () => {
  test('are those in the text where no option rewrote it', () => {
    for (const part of segment('ж😀'.repeat(100)).parts) {
      expect([part.sourceStart, part.sourceEnd]).toEqual([part.start, part.end])
    }
  })

  test('count a CR LF as the two units it was, though one is sent', () => {
    const { text, parts } = segment('\r\n'.repeat(200), { newline: 'lf' })
    expect(text).toBe('\n'.repeat(200))
    expect(parts.map((part) => [part.start, part.end])).toEqual([
      [0, 153],
      [153, 200],
    ])
    expect(parts.map((part) => [part.sourceStart, part.sourceEnd])).toEqual([
      [0, 306],
      [306, 400],
    ])
  })

  test('count an LF as the one unit it was, though two are sent', () => {
    const { text, parts } = segment('\n'.repeat(100), {
      newline: 'crlf',
      limits: { gsm7: { single: 160, multi: 152 } },
    })
    expect(text).toBe('\r\n'.repeat(100))
    expect(parts.map((part) => [part.start, part.end])).toEqual([
      [0, 152],
      [152, 200],
    ])
    expect(parts.map((part) => [part.sourceStart, part.sourceEnd])).toEqual([
      [0, 76],
      [76, 100],
    ])
  })

  test('count an emoji as its two units, though one character replaces it', () => {
    const { text, parts } = segment('😀'.repeat(161), { encoding: 'GSM-7', replacement: '?' })
    expect(text).toBe('?'.repeat(161))
    expect(parts.map((part) => [part.sourceStart, part.sourceEnd])).toEqual([
      [0, 306],
      [306, 322],
    ])
  })

  test('cover all of the argument, dropped characters too', () => {
    const source = `ж${'a'.repeat(200)}ж`
    const { text, parts } = segment(source, { encoding: 'GSM-7', replacement: '' })
    expect(text).toBe('a'.repeat(200))
    expect(parts[0]!.sourceStart).toBe(0)
    expect(parts[0]!.sourceEnd).toBe(parts[1]!.sourceStart)
    expect(parts[1]!.sourceEnd).toBe(source.length)
  })
})
