// TS 23.040 9.2.2: the six TPDUs as plain data. Octet 1 is the first on the wire, bit 7 the highest.
import type { ShortMessage } from 'septet'
import type { Address, Fault, Meaning, OptionalPart, Status, Time, Validity } from './fields/field-types'

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
  /** TP-RD: the centre must refuse the message if it still has one with the same reference for the same number. */
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
