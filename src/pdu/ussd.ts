// TS 23.038 6.1.2.3: a USSD string. Septets are packed as in a short message, but no length says how many there are.
// Where seven bits are left they are a CR, because zero bits would be read as @.
import { SeptetError } from 'septet'
import { requireInteger, requireMembers, requireOctets } from '../arguments'
import { joinOctets } from '../octets'
import { type CbsFill, type CbsTextOptions, encodeCbsText, readCbsContent } from './cell-broadcast/cbs-text'
import { pack } from './fields/septets'

/** A USSD string as the network carries it. */
export interface Ussd {
  /** 1 to 160 octets; none for an empty text. */
  data: Uint8Array
  /** The data coding scheme of TS 23.038 5. It is not TP-DCS. */
  dataCoding: number
}

/** A USSD string that was read. */
export interface UssdText {
  text: string
  /** The language that the data coding or the string names, an ISO 639 code. */
  language?: string
}

/** TS 24.080: a ussd-String has at most 160 octets, or 182 septets. */
const MOST_OCTETS = 160
const MOST_SEPTETS = 182
const CR = 0x0d

/**
 * Encodes a text as a USSD string: GSM-7 where every character is in it, else UCS-2. At most 182 septets or 80 units,
 * less what the language before the text takes.
 *
 * @param text the text, such as `*100#`
 * @param options `language`, and what `encode` takes to rewrite a text
 * @returns the octets, and the data coding: 0F for GSM-7, 48 for UCS-2, others where there is a language
 * @throws {SeptetError} 'invalid-value': too long; what `encode` throws
 * @see 3GPP TS 23.038 5, 6.1.2.3; TS 24.080
 * @example
 * toHex(encodeUssd('*100#').data) // 'AA180C3602'
 * encodeUssd('*100#').dataCoding // 15
 */
export function encodeUssd(text: string, options: CbsTextOptions = {}): Ussd {
  const { dataCoding, isUcs2, units, preamble } = encodeCbsText(text, options)
  const all = joinOctets([preamble, units])
  const [most, unit] = isUcs2 ? [MOST_OCTETS, 'octets'] : [MOST_SEPTETS, 'septets']
  if (all.length > most) {
    throw new SeptetError('invalid-value', 'text', text, `takes ${all.length} ${unit}; ${most} is the most of USSD`)
  }
  return { data: isUcs2 ? all : pack(addFill(all)), dataCoding }
}

/** Adds a CR where seven bits would be left, and where the text itself ends with a CR at the end of an octet. */
function addFill(septets: Uint8Array): Uint8Array {
  const { length } = septets
  const needsOne = length % 8 === 7 || (length > 0 && length % 8 === 0 && septets[length - 1] === CR)
  return needsOne ? Uint8Array.of(...septets, CR) : septets
}

/** A last CR is fill if it ends at the end of an octet. */
const FILL: CbsFill = {
  septets: (septets, before) => {
    const { length } = septets
    const isFilled = length > 0 && (before + length) % 8 === 0 && septets[length - 1] === CR
    return isFilled ? septets.subarray(0, -1) : septets
  },
  units: (units) => units,
}

/**
 * Reads a USSD string, and removes its fill.
 *
 * @param ussd its octets and its data coding
 * @returns the text, and the language if one is named
 * @throws {SeptetError} 'invalid-value': 8-bit data, which is not text; 'unsupported': compressed text (TS 23.042);
 * 'truncated': half a 16-bit unit, or a header longer than the octets; 'malformed': more than 160 octets;
 * 'invalid-type'
 * @see 3GPP TS 23.038 5, 6.1.2.3
 * @example
 * decodeUssd({ data: fromHex('AA180C3602'), dataCoding: 15 }) // { text: '*100#' }
 */
export function decodeUssd(ussd: Ussd): UssdText {
  const members = requireMembers('ussd', ussd, ['data', 'dataCoding'])
  const data = requireOctets('ussd.data', members.data)
  const dataCoding = requireInteger('ussd.dataCoding', members.dataCoding, 0, 0xff)
  if (data.length > MOST_OCTETS) {
    const message = `has ${data.length} octets; ${MOST_OCTETS} is the most`
    throw new SeptetError('malformed', 'ussd.data', data, message, MOST_OCTETS)
  }
  const { text, language } = readCbsContent('ussd.data', data, 0, dataCoding, FILL)
  if (text !== undefined) return { text, ...(language === undefined ? {} : { language }) }
  throw new SeptetError(
    'invalid-value',
    'ussd.dataCoding',
    dataCoding,
    'is of octets or of compressed text, and gives no text',
  )
}
