// SMPP 3.4 5.2.28, 5.0 4.7.15, and table B-2: message_state, its numbers and the words of receipts.

/** What became of a message. `'accepted'` is final in SMPP (read on the subscriber's behalf); gateways send it on the way too. */
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

/** message_state, by its numbers from 0 [5.2.28; 5.0 4.7.15]. */
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

/** Words that gateways send in place of those. */
const VARIANTS: Readonly<Record<string, MessageState>> = {
  DELIVERED: 'delivered',
  UNDELIVERABLE: 'undeliverable',
  UNDELIVERED: 'undeliverable',
  FAILED: 'undeliverable',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
}

/** The word of table B-2 for a state. */
export function statOf(state: MessageState): string {
  return STATS[STATES.indexOf(state)]!
}

/** The state of a word, in upper or lower case; `undefined` where it is a gateway's own. */
export function stateOfWord(stat: string): MessageState | undefined {
  const word = stat.toUpperCase()
  const place = (STATS as readonly string[]).indexOf(word)
  return STATES[place] ?? (Object.hasOwn(VARIANTS, word) ? VARIANTS[word] : undefined)
}
