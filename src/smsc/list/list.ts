import { createLine, type ListLine, splitRow } from '../list-line'
import type { Notices } from '../notices'
import type { PreviewPlan } from '../options'
import type { WarningCode } from '../types'
import { judgeLikeness } from './beginning'

/**
 * Reads the lines of `list`. The first colon or semicolon splits, so a text may contain others. `\n` in a text is a
 * line feed. With `nl=1` a line that does not begin with phones continues the text before it, and `\n` stays.
 */
export function* readList(
  list: string,
  isMultiline: boolean,
  plan: PreviewPlan,
  notices: Notices,
): Generator<ListLine> {
  if (isMultiline) yield* readJoinedLines(list, plan, notices)
  else yield* readPlainLines(list)
}

function* readPlainLines(list: string): Generator<ListLine> {
  let line = 0
  for (const row of splitRows(list)) {
    line++
    const split = splitRow(row, line)
    if (split) yield split.text.includes('\\n') ? { ...split, text: split.text.replaceAll('\\n', '\n') } : split
    else if (row.trim() !== '') yield createMalformedLine(row, line)
  }
}

function* readJoinedLines(list: string, plan: PreviewPlan, notices: Notices): Generator<ListLine> {
  let pending: ListLine | undefined
  let line = 0
  for (const row of splitRows(list)) {
    line++
    const split = splitRow(row, line)
    const likeness = split ? judgeLikeness(split.phones, plan) : 'none'
    if (pending && likeness !== 'all') {
      if (likeness === 'some') pending = addWarning(pending, warnOfPhones(split!, notices))
      pending = addWarning({ ...pending, text: `${pending.text}\n${row}` }, warnOfLineFeed(row, line, notices))
      continue
    }
    if (pending) yield pending
    const code = warnOfLineFeed(row, line, notices)
    pending = split && addWarning({ ...split, isJoined: true }, code)
    if (!split && row.trim() !== '') yield addWarning(createMalformedLine(row, line), code)
  }
  if (pending) yield pending
}

/** Splits lines at LF or CR LF. An empty last line is ignored. */
function* splitRows(list: string): Generator<string> {
  for (let start = 0; start < list.length; ) {
    const found = list.indexOf('\n', start)
    const end = found < 0 ? list.length : found
    yield list.slice(start, list[end - 1] === '\r' && end > start ? end - 1 : end)
    start = end + 1
  }
}

function createMalformedLine(row: string, line: number): ListLine {
  return createLine({ line, phones: '', text: row, isMalformed: true })
}

/** Where several lines are one message, each may give it a warning. */
function addWarning(entry: ListLine, code: WarningCode | undefined): ListLine {
  const { warnings } = entry
  return code === undefined || warnings.includes(code) ? entry : { ...entry, warnings: [...warnings, code] }
}

/** Before a colon, what may be phones may begin a new line for the service. */
function warnOfPhones({ line, phones, starts }: ListLine, notices: Notices): WarningCode {
  const place = { argument: 'list', value: phones, line, offset: starts!.phones }
  notices.warn('ambiguous-line', place, () => 'taken to continue the text before it; see options.shortestPhone')
  return 'ambiguous-line'
}

function warnOfLineFeed(row: string, line: number, notices: Notices): WarningCode | undefined {
  const offset = row.indexOf('\\n')
  if (offset < 0) return
  const place = { argument: 'list', value: '\\n', line, offset }
  notices.warn('literal-line-feed', place, () => 'a backslash and an n; under nl=1 it is sent as it is')
  return 'literal-line-feed'
}
