// TS 23.038 4: the kinds of message that wait, by the two low bits of the data coding. They are in a file of their own,
// so that septet/pdu reads data codings without a core.
export const WAITING_KINDS = ['voice', 'fax', 'email', 'other'] as const
