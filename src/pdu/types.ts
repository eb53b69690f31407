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

/**
 * Numbering plan of an address (TS 23.040 9.1.2.5). A plan without a name is a number, 0 to 15; 5 and 6 belong to the
 * service centre.
 */
export type NumberPlan = 'unknown' | 'e164' | 'x121' | 'telex' | 'national' | 'private' | 'ermes' | number

/** An address field: a number, or a name. */
export interface Address {
  /**
   * Digits of `0-9`, `*`, `#`, `a`, `b` and `c`, at most 20, without `+`. Where `type` is `'alphanumeric'`, the name.
   */
  value: string
  type: NumberType
  plan: NumberPlan
  /** The field as sent: its length, the type of address, the semi-octets. */
  octets: Uint8Array
}

/** A time that a service centre writes (TS 23.040 9.2.3.11). */
export interface Time {
  /** The seven octets as sent. */
  octets: Uint8Array
  /**
   * The local time, `2026-11-29T17:00:00`. A digit above 9 is read as 0. If no such time exists, there is no `date`.
   */
  local: string
  /** Minutes ahead of GMT, a multiple of 15 from -1185 to 1185; `null` where the octet is no zone. */
  offsetMinutes: number | null
  /** The same time as a Date, where it exists. Years 70 to 99 are in the twentieth century. */
  date?: Date
}

/** TP-Validity-Period: how long the service centre tries (TS 23.040 9.2.3.12). */
export type Validity = RelativeValidity | AbsoluteValidity | EnhancedValidity

/** Counted from when the centre takes the message. */
export interface RelativeValidity {
  format: 'relative'
  /** 5 minutes to 63 weeks (635,040). The field has only 256 values: other numbers are rounded up to the next one. */
  minutes: number
}

/** The centre tries until this time. */
export interface AbsoluteValidity {
  format: 'absolute'
  time: Time
}

/** The form with an indicator: a period in `minutes`, or in `seconds`, or none. */
export interface EnhancedValidity {
  format: 'enhanced'
  /** Whether the centre tries only once. */
  singleShot: boolean
  /** Minutes, as in the relative form. */
  minutes?: number
  /** 1 to 255 in one octet; up to 359,999 (99:59:59) in hours, minutes and seconds. */
  seconds?: number
  /** The seven octets as sent. */
  octets: Uint8Array
}

/** A code, and what it means in words. */
export interface Meaning {
  code: number
  /** The meaning, in words close to the standard's. For a reserved value, the meaning that a receiver must assume. */
  meaning: string
}

/** TP-Status: what happened to a message (TS 23.040 9.2.3.15). */
export interface Status extends Meaning {
  /**
   * In order: done; a temporary error, the centre still tries; a permanent error; a temporary error, the centre tries
   * no more.
   */
  outcome: 'completed' | 'still-trying' | 'permanent-error' | 'temporary-error'
}

/** A contradiction in octets that were read with `lenient`. */
export interface Fault {
  /** The offset in the argument: an octet, or a character where it is hexadecimal digits. */
  offset: number
  reason: string
}

/** What every TPDU may have besides its fields. */
interface Extra {
  /**
   * Bits of the first octet that this type does not use, if any is set. For a DELIVER also bits 1 and 0: 11 is read as
   * a DELIVER.
   */
  reservedBits?: number
  /** Octets after the last field, if there are any. */
  rest?: Uint8Array
  /** What was wrong, in a reading with `lenient`. */
  faults?: Fault[]
}

/** SMS-DELIVER, from the service centre to the phone (9.2.2.1). */
export interface Deliver extends ShortMessage, Extra {
  type: 'deliver'
  /** TP-MMS: whether the centre has more messages. */
  moreMessages: boolean
  /**
   * TP-LP: the message was forwarded or sent by a machine. The receiver must not forward it or reply to it by machine.
   */
  loopPrevention: boolean
  /** TP-SRI: the sender will get a status report. */
  statusReportIndication: boolean
  /** TP-RP: the sender pays for a reply through this centre. */
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
  /** TP-RD: the centre must refuse the message if it still holds one with the same reference for the same number. */
  rejectDuplicates: boolean
  /** TP-SRR: asks for a status report. */
  statusReport: boolean
  /** TP-RP */
  replyPath: boolean
  /** TP-MR, 0 to 255. */
  messageReference: number
  /** TP-DA: the receiver. */
  destination: Address
  /** TP-VP. Left out, the centre decides. */
  validity?: Validity
  packed: true
}

/** The fields that follow a parameter indicator (9.2.3.27). */
export interface OptionalPart {
  /** TP-PI as sent, if it is there. When it is written, bits 0 to 2 are set from the members that follow. */
  parameterIndicator?: Uint8Array
  /** TP-PID, 0 to 255. */
  protocolId?: number
  /** TP-DCS, 0 to 255; read as 0 where it is left out. */
  dataCoding?: number
  /** TP-UD, header included. */
  userData?: Uint8Array
  /** TP-UDL: septets for packed GSM-7, else octets. */
  userDataLength?: number
  /** TP-UDHI */
  hasHeader: boolean
}

/** SMS-STATUS-REPORT, from the service centre to the phone: what happened to a SUBMIT or a COMMAND (9.2.2.3). */
export interface StatusReport extends OptionalPart, Extra {
  type: 'status-report'
  /** TP-MMS: whether the centre has more messages. */
  moreMessages: boolean
  /** TP-LP */
  loopPrevention: boolean
  /** TP-SRQ: the report is about a COMMAND, not a SUBMIT. */
  ofCommand: boolean
  /** TP-MR of the SUBMIT or COMMAND, 0 to 255. */
  messageReference: number
  /** TP-RA: the receiver of the SUBMIT. */
  recipient: Address
  /** TP-SCTS: when the centre took the SUBMIT. */
  timeStamp: Time
  /** TP-DT: when the message was delivered, last tried, or given up. */
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

/** SMS-DELIVER-REPORT, from the phone: whether it took a DELIVER (9.2.2.1a). */
export interface DeliverReport extends OptionalPart, Extra {
  type: 'deliver-report'
  /** TP-FCS: why the phone refused it. RP-ERROR then carries the report. */
  failureCause?: Meaning
}

/** SMS-SUBMIT-REPORT, from the service centre: whether it took a SUBMIT (9.2.2.2a). */
export interface SubmitReport extends OptionalPart, Extra {
  type: 'submit-report'
  /** TP-FCS: why the centre refused it. RP-ERROR then carries the report. */
  failureCause?: Meaning
  /** TP-SCTS: when the centre took the SUBMIT. */
  timeStamp: Time
}

/** A transfer-layer PDU. */
export type Tpdu = Deliver | Submit | StatusReport | Command | DeliverReport | SubmitReport

/**
 * Members that a lenient reading leaves out where the octets end too early: a default could be mistaken for what was
 * sent.
 */
type Missable = 'messageReference' | 'messageNumber' | 'status' | 'command'

/** A TPDU that was read with `lenient`. */
export type LenientTpdu<Shape extends Tpdu = Tpdu> = Shape extends Tpdu
  ? Omit<Shape, Missable> & Partial<Pick<Shape, Missable & keyof Shape>>
  : never

/**
 * An address to write: a number as a person dials it (with `+` it is international, otherwise its type is unknown), or
 * its parts. `octets` are used where they mean the same as the other members.
 */
export type AddressInput = string | { value: string; type?: NumberType; plan?: NumberPlan; octets?: Uint8Array }

/** A time to write. A Date is written in GMT. `octets` are used where they mean the same as the other members. */
export type TimeInput = Date | { local: string; offsetMinutes: number | null; octets?: Uint8Array; date?: Date }

/** A validity period to write. `octets` are used where they mean the same as the other members. */
export type ValidityInput =
  | RelativeValidity
  | { format: 'absolute'; time: TimeInput }
  | { format: 'enhanced'; singleShot?: boolean; minutes?: number; seconds?: number; octets?: Uint8Array }

/** The type of a member where a TPDU is written. */
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

/** Members that may be left out where a TPDU is written: flags that are not set, and optional fields. */
type Optional<Shape> = {
  [Member in keyof Shape]-?: undefined extends Shape[Member] ? Member : Shape[Member] extends boolean ? Member : never
}[keyof Shape]

/** A TPDU to write. Flags that are not set may be left out, and values have shorter forms. */
export type TpduInput<Shape extends Tpdu = Tpdu> = Shape extends Tpdu
  ? { [Member in Exclude<keyof Shape, Optional<Shape>>]: InputOf<Shape[Member]> } & {
      [Member in Optional<Shape>]?: InputOf<Shape[Member]>
    }
  : never
