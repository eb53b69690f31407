import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'
import { thrownBy } from '../support/thrown'

const phones = '79161234567'

/** Hexadecimal digits of so many octets. */
const hex = (octets: number, octet = '41') => octet.repeat(octets)
const percent = (digits: string) => digits.replace(/../g, '%$&')

describe('a binary message', () => {
  test.each([
    ['140 octets without a header', `00${hex(140)}`, 1],
    ['141 octets without a header', `00${hex(141)}`, 2],
    ['266 octets without a header', `00${hex(266)}`, 2],
    ['268 octets without a header', `00${hex(268)}`, 2, 'reference-bits'],
    ['269 octets without a header', `00${hex(269)}`, 3],
    ['133 octets after ports', `0605040B8423F0${hex(133)}`, 1],
    ['134 octets after ports', `0605040B8423F0${hex(134)}`, 2],
    ['256 octets after ports', `0605040B8423F0${hex(256)}`, 2, 'reference-bits'],
    ['257 octets after ports', `0605040B8423F0${hex(257)}`, 3],
    ['a pid and a dcs after it', '0041\n~~~\npid: 64, dcs: 245', 1],
  ])('of %s', (_name, mes, parts, warning?: string) => {
    const warnings = warning ? [{ code: warning }] : []
    expect(preview({ phones, bin: 2, mes })).toMatchObject({ kind: 'bin', n: parts, errors: [], warnings })
  })

  test('has a reference of 8 bits, unless the option says 16; where it matters a warning says so', () => {
    const request = { phones, bin: 2, mes: `00${hex(268)}` } as const
    expect(preview(request).warnings[0]!.message).toBe(
      '2 parts, and 3 with references of 16 bits; see options.referenceBits',
    )
    expect(preview(request, { referenceBits: 16 })).toMatchObject({ n: 3, warnings: [{ code: 'reference-bits' }] })
  })

  test('is the same as octets: in a query, in the octets of a query, in an object', () => {
    const digits = `00FF80${hex(139, 'E9')}`
    const octets = Uint8Array.from(digits.match(/../g)!, (pair) => Number.parseInt(pair, 16))
    const raw = Uint8Array.of(...new TextEncoder().encode(`phones=${phones}&bin=1&mes=`), ...octets)
    const requests = [
      `phones=${phones}&bin=1&mes=${percent(digits)}`,
      raw,
      { phones, bin: 1, mes: octets },
      { phones, bin: 1, mes: String.fromCharCode(...octets) },
      { phones, bin: 2, mes: digits },
    ] as const
    for (const request of requests) expect(preview(request)).toMatchObject({ n: 2, errors: [], warnings: [] })
  })

  test('with bin=1 in an object has no characters beyond octets', () => {
    expect(preview({ phones, bin: 1, mes: '\0я' }).errors).toMatchObject([{ service: 1, argument: 'mes', offset: 1 }])
  })

  test.each(['0', 'xyz', '05', '0500', ''])('that is none (%j) is error 1', (mes) => {
    expect(preview({ phones, bin: 2, mes })).toMatchObject({ n: 0, errors: [{ service: 1, argument: 'mes' }] })
  })

  test('is not to blame for an option', () => {
    const error = thrownBy(() => preview({ phones, bin: 2, mes: '0041' }, { referenceBits: 9 as never }))
    expect(error).toMatchObject({ name: 'SeptetError', argument: 'options.referenceBits' })
  })

  test('cannot be cut', () => {
    expect(preview({ phones, bin: 2, mes: `00${hex(141)}`, maxsms: 1 })).toMatchObject({
      n: 2,
      warnings: [{ code: 'cannot-cut', argument: 'mes' }],
    })
  })

  test('of octets may hold a separator that is none', () => {
    const long = `\0aaaaa\n~~~\n${'b'.repeat(2000)}\0`
    expect(preview({ phones, bin: 1, mes: long }).errors).toMatchObject([{ service: 1, offset: 1000 }])
    expect(preview({ phones, bin: 1, mes: `\0${'a'.repeat(999)}\n~~~\npid: 64, dcs: 4` })).toMatchObject({
      n: 8,
      errors: [],
    })
    expect(preview({ phones, bin: 1, mes: '\n~~~\nabcdefghijk' }).errors).not.toMatchObject([
      { code: 'missing-parameter' },
    ])
  })

  test('is limited to 1000 digits, or to as many octets by choice', () => {
    const mes = `00${hex(500)}`
    expect(preview({ phones, bin: 2, mes }).errors).toMatchObject([{ service: 1, offset: 1000 }])
    expect(preview({ phones, bin: 2, mes }, { binaryLimit: 'octets' })).toMatchObject({ n: 4, errors: [] })
    expect(preview({ phones, bin: 2, mes: `00${hex(1001)}` }, { binaryLimit: 'octets' }).errors).toMatchObject([
      { offset: 2000, reason: 'has 1002 octets, and 1000 is the most' },
    ])
    expect(preview({ phones, bin: 1, mes: new Uint8Array(1001) }, { binaryLimit: 'octets' }).errors).toMatchObject([
      { offset: 1000, reason: 'has 1001 octets, and 1000 is the most' },
    ])
  })

  test('is neither transliterated nor shortened, and says so', () => {
    expect(preview({ phones, bin: 2, mes: '0041', translit: 1, tinyurl: 1 })).toMatchObject({
      n: 1,
      warnings: [
        { code: 'ignored-parameter', argument: 'translit', value: '1', count: 1 },
        { code: 'ignored-parameter', argument: 'tinyurl', value: '1', count: 1 },
      ],
    })
    expect(preview({ phones, bin: 2, mes: '0041', translit: 0, tinyurl: '' }).warnings).toEqual([])
  })
})

describe('a WAP push', () => {
  const link = (length: number) => `http://${'a'.repeat(length)}`

  test.each([
    ['115 octets of link and title', `${link(100)}\n${'t'.repeat(15)}`, 1],
    ['116 octets of link and title', `${link(100)}\n${'t'.repeat(16)}`, 2],
    ['a Russian title, two octets a letter', `${link(10)}\n${'я'.repeat(53)}`, 2],
    ['CR LF between them', 'http://wap.ru\r\nWAP.RU', 1],
    ['a comment after it', `http://wap.ru\nWAP.RU\n~~~\n${'x'.repeat(500)}`, 1],
  ])('of %s', (_name, mes, parts) => {
    expect(preview({ phones, push: 1, mes, charset: 'utf-8' })).toMatchObject({
      kind: 'push',
      n: parts,
      errors: [],
      warnings: [],
    })
  })

  test('without a line feed is error 1', () => {
    expect(preview({ phones, push: 1, mes: 'http://wap.ru' })).toMatchObject({
      n: 0,
      errors: [{ service: 1, argument: 'mes' }],
    })
  })

  test('is not transliterated, shortened or cut', () => {
    const mes = `${link(100)}\nПривет, мир`
    const plain = preview({ phones, push: 1, mes })
    const { warnings, ...same } = preview({ phones, push: 1, mes, translit: 1, tinyurl: 1 })
    expect({ ...same, warnings: [] }).toEqual(plain)
    expect(warnings.map(({ code, argument }) => [code, argument])).toEqual([
      ['ignored-parameter', 'translit'],
      ['ignored-parameter', 'tinyurl'],
    ])
    expect(preview({ phones, push: 1, mes, maxsms: 1 })).toMatchObject({ n: 2, warnings: [{ code: 'cannot-cut' }] })
  })

  test.each(['http://', 'https://'])('has no token for %swww., and warns where one would save a part', (scheme) => {
    const rest = (length: number) => `${scheme}www.${'a'.repeat(length)}\nt`
    expect(preview({ phones, push: 1, mes: rest(110) })).toMatchObject({ n: 1, warnings: [] })
    expect(preview({ phones, push: 1, mes: rest(111) })).toMatchObject({
      n: 2,
      warnings: [{ code: 'push-form', argument: 'mes' }],
    })
    expect(preview({ phones, push: 1, mes: rest(114) })).toMatchObject({ n: 2, warnings: [{ code: 'push-form' }] })
    expect(preview({ phones, push: 1, mes: rest(115) })).toMatchObject({ n: 2, warnings: [] })
  })

  test('may be a line of a list', () => {
    expect(preview({ list: `${phones}:http://wap.ru\\nWAP.RU`, push: 1 })).toMatchObject({ n: 1, errors: [] })
  })
})

describe('a comment after octets', () => {
  const phones = '79161234567'
  const separators = ['\n~~~\n', '\r\n~~~\r\n', '\r\n~~~\n', '\n~~~\r\n']

  test.each(separators)('is not sent, as after any text: %j', (separator) => {
    for (const [bin, mes] of [
      [1, '\0AB'],
      [2, '004142'],
    ] as const) {
      const request = { phones, bin, mes: `${mes}${separator}for myself` }
      expect(preview(request)).toMatchObject({ n: 1, errors: [], warnings: [], lines: [{ comment: 'for myself' }] })
      expect(preview({ ...request, mes }).lines[0]).not.toHaveProperty('comment')
    }
  })

  test('may follow pid and dcs', () => {
    for (const [bin, mes] of [
      [1, '\0AB'],
      [2, '004142'],
    ] as const) {
      const request = { phones, bin, mes: `${mes}\n~~~\npid: 64, dcs: 4\n~~~\nmine` }
      expect(preview(request)).toMatchObject({ n: 1, errors: [], lines: [{ comment: 'mine' }] })
    }
  })

  test('counts neither to the parts nor to the limit', () => {
    const comment = `\n~~~\n${'x'.repeat(2000)}`
    expect(preview({ phones, bin: 2, mes: `00${'41'.repeat(140)}${comment}` })).toMatchObject({ n: 1, errors: [] })
    expect(preview({ phones, bin: 1, mes: `\0${'A'.repeat(140)}${comment}` })).toMatchObject({ n: 1, errors: [] })
  })

  test('is none where pid or dcs is misspelt or too large', () => {
    for (const suffix of ['pid: 256, dcs: 4', 'pid: 1, dcs: x', 'pid: 1', 'dcs: 4']) {
      const { errors } = preview({ phones, bin: 2, mes: `0041\n~~~\n${suffix}` })
      expect(errors).toMatchObject([{ service: 1, argument: 'mes' }])
    }
  })

  test.each([
    ['414243', 'вот комментарий'],
    ['41', 'abc'],
    ['414243', 'x'.repeat(200)],
    ['\x05\x00\x04', 'mine'],
    ['\x05AAAAA', 'mine'],
  ])('is one after a header that cannot be read, and the error is about the header: %j', (octets, comment) => {
    const { errors, lines } = preview({ phones, bin: 1, mes: `${octets}\n~~~\n${comment}` })
    expect(lines).toMatchObject([{ comment, n: 0 }])
    expect(errors).toEqual(preview({ phones, bin: 1, mes: octets }).errors)
    expect(errors).toMatchObject([{ service: 1, argument: 'mes', reason: expect.stringMatching(/header/) }])
  })

  test('is none within a header that can be read, nor where octets that are no text follow', () => {
    const header = '\x07\x24\x05\n~~~\n'
    const read = preview({ phones, bin: 1, mes: `${header}Hello` })
    expect(read).toMatchObject({ n: 1, errors: [] })
    expect(read.lines[0]).not.toHaveProperty('comment')
    expect(preview({ phones, bin: 1, mes: '41\n~~~\nab\x01' }).lines[0]).not.toHaveProperty('comment')
  })

  test('may be empty, and in a line of list', () => {
    expect(preview({ phones, bin: 2, mes: '0041\n~~~\n' })).toMatchObject({ n: 1, lines: [{ comment: '' }] })
    expect(preview({ list: `${phones}:0041\\n~~~\\nmine`, bin: 2 })).toMatchObject({
      n: 1,
      lines: [{ comment: 'mine' }],
    })
  })
})
