// The kinds of message that wait, by the two low bits of a data coding (TS 23.038 4) and of element 01 (TS 23.040 9.2.3.24.2). They are in a
// file of their own, so that septet/pdu reads data codings without a core.
export const WAITING_KINDS = ['voice', 'fax', 'email', 'other'] as const
