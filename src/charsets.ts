// Charsets that a text may come in as octets. In all of them a line feed is the octet 0A and nothing else is.

export const CHARSETS = ['utf-8', 'windows-1251', 'koi8-r'] as const

export type Charset = (typeof CHARSETS)[number]

/**
 * Where octets are not UTF-8, undefined where they are; `text` is what a lenient decoder with `ignoreBOM` makes of them. A
 * TextDecoder tells no offset: the first U+FFFD that is not in the octets themselves is where they are malformed.
 */
export function firstMalformed(octets: Uint8Array, text: string): number | undefined {
  const encoder = new TextEncoder()
  let offset = 0
  let from = 0
  for (let mark = text.indexOf('\uFFFD'); mark >= 0; mark = text.indexOf('\uFFFD', from)) {
    offset += encoder.encode(text.slice(from, mark)).length
    if (octets[offset] !== 0xef || octets[offset + 1] !== 0xbf || octets[offset + 2] !== 0xbd) return offset
    offset += 3
    from = mark + 1
  }
  return undefined
}
