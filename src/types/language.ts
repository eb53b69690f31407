/** The national languages that TS 23.038 has tables for, identifiers 1 to 13 in this order. */
export type Language =
  | 'turkish'
  | 'spanish'
  | 'portuguese'
  | 'bengali'
  | 'gujarati'
  | 'hindi'
  | 'kannada'
  | 'malayalam'
  | 'oriya'
  | 'punjabi'
  | 'tamil'
  | 'telugu'
  | 'urdu'

/** A language, and which of its tables may be used: either where `shift` is left out. Spanish has no locking shift table. */
export interface LanguageShift {
  language: Language
  shift?: 'single' | 'locking'
}

/** National language tables in use: in place of the extension table, and of the main table (TS 23.040 9.2.3.24.15, .16). */
export interface Shifts {
  single?: Language
  locking?: Language
}
