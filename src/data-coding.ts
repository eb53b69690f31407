// TS 23.038 4: the data coding scheme, one octet that says how the user data is written. SMPP's data_coding reuses it.
import type { Encoding } from './types'

/** What a data coding octet says. */
export interface DataCoding {
  readonly encoding: Encoding
  readonly messageClass?: 0 | 1 | 2 | 3
}

const GENERAL_UCS2 = 0x08
const GENERAL_CLASS = 0x10
const CODING_CLASS = 0xf0

/**
 * The octet for a text. The general group 00xx says both alphabet and class; for septets that are not packed, SMPP's users
 * write the class in group 1111, since 10 to 13 are not among the values that SMPP 3.4 lists.
 */
export function textDataCoding(
  encoding: 'GSM-7' | 'UCS-2',
  messageClass: 0 | 1 | 2 | 3 | undefined,
  packed: boolean,
): number {
  const alphabet = encoding === 'UCS-2' ? GENERAL_UCS2 : 0
  if (messageClass === undefined) return alphabet
  if (encoding === 'GSM-7' && !packed) return CODING_CLASS | messageClass
  return alphabet | GENERAL_CLASS | messageClass
}

/** What the octet says to a receiver; a reserved group is taken for GSM-7, as TS 23.038 4 asks. */
export function parseDataCoding(octet: number): DataCoding {
  const group = octet >> 4
  if (group < 0x8) return general(octet)
  if (group < 0xe) return { encoding: 'GSM-7' }
  if (group === 0xe) return { encoding: 'UCS-2' }
  return { encoding: octet & 0x04 ? '8-bit' : 'GSM-7', messageClass: classOf(octet) }
}

/** 00xx, and 01xx, which also marks the message for deletion. Bits 3 and 2 are the alphabet, bit 4 makes 1 and 0 a class. */
function general(octet: number): DataCoding {
  const encoding = (['GSM-7', '8-bit', 'UCS-2', 'GSM-7'] as const)[(octet >> 2) & 3]!
  return octet & GENERAL_CLASS ? { encoding, messageClass: classOf(octet) } : { encoding }
}

function classOf(octet: number): 0 | 1 | 2 | 3 {
  return (octet & 3) as 0 | 1 | 2 | 3
}
