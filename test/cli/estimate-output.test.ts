import { chmodSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { estimate, ownFolder, withBadRows } from '../support/campaign'
import { printed, septet } from '../support/command'

const { file, path } = ownFolder()

const output = () => path('out')
const written = () => readFileSync(output())

afterEach(() => {
  for (const name of readdirSync(path()).filter((one) => one.startsWith('out'))) rmSync(path(name))
})

/** The bytes of a string whose characters are octets. */
const octets = (text: string) => Buffer.from(text, 'latin1')

describe('octets that are not UTF-8', () => {
  it('stay what they are in the other columns of a CSV row, and in a bad row', async () => {
    const rows = octets('text,phone,name\nab,79161234579,\xe8\xec\xff\n\xff,79161234579,\xe8\ncd,\xff,x\n')
    const { messages, named } = await withBadRows(['--output', output(), file('octets.csv', rows)])
    expect({ messages, lines: named.map(({ line }) => line) }).toEqual({ messages: 2 - 1, lines: [3, 4] })
    expect(written()).toEqual(
      octets(
        'text,phone,name,encoding,units,segments,cost\nab,79161234579,\xe8\xec\xff,GSM-7,2,1,\n\xff,79161234579,\xe8,,,,\ncd,\xff,x,,,,\n',
      ),
    )
  })

  it('stay what they are in a bad line, of text or of NDJSON', async () => {
    await withBadRows(['--output', output()], octets('a\n\xff"\n\xd0\xb6\n'))
    expect(written()).toEqual(
      octets('text,encoding,units,segments,cost\na,GSM-7,1,1,\n"\xff""",,,,\n\xd0\xb6,UCS-2,1,1,\n'),
    )
    await withBadRows(['--format', 'ndjson', '--output', output()], octets('{"text":"\xff"}\n{"text":"\xd0\xb6"}\n'))
    expect(written()).toEqual(
      octets(
        '{"text":"\xff","encoding":null,"units":null,"segments":null}\n{"text":"\xd0\xb6","encoding":"UCS-2","units":1,"segments":1}\n',
      ),
    )
  })

  it('of another charset come out as UTF-8, as --help says', async () => {
    const rows = octets('text\n\xe8\xec\xff\n')
    await estimate(['--charset', 'windows-1251', '--output', output(), file('windows.csv', rows)])
    expect(written().toString()).toBe('text,encoding,units,segments,cost\nимя,UCS-2,3,1,\n')
    expect((await septet(['estimate', '--help'])).out).toMatch(/--output <file> +write the rows again[^-]*UTF-8/)
  })
})

describe('CSV is written again', () => {
  it.each(['\n', '\r\n'])('with its empty lines, wherever they are, and line ends of its own: %j', async (end) => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `${row}${end.repeat(1 + (row % 4))}`).join('')
    const target = path('empty-lines.csv')
    await printed(['estimate', '--output', target, file('rows.csv', `text${end}${rows}${end.repeat(3)}last`)])
    const written = readFileSync(target, 'utf8').replaceAll(/,(GSM-7|encoding),[a-z\d]+,[a-z\d]+,(cost)?/g, '')
    expect(written === `text${end}${rows}${end.repeat(3)}last${end}`).toBe(true)
  })
})

describe('NDJSON is written again', () => {
  const again = async (rows: string, args: string[] = []) => {
    await estimate(['--format', 'ndjson', '--output', output(), ...args], rows)
    return written().toString()
  }
  const ADDED = '"encoding":"GSM-7","units":1,"segments":1'

  it('with the line ends and blanks that it has', async () => {
    expect(await again('{"text":"a"}\r\n\r\n "b"\t\r\n{"text":"c" }\r\n')).toBe(
      `{"text":"a",${ADDED}}\r\n\r\n {"text":"b",${ADDED}}\t\r\n{"text":"c",${ADDED}}\r\n`,
    )
    expect(await again('{"text":"a"}\r\n{"text":"b"}')).toBe(`{"text":"a",${ADDED}}\r\n{"text":"b",${ADDED}}\r\n`)
  })

  it('with its own members of the new names replaced, and none twice', async () => {
    const rates = ['--rates', file('rates.json', '{"":"1.40"}')]
    const row = String.raw`{"cost":"9", "text":"a","id":12345678901234567890,"x":{"units":[1,"}",2]},"unit\u0073":8,"q":"\",\"cost\":"}`
    const rest = ' "text":"a","id":12345678901234567890,"x":{"units":[1,"}",2]}'
    expect(await again(row, rates)).toBe(`{${rest},"q":"\\",\\"cost\\":",${ADDED},"cost":"1.40"}\n`)
    expect(await again(row)).toBe(`{${rest},"q":"\\",\\"cost\\":",${ADDED}}\n`)
    expect(await again('{"segments":9,"text":"a","segments":9}')).toBe(`{"text":"a",${ADDED}}\n`)
  })

  it('whatever other names its members have', async () => {
    expect(await again('{"text":"a","":"foo"}')).toBe(`{"text":"a","":"foo",${ADDED}}\n`)
    const { named } = await withBadRows(['--format', 'ndjson', '--phone-column', 'constructor'], '{"text":"a"}')
    expect(named).toMatchObject([{ reason: 'no member "constructor"' }])
  })
})

describe('the file of --output', () => {
  it.skipIf(process.platform === 'win32')('keeps the mode of the one that it replaces', async () => {
    for (const mode of [0o600, 0o664]) {
      chmodSync(file('out', 'old'), mode)
      await printed(['estimate', '--output', output()], 'a\n')
      expect(statSync(output()).mode & 0o777).toBe(mode)
    }
  })

  it('is packed with gzip where its name ends in .gz', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `message ${index}`)
    await printed(['estimate', '--output', path('out.csv.gz')], lines.join('\n'))
    const rows = gunzipSync(readFileSync(path('out.csv.gz')))
      .toString()
      .split('\n')
    expect(rows).toEqual([
      'text,encoding,units,segments,cost',
      ...lines.map((line) => `${line},GSM-7,${line.length},1,`),
      '',
    ])
    expect(readdirSync(path()).filter((name) => name.startsWith('out'))).toEqual(['out.csv.gz'])
  })

  it('is not there, packed or not, where the run fails', async () => {
    const campaign = file('bad.csv', 'who\na\n')
    expect((await septet(['estimate', '--output', path('out.csv.gz'), campaign])).code).toBe(1)
    expect(readdirSync(path()).filter((name) => name.startsWith('out'))).toEqual([])
  })

  it('has its header where there is no line', async () => {
    await printed(['estimate', '--output', output()], '')
    expect(written().toString()).toBe('text,encoding,units,segments,cost\n')
  })
})

describe('--output', () => {
  it('makes the file that a link leads to, where there is none yet', async () => {
    symlinkSync('out-there.csv', path('out-link.csv'))
    await estimate(['--output', path('out-link.csv'), file('linked.txt', 'hi\n')])
    expect(readFileSync(path('out-there.csv'), 'utf8')).toContain('hi,GSM-7')
    expect(lstatSync(path('out-link.csv')).isSymbolicLink()).toBe(true)
  })

  it('refuses a column of the name of one that it adds', async () => {
    const { code, err } = await septet([
      'estimate',
      '--text-column',
      'cost',
      '--output',
      output(),
      file('own.csv', 'cost\nhi\n'),
    ])
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('a column cost of its own') })
  })
})
