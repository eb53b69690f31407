import { countLineFeeds } from '../lines'
import type { WarningCode } from './types'

/** The fields of a line of `list`. */
export type LineField = 'sender' | 'tz' | 'phones' | 'text'

/** One message: a line of `list`, or with nl=1 several lines; or `phones` and `mes`, which are line 1 from offset 0. */
export interface ListLine {
  /** The number of the line, from 1. */
  readonly line: number
  readonly phones: string
  readonly text: string
  readonly sender: string | undefined
  readonly tz: string | undefined
  /** Whether the line has no colon and no semicolon. Then `text` is the whole line. */
  readonly isMalformed: boolean
  /** The offsets of the fields in the line. The sender is at its start. */
  readonly starts: undefined | { readonly tz: number; readonly phones: number; readonly text: number }
  /** Whether a line feed in the text ends a line of `list`, instead of being written `\n`. */
  readonly isJoined: boolean
  /** Warnings found while the line was split. */
  readonly warnings: readonly WarningCode[]
}

/** A line without inherited members. */
export function createLine(
  fields: Pick<ListLine, 'line' | 'phones' | 'text'> & Partial<Omit<ListLine, 'line' | 'phones' | 'text'>>,
): ListLine {
  const absent = { sender: undefined, tz: undefined, starts: undefined }
  return { ...absent, isMalformed: false, isJoined: false, warnings: [], ...fields }
}

/** The fields of a row: `[sender[,tz]|]phones:text`. The first colon or semicolon splits. */
export function splitRow(row: string, line: number): ListLine | undefined {
  const at = row.search(/[:;]/)
  if (at < 0) return
  const text = row.slice(at + 1)
  const bar = row.slice(0, at).indexOf('|')
  const starts = { tz: 0, phones: bar + 1, text: at + 1 }
  const phones = row.slice(bar + 1, at)
  if (bar < 0) return createLine({ line, phones, text, starts })
  const comma = row.lastIndexOf(',', bar)
  if (comma < 0) return createLine({ line, phones, text, starts, sender: row.slice(0, bar) })
  const tz = row.slice(comma + 1, bar)
  return createLine({ line, phones, text, starts: { ...starts, tz: comma + 1 }, sender: row.slice(0, comma), tz })
}

/** Finds where an offset in a field of a line is in `list`: the line, from 1, and the UTF-16 offset in it. */
export function findPlaceInLine(
  { line, starts, text, isJoined }: ListLine,
  field: LineField,
  offset: number,
): { line: number; offset: number } {
  const start = field === 'sender' || starts === undefined ? 0 : starts[field]
  if (field !== 'text') return { line, offset: start + offset }
  const feeds = countLineFeeds(text, offset)
  if (!isJoined) return { line, offset: start + offset + feeds }
  return { line: line + feeds, offset: feeds === 0 ? start + offset : findRowOffset(text, offset) }
}

/** Finds where an offset in the whole `list` is: the line, from 1, and the UTF-16 offset in it. */
export function findPlaceInList(list: string, offset: number): { line: number; offset: number } {
  return { line: 1 + countLineFeeds(list, offset), offset: findRowOffset(list, offset) }
}

/** Finds the offset in a row: it counts from the line feed before it. */
function findRowOffset(text: string, offset: number): number {
  return offset === 0 ? 0 : offset - text.lastIndexOf('\n', offset - 1) - 1
}
