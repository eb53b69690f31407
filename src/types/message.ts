/** One segment as the network takes it. */
export interface ShortMessage {
  /** The whole TP-UD, user data header included: at most 140 octets, or 160 unpacked. */
  userData: Uint8Array
  /** TP-UDL: septets if packed GSM-7 (header and fill bits counted), else octets. */
  userDataLength: number
  /** TP-UDHI; in SMPP, esm_class bit 0x40. */
  hasHeader: boolean
  /** TP-DCS; in SMPP, data_coding. */
  dataCoding: number
  /** TP-PID. */
  protocolId: number
  /** Whether septets are packed; unpacked octets are SMPP's. */
  packed: boolean
}

/** What `decode` and `read` need of a message, and what they take into account where it is given. */
export type ReadableMessage = Pick<ShortMessage, 'userData' | 'dataCoding' | 'hasHeader'> & Partial<ShortMessage>

/** A report of `septet/pdu`, whose user data may be longer; without a data coding it is of the default alphabet. */
export type ReadableReport = Pick<ShortMessage, 'hasHeader'> &
  Partial<ShortMessage> & { type: 'status-report' | 'deliver-report' | 'submit-report' }
