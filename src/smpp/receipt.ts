// SMPP 3.4 appendix B, 5.2.28, 5.3.2.12: delivery receipts. The text is "vendor specific". The appendix has a model;
// gateways leave out fields, add some, change their order and misspell them.

import {
  describe,
  omitUndefined,
  requireInteger,
  requireMembers,
  requireOctets,
  requireOneOf,
  requireString,
} from '../arguments'
import { SeptetError } from '../errors'
import { decodeUnits } from '../octets'
import { formatStat, type MessageState, parseStat, STATES } from './message-state'
import { type ReceiptFields, readFields } from './receipt-text'
import { formatDigits, parseSmppTime, readLocalTime, type SmppAbsoluteTime } from './time'

/** A delivery receipt. */
export interface Receipt {
  /** The id of the message, as written: decimal or hexadecimal digits, a UUID, or other text. */
  id: string
  /** What happened to it; left out where the gateway has its own word. */
  state?: MessageState
  /** How many messages were submitted and delivered, where these are numbers. */
  submitted?: number
  delivered?: number
  /** Times in the message centre's own zone, which is not given; left out where they are not times. */
  submitDate?: SmppAbsoluteTime
  doneDate?: SmppAbsoluteTime
  /** The gateway's own code, as written. */
  error?: string
  /** The first characters of the message. */
  text?: string
  /** network_error_code: the network (1 ANSI-136, 2 IS-95, 3 GSM), and its code. */
  networkError?: { type: number; code: number }
  /** Every field of the text, as written. */
  fields: ReceiptFields
}

/** The optional parameters that say the same as the text. They win over it. */
export interface ReceiptParameters {
  receipted_message_id?: string | Uint8Array
  message_state?: number
  network_error_code?: Uint8Array
}

/** What `formatReceipt` takes. */
export interface ReceiptInput {
  id: string
  state: MessageState
  /** 0 to 999. Default 1. */
  submitted?: number
  /** 0 to 999. Default 1 for `'delivered'`, else 0. */
  delivered?: number
  /**
   * As `2026-03-05T14:07:00`, in the time of the message centre. Seconds are not written. If it is left out, so is the
   * field.
   */
  submitDate?: string | Pick<SmppAbsoluteTime, 'local'>
  doneDate?: string | Pick<SmppAbsoluteTime, 'local'>
  /** Up to three characters, padded with zeros. Default `'000'`. */
  error?: string
  /** The message; its first 20 characters are written. Default empty. */
  text?: string
}

/** The most characters of `text` [appendix B]. */
const MOST_TEXT = 20

/**
 * Reads a delivery receipt. Fields may be in any order, in upper or lower case. If a field is repeated, the first one
 * counts.
 *
 * @param text The text of the message. A final NUL, and anything before `id:`, are ignored.
 * @param parameters The optional parameters of the PDU. They win over the text.
 * @returns The fields as words and numbers; `fields` has them as written.
 * @throws {SeptetError} 'malformed': it has no id or no state, so it is not a receipt; 'invalid-type', 'invalid-value':
 * a parameter
 * @see SMPP 3.4 appendix B
 * @example
 * const receipt = parseReceipt('id:0123456789 sub:001 dlvrd:001 submit date:2603051407 done date:2603051408 stat:DELIVRD err:000 text:Hello')
 * receipt.state // 'delivered'
 * receipt.doneDate.local // '2026-03-05T14:08:00'
 * receipt.fields.err // '000'
 */
export function parseReceipt(text: string, parameters: ReceiptParameters = {}): Receipt {
  const fields = readFields(removeNul(requireString('text', text)))
  const id = readIdentifier(parameters.receipted_message_id) ?? fields.id
  const state = readState(parameters.message_state) ?? parseStat(fields.stat ?? '')
  if (!id || (state === undefined && !fields.stat)) {
    throw new SeptetError('malformed', 'text', text, `is no receipt: it has no ${id ? 'stat' : 'id'}`)
  }
  return { ...parseFields(fields), id, ...omitUndefined({ state, networkError: readNetworkError(parameters) }), fields }
}

/**
 * Writes the text of a delivery receipt in the form of the appendix.
 *
 * @param receipt The id, the state and the other fields. What `parseReceipt` returns fits if it has a state.
 * @returns The text, to be sent in the default alphabet with esm_class 0x04.
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a member; an id or an error with a blank in it
 * @see SMPP 3.4 appendix B
 * @example
 * formatReceipt({ id: '75BCD15', state: 'delivered', doneDate: '2026-03-05T14:08:00', text: 'Hello' })
 * // 'id:75BCD15 sub:001 dlvrd:001 done date:2603051408 stat:DELIVRD err:000 text:Hello'
 */
export function formatReceipt(receipt: ReceiptInput): string {
  const {
    id,
    state,
    submitted = 1,
    error = '000',
    text = '',
    submitDate,
    doneDate,
  } = requireMembers('receipt', receipt, MEMBERS) as unknown as ReceiptInput
  const stat = formatStat(requireOneOf('receipt.state', state, STATES))
  const { delivered = state === 'delivered' ? 1 : 0 } = receipt
  return [
    `id:${requireWord('receipt.id', id)}`,
    `sub:${formatNumber('receipt.submitted', submitted)}`,
    `dlvrd:${formatNumber('receipt.delivered', delivered)}`,
    ...(submitDate === undefined ? [] : [`submit date:${formatMinute('receipt.submitDate', submitDate)}`]),
    ...(doneDate === undefined ? [] : [`done date:${formatMinute('receipt.doneDate', doneDate)}`]),
    `stat:${stat}`,
    `err:${requireWord('receipt.error', error).padStart(3, '0')}`,
    `text:${[...requireString('receipt.text', text)].slice(0, MOST_TEXT).join('')}`,
  ].join(' ')
}

/**
 * Returns the optional parameters that say the same as a receipt.
 *
 * @param receipt The id, the state, and the error code if there is one.
 * @returns receipted_message_id and message_state, and network_error_code where there is one.
 * @throws {SeptetError} 'invalid-type', 'invalid-value'
 * @see SMPP 3.4 5.3.2.12, 5.3.2.31, 5.3.2.35
 * @example
 * receiptParameters({ id: '75BCD15', state: 'delivered' }) // { receipted_message_id: '75BCD15', message_state: 2 }
 */
export function receiptParameters(
  receipt: Pick<ReceiptInput, 'id' | 'state'> & Pick<Receipt, 'networkError'>,
): ReceiptParameters {
  const { id, state, networkError } = receipt
  const message_state = STATES.indexOf(requireOneOf('receipt.state', state, STATES))
  const parameters = { receipted_message_id: requireWord('receipt.id', id), message_state }
  if (networkError === undefined) return parameters
  const type = requireInteger('receipt.networkError.type', networkError.type, 0, 0xff)
  const code = requireInteger('receipt.networkError.code', networkError.code, 0, 0xffff)
  const octets = [type, code >> 8, code & 0xff]
  return { ...parameters, network_error_code: globalThis.Buffer?.from(octets) ?? Uint8Array.from(octets) }
}

const MEMBERS = [
  'id',
  'state',
  'submitted',
  'delivered',
  'submitDate',
  'doneDate',
  'error',
  'text',
  'networkError',
  'fields',
]

/** Removes the NUL at the end: a C-string, made a string octet by octet, ends with one. */
function removeNul(text: string): string {
  let end = text.length
  while (text[end - 1] === '\0') end--
  return text.slice(0, end)
}

function parseFields({ sub, dlvrd, err, text, ...dates }: ReceiptFields): Omit<Receipt, 'id' | 'fields'> {
  return omitUndefined({
    submitted: parseNumber(sub),
    delivered: parseNumber(dlvrd),
    submitDate: parseDate(dates['submit date']),
    doneDate: parseDate(dates['done date']),
    error: err || undefined,
    text,
  })
}

function parseNumber(digits: string | undefined): number | undefined {
  return digits !== undefined && /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}

/** Reads YYMMDDhhmm, YYMMDDhhmmss, YYYYMMDDhhmmss, or the form of PDUs. Returns undefined for zeros, dots and words. */
function parseDate(digits: string | undefined): SmppAbsoluteTime | undefined {
  if (digits === undefined) return undefined
  try {
    if (/^20\d{12}$/.test(digits)) return readLocalTime(digits, splitPairs(digits.slice(2)), 0, null)
    const time = parseSmppTime(digits)
    return time?.type === 'absolute' ? time : undefined
  } catch {
    return undefined
  }
}

function splitPairs(digits: string): number[] {
  return digits.match(/../g)!.map(Number)
}

function readState(number: unknown): MessageState | undefined {
  return number === undefined ? undefined : STATES[requireInteger('parameters.message_state', number, 0, 0xff)]
}

/** Reads a C-string, or its octets. Gateways leave out the NUL. */
function readIdentifier(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const argument = 'parameters.receipted_message_id'
  const text = typeof value === 'string' ? value : decodeUnits(requireOctets(argument, value))
  return text.split('\0', 1)[0] || undefined
}

function readNetworkError({ network_error_code }: ReceiptParameters): Receipt['networkError'] {
  if (network_error_code === undefined) return undefined
  const octets = requireOctets('parameters.network_error_code', network_error_code)
  // With another length it is a vendor's own parameter.
  return octets.length === 3 ? { type: octets[0]!, code: octets[1]! * 256 + octets[2]! } : undefined
}

function requireWord(argument: string, value: unknown): string {
  const word = requireString(argument, value)
  if (/^\S+$/.test(word)) return word
  throw new SeptetError('invalid-value', argument, value, `must be a word without blanks, got ${describe(word)}`)
}

function formatNumber(argument: string, value: unknown): string {
  return `${requireInteger(argument, value, 0, 999)}`.padStart(3, '0')
}

function formatMinute(argument: string, date: unknown): string {
  const local =
    typeof date === 'string' ? date : requireString(`${argument}.local`, (date as { local?: unknown })?.local)
  return formatDigits(argument, local).slice(0, 10)
}
