// SMPP 3.4 5.2.19: the alphabets with one octet for each character. IA5 (T.50), ISO-8859-1, ISO-8859-5 and ISO-8859-8.

/** The charsets that this file reads. */
export type OctetCharset = 'ascii' | 'latin1' | 'iso-8859-5' | 'iso-8859-8'

/** What replaces an octet that is not a character. */
const REPLACEMENT = '\ufffd'

/** Decodes octets. Calls `report` with the place of each octet that is not a character, which becomes U+FFFD. */
export function decodeOctets(charset: OctetCharset, octets: Uint8Array, report: (place: number) => void): string {
  const decode = CHARSETS[charset]
  let text = ''
  octets.forEach((octet, place) => {
    const code = octet < 0x80 ? octet : decode(octet)
    if (code === undefined) report(place)
    text += code === undefined ? REPLACEMENT : String.fromCharCode(code)
  })
  return text
}

/** For each charset, the code point of an octet from 80 to FF; undefined where it is not a character. */
const CHARSETS: Readonly<Record<OctetCharset, (octet: number) => number | undefined>> = {
  ascii: () => undefined,
  latin1: (octet) => octet,
  'iso-8859-5': (octet) => (octet < 0xa0 ? octet : (NOT_CYRILLIC[octet] ?? octet + 0x360)),
  'iso-8859-8': (octet) => decodeHebrew(octet),
}

/** ISO-8859-5 has no-break space, soft hyphen, numero sign and section sign among А to џ. */
const NOT_CYRILLIC: Readonly<Record<number, number>> = { 160: 0xa0, 173: 0xad, 240: 0x2116, 253: 0xa7 }

/** ISO-8859-8: multiplication and division sign, the double low line, and the direction marks. */
const NOT_LATIN: Readonly<Record<number, number>> = { 170: 0xd7, 186: 0xf7, 223: 0x2017, 253: 0x200e, 254: 0x200f }

/** ISO-8859-8: letters in logical order. A1, BF to DE, FB, FC and FF have no character. */
function decodeHebrew(octet: number): number | undefined {
  if (NOT_LATIN[octet] !== undefined) return NOT_LATIN[octet]
  if (octet >= 0xe0 && octet <= 0xfa) return octet + 0x4f0
  return octet >= 0xbf || octet === 0xa1 ? undefined : octet
}
