// SMPP 3.4 5.3.2.22 to .24, TS 23.040 9.2.3.24.1: collects PDUs of many messages as they arrive, until each message is
// whole.

import { type CollectorKey, createCollector, type Fault, type Pending, type ReadableMessage } from 'septet'
import { omitUndefined, requireBoolean, requireString } from '../arguments'
import { listing, throwing } from '../header/refuse'
import { createEnvelope, type Envelope } from './envelope'
import { AGREEMENT_CHECKS, completeAgreement, readEnvelopes, renameErrors } from './from-smpp'
import { checkOptions } from './options'
import type { SmppAgreement, SmppPdu, SmppReading } from './types'

/** What `createSmppCollector` takes. */
export interface SmppCollectorOptions extends SmppAgreement {
  /** The most messages that may wait for segments, 1 or more. One more removes the oldest. Default 1000. */
  maxPending?: number
  /** Reads wrong octets as far as possible. The `message` of a fault is the index in `pdus`. Default `false`. */
  lenient?: boolean
}

/** A message with missing PDUs: as `Pending`, with its PDUs instead of its messages. */
export interface SmppPending<Pdu = SmppPdu> extends Omit<Pending, 'messages'> {
  /** The PDUs, in the order of `have`. */
  pdus: Pdu[]
}

/** The result of adding a PDU. */
export interface SmppCollected<Pdu = SmppPdu> {
  /** The message, if this PDU made it whole. */
  reading?: SmppReading
  /** With `reading`: the PDUs from which it was read, in order, as they were given. */
  pdus?: Pdu[]
  /** Messages that were removed. */
  evicted: SmppPending<Pdu>[]
}

/** Collects PDUs until their messages are whole. */
export interface SmppCollector {
  /**
   * Adds a PDU. Its `source_addr` and `destination_addr` are the sender and the receiver.
   *
   * @param pdu A PDU in the form of `SmppPdu`.
   * @param at When it arrived, a number in any unit.
   * @returns The message if it is whole now, and the messages that were removed.
   * @throws {SeptetError} what `fromSmpp` throws for the PDU. Then the pending messages do not change
   */
  add<Pdu extends SmppPdu>(pdu: Pdu, at?: number): SmppCollected<Pdu>
  /** Removes and returns the messages whose first PDU arrived before `before`. Messages without a known time stay. */
  expire(before: number): SmppPending[]
  /** The messages that are not whole yet, in the order in which they began. */
  readonly pending: readonly SmppPending[]
}

/** The message that the library's collector keeps: a copy of the octets, and the PDU from which they come. */
interface KeptMessage extends ReadableMessage {
  readonly pdu: SmppPdu
  readonly envelope: Envelope
  readonly faults: readonly Fault[]
}

/**
 * Collects PDUs in any order, from many senders, until their messages are whole. A user data header or the SAR
 * parameters number the segments. A message in one PDU, or in message_payload, is returned at once. It keeps the
 * guarantees of `createCollector`.
 *
 * @param options `maxPending`, `lenient`, and what data_coding 0 and 1 mean on the connection.
 * @returns An empty collector.
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option'
 * @see SMPP 3.4 5.3.2.22, 3GPP TS 23.040 9.2.3.24.1
 * @example
 * const collector = createSmppCollector()
 * const [first, second] = toSmpp('ж'.repeat(80), { carry: 'sar' })
 * collector.add({ source_addr: '79161234567', ...second }).reading // undefined
 * collector.add({ source_addr: '79161234567', ...first }).reading.text.length // 80
 */
export function createSmppCollector(options?: SmppCollectorOptions): SmppCollector {
  const { maxPending, lenient = false, ...connection } = checkOptions(options, CHECKS) as SmppCollectorOptions
  const agreement = completeAgreement(connection)
  const collector = createCollector({ lenient: true, ...omitUndefined({ maxPending }) })

  function openMessage(pdu: SmppPdu): KeptMessage {
    const faults: Fault[] = []
    const envelope = createEnvelope('pdu', pdu, agreement, lenient ? listing(faults, 0) : throwing)
    // The PDU is read alone first, so that its errors are found before it joins others.
    renameErrors(pdu, [envelope], () => readEnvelopes([envelope], { partial: true, lenient }, faults))
    return { ...envelope.message, pdu, envelope, faults }
  }

  return {
    add<Pdu extends SmppPdu>(pdu: Pdu, at?: number): SmppCollected<Pdu> {
      const kept = openMessage(pdu)
      const { messages, evicted } = collector.add(kept, createKey(pdu), at)
      return {
        ...(messages === undefined
          ? {}
          : { reading: readMessages(messages, lenient), pdus: messages.map(getPdu<Pdu>) }),
        evicted: evicted.map(convertPending<Pdu>),
      }
    },
    expire: (before) => collector.expire(before).map(convertPending),
    get pending() {
      return collector.pending.map(convertPending)
    },
  }
}

const CHECKS = {
  // The library's collector checks the value.
  maxPending: (_argument: string, value: unknown) => value,
  lenient: requireBoolean,
  ...AGREEMENT_CHECKS,
}

function readMessages(messages: readonly KeptMessage[], lenient: boolean): SmppReading {
  const envelopes = messages.map((message) => ({ ...message.envelope, message: restoreMessage(message) }))
  const faults = messages.flatMap(({ faults }, index) => faults.map((fault) => ({ ...fault, message: index })))
  return readEnvelopes(envelopes, { lenient }, faults)
}

/** The message of the envelope, with the octets that the collector copied: the caller may have changed those of the PDU. */
function restoreMessage({ envelope, userData }: KeptMessage): ReadableMessage {
  return { ...envelope.message, userData }
}

function createKey({ source_addr: from, destination_addr: to }: SmppPdu): CollectorKey {
  const check = (argument: string, value: unknown) => (value === undefined ? undefined : requireString(argument, value))
  return omitUndefined({ from: check('pdu.source_addr', from), to: check('pdu.destination_addr', to) })
}

function getPdu<Pdu>(message: ReadableMessage): Pdu {
  return (message as KeptMessage).pdu as Pdu
}

function convertPending<Pdu = SmppPdu>({ messages, ...pending }: Pending): SmppPending<Pdu> {
  return { ...pending, pdus: messages.map(getPdu<Pdu>) }
}
