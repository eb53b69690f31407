import { lineFeeds } from '../lines'
import type { WarningCode } from './types'

/** What a line of `list` is made of. */
export type Field = 'sender' | 'tz' | 'phones' | 'text'

/** One message: a line of `list`, or several under nl=1; or `phones` and `mes`, which are line 1 and begin at 0. */
export interface ListLine {
  /** From 1. */
  readonly line: number
  readonly phones: string
  readonly text: string
  readonly sender: string | undefined
  readonly tz: string | undefined
  /** Neither colon nor semicolon: `text` is all of it. */
  readonly isMalformed: boolean
  /** Where the fields begin in the line; the sender begins it. */
  readonly starts: undefined | { readonly tz: number; readonly phones: number; readonly text: number }
  /** A line feed of the text ends a line of `list`, and is not written `\n`. */
  readonly isJoined: boolean
  /** What was warned of while the line was found. */
  readonly warnings: readonly WarningCode[]
}

/** A line of which no member is inherited. */
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

/** Where in `list` an offset in a field of a line is: the line, from 1, and the UTF-16 offset in it. */
export function placeInLine(
  { line, starts, text, isJoined }: ListLine,
  field: Field,
  offset: number,
): { line: number; offset: number } {
  const start = field === 'sender' || starts === undefined ? 0 : starts[field]
  if (field !== 'text') return { line, offset: start + offset }
  const feeds = lineFeeds(text, offset)
  if (!isJoined) return { line, offset: start + offset + feeds }
  return { line: line + feeds, offset: feeds === 0 ? start + offset : inRow(text, offset) }
}

/** Where an offset in the whole of `list` is. */
export function placeInList(list: string, offset: number): { line: number; offset: number } {
  return { line: 1 + lineFeeds(list, offset), offset: inRow(list, offset) }
}

/** The offset from the line feed before it. */
function inRow(text: string, offset: number): number {
  return offset === 0 ? 0 : offset - text.lastIndexOf('\n', offset - 1) - 1
}
