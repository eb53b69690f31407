// The option `header`: elements of the caller's own in every segment of a text (TS 23.040 9.2.3.24).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count as countAlone } from '../../src/count-only/index'
import {
  count,
  countMany,
  countUtf8,
  decode,
  encode,
  encodeBinary,
  encodeHeader,
  encodeInto,
  encodeWapPush,
  formatText,
  type InformationElement,
  inspect,
  read,
  segment,
  type TextOptions,
  toHex,
} from '../../src/index'
import { count as referenceCount } from '../reference/segment'
import { runs } from '../support/long'
import { anyText, cutOptions } from '../support/texts'
import { thrownBy } from '../support/thrown'

const PORTS: InformationElement = { type: 'ports', bits: 16, destination: 2948, source: 9200 }
const WAITING: InformationElement = { type: 'specialMessage', kind: 'voice', store: true, count: 2 }
const headerOf = ({ userData }: { userData: Uint8Array }) => toHex(userData.subarray(0, 1 + userData[0]!))

describe('a text with a header of its own', () => {
  // Capacities by TS 23.040 9.2.3.24.1: septets 160 - ceil(8h / 7), units floor((140 - h) / 2), h the octets of the header.
  test.each<[text: string, header: InformationElement[], options: TextOptions, single: number, multi: number]>([
    ['a', [PORTS], {}, 152, 146],
    ['a', [PORTS], { referenceBits: 16 }, 152, 145],
    ['ж', [PORTS], {}, 66, 64],
    ['ж', [PORTS], { referenceBits: 16 }, 66, 63],
    ['a', [WAITING], {}, 154, 148],
    ['a', [PORTS, WAITING], {}, 147, 141],
    ['ş', [PORTS], { languages: [{ language: 'turkish', shift: 'single' }], encoding: 'GSM-7' }, 74, 71],
  ])('%s beside %j, %j: %i alone, %i in each of several', (character, header, options, single, multi) => {
    const given = { ...options, header }
    const fits = character.repeat(single)
    expect(count(fits, given).segments).toBe(1)
    expect(count(`${fits}${character}`, given).segments).toBe(2)
    const two = character.repeat(2 * multi)
    expect(count(two, given).segments).toBe(2)
    expect(count(`${two}${character}`, given).segments).toBe(3)
    for (const text of [fits, two, `${two}${character}`]) {
      for (const packed of [true, false]) {
        const messages = encode(text, { ...given, packed })
        expect(messages.length).toBe(count(text, given).segments)
        expect(messages.every(({ hasHeader }) => hasHeader)).toBe(true)
        expect(decode(messages)).toBe(text)
        expect(
          read(messages)
            .elements.filter(({ type }) => type !== 'singleShift')
            .slice(0, header.length),
        ).toEqual(header)
      }
    }
  })

  test('has the elements in this order: own, language, concatenation', () => {
    const options = { header: [PORTS], reference: 7, languages: [{ language: 'turkish', shift: 'single' }] } as const
    expect(headerOf(encode('ş', options)[0]!)).toBe('0905040B8423F0240101')
    expect(encode('ş'.repeat(90), options).map(headerOf)).toEqual([
      '0E05040B8423F02401010003070201',
      '0E05040B8423F02401010003070202',
    ])
  })

  test('is the same where the header is octets, the length octet first', () => {
    const text = 'a'.repeat(200)
    const octets = encodeHeader([PORTS, WAITING])
    expect(encode(text, { header: octets })).toEqual(encode(text, { header: [PORTS, WAITING] }))
    for (const header of [[], Uint8Array.of(0)]) expect(encode(text, { header })).toEqual(encode(text))
    expect(encode('a', { header: [] })[0]!.hasHeader).toBe(false)
  })

  test('keeps the header that was given, whatever becomes of its octets', () => {
    const header = encodeHeader([PORTS])
    const reference = () => header.fill(0xff) && 7
    expect(encode('a'.repeat(200), { header, reference }).map(headerOf)).toEqual([
      '0B05040B8423F00003070201',
      '0B05040B8423F00003070202',
    ])
  })

  test('may be formatted: its own elements come before those of the runs', () => {
    const messages = formatText('Hello', [{ start: 0, length: 5, bold: true }], { header: [PORTS] })
    expect(messages.map(headerOf)).toEqual(['0B05040B8423F00A03000510'])
    const long = formatText('a'.repeat(300), [{ start: 0, length: 5, bold: true }], { header: [PORTS], reference: 1 })
    expect(long.map(headerOf)).toEqual([
      '1005040B8423F00A030005100003010301',
      '0B05040B8423F00003010302',
      '0B05040B8423F00003010303',
    ])
    expect(decode(long)).toBe('a'.repeat(300))
  })
})

test('every function counts the header alike', () => {
  const property = fc.property(anyText, cutOptions, (text, options) => {
    const expected = referenceCount(text, options)
    const { segments } = expected
    expect(count(text, options)).toEqual(expected)
    expect(segment(text, options)).toMatchObject(expected)
    expect(inspect(text, options)).toMatchObject(expected)
    expect(countMany([text, text], options).totalSegments).toBe(2 * segments)
    const octets = new TextEncoder().encode(text)
    if (!/[\ud800-\udfff]/u.test(text)) {
      expect(countUtf8(octets, Int32Array.of(0, octets.length), options).totalSegments).toBe(segments)
    }
    if (segments > 255) return
    expect(encode(text, options).length).toBe(segments)
    expect(encodeInto(text, new Uint8Array(41_000), [], options)).toBe(segments)
  })
  fc.assert(property, { numRuns: runs(200, 5_000) })
})

describe('a header is refused', () => {
  const unknown = (id: number, octets = 1): InformationElement => ({
    type: 'unknown',
    id,
    data: new Uint8Array(octets),
  })
  test.each<[header: unknown, code: string, argument: string]>([
    ['06', 'invalid-type', 'options.header'],
    [{ type: 'ports' }, 'invalid-type', 'options.header'],
    [[5], 'invalid-type', 'options.header[0]'],
    [[{ type: 'port' }], 'invalid-value', 'options.header[0].type'],
    [[PORTS, { ...PORTS, source: 65536 }], 'invalid-value', 'options.header[1].source'],
    [new Uint8Array(0), 'truncated', 'options.header'],
    [Uint8Array.of(3, 0x70, 0), 'truncated', 'options.header'],
    [Uint8Array.of(2, 0x70, 1), 'malformed', 'options.header'],
    [Uint8Array.of(2, 0x70, 0, 0), 'malformed', 'options.header'],
    [[PORTS, { type: 'concat', bits: 8, reference: 1, total: 1, sequence: 1 }], 'invalid-value', 'options.header[1]'],
    [[{ type: 'concat', bits: 16, reference: 1, total: 1, sequence: 1 }], 'invalid-value', 'options.header[0]'],
    [[{ type: 'singleShift', language: 1 }], 'invalid-value', 'options.header[0]'],
    [[PORTS, PORTS, { type: 'lockingShift', language: 1 }], 'invalid-value', 'options.header[2]'],
    [[unknown(0, 2)], 'invalid-value', 'options.header[0]'],
    [Uint8Array.of(7, 0x70, 0, 0, 3, 1, 1, 1), 'invalid-value', 'options.header'],
    [Uint8Array.of(3, 0x24, 1, 0), 'invalid-value', 'options.header'],
    [[unknown(0x70, 129)], 'invalid-value', 'options.header'],
    [[unknown(0x70, 140)], 'invalid-value', 'options.header[0]'],
  ])('%o: %s of %s', (header, code, argument) => {
    const options = { header } as TextOptions
    for (const call of [count, segment, encode, inspect]) {
      expect(thrownBy(() => call('a', options))).toMatchObject({ code, argument })
    }
    expect(thrownBy(() => formatText('a', [], options))).toMatchObject({ code, argument })
  })

  test('with both forms that it may have', () => {
    const { reason } = thrownBy(() => encode('a', { header: 5 as never }))
    expect(reason).toBe('must be an array of elements or a Uint8Array, got 5')
  })

  test('with the place of what does not belong there', () => {
    const header = Uint8Array.of(7, 0x70, 0, 0, 3, 1, 1, 1)
    expect(thrownBy(() => encode('a', { header }))).toMatchObject({ offset: 3, value: header })
  })

  test('where it leaves no room, and not one octet before', () => {
    const options = (octets: number, referenceBits: 8 | 16) => ({ header: [unknown(0x70, octets)], referenceBits })
    for (const [octets, bits] of [
      [128, 8],
      [127, 16],
    ] as const) {
      const text = 'жжжж'
      expect(decode(encode(text, options(octets, bits)))).toBe(text)
      expect(thrownBy(() => encode(text, options(octets + 1, bits)))).toMatchObject({ code: 'invalid-value' })
    }
  })

  test('by septet/count, which knows no headers', () => {
    expect(thrownBy(() => countAlone('a', { header: [] } as object))).toMatchObject({ code: 'unsupported-option' })
  })

  test('where no language has room beside it, the text is UCS-2', () => {
    const header = [unknown(0x70, 128)]
    expect(count('ş', { header, languages: ['turkish'] }).encoding).toBe('UCS-2')
    expect(thrownBy(() => encode('ş', { header, languages: ['turkish'], encoding: 'GSM-7' }))).toMatchObject({
      code: 'unencodable',
    })
  })
})

test('the functions that have a header of their own take none as an option', () => {
  const options = { header: [PORTS] } as object
  expect(thrownBy(() => encodeBinary({ data: new Uint8Array(1) }, options))).toMatchObject({ code: 'unknown-option' })
  expect(thrownBy(() => encodeWapPush({ text: 'a' }, options))).toMatchObject({ code: 'unknown-option' })
})
