import type { DataCoding } from '../../src/types'

/** TS 23.038 4, the octet a sender writes; unpacked is SMPP, whose GSM-7 with a class is in the group 1111. */
export function writeDataCoding(
  encoding: 'GSM-7' | 'UCS-2',
  messageClass: number | undefined,
  packed: boolean,
): number {
  if (messageClass === undefined) return encoding === 'GSM-7' ? 0x00 : 0x08
  if (encoding === 'UCS-2') return 0x18 + messageClass
  return (packed ? 0x10 : 0xf0) + messageClass
}

/** TS 23.038 4, the octet a receiver reads; what is reserved is taken for the default alphabet. */
export function readDataCoding(octet: number): DataCoding {
  const messageClass = (octet & 0b11) as 0 | 1 | 2 | 3
  const group = octet >> 4
  if (group < 0b1000) {
    const encoding = (['GSM-7', '8-bit', 'UCS-2', 'GSM-7'] as const)[(octet >> 2) & 0b11]!
    const coding: DataCoding = { octet, encoding }
    if ((octet & 0b0001_0000) !== 0) coding.messageClass = messageClass
    if ((octet & 0b0010_0000) !== 0) coding.compressed = true
    if ((octet & 0b0100_0000) !== 0) coding.automaticDeletion = true
    return coding
  }
  if (group === 0b1111) return { octet, encoding: (octet & 0b100) === 0 ? 'GSM-7' : '8-bit', messageClass }
  if (group < 0b1100) return { octet, encoding: 'GSM-7' }
  const kind = (['voice', 'fax', 'email', 'other'] as const)[messageClass]!
  const active = (octet & 0b1000) !== 0
  if (group === 0b1100) return { octet, encoding: 'GSM-7', messageWaiting: { kind, active, store: false } }
  const encoding = group === 0b1101 ? 'GSM-7' : 'UCS-2'
  return { octet, encoding, messageWaiting: { kind, active, store: true } }
}
