// TS 23.040 9.2.3.19: TP-Command-Type, what the service centre is to do with an earlier message.
import type { Meaning } from './types'

const MEANINGS = [
  'tell what became of the message',
  'cancel the request for a status report',
  'delete the message',
  'request a status report',
]

/** From here on the values are the service centre's own. */
const OWN = 0xe0

/**
 * What a command asks for.
 *
 * @param code TP-CT, 0 to 255
 * @returns the code as it is given, and its meaning
 * @see 3GPP TS 23.040 9.2.3.19
 * @example
 * describeCommand(2) // { code: 2, meaning: 'delete the message' }
 */
export function describeCommand(code: number): Meaning {
  return { code, meaning: MEANINGS[code] ?? (code >= OWN ? 'a command of the service centre' : 'reserved') }
}
