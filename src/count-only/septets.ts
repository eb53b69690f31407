import { alphabet } from '../../build/count.js'

/** Septets that the table has for a unit outside GSM-7: no segment has room for them. */
export const FOREIGN = 0xff

/** Characters of the main table, which come first in the alphabet. */
const MAIN = 128

let table: Uint8Array | undefined

/** Septets of each unit (TS 23.038 6.2.1). They are derived at the first call. */
export function getSeptets(): Uint8Array {
  table ??= deriveSeptets()
  return table
}

/** The main table comes last: what it has is one septet. */
function deriveSeptets(): Uint8Array {
  const septets = new Uint8Array(0x10000).fill(FOREIGN)
  for (let at = alphabet.length; at > 0; ) septets[alphabet.charCodeAt(--at)] = at < MAIN ? 1 : 2
  // What the alphabet has in the place of the escape.
  septets[0] = FOREIGN
  return septets
}
