import type { Encoding } from './encoding'

/** Message waiting indication: groups 1100 to 1110 of TS 23.038 4. */
export interface MessageWaiting {
  kind: 'voice' | 'fax' | 'email' | 'other'
  /** Whether any wait: the phone shows its sign, or takes it away. Default `true`. */
  active?: boolean
  /** Whether the phone keeps the text. UCS-2 is always kept. Default `true`. */
  store?: boolean
}

/** What a data coding octet says. */
export interface DataCoding {
  octet: number
  encoding: Encoding
  messageClass?: 0 | 1 | 2 | 3
  messageWaiting?: Required<MessageWaiting>
  /** Compressed by TS 23.042, which nobody does; the text is not what it seems. */
  compressed?: true
  /** Marked to be deleted once read. */
  automaticDeletion?: true
}
