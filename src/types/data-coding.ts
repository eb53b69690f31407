import type { Encoding } from './encoding'

/** Message waiting indication: groups 1100 to 1110 of TS 23.038 4. */
export interface MessageWaiting {
  /** What kind of message waits. */
  kind: 'voice' | 'fax' | 'email' | 'other'
  /** Whether messages wait: the phone shows its sign, or removes it. Default `true`. */
  active?: boolean
  /** Whether the phone keeps the text. UCS-2 is always kept. Default `true`. */
  store?: boolean
}

/** What a data coding octet says. */
export interface DataCoding {
  /** TP-DCS as it is, 0 to 255. */
  octet: number
  /** How the characters are written; a reserved value is GSM-7. */
  encoding: Encoding
  /** The message class, where the octet has one. 0 is shown at once. */
  messageClass?: 0 | 1 | 2 | 3
  /** The indication, where the octet is of a group of message waiting. */
  messageWaiting?: Required<MessageWaiting>
  /** Compressed by TS 23.042, which is hardly used: the octets are not read as text. */
  compressed?: true
  /** Marked for deletion after it was read. */
  automaticDeletion?: true
}
