// IANA's MIBEnum numbers of charsets, as WBXML and WSP declare them. The core itself reads those of Unicode and
// Latin-1.
import { UTF_8 } from '../core/wbxml'
import { SeptetError } from '../errors'
import { decodeUnits } from '../octets'

/** MIBEnum of the charsets that the core reads: US-ASCII, ISO-8859-1, UTF-8, UCS-2 and UTF-16. */
const IN_CORE = [3, 4, 106, 1000, 1013, 1014, 1015]

/** The runtime's names of the other charsets. */
const LABELS: Readonly<Record<number, string>> = {
  5: 'iso-8859-2',
  6: 'iso-8859-3',
  7: 'iso-8859-4',
  8: 'iso-8859-5',
  9: 'iso-8859-6',
  10: 'iso-8859-7',
  11: 'iso-8859-8',
  12: 'windows-1254', // ISO-8859-9, except for controls
  13: 'iso-8859-10',
  17: 'shift_jis',
  18: 'euc-jp',
  36: 'euc-kr',
  38: 'euc-kr',
  39: 'iso-2022-jp',
  109: 'iso-8859-13',
  110: 'iso-8859-14',
  111: 'iso-8859-15',
  112: 'iso-8859-16',
  113: 'gbk',
  114: 'gb18030',
  2025: 'gbk', // GB2312 is a part of it
  2026: 'big5',
  2084: 'koi8-r',
  2088: 'koi8-u',
  2109: 'windows-874',
  2250: 'windows-1250',
  2251: 'windows-1251',
  2252: 'windows-1252',
  2253: 'windows-1253',
  2254: 'windows-1254',
  2255: 'windows-1255',
  2256: 'windows-1256',
  2257: 'windows-1257',
  2258: 'windows-1258',
  2259: 'windows-874', // TIS-620 is a part of it
}

/**
 * Returns the function that makes text of the units that the core has read from a document in this charset.
 * @throws {SeptetError} 'unsupported'
 */
export function createCharsetDecoder(
  argument: string,
  octets: Uint8Array,
  charset: number,
): (units: string, offset: number) => string {
  if (IN_CORE.includes(charset)) return (units) => units
  const decoder = createDecoder(LABELS[charset])
  if (decoder === undefined) {
    const message = `is in charset ${charset} (MIBEnum), which this runtime does not read`
    throw new SeptetError('unsupported', argument, octets, message)
  }
  // Octets that the core does not decode. Those below 80 stay as they are; the others are the units DC80 to DCFF, which no character
  // entity can be alone.
  const runs = /[\0-\x7f\udc80-\udcff]+/gu
  return (units, offset) => {
    try {
      return units.replace(runs, (run) => decoder.decode(Uint8Array.from(run, (unit) => unit.charCodeAt(0) & 0xff)))
    } catch {
      const message = 'has octets that are no character of its charset'
      throw new SeptetError('malformed', argument, octets, message, offset)
    }
  }
}

/** The text of octets in a charset; undefined where they are not text in it, or the runtime does not read it. */
export function decodeText(octets: Uint8Array, charset: number): string | undefined {
  if (charset === LATIN_1) return decodeUnits(octets)
  if (charset === ASCII) return octets.every((octet) => octet < 0x80) ? decodeUnits(octets) : undefined
  if (isWide(charset)) {
    if (octets.length % 2 !== 0) return undefined
    const isLittle = charset === UTF_16LE
    const units = Uint16Array.from({ length: octets.length / 2 }, (_, unit) => {
      const [first, second] = [octets[2 * unit]!, octets[2 * unit + 1]!]
      return isLittle ? (second << 8) | first : (first << 8) | second
    })
    return decodeUnits(units[0] === BYTE_ORDER_MARK ? units.subarray(1) : units)
  }
  try {
    // Every runtime has this function, but some have no TextDecoder.
    if (charset === UTF_8) return decodeURIComponent(Array.from(octets, writePercent).join(''))
    return createDecoder(LABELS[charset])?.decode(octets)
  } catch {
    return undefined
  }
}

const ASCII = 3
const LATIN_1 = 4
const UTF_16LE = 1014
/** UCS-2, UTF-16BE, UTF-16. */
const UTF_16 = [1000, 1013, 1015]
const BYTE_ORDER_MARK = 0xfeff

/** Whether a charset has units of two octets. */
export function isWide(charset: number): boolean {
  return charset === UTF_16LE || UTF_16.includes(charset)
}

function writePercent(octet: number): string {
  return `%${octet.toString(16).padStart(2, '0')}`
}

/** Runtimes have different charsets, and some have no decoder at all. */
function createDecoder(label: string | undefined): TextDecoder | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true })
  } catch {
    return undefined
  }
}
