// TS 23.038 5: the data coding scheme of cell broadcast and of USSD. It differs from TP-DCS: 0F is GSM-7, 11 is UCS-2
// after a language.
import type { Encoding } from 'septet'

/** What the octet says. */
export interface CbsCoding {
  readonly encoding: Encoding
  /** The language that the octet names, an ISO 639 code. */
  readonly language?: string
  /** How a language is written before the text: two letters and CR, or two letters packed in two octets. */
  readonly preamble?: 'letters' | 'packed'
  /** The text begins with a user data header. */
  readonly hasHeader?: true
  /** Compressed (TS 23.042). */
  readonly compressed?: true
}

/** Groups 0000 and 0010, in the order of their codes. The text is GSM-7 in every language. */
const LANGUAGES = ['de', 'en', 'it', 'fr', 'es', 'nl', 'sv', 'da', 'pt', 'fi', 'no', 'el', 'tr', 'hu', 'pl']
const MORE_LANGUAGES = ['cs', 'he', 'ar', 'ru', 'is']
const MORE = 0x20

/** GSM-7 without a language; and GSM-7 with two letters and CR before the text. */
export const GSM7 = 0x0f
export const GSM7_LANGUAGE = 0x10
/** UCS-2 with a language before the text; and UCS-2 without one, from the group that gives alphabet and class. */
export const UCS2_LANGUAGE = 0x11
export const UCS2 = 0x48

/** The alphabet by bits 3 and 2, in the groups that give an alphabet. */
const ALPHABETS: readonly Encoding[] = ['GSM-7', '8-bit', 'UCS-2', 'GSM-7']
const COMPRESSED = 0x20

/** Reads an octet. A reserved value is read as 0F. */
export function parseCbsCoding(octet: number): CbsCoding {
  const encoding = ALPHABETS[(octet >> 2) & 3]!
  switch (octet >> 4) {
    case 0x0:
      return createLanguageCoding(LANGUAGES[octet & 15])
    case 0x1:
      if (octet === GSM7_LANGUAGE) return { encoding: 'GSM-7', preamble: 'letters' }
      return octet === UCS2_LANGUAGE ? { encoding: 'UCS-2', preamble: 'packed' } : { encoding: 'GSM-7' }
    case 0x2:
      return createLanguageCoding(MORE_LANGUAGES[octet & 15])
    case 0x4:
    case 0x5:
    case 0x6:
    case 0x7:
      return { encoding, ...(octet & COMPRESSED ? { compressed: true } : {}) }
    case 0x9:
      return { encoding, hasHeader: true }
    // One value is for a protocol of TS 24.294, one for the WAP Forum.
    case 0xd:
    case 0xe:
      return { encoding: '8-bit' }
    case 0xf:
      return { encoding: octet & 4 ? '8-bit' : 'GSM-7' }
    default:
      return { encoding: 'GSM-7' }
  }
}

function createLanguageCoding(language: string | undefined): CbsCoding {
  return { encoding: 'GSM-7', ...(language === undefined ? {} : { language }) }
}

/** Chooses the octet for a text. A language that has no value of its own is written before the text. */
export function chooseCbsCoding(isUcs2: boolean, language: string | undefined): number {
  if (language === undefined) return isUcs2 ? UCS2 : GSM7
  if (isUcs2) return UCS2_LANGUAGE
  const [place, further] = [LANGUAGES.indexOf(language), MORE_LANGUAGES.indexOf(language)]
  return place >= 0 ? place : further >= 0 ? MORE | further : GSM7_LANGUAGE
}
