import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { peek } from '../../src/cli/estimate/input/peek'
import { estimate, ownFolder, refusal, withBadRows } from '../support/campaign'
import { septet } from '../support/command'

const { file, path } = ownFolder()

const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => utf16le(text).swap16()

const RUSSIAN = 'Привет, мир\nКак дела? Всё хорошо\n'
const ENGLISH = 'Hello\r\nworld\r\n'

describe('UTF-16', () => {
  it.each([
    ['utf-16le', utf16le],
    ['utf-16be', utf16be],
  ])('as %s is refused until it is named, and then is counted', async (charset, octets) => {
    for (const text of [RUSSIAN, ENGLISH, `\uFEFF${ENGLISH}`, `\uFEFFПривет`, 'Hello', RUSSIAN.repeat(4000)]) {
      const campaign = file('wide.txt', octets(text))
      expect(await refusal([campaign])).toMatch(new RegExp(`wide\\.txt: is ${charset}; see --charset ${charset}\n$`))
      const plain = await estimate([], text)
      const { messages, units, segments } = await estimate(['--charset', charset, campaign])
      expect({ messages, units, segments }).toEqual({
        messages: plain.messages,
        units: plain.units,
        segments: plain.segments,
      })
    }
  })

  it('is written again as UTF-8, with its mark', async () => {
    const campaign = file('wide.csv', utf16le('\uFEFFtext;name\r\nЖук;имя\r\n'))
    await estimate(['--charset', 'utf-16le', '--output', path('out'), campaign])
    expect(readFileSync(path('out'), 'utf8')).toBe(
      '\uFEFFtext;name;encoding;units;segments;cost\r\nЖук;имя;UCS-2;3;1;\r\n',
    )
  })

  it('of the other order than is named is refused', async () => {
    expect(await refusal(['--charset', 'utf-16be', file('wide.txt', utf16le(RUSSIAN))])).toContain('is utf-16le')
  })

  it.each(['a\0b\nc\n', '\0\0\0\0\n', 'a\n\0', 'ыы\0ы\nHello\n'])(
    'is not what a text with a NUL is taken for: %j',
    async (text) => {
      expect((await estimate([], text)).messages).toBeGreaterThan(0)
    },
  )

  it('is not what letters of an old charset are taken for', async () => {
    expect((await estimate(['--charset', 'windows-1251'], Buffer.from('\xff\xfe\n', 'latin1'))).units).toBe(2)
  })
})

describe('lines that end in CR alone', () => {
  it('are lines', async () => {
    const { messages, units, costliest } = await estimate([], 'ab\rcd\ref\r')
    expect({ messages, units, lines: costliest.map(({ line }) => line) }).toEqual({
      messages: 3,
      units: 6,
      lines: [1, 2, 3],
    })
  })

  it('are rows of CSV and NDJSON, with their numbers', async () => {
    const { messages, named } = await withBadRows([file('old.csv', 'text,phone\ra,79161234567\rb\rc,79161234567\r')])
    expect({ messages, named }).toMatchObject({ messages: 2, named: [{ line: 3 }] })
    expect(await withBadRows(['--format', 'ndjson'], '"a"\r5\r"b"\r')).toMatchObject({
      messages: 2,
      named: [{ line: 2 }],
    })
  })

  it.each([
    [
      'csv',
      'sep=,\rtext,n\r"a\rb",1\rc,2\r',
      'sep=,\rtext,n,encoding,units,segments,cost\r"a\rb",1,GSM-7,3,1,\rc,2,GSM-7,1,1,\r',
    ],
    ['csv', 'text\r"a\r\rb"\rc', 'text,encoding,units,segments,cost\r"a\r\rb",GSM-7,4,1,\rc,GSM-7,1,1,\r'],
    ['csv', 'text\r"a"b\rc\r', 'text,encoding,units,segments,cost\r"""a""b",,,,\rc,GSM-7,1,1,\r'],
    [
      'ndjson',
      '{"text":"a"}\r{"text":"b"}',
      '{"text":"a","encoding":"GSM-7","units":1,"segments":1}\r{"text":"b","encoding":"GSM-7","units":1,"segments":1}\r',
    ],
    ['lines', 'a\rb\r', 'text,encoding,units,segments,cost\na,GSM-7,1,1,\nb,GSM-7,1,1,\n'],
  ])('come back in --output, inside quotes too: %s %j', async (format, rows, written) => {
    await septet(['estimate', '--format', format, '--output', path('cr.out')], rows)
    expect(readFileSync(path('cr.out'), 'utf8')).toBe(written)
  })

  it('come back block by block, and a later CR LF stays one', async () => {
    const rows = `${'"a\rb"\r'.repeat(100_000)}c\r\n`
    await estimate(['--format', 'csv', '--output', path('cr.out')], `text\r${rows}`)
    const written = readFileSync(path('cr.out'), 'latin1')
    expect(written.replace(/,encoding,units,segments,cost|,GSM-7,\d,1,/g, '') === `text\r${rows}`).toBe(true)
  })

  it('may be many, and the last may end in nothing', async () => {
    expect(await estimate([], `${'abc\r'.repeat(200_000)}d`)).toMatchObject({ messages: 200_001, units: 600_001 })
  })

  it('are not where the first line feed comes late', async () => {
    const long = `${'x'.repeat(65_535)}\r\na\rb\r\n`
    expect(await estimate([], long)).toMatchObject({ messages: 2, units: 65_535 + 3 })
  })
})

describe('a file of which the first octets are known', () => {
  it.each([
    ['at its first chunk', 1],
    ['at a later one', 2],
    ['at its end', 3],
  ])('is closed when reading ends %s', async (_, last) => {
    let isOpen = false
    async function* read() {
      isOpen = true
      try {
        yield Buffer.from('one\n')
        yield Buffer.from('two\n')
        yield Buffer.from('three\n')
      } finally {
        isOpen = false
      }
    }
    const { whole } = await peek(read(), 2)
    let chunks = 0
    for await (const _ of whole) if (++chunks === last) break
    expect({ chunks, isOpen }).toEqual({ chunks: last, isOpen: false })
  })
})

describe('a file named .json', () => {
  it('is read as NDJSON', async () => {
    expect(await estimate([file('a.json', '{"text":"a"}\n{"text":"b"}\n')])).toMatchObject({ messages: 2, units: 2 })
  })

  it('that is an array has a row for each element; a later array is a bad row', async () => {
    expect(await estimate([file('array.json', '[{"text":"a"},{"text":"b"}]\n')])).toMatchObject({ messages: 2 })
    expect(await estimate([file('array.json', '[\n{"text":"a"},\n{"text":"b"}\n]\n')])).toMatchObject({ messages: 2 })
    const { messages, named } = await withBadRows([file('later.json', '"a"\n[{"text":"b"}]\n')])
    expect({ messages, named }).toMatchObject({ messages: 1, named: [{ line: 2, reason: /an array/ }] } as never)
  })
})
