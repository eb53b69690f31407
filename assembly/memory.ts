// The memory map: every address and every capacity of the module, each named once. All of it is static and of fixed size.

/** Units of text that fit TEXT at once. The longest message that can be sent, 255 segments of 153 septets, is 39,015. */
export const WINDOW: i32 = 40960

/** Octets past the end of a buffer that a kernel may read, or overwrite with padding. */
export const SLACK: i32 = 80

/** Most units that a rewriting kernel writes for one. */
const LONGEST_REWRITE: i32 = 8

/** Units that a rewriting kernel takes at once: whatever they become fits REWRITTEN. */
export const REWRITE_WINDOW: i32 = WINDOW / LONGEST_REWRITE

/** Units behind its window that it may look at: 30 combining marks, which are the most that a stream-safe text has (UAX 15, 13), and a letter. */
export const LOOK_AHEAD: i32 = 32

/** Rows of a caller's own transliteration table. */
const MOST_OWN_ROWS: i32 = 1024

/** Most segments of one message: the total of a concatenation element is one octet (TS 23.040 9.2.3.24.1). */
const MAX_SEGMENTS: i32 = 255

/** Most octets of a TP-UD, or of a message handed to SMPP with one septet an octet. */
const MAX_USER_DATA: i32 = 160

/** Eight 32-bit numbers that a function answers beside its return value. */
export const RESULT: usize = memory.data(32, 16)

/** 65,536 octets, one for each UTF-16 unit: see encoder.ts. */
export const ENCODER: usize = memory.data(65536, 16)

/** Four rows of 16 octets for the set tests of classify.ts. */
export const NIBBLES: usize = memory.data(64, 16)

/** As ENCODER, for the pair of national language tables that was selected: see language/national.ts. */
export const NATIONAL: usize = memory.data(65536, 16)

/** For each UTF-16 unit, the class of units that stand in the same tables; the tables of each class; how many of each class a text has. */
export const CLASSES: usize = memory.data(65536, 16)
export const CLASS_TABLES: usize = memory.data(4 * 256, 16)
export const TALLY: usize = memory.data(4 * 256, 16)

/** UTF-16 units in. */
export const TEXT: usize = memory.data(2 * WINDOW + SLACK, 16)

/** A second text, for what is rewritten from one to the other. */
export const REWRITTEN: usize = memory.data(2 * WINDOW + SLACK, 16)

/** For each unit of a text that was rewritten, the offset of the unit that it came from (u16). */
export const ORIGINS: usize = memory.data(2 * WINDOW + SLACK, 16)

/** How units below 0500 are spelled, four octets each, in either scheme: see transliterate.ts. */
export const SPELLINGS: usize = memory.data(2 * 4 * 0x0500, 16)

/** A caller's own transliteration table: see own-table.ts. */
export const OWN_ROWS: usize = memory.data(20 * MOST_OWN_ROWS, 16)

/** Cuts of the text, four octets a segment: offset of its end in TEXT (u16), its units (u16). */
export const CUTS: usize = memory.data(4 * WINDOW + SLACK, 16)

/** Information elements of a header, in and out: at most a whole TP-UD. */
export const HEADER: usize = memory.data(MAX_USER_DATA + SLACK, 16)

/** One segment as septets, one an octet, behind the septets that its header covers. */
export const SEPTETS: usize = memory.data(2 * MAX_USER_DATA + SLACK, 16)

/** Octets of OCTETS. */
export const OCTETS_SIZE: i32 = MAX_SEGMENTS * MAX_USER_DATA

/** User data out, end to end; or the octets of one message in. */
export const OCTETS: usize = memory.data(MAX_SEGMENTS * MAX_USER_DATA + SLACK, 16)

/** Four octets a segment of OCTETS: its octets (u16), its TP-UDL (u16). */
export const LENGTHS: usize = memory.data(4 * MAX_SEGMENTS, 16)

/** Puts `value` at place `index` of RESULT. */
export function answer(index: i32, value: i32): void {
  store<i32>(RESULT + ((<usize>index) << 2), value)
}

/** What was put there last. */
export function answered(index: i32): i32 {
  return load<i32>(RESULT + ((<usize>index) << 2))
}
