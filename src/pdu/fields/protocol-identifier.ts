// TS 23.040 9.2.3.9: TP-Protocol-Identifier, where the message is passed on to, or what a phone does with it.
import type { Meaning } from './field-types'

/** Bits 7 and 6 are 00: from one short message entity to another; with bit 5, to a device of another network. */
const TELEMATIC = 0x20
const DEVICES: Readonly<Record<number, string>> = {
  0: 'a device of the kind that the address says',
  1: 'telex',
  2: 'fax of group 3',
  3: 'fax of group 4',
  4: 'voice telephone',
  5: 'ERMES',
  6: 'national paging system',
  7: 'videotex',
  8: 'teletex',
  9: 'teletex in PSPDN',
  10: 'teletex in CSPDN',
  11: 'teletex in PSTN',
  12: 'teletex in ISDN',
  13: 'UCI',
  16: 'message handling facility',
  17: 'X.400',
  18: 'Internet e-mail',
  31: 'a mobile phone: the service centre converts the alphabet',
}
/** From 18 to 1E the devices belong to the service centre. */
const OWN_DEVICES = 0x18

/** Bits 7 and 6 are 01. */
const PHONE = 0x40
const USES: Readonly<Record<number, string>> = {
  0: 'short message type 0: taken, and not shown',
  30: 'enhanced message service (obsolete)',
  31: 'return call',
  60: 'ANSI-136 R-DATA',
  61: 'data download to the phone',
  62: 'de-personalisation of the phone',
  63: 'data download to the SIM',
}
const MOST_REPLACE = 7

/** Bits 7 and 6 are 11. */
const OWN = 0xc0

/**
 * Describes a protocol identifier. A phone reads reserved values as 00.
 *
 * @param code TP-PID, 0 to 255
 * @returns the code, and its meaning in words
 * @see 3GPP TS 23.040 9.2.3.9
 * @example
 * describeProtocol(0x41) // { code: 65, meaning: 'replaces the message of type 1 from the same sender' }
 */
export function describeProtocol(code: number): Meaning {
  return { code, meaning: describeCode(code) }
}

function describeCode(code: number): string {
  if (code >= OWN) return 'a protocol of the service centre'
  if (code >= PHONE) return code < 2 * PHONE ? describeUse(code - PHONE) : 'reserved'
  if (code >= TELEMATIC) return describeDevice(code - TELEMATIC)
  return code === 0 ? 'a plain short message' : `protocol ${code} between short message entities`
}

function describeUse(use: number): string {
  if (use >= 1 && use <= MOST_REPLACE) return `replaces the message of type ${use} from the same sender`
  return USES[use] ?? 'reserved'
}

function describeDevice(device: number): string {
  return DEVICES[device] ?? (device >= OWN_DEVICES ? 'a device of the service centre' : 'reserved')
}
