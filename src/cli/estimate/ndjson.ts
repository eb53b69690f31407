import { countMany } from 'septet'
import type { BadRow, Batch, Layout } from './batch'
import { PHONE_COLUMNS, TEXT_COLUMNS } from './format'

interface Row {
  line: number
  text: string
  phones: string | undefined
}

/** Lines of JSON, each an object with a text, or a text alone. Empty lines are none. */
export function ndjsonOf(block: Buffer, { members }: Layout): Batch {
  const lines = block.toString('utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  const rows: Row[] = []
  const bad: BadRow[] = []
  for (const [line, written] of lines.entries()) {
    if (/^\s*$/.test(written)) continue
    const row = rowOf(written, members)
    if (typeof row === 'string') bad.push({ line, reason: row })
    else rows.push({ line, ...row })
  }
  return {
    lines: lines.length,
    rows: rows.length,
    bad,
    count: (options) =>
      countMany(
        rows.map(({ text }) => text),
        options,
      ),
    place: (row) => row,
    line: (row) => rows[row]!.line,
    text: (row) => rows[row]!.text,
    phones: (row) => rows[row]!.phones,
    write(cellsOf) {
      for (const [index, { line }] of rows.entries()) {
        const cells = cellsOf(index)
        if (!cells) continue
        const [encoding, units, segments, cost] = cells
        const value: unknown = JSON.parse(lines[line]!)
        const members = typeof value === 'string' ? { text: value } : (value as object)
        const counted = { encoding, units: Number(units), segments: Number(segments), ...(cost === '' ? {} : { cost }) }
        lines[line] = JSON.stringify({ ...members, ...counted })
      }
      return `${lines.join('\n')}\n`
    },
  }
}

/** The row of a line; or what is wrong about it. */
function rowOf(written: string, { text, phone }: Layout['members']): Omit<Row, 'line'> | string {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch (error) {
    return `not JSON: ${(error as SyntaxError).message}`
  }
  if (typeof value === 'string') return checked(value, undefined)
  if (typeof value !== 'object' || value === null) return 'neither an object nor a string'
  const row = value as Record<string, unknown>
  const name = text ?? TEXT_COLUMNS.find((usual) => usual in row)
  if (name === undefined) return 'no text; see --text-column'
  const found = row[name]
  if (typeof found !== 'string') return name in row ? `"${name}" is no string` : `no member "${name}"`
  const number = row[phone ?? PHONE_COLUMNS.find((usual) => usual in row) ?? '']
  if (number === undefined) return phone === undefined ? checked(found, undefined) : `no member "${phone}"`
  return checked(found, Array.isArray(number) ? number.join(',') : String(number))
}

/** Octets that are no UTF-8 have become U+FFFD; so that none is mistaken for it, a text must not have it. */
function checked(text: string, phones: string | undefined): Omit<Row, 'line'> | string {
  return text.includes('\uFFFD') ? 'not utf-8, or U+FFFD in the text; see --charset' : { text, phones }
}
