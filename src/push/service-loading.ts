import { requireMembers, requireOneOf } from '../arguments'
import { readLoading, SL_ACTION, SL_HREF, UTF_8, writeLoading } from '../core/wbxml'
import { SeptetError } from '../errors'
import { readFields, requireDocument, requireInline } from './wbxml'

/** A link that the phone loads without asking (WAP-168). */
export interface ServiceLoading {
  href: string
  /** Default `'execute-low'`. */
  action?: 'execute-low' | 'execute-high' | 'cache'
}

const ACTIONS = ['execute-low', 'execute-high', 'cache'] as const

/**
 * Encodes a Service Loading as WBXML 1.2 in UTF-8.
 *
 * @param loading the link, and how it is loaded
 * @returns the octets of the document
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a wrong member, a NUL or half a surrogate pair in the link;
 * 'too-many-segments': longer than any message
 * @see WAP-168, WAP-192
 * @example
 * encodeServiceLoading({ href: 'http://www.xyz.com/' })
 * // Uint8Array [ 0x02, 0x06, 0x6a, 0x00, 0x85, 0x0a, 0x03, 0x78, 0x79, 0x7a, 0x00, 0x85, 0x01 ]
 */
export function encodeServiceLoading(loading: ServiceLoading): Uint8Array {
  return encodeLoading('loading', loading, false)
}

/**
 * The same. `compact` uses only the tokens that every gateway writes. `others` are members that do not belong to the
 * document.
 */
export function encodeLoading(
  argument: string,
  loading: unknown,
  compact: boolean,
  others: readonly string[] = [],
): Uint8Array {
  const given = requireMembers(argument, loading, ['href', 'action', ...others])
  const href = requireInline(`${argument}.href`, given.href)
  const { action } = given
  const token =
    action === undefined
      ? 0
      : SL_ACTION + ACTIONS.indexOf(requireOneOf(`${argument}.action`, action as 'cache', ACTIONS))
  return requireDocument(argument, loading, writeLoading(href, token, compact))
}

/**
 * Reads a Service Loading, with the same versions and charsets as `decodeServiceIndication`.
 *
 * @param octets the document
 * @returns its link, and its action if it has one
 * @throws {SeptetError} 'truncated', 'malformed': with the offset; 'unsupported': the charset; 'invalid-type'
 * @see WAP-168, WAP-192
 * @example
 * decodeServiceLoading(encodeServiceLoading({ href: 'http://www.xyz.com/', action: 'cache' }))
 * // { href: 'http://www.xyz.com/', action: 'cache' }
 */
export function decodeServiceLoading(octets: Uint8Array): ServiceLoading {
  return decodeLoading('octets', octets)
}

/** The same for an argument of any name. `charset` is used for a document that names none. */
export function decodeLoading(argument: string, octets: Uint8Array, charset = UTF_8): ServiceLoading {
  const fields = readFields(argument, octets, (document) => readLoading(document, charset))
  const href = fields.filter(({ kind }) => kind === SL_HREF).at(-1)
  const action = fields.filter(({ kind }) => kind !== SL_HREF).at(-1)
  if (href === undefined) {
    throw new SeptetError('malformed', argument, octets, 'has no link', octets.length)
  }
  return { href: href.text, ...(action && { action: ACTIONS[action.kind - SL_ACTION]! }) }
}
