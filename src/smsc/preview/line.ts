import { omitUndefined } from '../../arguments'
import type { Content, Wishes } from '../content'
import { findBeginning } from '../list/beginning'
import { countWithByteOrderMark } from '../list/byte-order-mark'
import { splitComment } from '../list/comment'
import type { ListLine } from '../list-line'
import { countBinary, countPush } from '../message/octets'
import { splitOctets } from '../message/octets-comment'
import { countText } from '../message/text'
import type { Notices } from '../notices'
import type { PreviewPlan } from '../options'
import { readAddresses, readPhones, type Seen } from '../phones/phones'
import { type Prices, priceRecipients } from '../phones/recipients'
import { checkSender } from '../phones/sender'
import type { Values } from '../request/parameter-values'
import { checkZone } from '../time/schedule'
import type { Kind, PreviewLine } from '../types'
import { type AskedKind, findKind, isPreviewed, PREVIEWED, splitPrefix } from './kinds'

/** What all messages of a request share. */
export interface Task {
  readonly asked: AskedKind
  readonly wishes: Wishes
  readonly plan: PreviewPlan
  /** The prices; undefined if there are no rates. */
  readonly prices: Prices | undefined
  readonly seen: Seen
  readonly values: Values
  /** The parameters with the phones and the text: `phones` and `mes`, or `list` for both. */
  readonly arguments: { readonly phones: string; readonly text: string }
}

/** Counts one message: from its phones and text as given, to parts and cost. */
export function previewLine(entry: ListLine, task: Task, notices: Notices): PreviewLine {
  if (entry.isMalformed) return previewMalformed(entry, task, notices)
  const { plan, prices } = task
  checkFront(entry, task, notices)
  notices.read('text')
  warnOfBeginning(entry, task, notices)
  const { kind, comment, content } = countContent(entry.text, task, notices)
  notices.read('phones')
  const phones = PREVIEWED.has(kind)
    ? readPhones(entry, task.arguments.phones, plan, task.seen, notices)
    : readAddresses(entry.phones)
  if (phones.length === 0) {
    notices.fail(1, 'missing-parameter', { argument: task.arguments.phones, value: entry.phones }, 'has no number')
  }
  const { recipients, n, cost } = priceRecipients(phones, content.parts, task.arguments.phones, prices, notices)
  return {
    line: entry.line,
    kind,
    n,
    ...omitUndefined({ cost }),
    ...content,
    ...omitUndefined({ comment, sender: entry.sender, tz: entry.tz }),
    recipients,
    ...notices.take(),
  }
}

/** Checks the sender and the zone before the phones. Only an SMS has rules for a sender. */
function checkFront({ sender, tz, text }: ListLine, { asked, values }: Task, notices: Notices): void {
  notices.read('sender')
  if (sender !== undefined && PREVIEWED.has(findKind(text, asked.kind))) checkSender(sender, 'list', notices)
  notices.read('tz')
  if (tz !== undefined) checkZone(tz, values, notices)
}

/**
 * Warns about known mistakes: lines joined by a comma, or phones by a semicolon, which ends them. What follows is sent
 * as text.
 */
function warnOfBeginning({ text, warnings }: ListLine, task: Task, notices: Notices): void {
  const { asked, plan } = task
  const argument = task.arguments.text
  if (argument !== 'list' || asked.kind === 'bin' || warnings.includes('ambiguous-line')) return
  const found = findBeginning(text, plan)
  if (!found) return
  const message = 'looks like the beginning of a line, and is text; lines are separated by LF, phones by commas'
  notices.warn('joined-lines', { argument, ...found }, () => message)
}

/** Error 1. The line is kept as it is. It has no recipient, so it costs nothing. */
function previewMalformed({ line, text }: ListLine, { asked: { kind }, prices }: Task, notices: Notices): PreviewLine {
  const place = { argument: 'list', value: text }
  const message = 'has no colon or semicolon between phones and text'
  notices.warn('malformed-line', place, () => message)
  notices.fail(1, 'malformed', place, message)
  const { recipients, n, cost } = priceRecipients([], 0, 'list', prices, notices)
  return { line, kind, n, parts: 0, ...(cost === undefined ? {} : { cost }), text, recipients, ...notices.take() }
}

/** The number of parts of a call is not known. */
const UNKNOWN: Content = { parts: { min: 0, max: Number.POSITIVE_INFINITY } }
const NOT_COUNTED: Content = { parts: 0 }

/** The result of reading one text. */
interface CountedText {
  readonly kind: Kind
  readonly comment: string | undefined
  readonly content: Content
}

function countContent(mes: string, task: Task, notices: Notices): CountedText {
  const { asked, wishes, plan } = task
  const argument = task.arguments.text
  const read = splitPrefix(mes, asked.kind, argument, notices)
  const { kind, text: unprefixed } = read
  if (!isPreviewed(read, notices)) return { kind, comment: undefined, content: UNKNOWN }
  if (kind === 'hlr' || kind === 'ping') {
    if (unprefixed !== '') {
      notices.warn('ignored-parameter', { argument, value: mes }, () => `${kind} sends no text`)
    }
    return { kind, comment: undefined, content: { parts: 1 } }
  }
  if (asked.kind === 'bin') return countOctets(unprefixed, asked.form, task, notices)
  const { text, comment } = splitComment(unprefixed, argument, notices)
  if (text === '') {
    notices.fail(1, 'missing-parameter', { argument, value: mes }, 'is empty')
    return { kind, comment: undefined, content: NOT_COUNTED }
  }
  if (!isWithinLimit(text, task, notices)) return { kind, comment: undefined, content: NOT_COUNTED }
  const countKind = kind === 'push' ? countPush : countText
  const content = countWithByteOrderMark(text, argument, notices, (text, notices) =>
    countKind(text, argument, wishes, plan, notices),
  )
  return { kind, comment, content }
}

function countOctets(mes: string, form: 1 | 2, task: Task, notices: Notices): CountedText {
  const { wishes, plan } = task
  const argument = task.arguments.text
  const { octets, message, comment } = splitOctets(mes, form)
  const read = { kind: 'bin' as const, comment }
  if (octets === '') {
    notices.fail(1, 'missing-parameter', { argument, value: mes }, 'is empty')
    return { ...read, content: NOT_COUNTED }
  }
  if (!isWithinLimit(octets, task, notices)) return { ...read, content: NOT_COUNTED }
  return { ...read, content: countBinary(message, form, argument, wishes, plan, notices) }
}

function isWithinLimit(text: string, { asked, plan, arguments: { text: argument } }: Task, notices: Notices): boolean {
  const { maxCharacters, overLimit, binaryLimit } = plan
  const unit = asked.kind === 'bin' ? binaryLimit : 'characters'
  const width = asked.kind === 'bin' && asked.form === 2 && unit === 'octets' ? 2 : 1
  const length = Math.ceil(text.length / width)
  if (length <= maxCharacters) return true
  const place = { argument, value: text, offset: maxCharacters * width }
  const message = `has ${length} ${unit}, and ${maxCharacters} is the most`
  if (overLimit === 'count') notices.warn('long-message', place, () => message)
  else notices.fail(1, 'invalid-value', place, message, 'too long')
  return overLimit === 'count'
}
