import type { Wishes } from '../content'
import type { Notices } from '../notices'
import type { Values } from '../request/parameter-values'
import type { RequestPlace } from '../request-error'
import type { Kind } from '../types'
import { isSet, readDigit } from './values'

const FLAGS = ['flash', 'push', 'hlr', 'ping', 'mms', 'mail', 'soc', 'viber', 'whatsapp', 'call', 'tg'] as const

/** Kinds of message whose cost this preview knows. */
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

/**
 * The kind of message that a request asks for. `form` is 1 for octets (`bin=1`) and 2 for hexadecimal digits (`bin=2`).
 */
export type AskedKind = { readonly kind: Exclude<Kind, 'bin'> } | { readonly kind: 'bin'; readonly form: 1 | 2 }

/** The kind that the flags ask for. Several kinds are error 1, and the first one is previewed. */
export function readKind(values: Values, notices: Notices): AskedKind {
  const isBot = findBot(values).length > 0
  // A bot belongs to Telegram, so both flags together are one kind.
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

/** A request with the name of a bot is a message of that bot. */
function findBot(values: Values): 'bot'[] {
  return ['', '0'].includes((values.get('bot') ?? '').trim()) ? [] : ['bot']
}

/** Kinds that send no text, or send octets as given. */
const SENT_AS_GIVEN: ReadonlySet<Kind> = /* @__PURE__ */ new Set<Kind>(['bin', 'push', 'hlr', 'ping'])

/** Warns about parameters that change only texts, where the kind sends no text. */
export function warnOfIgnored(values: Values, kind: Kind, { translit, tinyurl }: Wishes, notices: Notices): void {
  if (!SENT_AS_GIVEN.has(kind)) return
  for (const [argument, wish] of Object.entries({ translit, tinyurl })) {
    const place = { argument, value: values.get(argument) }
    if (wish) notices.warn('ignored-parameter', place, () => `is taken to have no effect on ${kind}`)
  }
}

/** One text: its kind, the text without a prefix such as `__CALL__`, and the parameter or prefix that gave the kind. */
export interface Prefixed {
  readonly kind: Kind
  readonly text: string
  readonly place: RequestPlace
}

/** Finds the prefix that gives a kind, such as `__CALL__`. Octets have none. */
function matchPrefix(text: string, kind: Kind): RegExpExecArray | undefined {
  const found = kind === 'bin' ? null : PREFIX.exec(text)
  return found && Object.hasOwn(PREFIXES, found[1]!) ? found : undefined
}

/** Finds the kind that the text itself gives, or else the kind of the flags. */
export function findKind(text: string, kind: Kind): Kind {
  const word = matchPrefix(text, kind)
  return word ? PREFIXES[word[1]!]! : kind
}

/** Splits off the prefix that gives a kind. A kind that contradicts the flags is error 1. */
export function splitPrefix(text: string, kind: Kind, argument: string, notices: Notices): Prefixed {
  const word = matchPrefix(text, kind)
  if (!word) return { kind, text, place: { argument: kind, value: 1 } }
  const named = findKind(text, kind)
  const place = { argument, value: word[0], offset: 0 }
  if (kind !== 'sms' && kind !== named) {
    const message = `one kind of message at a time: ${kind}, and ${word[0]} in the text`
    notices.fail(1, 'conflicting-parameters', place, message)
  }
  return { kind: named, text: text.slice(word[0].length), place }
}

/** Whether the kind can be previewed. If not, it adds an error. */
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
