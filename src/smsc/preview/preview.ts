import { SeptetError } from 'septet'
import { omitUndefined } from '../../arguments'
import { type Amount, add, isSame, toRange } from '../../pricing/amount'
import type { Wishes } from '../content'
import { readIdentifier } from '../identifier'
import { readList } from '../list/list'
import { createLine } from '../list-line'
import { Notices } from '../notices'
import { type PreviewOptions, type PreviewPlan, readOptions } from '../options'
import { addTotal, createPrices } from '../phones/recipients'
import { checkSender } from '../phones/sender'
import type { Values } from '../request/parameter-values'
import { type ReadRequest, readRequest } from '../request/read-request'
import type { SmscRequest } from '../request/request'
import { findRefusal } from '../request-error'
import { checkSchedule } from '../time/schedule'
import type { AnswerForm, Preview, PreviewLine } from '../types'
import { PREVIEWED, readKind, warnOfIgnored } from './kinds'
import { previewLine, type Task } from './line'
import { isSet, readDigit, readLimit } from './values'

/**
 * Says what a request to the SMSC HTTP API would cost, without sending it.
 *
 * What the service would refuse is in `errors`; it is not thrown, so one call finds all errors. Where the service's
 * public rules leave something open, there is an option. Where that choice changes the number of parts, there is a
 * warning. `n` is a number, or `{ min, max }` if it depends on something that only the service knows.
 *
 * It ignores `login`, `psw`, `apikey`, `subj`, `fileurl`, `voice`, `param`, `imgcode`, `userip`, `pp`, `smsreq`,
 * `test`, `all`, `sha512`. `checkRequest` checks those for which a request can be refused.
 *
 * @param request an object, a JSON body, URLSearchParams, a query or an address, octets of these, or what
 * `buildRequest` returns
 * @param options choices that the service's public rules leave open, and the rates
 * @returns parts and cost of each message and of the whole request, warnings, errors
 * @throws {SeptetError} 'invalid-type', 'malformed', 'invalid-value': a request that cannot be read; 'unsupported':
 * `bin=1` in URLSearchParams; 'invalid-type', 'invalid-value', 'unknown-option': an option
 * @example
 * preview({ phones: '79161234567', mes: 'Привет' }, { rates: { 7: '1.40' } }).cost
 * // '1.40'
 */
export function preview(request: SmscRequest, options?: PreviewOptions): Preview {
  const plan = readOptions(options)
  const notices = new Notices()
  const read = readRequest(request, plan, notices)
  return previewValues(read, plan, notices)
}

/** Previews a request that was read. */
export function previewValues({ values, fmt }: ReadRequest, plan: PreviewPlan, notices: Notices): Preview {
  const answer = readAnswerForm(values, fmt, notices)
  checkSchedule(values, notices)
  const task = createTask(values, plan, notices)
  const lines = [...previewLines(values, task, notices)]
  // Only an SMS has rules for a sender.
  if (lines.some(({ kind }) => PREVIEWED.has(kind))) checkSender(values.get('sender') ?? '', 'sender', notices)
  requireNumber(values, task.arguments.phones, lines, notices)
  const { errors } = notices
  const error = findRefusal(errors)
  const [first] = lines
  const cost = task.prices && addTotal(task.prices)
  const n = requireExact(lines.reduce<Amount>((sum, line) => add(sum, line.n), 0))
  return {
    kind: first && lines.every(({ kind }) => kind === first.kind) ? first.kind : task.asked.kind,
    n,
    ...(first && lines.every(({ parts }) => isSame(parts, first.parts)) ? { parts: first.parts } : {}),
    ...(cost === undefined ? {} : { cost }),
    lines,
    warnings: notices.warnings,
    errors,
    answer: { ...answer, ...(error === undefined ? {} : { error }) },
  }
}

/** Only the size of a group makes a number inexact. A sum is never less than its parts. */
function requireExact(n: Amount): Amount {
  const { min, max } = toRange(n)
  if (Number.isSafeInteger(min) && (Number.isSafeInteger(max) || max === Number.POSITIVE_INFINITY)) return n
  const message = `come to more than ${Number.MAX_SAFE_INTEGER} parts, which is the most that is exact`
  throw new SeptetError('invalid-value', 'options.groups', n, message)
}

function createTask(values: Values, plan: PreviewPlan, notices: Notices): Task {
  const asked = readKind(values, notices)
  const wishes: Wishes = {
    translit: readDigit(values, 'translit', [1, 2], notices),
    tinyurl: isSet(values, 'tinyurl', notices),
    maxsms: readLimit(values, 'maxsms', notices),
  }
  warnOfIgnored(values, asked.kind, wishes, notices)
  return {
    asked,
    wishes,
    plan,
    prices: plan.rates && createPrices(plan.rates),
    seen: new Map(),
    values,
    arguments: findList(values) === undefined ? { phones: 'phones', text: 'mes' } : { phones: 'list', text: 'list' },
  }
}

/** `list` is used, unless it is empty and there are phones or a text: some clients send every field that they have. */
function findList(values: Values): string | undefined {
  return values.get('list') || (values.get('phones') || values.get('mes') ? undefined : values.get('list'))
}

/** Previews the lines of `list`, or `mes` as the only one. */
function* previewLines(values: Values, task: Task, notices: Notices): Generator<PreviewLine> {
  const list = findList(values)
  if (list === undefined) {
    const entry = createLine({ line: 1, phones: values.get('phones') ?? '', text: values.get('mes') ?? '' })
    notices.begin(undefined)
    yield previewLine(entry, task, notices)
    return
  }
  for (const name of ['phones', 'mes']) {
    const value = values.get(name)
    if (value) notices.fail(1, 'conflicting-parameters', { argument: name, value }, 'excludes list')
  }
  let isEmpty = true
  for (const entry of readList(list, isSet(values, 'nl', notices), task.plan, notices)) {
    isEmpty = false
    notices.begin(entry)
    yield previewLine(entry, task, notices)
  }
  if (isEmpty) notices.fail(1, 'missing-parameter', { argument: 'list', value: list }, 'has no line')
}

/** Error 7 if there are phones, and none of them is possible. */
function requireNumber(values: Values, argument: string, lines: readonly PreviewLine[], notices: Notices): void {
  if (lines.every(({ recipients }) => recipients.length === 0)) return
  if (!lines.every(({ recipients }) => recipients.every(({ status }) => status === 'impossible'))) return
  notices.fail(7, 'invalid-value', { argument, value: values.get(argument) }, 'has no possible number')
}

/**
 * Reads the form of the answer; `standard` if the request names none. A preview gives the answer to `cost=1`, whatever `cost`
 * says.
 */
function readAnswerForm(values: Values, standard: 0 | 3, notices: Notices): AnswerForm {
  const cost = readDigit(values, 'cost', [1, 2, 3], notices)
  const value = values.get('cost')
  // Another value is an error, and chooses no form.
  if (value !== undefined && cost !== 1 && ['', '0', '2', '3'].includes(value.trim())) {
    const place = { argument: 'cost', value }
    notices.warn('cost-mode', place, () => 'would send the message; the preview is that of cost=1')
  }
  const id = readIdentifier(values.get('id') ?? '', notices)
  return {
    fmt: values.get('fmt')?.trim() ? readDigit(values, 'fmt', [1, 2, 3], notices) : standard,
    op: isSet(values, 'op', notices),
    err: isSet(values, 'err', notices),
    ...omitUndefined({ cost: cost === 0 ? undefined : cost, id }),
  }
}
