import type { Shifts } from './language'

/** What a message costs. Units are septets in GSM-7 (an extension character is two) and 16-bit code units in UCS-2. */
export interface Count {
  /** The encoding of the whole message. */
  encoding: 'GSM-7' | 'UCS-2'
  /** Units of the whole text. */
  units: number
  /** Segments of the message, 1 or more: an empty text is one empty segment. */
  segments: number
  /** Capacity of a segment at this count, in units: 160, or 153 as soon as there are two (70 and 67 in UCS-2). */
  perSegment: number
  /** Units that still fit the last segment. */
  remaining: number
  /**
   * The languages of the tables that were chosen, where they are not the default ones. Only with the option
   * `languages`.
   */
  shifts?: Shifts
}
