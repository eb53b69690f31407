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

/**
 * A language, and which of its tables may be used: both where `shift` is absent. Spanish has no locking shift table.
 */
export interface LanguageShift {
  /** The language. */
  language: Language
  /** `'single'`: instead of the extension table; `'locking'`: instead of the main table. */
  shift?: 'single' | 'locking'
}

/** National language tables in use: in place of the extension table, and of the main table (TS 23.040 9.2.3.24.15, .16). */
export interface Shifts {
  /** Its table replaces the extension table. */
  single?: Language
  /** Its table replaces the main table. */
  locking?: Language
}
