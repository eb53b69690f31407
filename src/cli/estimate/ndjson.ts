import { countMany } from 'septet'
import type { BadRow, Batch, Cells, Layout } from './batch'
import { PHONE_COLUMNS, TEXT_COLUMNS } from './format'
import { NOT_UTF8, roughly } from './utf8'

interface Row {
  line: number
  text: string
  phones: string | undefined
}

/** Lines of JSON, each an object with a text, or a text alone. Empty lines are none. */
export function ndjsonOf(block: Buffer, { members }: Layout): Batch {
  const { text: whole, textOf, isSound, octetsOf } = roughly(block)
  const lines = whole.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const rows: Row[] = []
  const bad: BadRow[] = []
  for (const [line, written] of lines.entries()) {
    if (/^\s*$/.test(textOf(written))) continue
    const row = isSound(written) ? rowOf(textOf(written), members) : NOT_UTF8
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
        lines[line] = withCells(lines[line]!.trim(), cells)
      }
      return octetsOf(`${lines.join('\n')}\n`)
    },
  }
}

/** The line with four members more, the rest as it is written: a number that JavaScript would round stays what it is. */
function withCells(line: string, [encoding, units, segments, cost]: Cells): string {
  const front = line.startsWith('"') ? `{"text":${line}` : line.slice(0, -1).trimEnd()
  return `${front},"encoding":"${encoding}","units":${units},"segments":${segments}${cost === '' ? '' : `,"cost":"${cost}"`}}`
}

/** The row of a line; or what is wrong about it. */
function rowOf(written: string, { text, phone }: Layout['members']): Omit<Row, 'line'> | string {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch (error) {
    return `not JSON: ${(error as SyntaxError).message}`
  }
  if (typeof value === 'string') return { text: value, phones: undefined }
  if (typeof value !== 'object' || value === null) return 'neither an object nor a string'
  const row = value as Record<string, unknown>
  const name = text ?? TEXT_COLUMNS.find((usual) => usual in row)
  if (name === undefined) return 'no text; see --text-column'
  const found = row[name]
  if (typeof found !== 'string') return name in row ? `"${name}" is no string` : `no member "${name}"`
  const number = row[phone ?? PHONE_COLUMNS.find((usual) => usual in row) ?? '']
  if (number === undefined) return phone === undefined ? { text: found, phones: undefined } : `no member "${phone}"`
  return { text: found, phones: Array.isArray(number) ? number.join(',') : String(number) }
}
