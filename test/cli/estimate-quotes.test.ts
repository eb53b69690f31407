import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { estimate, ownFolder, withBadRows } from '../support/campaign'

const { file, path } = ownFolder()

const BEHIND = 'a field that goes on after its closing quote'

describe('quotes of CSV', () => {
  it.each(['"back\\"slash",79161234567', '"a"b,79161234567', '"a" ,79161234567', 'a,"79161234567"0', '"","a"b'])(
    'that a field goes on after make a bad row: %s',
    async (row) => {
      const rows = `text,phone\nb,79161234567\n${row}\n"c",79161234567\n`
      const { messages, named } = await withBadRows([file('after.csv', rows)])
      expect({ messages, named }).toMatchObject({ messages: 2, named: [{ line: 3, reason: BEHIND }] })
    },
  )

  it.each([
    ['a"b"c', 5],
    ['5" pipe', 7],
    [' "a"', 4],
    ['"a""b"', 3],
    ['""', 0],
    ['""""', 1],
  ])('are text inside a field, and doubled ones one: %s', async (text, units) => {
    expect((await estimate([file('inside.csv', `text,phone\n${text},79161234567\n`)])).units).toBe(units)
  })

  it('that are wrong come out as a field, so that other parsers read the rest', async () => {
    const phone = '79161234567'
    const rows = ['text;phone', `a;${phone}`, `"a"b;${phone}`, '', `"open;${phone}`, `c;${phone}`, '"end']
    await withBadRows(['--output', path('out'), file('torn.csv', rows.join('\r\n'))])
    const records = parse(readFileSync(path('out')), { delimiter: ';', skip_empty_lines: true })
    expect(records).toEqual([
      ['text', 'phone', 'encoding', 'units', 'segments', 'cost'],
      ['a', phone, 'GSM-7', '1', '1', ''],
      [`"a"b;${phone}`, '', '', '', '', ''],
      [`"open;${phone}`, '', '', '', '', ''],
      ['c', phone, 'GSM-7', '1', '1', ''],
      ['"end', '', '', '', '', ''],
    ])
  })
})

describe('a first line sep=', () => {
  it.each([
    ['sep=;\n', ';'],
    ['\uFEFFsep=;\r\n', ';'],
    ['SEP=|\r\n\r\n', '|'],
    ['sep=,\n', ','],
    ['sep=\t\n', '\t'],
  ])('%j names what is between fields, and is kept', async (front, mark) => {
    const header = `${front}x${mark}text${mark}e f\n`
    const content = `${header}1${mark}abc${mark}2\n`
    const { units, costliest } = await estimate(['--output', path('sep.out'), file('sep.csv', content)])
    expect({ units, line: costliest[0]!.line }).toEqual({ units: 3, line: content.split('\n').length - 1 })
    expect(readFileSync(path('sep.out'), 'utf8').startsWith(header.trimEnd() + mark)).toBe(true)
  })
})
