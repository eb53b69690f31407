import { Failure } from './failure'

/** Charsets of standard input. In all of them a line feed is the octet 0A and nothing else is. */
export const CHARSETS = ['utf-8', 'windows-1251', 'koi8-r']

/** Octets that are no text in their charset. */
export class Malformed extends Failure {
  /** Where, in the octets that were to be decoded. */
  readonly offset: number

  constructor(charset: string, octet: number, position: number, offset: number) {
    const shown = octet.toString(16).toUpperCase().padStart(2, '0')
    super(`standard input: not ${charset} at offset ${position + offset} (octet 0x${shown}); see --charset`)
    this.offset = offset
  }
}

/** The text of some octets; `position` is the first octet's offset in standard input. */
export function decodeOctets(octets: Uint8Array, charset: string, position: number): string {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(octets)
  } catch (error) {
    if (!isMalformed(error)) throw error
    const offset = firstMalformed(octets, charset)
    throw new Malformed(charset, octets[offset]!, position, offset)
  }
}

function isMalformed(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}

/** A TextDecoder tells no offset: the first U+FFFD that is not in the octets themselves stands where they are malformed. */
function firstMalformed(octets: Uint8Array, charset: string): number {
  const lossy = new TextDecoder(charset, { ignoreBOM: true }).decode(octets)
  let offset = 0
  for (let from = 0; ; ) {
    const mark = lossy.indexOf('\uFFFD', from)
    offset += Buffer.byteLength(lossy.slice(from, mark))
    if (octets[offset] !== 0xef || octets[offset + 1] !== 0xbf || octets[offset + 2] !== 0xbd) return offset
    offset += 3
    from = mark + 1
  }
}
