import { describe, expect, test } from 'vitest'
import {
  createCollector,
  decodeHeader,
  decodeMmsNotification,
  decodeWapPush,
  parseBinary,
  type ReadableMessage,
  read,
} from '../../src/index'
import { decodeCellBroadcast, decodePdu, decodeTpdu, encodeCellBroadcast } from '../../src/pdu/index'
import { createSmppCollector, fromSmpp, parseReceipt, parseSmppTime } from '../../src/smpp/index'
import { countWork, expectLinear } from '../support/work'

const DELIVER = '040B914306103254F60000623050417090400BC8329BFD06DDDF723619'

/** What is refused is refused in as little work as it is read. */
function attempt(call: () => unknown): void {
  try {
    call()
  } catch {
    // A SeptetError, as the properties say.
  }
}

/** No more than in proportion; less where it is refused at its beginning, or looked through by V8 itself. */
function bounded(work: (size: number) => unknown, n: number): void {
  const run = (size: number) => countWork(() => attempt(() => work(size)))
  run(n)
  expect(run(8 * n)).toBeLessThan(16 * run(n))
}

const linear = (work: (size: number) => unknown, n: number) => expectLinear((size) => attempt(() => work(size)), n)

describe('the work of decoders grows as the octets do', () => {
  test.each<[string, (size: number) => string]>([
    ['digits', (size) => `00${DELIVER}${'FF'.repeat(size)}`],
    ['blanks between digits', (size) => `00 ${DELIVER.replace(/../g, `$&${' '.repeat(size / 16)}`)}`],
    ['lines', (size) => `${'OK\r\n'.repeat(size)}00${DELIVER}`],
    ['headers of no PDU', (size) => `${'+CMTI: "SM",3\n'.repeat(size / 8)}00${DELIVER}`],
    ['a line of many words', (size) => `+CMGL: ${'0123456789AB '.repeat(size / 8)}`],
    ['a name that is not quoted to its end', (size) => `+CMGR: 1,"${'a,'.repeat(size)}`],
  ])('decodePdu: %s', (_, text) => {
    bounded((size) => decodePdu(text(size), { lenient: true }), 2 ** 9)
    bounded((size) => decodePdu(text(size)), 2 ** 9)
  })

  test('decodeTpdu: parameter indicators without end', () => {
    const octets = (size: number) => Uint8Array.of(0, ...new Uint8Array(size).fill(0xff))
    linear((size) => decodeTpdu(octets(size), { direction: 'to-network', carrier: 'ack', lenient: true }), 512)
  })

  test.each<[string, number, number]>([
    ['GSM-7', 0, 0x1b],
    ['no septets', 0, 0xff],
    ['Latin-1', 3, 0xe9],
    ['UCS-2', 8, 0xd8],
    ['octets', 4, 0x80],
  ])('fromSmpp: %s', (_, data_coding, octet) => {
    bounded(
      (size) => fromSmpp({ data_coding, message_payload: new Uint8Array(size).fill(octet) }, { lenient: true }),
      4000,
    )
  })

  test('fromSmpp: segments, each twice', () => {
    const segment = (place: number) => ({
      ...{ sar_msg_ref_num: 1, sar_total_segments: 250, sar_segment_seqnum: 1 + (place % 250) },
      short_message: new Uint8Array(140).fill(0x41),
    })
    linear(
      (size) =>
        fromSmpp(
          Array.from({ length: size }, (_, place) => segment(place)),
          { partial: true },
        ),
      60,
    )
  })

  test('fromSmpp: a header of many elements', () => {
    const header = (size: number) =>
      Uint8Array.of(2 * size, ...new Uint8Array(2 * size).map((_, at) => (at % 2 ? 0 : 0x24)))
    linear((size) => fromSmpp({ esm_class: 0x40, short_message: header(size) }, { lenient: true }), 8)
    linear((size) => decodeHeader(header(size)), 8)
  })

  test.each<[string, string]>([
    ['keys', 'id:'],
    ['keys with values', ' stat:DELIVRD err:0'],
    ['nearly keys', 'submit dat done dat '],
    ['NULs', '\0'],
  ])('parseReceipt: %s', (_, piece) => {
    bounded((size) => parseReceipt(`id:1 stat:DELIVRD ${piece.repeat(size)}`), 1000)
  })

  test('pages that come again and again', () => {
    const pages = encodeCellBroadcast('a'.repeat(1395), { messageCode: 1, messageIdentifier: 1 })
    linear((size) => decodeCellBroadcast(Array.from({ length: size }, (_, place) => pages[place % 15]!)), 30)
  })

  test.each<[string, (size: number) => number[]]>([
    ['headers', (size) => [0xae, ...Array(size).fill([0xb4, 0x80]).flat()]],
    ['shifts of the page', (size) => [0xae, ...Array(2 * size).fill(1)]],
    [
      'parameters of the content type',
      (size) => [31, 0x81 + (size >> 6), (2 * size + 1) & 0x7f, 0xae, ...Array(2 * size).fill(0x81)],
    ],
    ['a name', (size) => [...Array(2 * size).fill(0x61), 0]],
  ])('decodeWapPush: %s', (_, headers) => {
    const message = (size: number): ReadableMessage => {
      const all = headers(size)
      const head = [6, 5, 4, 0x0b, 0x84, 0x23, 0xf0, 1, 6, 0x80 | (all.length >> 7), all.length & 0x7f, ...all]
      return { userData: Uint8Array.from(head), hasHeader: true, dataCoding: 4 }
    }
    // Its octets are too many for one segment: the error comes after they were read.
    linear((size) => decodeWapPush(segments(message(size).userData)), 100)
  })

  test('decodeMmsNotification: fields', () => {
    linear((size) => decodeMmsNotification(Uint8Array.of(0x8c, 0x82, ...Array(size).fill([0x96, 0x80]).flat())), 500)
  })

  test('parseBinary', () => {
    linear((size) => parseBinary(`00${'41'.repeat(size)}`), 2000)
  })

  test('a long time is refused at once', () => {
    expect(countWork(() => attempt(() => parseSmppTime('0'.repeat(100_000))))).toBeLessThan(1000)
  })
})

/** Octets of a push in as many segments as they need. */
function segments(octets: Uint8Array): ReadableMessage[] {
  const [header, data] = [octets.subarray(1, 7), octets.subarray(7)]
  const total = Math.ceil(data.length / 128)
  return Array.from({ length: total }, (_, index) => ({
    userData: Uint8Array.of(11, ...header, 0, 3, 1, total, index + 1, ...data.subarray(128 * index, 128 * index + 128)),
    hasHeader: true,
    dataCoding: 4,
  }))
}

describe('the work of collectors grows as what they are given', () => {
  const part = (from: number, sequence: number): ReadableMessage => ({
    userData: Uint8Array.of(5, 0, 3, from & 255, 9, sequence, 0x41),
    hasHeader: true,
    dataCoding: 4,
  })

  test('segments of messages that never end, and are evicted', () => {
    expectLinear((size) => {
      const collector = createCollector({ maxPending: 50 })
      for (let from = 0; from < size; from++) collector.add(part(from, 1), { from: `${from}` })
      return collector.expire(1)
    }, 200)
  })

  test('segments that contradict each other', () => {
    expectLinear((size) => {
      const collector = createCollector()
      for (let place = 0; place < size; place++) {
        const message = part(1, 1 + (place % 8))
        message.userData[6] = place & 255
        collector.add(message, { from: 'a' })
      }
    }, 200)
  })

  test('PDUs of SMPP', () => {
    expectLinear((size) => {
      const collector = createSmppCollector({ maxPending: 50, lenient: true })
      for (let place = 0; place < size; place++) {
        const { userData } = part(place >> 4, 1 + (place % 8))
        collector.add({ esm_class: 0x40, data_coding: 0, short_message: userData, source_addr: `${place >> 4}` })
      }
    }, 100)
  })
})

test('a reading with a fault at every octet is linear too', () => {
  const message = (size: number) => ({
    ...{ userData: new Uint8Array(size).fill(0xff), dataCoding: 0, hasHeader: false, packed: false },
  })
  expectLinear((size) => read(message(size), { lenient: true, anyLength: true }), 2000)
})
