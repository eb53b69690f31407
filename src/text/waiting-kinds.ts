// TS 23.038 4: what waits, by the two low bits of the data coding. Apart, so that septet/pdu reads data codings without a core.
export const WAITING_KINDS = ['voice', 'fax', 'email', 'other'] as const
