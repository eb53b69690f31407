// Arrow columnar format, variable-size binary layout: the buffers of its vectors are counted as they are.
import { type Data, LargeUtf8, makeVector, Utf8, type Vector, vectorFromArray } from 'apache-arrow'
import { describe, expect, test } from 'vitest'
import { count, countUtf8 } from '../../src/index'

const TEXTS = Array.from({ length: 1000 }, (_, index) =>
  index % 7 === 0
    ? null
    : ['Hello', 'Привет', '', '[€]'.repeat(60), '😀'.repeat(50)][index % 5]!.repeat(1 + (index % 3)),
)

/** Segments of every row, chunk by chunk. */
function segmentsOf(vector: Vector<Utf8 | LargeUtf8>): number[] {
  return vector.data.flatMap((chunk: Data<Utf8 | LargeUtf8>) => {
    const { values, valueOffsets, length, nullBitmap: validity, offset: validityOffset } = chunk
    return [...countUtf8(values, valueOffsets, { length, validity, validityOffset }).segments]
  })
}

function expected(texts: readonly (string | null)[]): number[] {
  return texts.map((text) => (text === null ? 0 : count(text).segments))
}

describe.each([
  ['Utf8', new Utf8()],
  ['LargeUtf8', new LargeUtf8()],
])('%s vectors of apache-arrow', (_, type) => {
  const whole = vectorFromArray(TEXTS, type) as Vector<Utf8 | LargeUtf8>
  const chunked = makeVector([
    ...(vectorFromArray(TEXTS.slice(0, 300), type) as Vector<Utf8>).data,
    ...(vectorFromArray(TEXTS.slice(300, 301), type) as Vector<Utf8>).data,
    ...(vectorFromArray(TEXTS.slice(301), type) as Vector<Utf8>).data,
  ]) as unknown as Vector<Utf8 | LargeUtf8>

  test('are counted, nulls as 0 segments', () => {
    expect(segmentsOf(whole)).toEqual(expected(TEXTS))
  })

  test('are counted in chunks', () => {
    expect(chunked.data).toHaveLength(3)
    expect(segmentsOf(chunked)).toEqual(expected(TEXTS))
  })

  test.each([
    [0, 1000],
    [1, 999],
    [7, 20],
    [13, 14],
    [8, 8],
    [299, 302],
    [250, 700],
  ])('are counted when sliced from %i to %i', (begin, end) => {
    expect(segmentsOf(whole.slice(begin, end))).toEqual(expected(TEXTS.slice(begin, end)))
    expect(segmentsOf(chunked.slice(begin, end))).toEqual(expected(TEXTS.slice(begin, end)))
  })

  test('are counted without nulls', () => {
    const texts = TEXTS.filter((text) => text !== null)
    expect(segmentsOf(vectorFromArray(texts, type) as Vector<Utf8>)).toEqual(expected(texts))
  })
})
