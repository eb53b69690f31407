// WAP-251, WAP-235: a Service Indication or Loading pushed to a phone over SMS. WAP-230 8.2.4.1 is the PDU, WAP-259 the ports.
import {
  type Members,
  requireBoolean,
  requireInteger,
  requireMembers,
  requireObject,
  requireOctets,
  requireOneOf,
  requireString,
} from '../arguments'
import { isRefused, type PushHead, readPushHead, UTF_8, writePushHead } from '../core/push'
import { located, SeptetError } from '../errors'
import { checkBinary, cutBinary, type ReferenceOptions } from '../message/binary'
import { read } from '../message/read'
import { joined } from '../octets'
import { checkOptions, checkReference, checkReferenceBits } from '../text/options'
import type { ReadableMessage, ShortMessage } from '../types'
import type { PortsElement } from '../types/information-elements'
import { beginsNotification, decodeNotification, type MmsNotification } from './mms'
import { PUSH_PORT, WSP_PORT } from './ports'
import {
  decodeIndication,
  encodeIndication,
  type ServiceIndication,
  type ServiceIndicationInput,
} from './service-indication'
import { decodeLoading, encodeLoading, type ServiceLoading } from './service-loading'
import { refusal } from './wbxml'

/**
 * What `encodeWapPush` takes; where `type` is left out it is `'unknown'` beside a content type, else `'si'`. What `decodeWapPush`
 * returns is such, except a notification: beside a `transactionId` the headers are those that were read, unless options say otherwise.
 */
export type WapPushInput = Partial<PushHeaders> &
  (
    | ({ type?: 'si' } & ServiceIndicationInput)
    | ({ type: 'sl' } & ServiceLoading)
    | ({ type?: 'unknown' } & PushContent)
  )

/** Content of any other type. */
export interface PushContent {
  /** Its number by WSP, 0 to 16777215, or its name. */
  contentType: number | string
  body: Uint8Array
}

/** How a push is written. */
export interface WapPushOptions extends ReferenceOptions {
  /** WSP transaction, 0 to 255. Default 0. */
  transactionId?: number
  /** The form that SMS gateways document: no header but the content type, and no token but `http://` and `https://`. */
  compact?: boolean
  /** Whether the content type says charset UTF-8. Default `true`, or `false` in the compact form and for other content. */
  charset?: boolean
  /** X-Wap-Application-Id, 0 to 65535: 2 is the WML user agent, which a phone assumes where it is left out. */
  applicationId?: number
  /** Ports of the header, 0 to 65535. Default: destination 2948, source 9200. */
  ports?: Ports
  /** TP-DCS: 8-bit data, 0x04, or of class 1, 0xF5. Default 0x04. */
  dataCoding?: 0x04 | 0xf5
  /** TP-PID. Default 0. */
  protocolId?: number
}

/** What the headers of a push say. */
export interface PushHeaders {
  transactionId: number
  /** MIBEnum of the charset that the content type declares. A document is written in UTF-8, whatever it was. */
  charset?: number
  /** X-Wap-Application-Id, as its number or its name. */
  applicationId?: number | string
}

/** A push that was read. Content other than SI, SL and MMS notifications is left as it is; its type is the number of WSP or a name. */
export type WapPush = PushHeaders &
  (
    | ({ type: 'si' } & ServiceIndication)
    | ({ type: 'sl' } & ServiceLoading)
    | { type: 'mms-notification'; notification: MmsNotification }
    | ({ type: 'unknown' } & PushContent)
  )

/** Ports of a push: where it goes, and where it says to come from. */
type Ports = { destination?: number; source?: number }

/** How a push is read. */
export interface WapPushReadOptions {
  /** The port that it must be for. Default 2948, the push agent of a phone. */
  port?: number
}

/** Content types: numbers of WSP, and the names of the same. */
const SIC = 0x2e
const SLC = 0x30
const MMS = 0x3e
const NAMES: Readonly<Record<string, number>> = {
  'application/vnd.wap.sic': SIC,
  'application/vnd.wap.slc': SLC,
  'application/vnd.wap.mms-message': MMS,
}

const CHECKS = {
  reference: checkReference,
  referenceBits: checkReferenceBits,
  transactionId: (argument: string, value: unknown) => requireInteger(argument, value, 0, 255),
  compact: requireBoolean,
  charset: requireBoolean,
  applicationId: requirePort,
  ports: requirePorts,
  dataCoding: (argument: string, value: unknown) => requireOneOf(argument, value, [0x04, 0xf5]),
  protocolId: (argument: string, value: unknown) => requireInteger(argument, value, 0, 255),
}

/**
 * Encodes a WAP push: the document, or content of any type, in a WSP push PDU, after ports 2948 and 9200 unless others are given; 133 octets in one segment, 128 in each of
 * several with an 8-bit reference.
 *
 * @throws {SeptetError} what `encodeServiceIndication` and `encodeServiceLoading` throw; 'too-many-segments': more than
 * 255; 'invalid-value': an empty link, or neither link nor identifier nor text; 'unknown-option', 'invalid-type', 'invalid-value': an option; 'conflicting-options': `compact` has no further headers
 * @see WAP-230 8.2.4.1, WAP-251, WAP-259
 * @example
 * const [message] = encodeWapPush({ href: 'http://wap.ru/', text: 'wap.ru' }, { compact: true, transactionId: 0xdc })
 * toHex(message.userData)
 * // '0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101'
 */
export function encodeWapPush(push: WapPushInput, options?: WapPushOptions): ShortMessage[] {
  const given = requireObject('push', push, ['type', 'href', 'id', 'text', 'contentType', ...HEADERS])
  const { type = given.contentType === undefined ? 'si' : 'unknown' } = given
  const kind = requireOneOf('push.type', type, ['si', 'sl', 'unknown'] as const)
  const checked = checkOptions(options, CHECKS) as WapPushOptions
  const { compact = false, dataCoding, protocolId, ports = Object.create(null) as Ports } = checked
  const { destination = PUSH_PORT, source = WSP_PORT } = ports
  const headers = chooseHeaders(given, checked, kind)
  const { contentType, body } = kind === 'unknown' ? requireContent(push) : encodeDocument(push, given, kind, compact)
  const data = joined([writePushHead({ ...headers, contentType }), body])
  const header: PortsElement = { type: 'ports', bits: 16, destination, source }
  return cutBinary(checkBinary({ header: [header], data, dataCoding, protocolId }), checked, 'push', push)
}

/** Members of a push that are no members of its content. */
const HEADERS = ['transactionId', 'charset', 'applicationId'] as const
const OF_NO_DOCUMENT = ['type', ...HEADERS]

/** What the options say; what was read with the push; what is usual. @throws {SeptetError} 'invalid-type', 'invalid-value', 'conflicting-options' */
function chooseHeaders(
  given: Members,
  { transactionId, compact = false, charset, applicationId }: WapPushOptions,
  kind: 'si' | 'sl' | 'unknown',
): Omit<PushHead, 'body' | 'contentType'> {
  const read = requireHeaders(given)
  if (compact && (charset || applicationId !== undefined)) {
    throw new SeptetError(
      'conflicting-options',
      'options.compact',
      true,
      'is the form without charset and application id',
    )
  }
  const usual = wasRead(given) ? read.charset : kind === 'unknown' ? undefined : UTF_8
  const own = charset === undefined ? (compact ? undefined : usual) : charset ? UTF_8 : undefined
  return {
    transactionId: transactionId ?? read.transactionId ?? 0,
    // The document says UTF-8.
    charset: own === undefined || kind === 'unknown' ? own : UTF_8,
    applicationId: applicationId ?? (compact ? undefined : read.applicationId),
  }
}

/** Every push that is read has one. */
function wasRead({ transactionId }: Members): boolean {
  return transactionId !== undefined
}

/** Undefined where they are absent: of an object without them, a member of Object.prototype would be read. */
function requireHeaders({ transactionId, charset, applicationId }: Members): {
  [Name in keyof PushHeaders]-?: PushHeaders[Name] | undefined
} {
  return {
    transactionId:
      transactionId === undefined ? undefined : requireInteger('push.transactionId', transactionId, 0, 255),
    charset: charset === undefined ? undefined : requireInteger('push.charset', charset, 0, MOST_NUMBER),
    applicationId: applicationId === undefined ? undefined : requireNumberOrName('push.applicationId', applicationId),
  }
}

function encodeDocument(push: unknown, given: Members, kind: 'si' | 'sl', compact: boolean): PushContent {
  if (!wasRead(given)) requireSubject(given, kind === 'sl')
  return kind === 'sl'
    ? { contentType: SLC, body: encodeLoading('push', push, compact, OF_NO_DOCUMENT) }
    : { contentType: SIC, body: encodeIndication('push', push, compact, OF_NO_DOCUMENT) }
}

/** @throws {SeptetError} 'invalid-type', 'invalid-value' */
function requireContent(push: unknown): PushContent {
  const { contentType, body } = requireMembers('push', push, [...OF_NO_DOCUMENT, 'contentType', 'body'])
  const octets = requireOctets('push.body', body)
  return { contentType: requireNumberOrName('push.contentType', contentType), body: octets }
}

/** Integer-value that is read: of three octets. */
const MOST_NUMBER = 0xffffff
/** Longest name of a content type, its parameters included. */
const LONGEST_NAME = 1000
/** Text-string [WAP-230 8.4.2.1]: an octet a character; by the first one a reader tells it from a number. */
const NAME = /^[ -\x7f][^\0\u0100-\uffff]*$/

/** @throws {SeptetError} 'invalid-type', 'invalid-value' */
function requireNumberOrName(argument: string, value: unknown): number | string {
  if (typeof value !== 'string') return requireInteger(argument, value, 0, MOST_NUMBER)
  if (NAME.test(value) && value.length <= LONGEST_NAME) return value
  const message = `must be a number, or a name of 1 to ${LONGEST_NAME} characters of ASCII`
  throw new SeptetError('invalid-value', argument, value, message)
}

function requirePort(argument: string, value: unknown): number {
  return requireInteger(argument, value, 0, 0xffff)
}

function requirePorts(argument: string, value: unknown): Ports {
  const given = requireMembers(argument, value, ['destination', 'source'])
  const checked: Ports = Object.create(null)
  for (const name of ['destination', 'source'] as const) {
    if (given[name] !== undefined) checked[name] = requirePort(`${argument}.${name}`, given[name])
  }
  return checked
}

/** A document may be empty; nobody pays for such a push but by mistake. @throws {SeptetError} 'invalid-value' */
function requireSubject({ href, id, text }: Readonly<Record<string, unknown>>, isLoading: boolean): void {
  if (href === '') throw new SeptetError('invalid-value', 'push.href', href, 'is empty, and no link')
  if (isLoading || href !== undefined || id !== undefined || (text !== undefined && text !== '')) return
  throw new SeptetError('invalid-value', 'push.text', text, 'is missing, and so are href and id')
}

/**
 * Reads a WAP push, of any gateway: whatever headers the PDU has, and segments in any order. What is returned can be encoded again,
 * except a multimedia notification.
 *
 * @throws {SeptetError} what `read` throws; 'invalid-value': no 8-bit data, or not for the port; 'truncated', 'malformed':
 * the PDU or the document, with the offset in the data of all segments; 'unsupported': the charset
 * @see WAP-230 8.2.4.1, WAP-251
 * @example
 * decodeWapPush(encodeWapPush({ href: 'http://wap.ru/', text: 'wap.ru' }))
 * // { type: 'si', transactionId: 0, charset: 106, href: 'http://wap.ru/', text: 'wap.ru' }
 */
export function decodeWapPush(
  messages: ReadableMessage | readonly ReadableMessage[],
  options?: WapPushReadOptions,
): WapPush {
  const { port = PUSH_PORT } = checkOptions(options, { port: requirePort }) as WapPushReadOptions
  const { data, elements } = read(messages)
  const argument = Array.isArray(messages) ? 'messages' : 'message'
  const isPush = elements.some((element) => element.type === 'ports' && element.destination === port)
  if (data === undefined || !isPush) {
    const message = data === undefined ? 'is text, and no push' : `is not for port ${port}`
    throw new SeptetError('invalid-value', argument, messages, message)
  }
  const { body, contentType, headers } = readPdu(argument, data)
  // Parameters may follow a name.
  const code = typeof contentType === 'string' ? NAMES[contentType.split(';', 1)[0]!.trim().toLowerCase()] : contentType
  const content = data.slice(body)
  // 0 is any charset.
  const charset = headers.charset || UTF_8
  const isNotification = code === MMS && beginsNotification(content)
  if (code !== SIC && code !== SLC && !isNotification)
    return { type: 'unknown', ...headers, contentType, body: content }
  return located(
    argument,
    data,
    (offset) => body + offset,
    () => {
      if (code === SIC) return { type: 'si', ...headers, ...decodeIndication(argument, content, charset) }
      if (code === SLC) return { type: 'sl', ...headers, ...decodeLoading(argument, content, charset) }
      return { type: 'mms-notification', ...headers, notification: decodeNotification(argument, content) }
    },
  )
}

/** The PDU's head, and the members of `WapPush` that it gives. */
function readPdu(
  argument: string,
  data: Uint8Array,
): { body: number; contentType: number | string; headers: PushHeaders } {
  const head = readPushHead(data)
  if (isRefused(head)) throw refusal(argument, data, head)
  const { body, contentType, transactionId, charset, applicationId } = head
  return {
    body,
    contentType,
    headers: {
      transactionId,
      ...(charset === undefined ? {} : { charset }),
      ...(applicationId === undefined ? {} : { applicationId }),
    },
  }
}

/**
 * Reads the form in which SMS gateways take a push: the link, a line feed or CR LF, the title. An empty title is the link.
 *
 * @throws {SeptetError} 'invalid-type'; 'malformed': no line feed, or no link before it
 * @example
 * parsePush('http://wap.ru/\nwap.ru') // { type: 'si', href: 'http://wap.ru/', text: 'wap.ru' }
 */
export function parsePush(text: string): { type: 'si'; href: string; text: string } {
  const end = requireString('text', text).indexOf('\n')
  if (end < 0) throw new SeptetError('malformed', 'text', text, 'has no line feed between link and title', text.length)
  const href = text.slice(0, text.endsWith('\r', end) ? end - 1 : end)
  if (href === '') throw new SeptetError('malformed', 'text', text, 'begins with no link', 0)
  return { type: 'si', href, text: text.slice(end + 1) || href }
}
