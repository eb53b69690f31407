import type { Notices } from './notices'
import type { Parameters } from './parameters'
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

/** The kind that the flags ask for. Several at once are error 1, and the first of them is previewed. */
export function kindOf(parameters: Parameters, notices: Notices): Kind {
  const kinds: Kind[] = FLAGS.filter((name) => isSet(parameters, name, notices))
  if (digitOf(parameters, 'bin', [1, 2], notices) !== 0) kinds.unshift('bin')
  if (kinds.length > 1) {
    const place = { argument: kinds[1]!, value: parameters.values.get(kinds[1]!) }
    notices.fail(1, 'conflicting-parameters', place, `one kind of message at a time: ${kinds.join(', ')}`)
  }
  return kinds[0] ?? 'sms'
}

/** The kind of one text, and the text without the prefix that says so. */
export function prefixed(text: string, kind: Kind, notices: Notices): { kind: Kind; text: string } {
  const found = PREFIX.exec(text)
  const named = found && PREFIXES[found[1]!]
  if (!named) return { kind, text }
  if (kind !== 'sms' && kind !== named) {
    const place = { argument: 'mes', value: found[0], offset: 0 }
    notices.fail(
      1,
      'conflicting-parameters',
      place,
      `one kind of message at a time: ${kind}, and ${found[0]} in the text`,
    )
  }
  return { kind: named, text: text.slice(found[0].length) }
}

/** Whether the kind is one of those that can be previewed; otherwise says so. */
export function isPreviewed(kind: Kind, notices: Notices): boolean {
  if (PREVIEWED.has(kind)) return true
  const place = { argument: kind, value: 1 }
  notices.fail(
    undefined,
    'not-previewable',
    place,
    `this kind of message is no SMS; only ${[...PREVIEWED].join(', ')} are previewed`,
  )
  return false
}
