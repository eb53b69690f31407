// TS 23.040 9.2.3.22: TP-Failure-Cause, why a message was refused.
import type { Meaning } from './field-types'

const MEANINGS: Readonly<Record<number, string>> = {
  128: 'telematic interworking not supported',
  129: 'short message type 0 not supported',
  130: 'the short message cannot be replaced',
  143: 'unspecified error of the protocol identifier',
  144: 'data coding scheme (alphabet) not supported',
  145: 'message class not supported',
  159: 'unspecified error of the data coding scheme',
  160: 'the command cannot be carried out',
  161: 'command not supported',
  175: 'unspecified error of the command',
  176: 'TPDU not supported',
  192: 'the service centre is busy',
  193: 'no subscription at the service centre',
  194: 'failure of the service centre',
  195: 'invalid address of the receiver',
  196: 'the receiver is barred',
  197: 'refused as a duplicate',
  198: 'form of the validity period not supported',
  199: 'validity period not supported',
  208: 'the SMS storage of the SIM is full',
  209: 'the SIM has no SMS storage',
  210: 'error in the phone',
  211: 'memory capacity exceeded',
  212: 'the SIM application toolkit is busy',
  213: 'error of a SIM data download',
  255: 'unspecified error',
}

/** From here to FE the values belong to the application. */
const OWN = 0xe0
const UNSPECIFIED = 0xff

/**
 * Describes a failure cause. Reserved values are read as FF, as the clause asks of a receiver.
 *
 * @param code TP-FCS, 0 to 255
 * @returns the code, and its meaning in words
 * @see 3GPP TS 23.040 9.2.3.22
 * @example
 * describeFailureCause(0xd3) // { code: 211, meaning: 'memory capacity exceeded' }
 */
export function describeFailureCause(code: number): Meaning {
  const meaning = MEANINGS[code]
  if (meaning !== undefined) return { code, meaning }
  return { code, meaning: code >= OWN ? 'a reason of the application' : `reserved: ${MEANINGS[UNSPECIFIED]}` }
}
