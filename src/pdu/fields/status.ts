// TS 23.040 9.2.3.15: TP-Status, what happened to a message. Bits 6 and 5 are the class, bit 7 is reserved.
import type { Status } from './field-types'

const ERRORS = [
  'congestion',
  'the receiver is busy',
  'no response from the receiver',
  'service rejected',
  'quality of service not available',
  'error in the receiver',
]

/** For each class, the values that the standard names, in order from its first. */
const CLASSES: readonly { outcome: Status['outcome']; words: string; meanings: readonly string[] }[] = [
  {
    outcome: 'completed',
    words: 'completed',
    meanings: [
      'received by the receiver',
      'forwarded to the receiver, and the service centre cannot confirm delivery',
      'replaced by the service centre',
    ],
  },
  { outcome: 'still-trying', words: 'temporary error, the service centre still tries', meanings: ERRORS },
  {
    outcome: 'permanent-error',
    words: 'permanent error',
    meanings: [
      'remote procedure error',
      'incompatible destination',
      'connection rejected by the receiver',
      'not obtainable',
      'quality of service not available',
      'no interworking available',
      'validity period expired',
      'deleted by the sender',
      'deleted by the administration of the service centre',
      'the message does not exist',
    ],
  },
  { outcome: 'temporary-error', words: 'temporary error, the service centre tries no more', meanings: ERRORS },
]

const RESERVED = 0x80
/** A receiver reads reserved values as this code. */
const REJECTED = 0x63
/** In each class, from here on the values belong to the service centre. */
const OWN = 0x10

/**
 * Describes a status. Reserved values are read as 63 (service rejected, no more tries), as the clause asks of a
 * receiver.
 *
 * @param code TP-ST, 0 to 255
 * @returns the code, its class, and its meaning in words
 * @see 3GPP TS 23.040 9.2.3.15
 * @example
 * describeStatus(0x46).meaning // 'validity period expired'
 * describeStatus(0x46).outcome // 'permanent-error'
 */
export function describeStatus(code: number): Status {
  const { outcome, words, meanings } = CLASSES[(code >> 5) & 3]!
  const place = code & 0x1f
  if (code < RESERVED && place < meanings.length) return { code, outcome, meaning: meanings[place]! }
  if (code < RESERVED && place >= OWN) return { code, outcome, meaning: `${words}, for a reason of the service centre` }
  const taken = describeStatus(REJECTED)
  return { ...taken, code, meaning: `reserved: ${taken.meaning}` }
}
