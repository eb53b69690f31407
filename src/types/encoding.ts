/** How the network carries the characters: TS 23.038 6.2.1 (septets), 6.2.3 (16-bit units), or octets as they are. */
export type Encoding = 'GSM-7' | 'UCS-2' | '8-bit'
