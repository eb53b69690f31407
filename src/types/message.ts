/** One segment as the network takes it. */
export interface ShortMessage {
  /** The whole TP-UD, user data header included: at most 140 octets, or 160 unpacked. */
  userData: Uint8Array
  /** TP-UDL: septets where GSM-7 is packed (with header and fill bits), otherwise octets. */
  userDataLength: number
  /** TP-UDHI; in SMPP, esm_class bit 0x40. */
  hasHeader: boolean
  /** TP-DCS; in SMPP, data_coding. */
  dataCoding: number
  /** TP-PID. */
  protocolId: number
  /** Whether septets are packed, eight in seven octets. SMPP carries them unpacked, one in each octet. */
  packed: boolean
}

/** A message as `decode` and `read` take it: they need three members, and use the others where they are given. */
export type ReadableMessage = Pick<ShortMessage, 'userData' | 'dataCoding' | 'hasHeader'> & Partial<ShortMessage>

/** A report of `septet/pdu`, whose user data may be longer; without a data coding it is of the default alphabet. */
export type ReadableReport = Pick<ShortMessage, 'hasHeader'> &
  Partial<ShortMessage> & { type: 'status-report' | 'deliver-report' | 'submit-report' }
