// SMPP 3.4 4.4.1, 4.6.1: reads the PDUs of one message.

import { type Fault, type ReadOptions, read, SeptetError } from 'septet'
import { requireBoolean, requireOneOf } from '../arguments'
import { listing, throwing } from '../header/refuse'
import type { Agreement, SmppAlphabet } from './data-coding'
import { createEnvelope, type Envelope } from './envelope'
import { checkOptions } from './options'
import { parseReceipt, type Receipt } from './receipt'
import type { FromSmppOptions, SmppPdu, SmppReading } from './types'

const ALPHABETS: readonly SmppAlphabet[] = ['gsm7', 'gsm7-packed', 'latin1', 'ascii']

const requireAlphabet = (argument: string, value: unknown) => requireOneOf(argument, value, ALPHABETS)

/** The check of each option about the connection. */
export const AGREEMENT_CHECKS = { defaultAlphabet: requireAlphabet, ia5Alphabet: requireAlphabet }

const CHECKS = { partial: requireBoolean, lenient: requireBoolean, ...AGREEMENT_CHECKS }

/**
 * Reads the PDUs of one message: submit_sm, deliver_sm or data_sm, in any order.
 *
 * data_coding is read by SMPP's own table, and from 0x10 on as TP-DCS. The user data header or the SAR parameters
 * number the segments. Ports in parameters become elements of the reading. A message may be as long as SMPP allows.
 *
 * @param pdus A PDU as the npm package smpp gives it, or a list of them, with the members `esm_class`, `data_coding`,
 * `short_message` and others of `SmppPdu`. Octets are best: a string was decoded by the tables of another library.
 * @param options `partial` and `lenient` as for `read`; `defaultAlphabet` and `ia5Alphabet` as the operator documents
 * them.
 * @returns What the message says; for a receipt also what it reports. Offsets of faults count octets as sent, from the
 * header on, or UTF-16 units in a string.
 * @throws {SeptetError} what `read` throws, with `pdus` instead of `messages`; 'unsupported': a data_coding that is not
 * read here (Japanese, Korean, pictograms, reserved values); with `lenient` its octets are data
 * @see SMPP 3.4 5.2.12, 5.2.19
 * @example
 * const [pdu] = toSmpp('Привет')
 * fromSmpp(pdu).text // 'Привет'
 * fromSmpp({ data_coding: 3, short_message: Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9) }).text // 'José'
 */
export function fromSmpp(pdus: SmppPdu | readonly SmppPdu[], options?: FromSmppOptions): SmppReading {
  const checked = checkOptions(options, CHECKS) as FromSmppOptions
  const { lenient = false } = checked
  const faults: Fault[] = []
  const list: readonly unknown[] = Array.isArray(pdus) ? pdus : [pdus]
  const namePdu = (index: number) => (Array.isArray(pdus) ? `pdus[${index}]` : 'pdu')
  const refuse = (index: number) => (lenient ? listing(faults, index) : throwing)
  const envelopes = Array.from(list, (pdu, index) =>
    createEnvelope(namePdu(index), pdu, completeAgreement(checked), refuse(index)),
  )
  return renameErrors(pdus, envelopes, () => readEnvelopes(envelopes, checked, faults))
}

/** Returns the options about the connection, with their defaults. */
export function completeAgreement({ defaultAlphabet = 'gsm7', ia5Alphabet = 'ascii' }: Partial<Agreement>): Agreement {
  return { defaultAlphabet, ia5Alphabet }
}

/**
 * Reads the short messages. `faults` are those that were found while the messages were made.
 *
 * @throws {SeptetError} what `read` throws
 */
export function readEnvelopes(
  envelopes: readonly Envelope[],
  { partial = false, lenient = false }: ReadOptions,
  faults: readonly Fault[],
): SmppReading {
  const messages = envelopes.map(({ message }) => message)
  const { faults: found = [], ...reading } = read(messages, { partial, lenient, anyLength: true })
  const own = found.map((fault) => ({ ...fault, offset: convertOffset(envelopes[fault.message]!, fault.offset) }))
  const [first] = envelopes as readonly [Envelope, ...Envelope[]]
  const { dataCoding, charset } = first.coding
  const messageClass = dataCoding.messageClass ?? first.messageClass
  const all = [...faults, ...own].sort((one, other) => one.message - other.message || one.offset - other.offset)
  const receipt = readReceipt(envelopes, reading.text ?? '')
  return {
    ...reading,
    encoding: dataCoding.encoding,
    dataCoding,
    charset,
    ...(messageClass === undefined ? {} : { messageClass }),
    ...(lenient ? { faults: all } : {}),
    ...(receipt === undefined ? {} : { receipt }),
  }
}

/** Converts an offset in the short message to the offset in the octets of the PDU. */
function convertOffset({ inserted }: Envelope, offset: number): number {
  return Math.max(0, offset - inserted)
}

/** Reads the receipt, if there is one. A receipt without any field is left out. */
function readReceipt(envelopes: readonly Envelope[], text: string): Receipt | undefined {
  const parameters = envelopes.find(({ receipt }) => receipt !== undefined)?.receipt
  if (parameters === undefined) return undefined
  try {
    return parseReceipt(text, parameters)
  } catch (error) {
    if (error instanceof SeptetError && error.code === 'malformed') return undefined
    throw error
  }
}

/** Runs `work`, and changes an error of `read` so that it names these arguments. */
export function renameErrors<Result>(pdus: unknown, envelopes: readonly Envelope[], work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    const { code, argument, reason, offset } = error
    const [, index, member] = /^messages(?:\[(\d+)\])?(\..*)?$/.exec(argument) ?? []
    const envelope = index === undefined ? undefined : envelopes[Number(index)]
    if (envelope !== undefined && member !== undefined && offset !== undefined) {
      throw new SeptetError(code, envelope.argument, envelope.content, reason, convertOffset(envelope, offset))
    }
    const isList = Array.isArray(pdus)
    const name = isList ? argument.replace(/^messages/, 'pdus') : 'pdu'
    const value = isList && index !== undefined ? pdus[Number(index)] : pdus
    throw new SeptetError(code, name, value, reason.replaceAll('messages[', 'pdus['))
  }
}
