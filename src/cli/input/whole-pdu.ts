import { type ReadableMessage, SeptetError } from 'septet'
import type { Address, PduOptions, Time, Tpdu } from 'septet/pdu'
import { Failure } from '../failure'

/** The forms of a PDU: with and without a service centre address, in both directions. */
const FORMS: readonly (PduOptions & { lenient?: false })[] = [
  { direction: 'to-phone' },
  { direction: 'to-network' },
  { direction: 'to-phone', smsc: false },
  { direction: 'to-network', smsc: false },
]

/** Octets of the shortest PDU that can be told from user data: a SUBMIT to one digit. */
const LEAST_DIGITS = 18

/**
 * Loads a function that reads a whole PDU given instead of user data; it returns undefined if the digits are user data. They
 * are a PDU if every length in it fits, and its times exist. User data does not fit by chance.
 *
 * @throws {Failure} it has no text
 */
export async function loadWholePdu(): Promise<(digits: string) => ReadableMessage | undefined> {
  // Loaded here, because the other commands do not need it.
  const { decodePdu } = await import('septet/pdu')
  return (digits) => {
    if (digits.length < LEAST_DIGITS || !/^[\dA-F\s]+$/i.test(digits)) return undefined
    const pdu = FORMS.map((options) => attempt(() => decodePdu(digits, options))).find(isCertain)
    if (pdu === undefined) return undefined
    if (pdu.type === 'deliver' || pdu.type === 'submit') return pdu
    const name = `SMS-${pdu.type.toUpperCase()}`
    throw new Failure(`is a whole ${name}, which has no text; septet pdu shows its fields`)
  }
}

function attempt<Result>(call: () => Result): Result | undefined {
  try {
    return call()
  } catch (error) {
    if (error instanceof SeptetError) return undefined
    throw error
  }
}

function isCertain(pdu: Tpdu | undefined): pdu is Tpdu {
  if (pdu === undefined || pdu.reservedBits !== undefined) return false
  switch (pdu.type) {
    case 'deliver':
      return exists(pdu.timeStamp)
    case 'status-report':
      return exists(pdu.timeStamp) && exists(pdu.dischargeTime)
    case 'submit':
      return isDialled(pdu.destination)
    default:
      return false
  }
}

/** A number of several digits, of a type that a phone sends to. A SUBMIT has no time that could be checked. */
function isDialled({ value, plan, octets }: Address): boolean {
  return /^\d{4,}$/.test(value) && value.length === octets[0] && plan === 'e164' && DIALLED.includes(octets[1]!)
}

/** Unknown, international and national numbers (TS 23.040 9.1.2.5). */
const DIALLED = [0x81, 0x91, 0xa1]

function exists({ date }: Time): boolean {
  return date !== undefined
}
