import { describe, expect, test } from 'vitest'
import { count, decode, decodeHeader, encode, encodeInto, read } from '../../src/index'
import { thrownBy } from '../support/thrown'

/** A page has none. */
const withoutBuffer = typeof Buffer === 'undefined'

describe('what a caller may hand over', () => {
  test.skipIf(withoutBuffer)('elements of a Buffer are copies of their own', () => {
    const header = Buffer.from('0470020102', 'hex')
    const [element] = decodeHeader(header)
    header[3] = 9
    expect(element).toEqual({ type: 'unknown', id: 0x70, data: Uint8Array.of(1, 2) })
  })

  test.skipIf(withoutBuffer)('a message may be a Buffer, a view of a larger one, and from frozen objects', () => {
    const [message] = encode('hellohello')
    const pool = Buffer.concat([Buffer.from('zzz'), message!.userData, Buffer.from('zzz')])
    expect(decode(Object.freeze({ ...message!, userData: pool.subarray(3, 12) }))).toBe('hellohello')
  })

  test('compressed text is octets, never read as if it were plain', () => {
    for (const dataCoding of [0x20, 0x24, 0x28, 0x3f, 0x60]) {
      const message = { userData: Uint8Array.of(1, 2), dataCoding, hasHeader: false }
      expect(read(message)).toMatchObject({ data: Uint8Array.of(1, 2), dataCoding: { compressed: true } })
      expect(read(message).text).toBeUndefined()
      expect(thrownBy(() => decode(message)).code).toBe('unsupported')
    }
  })

  test('a segment with another data coding is no duplicate', () => {
    const [first, second] = encode('a'.repeat(200))
    const error = thrownBy(() => decode([first!, second!, { ...first!, dataCoding: 16 }]))
    expect(error.code).toBe('conflicting-segments')
  })

  test('a hole in the list of messages is named', () => {
    // biome-ignore lint/suspicious/noSparseArray: the very thing
    expect(thrownBy(() => decode([, encode('a')[0]] as never))).toMatchObject({
      code: 'invalid-type',
      argument: 'messages[0]',
    })
  })

  test('lengths that take no numbers are refused', () => {
    const target = new Uint8Array(200)
    for (const lengths of [
      Object.freeze([0]),
      new BigInt64Array(4),
      new Int8Array(4),
      new DataView(new ArrayBuffer(4)),
      {},
    ]) {
      const error = thrownBy(() => encodeInto('a', target, lengths as unknown as number[]))
      expect(error).toMatchObject({ code: 'invalid-type', argument: 'lengths' })
    }
  })

  test('a plain array of lengths grows', () => {
    const lengths: number[] = []
    expect(encodeInto('a'.repeat(200), new Uint8Array(400), lengths)).toBe(2)
    expect(lengths).toEqual([140, 48])
  })

  test('an option may be inherited', () => {
    expect(count('a', Object.create({ encoding: 'UCS-2' })).encoding).toBe('UCS-2')
  })
})
