// WAP-251, WAP-235: a Service Indication or Loading, or content of any type, as the short messages of a push.
import {
  type Members,
  requireBoolean,
  requireInteger,
  requireMembers,
  requireObject,
  requireOctets,
  requireOneOf,
} from '../arguments'
import { type PushHead, writePushHead } from '../core/push-pdu'
import { UTF_8 } from '../core/wbxml'
import { SeptetError } from '../errors'
import { checkBinary, cutBinary, type ReferenceOptions } from '../message/binary'
import { joinOctets } from '../octets'
import { checkOptions, checkReference, checkReferenceBits } from '../text/options'
import type { ShortMessage } from '../types'
import type { PortsElement } from '../types/information-elements'
import { PUSH_PORT, requirePort, WSP_PORT } from './ports'
import { encodeIndication, INDICATION_MEMBERS, type ServiceIndicationInput } from './service-indication'
import { encodeLoading, type ServiceLoading } from './service-loading'
import { type PushContent, type PushHeaders, SIC, SLC } from './wap-push'

/**
 * What `encodeWapPush` takes. Where `type` is left out, it is `'unknown'` if there is a content type, else `'si'`. It
 * takes what `decodeWapPush` returns, except a notification: given a `transactionId`, it writes the headers that were
 * read, unless options say otherwise.
 */
export type WapPushInput = Partial<PushHeaders> &
  (
    | ({ type?: 'si' } & ServiceIndicationInput)
    | ({ type: 'sl' } & ServiceLoading)
    | ({ type?: 'unknown' } & PushContent)
  )

/** How a push is written. */
export interface WapPushOptions extends ReferenceOptions {
  /** WSP transaction, 0 to 255. Default 0. */
  transactionId?: number
  /**
   * The form that SMS gateways document: the content type is the only header, and `http://` and `https://` are the only
   * tokens.
   */
  compact?: boolean
  /**
   * Whether the content type names the charset UTF-8. Default `true`; in the compact form and for other content
   * `false`.
   */
  charset?: boolean
  /** X-Wap-Application-Id, 0 to 65535. 2 is the WML user agent, which a phone assumes if there is none. */
  applicationId?: number
  /** Ports of the header, 0 to 65535. Default: destination 2948, source 9200. */
  ports?: Ports
  /** TP-DCS: 8-bit data, 0x04, or of class 1, 0xF5. Default 0x04. */
  dataCoding?: 0x04 | 0xf5
  /** TP-PID. Default 0. */
  protocolId?: number
}

/** Ports of a push: where it goes, and where it comes from. */
type Ports = { destination?: number; source?: number }

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
 * Encodes a WAP push: a document, or content of any type, in a WSP push PDU, after a header with ports 2948 and 9200 or
 * others that are given. One segment has 133 octets. Each of several has 128 with an 8-bit reference.
 *
 * @param push the link, or content of any type with its `contentType`
 * @param options ports, headers, and how it is written
 * @returns the segments, in order
 * @throws {SeptetError} what `encodeServiceIndication` and `encodeServiceLoading` throw; 'too-many-segments': more than
 * 255; 'invalid-value': an empty link, or no link, identifier and text; 'unknown-option', 'invalid-type',
 * 'invalid-value': an option; 'conflicting-options': `compact` with a further header
 * @see WAP-230 8.2.4.1, WAP-251, WAP-259
 * @example
 * const [message] = encodeWapPush({ href: 'http://wap.ru/', text: 'wap.ru' }, { compact: true, transactionId: 0xdc })
 * toHex(message.userData)
 * // '0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101'
 */
export function encodeWapPush(push: WapPushInput, options?: WapPushOptions): ShortMessage[] {
  const given = requireObject('push', push, ['type', 'contentType', 'body', ...INDICATION_MEMBERS, ...HEADERS])
  const { type = given.contentType === undefined ? 'si' : 'unknown' } = given
  const kind = requireOneOf('push.type', type, ['si', 'sl', 'unknown'] as const)
  const checked = checkOptions(options, CHECKS) as WapPushOptions
  const { compact = false, dataCoding, protocolId, ports = Object.create(null) as Ports } = checked
  const { destination = PUSH_PORT, source = WSP_PORT } = ports
  const headers = chooseHeaders(given, checked, kind)
  const { contentType, body } = kind === 'unknown' ? requireContent(given) : encodeDocument(given, kind, compact)
  const data = joinOctets([writePushHead({ ...headers, contentType }), body])
  const header: PortsElement = { type: 'ports', bits: 16, destination, source }
  return cutBinary(checkBinary({ header: [header], data, dataCoding, protocolId }), checked, 'push', push)
}

/** Members of a push that do not belong to its content. */
const HEADERS = ['transactionId', 'charset', 'applicationId'] as const
const OF_NO_DOCUMENT = ['type', ...HEADERS]

/**
 * What the options say, else what was read with the push, else the default.
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'conflicting-options'
 */
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
  const usual = isRead(given) ? read.charset : kind === 'unknown' ? undefined : UTF_8
  const own = charset === undefined ? (compact ? undefined : usual) : charset ? UTF_8 : undefined
  return {
    transactionId: transactionId ?? read.transactionId ?? 0,
    // The document itself says UTF-8.
    charset: own === undefined || kind === 'unknown' ? own : UTF_8,
    applicationId: applicationId ?? (compact ? undefined : read.applicationId),
  }
}

/** Every push that was read has this member. */
function isRead({ transactionId }: Members): boolean {
  return transactionId !== undefined
}

/** Undefined if they are absent. Without this, an object could read them from Object.prototype. */
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

function encodeDocument(given: Members, kind: 'si' | 'sl', compact: boolean): PushContent {
  if (!isRead(given)) requireSubject(given, kind === 'sl')
  return kind === 'sl'
    ? { contentType: SLC, body: encodeLoading('push', given, compact, OF_NO_DOCUMENT) }
    : { contentType: SIC, body: encodeIndication('push', given, compact, OF_NO_DOCUMENT) }
}

/** @throws {SeptetError} 'invalid-type', 'invalid-value' */
function requireContent(given: Members): PushContent {
  const { contentType, body } = requireMembers('push', given, [...OF_NO_DOCUMENT, 'contentType', 'body'])
  const octets = requireOctets('push.body', body)
  return { contentType: requireNumberOrName('push.contentType', contentType), body: octets }
}

/** The largest Integer-value that can be read: three octets. */
const MOST_NUMBER = 0xffffff
/** The longest name of a content type, with its parameters. */
const LONGEST_NAME = 1000
/** Text-string [WAP-230 8.4.2.1]: one octet a character. Its first octet shows that it is not a number. */
const NAME = /^[ -\x7f][^\0\u0100-\uffff]*$/

/** @throws {SeptetError} 'invalid-type', 'invalid-value' */
function requireNumberOrName(argument: string, value: unknown): number | string {
  if (typeof value !== 'string') return requireInteger(argument, value, 0, MOST_NUMBER)
  if (NAME.test(value) && value.length <= LONGEST_NAME) return value
  const message = `must be a number, or a name of 1 to ${LONGEST_NAME} characters of ASCII`
  throw new SeptetError('invalid-value', argument, value, message)
}

function requirePorts(argument: string, value: unknown): Ports {
  const given = requireMembers(argument, value, ['destination', 'source'])
  const checked: Ports = Object.create(null)
  for (const name of ['destination', 'source'] as const) {
    if (given[name] !== undefined) checked[name] = requirePort(`${argument}.${name}`, given[name])
  }
  return checked
}

/** The format allows an empty document, but such a push can only be a mistake. @throws {SeptetError} 'invalid-value' */
function requireSubject({ href, id, text }: Readonly<Record<string, unknown>>, isLoading: boolean): void {
  if (href === '') throw new SeptetError('invalid-value', 'push.href', href, 'is empty, and no link')
  if (isLoading || href !== undefined || id !== undefined || (text !== undefined && text !== '')) return
  throw new SeptetError('invalid-value', 'push.text', text, 'is missing, and so are href and id')
}
