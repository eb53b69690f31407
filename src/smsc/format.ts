import { SeptetError } from 'septet'
import { requireMembers, requireObject, requireOneOf } from '../arguments'
import { type Amount, rangeOf } from '../pricing/amount'
import type { Price } from '../pricing/rates'
import { type Refusal, RequestError, refusalOf, SERVICE_WORDS, type ServiceCode } from './request-error'
import type { Preview, Recipient } from './types'

/** Which end of a range is written. */
export interface FormatOptions {
  /** Where n is a range. Without it a range is an error: the service answers one number. */
  bound?: 'min' | 'max'
}

const BOUNDS = ['min', 'max'] as const

type Bound = (typeof BOUNDS)[number] | undefined

/** A row of op=1 or err=1. Rows are written for `phones` in their order, line by line. */
interface Row {
  readonly phone: string
  /** Country and operator, which only the service knows. */
  readonly mccmnc: ''
  readonly cost: string
  readonly status: string
  readonly error: string
}

/** How an answer is written. `error` has the layouts of the API page; rows without a public layout are ours. */
interface Layout {
  answer(cost: string, n: number, rows: readonly Row[] | undefined): string
  error(service: ServiceCode): string
}

const LAYOUTS: Readonly<Record<0 | 1 | 2 | 3, Layout>> = {
  0: {
    answer: (cost, n, rows = []) => [`${cost} (${n} SMS)`, ...rows.map(shown).map(wordsOf)].join('\n'),
    error: (service) => `ERROR = ${service} (${SERVICE_WORDS[service]})`,
  },
  1: {
    answer: (cost, n, rows = []) =>
      [`${cost},${n}`, ...rows.map(shown).map((row) => Object.values(row).join(','))].join('\n'),
    error: (service) => `0,-${service}`,
  },
  2: {
    answer: (cost, n, rows) =>
      `<result><cost>${cost}</cost><cnt>${n}</cnt>${rows ? xmlRows(rows.map(shown)) : ''}</result>`,
    error: (service) => `<result><error>${SERVICE_WORDS[service]}</error><error_code>${service}</error_code></result>`,
  },
  3: {
    answer: (cost, n, rows) => JSON.stringify({ cost, cnt: n, ...(rows ? { phones: rows } : {}) }),
    error: (service) => JSON.stringify({ error: SERVICE_WORDS[service], error_code: service }),
  },
}

/**
 * Writes what the service would answer to `cost=1`. With `op=1` in the request there is a row for every phone, with
 * `err=1` for every wrong one; where the request is wrong, the answer is the service's error.
 *
 * `cost` and `n` of fmt 0 to 3 and the errors of fmt 2 and 3 are the service's layouts. The layout of rows is public for
 * fmt 3 alone; for the others it is chosen: a line each in fmt 0 (`79161234567: 1.40`) and fmt 1
 * (phone,mccmnc,cost,status,error), elements in fmt 2. `mccmnc` is empty, since only the service knows it. What is given as
 * a phone may be any text: but for fmt 3, U+FFFD stands in it for what would end a row or is no character of XML.
 *
 * Of several errors the one with the lowest code is written; the order in which the service looks is not public.
 *
 * @param fmt the request's own where it is left out
 * @throws {SeptetError} 'not-previewable': no SMS; 'missing-parameter': no cost, for want of rates; 'invalid-value': n is a
 * range and no `bound` is given, or the bound is Infinity; and 'invalid-type', 'invalid-value', 'unknown-option' for arguments
 * @example
 * format(preview({ phones: '79161234567', mes: 'Hello' }, { rates: { 7: '1.40' } }), 0)
 * // '1.40 (1 SMS)'
 */
export function format(preview: Preview, fmt?: 0 | 1 | 2 | 3, options: FormatOptions = {}): string {
  const given: Partial<Preview> = requireObject('preview', preview)
  const { errors, answer, lines } = given
  const isPreview = Array.isArray(errors) && typeof answer === 'object' && answer !== null && Array.isArray(lines)
  if (!isPreview || !lines.every((line) => Array.isArray(line?.recipients))) {
    throw new SeptetError('invalid-type', 'preview', preview, 'must be what preview answers')
  }
  const { bound } = requireMembers('options', options, ['bound'])
  if (bound !== undefined) requireOneOf('options.bound', bound, BOUNDS)
  return written(preview, requireOneOf('fmt', fmt ?? preview.answer.fmt, [0, 1, 2, 3] as const), bound as Bound)
}

function written(preview: Preview, fmt: 0 | 1 | 2 | 3, bound: Bound): string {
  const { errors, cost, n, answer } = preview
  const error = answer.error ?? refusalOf(errors)
  if (error?.service !== undefined) return LAYOUTS[fmt].error(error.service)
  if (error) throw errors.find((known) => known instanceof RequestError && known.code === error.code) ?? revived(error)
  if (cost === undefined) {
    throw new SeptetError(
      'missing-parameter',
      'preview.cost',
      cost,
      'is not known; preview with rates for every number',
    )
  }
  return LAYOUTS[fmt].answer(priceAt(cost, bound), numberAt(n, bound), rowsOf(preview, bound))
}

/** An error that was cloned, or has been JSON, is one no more. */
function revived({ code, argument, reason, offset }: Refusal): SeptetError {
  return new SeptetError(code, argument, undefined, reason, offset)
}

/** Infinity is null in a preview that has been JSON. */
function numberAt(amount: Amount, bound: Bound): number {
  if (typeof amount === 'number') return amount
  const number = bound && rangeOf(amount)[bound]
  if (Number.isFinite(number)) return number as number
  throw rangeError('preview.n', amount, amount)
}

function priceAt(price: Price, bound: Bound): string {
  if (typeof price === 'string') return price
  const text = bound && price[bound]
  if (text !== undefined && text !== 'Infinity') return text
  throw rangeError('preview.cost', price, price)
}

function rangeError(argument: string, value: unknown, { min, max }: { min: unknown; max: unknown }): SeptetError {
  return new SeptetError('invalid-value', argument, value, `is from ${min} to ${max}; give a bound that is finite`)
}

/** All phones with op=1, the wrong ones with err=1; undefined where neither was asked for. */
function rowsOf({ answer: { op, err }, lines }: Preview, bound: Bound): Row[] | undefined {
  if (!op && !err) return
  const recipients = lines.flatMap((line) => line.recipients)
  return recipients.filter(({ error }) => op || error !== undefined).map((recipient) => rowOf(recipient, bound))
}

function rowOf({ phone, cost, error }: Recipient, bound: Bound): Row {
  return {
    phone,
    mccmnc: '',
    cost: cost === undefined ? '' : priceAt(cost, bound),
    // 22 is the service's status of a wrong number.
    status: error === undefined ? '0' : '22',
    error: `${error ?? 0}`,
  }
}

/** Control characters, U+2028 and U+2029 end lines; with surrogates, U+FFFE and U+FFFF they are none of XML [XML 1.0, 2.2]. */
const UNSHOWN = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\uFFFE\uFFFF]/gu

/** A row of one line, whatever was given as a phone. It has no comma: one separates phones. */
function shown(row: Row): Row {
  return { ...row, phone: row.phone.replace(UNSHOWN, '\uFFFD') }
}

function wordsOf({ phone, cost, error }: Row): string {
  const words = [cost, error === '0' ? '' : `error ${error}`].filter((word) => word !== '')
  return `${phone}: ${words.join(', ')}`
}

function xmlRows(rows: readonly Row[]): string {
  const elements = rows.map(({ phone, ...attributes }) => {
    const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
    return `<phone${list.join('')}>${escaped(phone)}</phone>`
  })
  return `<phones>${elements.join('')}</phones>`
}

/** A phone that cannot be one is shown as it was given. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
