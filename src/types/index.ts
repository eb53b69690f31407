import type { InformationElement, TextFormat } from './information-elements'

export type * from './information-elements'

/** How the network carries the characters: TS 23.038 6.2.1 (septets), 6.2.3 (16-bit units), or octets as they are. */
export type Encoding = 'GSM-7' | 'UCS-2' | '8-bit'

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

/** What a message costs. Units are septets in GSM-7 (an extension character is two) and 16-bit code units in UCS-2. */
export interface Count {
  encoding: 'GSM-7' | 'UCS-2'
  /** Units of the whole text. */
  units: number
  /** Segments it is sent in; an empty text is one empty segment. */
  segments: number
  /** Capacity of a segment at this count, in units: 160, or 153 as soon as there are two (70 and 67 in UCS-2). */
  perSegment: number
  /** Units that still fit the last segment. */
  remaining: number
  /** The tables that the option `languages` has led to, where they are not the default ones. */
  shifts?: Shifts
}

/** One segment of a text. */
export interface Part {
  text: string
  /** Units of this segment, header not counted. */
  units: number
  /** UTF-16 offsets of the segment in `Segmentation.text`; `end` is exclusive. */
  start: number
  end: number
  /** The same borders as UTF-16 offsets in the argument: they differ where an option rewrote the text. */
  sourceStart: number
  sourceEnd: number
}

/** A count, and its segments. */
export interface Segmentation extends Count {
  /** The text as it is sent, after every option that rewrites it. */
  text: string
  /** UTF-16 units that `maxSegments` cut off the text, as it would have been sent otherwise. */
  dropped: number
  parts: Part[]
}

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
  /**
   * Rows laid over the scheme: a letter, exactly as it is met (capitals have rows of their own), and the GSM-7 text of at
   * most eight characters that replaces it; an empty one deletes it. At most 1,024 rows.
   */
  table?: Readonly<Record<string, string>>
}

/**
 * When smart encoding is applied: wherever there is a look-alike; only when the whole text becomes GSM-7; only when that
 * saves a segment. The latter two never add a segment.
 */
export type SmartEncodingPolicy = 'always' | 'if-gsm7' | 'if-cheaper'

/** What `smartEncode` takes. */
export interface SmartEncodeOptions extends Pick<TextOptions, 'languages'> {
  /** Default `'always'`. */
  policy?: SmartEncodingPolicy
}

/** Options of everything that takes a text. Work is done in the order of these members. */
export interface TextOptions {
  /** Cyrillic letters in Latin ones: by a scheme, or by a scheme with a table laid over it. */
  transliterate?: TransliterationScheme | ({ scheme: TransliterationScheme } & TransliterateOptions)
  /**
   * Typographic characters, full-width forms, ligatures and accented letters outside GSM-7 as their look-alikes in it.
   * `true` is `'if-cheaper'`; uncut counts under the same other options are compared. Default `false`.
   */
  smartEncoding?: boolean | SmartEncodingPolicy
  /** Line ends (LF, CR LF, lone CR): as they are, or all written as LF or CR LF. Default `'keep'`. */
  newline?: 'keep' | 'lf' | 'crlf'
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

/** Message waiting indication: groups 1100 to 1110 of TS 23.038 4. */
export interface MessageWaiting {
  kind: 'voice' | 'fax' | 'email' | 'other'
  /** Whether any wait: the phone shows its sign, or takes it away. Default `true`. */
  active?: boolean
  /** Whether the phone keeps the text. UCS-2 is always kept. Default `true`. */
  store?: boolean
}

/** What a data coding octet says. */
export interface DataCoding {
  octet: number
  encoding: Encoding
  messageClass?: 0 | 1 | 2 | 3
  messageWaiting?: Required<MessageWaiting>
  /** Compressed by TS 23.042, which nobody does; the text is not what it seems. */
  compressed?: true
  /** Marked to be deleted once read. */
  automaticDeletion?: true
}

/** Characters of a text that look alike. */
export interface FormatRun extends TextFormat {
  /** UTF-16 offset in the text. */
  start: number
  /** UTF-16 units, at least 1. */
  length: number
}

/** One segment as the network takes it. */
export interface ShortMessage {
  /** The whole TP-UD, user data header included: at most 140 octets, or 160 unpacked. */
  userData: Uint8Array
  /** TP-UDL: septets if packed GSM-7 (header and fill bits counted), else octets. */
  userDataLength: number
  /** TP-UDHI; in SMPP, esm_class bit 0x40. */
  hasHeader: boolean
  /** TP-DCS; in SMPP, data_coding. */
  dataCoding: number
  /** TP-PID. */
  protocolId: number
  /** Whether septets are packed; unpacked octets are SMPP's. */
  packed: boolean
}

/** What `decode` and `read` need of a message, and what they take into account where it is given. */
export type ReadableMessage = Pick<ShortMessage, 'userData' | 'dataCoding' | 'hasHeader'> & Partial<ShortMessage>

/** A report of `septet/pdu`, whose user data may be longer; without a data coding it is of the default alphabet. */
export type ReadableReport = Pick<ShortMessage, 'hasHeader'> &
  Partial<ShortMessage> & { type: 'status-report' | 'deliver-report' | 'submit-report' }

/** How `decode` and `read` go about what is missing, and what is wrong. */
export interface ReadOptions {
  /** Segments may be missing: the text, or the data, is that of those there are, in order. Default `false`. */
  partial?: boolean
  /**
   * Octets that contradict each other are read as far as they go, and each fault is listed: U+FFFD for one septet or one
   * unit, TP-UDL no longer than what is there. 8-bit data is never replaced. A byte order mark is taken off, and followed.
   * Default `false`.
   */
  lenient?: boolean
  /** User data may be longer than the 140 octets of the air, or the 160 unpacked: SMPP carries up to 65,535. Default `false`. */
  anyLength?: boolean
}

/** One segment of a message, by itself. */
export interface ReadPart {
  /** From 1. */
  sequence: number
  /** Its text, in GSM-7 or UCS-2. */
  text?: string
  /** Its octets, of 8-bit data. */
  data?: Uint8Array
}

/** Where octets contradict each other or the standard, and reading went on. */
export interface Fault {
  /** Index of the message in the argument; 0 for one alone. */
  message: number
  /** Octet offset in its user data. */
  offset: number
  /** What is wrong, in words. */
  reason: string
}

/** A message read back. */
export interface Reading {
  encoding: Encoding
  /** The text of a GSM-7 or UCS-2 message. */
  text?: string
  /** The octets of an 8-bit message, headers removed. */
  data?: Uint8Array
  /** The elements of every segment, in order, without the concatenation. */
  elements: InformationElement[]
  /** How the text looks, where elements of EMS say so: joined over segments, offsets in `text`, or in `data`. */
  runs?: FormatRun[]
  messageClass?: 0 | 1 | 2 | 3
  /** The national languages by whose tables the text was read, each once. */
  languages?: Language[]
  dataCoding: DataCoding
  /** TP-PID, where the first message has it. */
  protocolId?: number
  /** With `partial`: the sequence numbers that are missing. */
  missing?: number[]
  /** With `partial`: the segments there are, in order. */
  parts?: ReadPart[]
  /** With `lenient`: what is wrong with the octets, in the order of the messages and their offsets. */
  faults?: Fault[]
}

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

/** A `WebAssembly.Module`, where the project's types know such: a plain Node project without the DOM's types does not. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module
  : object

/** Counts of many messages, a column each; message n is element n of each column. */
export interface CountColumns {
  /** 0: GSM-7. 1: UCS-2. */
  encodings: Uint8Array
  /** Units of each message: septets, or 16-bit code units. */
  units: Uint32Array
  /** Segments of each message; 0 where there is none, which is only so where `validity` says it. */
  segments: Uint32Array
  /** The sum of `segments`. */
  totalSegments: number
}

/** Options of `countUtf8`. */
export interface Utf8Options extends TextOptions {
  /** Messages, where `offsets` is padded after them, as Arrow's buffers are. Default: all that `offsets` has. */
  length?: number
  /** Arrow's validity bitmap: a bit a message, the lowest of an octet first; 0 for null, which is 0 segments. */
  validity?: Uint8Array | null | undefined
  /** Bits of `validity` before that of the first message: the `offset` of an Arrow vector that was sliced. Default 0. */
  validityOffset?: number
}
