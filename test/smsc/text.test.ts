import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'
import { thrownBy } from '../support/thrown'

const phones = '79161234567'

describe('translit', () => {
  test.each([
    [0, 'транслит', 'UCS-2'],
    [1, 'translit', 'GSM-7'],
    [2, 'mpaHc/Ium', 'GSM-7'],
  ] as const)('%i sends %s', (translit, text, encoding) => {
    expect(preview({ phones, mes: 'транслит', translit }).lines[0]).toMatchObject({ text, encoding })
  })

  test('comes before the encoding is found, and after the links', () => {
    const mes = `${'я'.repeat(70)} http://пример.рф/ссылка`
    const { lines, n } = preview({ phones, mes, translit: 1, tinyurl: 1 }, { shortLink: 10 })
    expect(lines[0]!.text).toBe(`${'ya'.repeat(70)} xxxxxxxxxx`)
    expect(n).toBe(1)
  })

  test('leaves typography to UCS-2, unless look-alikes are asked for', () => {
    const request = { phones, mes: '«Привет» — № 5', translit: 1 } as const
    expect(preview(request).lines[0]).toMatchObject({ text: '«Privet» — № 5', encoding: 'UCS-2' })
    expect(preview(request, { smartEncoding: true }).lines[0]).toMatchObject({
      text: '"Privet" - No 5',
      encoding: 'GSM-7',
    })
  })

  test('has the rows that the caller knows of', () => {
    const options = { transliterate: { table: { х: 'h' } } }
    expect(preview({ phones, mes: 'хата', translit: 1 }, options).lines[0]!.text).toBe('hata')
    expect(preview({ phones, mes: 'ха'.repeat(52), translit: 1 }).warnings).toHaveLength(1)
    expect(preview({ phones, mes: 'ха'.repeat(79), translit: 1 }, options).warnings).toEqual([])
  })

  test.each([
    [{ transliterate: 'translit' }, 'options.transliterate'],
    [{ transliterate: {} }, 'options.transliterate.table'],
    [{ transliterate: { table: { х: 'ж' } } }, 'options.transliterate.table.х'],
    [{ transliterate: { scheme: 'volapuk', table: {} } }, 'options.transliterate.scheme'],
  ])('has no table that is none: %j', (options, argument) => {
    expect(thrownBy(() => preview({ phones, mes: 'x' }, options as never))).toMatchObject({
      name: 'SeptetError',
      argument,
    })
  })

  test('leaves the comment as it is', () => {
    expect(preview({ phones, mes: 'да\n~~~\nнет', translit: 1 }).lines[0]).toMatchObject({ text: 'da', comment: 'нет' })
  })

  test('warns where another table may come to other parts', () => {
    expect(preview({ phones, mes: 'да'.repeat(79), translit: 1 }).warnings).toMatchObject([
      { code: 'transliteration-table' },
    ])
    expect(preview({ phones, mes: 'да'.repeat(40), translit: 1 }).warnings).toEqual([])
  })
})

describe('maxsms', () => {
  test.each([
    ['a'.repeat(200), 1, 160],
    ['a'.repeat(200), 2, 200],
    ['a'.repeat(1000), 3, 459],
    ['я'.repeat(200), 1, 70],
    ['я'.repeat(200), 2, 134],
    [`${'a'.repeat(159)}[a`, 1, 159],
    ['a'.repeat(161), 0, 161],
  ])('cuts: case %#', (mes, maxsms, length) => {
    const { lines, n } = preview({ phones, mes, maxsms })
    expect(lines[0]!.text).toBe(mes.slice(0, length))
    expect(lines[0]!.dropped ?? 0).toBe(mes.length - length)
    if (maxsms > 0) expect(n).toBeLessThanOrEqual(maxsms)
  })

  test('keeps a surrogate pair whole', () => {
    const { lines } = preview({ phones, mes: `${'я'.repeat(69)}😀`, maxsms: 1, charset: 'utf-8' })
    expect(lines[0]!.text).toBe('я'.repeat(69))
  })

  test('keeps the encoding of the whole text', () => {
    expect(preview({ phones, mes: `${'a'.repeat(150)}я`, maxsms: 1 }).lines[0]).toMatchObject({
      encoding: 'UCS-2',
      dropped: 81,
    })
  })

  test('warns of what it cuts off', () => {
    expect(preview({ phones, mes: 'a'.repeat(161), maxsms: 1 }).warnings).toMatchObject([
      { code: 'cut', argument: 'mes', count: 1 },
    ])
    expect(preview({ phones, mes: 'a'.repeat(160), maxsms: 1 }).warnings).toEqual([])
  })

  test('comes after the comment, the links and translit', () => {
    const mes = `${'я'.repeat(60)} http://example.com/${'a'.repeat(90)}\n~~~\ncomment`
    const { lines, warnings } = preview({ phones, mes, translit: 1, tinyurl: 1, maxsms: 1 }, { shortLink: 20 })
    expect(lines[0]).toMatchObject({ text: `${'ya'.repeat(60)} ${'x'.repeat(20)}`, comment: 'comment' })
    expect(warnings).toEqual([])
  })

  test('counts extension characters as the option says', () => {
    const mes = '['.repeat(100)
    expect(preview({ phones, mes, maxsms: 1 }).lines[0]!.text).toHaveLength(80)
    expect(preview({ phones, mes, maxsms: 1 }, { extensionSeptets: 1 }).lines[0]!.text).toHaveLength(100)
  })
})
