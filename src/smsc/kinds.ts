import type { Wishes } from './content'
import type { Notices } from './notices'
import type { Values } from './parameters'
import type { Place } from './request-error'
import type { Kind } from './types'
import { digitOf, isSet } from './values'

const FLAGS = ['flash', 'push', 'hlr', 'ping', 'mms', 'mail', 'soc', 'viber', 'whatsapp', 'call'] as const

/** Kinds of message that this preview knows the cost of. */
export const PREVIEWED: ReadonlySet<Kind> = /* @__PURE__ */ new Set<Kind>([
  'sms',
  'flash',
  'bin',
  'push',
  'hlr',
  'ping',
])

/** `__CALL__` in front of a text makes it a call, whatever the flags say. */
const PREFIX = /^__([A-Z]+)__/
const PREFIXES: Readonly<Record<string, Kind>> = {
  CALL: 'call',
  VIBER: 'viber',
  SOC: 'soc',
  PING: 'ping',
  HLR: 'hlr',
  MMS: 'mms',
  MAIL: 'mail',
  WHATSAPP: 'whatsapp',
}

/** The kind of message that a request asks for; octets as they are (`bin=1`), or as hexadecimal digits (`bin=2`). */
export type Asked = { readonly kind: Exclude<Kind, 'bin'> } | { readonly kind: 'bin'; readonly form: 1 | 2 }

/** The kind that the flags ask for. Several at once are error 1, and the first of them is previewed. */
export function kindOf(values: Values, notices: Notices): Asked {
  const flags = FLAGS.filter((name) => isSet(values, name, notices))
  const form = digitOf(values, 'bin', [1, 2], notices)
  const kinds = form === 0 ? flags : (['bin', ...flags] as const)
  if (kinds.length > 1) {
    const place = { argument: kinds[1]!, value: values.get(kinds[1]!) }
    notices.fail(1, 'conflicting-parameters', place, `one kind of message at a time: ${kinds.join(', ')}`)
  }
  return form === 0 ? { kind: flags[0] ?? 'sms' } : { kind: 'bin', form }
}

/** Kinds that no text is sent of, or octets as they stand. */
const AS_IT_STANDS: ReadonlySet<Kind> = /* @__PURE__ */ new Set<Kind>(['bin', 'push', 'hlr', 'ping'])

/** What changes texts alone is wished for in vain. */
export function warnOfIgnored(values: Values, kind: Kind, { translit, tinyurl }: Wishes, notices: Notices): void {
  if (!AS_IT_STANDS.has(kind)) return
  for (const [argument, wish] of Object.entries({ translit, tinyurl })) {
    const place = { argument, value: values.get(argument) }
    if (wish) notices.warn('ignored-parameter', place, () => `is taken to do nothing to ${kind}`)
  }
}

/** What one text is: its kind, the text without the prefix that says so, and what says so. */
export interface Prefixed {
  readonly kind: Kind
  readonly text: string
  readonly place: Place
}

export function prefixed(text: string, kind: Kind, argument: string, notices: Notices): Prefixed {
  // Octets have no words in front.
  const found = kind === 'bin' ? null : PREFIX.exec(text)
  const named = found && PREFIXES[found[1]!]
  if (!named) return { kind, text, place: { argument: kind, value: 1 } }
  const place = { argument, value: found[0], offset: 0 }
  if (kind !== 'sms' && kind !== named) {
    notices.fail(
      1,
      'conflicting-parameters',
      place,
      `one kind of message at a time: ${kind}, and ${found[0]} in the text`,
    )
  }
  return { kind: named, text: text.slice(found[0].length), place }
}

/** Whether the kind is one of those that can be previewed; otherwise says so. */
export function isPreviewed({ kind, place }: Prefixed, notices: Notices): boolean {
  if (PREVIEWED.has(kind)) return true
  notices.fail(
    undefined,
    'not-previewable',
    place,
    `this kind of message is no SMS; only ${[...PREVIEWED].join(', ')} are previewed`,
  )
  return false
}
