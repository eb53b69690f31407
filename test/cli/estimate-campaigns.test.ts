import { describe, expect, it, test } from 'vitest'
import { guessCharset } from '../../src/cli/estimate/input/guess-charset'
import { estimate, ownFolder, refusal } from '../support/campaign'
import { septet } from '../support/command'

const { file } = ownFolder()

const texts = (found: { costliest: { text: string }[] }) => found.costliest.map(({ text }) => text).sort()

describe('--template', () => {
  it('makes a text of each row from its columns', async () => {
    const people = file('people.csv', 'Name,code,phone\nAnn,12,79161234567\n"Bob ""B""",34,79161234568\n')
    const found = await estimate(['--template', 'Hi {name}, {code}{name}!', people])
    expect(texts(found)).toEqual(['Hi Ann, 12Ann!', 'Hi Bob "B", 34Bob "B"!'])
    expect(found).toMatchObject({ messages: 2, recipients: 2, segments: 2 })
  })

  it('takes other forms of placeholders, and numbers of columns', async () => {
    const rows = file('rows.csv', 'Ann;12\nЯна;34\n')
    const found = await estimate(['--no-header', '--template', 'Hi %1%, 50 % off', '--placeholders', '%x%', rows])
    expect(texts(found)).toEqual(['Hi Ann, 50 % off', 'Hi Яна, 50 % off'])
    expect(found.encodings).toEqual({ 'GSM-7': 1, 'UCS-2': 1 })
  })

  it('names what is wrong', async () => {
    const people = file('people.csv', 'name\nAnn\n')
    expect(await refusal(['--template', 'Hi {nane}', people])).toMatch(
      /no column "nane"; there are "name"\. See --template\n/,
    )
    expect((await septet(['estimate', '--template', 'x', file('a.txt', 'a')])).err).toMatch(
      /--template: .*is not read as CSV/,
    )
    expect((await septet(['estimate', '--template', 'x', '--text-column', 'name', people])).code).toBe(2)
  })

  it('counts the rows whose columns are in another charset as bad', async () => {
    const rows = Buffer.concat([
      Buffer.from('name\nAnn\n'),
      Buffer.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2),
      Buffer.from('\n'),
    ])
    const { err, code } = await septet(['estimate', '--template', 'Hi {name}', file('other.csv', rows)])
    expect(code).toBe(1)
    expect(err).toContain('line 3: not utf-8; see --charset, perhaps windows-1251')
  })
})

describe('campaigns as they come', () => {
  it('have a footer and a beginning', async () => {
    const append = ['--prepend', 'ACME: ', '--append', ' STOP to end']
    for (const rows of [
      file('lines.txt', 'one\ntwo\n'),
      file('lines.csv', 'text\none\ntwo\n'),
      file('lines.ndjson', '"one"\n{"text":"two"}\n'),
    ]) {
      const found = await estimate([...append, rows])
      expect(texts(found)).toEqual(['ACME: one STOP to end', 'ACME: two STOP to end'])
      expect(found.units).toBe(2 * 21)
    }
  })

  it('are shown by the beginnings of the costliest, which end in no half of an emoji', async () => {
    const [half, whole] = [`${'a'.repeat(79)}😀`, `${'a'.repeat(78)}😀`]
    const found = await estimate([file('emoji.txt', `${half}${'b'.repeat(90)}\n${whole}${'b'.repeat(90)}\n`)])
    expect(texts(found)).toEqual(['a'.repeat(79), whole].sort())
  })

  it('have no header', async () => {
    const rows = file('bare.csv', '79161234567,"a, b"\n79161234568,c\n')
    const found = await estimate(['--no-header', '--text-column', '2', '--phone-column', '1', rows])
    expect(texts(found)).toEqual(['a, b', 'c'])
    expect(found.costliest.map(({ line }) => line)).toEqual([1, 2])
    expect(await refusal(['--no-header', rows])).toMatch(/2 columns without names; .*--text-column 1/)
    expect(await refusal(['--no-header', '--text-column', '3', rows])).toMatch(/no column "3"; there are "1", "2"/)
    expect(texts(await estimate(['--no-header', file('one.csv', 'a\nb\n')]))).toEqual(['a', 'b'])
    expect(await estimate(['--no-header', file('none.csv', '')])).toMatchObject({ messages: 0 })
    expect((await septet(['estimate', '--no-header', file('a.txt', 'a')])).code).toBe(2)
  })

  it('are a JSON array', async () => {
    const array = '\uFEFF [\n  {"text": "a,\\"]b", "to": ["79161234567"]},\n  "two",\n  {"text":\n "three"}\n]\n'
    expect(texts(await estimate([file('array.json', array)]))).toEqual(['a,"]b', 'three', 'two'])
    expect(await estimate([file('empty.json', '[]')])).toMatchObject({ messages: 0 })
    expect(await refusal([file('open.json', '["a", "b"')])).toMatch(/open\.json: a JSON array that is not closed/)
    expect((await septet(['estimate', file('after.json', '["a"] x')])).err).toMatch(/line 2: not JSON/)
  })

  it.each([
    ['windows-1250', [0x9e, 0x6c, 0x75, 0x9d], 'žluť'],
    ['latin1', [0xe9], 'é'],
    ['shift_jis', [0x83, 0x5c], 'ソ'],
    ['utf-16be', [0, 0x61], 'a'],
  ])('are in %s', async (charset, octets, text) => {
    expect(texts(await estimate(['--charset', charset, file('text.txt', Buffer.from(octets))]))).toEqual([text])
  })

  it('are in no charset of that name', async () => {
    const { code, err } = await septet(['estimate', '--charset', 'windows-9', file('text.txt', 'a')])
    expect(code).toBe(2)
    expect(err).toContain('TextDecoder')
  })

  it('have numbers as people of a country dial them', async () => {
    const rows = file('german.csv', 'Text,Telefon\nHallo,030 901820\nHallo,+33 1 42 68 53 00\n')
    const rates = file('rates.json', '{"49":"0.1","33":"0.2"}')
    expect(await estimate(['--country', 'de', '--rates', rates, rows])).toMatchObject({ cost: '0.3' })
    expect((await septet(['estimate', '--country', 'xx', rows])).code).toBe(2)
  })

  it.each(['Phone Number;Nachricht', 'Номер телефона;Текст сообщения', 'Numer telefonu;Treść'])(
    'have columns of usual names: %s',
    async (header) => {
      const rows = file('names.csv', `${header}\n79161234567;Hallo\n`)
      expect(await estimate([rows])).toMatchObject({ messages: 1, recipients: 1, units: 5 })
    },
  )

  it('are longer than a carrier takes', async () => {
    const rows = file('long.txt', `${'a'.repeat(613)}\na\n`)
    const { code, err } = await septet(['estimate', '--profile', 'esendex', rows])
    expect({ code, err }).toEqual({
      code: 0,
      err: 'septet: warning: 1 message of more than the 4 segments that esendex takes\n',
    })
    expect((await septet(['estimate', '--profile', 'us-cellular', rows])).err).toContain('does not join')
    expect((await septet(['estimate', '--profile', 'twilio', file('x.txt', 'a'.repeat(1700))])).err).toContain(
      '1600 characters',
    )
  })
})

test.each([
  ['windows-1250', 'Příliš žluťoučký kůň. Zażółć gęślą jaźń'],
  ['windows-1251', 'Добрый день! Ваш заказ готов'],
  ['koi8-r', 'Добрый день! Ваш заказ готов'],
  ['windows-1252', 'Größe, façade, señor, où êtes-vous, année'],
  ['windows-1253', 'Καλημέρα σας, η παραγγελία είναι έτοιμη'],
  ['windows-1254', 'Siparişiniz hazır, teşekkür ederiz, değerli müşterimiz'],
  ['windows-1255', 'שלום, ההזמנה שלך מוכנה לאיסוף'],
  ['windows-1256', 'مرحبا طلبك جاهز للاستلام من المتجر'],
  ['windows-1250', 'Dziękujemy, że jesteś z nami'],
  ['windows-1250', 'Comanda ta este gată şi expediată'],
  ['windows-1250', 'Dobrý deň, ďakujeme'],
  ['windows-1252', 'Você não está “aqui” – ação'],
  ['windows-1252', 'Grüße aus Köln, schön'],
  ['windows-1252', 'Su código de verificación, mañana'],
  ['windows-1252', 'Din kod är 1234, välkommen åter'],
  ['windows-1252', 'Perché così? La città è più bella'],
])('octets in %s are known by their letters', (charset, text) => {
  const decoder = new TextDecoder(charset)
  const octets = new Map(Array.from({ length: 256 }, (_, octet) => [decoder.decode(Uint8Array.of(octet)), octet]))
  expect(guessCharset(Uint8Array.from(text, (character) => octets.get(character)!))).toBe(charset)
})
