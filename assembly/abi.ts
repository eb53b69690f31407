// The numbers that the core and its callers share: sizes, return values, places of RESULT, identifiers of elements.
// Constants only. AssemblyScript compiles this file into the core; the bindings in src/core/ import the same file.

// Sizes. README.md beside this file lists every buffer.

/** Octets of a TP-UD (TS 23.040 9.2.3.24). */
export const USER_DATA: i32 = 140

/** Octets of a message that SMPP carries with one septet in each octet: the 160 septets of a TP-UD. */
export const UNPACKED: i32 = 160

/** Most segments of one message: the total of a concatenation element is one octet (TS 23.040 9.2.3.24.1). */
export const MOST_SEGMENTS: i32 = 255

/** Most units that a rewriting kernel writes for one unit. */
export const LONGEST_REWRITE: i32 = 8

/** Most rows of a caller's own transliteration table. */
export const MOST_OWN_ROWS: i32 = 1024

/** Most letters of such a row. */
export const MOST_LETTERS: i32 = 3

/**
 * Rows that OWN_ROWS has room for: each row of the caller, and a second one that has its letter as letter and combining
 * mark.
 */
export const OWN_ROWS_ROOM: i32 = 2 * MOST_OWN_ROWS

/** Places in a row of OWN_ROWS: its letters, 0 after the last; where it applies; the number of units that replace them; these units. */
export const ROW_WHERE: i32 = MOST_LETTERS
export const ROW_LENGTH: i32 = MOST_LETTERS + 1
export const ROW_TEXT: i32 = MOST_LETTERS + 2

/** Units of a row. */
export const OWN_ROW: i32 = ROW_TEXT + LONGEST_REWRITE

/** Where a row applies: everywhere, at the beginning of a word, at its end, between two letters of it. */
export const ANYWHERE: i32 = 0
export const INITIAL: i32 = 1
export const FINAL: i32 = 2
export const INSIDE: i32 = 3

// Return values.

/** A unit is outside GSM-7, or outside the tables in use. */
export const FOREIGN: i32 = -1

/** `fromUtf8`: the text has more than WINDOW units. */
export const TOO_MANY: i32 = -1

// Places of RESULT after a function that cuts, or that rewrites.

/** Septets, or 16-bit units, of the text. */
export const UNITS: i32 = 0

/** Capacity of a segment at this count. */
export const PER_SEGMENT: i32 = 1

/** Units that still fit the last segment. */
export const REMAINING: i32 = 2

/** Offset of the first unit outside GSM-7, where the return value is FOREIGN. */
export const FOREIGN_AT: i32 = 3

/**
 * After `walkGsm7` has returned FOREIGN: the characters before FOREIGN_AT. That is an address then: the one of the block with the
 * first character outside GSM-7 where blocks are read at once, else the one of the character.
 */
export const CHARACTERS: i32 = 4

/** After a rewriting kernel: the units that it took. The next window starts after them. */
export const CONSUMED: i32 = 4

/** After a rewriting kernel: the argument `previous` for the next window. */
export const LETTER: i32 = 5

// Surveys: see utf8/survey.ts.

/** Most ways to send that one survey compares. */
export const MOST_WAYS: i32 = 8

/** Most messages of a call. */
export const SURVEY_ROWS: i32 = 2048

/** Numbers that ROOMS has for each way: the encoding, then the capacities of a segment. */
export const ROOM: i32 = 5

/** The encoding of a way: GSM-7 where it has every character, otherwise UCS-2; only GSM-7; only UCS-2. */
export const AUTO: i32 = 0
export const GSM7_ONLY: i32 = 1
export const UCS2_ONLY: i32 = 2

/**
 * Flags of a class. Each is the first bit of an octet, whose bit n belongs to way n: the character is outside GSM-7;
 * its neighbours decide what becomes of it; it is changed.
 */
export const FOREIGN_FLAG: i32 = 0
export const UNSURE_FLAG: i32 = 8
export const CHANGED_FLAG: i32 = 16

/** Flag of a class whose characters are above U+FFFF: surrogate pairs, in the ways that do not change them. */
export const PAIR_FLAG: i32 = 24

// Places of RESULT after the functions of other families.

/** `surveyRows`: how many elements of COUNTED are filled; the code point that has no class, or -1. */
export const PLACES: i32 = 0
export const UNKNOWN: i32 = 1

/** `countRows`, `countTexts`: the segments of all rows. */
export const TOTAL: i32 = 0

/** After a function that counts one message: its encoding, GSM7 or UCS2. */
export const ENCODING: i32 = 5

/** `readHex`: the half octet at the end of a window, or NOTHING_PENDING. */
export const PENDING: i32 = 0
export const NOTHING_PENDING: i32 = -1

// Values of ENCODINGS, a column of `countRows`.

export const GSM7: i32 = 0
export const UCS2: i32 = 1

// Arguments.

/**
 * Bits of `how` of `smartEncode`: only characters with an empty look-alike change; letters of a language change too;
 * only look-alikes that ALPHABET has are written.
 */
export const ONLY_DELETES: i32 = 1
export const LETTERS_TOO: i32 = 2
export const BOUNDED: i32 = 4

/** A concatenation reference that is the checksum of what the segments carry: see checksum.ts. */
export const CHECKSUM: i32 = -1

// TS 23.038 6.2.1: the code that comes before a code of the extension table.

export const ESCAPE: i32 = 0x1b

// TS 23.040 9.2.3.24: identifiers of information elements.

export const CONCAT_8: i32 = 0x00
export const SPECIAL_MESSAGE: i32 = 0x01
export const PORTS_8: i32 = 0x04
export const PORTS_16: i32 = 0x05
export const SMSC_CONTROL: i32 = 0x06
export const CONCAT_16: i32 = 0x08
export const TEXT_FORMATTING: i32 = 0x0a
export const PREDEFINED_SOUND: i32 = 0x0b
export const PREDEFINED_ANIMATION: i32 = 0x0d
export const LARGE_PICTURE: i32 = 0x10
export const SMALL_PICTURE: i32 = 0x11
export const RFC822: i32 = 0x20
export const HYPERLINK: i32 = 0x21
export const REPLY_ADDRESS: i32 = 0x22
export const SINGLE_SHIFT: i32 = 0x24
export const LOCKING_SHIFT: i32 = 0x25

/** Octets of the bit map of each kind of picture (9.2.3.24.10.1.7, .8). */
export const LARGE_PICTURE_MAP: i32 = 128
export const SMALL_PICTURE_MAP: i32 = 32
