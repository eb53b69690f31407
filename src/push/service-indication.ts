import { requireArray, requireMembers, requireOneOf } from '../arguments'
import { MOST_OCTETS } from '../core/push'
import {
  readIndication,
  SI_ACTION,
  SI_CLASS,
  SI_CREATED,
  SI_EXPIRES,
  SI_HREF,
  SI_ID,
  SI_TEXT,
  SI_TEXT_OF_ITEM,
  UTF_8,
  writeIndication,
} from '../core/wbxml'
import { SeptetError } from '../errors'
import { type Field, isDate, readFields, requireDate, requireDocument, requireInline } from './wbxml'

/** A link with a text that the phone shows (WAP-167). */
export interface ServiceIndication {
  /** Where the link leads. Without it, the indication only shows its text. */
  href?: string
  /** What the phone shows. */
  text: string
  /** si-id: an indication replaces an earlier one with the same id. Default: the href. */
  id?: string
  /** `YYYY-MM-DDThh:mm:ssZ`, in UTC. An older indication of the same id does not replace a newer one. */
  created?: string
  /** When the phone deletes it, in the same form. */
  expires?: string
  /** How the phone announces it. Default `'signal-medium'`. `'delete'` deletes the indication with the same id. */
  action?: 'signal-none' | 'signal-low' | 'signal-medium' | 'signal-high' | 'delete'
  /** Further information. */
  info?: IndicationItem[]
}

/** An item of `info`. */
export interface IndicationItem {
  class?: string
  text: string
}

/** An item to write. `value` is another name of its `text`. */
export type IndicationItemInput = IndicationItem | { class?: string; value: string }

/** What `encodeServiceIndication` takes: what decoding returns, where a time may also be a Date. */
export interface ServiceIndicationInput extends Omit<ServiceIndication, 'text' | 'created' | 'expires' | 'info'> {
  text?: string
  created?: string | Date
  expires?: string | Date
  info?: readonly IndicationItemInput[]
}

const ACTIONS = ['signal-none', 'signal-low', 'signal-medium', 'signal-high', 'delete'] as const

/** The members of a Service Indication. */
export const INDICATION_MEMBERS = ['href', 'text', 'id', 'created', 'expires', 'action', 'info']

/**
 * Encodes a Service Indication as WBXML 1.2 in UTF-8. Each known beginning and part of the link is written as a token.
 *
 * @param indication the link and its text, in the form of `ServiceIndication`
 * @returns the octets of the document
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a wrong member: a date that does not exist, a NUL or half a
 * surrogate pair in a string, `'delete'` without id and href; 'too-many-segments': longer than any message
 * @see WAP-167, WAP-192
 * @example
 * toHex(encodeServiceIndication({ href: 'http://wap.ru/', text: 'wap.ru' }))
 * // '02056A0045C60C037761702E72752F0001037761702E7275000101'
 */
export function encodeServiceIndication(indication: ServiceIndicationInput): Uint8Array {
  return encodeIndication('indication', indication, false)
}

/**
 * The same. `compact` uses only the tokens that every gateway writes. `others` are members that do not belong to the
 * document.
 */
export function encodeIndication(
  argument: string,
  indication: unknown,
  compact: boolean,
  others: readonly string[] = [],
): Uint8Array {
  const given = requireMembers(argument, indication, [...INDICATION_MEMBERS, ...others])
  const requireOptional = (name: string, require: (argument: string, value: unknown) => string) =>
    given[name] === undefined ? undefined : require(`${argument}.${name}`, given[name])
  const href = requireOptional('href', requireInline)
  const id = requireOptional('id', requireInline)
  const created = requireOptional('created', requireDate)
  const expires = requireOptional('expires', requireDate)
  const text = requireOptional('text', requireInline) ?? ''
  const action = given.action === undefined ? 0 : encodeAction(`${argument}.action`, given.action)
  if (given.action === 'delete' && href === undefined && id === undefined) {
    throw new SeptetError('invalid-value', `${argument}.id`, undefined, 'or href must say what to delete')
  }
  const items = given.info === undefined ? [] : requireItems(`${argument}.info`, given.info)
  const strings = { href, id, created, expires, text, items }
  return requireDocument(argument, indication, writeIndication(strings, action, compact))
}

function requireItems(argument: string, info: unknown): { class: string; text: string }[] {
  const list = requireArray(argument, info)
  // Each item takes at least one octet. This check stops an array of billions of empty places.
  if (list.length > MOST_OCTETS) requireDocument(argument, info, undefined)
  return Array.from(list, (item, index) => {
    const path = `${argument}[${index}]`
    const given = requireMembers(path, item, ['class', 'text', 'value'])
    if (given.text !== undefined && given.value !== undefined) {
      throw new SeptetError(
        'conflicting-options',
        `${path}.value`,
        given.value,
        'is another name of text, which is given too',
      )
    }
    const name = given.value === undefined ? 'text' : 'value'
    return {
      class: given.class === undefined ? '' : requireInline(`${path}.class`, given.class),
      text: requireInline(`${path}.${name}`, given[name]),
    }
  })
}

function encodeAction(argument: string, action: unknown): number {
  return SI_ACTION + ACTIONS.indexOf(requireOneOf(argument, action, ACTIONS as readonly unknown[]) as 'delete')
}

/**
 * Reads a Service Indication: WBXML 1.1 to 1.3, string tables, any declared charset that the runtime has, info and
 * items.
 *
 * @param octets the document
 * @returns its link, text and other members; what it does not have is left out
 * @throws {SeptetError} 'truncated', 'malformed': with the offset; 'unsupported': the charset; 'invalid-type'
 * @see WAP-167, WAP-192
 * @example
 * decodeServiceIndication(encodeServiceIndication({ href: 'http://wap.ru/', text: 'wap.ru' }))
 * // { href: 'http://wap.ru/', text: 'wap.ru' }
 */
export function decodeServiceIndication(octets: Uint8Array): ServiceIndication {
  return decodeIndication('octets', octets)
}

/** The same for an argument of any name. `charset` is used for a document that names none. */
export function decodeIndication(argument: string, octets: Uint8Array, charset = UTF_8): ServiceIndication {
  const fields = readFields(argument, octets, (document) => readIndication(document, charset))
  const indication: ServiceIndication = { text: '' }
  const items: IndicationItem[] = []
  for (const field of fields) {
    const { kind, text } = field
    if (kind === SI_HREF) indication.href = text
    else if (kind === SI_ID) indication.id = text
    else if (kind === SI_CREATED) indication.created = readDate(argument, octets, field)
    else if (kind === SI_EXPIRES) indication.expires = readDate(argument, octets, field)
    else if (kind === SI_TEXT) indication.text = text
    else if (kind === SI_CLASS) items.push({ ...(text === '' ? {} : { class: text }), text: '' })
    else if (kind === SI_TEXT_OF_ITEM) items.at(-1)!.text = text
    else indication.action = ACTIONS[kind - SI_ACTION]!
  }
  if (items.length > 0) indication.info = items
  return indication
}

function readDate(argument: string, octets: Uint8Array, { text, offset }: Field): string {
  if (isDate(text)) return text
  if (text === '') throw new SeptetError('malformed', argument, octets, 'has an empty date', offset)
  throw new SeptetError('malformed', argument, octets, `has a date that does not exist: ${text}`, offset)
}
