import { findMalformed } from '../../charsets'
import { Failure } from '../failure'

/** The error for octets that are not text in their charset. */
export class Malformed extends Failure {
  /** The offset in the octets that `decodeOctets` got. */
  readonly offset: number

  constructor(charset: string, octet: number, position: number, offset: number) {
    const shown = octet.toString(16).toUpperCase().padStart(2, '0')
    super(`standard input: not ${charset} at offset ${position + offset} (octet 0x${shown}); see --charset`)
    this.offset = offset
  }
}

/** Decodes octets. `position`: the offset of the first octet in standard input. */
export function decodeOctets(octets: Uint8Array, charset: string, position: number): string {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(octets)
  } catch (error) {
    if (!isMalformed(error)) throw error
    const offset = findMalformed(octets, new TextDecoder(charset, { ignoreBOM: true }).decode(octets))
    if (offset === undefined) throw error
    throw new Malformed(charset, octets[offset]!, position, offset)
  }
}

function isMalformed(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}
