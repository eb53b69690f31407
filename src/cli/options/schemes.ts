// The names to type for tables of letters.
import type { Transliteration } from 'septet'
import * as schemes from '../../schemes'
import { createWordReader, offerWords } from './typed'

const { twilio, ...SCHEMES } = schemes

export { twilio }

/** The tables that transliterate, by name. */
export const LETTER_TABLES = SCHEMES

const NAMES = Object.keys(SCHEMES) as (keyof typeof SCHEMES)[]

/** Reads the name of a scheme of the library, or of a table, in upper or lower case. */
export const readScheme = offerWords(['translit', 'volapuk', ...NAMES], (typed: string): Transliteration => {
  const word = createWordReader('translit', 'volapuk', ...NAMES.map((name) => name.toLowerCase()))(typed)
  const name = NAMES.find((name) => name.toLowerCase() === word)
  return name === undefined ? (word as 'translit') : { table: SCHEMES[name] }
})
