// SMPP 3.4 5.2.28, 5.0 4.7.15, and table B-2: message_state, its numbers and the words that receipts use.

/**
 * What happened to a message. `'accepted'` is final in SMPP (read for the subscriber), but gateways also send it before
 * the end.
 */
export type MessageState =
  | 'scheduled'
  | 'enroute'
  | 'delivered'
  | 'expired'
  | 'deleted'
  | 'undeliverable'
  | 'accepted'
  | 'unknown'
  | 'rejected'
  | 'skipped'

/** message_state: the states by their numbers, from 0 [5.2.28; 5.0 4.7.15]. */
export const STATES: readonly MessageState[] = [
  'scheduled',
  'enroute',
  'delivered',
  'expired',
  'deleted',
  'undeliverable',
  'accepted',
  'unknown',
  'rejected',
  'skipped',
]

/** The words of table B-2, and ENROUTE, in the order of the states. */
const STATS = [
  'SCHEDULED',
  'ENROUTE',
  'DELIVRD',
  'EXPIRED',
  'DELETED',
  'UNDELIV',
  'ACCEPTD',
  'UNKNOWN',
  'REJECTD',
  'SKIPPED',
] as const

/** Words that gateways send instead of those. */
const VARIANTS: Readonly<Record<string, MessageState>> = {
  DELIVERED: 'delivered',
  UNDELIVERABLE: 'undeliverable',
  UNDELIVERED: 'undeliverable',
  FAILED: 'undeliverable',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
}

/** The word of table B-2 for a state. */
export function formatStat(state: MessageState): string {
  return STATS[STATES.indexOf(state)]!
}

/** The state for a word, in upper or lower case; `undefined` for a gateway's own word. */
export function parseStat(stat: string): MessageState | undefined {
  const word = stat.toUpperCase()
  const place = (STATS as readonly string[]).indexOf(word)
  return STATES[place] ?? (Object.hasOwn(VARIANTS, word) ? VARIANTS[word] : undefined)
}
