import { ADDED, type BadRow, type Batch, type Cells, type Layout, type Row, readRows } from './batch'
import { lineBorder } from './blocks'
import { PHONE_COLUMNS, TEXT_COLUMNS } from './format'
import { membersOf } from './json-object'
import { piecesOf } from './pieces'
import { NOT_UTF8, roughly } from './utf8'

interface JsonRow extends Row {
  /** Whether it has members of the names that --output adds. */
  readonly hasAdded: boolean
}

/** Lines of JSON, each an object with a text, or a text alone. Empty lines are none. */
export function* ndjsonOf(block: Buffer, layout: Layout): Generator<Batch> {
  let first = 0
  for (const piece of piecesOf(block, lineBorder)) {
    const batch = batchOf(piece, layout, first)
    yield batch
    first += batch.lines
  }
}

/** `first`: the line of the first. */
function batchOf(piece: Buffer, { members, lineEnd }: Layout, first: number): Batch {
  const { text: whole, textOf, isSound, encoding } = roughly(piece)
  const lines = whole.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const rows: JsonRow[] = []
  const bad: BadRow[] = []
  for (const [line, written] of lines.entries()) {
    if (/^\s*$/.test(textOf(written))) continue
    const row = isSound(written) ? rowOf(textOf(written), members) : NOT_UTF8
    if (typeof row === 'string') bad.push({ line: first + line, reason: row })
    else rows.push({ line: first + line, ...row })
  }
  const unread = bad.map(({ line }) => line)
  return {
    lines: lines.length,
    bad,
    ...readRows(rows),
    write(cellsOf, priced) {
      const add = (line: number, cells: Cells | undefined, hasAdded: boolean) => {
        lines[line - first] = withMembers(lines[line - first]!, membersFor(cells, priced), hasAdded)
      }
      for (const [index, { line, hasAdded }] of rows.entries()) add(line, cellsOf(index), hasAdded)
      for (const line of unread) if (takesMembers(lines[line - first]!)) add(line, undefined, true)
      return { rows: `${lines.join('\n')}${whole.endsWith('\n') ? '\n' : lineEnd}`, encoding }
    },
  }
}

/** What --output adds to a row; of one that is left out, nulls. */
function membersFor(cells: Cells | undefined, priced: boolean): string[] {
  const [encoding, units, segments, cost] = cells ?? []
  const word = (value: string | undefined) => (value === undefined ? 'null' : `"${value}"`)
  const members = [`"encoding":${word(encoding)}`, `"units":${units ?? null}`, `"segments":${segments ?? null}`]
  return priced ? [...members, `"cost":${word(cost)}`] : members
}

/**
 * The line with members more, in the place of its own of the names that --output has. The rest is as it is written: a number
 * that JavaScript would round stays what it is.
 */
function withMembers(line: string, added: readonly string[], hasAdded: boolean): string {
  const value = line.trim()
  const at = line.indexOf(value)
  const own = value.startsWith('"') ? `"text":${value}` : hasAdded ? others(value) : value.slice(1, -1)
  const members = [own.trimEnd(), ...added].filter(Boolean).join(',')
  return `${line.slice(0, at)}{${members}}${line.slice(at + value.length)}`
}

/** Whether a line that has no text to count is an object or a string all the same, be it with octets that are no UTF-8. */
function takesMembers(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value))
  } catch {
    return false
  }
}

/** The members of an object but for those that --output has. */
function others(object: string): string {
  const names: readonly string[] = ADDED
  const kept = membersOf(object).filter(({ name }) => !names.includes(name))
  return kept.map(({ written }) => written).join(',')
}

/** The row of a line; or what is wrong about it. */
function rowOf(written: string, { text, phone }: Layout['members']): Omit<JsonRow, 'line'> | string {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch (error) {
    return `not JSON: ${(error as SyntaxError).message}`
  }
  if (typeof value === 'string') return { text: value, phones: undefined, hasAdded: false }
  if (Array.isArray(value)) return 'an array; NDJSON has an object a line'
  if (typeof value !== 'object' || value === null) return 'neither an object nor a string'
  const row = value as Record<string, unknown>
  const has = (name: string) => Object.hasOwn(row, name)
  const name = text ?? TEXT_COLUMNS.find(has)
  if (name === undefined) return 'no text; see --text-column'
  if (!has(name)) return `no member "${name}"`
  const found = row[name]
  if (typeof found !== 'string') return `"${name}" is no string`
  const number = phone ?? PHONE_COLUMNS.find(has)
  if (number !== undefined && !has(number)) return `no member "${number}"`
  return { text: found, phones: number === undefined ? undefined : phonesOf(row[number]), hasAdded: ADDED.some(has) }
}

function phonesOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}
