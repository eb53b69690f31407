import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { count, type TextOptions } from 'septet'
import { describe, expect, it } from 'vitest'
import { estimate, ownFolder, withBadRows } from '../support/campaign'
import { printed, septet } from '../support/command'

const { file, path } = ownFolder()

const TEXTS = ['Hello', 'Привет, мир', '', 'a'.repeat(400), 'Don’t', '😀'.repeat(80), '[€]'.repeat(40)]
const LINES = `${TEXTS.join('\n')}\n`

describe('a file of lines', () => {
  it('is counted line by line', async () => {
    const counts = TEXTS.map((text) => count(text))
    const { messages, recipients, encodings, units, segments, badRows } = await estimate([file('plain.txt', LINES)])
    expect({ messages, recipients, badRows }).toEqual({ messages: 7, recipients: 7, badRows: 0 })
    expect(encodings).toEqual({ 'GSM-7': 4, 'UCS-2': 3 })
    expect(units).toBe(counts.reduce((total, { units }) => total + units, 0))
    expect(segments).toBe(counts.reduce((total, { segments }) => total + segments, 0))
  })

  it('has a histogram, and its costliest messages by line', async () => {
    const { histogram, costliest } = await estimate([file('plain.txt', LINES)])
    expect(histogram).toEqual([
      { segments: 1, messages: 4 },
      { segments: 2, messages: 1 },
      { segments: 3, messages: 2 },
    ])
    expect(costliest.map(({ line, segments }) => [line, segments])).toEqual([
      [4, 3],
      [6, 3],
      [7, 2],
      [1, 1],
      [2, 1],
    ])
  })

  it('says which characters forced UCS-2, and what smart encoding would save', async () => {
    const { characters, savings } = await estimate([file('plain.txt', `${LINES}${'“a”'.repeat(50)}\n`)])
    expect(characters).toContainEqual({ codePoint: 0x201c, character: '“', messages: 1, occurrences: 50 })
    expect(characters).toContainEqual({ codePoint: 0x1f600, character: '😀', messages: 1, occurrences: 80 })
    expect(savings).toContainEqual({ how: 'smart-encoding', messages: 1, segments: 2 })
  })

  it('says what more measures would save, where they are asked for', async () => {
    const input = `${'ı'.repeat(160)}\n${'a'.repeat(161)}\n`
    const args = ['--measure', 'newline-lf', '--measure', 'language-turkish,newline-lf']
    const { savings } = await estimate(args, input)
    const { segments } = count('ı'.repeat(160), { languages: ['turkish'] })
    expect(savings.slice(5)).toEqual([
      { how: 'newline-lf', messages: 0, segments: 0 },
      { how: 'language-turkish', messages: 1, segments: count('ı'.repeat(160)).segments - segments },
    ])
  })

  it('says what each transliteration would save, on top of the options in use', async () => {
    const lines = ['я'.repeat(71), `${'я'.repeat(80)} — №`, 'щ'.repeat(71), 'ж'.repeat(150), 'Да', 'a'.repeat(161), '']
    const texts = [...lines, 'ь'.repeat(67) + 'ж€😀'.repeat(30), '\u0438\u0306'.repeat(50)]
    const input = texts.join('\n')
    for (const [args, options] of [
      [[], {}],
      [['--smart', 'always'], { smartEncoding: 'always' }],
      [['--languages', 'turkish'], { languages: ['turkish'] }],
      [['--encoding', 'ucs-2'], { encoding: 'UCS-2' }],
      [['--transliterate', 'translit'], { transliterate: 'translit' }],
    ] as [string[], TextOptions][]) {
      const saved = (how: string, measure: TextOptions) => {
        const savings = texts.map(
          (text) => count(text, options).segments - count(text, { ...options, ...measure }).segments,
        )
        const won = savings.filter((segments) => segments > 0)
        return { how, messages: won.length, segments: won.reduce((total, segments) => total + segments, 0) }
      }
      expect((await estimate(args, input)).savings).toEqual([
        saved('smart-encoding', { smartEncoding: 'always' }),
        saved('translit', { transliterate: 'translit' }),
        saved('volapuk', { transliterate: 'volapuk' }),
        saved('translit+smart-encoding', { transliterate: 'translit', smartEncoding: 'always' }),
        saved('volapuk+smart-encoding', { transliterate: 'volapuk', smartEncoding: 'always' }),
      ])
    }
    expect((await estimate([], input)).savings[1]).toMatchObject({ messages: 3, segments: 3 })
  })

  it('says what forced UCS-2 in spite of the options', async () => {
    const { characters } = await estimate(
      ['--transliterate', 'translit', '--max-segments', '1'],
      `Да —\n${'я'.repeat(99)}№`,
    )
    expect(characters.map(({ codePoint }) => codePoint)).toEqual([0x2014, 0x2116])
  })

  it('may come from standard input, with CR LF, a byte order mark and no end to the last line', async () => {
    expect(await estimate([], '\uFEFFone\r\ntwo')).toMatchObject({ messages: 2, units: 6 })
    expect(await estimate(['-'], '')).toMatchObject({ messages: 0, segments: 0, histogram: [], costliest: [] })
  })

  it('may be in another charset', async () => {
    const octets = Uint8Array.of(0xcf, 0xf0, 0xe8, 0x0a, 0x41)
    expect(await estimate(['--charset', 'windows-1251'], octets)).toMatchObject({ messages: 2, units: 4 })
  })

  it('may be packed with gzip, whatever its name', async () => {
    expect(await estimate([file('packed', gzipSync(LINES))])).toEqual({
      ...(await estimate([file('plain.txt', LINES)])),
      costliest: expect.any(Array),
    })
    expect((await estimate([], gzipSync(LINES))).messages).toBe(7)
  })

  it('names lines that are not UTF-8, and counts the rest', async () => {
    const result = await withBadRows(
      [],
      Buffer.concat([Buffer.from('a\nж\n'), Buffer.of(0xff, 0x0a), Buffer.from('b')]),
    )
    expect(result).toMatchObject({ messages: 3, badRows: 1, named: [{ line: 3, reason: /utf-8/ }] } as never)
    expect(result.err).toContain('standard input: line 3: not utf-8')
  })

  it('honours the text options, and names what they refuse', async () => {
    expect((await estimate(['--encoding', 'ucs-2'], 'abc\n')).encodings).toEqual({ 'GSM-7': 0, 'UCS-2': 1 })
    expect((await estimate(['--newline', 'crlf'], 'abc\n')).units).toBe(3)
    const { messages, named } = await withBadRows(['--encoding', 'gsm-7'], 'a\nbж\nc\n')
    expect({ messages, lines: named.map(({ line }) => line) }).toEqual({ messages: 2, lines: [2] })
  })
})

describe('many files', () => {
  it('keep their line numbers in every block', async () => {
    const bad = Buffer.from(`${'a'.repeat(99)}\n`.repeat(60_000))
    for (const line of [1, 20_000, 59_999]) bad[100 * (line - 1)] = 0xff
    const { named, messages } = await withBadRows([file('bad.txt', bad)])
    expect({ messages, lines: named.map(({ line }) => line) }).toEqual({ messages: 59_997, lines: [1, 20_000, 59_999] })
  })
})

const CSV = [
  'Phone;Text;Name',
  '+7 903 123-45-67;Hello, world;A',
  '79031234567,79031234568;"Привет; ""мир""',
  'вторая строка";B',
  '12025550112;Don’t;C',
  '',
].join('\n')

describe('CSV', () => {
  it('is read by its header, quotes and line ends in them included', async () => {
    const { messages, recipients, units, segments, costliest } = await estimate([file('a.csv', CSV)])
    const texts = ['Hello, world', 'Привет; "мир"\nвторая строка', 'Don’t']
    const sizes = texts.map((text) => count(text).units)
    expect({ messages, recipients, segments }).toEqual({ messages: 3, recipients: 4, segments: 4 })
    expect(units).toBe(sizes[0]! + 2 * sizes[1]! + sizes[2]!)
    expect(costliest.map(({ line }) => line)).toEqual([2, 3, 5])
  })

  it('takes columns by name, and names one that is missing', async () => {
    const other = file('b.csv', 'who,what\n79161234579,Hello\n')
    expect((await estimate(['--text-column', 'what', '--phone-column', 'who', other])).units).toBe(5)
    const { code, out, err } = await septet(['estimate', '--text-column', 'body', other])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/b\.csv: no column "body"; there are "who", "what"/)
    expect((await septet(['estimate', other])).err).toContain('no column "text"')
  })

  it('may have CR LF, a byte order mark and empty lines; rows keep their line numbers', async () => {
    const rows = [
      'text;phone',
      '',
      '"a\r\nb";79161234579',
      'bad',
      '',
      'c;79161234578',
      '"open;79161234577',
      'd;79161234576',
      '',
    ]
    const octets = file('crlf.csv', `\uFEFF${rows.join('\r\n')}`)
    const output = path('crlf.out')
    const { messages, named } = await withBadRows(['--output', output, octets])
    expect({ messages, lines: named.map(({ line }) => line) }).toEqual({ messages: 3, lines: [5, 8] })
    expect(readFileSync(output, 'utf8')).toBe(
      `\uFEFF${[
        'text;phone;encoding;units;segments;cost',
        '',
        '"a\r\nb";79161234579;GSM-7;4;1;',
        'bad;;;;',
        '',
        'c;79161234578;GSM-7;1;1;',
        '"""open;79161234577";;;;;',
        'd;79161234576;GSM-7;1;1;',
        '',
      ].join('\r\n')}`,
    )
    rmSync(output)
  })

  it('keeps the CR LF of its last row', async () => {
    const output = path('last.out')
    await printed(['estimate', '--output', output, file('last.csv', 'text\r\na\r\n')])
    expect(readFileSync(output, 'utf8')).toBe('text,encoding,units,segments,cost\r\na,GSM-7,1,1,\r\n')
    rmSync(output)
  })

  it('may have a U+FFFD of its own; what is no UTF-8 is a bad row', async () => {
    const text = Buffer.from('text,phone\n\uFFFD,79161234579\n*,79161234579\nж,79161234579\n')
    text[text.indexOf('*')] = 0xff
    expect(await withBadRows([file('octets.csv', text)])).toMatchObject({ messages: 2, units: 2, named: [{ line: 3 }] })
    const json = Buffer.from('{"text":"\uFFFD"}\n{"text":"*"}\n"ж"\n')
    json[json.indexOf('*')] = 0xff
    expect(await withBadRows([file('octets.ndjson', json)])).toMatchObject({
      messages: 2,
      units: 2,
      named: [{ line: 2 }],
    })
  })

  it('loses no row between two quotes that are not closed', async () => {
    const rows = [
      'text,phone',
      '"one,79161234579',
      'two,79161234578',
      '"three,79161234577',
      '"""four"",',
      'still four",79161234576',
      'five,79161234575',
      '"six,74',
      '',
    ]
    const output = path('torn.out')
    const result = await withBadRows(['--output', output, file('torn.csv', rows.join('\n'))])
    expect(result).toMatchObject({ messages: 3, units: 3 + 4 + '"four",\nstill four'.length })
    expect(result.named.map(({ line, reason }) => [line, reason])).toEqual(
      [2, 4, 8].map((line) => [line, 'a quote that is not closed']),
    )
    const written = readFileSync(output, 'utf8').split('\n')
    expect(written.map((row) => row.replace(/(,GSM-7,\d+,1|,,,?),$/, ''))).toEqual([
      'text,phone,encoding,units,segments,cost',
      ...rows.slice(1).map((row) => (/^"[^"]*$/.test(row) ? `"${row.replace('"', '""')}",` : row)),
    ])
    rmSync(output)
  })

  it('takes linear time whatever its quotes', async () => {
    for (const row of ['"a,79161234579', '"a""b,79161234579', 'a"b","79161234579', '"","a"b,79161234579']) {
      const content = `text,phone\n${`${row}\n`.repeat(60_001)}`
      expect((await withBadRows([file('quotes.csv', content)])).badRows).toBeGreaterThan(0)
    }
  })

  it('is TSV with tabs, and may be forced by --format', async () => {
    expect((await estimate([file('a.tsv', 'text\tphone\na,b\t79161234579\n')])).units).toBe(3)
    expect((await estimate(['--format', 'csv'], 'text\nab\n')).units).toBe(2)
  })

  it('names bad rows by line, and counts the others', async () => {
    const rows = [
      CSV.trimEnd(),
      'abc;x;D',
      '79161234579;too;many;columns',
      '79161234579',
      ';nobody;E',
      '442071838750;"unclosed;F',
      '442071838750;fine;G',
      '',
    ]
    const result = await withBadRows([file('bad.csv', rows.join('\n'))])
    expect(result.messages).toBe(4)
    expect(result.named.map(({ line, reason }) => [line, reason])).toEqual([
      [6, '"abc" is no phone number'],
      [7, '4 columns instead of 3'],
      [8, '1 column instead of 3'],
      [9, 'no phone number'],
      [10, 'a quote that is not closed'],
    ])
  })

  it('is cut into blocks between records only', async () => {
    const record = (index: number) => `79${160_000_000 + index},"line ${index}\n""${'ж'.repeat(index % 90)}"""\n`
    const records = Array.from({ length: 30_000 }, (_, index) => record(index))
    const large = file('large.csv', `phone,text\n${records.join('')}`)
    const { messages, badRows, costliest } = await estimate([large])
    expect({ messages, badRows }).toEqual({ messages: 30_000, badRows: 0 })
    expect(costliest[0]!.line % 2).toBe(0)
  })
})

describe('NDJSON', () => {
  it('has an object or a string a line', async () => {
    const rows = [
      '{"text":"Hi","phone":79031234567}',
      '"only"',
      '',
      '{"message":"ж","phones":["79161234579","79161234578"]}',
    ]
    const { messages, recipients, units } = await estimate([file('a.ndjson', rows.join('\n'))])
    expect({ messages, recipients, units }).toEqual({ messages: 3, recipients: 4, units: 8 })
  })

  it('names lines without a text', async () => {
    const rows = ['{"a":1}', '{bad', '5', '{"text":5}', '{"text":"x"}']
    const { named, messages } = await withBadRows(['--format', 'ndjson'], rows.join('\n'))
    expect(messages).toBe(1)
    expect(named.map(({ line }) => line)).toEqual([1, 2, 3, 4])
  })
})

describe('--rates', () => {
  const rates = () => file('rates.json', '{"7":"1.40","7903":"1.5","":"0.001"}')

  it('prices each number by its longest prefix, exactly', async () => {
    const { cost, savings } = await estimate(['--rates', rates(), file('a.csv', CSV)])
    expect(cost).toBe('4.501')
    expect(savings[0]!.cost).toBe('0')
  })

  it('keeps the decimals of the rates that are used', async () => {
    const campaign = file('c.csv', `phone,text\n79161234567,${'x'.repeat(161)}\n`)
    expect((await estimate(['--rates', rates(), campaign])).cost).toBe('2.80')
    const table = file('rates.csv', 'prefix;price\n7;1.40\n')
    expect((await estimate(['--rates', table, campaign])).cost).toBe('2.80')
  })

  it('makes a row without a rate a bad one', async () => {
    const some = file('some.json', '{"44":"1"}')
    const { named } = await withBadRows(['--rates', some, file('a.csv', CSV)])
    expect(named.map(({ reason }) => reason)).toEqual([
      'no rate for 79031234567',
      'no rate for 79031234567',
      'no rate for 12025550112',
    ])
  })

  it.each([
    ['a price that is no number', '{"7":"1,40"}', /rates\.bad: rate "7": "1,40" is no price/],
    ['a price that is not in a string', '{"7":1.4}', /rate "7": 1\.4 is no price/],
    ['a prefix that is no number', '{"x":"1"}', /rate "x": "x" is no prefix/],
    ['broken JSON', '{"7":', /rates\.bad: not JSON/],
    ['nothing', '', /rates\.bad: no rates/],
  ])('refuses %s', async (_, content, message) => {
    const { code, out, err } = await septet(['estimate', '--rates', file('rates.bad', content)], 'x')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(message)
  })
})

describe('--output', () => {
  const output = () => path('out')
  const left = () => readdirSync(path()).filter((name) => name.startsWith('out'))

  it('writes CSV again as it is, with four columns more, bad rows too', async () => {
    const bad = `${CSV}abc;x;D\n`
    expect((await septet(['estimate', '--output', output(), file('a.csv', bad)])).code).toBe(1)
    expect(readFileSync(output(), 'utf8')).toBe(
      [
        'Phone;Text;Name;encoding;units;segments;cost',
        '+7 903 123-45-67;Hello, world;A;GSM-7;12;1;',
        '79031234567,79031234568;"Привет; ""мир""',
        'вторая строка";B;UCS-2;27;1;',
        '12025550112;Don’t;C;UCS-2;5;1;',
        'abc;x;D;;;;',
        '',
      ].join('\n'),
    )
    expect(left()).toEqual(['out'])
    rmSync(output())
  })

  it('writes lines as CSV, and NDJSON as NDJSON', async () => {
    const rates = file('rates.json', '{"":"0.5"}')
    await printed(['estimate', '--rates', rates, '--output', output()], 'a "b", c\n€\n')
    expect(readFileSync(output(), 'utf8')).toBe(
      'text,encoding,units,segments,cost\n"a ""b"", c",GSM-7,8,1,0.5\n€,GSM-7,2,1,0.5\n',
    )
    await printed(['estimate', '--format', 'ndjson', '--output', output()], '{"text":"ж","id":7}\n')
    expect(readFileSync(output(), 'utf8')).toBe('{"text":"ж","id":7,"encoding":"UCS-2","units":1,"segments":1}\n')
    rmSync(output())
  })

  it('writes NDJSON as it is, numbers that JavaScript would round too', async () => {
    const rows = ['{"id": 12345678901234567890, "text":"a" }', '"b"', '', '{"no":1}', '{"text":"c","segments":9}']
    await withBadRows(['--format', 'ndjson', '--output', output()], rows.join('\r\n'))
    const added = '"encoding":"GSM-7","units":1,"segments":1}'
    expect(readFileSync(output(), 'utf8').split('\n')).toEqual([
      `{"id": 12345678901234567890, "text":"a",${added}\r`,
      `{"text":"b",${added}\r`,
      '\r',
      '{"no":1,"encoding":null,"units":null,"segments":null}\r',
      `{"text":"c",${added}\r`,
      '',
    ])
    rmSync(output())
  })

  it.runIf(existsSync('/dev/full'))('writes to a device as it is, and follows a link', async () => {
    const { code, err } = await septet(['estimate', '--output', '/dev/full'], 'a\n')
    expect(code).toBe(1)
    expect(err).toContain('ENOSPC')
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true)
    writeFileSync(output(), 'old')
    symlinkSync(output(), path('link'))
    await printed(['estimate', '--output', path('link')], 'a\n')
    expect(readFileSync(output(), 'utf8')).toContain('a,GSM-7')
    rmSync(output())
  })

  it('is refused where it is a directory, before anything is read', async () => {
    const { code, out, err } = await septet(['estimate', '--output', path()], 'a\n')
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `septet: ${path()}: is a directory\n` })
  })

  it('keeps the order of the rows of a large file', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `message ${index} ${'x'.repeat(index % 90)}`)
    await printed(['estimate', '--output', output(), file('large.txt', lines.join('\n'))])
    const written = readFileSync(output(), 'utf8').split('\n')
    expect(written.pop()).toBe('')
    expect(written.slice(1).map((row) => row.slice(0, row.indexOf(',')))).toEqual(lines)
    rmSync(output())
  })

  it('leaves no file where the run fails', async () => {
    const packed = gzipSync(LINES.repeat(1000))
    const { code, err } = await septet([
      'estimate',
      '--output',
      output(),
      file('cut.gz', packed.subarray(0, packed.length - 20)),
    ])
    expect(code).toBe(1)
    expect(err).toMatch(/cut\.gz: broken gzip: unexpected end of file/)
    expect(left()).toEqual([])
  })
})

describe('estimate refuses', () => {
  it('a directory, and a file that is not there', async () => {
    mkdirSync(path('directory'))
    expect(await septet(['estimate', path('directory')])).toMatchObject({ code: 1, out: '' })
    expect((await septet(['estimate', path('directory')])).err).toMatch(/directory: is a directory\n$/)
    writeFileSync(path('plain'), 'a\n')
    for (const [args, words] of [
      [[path('nothing')], `${path('nothing')}: no such file`],
      [['--rates', path('nothing')], `${path('nothing')}: no such file`],
      [[path('plain/x')], `${path('plain/x')}: not a directory`],
      [['--output', path('nowhere/x')], `${path('nowhere')}: no such directory`],
    ] as const) {
      expect(await septet(['estimate', ...args], 'a\n')).toMatchObject({ code: 1, out: '', err: `septet: ${words}\n` })
    }
  })

  it('what is usage', async () => {
    expect((await septet(['estimate', '--output', 'x', 'a', 'b'])).code).toBe(2)
    expect((await septet(['estimate', '--format', 'xml'])).code).toBe(2)
    const { code, err } = await septet(['estimate', '--text-column', 'body'], 'body\na\n')
    expect(code).toBe(2)
    expect(err).toContain('--text-column: standard input is read as plain lines; see --format')
    expect((await septet(['estimate', '--reference', '256'], 'x')).code).toBe(2)
  })
})

describe('progress', () => {
  it('is shown on no stream but a terminal', async () => {
    expect(await septet(['estimate', file('progress.txt', LINES.repeat(5000))])).toMatchObject({ code: 0, err: '' })
  })
})

describe('the table', () => {
  it('says what the JSON says, for people', async () => {
    const rates = file('rates.json', '{"":"0.10"}')
    const out = await printed(['estimate', '--rates', rates, file('plain.txt', LINES)])
    expect(out).toMatch(/^12 segments, cost 1\.20\n/)
    expect(out).toMatch(/messages +7/)
    expect(out).toMatch(/plain\.txt:4 +3 segments +GSM-7 +a{80}\n/)
    expect(out).toMatch(/’ \(U\+2019\) +in 1 message +1 time/)
    expect(out).not.toContain('\u001b')
  })
})
