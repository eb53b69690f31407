// The charsets of texts that are given as octets. In all of them the octet 0A is a line feed, and is never part of another
// character.

export const CHARSETS = ['utf-8', 'windows-1251', 'koi8-r'] as const

export type Charset = (typeof CHARSETS)[number]

/**
 * Finds the offset of the first octet that is not UTF-8; undefined if all are. `text` is what a lenient decoder with
 * `ignoreBOM` returns for them. A TextDecoder gives no offset, but it writes U+FFFD there: the first one that the octets
 * themselves do not contain.
 */
export function findMalformed(octets: Uint8Array, text: string): number | undefined {
  const encoder = new TextEncoder()
  let offset = 0
  let from = 0
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', from)) {
    offset += encoder.encode(text.slice(from, at)).length
    if (octets[offset] !== 0xef || octets[offset + 1] !== 0xbf || octets[offset + 2] !== 0xbd) return offset
    offset += 3
    from = at + 1
  }
  return undefined
}
