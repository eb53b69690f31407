import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { estimate, ownFolder, refusal, withBadRows } from '../support/campaign'
import { LONG } from '../support/long'

const { file, path } = ownFolder()

const LINE = 'x'.repeat(17 << 20)

describe('a line of more than 16 MB is a bad row', () => {
  const named = [{ line: 3, reason: 'a line of more than 16 MB' }]

  const formats: [string, string[]][] = [
    ['of plain lines', ['a', 'b', LINE, 'c', '']],
    ['of NDJSON', ['"a"', '"b"', `"${LINE}"`, '"c"', '']],
    ['of CSV, the last', ['text', 'a', LINE]],
    ['of CSV', ['text', 'a', `"${LINE}"`, 'c', '']],
    ['of plain lines, the last', ['a', 'b', LINE]],
  ]
  it.each(LONG ? formats : formats.slice(0, 3))('%s', async (format, rows) => {
    const name = format.includes('CSV') ? 'long.csv' : format.includes('NDJSON') ? 'long.ndjson' : 'long.txt'
    const result = await withBadRows(['--output', path('long.out'), file(name, rows.join('\n'))])
    const messages = rows.filter((row) => row.length < 4 && row !== '').length
    expect(result).toMatchObject({ messages, badRows: 1, named })
    expect(readFileSync(path('long.out')).length).toBeLessThan(1000)
  })

  it('be it the first, or all there is', async () => {
    expect(await withBadRows([], `${LINE}\na\n`)).toMatchObject({
      messages: 1,
      named: [{ line: 1 }],
      costliest: [{ line: 2 }],
    })
    expect(await withBadRows([], LINE)).toMatchObject({ messages: 0, named: [{ line: 1 }] })
  })

  it('packed, however long', async () => {
    const zeros = Buffer.concat(Array.from({ length: LONG ? 10 : 1 }, () => gzipSync(Buffer.alloc(30e6))))
    const all = Buffer.concat([zeros, gzipSync('\nb\n')])
    expect(await withBadRows([file('zeros.gz', all)])).toMatchObject({
      messages: 1,
      badRows: 1,
      costliest: [{ line: 2 }],
    })
  })
})

describe('a field in quotes', () => {
  const lines = (octets: number) => `${'x'.repeat(99)}\n`.repeat(octets / 100)

  it.each([100_000, 400_000, 1_000_000])('may have %i octets of lines', async (octets) => {
    const { units } = await estimate([file('field.csv', `text,phone\nb,79161234567\n"${lines(octets)}",79161234567\n`)])
    expect(units).toBe(1 + octets)
  })

  it('of more than 1 MB is told as such', async () => {
    const rows = `text,phone\nb,79161234567\n"${lines(1_200_000)}",79161234567\nc,79161234567\n`
    expect((await withBadRows([file('field.csv', rows)])).named[0]).toMatchObject({
      line: 3,
      reason: 'a quote that is not closed within 1 MB',
    })
  })
})

describe('the header of CSV', () => {
  const columns = (number: number) => Array.from({ length: number }, (_, index) => `c${index}`)

  it('may have 100,000 columns', async () => {
    const header = [...columns(100_000), 'text']
    const rows = `${header.join(',')}\n${','.repeat(100_000)}ab\n`
    expect(await estimate([file('wide.csv', rows)])).toMatchObject({ messages: 1, units: 2 })
  })

  it('is not told as a whole where a column is missed', async () => {
    const message = await refusal(['--text-column', 'body', file('wide.csv', `${columns(100).join(',')}\na\n`)])
    expect(message).toMatch(/no column "body"; there are "c0", .*"c19" and 80 more\. See --text-column/)
  })

  it('of more than 1 MB is refused as such', async () => {
    const rows = `${columns(200_000).join(',')},text\na\n`
    expect(await refusal([file('wide.csv', rows)])).toMatch(/wide\.csv: a header of more than 1 MB\n$/)
  })

  it('with a quote that is not closed is refused as such', async () => {
    expect(await refusal([file('open.csv', '"text,phone\na,79161234567\n')])).toMatch(
      /the header has a quote that is not closed/,
    )
  })
})
