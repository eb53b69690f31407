// TS 23.040 9.2.3.19: TP-Command-Type, what the service centre must do with an earlier message.
import type { Meaning } from './field-types'

const MEANINGS = [
  'tell what happened to the message',
  'cancel the request for a status report',
  'delete the message',
  'request a status report',
]

/** From this value on, codes belong to the service centre. */
const OWN = 0xe0

/**
 * Describes what a command asks for.
 *
 * @param code TP-CT, 0 to 255
 * @returns the code, and its meaning in words
 * @see 3GPP TS 23.040 9.2.3.19
 * @example
 * describeCommand(2) // { code: 2, meaning: 'delete the message' }
 */
export function describeCommand(code: number): Meaning {
  return { code, meaning: MEANINGS[code] ?? (code >= OWN ? 'a command of the service centre' : 'reserved') }
}
