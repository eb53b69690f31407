import { guessCharset } from './guess-charset'

/** Says what is wrong with a row whose text is not UTF-8. `octets`: those of its block. */
export function describeNotUtf8(octets: Uint8Array): string {
  const guess = guessCharset(octets)
  return `not utf-8; see --charset${guess === undefined ? '' : `, perhaps ${guess}`}`
}
