// The options of the library that the page's switches say.
import type { TextOptions } from 'septet'
import { profiles } from 'septet/profiles'
import type { State } from './state'

/** Those of the carrier, and those that a person has set. An alphabet of a carrier excludes national languages. */
export function optionsOf({ encoding, smart, translit, languages, newline, bits, profile }: State): TextOptions {
  const carried = profile === '' ? {} : profiles[profile].options
  return {
    ...carried,
    newline,
    encoding,
    ...(bits === '16' && { referenceBits: 16 }),
    ...(encoding === 'GSM-7' && { replacement: '?' }),
    ...(smart !== 'no' && { smartEncoding: smart }),
    ...(translit !== 'no' && { transliterate: translit }),
    ...(languages === 'all' && carried.alphabet === undefined && { languages }),
  }
}
