// SMPP 3.4 5.2.19, 5.0 4.7.7: data_coding. Values 00 to 0F have SMPP's own table. From 10 on the value is read as
// TP-DCS (TS 23.038 4), of which SMPP lists the groups 1100, 1101 and 1111.

import { parseDataCoding } from '../message/data-coding'
import type { DataCoding } from '../types'

/** What data_coding 0, the default alphabet of the message centre, means on a connection. */
export type SmppAlphabet = 'gsm7' | 'gsm7-packed' | 'latin1' | 'ascii'

/** How the octets of a message are written; `'octets'` are not text. */
export type SmppCharset = SmppAlphabet | 'ucs2' | 'iso-8859-5' | 'iso-8859-8' | 'octets'

/** The alphabets of the values whose meaning the operator decides. */
export interface Agreement {
  readonly defaultAlphabet: SmppAlphabet
  readonly ia5Alphabet: SmppAlphabet
}

/** What a value of data_coding means. */
export interface SmppDataCoding {
  readonly dataCoding: DataCoding
  readonly charset: SmppCharset
}

const CHARSETS: Readonly<Record<number, SmppCharset>> = {
  2: 'octets',
  3: 'latin1',
  4: 'octets',
  6: 'iso-8859-5',
  7: 'iso-8859-8',
  8: 'ucs2',
}

/** Values with a meaning that this library does not read. The other values below 10 are reserved. */
const UNREAD: Readonly<Record<number, string>> = {
  5: 'JIS X 0208-1990',
  9: 'pictograms',
  10: 'ISO-2022-JP (music codes)',
  13: 'extended Kanji JIS X 0212-1990',
  14: 'KS C 5601',
}

const FIRST_OF_GSM = 0x10

/**
 * Returns what a value means. For a value that cannot be read it calls `refuse`, and the octets are not text.
 *
 * IA5 with a national language of TS 23.038 is read as GSM-7: gateways and libraries send 01 there.
 */
export function parseSmppDataCoding(
  octet: number,
  { defaultAlphabet, ia5Alphabet }: Agreement,
  hasShift: boolean,
  refuse: (reason: string) => void,
): SmppDataCoding {
  if (octet >= FIRST_OF_GSM) return parseGsmCoding(octet)
  if (octet === 0x00) return createCoding(octet, defaultAlphabet)
  if (octet === 0x01) return createCoding(octet, hasShift ? 'gsm7' : ia5Alphabet)
  const charset = CHARSETS[octet]
  if (charset !== undefined) return createCoding(octet, charset)
  const hex = `0x${octet.toString(16).toUpperCase().padStart(2, '0')}`
  refuse(`is ${hex}: ${UNREAD[octet] ?? 'a reserved value'}, which is not read here`)
  return createCoding(octet, 'octets')
}

function createCoding(octet: number, charset: SmppCharset): SmppDataCoding {
  const encoding = charset.startsWith('gsm7') ? 'GSM-7' : charset === 'ucs2' ? 'UCS-2' : '8-bit'
  return { dataCoding: { octet, encoding }, charset }
}

function parseGsmCoding(octet: number): SmppDataCoding {
  const dataCoding = parseDataCoding(octet)
  const { encoding, compressed } = dataCoding
  if (compressed || encoding === '8-bit') return { dataCoding, charset: 'octets' }
  return { dataCoding, charset: encoding === 'GSM-7' ? 'gsm7' : 'ucs2' }
}
