// TS 23.040 9.2.3.24.1: segments of many messages as they arrive, until each is whole. No clock of its own.

import {
  omitUndefined,
  requireBoolean,
  requireInteger,
  requireMembers,
  requireObject,
  requireString,
} from '../arguments'
import { SeptetError } from '../errors'
import { listing, throwing } from '../header/refuse'
import { checkOptions } from '../text/options'
import type { ReadableMessage, Reading } from '../types'
import { isCompressed } from './data-coding'
import { read } from './read'
import { type Received, receive } from './receive'
import { createReading, isDuplicate, listMissing, readSequence } from './segments'

/** Sender and receiver of a segment. */
export interface CollectorKey {
  /** The sender: any text that names one, such as a number. */
  from?: string
  /** The receiver: any text that names one. */
  to?: string
}

/** A message of which segments are missing. */
export interface Pending<Message = ReadableMessage> {
  /** Sender and receiver, as `add` was given them. */
  key: CollectorKey
  /** The concatenation reference of the segments. */
  reference: number
  /** Segments of the message. */
  total: number
  /** Sequence numbers of the segments that have come, in order. */
  have: number[]
  /** Those that have not. */
  missing: number[]
  /** When the first of them came, where `add` was told. */
  since?: number
  /** The segments, in the order of `have`; their octets are copies. */
  messages: Message[]
}

/** What `add` returns for a segment. */
export interface Collected<Message = ReadableMessage> {
  /** The message, where this segment made it whole. */
  reading?: Reading
  /** With `reading`: the segments it was read from, in order; their octets are copies. */
  messages?: Message[]
  /** Messages that were given up: for one that contradicts this segment, or because too many were pending. */
  evicted: Pending<Message>[]
}

/** Segments until their messages are whole. */
export interface Collector {
  /**
   * Takes a segment, or a message that has only one.
   *
   * @param message As `read` takes it. Its octets are copied.
   * @param key Sender and receiver. Where `from` is absent, it is the originator of a Deliver.
   * @param at When it came, in a unit of the caller's.
   * @returns The message, once, where this was its last missing segment; and messages that were given up. A segment
   * that it has already changes nothing.
   * @throws {SeptetError} what `read` throws for the message; 'invalid-type', 'invalid-value': the other arguments. Nothing
   * that is pending changes then
   */
  add<Message extends ReadableMessage>(message: Message, key?: CollectorKey, at?: number): Collected<Message>
  /** Gives up the messages whose first segment came before `before`; those whose time is not known stay. */
  expire(before: number): Pending[]
  /** What is not whole yet, in the order in which it began. */
  readonly pending: readonly Pending[]
}

/** What `createCollector` takes. */
export interface CollectorOptions {
  /** Most messages that may wait for segments, 1 or more: the oldest is given up for one more. Default 1000. */
  maxPending?: number
  /** Wrong octets are read as far as they go, as `read` does; a fault's `message` is the index in `messages`. Default `false`. */
  lenient?: boolean
}

/** Segments of one message, by sequence number less one. */
interface Gathering {
  readonly key: CollectorKey
  readonly received: Received[]
  readonly messages: ReadableMessage[]
  since: number | undefined
}

/** By what their segments have in common, in the order in which they began. */
type Gatherings = Map<string, Gathering>

/** What a collector has, and what it was asked for. */
interface State {
  readonly gatherings: Gatherings
  readonly maxPending: number
  readonly lenient: boolean
}

const DEFAULT_PENDING = 1000

const CHECKS = {
  maxPending: (argument: string, value: unknown) => requireInteger(argument, value, 1, Number.MAX_SAFE_INTEGER),
  lenient: requireBoolean,
}

/**
 * Gathers segments in any order, from many senders, until their messages are whole.
 *
 * Segments are of one message where sender, receiver, reference, its width, the total and the encoding are the same. Every
 * such message comes back once. An exact copy of a segment changes nothing; one that differs under the same sequence number
 * begins a new message, and the old one is given up. After a message is whole its number is free: a resend begins anew.
 * Nothing is lost: what is given up is returned, with its segments, which `read` reads with `partial`.
 *
 * @param options `maxPending`: most messages that wait, which limits the memory, 1000 by default; `lenient`: wrong
 * octets are read as far as they go.
 * @returns A collector. It has no clock: `expire` is for the caller to call.
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option'
 * @see 3GPP TS 23.040 9.2.3.24.1
 * @example
 * const collector = createCollector()
 * const [first, second] = encode('ж'.repeat(80))
 * collector.add(second, { from: '79161234567' }).reading // undefined
 * collector.pending[0].missing // [1]
 * collector.add(first, { from: '79161234567' }).reading.text.length // 80
 */
export function createCollector(options?: CollectorOptions): Collector {
  const { maxPending = DEFAULT_PENDING, lenient = false } = checkOptions(options, CHECKS) as CollectorOptions
  const state: State = { gatherings: new Map(), maxPending, lenient }
  return {
    add: (message, key, at) => add(state, message, key, at),
    expire: (before) => expire(state, before),
    get pending() {
      return [...state.gatherings.values()].map(createPending)
    },
  }
}

function add<Message extends ReadableMessage>(
  { gatherings, maxPending, lenient }: State,
  message: Message,
  key: CollectorKey | undefined,
  at: number | undefined,
): Collected<Message> {
  const received = receive('message', message, lenient ? listing([], 0) : throwing)
  const parties = requireKey(key, message)
  const time = at === undefined ? undefined : requireTime('at', at)
  if (received.concat === undefined) {
    const messages = [copyMessage(message, received)]
    return { reading: readSegments([received], messages, lenient), messages, evicted: [] }
  }
  const identity = identify(parties, received)
  const evicted = giveUp(gatherings, identity, received) as Pending<Message>[]
  const gathering = gatherings.get(identity) ?? { key: parties, received: [], messages: [], since: undefined }
  gatherings.set(identity, gathering)
  gathering.since ??= time
  put(gathering, message, received)
  const segments = dropHoles(gathering.received)
  if (segments.length === received.concat.total) {
    gatherings.delete(identity)
    const messages = gathering.messages as Message[]
    return { reading: readSegments(segments, messages, lenient), messages, evicted }
  }
  if (gatherings.size > maxPending) evicted.push(take(gatherings, gatherings.keys().next().value!) as Pending<Message>)
  return { evicted }
}

function expire({ gatherings }: State, before: number): Pending[] {
  requireTime('before', before)
  const old = [...gatherings].filter(([, { since }]) => since !== undefined && since < before)
  return old.map(([identity]) => take(gatherings, identity))
}

function readSegments(segments: Received[], messages: ReadableMessage[], lenient: boolean): Reading {
  return lenient ? read(messages, { lenient }) : createReading(segments)
}

/** Gives up the pending message that has a different segment with the same number. */
function giveUp(gatherings: Gatherings, identity: string, received: Received): Pending[] {
  const earlier = gatherings.get(identity)?.received[readSequence(received) - 1]
  return earlier === undefined || isDuplicate(earlier, received) ? [] : [take(gatherings, identity)]
}

function take(gatherings: Gatherings, identity: string): Pending {
  const pending = createPending(gatherings.get(identity)!)
  gatherings.delete(identity)
  return pending
}

/** @throws {SeptetError} 'invalid-type', 'unknown-option' */
function requireKey(key: unknown, message: ReadableMessage): CollectorKey {
  const { from = findOriginator(message), to } =
    key === undefined ? {} : (requireMembers('key', key, ['from', 'to']) as CollectorKey)
  const check = (argument: string, value: unknown) => (value === undefined ? undefined : requireString(argument, value))
  return omitUndefined({ from: check('key.from', from), to: check('key.to', to) })
}

/** The sender that a Deliver names. */
function findOriginator(message: ReadableMessage & { originator?: unknown }): string | undefined {
  if (message.originator === undefined) return undefined
  const { value } = requireObject('message.originator', message.originator)
  return requireString('message.originator.value', value)
}

function requireTime(argument: string, value: unknown): number {
  if (typeof value === 'number' && !Number.isNaN(value)) return value
  const code = typeof value === 'number' ? 'invalid-value' : 'invalid-type'
  throw new SeptetError(code, argument, value, 'must be a number that is a time')
}

/** What segments of one message have in common. */
function identify({ from, to }: CollectorKey, { concat, encoding, dataCoding }: Received): string {
  const { bits, reference, total } = concat!
  return JSON.stringify([from, to, bits, reference, total, encoding, isCompressed(dataCoding)])
}

/** Puts a segment in its place. A copy of a segment that is there already is ignored. */
function put({ received, messages }: Gathering, message: ReadableMessage, segment: Received): void {
  const place = readSequence(segment) - 1
  if (received[place] !== undefined) return
  const copy = copyMessage(message, segment)
  received[place] = { ...segment, userData: copy.userData }
  messages[place] = copy
}

/** A copy, since the caller's octets may be a view of a buffer that a socket overwrites next. */
function copyMessage<Message extends ReadableMessage>(message: Message, { userData }: Received): Message {
  return { ...message, userData: userData.slice() }
}

function createPending({ key, received, messages, since }: Gathering): Pending {
  const segments = dropHoles(received)
  const { reference, total } = segments[0]!.concat!
  return {
    key,
    reference,
    total,
    have: segments.map(readSequence),
    missing: listMissing(segments),
    ...omitUndefined({ since }),
    messages: dropHoles(messages),
  }
}

/** Without the holes where segments are missing. */
function dropHoles<Item>(items: readonly Item[]): Item[] {
  return items.filter(() => true)
}
