// TS 23.038 4: the data coding scheme, one octet that says how the user data is written. SMPP's data_coding reuses it.
import { SeptetError } from '../errors'
import { WAITING_KINDS } from '../header/waiting-kinds'
import type { DataCoding, MessageWaiting } from '../types'

const GENERAL_UCS2 = 0x08
const GENERAL_CLASS = 0x10
const GENERAL_COMPRESSED = 0x20
const GENERAL_DELETION = 0x40
const CODING_CLASS = 0xf0

/** By bits 3 and 2 of the general group; 11 is reserved. */
const ALPHABETS = ['GSM-7', '8-bit', 'UCS-2', 'GSM-7'] as const

/** Groups 1100 to 1110: message waiting; of GSM-7 not stored, of GSM-7 stored, of UCS-2 stored. Bit 3 is active, 1 and 0 the kind. */
const WAITING_DISCARD = 0xc0
const WAITING_STORE = 0xd0
const WAITING_STORE_UCS2 = 0xe0
const WAITING_ACTIVE = 0x08

/** What decides the octet of a text, besides its encoding. */
interface TextCoding {
  readonly messageClass: 0 | 1 | 2 | 3 | undefined
  readonly messageWaiting: Required<MessageWaiting> | undefined
  readonly packed: boolean
}

/**
 * The octet for a text. The general group 00xx says both alphabet and class; for septets that are not packed, SMPP's users write
 * the class in group 1111, since 10 to 13 are not among the values that SMPP 3.4 lists.
 *
 * @throws {SeptetError} 'conflicting-options': message waiting that is not to be stored, in UCS-2
 */
export function chooseDataCoding(
  encoding: 'GSM-7' | 'UCS-2',
  { messageClass, messageWaiting, packed }: TextCoding,
): number {
  if (messageWaiting !== undefined) return chooseWaitingCoding(encoding, messageWaiting)
  const alphabet = encoding === 'UCS-2' ? GENERAL_UCS2 : 0
  if (messageClass === undefined) return alphabet
  if (encoding === 'GSM-7' && !packed) return CODING_CLASS | messageClass
  return alphabet | GENERAL_CLASS | messageClass
}

/** TS 23.038 has no group for UCS-2 that is not stored. */
function chooseWaitingCoding(encoding: string, { kind, active, store }: Required<MessageWaiting>): number {
  if (encoding === 'UCS-2' && !store) {
    const message = 'is false, and the text is UCS-2, which is always stored'
    throw new SeptetError('conflicting-options', 'options.messageWaiting.store', false, message)
  }
  const group = encoding === 'UCS-2' ? WAITING_STORE_UCS2 : store ? WAITING_STORE : WAITING_DISCARD
  return group | (active ? WAITING_ACTIVE : 0) | WAITING_KINDS.indexOf(kind)
}

/** What the octet means to a receiver. A reserved group is read as GSM-7, as TS 23.038 4 requires. */
export function parseDataCoding(octet: number): DataCoding {
  const group = octet >> 4
  if (group < 0x8) return parseGeneral(octet)
  if (group < 0xc) return { octet, encoding: 'GSM-7' }
  if (group < 0xf) return parseWaiting(octet)
  return { octet, encoding: octet & 0x04 ? '8-bit' : 'GSM-7', messageClass: readClass(octet) }
}

/** Whether the text is compressed (TS 23.042). */
export function isCompressed(coding: DataCoding): boolean {
  return Object.hasOwn(coding, 'compressed')
}

function parseWaiting(octet: number): DataCoding {
  return {
    octet,
    encoding: octet < WAITING_STORE_UCS2 ? 'GSM-7' : 'UCS-2',
    messageWaiting: {
      kind: WAITING_KINDS[octet & 3]!,
      active: (octet & WAITING_ACTIVE) !== 0,
      store: octet >= WAITING_STORE,
    },
  }
}

/** 00xx, and 01xx, which also marks the message for deletion. Bits 3 and 2 are the alphabet, bit 4 makes 1 and 0 a class. */
function parseGeneral(octet: number): DataCoding {
  const coding: DataCoding = { octet, encoding: ALPHABETS[(octet >> 2) & 3]! }
  if (octet & GENERAL_CLASS) coding.messageClass = readClass(octet)
  if (octet & GENERAL_COMPRESSED) coding.compressed = true
  if (octet & GENERAL_DELETION) coding.automaticDeletion = true
  return coding
}

function readClass(octet: number): 0 | 1 | 2 | 3 {
  return (octet & 3) as 0 | 1 | 2 | 3
}
