import { describe, expect, test } from 'vitest'
import { decode, encode, read } from '../../src/index'
import { mainTable } from '../reference/alphabet'
import { septetsOf } from '../reference/classify'
import { fillBitsAfter, pack, unpack } from '../reference/packing'
import { hex, octets } from '../support/octets'
import vectors from '../vectors/packing.json'

const septets = (text: string) => [...text].flatMap((character) => septetsOf(character)!)

describe('septets in octets (TS 23.038 6.1.2.1)', () => {
  test.each(vectors.cases)('$name', ({ text, userDataLength, octets: wire }) => {
    const [message] = encode(text)
    expect(hex(message!.userData)).toBe(wire)
    expect(message!.userDataLength).toBe(userDataLength)
    expect(decode({ userData: octets(wire), userDataLength, dataCoding: 0x00, hasHeader: false })).toBe(text)
  })

  test.each(vectors.fill)('$name', ({ header, text, userDataLength, octets: wire }) => {
    const message = { userData: octets(wire), userDataLength, dataCoding: 0x00, hasHeader: true }
    expect(read(message)).toMatchObject({ encoding: 'GSM-7', text })
    expect(hex(pack(septets(text), fillBitsAfter(header.length / 2)))).toBe(wire.slice(header.length))
  })

  test('a text of any length up to 160 is packed as the reference packs it', () => {
    const alphabet = [...mainTable.values()].join('')
    for (let length = 0; length <= 160; length++) {
      for (const text of ['à'.repeat(length), '@'.repeat(length), alphabet.repeat(2).slice(0, length)]) {
        const [message] = encode(text)
        expect(hex(message!.userData)).toBe(hex(pack(septets(text))))
        expect(message!.userDataLength).toBe(length)
        expect(decode(message!)).toBe(text)
      }
    }
  })

  test('a segment of any length up to 153 is packed after one fill bit, up to 152 after none', () => {
    for (const [referenceBits, capacity] of [
      [8, 153],
      [16, 152],
    ] as const) {
      for (let length = 1; length <= capacity; length++) {
        const text = 'à'.repeat(length)
        const [, second] = encode('@'.repeat(capacity) + text.padEnd(9, '!'), { referenceBits })
        const header = second!.userData.slice(0, referenceBits === 8 ? 6 : 7)
        const body = second!.userData.slice(header.length)
        expect(hex(body)).toBe(hex(pack(septets(text.padEnd(9, '!')), fillBitsAfter(header.length))))
      }
    }
  })
})

describe('the seven spare bits of 8n - 1 septets', () => {
  test('are zero, never CR: that rule is for USSD', () => {
    expect(hex(encode('pattern')[0]!.userData).slice(-2)).toBe('01')
  })

  test('are no @ where the length says seven', () => {
    const userData = octets('F0309D5E96BB01')
    const message = { userData, dataCoding: 0x00, hasHeader: false }
    expect(decode({ ...message, userDataLength: 7 })).toBe('pattern')
    expect(decode({ ...message, userDataLength: 8 })).toBe('pattern@')
  })

  test('and an @ is told from them in a text of any length', () => {
    for (let length = 1; length <= 160; length++) {
      const text = 'a'.repeat(length - 1)
      expect(decode(encode(`${text}@`))).toBe(`${text}@`)
      expect(decode(encode(text))).toBe(text)
    }
  })
})

describe('one septet an octet, for SMPP', () => {
  test.each(vectors.cases)('$name', ({ text, userDataLength }) => {
    const [message] = encode(text, { packed: false })
    expect([...message!.userData]).toEqual(septets(text))
    expect(message).toMatchObject({ userDataLength, packed: false })
    expect(decode(message!)).toBe(text)
  })
})

test('the reference unpacks what the vectors pack', () => {
  for (const { text, userDataLength, octets: wire } of vectors.cases) {
    expect(unpack(octets(wire), userDataLength)).toEqual(septets(text))
  }
})
