import type { MessageWaiting } from './data-coding'
import type { InformationElement } from './information-elements'
import type { Language, LanguageShift } from './language'

/** Capacities of a segment, in units. */
export interface SegmentLimits {
  /** of a message that is one segment */
  single: number
  /** of each segment when there are more */
  multi: number
}

/**
 * The two schemes of the SMSC API: `'translit'` (value 1), as most published schemes spell it; `'volapuk'` (value 2), the
 * Latin shape that looks like the letter (транслит: mpaHc/Ium).
 */
export type TransliterationScheme = 'translit' | 'volapuk'

/** What `transliterate` takes beside the scheme. */
export interface TransliterateOptions {
  /** Rows laid over the scheme. */
  table?: LetterTable
}

/**
 * Letters, and the GSM-7 text of at most eight characters that replaces each; an empty one deletes it. At most 1,024 rows. A letter
 * is taken exactly as it is met: a capital has a row of its own. A key may have up to three letters, of which the longest that fits
 * wins (`зг`), and may say where in a word it applies: `^є` at its beginning, `ия$` at its end, `-’-` between two of its letters.
 */
export type LetterTable = Readonly<Record<string, string>>

/** A scheme by name, a table of letters (the caller's own, or one of `septet/schemes`), or a table laid over a scheme. */
export type Transliteration = TransliterationScheme | { scheme?: TransliterationScheme; table?: LetterTable }

/**
 * When smart encoding is applied: wherever there is a look-alike; only when the whole text becomes GSM-7; only when that
 * saves a segment. The latter two never add a segment.
 */
export type SmartEncodingPolicy = 'always' | 'if-gsm7' | 'if-cheaper'

/** When smart encoding is applied, and to what. */
export interface SmartEncoding {
  /** Default `'if-cheaper'`. */
  policy?: SmartEncodingPolicy
  /** Whether letters of a language outside GSM-7 give way too: Você becomes Voce, Zażółć becomes Zazolc. Default `false`. */
  letters?: boolean
  /** Exactly these characters are replaced, whether in GSM-7 or not, in place of those that septet knows: `twilio` of `septet/schemes`. */
  table?: LetterTable
}

/** What `smartEncode` takes. */
export interface SmartEncodeOptions extends Omit<SmartEncoding, 'policy'>, Pick<TextOptions, 'languages'> {
  /** Default `'always'`. */
  policy?: SmartEncodingPolicy
}

/**
 * The characters that a route carries: all of GSM-7; those of its main table, of one septet each; those of ASCII that are in GSM-7; or
 * these, each of which must be in GSM-7.
 */
export type Alphabet = 'gsm7' | 'gsm7-basic' | 'ascii' | { characters: string }

/** Options of everything that takes a text. Work is done in the order of these members. */
export interface TextOptions {
  /** Letters of another alphabet in those of GSM-7: by a scheme, by a table, or by a table laid over a scheme. */
  transliterate?: Transliteration
  /**
   * Typographic characters, full-width forms, ligatures and Greek capitals that look Latin, outside GSM-7, as their look-alikes in
   * it. Letters of a language (ê, ł) stay, except with `letters: true`. `true` is `'if-cheaper'`; uncut counts under the same
   * other options are compared. Default `false`.
   */
  smartEncoding?: boolean | SmartEncodingPolicy | SmartEncoding
  /** Line ends (LF, CR LF, lone CR): as they are, or all written as LF or CR LF. Default `'keep'`. */
  newline?: 'keep' | 'lf' | 'crlf'
  /**
   * What the route carries in GSM-7; a text with any other character is UCS-2, and a `replacement` takes the place of each. Smart
   * encoding writes nothing else, and `replacement` must be in it. Not with `languages`. Default `'gsm7'`.
   */
  alphabet?: Alphabet
  /** `'auto'`: GSM-7 where every character is in it, else UCS-2. Default `'auto'`. */
  encoding?: 'auto' | 'GSM-7' | 'UCS-2'
  /**
   * National languages whose tables may be used (TS 23.038 6.2.1.2). One choice is made for the whole message, and named in
   * every segment, which takes room: 155 septets with one table, 152 with two, 149 and 146 in a longer message. Fewest
   * segments wins, then default before single shift before locking shift before both before UCS-2, then fewer units, then
   * the order given here. Phones that do not know the tables show other characters.
   */
  languages?: readonly (Language | LanguageShift)[] | 'all'
  /** Stands for each code point outside GSM-7 and the `languages` allowed; a GSM-7 text, or empty to drop them. Needs `encoding: 'GSM-7'`. */
  replacement?: string
  /**
   * Cuts the text so that it needs no more segments: at most so many, 1 or more. The encoding is that of the whole text.
   * One segment alone has the room of a single one (160 septets). Parameter maxsms of the SMSC API.
   */
  maxSegments?: number
  /**
   * Where a text may be cut. An escape pair and a surrogate pair are never cut. `'grapheme'` also keeps what a reader takes
   * for one character: flags, families, letters with marks, CR LF; one that is longer than a segment is cut where it must.
   * It needs Intl.Segmenter ('unsupported' without). Default `'character'`.
   */
  boundary?: 'character' | 'grapheme'
  /** A carrier's own sizes, in units; the smaller of these and what physically fits counts. */
  limits?: { gsm7?: SegmentLimits; ucs2?: SegmentLimits }
  /**
   * Elements that every segment has (ports, message waiting), in their order, before those that the library writes: national
   * languages, concatenation. A list, or a header's octets with the length octet first. No concatenation and no national
   * language among them; 130 octets at most, 129 with `referenceBits: 16`.
   */
  header?: readonly InformationElement[] | Uint8Array
  /**
   * Concatenation reference: 0 to 255, or 65535 with `referenceBits: 16`; or a function that returns one, called once for
   * a message of several segments, and never by `count` and `segment`. Default: a checksum of what the segments carry, so that a resend
   * keeps its number, and two messages to one phone share one in 256 times (65,536).
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
