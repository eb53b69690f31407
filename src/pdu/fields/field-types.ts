// TS 23.040 9.1.2.5 and 9.2.3: the fields of TPDUs that have parts, as plain data.

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
