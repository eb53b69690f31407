import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCollector, decode, encode, encodeBinary, type Pending, read } from '../../src/index'
import type { ShortMessage } from '../../src/types'
import { runs } from '../support/long'
import { octets } from '../support/octets'
import { anyText } from '../support/texts'
import { thrownBy } from '../support/thrown'

const LONG_TEXT = 'a'.repeat(400)
const [FIRST, SECOND, THIRD] = encode(LONG_TEXT, { reference: 7 }) as [ShortMessage, ShortMessage, ShortMessage]

describe('segments as they arrive', () => {
  test('become a message with the last of them, in any order', () => {
    const collector = createCollector()
    expect(collector.add(THIRD)).toEqual({ evicted: [] })
    expect(collector.add(FIRST)).toEqual({ evicted: [] })
    const { reading, messages, evicted } = collector.add(SECOND)
    expect(reading).toEqual(read([FIRST, SECOND, THIRD]))
    expect(messages).toEqual([FIRST, SECOND, THIRD])
    expect(evicted).toEqual([])
    expect(collector.pending).toEqual([])
  })

  test('a message that is one segment comes back at once', () => {
    const collector = createCollector()
    expect(collector.add(encode('hi')[0]!)).toMatchObject({ reading: { text: 'hi' }, evicted: [] })
    expect(collector.pending).toEqual([])
  })

  test('what is pending says what it has and lacks', () => {
    const collector = createCollector()
    collector.add(SECOND, { from: 'A', to: 'B' }, 100)
    collector.add(FIRST, { from: 'A', to: 'B' }, 200)
    expect(collector.pending).toEqual([
      {
        key: { from: 'A', to: 'B' },
        reference: 7,
        total: 3,
        have: [1, 2],
        missing: [3],
        since: 100,
        messages: [FIRST, SECOND],
      },
    ])
  })

  test('a copy changes nothing', () => {
    const collector = createCollector()
    collector.add(FIRST, {}, 1)
    expect(collector.add(FIRST, {}, 5)).toEqual({ evicted: [] })
    expect(collector.pending).toMatchObject([{ have: [1], since: 1 }])
  })

  test('a resend after the last begins anew', () => {
    const collector = createCollector()
    const texts = [FIRST, SECOND, THIRD, FIRST, SECOND, THIRD].map((one) => collector.add(one).reading?.text)
    expect(texts).toEqual([undefined, undefined, LONG_TEXT, undefined, undefined, LONG_TEXT])
  })

  test('senders, receivers, references, widths, totals and encodings are kept apart', () => {
    const collector = createCollector()
    collector.add(FIRST, { from: 'A', to: 'B' })
    collector.add(SECOND, { from: 'B', to: 'B' })
    collector.add(SECOND, { from: 'A', to: 'C' })
    collector.add(SECOND)
    collector.add(encode(LONG_TEXT, { reference: 8 })[1]!, { from: 'A', to: 'B' })
    collector.add(encode(LONG_TEXT, { reference: 7, referenceBits: 16 })[1]!, { from: 'A', to: 'B' })
    collector.add(encode('a'.repeat(500), { reference: 7 })[1]!, { from: 'A', to: 'B' })
    collector.add(encode('ж'.repeat(200), { reference: 7 })[1]!, { from: 'A', to: 'B' })
    expect(collector.pending).toHaveLength(8)
  })

  test('the sender of a Deliver is its originator', () => {
    const collector = createCollector()
    const from = (value: string, message: ShortMessage) => ({
      ...message,
      originator: { value, type: 'international' },
    })
    collector.add(from('1', FIRST))
    collector.add(from('2', SECOND))
    collector.add(from('2', SECOND), { from: '1' })
    expect(collector.pending.map(({ key, have }) => [key.from, have])).toEqual([
      ['1', [1, 2]],
      ['2', [2]],
    ])
    expect(collector.add(from('1', THIRD)).messages![0]!.originator.value).toBe('1')
  })

  test('octets that the caller writes over later are not those that are kept', () => {
    const collector = createCollector()
    for (const message of [FIRST, SECOND]) {
      const userData = Buffer.from(message.userData)
      collector.add({ ...message, userData })
      userData.fill(0)
    }
    expect(collector.add(THIRD).reading!.text).toBe(LONG_TEXT)
  })

  test('8-bit data comes together too', () => {
    const collector = createCollector()
    const data = Uint8Array.from({ length: 200 }, (_, at) => at)
    const [one, other] = encodeBinary({ data })
    collector.add(other!)
    expect(collector.add(one!).reading!.data).toEqual(data)
  })
})

describe('a number that is used again', () => {
  const other = encode('b'.repeat(400), { reference: 7 })

  test('before the message is whole gives the old one up', () => {
    const collector = createCollector()
    collector.add(FIRST, {}, 1)
    collector.add(SECOND, {}, 2)
    const { evicted } = collector.add(other[0]!, {}, 3)
    expect(evicted).toMatchObject([{ have: [1, 2], missing: [3], since: 1 }])
    expect(decode(evicted[0]!.messages, { partial: true })).toBe('a'.repeat(306))
    expect(collector.pending).toMatchObject([{ have: [1], since: 3 }])
    collector.add(other[1]!)
    expect(collector.add(other[2]!).reading!.text).toBe('b'.repeat(400))
  })
})

describe('memory', () => {
  test('is that of the messages allowed: the oldest is given up', () => {
    const collector = createCollector({ maxPending: 2 })
    const evicted = [1, 2, 3, 4].flatMap((reference) => {
      return collector.add(encode(LONG_TEXT, { reference })[0]!, { from: 'A' }).evicted
    })
    expect(evicted.map(({ reference }) => reference)).toEqual([1, 2])
    expect(collector.pending.map(({ reference }) => reference)).toEqual([3, 4])
  })

  test('one message may be all', () => {
    const collector = createCollector({ maxPending: 1 })
    expect([FIRST, SECOND, THIRD].map((one) => collector.add(one).reading?.text)).toEqual([
      undefined,
      undefined,
      LONG_TEXT,
    ])
  })
})

describe('expiry', () => {
  test('gives up what began before, by the clock of the caller', () => {
    const collector = createCollector()
    collector.add(FIRST, { from: 'A' }, 10)
    collector.add(SECOND, { from: 'A' }, 99)
    collector.add(FIRST, { from: 'B' }, 20)
    collector.add(FIRST, { from: 'C' })
    expect(collector.expire(10)).toEqual([])
    expect(collector.expire(20)).toMatchObject([{ key: { from: 'A' }, have: [1, 2] }])
    expect(collector.pending.map(({ key }) => key.from)).toEqual(['B', 'C'])
    expect(collector.expire(Number.POSITIVE_INFINITY).map(({ key }) => key.from)).toEqual(['B'])
  })
})

describe('what is wrong', () => {
  test.each([
    ['a message', () => createCollector().add({} as never), 'invalid-type', 'message.dataCoding'],
    ['a header', () => createCollector().add({ ...FIRST, userData: octets('48') }), 'truncated', 'message.userData'],
    ['a key', () => createCollector().add(FIRST, { from: 1 } as never), 'invalid-type', 'key.from'],
    ['a member of a key', () => createCollector().add(FIRST, { sender: '1' } as never), 'unknown-option', 'key.sender'],
    ['a time', () => createCollector().add(FIRST, {}, Number.NaN), 'invalid-value', 'at'],
    ['an expiry', () => createCollector().expire('now' as never), 'invalid-type', 'before'],
    ['no room', () => createCollector({ maxPending: 0 }), 'invalid-value', 'options.maxPending'],
    ['an option', () => createCollector({ max: 1 } as never), 'unknown-option', 'options.max'],
  ])('%s', (_name, call, code, argument) => {
    expect(thrownBy(call)).toMatchObject({ name: 'SeptetError', code, argument })
  })

  test('a segment that cannot be read changes nothing', () => {
    const collector = createCollector()
    collector.add(FIRST)
    thrownBy(() => collector.add({ ...SECOND, userDataLength: 3 }))
    expect(collector.pending).toMatchObject([{ have: [1] }])
  })

  test('is read leniently where that is asked for, its faults by their place', () => {
    const collector = createCollector({ lenient: true })
    const [one, other] = encode('ж'.repeat(80)) as [ShortMessage, ShortMessage]
    collector.add({ ...other, userData: other.userData.slice(0, -1) })
    const { reading } = collector.add(one)
    expect(reading!.text).toBe(`${'ж'.repeat(79)}\ufffd`)
    expect(reading!.faults!.map(({ message }) => message)).toEqual([1, 1])
    expect(collector.add({ ...encode('hi')[0]!, userDataLength: 9 }).reading!.faults).toHaveLength(1)
  })
})

describe('any interleaving', () => {
  /** Texts of several segments, each with a sender, receiver, reference and width that no other has. */
  const party = fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined })
  const message = fc.record({
    text: fc.oneof(anyText, fc.constantFrom('a'.repeat(161), 'b'.repeat(161), 'ж'.repeat(71))),
    from: party,
    to: party,
    reference: fc.nat(1),
    referenceBits: fc.constantFrom(8 as const, 16 as const),
  })
  const keyOf = ({ from, to }: { from: string | undefined; to: string | undefined }) => ({
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })
  const messages = fc
    .uniqueArray(message, {
      minLength: 1,
      maxLength: 8,
      selector: ({ from, to, reference, referenceBits, text }) => {
        return JSON.stringify([from, to, reference, referenceBits, encode(text, { referenceBits }).length])
      },
    })
    .map((list) =>
      list.map((one, index) => {
        const { text, reference, referenceBits } = one
        return { ...one, index, segments: encode(text, { reference, referenceBits }) }
      }),
    )

  const arrivals = messages.chain((list) => {
    const all = list.flatMap((one) => one.segments.map((segment) => ({ one, segment })))
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
    return fc.tuple(fc.constant(list), shuffled, fc.array(fc.nat(99), { maxLength: 4 }))
  })

  test('gives back every message once, and nothing else', () => {
    fc.assert(
      fc.property(arrivals, ([list, order, copies]) => {
        const collector = createCollector()
        const given: string[][] = list.map(() => [])
        // A copy is beside the segment it is of, so that its message is still pending, but where it is the last.
        const arriving = order.flatMap((arrival, at) => (copies.includes(at) ? [arrival, arrival] : [arrival]))
        const waiting = new Map<number, Set<ShortMessage>>()
        for (const { one, segment } of arriving) {
          const seen = waiting.get(one.index) ?? new Set()
          const { reading, evicted } = collector.add(segment, keyOf(one))
          expect(evicted).toEqual([])
          waiting.set(one.index, seen.add(segment))
          if (seen.size === one.segments.length) waiting.delete(one.index)
          expect(reading !== undefined).toBe(seen.size === one.segments.length)
          if (reading !== undefined) given[one.index]!.push(reading.text!)
        }
        for (const one of list) for (const text of given[one.index]!) expect(text).toBe(decode(one.segments))
        for (const texts of given) expect(texts.length).toBeGreaterThanOrEqual(1)
        expect(collector.pending.length).toBe(waiting.size)
      }),
      { numRuns: runs(150, 3000) },
    )
  })

  test('loses no segment where memory is short and numbers are used again', () => {
    const reused = fc.array(
      fc.record({
        text: fc.constantFrom('a', 'b', 'ж').map((letter) => letter.repeat(200)),
        reference: fc.nat(2),
        sequence: fc.nat(3),
        at: fc.nat(9),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(reused, fc.integer({ min: 1, max: 3 }), (list, maxPending) => {
        const collector = createCollector({ maxPending })
        const out: ShortMessage[] = []
        const keep = (pending: readonly Pending[]) => {
          for (const { messages } of pending) out.push(...(messages as ShortMessage[]))
        }
        const key = ({ userData, dataCoding }: ShortMessage) => `${dataCoding}:${[...userData].join()}`
        const given = new Set<string>()
        for (const { text, reference, sequence, at } of list) {
          const segments = encode(text, { reference })
          const segment = segments[sequence % segments.length]!
          given.add(key(segment))
          const { messages, evicted } = collector.add(segment, {}, at)
          out.push(...(messages ?? []))
          keep(evicted)
          expect(collector.pending.length).toBeLessThanOrEqual(maxPending)
        }
        keep(collector.expire(5))
        keep(collector.pending)
        expect(new Set(out.map(key))).toEqual(given)
      }),
      { numRuns: runs(150, 3000) },
    )
  })
})
