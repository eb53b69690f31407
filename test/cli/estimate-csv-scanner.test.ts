import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvScanner, FAULT, findRowBorder, WRITTEN } from '../../src/cli/estimate/input/csv-scanner'
import { runs } from '../support/long'

const COMMA = ','.charCodeAt(0)

interface Row {
  begin: number
  end: number
  after: number
  line: number
  fault: number
  fields: string[]
}

/** All rows of some CSV, with their fields. */
function scan(text: string): Row[] {
  const octets = Buffer.from(text)
  const scanner = new CsvScanner(octets, COMMA, [...Array(20).keys()])
  const rows: Row[] = []
  while (scanner.next()) {
    const { begin, end, after, line, fault, fields, places } = scanner
    const written = fault === FAULT.none ? places.slice(0, fields) : []
    rows.push({
      ...{ begin, end, after, line, fault },
      fields: written.map(({ begin, end, written }) => {
        const field = octets.toString('utf8', begin, end)
        return written === WRITTEN.doubled ? field.replaceAll('""', '"') : field
      }),
    })
  }
  return rows
}

/** The same, slowly: a row is what the rule at the head of csv-scanner.ts says. */
function scanSlowly(text: string): Row[] {
  const rows: Row[] = []
  let alone = 0
  for (let at = 0; at < text.length; ) {
    const blank = /\r?\n|\r$/y
    blank.lastIndex = at
    if (blank.test(text)) {
      at = blank.lastIndex
      continue
    }
    const line = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) + 1
    let row = readRow(text, at, at < alone ? line : text.length)
    if (row.fault !== FAULT.none && row.torn >= line) {
      alone = row.fault === FAULT.unclosed ? text.length : text.lastIndexOf('\n', row.torn) + 1
      row = readRow(text, at, line)
    }
    if (row.fault !== FAULT.none) {
      const end = at + text.slice(at, line).replace(/(?<=.)\r?\n$|(?<=.)\r$|\n$/s, '').length
      row = { ...row, end, after: line, fields: [] }
    }
    const { end, after, fault, fields } = row
    rows.push({ begin: at, end, after, line: text.slice(0, at).split('\n').length - 1, fault, fields })
    at = after
  }
  return rows
}

function readRow(text: string, begin: number, limit: number) {
  const whole = text.slice(0, limit)
  const fields: string[] = []
  for (let at = begin; ; at++) {
    const torn = (fault: number) => ({ begin, end: 0, after: 0, fault, torn: at, fields: [] })
    const quoted = /"((?:[^"]|"")*)"(?!")/y
    const plain = /(?!")([^,\n]*?)(?=,|\r?\n|\r?$)/y
    const pattern = whole[at] === '"' ? quoted : plain
    pattern.lastIndex = at
    const found = pattern.exec(whole)
    if (!found) {
      at = whole.length
      return torn(FAULT.unclosed)
    }
    at = pattern.lastIndex
    fields.push(pattern === quoted ? found[1]!.replaceAll('""', '"') : found[1]!)
    if (whole[at] === ',') continue
    const [ending] = /^(?:\r?\n|\r?$)/.exec(whole.slice(at)) ?? []
    if (ending === undefined) return torn(FAULT.goesOn)
    return { begin, end: at, after: at + ending.length, fault: FAULT.none, torn: -1, fields }
  }
}

/** Of the characters that matter, and some of two, three and four octets. */
const soup = fc.string({
  unit: fc.constantFrom('"', '"', ',', '\n', '\r', '\r\n', 'a', 'b', ' ', 'ж', '…', '😀'),
  maxLength: 60,
})
const field = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\r\n', 'a', 'ж'), maxLength: 6 })
const ascii = (text: string) => text.replaceAll(/[^\p{ASCII}]/gu, 'u')

describe('the scanner of CSV', () => {
  it('reads what csv-parse reads, where quotes are right', () => {
    const written = fc
      .tuple(field, fc.boolean())
      .map(([value, always]) =>
        always || value === '' || /["\r\n,]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value,
      )
    const row = fc.tuple(fc.array(written, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\n\n'))
    const text = fc.tuple(fc.array(row), fc.boolean()).map(([rows, ends]) => {
      const all = rows.map(([fields, end]) => fields.join(',') + end).join('')
      return ends ? all : all.trimEnd()
    })
    fc.assert(
      fc.property(text, (text) => {
        const expected = parse(text, {
          record_delimiter: ['\r\n', '\n'],
          relax_column_count: true,
          skip_empty_lines: true,
        }) as unknown as string[][]
        expect(scan(text).map(({ fields }) => fields)).toEqual(expected)
      }),
      { numRuns: runs(200, 5000) },
    )
  })

  it('reads what csv-parse reads, where a field has quotes that it does not begin with', () => {
    const plain = fc.string({ unit: fc.constantFrom('"', 'a', ' ', 'ж'), minLength: 1, maxLength: 5 })
    const rows = fc.array(
      fc.array(
        plain.map((text) => `x${text}`),
        { minLength: 1, maxLength: 4 },
      ),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(rows, (rows) => {
        const text = rows.map((fields) => fields.join(',')).join('\n')
        const expected = parse(text, { record_delimiter: ['\n'], relax_column_count: true, relax_quotes: true })
        expect(scan(text).map(({ fields }) => fields)).toEqual(expected)
      }),
      { numRuns: runs(100, 2000) },
    )
  })

  it('reads any octets by its rule', () => {
    fc.assert(
      fc.property(soup.map(ascii), (text) => {
        expect(scan(text)).toEqual(scanSlowly(text))
      }),
      { numRuns: runs(300, 20_000) },
    )
  })

  it('loses no octet: between rows there are empty lines alone', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const octets = Buffer.from(text)
        let at = 0
        for (const { begin, end, after } of scan(text)) {
          expect(octets.toString('latin1', at, begin)).toMatch(/^(?:\r?\n)*$/)
          expect(octets.toString('latin1', end, after)).toMatch(/^(?:\r?\n|\r|)$/)
          at = after
        }
        expect(octets.toString('latin1', at)).toMatch(/^(?:\r?\n)*\r?$/)
      }),
      { numRuns: runs(300, 20_000) },
    )
  })

  it('reads the same rows where the octets are cut at a border', () => {
    fc.assert(
      fc.property(soup, fc.nat(100), (text, length) => {
        const octets = Buffer.from(text)
        const border = findRowBorder(octets.subarray(0, length), COMMA, 0)
        const parts = [octets.subarray(0, border), octets.subarray(border)]
        const [first, rest] = parts.map((part) => scan(part.toString()).map(({ fault, fields }) => ({ fault, fields })))
        const whole = scan(text).map(({ fault, fields }) => ({ fault, fields }))
        expect([...first!, ...rest!]).toEqual(whole)
      }),
      { numRuns: runs(300, 20_000) },
    )
  })

  it('ends no row at a CR alone, whatever the quotes of other rows', () => {
    const lone = fc.string({ unit: fc.constantFrom('a', '\r', ' '), maxLength: 6 }).map((text) => `x${text}x`)
    const row = fc.oneof(
      lone,
      field.map((text) => `"${text.replaceAll('"', '""')}"`),
    )
    fc.assert(
      fc.property(fc.array(row), lone, fc.array(row), (before, row, after) => {
        const rows = [...before, row, ...after]
        expect(scan(rows.join('\n')).map(({ fields }) => fields)[before.length]).toEqual([row])
      }),
      { numRuns: runs(200, 5000) },
    )
  })

  it('loses one row for one quote, and finds the next record of several lines', () => {
    const rows = scan('"one,1\ntwo,2\n"three\nfour",3\nfive,5\n')
    expect(rows.map(({ fault, fields }) => (fault === FAULT.none ? fields : fault))).toEqual([
      FAULT.unclosed,
      ['two', '2'],
      ['three\nfour', '3'],
      ['five', '5'],
    ])
  })
})
