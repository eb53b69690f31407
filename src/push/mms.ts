// WAP-209 6.2 and 7: the notification of a waiting multimedia message, as a push carries it. Clause 7.2 defines its
// fields.
import { isRefused } from '../core/push'
import { type ReadFieldOctets, readFieldOctets } from '../core/push-pdu'
import { UTF_8 } from '../core/wbxml'
import { SeptetError } from '../errors'
import { decodeUnits } from '../octets'
import { decodeText, isWide } from './charsets'
import { createRefusal, requireContentOctets } from './wbxml'

/** A multimedia message that waits at its server. Fields that the notification does not have are left out. */
export interface MmsNotification {
  /** X-Mms-Transaction-ID. */
  transactionId?: string
  /** X-Mms-MMS-Version, such as `1.0`. */
  version?: string
  /** The sender as written, such as `+34600123456/TYPE=PLMN`; left out if it is hidden. */
  from?: string
  subject?: string
  /** `personal`, `advertisement`, `informational`, `auto`, or a name. */
  messageClass?: string
  /** X-Mms-Message-Size: octets, approximately. */
  size?: number
  /** How long the message waits: seconds from now on, or a time as `YYYY-MM-DDThh:mm:ssZ`. */
  expiry?: { seconds: number } | { date: string }
  /** The address from which it is loaded. */
  contentLocation?: string
  deliveryReport?: boolean
  priority?: 'low' | 'normal' | 'high'
  /** Other fields, and fields whose value has another form: number (80 to FF) or name, and the octets of the value. */
  others?: MmsField[]
}

/** A field, not decoded. */
export interface MmsField {
  field: number | string
  value: Uint8Array
}

const MESSAGE_TYPE = 0x8c
const NOTIFICATION = 0x82
const CLASSES = ['personal', 'advertisement', 'informational', 'auto']
const PRIORITIES = ['low', 'normal', 'high']

/** The first octets of an address and of a time. */
const ADDRESS_PRESENT = 0x80
const INSERT_ADDRESS = 0x81
const ABSOLUTE = 0x80
const RELATIVE = 0x81

/** What a value says; undefined if it has another form. */
type Read = (content: Uint8Array, value: Uint8Array) => Partial<MmsNotification> | undefined

/**
 * For each field number: its member, and how to read it. The reader gets the octets of the value without and with their
 * length.
 */
const FIELDS: Readonly<Record<number, Read>> = {
  131: (_, value) => createMember('contentLocation', readPlainText(value)),
  134: ([octet]) => (octet === 0x80 || octet === 0x81 ? { deliveryReport: octet === 0x80 } : undefined),
  136: (content) => createMember('expiry', readExpiry(content)),
  137: readSender,
  138: ([octet = 0], value) =>
    createMember('messageClass', octet < 0x80 ? readPlainText(value) : CLASSES[octet - 0x80]),
  141: ([octet = 0]) => (octet < 0x80 ? undefined : { version: readVersion(octet) }),
  142: (_, value) => createMember('size', readInteger(value)),
  143: ([octet = 0]) => createMember('priority', PRIORITIES[octet - 0x80] as 'low'),
  150: (_, value) => createMember('subject', readText(value)),
  152: (_, value) => createMember('transactionId', readPlainText(value)),
}

function createMember<Name extends keyof MmsNotification>(
  name: Name,
  value: MmsNotification[Name],
): Partial<MmsNotification> | undefined {
  return value === undefined ? undefined : { [name]: value }
}

/**
 * Reads the body of a push of type `application/vnd.wap.mms-message`: m-notification-ind. If a field is repeated, the
 * last one counts.
 *
 * @param octets the body, at most the octets of 255 segments
 * @returns the fields of the notification
 * @throws {SeptetError} 'truncated', 'malformed': with the offset, also if it is not a notification; 'invalid-type'
 * @see WAP-209 6.2, 7
 * @example
 * decodeMmsNotification(fromHex('8C829854376131008D908A808368747470733A2F2F6D2E652F7800'))
 * // { transactionId: 'T7a1', version: '1.0', messageClass: 'personal', contentLocation: 'https://m.e/x' }
 */
export function decodeMmsNotification(octets: Uint8Array): MmsNotification {
  return decodeNotification('octets', octets)
}

/** The same for an argument of any name. */
export function decodeNotification(argument: string, value: unknown): MmsNotification {
  const octets = requireContentOctets(argument, value)
  const fields = readFieldOctets(octets)
  if (isRefused(fields)) throw createRefusal(argument, octets, fields)
  if (!isNotification(fields)) throw new SeptetError('malformed', argument, octets, 'is no MMS notification', 0)
  const notification: MmsNotification = {}
  const others: MmsField[] = []
  for (const { name, value, content } of fields) {
    if (name === MESSAGE_TYPE) continue
    const read = typeof name === 'number' ? FIELDS[name]?.(content, value) : undefined
    if (read === undefined) others.push({ field: name, value: value.slice() })
    else Object.assign(notification, read)
  }
  if (others.length > 0) notification.others = others
  return notification
}

function isNotification([first]: readonly ReadFieldOctets[]): boolean {
  return first?.name === MESSAGE_TYPE && first.value[0] === NOTIFICATION
}

/** Whether a body of that content type begins like a notification. Other messages have the same type. */
export function beginsNotification(body: Uint8Array): boolean {
  return body[0] === MESSAGE_TYPE && body[1] === NOTIFICATION
}

/** A hidden sender is left out. */
function readSender(content: Uint8Array): Partial<MmsNotification> | undefined {
  if (content[0] === INSERT_ADDRESS && content.length === 1) return {}
  return content[0] === ADDRESS_PRESENT ? createMember('from', readText(content.subarray(1))) : undefined
}

/** The last second of the year 9999. */
const LAST_SECOND = 253_402_300_799

function readExpiry(content: Uint8Array): MmsNotification['expiry'] {
  const seconds = readInteger(content.subarray(1))
  if (seconds === undefined) return undefined
  if (content[0] === RELATIVE) return { seconds }
  if (content[0] !== ABSOLUTE || seconds > LAST_SECOND) return undefined
  return { date: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') }
}

/** Three bits and four. A minor version of 15 means that there is none [7.2.16]. */
function readVersion(octet: number): string {
  const major = (octet >> 4) & 7
  const minor = octet & 15
  return minor === 15 ? `${major}` : `${major}.${minor}`
}

/** Short-integer or Long-integer [WAP-230 8.4.2.1]; undefined if it is neither, or too large to be exact. */
function readInteger(octets: Uint8Array): number | undefined {
  const [first] = octets
  if (first === undefined) return undefined
  if (octets.length === 1) return first < 0x80 ? undefined : first & 0x7f
  if (first !== octets.length - 1) return undefined
  const value = octets.subarray(1).reduce((sum, octet) => sum * 256 + octet, 0)
  return Number.isSafeInteger(value) ? value : undefined
}

/** Text-string: characters and NUL. A quote before an octet above 7F is not part of them [8.4.2.1]. */
function readPlainText(octets: Uint8Array): string | undefined {
  const [first = 0] = octets
  if (first !== 0 && (first < 0x20 || first > 0x7f)) return undefined
  if (octets.indexOf(0) !== octets.length - 1) return undefined
  const text = octets.subarray(first === 0x7f ? 1 : 0, -1)
  // No charset is named. Senders write UTF-8, or their own charset.
  return decodeText(text, UTF_8) ?? decodeUnits(text)
}

/** Encoded-string-value: text, or a length, a charset and text. */
function readText(octets: Uint8Array): string | undefined {
  const [first = 0] = octets
  if (first > 0x1f || octets.length === 1) return readPlainText(octets)
  let at = 1
  if (first === 0x1f) while (at < octets.length && octets[at++]! >= 0x80) {}
  const width = octets[at]! >= 0x80 ? 1 : 1 + octets[at]!
  const charset = readInteger(octets.subarray(at, at + width))
  const text = octets.subarray(at + width)
  if (charset === undefined) return undefined
  const hasPairs = isWide(charset) && text.length % 2 === 0
  const ending = hasPairs ? 2 : 1
  const isEnded = text.length >= ending && text.at(-1) === 0 && text.at(-ending) === 0
  const whole = isEnded ? text.subarray(0, -ending) : text
  // A quote before the text belongs to it only in a charset of single octets.
  return decodeText(!hasPairs && whole[0] === 0x7f ? whole.subarray(1) : whole, charset)
}
