// SMPP 3.4 5.3.2.22 to .24, TS 23.040 9.2.3.24.1: PDUs of many messages as they arrive, until each is whole.

import { type CollectorKey, createCollector, type Fault, type Pending, type ReadableMessage } from 'septet'
import { requireBoolean, requireString } from '../arguments'
import { listing, throwing } from '../header/refuse'
import { type Envelope, openPdu } from './envelope'
import { AGREEMENT_CHECKS, agreementOf, readEnvelopes, renamed } from './from-smpp'
import { checkOptions } from './options'
import type { SmppAgreement, SmppPdu, SmppReading } from './types'

/** What `createSmppCollector` takes. */
export interface SmppCollectorOptions extends SmppAgreement {
  /** Most messages that may wait for segments, 1 or more: the oldest is given up for one more. Default 1000. */
  maxPending?: number
  /** Wrong octets are read as far as they go; a fault's `message` is the index in `pdus`. Default `false`. */
  lenient?: boolean
}

/** A message of which PDUs are missing: as `Pending`, with the PDUs in the place of its messages. */
export interface SmppPending<Pdu = SmppPdu> extends Omit<Pending, 'messages'> {
  /** In the order of `have`. */
  pdus: Pdu[]
}

/** What came of a PDU. */
export interface SmppCollected<Pdu = SmppPdu> {
  /** The message, where this PDU made it whole. */
  reading?: SmppReading
  /** With `reading`: the PDUs it was read from, in order, as they were given. */
  pdus?: Pdu[]
  /** Messages that were given up. */
  evicted: SmppPending<Pdu>[]
}

/** PDUs until their messages are whole. */
export interface SmppCollector {
  /**
   * Takes a PDU. Sender and receiver are its `source_addr` and `destination_addr`.
   *
   * @param at When it came, in a unit of the caller's.
   * @throws {SeptetError} what `fromSmpp` throws for the PDU. Nothing that is pending changes then
   */
  add<Pdu extends SmppPdu>(pdu: Pdu, at?: number): SmppCollected<Pdu>
  /** Gives up the messages whose first PDU came before `before`; those whose time is not known stay. */
  expire(before: number): SmppPending[]
  /** What is not whole yet, in the order in which it began. */
  readonly pending: readonly SmppPending[]
}

/** What the library's collector keeps: the octets copied, and where they are from. */
interface Kept extends ReadableMessage {
  readonly pdu: SmppPdu
  readonly envelope: Envelope
  readonly faults: readonly Fault[]
}

/**
 * Gathers PDUs in any order, from many senders, until their messages are whole: numbered by a user data header or by SAR
 * parameters; a message in one PDU, or in message_payload, comes back at once. Its promises are those of `createCollector`.
 *
 * @param options The bound of the memory, `lenient`, and what the operator says of data_coding 0 and 1.
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option'
 * @see SMPP 3.4 5.3.2.22, 3GPP TS 23.040 9.2.3.24.1
 * @example
 * const collector = createSmppCollector()
 * const [first, second] = toSmpp('ж'.repeat(80), { carry: 'sar' })
 * collector.add({ source_addr: '79161234567', ...second }).reading // undefined
 * collector.add({ source_addr: '79161234567', ...first }).reading.text.length // 80
 */
export function createSmppCollector(options?: SmppCollectorOptions): SmppCollector {
  const { maxPending, lenient = false, ...rest } = checkOptions(options, CHECKS) as SmppCollectorOptions
  const agreement = agreementOf(rest)
  const collector = createCollector({ lenient: true, ...(maxPending === undefined ? {} : { maxPending }) })

  function open(pdu: SmppPdu): Kept {
    const faults: Fault[] = []
    const envelope = openPdu('pdu', pdu, agreement, lenient ? listing(faults, 0) : throwing)
    // Of one PDU alone, so that what is wrong is known before it is among others.
    renamed(pdu, [envelope], () => readEnvelopes([envelope], { partial: true, lenient }, faults))
    return { ...envelope.message, pdu, envelope, faults }
  }

  return {
    add<Pdu extends SmppPdu>(pdu: Pdu, at?: number): SmppCollected<Pdu> {
      const kept = open(pdu)
      const { messages, evicted } = collector.add(kept, keyOf(pdu), at)
      return {
        ...(messages === undefined ? {} : { reading: readKept(messages, lenient), pdus: messages.map(pduOf<Pdu>) }),
        evicted: evicted.map(pendingOf<Pdu>),
      }
    },
    expire: (before) => collector.expire(before).map(pendingOf),
    get pending() {
      return collector.pending.map(pendingOf)
    },
  }
}

const CHECKS = {
  // The library's collector says what it may be.
  maxPending: (_argument: string, value: unknown) => value,
  lenient: requireBoolean,
  ...AGREEMENT_CHECKS,
}

function readKept(messages: readonly Kept[], lenient: boolean): SmppReading {
  const envelopes = messages.map((message) => ({ ...message.envelope, message: readable(message) }))
  const faults = messages.flatMap(({ faults }, index) => faults.map((fault) => ({ ...fault, message: index })))
  return readEnvelopes(envelopes, { lenient }, faults)
}

/** Its octets are the copy. */
function readable({ envelope, userData }: Kept): ReadableMessage {
  return { ...envelope.message, userData }
}

function keyOf({ source_addr: from, destination_addr: to }: SmppPdu): CollectorKey {
  return {
    ...(from === undefined ? {} : { from: requireString('pdu.source_addr', from) }),
    ...(to === undefined ? {} : { to: requireString('pdu.destination_addr', to) }),
  }
}

function pduOf<Pdu>(message: ReadableMessage): Pdu {
  return (message as Kept).pdu as Pdu
}

function pendingOf<Pdu = SmppPdu>({ messages, ...pending }: Pending): SmppPending<Pdu> {
  return { ...pending, pdus: messages.map(pduOf<Pdu>) }
}
