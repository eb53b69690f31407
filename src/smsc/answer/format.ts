import { SeptetError } from 'septet'
import { copyMembers, requireMembers, requireOneOf, requireString } from '../../arguments'
import { type Amount, toRange } from '../../pricing/amount'
import type { Price } from '../../pricing/rates'
import { type Refusal, RequestError } from '../request-error'
import type { Preview, Recipient } from '../types'
import { type AnswerBody, type AnswerRow, writeAnswer } from './forms'
import { requirePreview } from './stored-preview'

/** The parts of an answer that a preview cannot know. */
export interface FormatOptions {
  /**
   * The end of the range that is written where n is a range. Without it a range is an error, because the service
   * returns one number.
   */
  bound?: 'min' | 'max'
  /** The id of the message. With it the answer is that of a sent message, in the form of the request's own `cost`. */
  id?: string | number
  /** The balance of the account, a decimal string, for `cost=3`. */
  balance?: string
}

const BOUNDS = ['min', 'max'] as const

type Bound = FormatOptions['bound']

/**
 * Writes what the service would return. Without an `id` that is its answer to `cost=1`. With an `id` it follows the
 * request's own `cost`: id and n (0), id, n and cost (2), or these and the balance (3). With `op=1` in the request
 * there is a row for every phone, with `err=1` for every wrong one. Where the request is wrong, the answer is the
 * service's error.
 *
 * The layout of rows is public only for fmt 3. For the others it is ours: one line each in fmt 0 (`79161234567: 1.40`)
 * and fmt 1 (phone,mccmnc,cost,status,error), elements in fmt 2. `mccmnc` is empty, because only the service knows it.
 * A phone may be any text: except in fmt 3, U+FFFD replaces characters in it that would end a row or are not allowed in
 * XML.
 *
 * Of several errors the one with the lowest code is written. Which error the service finds first is not public.
 *
 * @param preview what `preview` returns, or a copy of it, also one from JSON
 * @param fmt the format, 0 to 3. Default: that of the request
 * @param options `bound`, `id`, `balance`
 * @returns the body of the answer
 * @throws {SeptetError} 'not-previewable': not an SMS; 'missing-parameter': no cost, because there were no rates, or no
 * balance for cost=3; 'invalid-value': n is a range and there is no `bound`, or the bound is Infinity; 'invalid-type',
 * 'invalid-value', 'unknown-option': an argument
 * @example
 * format(preview({ phones: '79161234567', mes: 'Hello' }, { rates: { 7: '1.40' } }), 0) // '1.40 (1 SMS)'
 * format(preview({ phones: '79161234567', mes: 'Hello' }), 1, { id: 1234 }) // '1234,1'
 */
export function format(preview: Preview, fmt?: 0 | 1 | 2 | 3, options: FormatOptions = {}): string {
  const stored = requirePreview('preview', preview)
  const { bound, id, balance } = requireOptions(options)
  return writeAnswer(createBody(stored, bound, id, balance), requireFmt(fmt, stored))
}

function requireFmt(fmt: unknown, { answer }: Preview): 0 | 1 | 2 | 3 {
  const forms = [0, 1, 2, 3] as const
  return fmt === undefined ? requireOneOf('preview.answer.fmt', answer.fmt, forms) : requireOneOf('fmt', fmt, forms)
}

function requireOptions(options: unknown): { bound: Bound; id: string | undefined; balance: string | undefined } {
  const { bound, id, balance } = requireMembers('options', options, ['bound', 'id', 'balance'])
  if (bound !== undefined) requireOneOf('options.bound', bound, BOUNDS)
  if (balance !== undefined && !/^-?\d+(?:\.\d+)?$/.test(requireString('options.balance', balance))) {
    throw new SeptetError('invalid-value', 'options.balance', balance, "must be a decimal number such as '12.50'")
  }
  return {
    bound: bound as Bound,
    id: id === undefined ? undefined : requireId(id),
    balance: balance as string | undefined,
  }
}

function requireId(id: unknown): string {
  const text = typeof id === 'number' ? `${id}` : requireString('options.id', id)
  if (/^[A-Za-z0-9._-]{1,40}$/.test(text)) return text
  throw new SeptetError(
    'invalid-value',
    'options.id',
    id,
    'must be a number, or 1 to 40 Latin letters, digits and . - _',
  )
}

function createBody(preview: Preview, bound: Bound, id: string | undefined, balance: string | undefined): AnswerBody {
  const { errors, n } = preview
  const answer = copyMembers(preview.answer)
  const { error } = answer
  if (error?.service !== undefined) return { error: error.service, id: id ?? answer.id }
  if (error)
    throw errors.find((known) => known instanceof RequestError && known.code === error.code) ?? reviveError(error)
  const mode = id === undefined ? 1 : (answer.cost ?? 0)
  const cost = mode === 0 ? undefined : findCost(preview, bound)
  if (mode === 3 && balance === undefined) {
    throw new SeptetError('missing-parameter', 'options.balance', balance, 'is needed for cost=3')
  }
  return {
    n: takeNumber(n, bound),
    id: mode === 1 ? undefined : id,
    cost,
    balance: mode === 3 ? balance : undefined,
    rows: createRows(preview, bound),
  }
}

function findCost(preview: Preview, bound: Bound): string {
  const { cost } = copyMembers(preview)
  if (cost !== undefined) return takePrice(cost, bound)
  const message = 'is not known; preview with rates for every number'
  throw new SeptetError('missing-parameter', 'preview.cost', cost, message)
}

/** A clone of an error, or one from JSON, is no longer an error. */
function reviveError({ code, argument, reason, offset }: Refusal): SeptetError {
  return new SeptetError(code, argument, undefined, reason, offset)
}

/** In a preview from JSON, Infinity is null. */
function takeNumber(amount: Amount, bound: Bound): number {
  if (typeof amount === 'number') return amount
  const number = bound && toRange(amount)[bound]
  if (Number.isFinite(number)) return number as number
  throw createRangeError('preview.n', amount, amount)
}

function takePrice(price: Price, bound: Bound): string {
  if (typeof price === 'string') return price
  const text = bound && price[bound]
  if (text !== undefined && text !== 'Infinity') return text
  throw createRangeError('preview.cost', price, price)
}

function createRangeError(argument: string, value: unknown, { min, max }: { min: unknown; max: unknown }): SeptetError {
  return new SeptetError('invalid-value', argument, value, `is from ${min} to ${max}; give a bound that is finite`)
}

/** All phones with op=1, the wrong ones with err=1; undefined if the request asks for neither. */
function createRows({ answer: { op, err }, lines }: Preview, bound: Bound): AnswerRow[] | undefined {
  if (!op && !err) return undefined
  const recipients = lines.flatMap((line) => line.recipients)
  const asked = recipients.map(copyMembers).filter(({ error }) => op || error !== undefined)
  return asked.map((recipient) => createRow(recipient, bound))
}

function createRow({ phone, cost, error }: Recipient, bound: Bound): AnswerRow {
  return {
    phone,
    mccmnc: '',
    cost: cost === undefined ? '' : takePrice(cost, bound),
    // In the service's statuses, 22 is a wrong number.
    status: error === undefined ? '0' : '22',
    ...(error === undefined ? {} : { error: `${error}` }),
  }
}
