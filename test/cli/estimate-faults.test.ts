import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { estimate, ownFolder, refusal, withBadRows } from '../support/campaign'
import { septet, spawnSeptet } from '../support/command'
import { LONG } from '../support/long'

const { file, path } = ownFolder()

const PHONE = '79161234567'
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

describe('a row of NDJSON is named and left out, whatever JSON holds', () => {
  const KINDS = '"phone" is no string, no positive whole number and no array of these'

  it.each([
    ['an object as phone', '{"text":"a","phone":{}}', KINDS],
    ['an object that cannot be a string', '{"text":"a","phone":{"toString":1,"valueOf":2}}', KINDS],
    ['true as phone', '{"text":"a","phone":true}', KINDS],
    ['an array 20,000 deep as phone', `{"text":"a","phone":${deep(20_000)}}`, KINDS],
    ['an object in an array of phones', `{"text":"a","phone":["${PHONE}",{}]}`, KINDS],
    ['null as phone', '{"text":"a","phone":null}', 'no phone number'],
    ['an empty array of phones', '{"text":"a","phone":[]}', 'no phone number'],
    ['a number that is none', '{"text":"a","phone":1e400}', KINDS],
    ['a negative number as phone', `{"text":"a","phone":-${PHONE}}`, KINDS],
    ['a negative number in an array of phones', `{"text":"a","phone":[${PHONE},-${PHONE}]}`, KINDS],
    ['a fraction as phone', '{"text":"a","phone":7916123456.7}', KINDS],
    ['an array as text', `{"text":${deep(20_000)}}`, '"text" is no string'],
    ['null as text', '{"text":null}', '"text" is no string'],
    ['a second text', '{"text":"a","text":5}', '"text" is no string'],
    ['an array 1,000,000 deep', deep(1e6), 'an array; NDJSON has an object a line'],
    ['a number', '-1.5e3', 'neither an object nor a string'],
    ['null', 'null', 'neither an object nor a string'],
    ['what is no JSON', '{"text":"a"} {}', 'not JSON at character 14'],
    ['half of it', '{"text":"жё', 'not JSON: it ends too early'],
    ['a wrong escape', String.raw`{"text":"ж\x"}`, 'not JSON at character 11'],
  ])('%s', async (_, row, reason) => {
    const { messages, named } = await withBadRows(['--format', 'ndjson'], `"b"\n${row}\n{"text":"c"}\n`)
    expect({ messages, named }).toMatchObject({ messages: 2, named: [{ line: 2, reason }] })
  })

  it.each([
    ['--text-column', 'body', '{"text":"a"}', 'no member "body"'],
    ['--phone-column', 'who', '{"text":"a","phone":"79161234567"}', 'no member "who"'],
    ['--text-column', 'body', '{"body":5}', '"body" is no string'],
    ['--text-column', '__proto__', '{"text":"a"}', 'no member "__proto__"'],
  ])('without the column that %s asks for: %s', async (flag, name, row, reason) => {
    const { named } = await withBadRows(['--format', 'ndjson', flag, name], `${row}\n`)
    expect(named).toMatchObject([{ line: 1, reason }])
  })

  it('and no other: numbers, arrays of numbers, escapes, names in escapes, the last of two members', async () => {
    const rows = [
      `{"text":"a","phone":${PHONE}}`,
      `{"text":"a","phone":[${PHONE},"${PHONE}",null]}`,
      `{"phone":"\\u0037916 123-45-67","te\\u0078t":"\\ud83d\\ude00"}`,
      `{"text":5,"phone":[],"text":"\\ud83d","phone":"${PHONE}"}`,
      '{"__proto__":1,"text":"","x":{"text":"no"}}',
    ]
    const result = await estimate(['--format', 'ndjson'], rows.join('\n'))
    expect(result).toMatchObject({ messages: 5, emptyMessages: 1, recipients: 6, units: 1 + 2 + 2 + 1 })
    expect(result.characters.map(({ codePoint }) => codePoint)).toEqual([0xd83d, 0x1f600])
  })

  it('and many numbers are as many recipients, of the prefixes they have', async () => {
    const phones = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => (index % 2 ? PHONE : '442071838750')))
    const args = ['--format', 'ndjson', '--rates', file('rates.json', '{"7":"1.40","44":"2"}')]
    const { recipients, cost } = await estimate(args, `{"text":"a","phones":${phones}}\n`)
    expect({ recipients, cost }).toEqual({ recipients: 20_000, cost: '34000.00' })
  })
})

describe('a row of many MB', () => {
  const objects = (megabytes: number) => `{"text":"a","x":[${'{},'.repeat((megabytes * 1e6) / 3)}{}]}\n`

  it('of small objects is a message', async () => {
    const rows = objects(LONG ? 15 : 2)
    const result = await estimate(['--format', 'ndjson', '--output', path('objects.out')], rows)
    expect(result).toMatchObject({ messages: 1, units: 1 })
    const counted = `${rows.slice(0, -2)},"encoding":"GSM-7","units":1,"segments":1}\n`
    expect(readFileSync(path('objects.out'), 'utf8') === counted).toBe(true)
  })

  it.runIf(LONG).each([
    ['small objects', () => objects(15)],
    ['members', () => `{"text":"a",${'"cost":1,'.repeat(1.6e6)}"id":1}\n`],
    ['numbers', () => `{"text":"a","phone":[${`"${PHONE}",`.repeat(1e6)}"${PHONE}"]}\n`],
    ['arrays in the phone', () => `{"text":"a","phone":[${'[],'.repeat(4e6)}[]]}\n`],
  ])('of %s needs no memory of its own', { timeout: 120_000 }, async (_, rows) => {
    const large = file('large.ndjson', `${'"a"\n'.repeat(300_000)}${rows()}`)
    const args = ['estimate', '--json', '--output', path('large.out'), large]
    const { code, out } = await spawnSeptet(args, '', ['--max-old-space-size=64'])
    expect({ isThere: code === 0 || code === 1, messages: JSON.parse(out).messages }).toMatchObject({ isThere: true })
    expect(readdirSync(path()).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('--output is no more than a few times as long as the file', () => {
  const header = (columns: number) => `text${',c'.repeat(columns - 1)}\n`

  it('where torn rows would be filled up to many columns', async () => {
    const rows = `${header(500_000)}${'"x\n'.repeat(1000)}`
    const message = await refusal(['--output', path('wide.out'), file('wide.csv', rows)])
    expect(message).toMatch(/wide\.csv: --output would be many times as long as the file: .* 500000 columns\n$/)
    expect(readdirSync(path()).filter((name) => name.startsWith('wide.out'))).toEqual([])
  })

  it('and is written where few rows are torn', async () => {
    const rows = `${header(300)}${'"x\n'.repeat(20)}${`a${','.repeat(299)}\n`.repeat(10)}`
    const { messages, badRows } = await withBadRows(['--output', path('few.out'), file('few.csv', rows)])
    expect({ messages, badRows }).toEqual({ messages: 10, badRows: 20 })
    expect(readFileSync(path('few.out')).length).toBeLessThan(9 * rows.length)
  })

  it('nor is it refused where it is not asked for', async () => {
    const rows = `${header(50_000)}${'"x\n'.repeat(100)}`
    expect((await withBadRows([file('wide.csv', rows)])).badRows).toBe(100)
  })

  it('and a price has no more than 40 characters', async () => {
    const rates = file('long.json', JSON.stringify({ 7: `1.${'0'.repeat(50)}` }))
    expect(await refusal(['--rates', rates], 'a\n')).toMatch(/rate "7": a price of more than 40 characters\n$/)
  })
})

describe('--max-unpacked', () => {
  const zeros = () => file('zeros.gz', gzipSync(`${'0'.repeat(99)}\n`.repeat(50)))

  it('is the most that a gzip file may unpack to', async () => {
    expect(await refusal(['--max-unpacked', '4999', zeros()])).toMatch(
      /zeros\.gz: unpacks to more than 4999 octets; see --max-unpacked\n$/,
    )
    expect((await estimate(['--max-unpacked', '5k', zeros()])).messages).toBe(50)
    expect((await estimate(['--max-unpacked', '1', file('plain.txt', 'a\nb\n')])).messages).toBe(2)
  })

  it('takes KB, MB, GB and TB for K, M, G and T', async () => {
    for (const most of ['5000', '5000b', '5k', '5KB', '1M', '1MB', '1gb', '1T', '1TB']) {
      expect((await estimate(['--max-unpacked', most, zeros()])).messages).toBe(50)
    }
    expect(await refusal(['--max-unpacked', '4KB', zeros()])).toMatch(/unpacks to more than 4000 octets/)
    expect((await septet(['estimate', '--max-unpacked', '1X'], 'a\n')).err).toContain('with K, M, G or T after it')
  })

  it('is a number of octets, which --help has', async () => {
    for (const wrong of ['x', '-1', '1.5G', '', '1X']) {
      expect((await septet(['estimate', '--max-unpacked', wrong], 'a\n')).code).toBe(2)
    }
    expect((await septet(['estimate', '--help'])).out).toMatch(/--max-unpacked <octets>[^-]*default: 100G/)
  })
})

describe('a CR alone in CSV whose lines end in LF', () => {
  const rows = ['a\rb', 'c\rd']

  it.each(['', '"q"\n', '"q\nr"\n', '"torn\n', '"q"q\n'])('is text, whatever other rows have: %j', async (other) => {
    const { out } = await septet(
      ['estimate', '--json', '--format', 'csv'],
      `text\n${other}${rows.join('\n')}\n${other}`,
    )
    const { costliest } = JSON.parse(out)
    expect(costliest.filter(({ text }: { text: string }) => text.includes('\r'))).toMatchObject(
      rows.map((text) => ({ text, units: 3 })),
    )
  })

  it('comes back in --output', async () => {
    await estimate(['--format', 'csv', '--output', path('cr.out')], 'text\na\rb\n"c\rd"\n')
    expect(readFileSync(path('cr.out'), 'utf8')).toBe(
      'text,encoding,units,segments,cost\na\rb,GSM-7,3,1,\n"c\rd",GSM-7,3,1,\n',
    )
  })
})

describe('plain lines and --rates', () => {
  it('need a rate for all, which the refusal shows', async () => {
    const rates = file('seven.json', '{"7":"1.40"}')
    const message = /no phone numbers? to find a rate by; \{"": "0\.05"\} is a rate for all/
    expect(await refusal(['--rates', rates], 'a\nb\n')).toMatch(message)
    expect(await refusal(['--rates', rates, file('none.csv', 'text\na\n')])).toMatch(message)
    const { named } = await withBadRows(['--rates', rates, '--format', 'ndjson'], `"a"\n{"text":"b","to":"${PHONE}"}\n`)
    expect(named).toMatchObject([{ line: 1, reason: expect.stringMatching(message) }])
  })

  it('have one by the words of the refusal', async () => {
    expect((await estimate(['--rates', file('all.json', '{"": "0.05"}')], 'a\nb\n')).cost).toBe('0.10')
  })
})

describe('a file that is no text is told by name', () => {
  /** A local file header of ZIP (APPNOTE 4.3.7) and a little of what comes after it. */
  const zip = (name: string, ...others: string[]) => {
    const header = Buffer.alloc(30)
    header.write('PK\u0003\u0004', 'latin1')
    header.writeUInt16LE(name.length, 26)
    return Buffer.concat([header, Buffer.from(name), Buffer.alloc(100, 0xfe), ...others.map((one) => Buffer.from(one))])
  }

  it.each([
    ['book.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'is an Excel workbook; save it as CSV'],
    ['book.csv', zip('[Content_Types].xml', 'xl/workbook.xml'), 'is an Excel workbook; save it as CSV'],
    ['doc.txt', zip('[Content_Types].xml'), 'is an Office document, such as an Excel workbook; save it as CSV'],
    ['calc.ods', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'is an OpenDocument spreadsheet'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'is an old Office document, such as an Excel workbook'],
    ['a.zip', zip('a.txt'), 'is a ZIP archive; unpack it first'],
    ['a.zst', Buffer.from('28b52ffd00', 'hex'), 'is packed with zstd; unpack it first'],
    ['a.xz', Buffer.from('fd377a585a00', 'hex'), 'is packed with xz; unpack it first'],
    ['a.gz', gzipSync(zip('a.txt')), 'is a ZIP archive; unpack it first'],
  ])('%s', async (name, octets, words) => {
    expect(await refusal(['--output', path('no.out'), file(name, octets)])).toContain(`${name}: ${words}`)
    expect(existsSync(path('no.out'))).toBe(false)
  })

  it.each(['PK\n', 'BZh9\n', '7zip\n'])('and a text is none: %j', async (text) => {
    expect((await estimate([], text)).messages).toBe(1)
  })
})
