// The names to type for tables of letters.
import type { Transliteration } from 'septet'
import * as schemes from '../../schemes'
import { createWordReader } from './typed'

const { twilio, ...SCHEMES } = schemes

export { twilio }

/** The tables that transliterate, by name. */
export const LETTER_TABLES = SCHEMES

/** A scheme of the library, or a table, by its name in upper or lower case. */
export function readScheme(typed: string): Transliteration {
  const names = Object.keys(SCHEMES) as (keyof typeof SCHEMES)[]
  const word = createWordReader('translit', 'volapuk', ...names.map((name) => name.toLowerCase()))(typed)
  const name = names.find((name) => name.toLowerCase() === word)
  return name === undefined ? (word as 'translit') : { table: SCHEMES[name] }
}
