import { isUtf8 } from 'node:buffer'

export const NOT_UTF8 = 'not utf-8; see --charset'

/** Some octets as a string that can be cut at any ASCII character. */
export interface Rough {
  readonly text: string
  /** The text of a piece; U+FFFD stands for what is no UTF-8. */
  textOf(piece: string): string
  isSound(piece: string): boolean
  /** What makes octets of pieces that are put together again, with ASCII between them. */
  readonly encoding: 'utf8' | 'latin1'
}

/**
 * UTF-8 octets as text. Where some of them are none, one character an octet, so that each piece can be told from one that
 * has a U+FFFD of its own.
 */
export function roughly(octets: Buffer): Rough {
  if (isUtf8(octets)) {
    return {
      text: octets.toString('utf8'),
      textOf: (piece) => piece,
      isSound: () => true,
      encoding: 'utf8',
    }
  }
  return {
    text: octets.toString('latin1'),
    textOf: (piece) => Buffer.from(piece, 'latin1').toString('utf8'),
    isSound: (piece) => isUtf8(Buffer.from(piece, 'latin1')),
    encoding: 'latin1',
  }
}
