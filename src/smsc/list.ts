import type { Notices } from './notices'
import type { Plan } from './options'

/** One line of `list`, or several under nl=1. */
export interface ListLine {
  /** From 1. */
  readonly line: number
  readonly phones: string
  readonly text: string
  readonly sender?: string
  readonly tz?: string
  /** Neither colon nor semicolon: `text` is all of it. */
  readonly isMalformed?: true
}

/**
 * The lines of `list`: `[sender[,tz]|]phones:text`. The first colon or semicolon splits, so that a text may have its
 * own; `\n` in a text is a line feed. With `nl=1` a line that begins with no phones continues the text before it, and `\n`
 * stays as it is.
 */
export function* readList(list: string, isMultiline: boolean, plan: Plan, notices: Notices): Generator<ListLine> {
  let pending: ListLine | undefined
  let line = 0
  for (const row of rows(list, notices)) {
    line++
    const split = splitRow(row, line)
    if (isMultiline && row.includes('\\n')) warnOfLineFeed(line, notices)
    if (isMultiline && pending && !(split && beginsWithPhones(split, plan))) {
      if (split && isNumeric(split.phones)) warnOfNumber(split.phones, line, notices)
      pending = { ...pending, text: `${pending.text}\n${row}` }
      continue
    }
    if (pending) yield pending
    pending = undefined
    if (split) pending = isMultiline ? split : { ...split, text: split.text.replaceAll('\\n', '\n') }
    else if (row.trim() !== '') yield { line, phones: '', text: row, isMalformed: true }
  }
  if (pending) yield pending
}

/** Lines as they stand; CR LF ends one too, and an empty last one is none. A byte order mark is no part of a number. */
function* rows(list: string, notices: Notices): Generator<string> {
  let start = 0
  if (list.startsWith('\uFEFF')) {
    notices.warn(
      'byte-order-mark',
      { argument: 'list', value: '\uFEFF', offset: 0 },
      () => 'stands in front; passed over',
    )
    start = 1
  }
  while (start < list.length) {
    const found = list.indexOf('\n', start)
    const end = found < 0 ? list.length : found
    yield list.slice(start, list[end - 1] === '\r' && end > start ? end - 1 : end)
    start = end + 1
  }
}

function splitRow(row: string, line: number): ListLine | undefined {
  const at = row.search(/[:;]/)
  if (at < 0) return
  const text = row.slice(at + 1)
  const head = row.slice(0, at)
  const bar = head.indexOf('|')
  if (bar < 0) return { line, phones: head, text }
  const [, sender, tz] = /^(.*?)(?:,([+-]?\d{1,2}))?$/.exec(head.slice(0, bar))!
  return { line, phones: head.slice(bar + 1), text, sender: sender!, ...(tz === undefined ? {} : { tz }) }
}

function isNumeric(phones: string): boolean {
  return /^[\d+,\s().-]*\d[\d+,\s().-]*$/.test(phones)
}

/** A number too short, in front of a colon, may begin a line of its own for the service. */
function warnOfNumber(phones: string, line: number, notices: Notices): void {
  const place = { argument: 'list', value: phones, line }
  notices.warn('ambiguous-line', place, () => 'taken to continue the text before it; see options.shortestPhone')
}

function warnOfLineFeed(line: number, notices: Notices): void {
  const place = { argument: 'list', value: '\\n', line }
  notices.warn('literal-line-feed', place, () => 'a backslash and an n; under nl=1 it is sent as it stands')
}

/** `12:30 is when we meet` has too few digits in front of its colon to be a number. */
function beginsWithPhones({ phones }: ListLine, { shortestPhone }: Plan): boolean {
  const [first = ''] = phones.split(',')
  if (/^\s*G\d+\s*$/i.test(first)) return true
  return isNumeric(phones) && first.replace(/\D/g, '').length >= shortestPhone
}
