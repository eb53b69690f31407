// TS 23.040 9.2.2: the six TPDUs as plain data. Octet 1 is the first on the wire, bit 7 the highest.
import type { ShortMessage } from 'septet'

/** Type of number of an address (TS 23.040 9.1.2.5), in the order of its codes. */
export type NumberType =
  | 'unknown'
  | 'international'
  | 'national'
  | 'network'
  | 'subscriber'
  | 'alphanumeric'
  | 'abbreviated'
  | 'reserved'

/** Numbering plan of an address (TS 23.040 9.1.2.5); 0 to 15 where it has no name: 5 and 6 are the service centre's own. */
export type NumberPlan = 'unknown' | 'e164' | 'x121' | 'telex' | 'national' | 'private' | 'ermes' | number

/** An address field: a number, or a name. */
export interface Address {
  /** Digits of `0-9`, `*`, `#`, `a`, `b` and `c`, at most 20, without `+`; or the name where `type` is `'alphanumeric'`. */
  value: string
  type: NumberType
  plan: NumberPlan
  /** The field as it is on the wire: its length, the type of address, the semi-octets. */
  octets: Uint8Array
}

/** A point in time of a service centre (TS 23.040 9.2.3.11). */
export interface Time {
  /** The seven octets as they are on the wire. */
  octets: Uint8Array
  /** The local time, `2026-11-29T17:00:00`. A digit above 9 is 0, and the time may be none that exists: then there is no `date`. */
  local: string
  /** Minutes ahead of GMT, a multiple of 15 from -1185 to 1185; `null` where the octet is no zone. */
  offsetMinutes: number | null
  /** The same point in time, where it exists. Years 70 to 99 are of the twentieth century. */
  date?: Date
}

/** TP-Validity-Period: how long the service centre tries (TS 23.040 9.2.3.12). */
export type Validity = RelativeValidity | AbsoluteValidity | EnhancedValidity

/** From when the centre takes the message. */
export interface RelativeValidity {
  format: 'relative'
  /** 5 minutes to 63 weeks (635,040). The field has 256 values: what lies between two of them is rounded up. */
  minutes: number
}

/** Until then. */
export interface AbsoluteValidity {
  format: 'absolute'
  time: Time
}

/** The form with an indicator: a period of `minutes`, or of `seconds`, or none. */
export interface EnhancedValidity {
  format: 'enhanced'
  /** Whether the centre tries once only. */
  singleShot: boolean
  /** As of the relative form. */
  minutes?: number
  /** 1 to 255 in one octet; up to 359,999 (99:59:59) in hours, minutes and seconds. */
  seconds?: number
  /** The seven octets as they are on the wire. */
  octets: Uint8Array
}

/** What a code means, in words. */
export interface Meaning {
  code: number
  /** In words, after the standard's own. Of a value that the standard reserves, what a receiver takes it for. */
  meaning: string
}

/** TP-Status: what became of a message (TS 23.040 9.2.3.15). */
export interface Status extends Meaning {
  /** Done; a temporary error, and the centre still tries; a permanent error; a temporary error, and it tries no more. */
  outcome: 'completed' | 'still-trying' | 'permanent-error' | 'temporary-error'
}

/** What octets contradict, where they were read with `lenient`. */
export interface Fault {
  /** Where in the argument: an octet, or a character of hexadecimal digits. */
  offset: number
  reason: string
}

/** What every TPDU may have beside its fields. */
interface Extra {
  /** Bits of the first octet that this type has no use for, where any is set. Of a DELIVER, bits 1 and 0 too: 11 is read as one. */
  reservedBits?: number
  /** Octets after the last field, where there are any. */
  rest?: Uint8Array
  /** Of a reading with `lenient`: what was wrong. */
  faults?: Fault[]
}

/** SMS-DELIVER, from the service centre to the phone (9.2.2.1). */
export interface Deliver extends ShortMessage, Extra {
  type: 'deliver'
  /** TP-MMS: whether more messages wait at the centre. */
  moreMessages: boolean
  /** TP-LP: forwarded, or made by a machine; no such message is to be made from it. */
  loopPrevention: boolean
  /** TP-SRI: the sender will be told what became of it. */
  statusReportIndication: boolean
  /** TP-RP: the sender pays for a reply by this centre. */
  replyPath: boolean
  /** TP-OA: the sender. */
  originator: Address
  /** TP-SCTS: when the centre took the message. */
  timeStamp: Time
  packed: true
}

/** SMS-SUBMIT, from the phone to the service centre (9.2.2.2). */
export interface Submit extends ShortMessage, Extra {
  type: 'submit'
  /** TP-RD: the centre is to refuse a message of the same reference to the same number that it still has. */
  rejectDuplicates: boolean
  /** TP-SRR: a report is asked for. */
  statusReport: boolean
  /** TP-RP */
  replyPath: boolean
  /** TP-MR, 0 to 255. */
  messageReference: number
  /** TP-DA: the receiver. */
  destination: Address
  /** TP-VP; left out, the centre decides. */
  validity?: Validity
  packed: true
}

/** What follows a parameter indicator where it says so (9.2.3.27). */
export interface OptionalPart {
  /** TP-PI as it is on the wire, where it is there. Written, its bits 0 to 2 are those of the members that follow. */
  parameterIndicator?: Uint8Array
  /** TP-PID */
  protocolId?: number
  /** TP-DCS; 0 where it is left out. */
  dataCoding?: number
  /** TP-UD, header included. */
  userData?: Uint8Array
  /** TP-UDL: septets if packed GSM-7, else octets. */
  userDataLength?: number
  /** TP-UDHI */
  hasHeader: boolean
}

/** SMS-STATUS-REPORT, from the service centre to the phone: what became of a SUBMIT or a COMMAND (9.2.2.3). */
export interface StatusReport extends OptionalPart, Extra {
  type: 'status-report'
  /** TP-MMS: whether more messages wait at the centre. */
  moreMessages: boolean
  /** TP-LP */
  loopPrevention: boolean
  /** TP-SRQ: it is about a COMMAND, not a SUBMIT. */
  ofCommand: boolean
  /** TP-MR of the SUBMIT or COMMAND. */
  messageReference: number
  /** TP-RA: the receiver of the SUBMIT. */
  recipient: Address
  /** TP-SCTS: when the centre took the SUBMIT. */
  timeStamp: Time
  /** TP-DT: when it was delivered, last tried, or given up. */
  dischargeTime: Time
  /** TP-ST */
  status: Status
}

/** SMS-COMMAND, from the phone to the service centre, about an earlier SUBMIT (9.2.2.4). */
export interface Command extends Extra {
  type: 'command'
  /** TP-UDHI: the data begins with a header. */
  hasHeader: boolean
  /** TP-SRR */
  statusReport: boolean
  /** TP-MR */
  messageReference: number
  /** TP-PID */
  protocolId: number
  /** TP-CT */
  command: Meaning
  /** TP-MN: the reference of the SUBMIT. */
  messageNumber: number
  /** TP-DA */
  destination: Address
  /** TP-CD, at most 156 octets. */
  data: Uint8Array
}

/** SMS-DELIVER-REPORT, from the phone: how it took a DELIVER (9.2.2.1a). */
export interface DeliverReport extends OptionalPart, Extra {
  type: 'deliver-report'
  /** TP-FCS: why it did not; then the RP layer carries it in RP-ERROR. */
  failureCause?: Meaning
}

/** SMS-SUBMIT-REPORT, from the service centre: how it took a SUBMIT (9.2.2.2a). */
export interface SubmitReport extends OptionalPart, Extra {
  type: 'submit-report'
  /** TP-FCS: why it did not; then the RP layer carries it in RP-ERROR. */
  failureCause?: Meaning
  /** TP-SCTS: when the centre took the SUBMIT. */
  timeStamp: Time
}

/** A transfer-layer PDU. */
export type Tpdu = Deliver | Submit | StatusReport | Command | DeliverReport | SubmitReport

/** Members that a reading with `lenient` leaves out where the octets end before them: a default would pass for what was sent. */
type Missable = 'messageReference' | 'messageNumber' | 'status' | 'command'

/** A TPDU that was read with `lenient`. */
export type LenientTpdu<Shape extends Tpdu = Tpdu> = Shape extends Tpdu
  ? Omit<Shape, Missable> & Partial<Pick<Shape, Missable & keyof Shape>>
  : never

/**
 * An address to write: a number as it is dialled (with `+` it is international, else of no known type), or its parts.
 * `octets` count where they say what the other members say.
 */
export type AddressInput = string | { value: string; type?: NumberType; plan?: NumberPlan; octets?: Uint8Array }

/** A time to write; a Date is written in GMT. `octets` count where they say what the other members say. */
export type TimeInput = Date | { local: string; offsetMinutes: number | null; octets?: Uint8Array; date?: Date }

/** A validity period to write. `octets` count where they say what the other members say. */
export type ValidityInput =
  | RelativeValidity
  | { format: 'absolute'; time: TimeInput }
  | { format: 'enhanced'; singleShot?: boolean; minutes?: number; seconds?: number; octets?: Uint8Array }

/** What a member of a TPDU is where it is written. */
export type InputOf<Member> = Member extends Address
  ? AddressInput
  : Member extends Time
    ? TimeInput
    : Member extends Validity
      ? ValidityInput
      : Member extends Meaning
        ? number | { code: number }
        : Member extends boolean
          ? boolean
          : Member

/** Members that may be left out where a TPDU is written: flags that are not set, and what it may lack. */
type Optional<Shape> = {
  [Member in keyof Shape]-?: undefined extends Shape[Member] ? Member : Shape[Member] extends boolean ? Member : never
}[keyof Shape]

/** A TPDU as it is written: flags that are not set may be left out, and values may be said more briefly. */
export type TpduInput<Shape extends Tpdu = Tpdu> = Shape extends Tpdu
  ? { [Member in Exclude<keyof Shape, Optional<Shape>>]: InputOf<Shape[Member]> } & {
      [Member in Optional<Shape>]?: InputOf<Shape[Member]>
    }
  : never
