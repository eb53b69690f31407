import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeCellBroadcast, decodeUssd, encodeCellBroadcast, encodeUssd } from '../../src/pdu/index'
import { runs } from '../support/long'
import { hex, octets } from '../support/octets'
import { wholeText } from '../support/texts'
import { thrownBy } from '../support/thrown'
import { cellBroadcast, ussd } from '../vectors/ussd-cbs.json'

describe('a USSD string', () => {
  test.each(ussd)('$text ($dataCoding) is $data', ({ text, readAs = text, language, dataCoding, data }) => {
    const said = language === undefined ? {} : { language }
    const encoded = encodeUssd(text, said)
    expect([hex(encoded.data), hex([encoded.dataCoding])]).toEqual([data, dataCoding])
    expect(decodeUssd(encoded)).toEqual({ text: readAs, ...said })
  })

  test('holds 182 septets, and 80 units', () => {
    expect(thrownBy(() => encodeUssd('a'.repeat(183)))).toMatchObject({ code: 'invalid-value', argument: 'text' })
    expect(thrownBy(() => encodeUssd('ж'.repeat(81)))).toMatchObject({ code: 'invalid-value', argument: 'text' })
    expect(thrownBy(() => encodeUssd('ж'.repeat(80), { language: 'uk' }))).toMatchObject({ code: 'invalid-value' })
  })

  test('comes back as it was, except for a CR that its last octet cannot be told from fill', () => {
    const fits = wholeText.filter((text) => text.length <= 60)
    fc.assert(
      fc.property(fits, fc.constantFrom(undefined, 'de', 'ru', 'uk'), (text, language) => {
        const said = language === undefined ? {} : { language }
        const read = decodeUssd(encodeUssd(text, said))
        expect([text, `${text}\r`]).toContain(read.text)
        expect(read.language).toBe(language)
      }),
      { numRuns: runs(200, 5000) },
    )
  })

  test('has its texts by the data coding of TS 23.038 5, not by TP-DCS', () => {
    const data = octets('0414043B044F')
    // 08 names Portuguese, and 48 is UCS-2.
    expect(decodeUssd({ data, dataCoding: 0x08 }).language).toBe('pt')
    expect(decodeUssd({ data, dataCoding: 0x48 }).text).toBe('Для')
    // Letters that are not packed in front: a public report.
    expect(decodeUssd({ data: octets('656E0041'), dataCoding: 0x11 })).toEqual({ text: 'A', language: 'en' })
    // A header of single shift Turkish: three octets and fill, then ESC S, which is Ş there (TS 23.038 A.2.1).
    expect(decodeUssd({ data: octets('03240101B7A9'), dataCoding: 0x90 }).text).toHaveLength(1)
  })

  test('is refused where it is no text', () => {
    const data = octets('00')
    expect(thrownBy(() => decodeUssd({ data, dataCoding: 0x44 }))).toMatchObject({ code: 'invalid-value' })
    expect(thrownBy(() => decodeUssd({ data, dataCoding: 0x60 }))).toMatchObject({ code: 'invalid-value' })
    expect(thrownBy(() => decodeUssd({ data, dataCoding: 0x48 }))).toMatchObject({ code: 'truncated', offset: 0 })
    const long = new Uint8Array(161)
    expect(thrownBy(() => decodeUssd({ data: long, dataCoding: 15 }))).toMatchObject({ code: 'malformed', offset: 160 })
    expect(thrownBy(() => encodeUssd('a', { language: 'eng' }))).toMatchObject({ argument: 'options.language' })
  })
})

describe('cell broadcast', () => {
  test.each(cellBroadcast)(
    '$text ($dataCoding): its pages',
    ({ text, language, dataCoding, pages, readOnly, ...page }) => {
      const said = language === undefined ? {} : { language }
      const octetsOf = pages.map(octets)
      expect(decodeCellBroadcast(octetsOf)).toEqual({
        ...said,
        ...{ text, pages: pages.length, dataCoding: Number.parseInt(dataCoding, 16) },
        ...{ scope: page.scope, messageCode: page.messageCode, updateNumber: page.updateNumber },
        messageIdentifier: page.messageIdentifier,
      })
      if (readOnly) return
      const { source: _, ...fields } = page
      expect(encodeCellBroadcast(text, fields as never, said).map(hex)).toEqual(pages)
    },
  )

  const page = { messageCode: 5, messageIdentifier: 4370 }

  test('comes back as it was, its pages in any order and twice', () => {
    const text = wholeText.filter((one) => !/\r/.test(one))
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, 'de', 'uk'), (text, language) => {
        const said = language === undefined ? {} : { language }
        const pages = encodeCellBroadcast(text, page, said)
        const shuffled = [...pages, ...pages].reverse()
        expect(decodeCellBroadcast(shuffled)).toMatchObject({ ...page, text, ...said, pages: pages.length })
      }),
      { numRuns: runs(150, 3000) },
    )
  })

  test('is of 15 pages at most', () => {
    expect(encodeCellBroadcast('a'.repeat(1395), page)).toHaveLength(15)
    expect(thrownBy(() => encodeCellBroadcast('a'.repeat(1396), page))).toMatchObject({ code: 'too-many-segments' })
    expect(encodeCellBroadcast('ж'.repeat(615), page)).toHaveLength(15)
    expect(thrownBy(() => encodeCellBroadcast('ж'.repeat(616), page))).toMatchObject({ code: 'too-many-segments' })
  })

  test('names pages that are missing, mixed, different or of another size', () => {
    const [first, second] = encodeCellBroadcast('a'.repeat(100), page) as [Uint8Array, Uint8Array]
    const [other] = encodeCellBroadcast('b'.repeat(100), page) as [Uint8Array]
    const [newer] = encodeCellBroadcast('a'.repeat(100), { ...page, updateNumber: 1 }) as [Uint8Array]
    const codes = [
      [first],
      [first, newer],
      [first, other, second],
      [first.slice(1)],
      [Uint8Array.of(...first, 0)],
      [],
    ].map((pages) => thrownBy(() => decodeCellBroadcast(pages)).code)
    const expected = ['incomplete', 'mixed-messages', 'conflicting-segments', 'truncated', 'malformed', 'invalid-value']
    expect(codes).toEqual(expected)
  })

  test('of octets has them all', () => {
    const octets = new Uint8Array(88).fill(7)
    octets.set([0, 0x10, 0, 50, 0x44, 0x11])
    expect(decodeCellBroadcast(octets).data).toEqual(new Uint8Array(82).fill(7))
  })

  test('any octets are read, or refused as what they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 80, maxLength: 90 }), fc.nat(255), (data, dataCoding) => {
        for (const call of [() => decodeCellBroadcast([data]), () => decodeUssd({ data, dataCoding })]) {
          try {
            call()
          } catch (error) {
            expect(error).toMatchObject({ name: 'SeptetError', argument: expect.any(String), code: expect.any(String) })
          }
        }
      }),
      { numRuns: runs(300, 20_000) },
    )
  })
})
