// SMPP 3.4 5.2.19: the user data that the library reads, made from what follows the header of a PDU. Text in an alphabet
// that TS 23.038 does not have becomes UCS-2.

import type { Refuse } from '../header/refuse'
import { decodeOctets, type OctetCharset } from './charsets'
import type { PduContent } from './content'
import type { SmppCharset } from './data-coding'

/** User data, and its TP-DCS. */
interface CodedUserData {
  readonly userData: Uint8Array
  readonly dataCoding: number
}

/** TP-DCS [TS 23.038 4]. */
const GSM7 = 0x00
const DATA = 0x04
export const UCS2 = 0x08

const ESCAPE = '\u001b'

/** Converts the body of a content to user data without a header. @throws {SeptetError} what `refuse` throws */
export function convertBody(
  { argument, value, body }: PduContent,
  charset: SmppCharset,
  refuse: Refuse,
): CodedUserData {
  if (typeof body === 'string') {
    return charset === 'octets' ? convertData(argument, body, refuse) : convertText(argument, body, charset, refuse)
  }
  switch (charset) {
    case 'octets':
      return { userData: body, dataCoding: DATA }
    case 'gsm7':
    case 'gsm7-packed':
      return { userData: body, dataCoding: GSM7 }
    case 'ucs2':
      return { userData: body, dataCoding: UCS2 }
    default: {
      const text = decodeOctets(charset satisfies OctetCharset, body, (place) => {
        refuse('malformed', argument, value, `has an octet that is no character of ${charset}`, place)
      })
      return { userData: writeUcs2(text), dataCoding: UCS2 }
    }
  }
}

/**
 * Converts a text that another library has decoded. An escape is not a character of GSM-7: if that library did not know
 * the character after it, that is a character of the main table (TS 23.038 6.2.1.1).
 */
function convertText(argument: string, text: string, charset: SmppCharset, refuse: Refuse): CodedUserData {
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    refuse('malformed', argument, text, 'was decoded, and octets were lost', at)
  }
  const [first, ...others] = charset === 'gsm7' ? text.split(ESCAPE) : [text]
  const shown = [first!, ...others.map((piece) => piece || ' ')].join('')
  return { userData: writeUcs2(shown), dataCoding: UCS2 }
}

/** Converts data in a string. Each character is one octet. */
function convertData(argument: string, text: string, refuse: Refuse): CodedUserData {
  const wide = /[^\0-\xff]/.exec(text)
  if (wide !== null) refuse('malformed', argument, text, 'was decoded, and is data: octets were lost', wide.index)
  return { userData: Uint8Array.from({ length: text.length }, (_, place) => text.charCodeAt(place)), dataCoding: DATA }
}

function writeUcs2(text: string): Uint8Array {
  const octets = new Uint8Array(2 * text.length)
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place)
    octets[2 * place] = unit >> 8
    octets[2 * place + 1] = unit
  }
  return octets
}
