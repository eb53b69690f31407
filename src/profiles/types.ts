import type { TextOptions } from '../types'

/** What a carrier, or a provider on the way to it, takes. Nobody's contract: each has its source. */
export interface Profile {
  /** Options for `count` and all that takes a text. Never `maxSegments`: a profile warns, it never cuts. */
  readonly options: ProfileOptions
  /** Segments of a message at most. */
  readonly mostSegments?: number
  /** Characters of a message at most, as UTF-16 units: no page says which characters it counts. */
  readonly mostCharacters?: number
  /** `false`: segments arrive as messages of their own. */
  readonly concatenation?: false
  /** Where this is said. Where it is one person's report, it says so. */
  readonly source: string
  /** Day of the page or the thread, as YYYY-MM-DD; empty where it has none. */
  readonly date: string
}

/** Of the options of a text, those that a route decides. */
export type ProfileOptions = Pick<TextOptions, 'limits' | 'referenceBits' | 'alphabet'>
