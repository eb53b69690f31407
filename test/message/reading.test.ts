import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, encode, encodeBinary, read } from '../../src/index'
import type { ReadableMessage, ShortMessage } from '../../src/types'
import { readLeniently, readPartially, read as readStrictly, Unreadable } from '../reference/decode'
import { runs } from '../support/long'
import { hex, octets } from '../support/octets'
import { anyMessage, anyText, damage, wireOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'

const unpacked = (wire: string, dataCoding = 0, hasHeader = false): ReadableMessage => ({
  userData: octets(wire),
  dataCoding,
  hasHeader,
  packed: false,
})

describe('what there is of a message', () => {
  const THIRD_OF_FIVE = { userData: octets('06080463D00503 043F04300441'), dataCoding: 0x19, hasHeader: true }

  test('a lone segment has its text, its sequence number, and what is missing', () => {
    expect(read(THIRD_OF_FIVE, { partial: true })).toEqual({
      encoding: 'UCS-2',
      text: 'пас',
      elements: [],
      messageClass: 1,
      dataCoding: { octet: 0x19, encoding: 'UCS-2', messageClass: 1 },
      missing: [1, 2, 4, 5],
      parts: [{ sequence: 3, text: 'пас' }],
    })
    expect(decode(THIRD_OF_FIVE, { partial: true })).toBe('пас')
  })

  test('a message of which nothing is missing says so', () => {
    expect(read(encode('hi'), { partial: true })).toMatchObject({
      text: 'hi',
      missing: [],
      parts: [{ sequence: 1, text: 'hi' }],
    })
  })

  test('parts of 8-bit data are octets', () => {
    const [first, , third] = encodeBinary({ data: Uint8Array.from({ length: 300 }, (_, at) => at & 0xff) })
    const reading = read([third!, first!], { partial: true })
    expect(reading.missing).toEqual([2])
    expect(reading.parts!.map(({ sequence, data }) => [sequence, data!.length])).toEqual([
      [1, 134],
      [3, 32],
    ])
    expect(reading.data!.length).toBe(166)
  })

  test('segments of two messages are an error all the same', () => {
    const one = encode('a'.repeat(200), { reference: 1 })
    const other = encode('a'.repeat(200), { reference: 2 })
    expect(thrownBy(() => read([one[0]!, other[1]!], { partial: true }))).toMatchObject({ code: 'mixed-messages' })
  })

  test('any segments of any text give the text of those, in order', () => {
    const some = anyText
      .chain((text) => fc.tuple(fc.constant(text), wireOptions))
      .map(([text, options]) => encode(text, options))
      .chain((messages) => fc.tuple(fc.constant(messages), fc.shuffledSubarray(messages, { minLength: 1 })))
    fc.assert(
      fc.property(some, ([all, given]) => {
        const reading = read(given, { partial: true })
        const indexes = given.map((message) => all.indexOf(message)).sort((one, other) => one - other)
        expect(reading.missing).toEqual(all.map((_, index) => index + 1).filter((one) => !indexes.includes(one - 1)))
        expect(reading.parts!.map(({ sequence }) => sequence - 1)).toEqual(indexes)
        expect(reading.text).toBe(reading.parts!.map(({ text }) => text).join(''))
        expect(reading).toEqual(readPartially(given))
        expect(decode(given, { partial: true })).toBe(reading.text)
        if (given.length === all.length) expect(reading.text).toBe(decode(given))
      }),
      { numRuns: runs(150, 3000) },
    )
  })
})

describe('octets that are wrong, read leniently', () => {
  test.each<[string, ReadableMessage, string, number[]]>([
    ['a user data length beyond the octets', { ...unpacked('6869'), userDataLength: 5 }, 'hi', [2]],
    ['one that leaves octets', { ...unpacked('686921'), userDataLength: 2 }, 'hi', [2]],
    [
      'more packed septets than there is room for',
      { userData: octets('E8329BFD'), userDataLength: 9, dataCoding: 0, hasHeader: false },
      'hell',
      [4],
    ],
    ['an octet above 7F among septets', unpacked('68FF69'), 'h\ufffdi', [1]],
    ['two of them, and an escape before one', unpacked('1B80FF'), ' \ufffd\ufffd', [1, 2]],
    ['half a UCS-2 unit', unpacked('043F04', 8), 'п\ufffd', [2]],
    ['a UCS-2 text of one octet', unpacked('04', 8), '\ufffd', [0]],
    ['a byte order mark', unpacked('FEFF043F', 8), 'п', [0]],
    ['low octets first', unpacked('FFFE3F043004', 8), 'па', [0]],
    ['low octets first, and half a unit', unpacked('FFFE3F0430', 8), 'п\ufffd', [0, 4]],
    ['a mark after a header', unpacked('026F00FFFE3F04', 8, true), 'п', [3]],
    ['a header that is longer than the octets', unpacked('48656C6C6F', 0, true), 'Hello', [5]],
    ['a header that is longer than any', unpacked('FF41', 0, true), '\ufffdA', [0, 0]],
    ['no octet where a header should be', unpacked('', 0, true), '', [0]],
    [
      'a length within the header',
      { userData: octets('050003070101'), userDataLength: 6, dataCoding: 0, hasHeader: true },
      '',
      [0],
    ],
    ['a length within the header, in octets', { ...unpacked('05000307010141', 0, true), userDataLength: 5 }, '', [5]],
    ['more octets than the air carries', unpacked('41'.repeat(200)), 'A'.repeat(200), [160]],
  ])('%s', (_name, message, text, offsets) => {
    expect(decode(message, { lenient: true })).toBe(text)
    const { faults, ...reading } = read([message], { lenient: true })
    expect(faults!.map((fault) => [fault.message, fault.offset])).toEqual(offsets.map((offset) => [0, offset]))
    expect(reading.text).toBe(text)
    for (const { reason } of faults!) expect(reason).toMatch(/^[a-z]/)
  })

  test('8-bit data is never replaced', () => {
    const message = { ...unpacked('FEFF80FF00', 4), userDataLength: 9 }
    const { data, faults } = read(message, { lenient: true })
    expect(hex(data!)).toBe('FEFF80FF00')
    expect(faults).toHaveLength(1)
  })

  test('the mark of the first segment holds for those without one', () => {
    const part = (sequence: number, wire: string) => unpacked(`05000307020${sequence}${wire}`, 8, true)
    const messages = [part(2, '3004'), part(1, 'FFFE3F04')]
    expect(read(messages, { lenient: true })).toMatchObject({ text: 'па', faults: [{ message: 1, offset: 6 }] })
    expect(decode([part(1, 'FFFE3F04'), part(2, 'FEFF0430')], { lenient: true })).toBe('па')
  })

  test('the fault of a segment is named by its place in the argument', () => {
    const [first, second] = encode('ж'.repeat(80))
    const broken = { ...second!, userData: second!.userData.slice(0, -1) } as ShortMessage
    const { text, faults } = read([broken, first!], { lenient: true })
    expect(text).toBe(`${'ж'.repeat(79)}\ufffd`)
    expect(faults!.map(({ message, offset }) => [message, offset])).toEqual([
      [0, 30],
      [0, 31],
    ])
  })

  test('what is strictly right has no fault', () => {
    expect(read(encode('Привет'), { lenient: true })).toEqual({ ...read(encode('Привет')), faults: [] })
  })

  test('more octets than the air carries are right where that is said', () => {
    const message = unpacked('41'.repeat(200))
    expect(decode(message, { anyLength: true })).toBe('A'.repeat(200))
    expect(read(message, { anyLength: true, lenient: true }).faults).toEqual([])
    expect(thrownBy(() => read(unpacked(`${'41'.repeat(200)}FF`), { anyLength: true }))).toMatchObject({ offset: 200 })
  })

  test('user data of any length is read, a window of the core at a time', () => {
    const size = 100_003
    const gsm7 = new Uint8Array(size).fill(0x1b)
    for (let at = 1; at < size; at += 2) gsm7[at] = 0x65
    expect(decode({ userData: gsm7, dataCoding: 0, hasHeader: false, packed: false }, { lenient: true })).toBe(
      `${'€'.repeat((size - 1) / 2)} `,
    )
    const odd = Uint8Array.of(0x41, ...gsm7.subarray(0, -1))
    expect(decode({ userData: odd, dataCoding: 0, hasHeader: false, packed: false }, { lenient: true })).toBe(
      `A${'€'.repeat((size - 1) / 2)}`,
    )
    const text = 'ж'.repeat(60_000)
    const ucs2 = Uint8Array.from(Buffer.from(text, 'utf16le').swap16())
    expect(decode({ userData: ucs2, dataCoding: 8, hasHeader: false }, { lenient: true })).toBe(text)
  })

  test('packed septets of any length are read as the reference reads them', () => {
    const septets = fc.uint8Array({ minLength: 230, maxLength: 1200 })
    const escapes = fc.array(fc.constantFrom(0x36, 0x6d, 0xdb, 0xb6), { minLength: 230, maxLength: 900 })
    const wires = fc.oneof(
      septets,
      escapes.map((list) => Uint8Array.from(list)),
    )
    fc.assert(
      fc.property(wires, (userData) => {
        const message = { userData, dataCoding: 0, hasHeader: false }
        expect(decode(message, { lenient: true })).toBe(readLeniently([message]).reading.text)
      }),
      { numRuns: runs(40, 500) },
    )
  })

  test('any octets are read as the reference reads them, and as strictly where that succeeds', () => {
    const oneOrMore = fc.oneof(
      anyMessage.map((message) => [message]),
      anyText.map((text) => encode(text, { packed: false })).chain(damage),
    )
    fc.assert(
      fc.property(oneOrMore, (messages) => {
        const expected = outcome(() => readLeniently(messages))
        if (typeof expected === 'string') {
          expect(expected).toMatch(/^(mixed-messages|conflicting-segments|incomplete)$/)
          return
        }
        const { missing, parts, faults, ...reading } = read(messages, { partial: true, lenient: true })
        expect(reading).toEqual(expected.reading)
        expect(faults!.map(({ message, offset }) => ({ message, offset }))).toEqual(expected.places)
        if (faults!.length === 0 && missing!.length === 0) expect(reading).toEqual(read(messages))
        const strictly = outcome(() => readStrictly(messages))
        const isMark = ({ reason }: { reason: string }) => reason.includes('byte order')
        if (typeof strictly !== 'string') expect(faults!.filter((fault) => !isMark(fault))).toEqual([])
      }),
      { numRuns: runs(300, 10_000) },
    )
  })
})

describe('the options', () => {
  test.each([
    [{ partial: 1 }, 'invalid-type', 'options.partial'],
    [{ lenient: 'yes' }, 'invalid-type', 'options.lenient'],
    [{ strict: true }, 'unknown-option', 'options.strict'],
    [true, 'invalid-type', 'options'],
  ])('%j is refused', (options, code, argument) => {
    for (const call of [read, decode]) {
      expect(thrownBy(() => call(encode('a'), options as never))).toMatchObject({ code, argument })
    }
  })

  test('left out, or false, nothing is added', () => {
    const messages = encode('a')
    expect(read(messages, {})).toEqual(read(messages))
    expect(read(messages, { partial: false, lenient: false })).toEqual(read(messages))
    expect(Object.keys(read(messages))).not.toContain('faults')
  })
})

/** What a call returns, or the code it fails with. */
function outcome<Result>(call: () => Result): Result | string {
  try {
    return call()
  } catch (error) {
    if (error instanceof Unreadable) return error.code
    throw error
  }
}
