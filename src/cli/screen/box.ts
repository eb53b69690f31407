import type { ForeignCharacter, Segmentation } from 'septet'
import stringWidth from 'string-width'
import type { Screen } from './screen'
import { type Cell, isPlain, splitCells } from './visible'

/** Longer rows are hard to read. */
const WIDEST = 64
const NARROWEST = 10

interface WrappedRow {
  /** The text, with its colours. */
  text: string
  width: number
}

/**
 * Draws the segments in a frame, with a rule at each cut. What is outside GSM-7 (`foreign`) and the cuts have colours
 * of their own:
 *
 *       ┌──────────────────┐
 *     1 │ a text that is   │
 *       │ too long for one │ 153/153
 *       ├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┤
 *     2 │ segment          │ 7/153
 *       └──────────────────┘
 */
export function drawSegments(
  { parts, perSegment }: Segmentation,
  { colors, columns }: Screen,
  foreign: readonly ForeignCharacter[] = [],
): string[] {
  const { cyan, dim, red, yellow } = colors
  const outside = new Set(foreign.map(({ codePoint }) => String.fromCodePoint(codePoint)))
  const isOutside = (text: string) => outside.size > 0 && [...text].some((character) => outside.has(character))
  const margin = String(parts.length).length + 2
  const countWidth = `${perSegment}/${perSegment}`.length
  const widest = Math.max(NARROWEST, Math.min(WIDEST, columns - margin - countWidth - ' │  │ '.length))
  const paint = ({ text, symbol }: Cell) => {
    if (symbol) return cyan(text)
    return isOutside(text) ? red(text) : text
  }

  const segments = parts.map((part) => wrapCells(splitCells(part.text), widest, paint))
  const width = segments.reduce((most, rows) => rows.reduce((most, row) => Math.max(most, row.width), most), 1)

  const rule = (left: string, line: string, right: string, color = dim) =>
    ' '.repeat(margin + 1) + color(left + line.repeat(width + 2) + right)
  const drawRow = (row: WrappedRow, number: string, count: string) =>
    `${number.padStart(margin)} ${dim('│')} ${row.text}${' '.repeat(width - row.width)} ${dim('│')}${count}`
  const drawSegment = (rows: WrappedRow[], index: number) => {
    const count = ` ${dim(`${parts[index]!.units}/${perSegment}`)}`
    return rows.map((row, at) => drawRow(row, at === 0 ? String(index + 1) : '', at === rows.length - 1 ? count : ''))
  }

  const cut = rule('├', '╌', '┤', yellow)
  const body = segments.flatMap((rows, index) => [...(index > 0 ? [cut] : []), ...drawSegment(rows, index)])
  return [rule('┌', '─', '┐'), ...body, rule('└', '─', '┘')]
}

/** Wraps cells in rows of at most `widest` columns. They break after a line end, else after the last space, else anywhere. */
function wrapCells(segment: Iterable<Cell>, widest: number, paint: (cell: Cell) => string): WrappedRow[] {
  const rows: WrappedRow[] = []
  let row: WrappedRow = { text: '', width: 0 }
  let upToSpace: WrappedRow | undefined
  const breakAfter = (head: WrappedRow) => {
    rows.push(head)
    row = { text: row.text.slice(head.text.length), width: row.width - head.width }
    upToSpace = undefined
  }

  for (const cell of segment) {
    const columns = countColumns(cell)
    while (row.width > 0 && row.width + columns > widest) breakAfter(upToSpace ?? row)
    row = { text: row.text + paint(cell), width: row.width + columns }
    if (cell.text === ' ') upToSpace = row
    if (cell.lineEnd) breakAfter(row)
  }
  if (row.width > 0 || rows.length === 0) rows.push(row)
  return rows
}

/** Counts the columns that a cell takes. Symbols have only narrow characters. */
function countColumns({ text, symbol }: Cell): number {
  return symbol || isPlain(text) ? text.length : stringWidth(text)
}
