import { guessCharset } from './guess-charset'

/** What is wrong with a row whose text is in another charset; `octets`: those of its block. */
export function notUtf8(octets: Uint8Array): string {
  const guess = guessCharset(octets)
  return `not utf-8; see --charset${guess === undefined ? '' : `, perhaps ${guess}`}`
}
