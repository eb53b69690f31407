import type { Wishes } from './content'
import type { Notices } from './notices'
import type { Values } from './parameter-values'
import type { Place } from './request-error'
import type { Kind } from './types'
import { isSet, readDigit } from './values'

const FLAGS = ['flash', 'push', 'hlr', 'ping', 'mms', 'mail', 'soc', 'viber', 'whatsapp', 'call', 'tg'] as const

/** Kinds of message that this preview knows the cost of. */
export const PREVIEWED: ReadonlySet<Kind> = /* @__PURE__ */ new Set<Kind>([
  'sms',
  'flash',
  'bin',
  'push',
  'hlr',
  'ping',
])

/** `__CALL__` before a text makes it a call, whatever the flags say. */
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
export function readKind(values: Values, notices: Notices): Asked {
  const isBot = findBot(values).length > 0
  // A bot is of Telegram: both together are one kind.
  const flags = FLAGS.filter((name) => isSet(values, name, notices) && !(isBot && name === 'tg'))
  const form = readDigit(values, 'bin', [1, 2], notices)
  const kinds = [...(form === 0 ? [] : ['bin' as const]), ...findBot(values), ...flags]
  if (kinds.length > 1) {
    const place = { argument: kinds[1]!, value: values.get(kinds[1]!) }
    notices.fail(1, 'conflicting-parameters', place, `one kind of message at a time: ${kinds.join(', ')}`)
  }
  const [kind = 'sms'] = kinds
  return kind === 'bin' ? { kind, form: form as 1 | 2 } : { kind }
}

/** A name of a bot makes it a message of that bot. */
function findBot(values: Values): 'bot'[] {
  return ['', '0'].includes((values.get('bot') ?? '').trim()) ? [] : ['bot']
}

/** Kinds that no text is sent of, or octets as they are. */
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

/** The word for a kind that begins a text, `__CALL__`; octets have none. */
function findWord(text: string, kind: Kind): RegExpExecArray | undefined {
  const found = kind === 'bin' ? null : PREFIX.exec(text)
  return found && Object.hasOwn(PREFIXES, found[1]!) ? found : undefined
}

/** The kind that a text makes itself, or else that of the flags. */
export function namedKind(text: string, kind: Kind): Kind {
  const word = findWord(text, kind)
  return word ? PREFIXES[word[1]!]! : kind
}

export function prefixed(text: string, kind: Kind, argument: string, notices: Notices): Prefixed {
  const word = findWord(text, kind)
  if (!word) return { kind, text, place: { argument: kind, value: 1 } }
  const named = namedKind(text, kind)
  const place = { argument, value: word[0], offset: 0 }
  if (kind !== 'sms' && kind !== named) {
    const message = `one kind of message at a time: ${kind}, and ${word[0]} in the text`
    notices.fail(1, 'conflicting-parameters', place, message)
  }
  return { kind: named, text: text.slice(word[0].length), place }
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
