import type { Count } from './count'
import type { Language } from './language'
import type { LetterTable, TextOptions, TransliterationScheme } from './options'

/** A character outside GSM-7. */
export interface ForeignCharacter {
  /** UTF-16 offset in the argument. */
  offset: number
  /** Its code point, above U+FFFF too; of a lone surrogate, that unit. */
  codePoint: number
  /** 16-bit units that it takes: 1 or 2. */
  units: number
  /** GSM-7 characters that look like it, where the table of smart encoding has any; empty for invisible characters. */
  replacement?: string
  /** It has a replacement, and is a letter of a language: smart encoding leaves it, except with `letters: true`. */
  letter?: true
}

/** What a measure makes of the text, which is not cut, whatever `maxSegments`. */
interface Weighed {
  /** The options of the call with what the measure adds: passed back with the same text, they give these numbers. */
  options: TextOptions
  /** The text as it is sent with these options. */
  text: string
  encoding: 'GSM-7' | 'UCS-2'
  units: number
  segments: number
}

/**
 * A measure, and what it makes of the text.
 *
 * | `how` | |
 * | --- | --- |
 * | `'as-is'` | nothing is changed |
 * | `'newline-lf'` | each line end is LF |
 * | `'smart-encoding'` | `characters`, which are no letters of a language, become their look-alikes |
 * | `'replace'` | the same, and letters of a language become theirs |
 * | `'drop'`, and after the two above | `characters`, of which none is a part of a word, are left out |
 * | `'scheme'` | transliterated by one of the `schemes`, which has every letter of the text |
 * | `'translit'`, `'volapuk'` | transliterated by this scheme |
 * | `'...+smart-encoding'` | with look-alikes too, where the two save more than any before |
 * | `'language-turkish'` and others | a national language is allowed |
 */
export type Alternative =
  | (Weighed & { how: 'as-is' | 'newline-lf' | 'translit' | 'volapuk' | `${TransliterationScheme}+smart-encoding` })
  | (Weighed & { how: `language-${Language}` })
  | (Weighed & {
      how: 'smart-encoding' | 'replace' | 'drop' | 'smart-encoding+drop' | 'replace+drop'
      /** What is replaced; with `drop`, what is left out. Each once, and a hundred at most. */
      characters: string[]
    })
  | (Weighed & {
      how: 'scheme' | 'scheme+smart-encoding'
      /** Its name in `schemes`. */
      scheme: string
    })

/** Options of `inspect`. */
export interface InspectOptions extends TextOptions {
  /** Tables of letters that may be offered, by name, such as those of `septet/schemes`: `{ ukrainian2010 }`. */
  schemes?: Readonly<Record<string, LetterTable>>
}

/** A count, and what keeps it from being smaller. */
export interface Inspection extends Count {
  /** The characters outside GSM-7, in the order of the text: the first 17,085, which is more than a message can have. */
  characters: ForeignCharacter[]
  /** How many characters outside GSM-7 there are in all. */
  foreign: number
  /** Units to remove from the end, so that the rest needs one segment fewer; 0 where there is only one segment. */
  toSaveSegment: number
  /** The text as it is, and each measure that changes it: fewest segments first; of equals, what changes least. */
  readonly alternatives: Alternative[]
  /** `how` of the first alternative. */
  readonly cheapest: Alternative['how']
}
