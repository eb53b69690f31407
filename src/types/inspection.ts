import type { Count } from './count'

/** A character outside GSM-7. */
export interface ForeignCharacter {
  /** UTF-16 offset in the argument. */
  offset: number
  codePoint: number
  /** 16-bit units it takes: 1 or 2. */
  units: number
  /** GSM-7 characters that look like it, where the table of smart encoding has any; empty for invisible characters. */
  replacement?: string
}

/** What a measure would make of the text. */
export interface Alternative {
  /**
   * `'as-is'`; or `'newline-lf'`, `'smart-encoding'` (always), `'translit'`, `'volapuk'`, `'language-turkish'` and the like:
   * the option that would be added; `'translit+smart-encoding'` and `'volapuk+smart-encoding'` where the two save more than
   * either. Those that change nothing are left out. None is cut, whatever `maxSegments`.
   */
  how: string
  segments: number
  encoding: 'GSM-7' | 'UCS-2'
}

/** A count, and what keeps it from being smaller. */
export interface Inspection extends Count {
  /** The characters outside GSM-7, in the order of the text: the first 17,085, which is more than a message can hold. */
  characters: ForeignCharacter[]
  /** How many there are in all. */
  foreign: number
  /** Units to remove from the end to need one segment fewer; 0 where one segment is all there is. */
  toSaveSegment: number
  /** The text as it is, then each measure. */
  alternatives: Alternative[]
  /** `how` of the alternative with the fewest segments; the earliest of equals. */
  cheapest: string
}
