import type { TextOptions } from '../types'

/** An option, or two, that may make a text cheaper, and what it is called in reports. */
export interface Measure {
  readonly how: string
  readonly options: Pick<TextOptions, 'transliterate' | 'smartEncoding' | 'newline' | 'languages'>
}

/**
 * Measures that rewrite a text. A transliterated text with « or — in it stays in UCS-2: the last two replace these as
 * well.
 */
export const MEASURES: readonly Measure[] = [
  { how: 'smart-encoding', options: { smartEncoding: 'always' } },
  { how: 'translit', options: { transliterate: 'translit' } },
  { how: 'volapuk', options: { transliterate: 'volapuk' } },
  { how: 'translit+smart-encoding', options: { transliterate: 'translit', smartEncoding: 'always' } },
  { how: 'volapuk+smart-encoding', options: { transliterate: 'volapuk', smartEncoding: 'always' } },
]
