import type { MessageWaiting } from './data-coding'
import type { InformationElement } from './information-elements'
import type { Language, LanguageShift } from './language'

/** Capacities of a segment, in units. */
export interface SegmentLimits {
  /** Units of a segment that is the whole message. */
  single: number
  /** Units of each segment where there are several. */
  multi: number
}

/**
 * The two schemes of the SMSC API: `'translit'` (value 1), as most published schemes spell it; `'volapuk'` (value 2), the
 * Latin shape that looks like the letter (транслит: mpaHc/Ium).
 */
export type TransliterationScheme = 'translit' | 'volapuk'

/** What `transliterate` takes besides the scheme. */
export interface TransliterateOptions {
  /** Rows that come before those of the scheme. */
  table?: LetterTable
}

/**
 * Letters, and the GSM-7 text of at most eight characters that replaces each; an empty one deletes it. At most 1,024
 * rows. A letter matches exactly: a capital needs a row of its own. A key may have up to three letters (`зг`), and the
 * longest key that fits wins. A key may say where in a word it applies: `^є` at its beginning, `ия$` at its end, `-’-`
 * between two of its letters.
 */
export type LetterTable = Readonly<Record<string, string>>

/**
 * A scheme by name; a table of letters, the caller's own or one of `septet/schemes`; or both: the rows of the table
 * come first.
 */
export type Transliteration = TransliterationScheme | { scheme?: TransliterationScheme; table?: LetterTable }

/**
 * When smart encoding is applied. `'always'`: wherever there is a look-alike. `'if-gsm7'`: only where the whole text
 * becomes GSM-7, and takes no more segments. `'if-cheaper'`: only where that saves a segment.
 */
export type SmartEncodingPolicy = 'always' | 'if-gsm7' | 'if-cheaper'

/** When smart encoding is applied, and to what. */
export interface SmartEncoding {
  /** Default `'if-cheaper'`. */
  policy?: SmartEncodingPolicy
  /**
   * Whether letters of a language outside GSM-7 are replaced too: Você becomes Voce, Zażółć becomes Zazolc. Default
   * `false`.
   */
  letters?: boolean
  /**
   * Exactly these characters are replaced, in GSM-7 or not, instead of those that septet knows: `twilio` of
   * `septet/schemes`.
   */
  table?: LetterTable
}

/** What `smartEncode` takes. */
export interface SmartEncodeOptions extends Omit<SmartEncoding, 'policy'>, Pick<TextOptions, 'languages'> {
  /** Default `'always'`. */
  policy?: SmartEncodingPolicy
}

/**
 * The characters that a route carries. `'gsm7'`: all of GSM-7. `'gsm7-basic'`: those of its main table, one septet
 * each. `'ascii'`: those of ASCII that are in GSM-7. Or these `characters`, each of which must be in GSM-7.
 */
export type Alphabet = 'gsm7' | 'gsm7-basic' | 'ascii' | { characters: string }

/** Options of all functions that take a text. The manual's table has them in the order in which they are applied. */
export interface TextOptions {
  /** Writes letters of another alphabet in those of GSM-7: by a scheme, by a table, or by both. */
  transliterate?: Transliteration
  /**
   * Replaces characters outside GSM-7 by their look-alikes in it: typographic characters, full-width forms, ligatures,
   * Greek capitals that look Latin. Letters of a language (ê, ł) stay, except with `letters: true`. `true` is
   * `'if-cheaper'`. It compares counts under the same other options, without `maxSegments`. Default `false`.
   */
  smartEncoding?: boolean | SmartEncodingPolicy | SmartEncoding
  /** How line ends (LF, CR LF, lone CR) are sent: as they are, or all as LF or CR LF. Default `'keep'`. */
  newline?: 'keep' | 'lf' | 'crlf'
  /**
   * What the route carries in GSM-7. A text with any other character is UCS-2, unless a `replacement` replaces these.
   * Smart encoding writes only characters of the alphabet, and `replacement` must be in it. Not with `languages`.
   * Default `'gsm7'`.
   */
  alphabet?: Alphabet
  /** `'auto'`: GSM-7 where every character is in it, otherwise UCS-2. Default `'auto'`. */
  encoding?: 'auto' | 'GSM-7' | 'UCS-2'
  /**
   * National languages whose tables may be used (TS 23.038 6.2.1.2). The whole message has one choice of tables. Every
   * segment names it, which takes room: 155 septets with one table, 152 with two, 149 and 146 in a longer message.
   * Chosen are the tables with the fewest segments. Of several, the first of these: the default ones, a single shift, a locking
   * shift, both, UCS-2; then those with fewer units; then the first in the order given here. Phones that do not know the tables
   * show other characters.
   */
  languages?: readonly (Language | LanguageShift)[] | 'all'
  /**
   * Replaces each code point outside GSM-7 and the `languages` allowed. A GSM-7 text of at most 160 characters; empty
   * to drop them. Needs `encoding: 'GSM-7'`.
   */
  replacement?: string
  /**
   * Most segments, 1 or more. The rest of the text is cut off. The encoding is that of the whole text. One segment
   * alone has the capacity of a single one (160 septets). Parameter maxsms of the SMSC API.
   */
  maxSegments?: number
  /**
   * Where a text may be cut. An escape pair and a surrogate pair are never cut. `'grapheme'` also does not cut what a
   * reader sees as one character: flags, families, letters with marks, CR LF. One that is longer than a segment is cut
   * where the segment is full. It needs Intl.Segmenter ('unsupported' without). Default `'character'`.
   */
  boundary?: 'character' | 'grapheme'
  /**
   * A carrier's own capacities of a segment, in units, 2 or more. The smaller of these and what fits 140 octets counts.
   */
  limits?: { gsm7?: SegmentLimits; ucs2?: SegmentLimits }
  /**
   * Elements that every segment has (ports, message waiting), in their order, before those that the library writes:
   * national languages, concatenation. A list, or a header's octets with the length octet first. It must not have a
   * concatenation or a national language. At most 130 octets, 129 with `referenceBits: 16`.
   */
  header?: readonly InformationElement[] | Uint8Array
  /**
   * Concatenation reference: 0 to 255, or 65535 with `referenceBits: 16`; or a function that returns one, called once
   * for a message of several segments, and never by `count` and `segment`. Default: a checksum of what the segments
   * carry. So a resend keeps its number, and two other messages share a number in one of 256 cases (65,536).
   */
  reference?: number | (() => number)
  /** Width of the concatenation reference: element 00 or 08. Default 8. */
  referenceBits?: 8 | 16
  /** Message class of TS 23.038 4. `count` and `segment` ignore it. */
  messageClass?: 0 | 1 | 2 | 3
  /** Class 0, displayed at once. `count` and `segment` ignore it. */
  flash?: boolean
  /** The text is about messages that wait elsewhere. Not with a message class. `count` and `segment` ignore it. */
  messageWaiting?: MessageWaiting
  /** TP-PID, 0 to 255: 0x40 is a message that no phone shows (type 0, a silent ping), 0x41 to 0x47 replace an earlier one of
   * the same value. Default 0. `count` and `segment` ignore it. */
  protocolId?: number
  /** `true`: septets packed eight in seven octets (TPDU). `false`: one septet an octet (SMPP). Default `true`. */
  packed?: boolean
}
