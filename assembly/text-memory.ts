// The memory map of the text family: national languages, rewriting, encoding. It is in a file of its own, so that the
// other families do not have this memory.
import { LONGEST_REWRITE, MOST_SEGMENTS, OWN_ROW, OWN_ROWS_ROOM, UNPACKED } from './abi'
import { SLACK, WINDOW } from './memory'

/**
 * Units that a rewriting kernel takes at once. Each becomes at most LONGEST_REWRITE units, so all of them fit
 * REWRITTEN.
 */
export const REWRITE_WINDOW: i32 = WINDOW / LONGEST_REWRITE

/** Units after them that it may look at: 30 combining marks in a row, the most that a stream-safe text has (UAX 15, 13), and a letter. */
export const LOOK_AHEAD: i32 = 32

/** Like ENCODER, for the selected pair of national language tables: see language/national.ts. */
export const NATIONAL: usize = memory.data(65536, 16)

/** The classes of language/membership.ts: the class of each unit; the tables of each class; the units of a text in each class. */
export const UNIT_CLASSES: usize = memory.data(65536, 16)
export const CLASS_TABLES: usize = memory.data(4 * 256, 16)
export const TALLY: usize = memory.data(4 * 256, 16)

/** A second text: what a rewriting kernel writes. */
export const REWRITTEN: usize = memory.data(2 * WINDOW + SLACK, 16)

/** For each unit of REWRITTEN, the offset of the unit that it came from (u16). */
export const ORIGINS: usize = memory.data(2 * WINDOW + SLACK, 16)

/** How units below 0500 are spelled, four octets each, in either scheme: see transliterate.ts. */
export const SPELLINGS: usize = memory.data(2 * 4 * 0x0500, 16)

/** A caller's own transliteration table: see own-table.ts. */
export const OWN_ROWS: usize = memory.data(2 * OWN_ROW * OWN_ROWS_ROOM, 16)

/**
 * The alphabet that look-alikes must be in: an octet for each value of ENCODER, 1 where the alphabet has the character.
 */
export const ALPHABET: usize = memory.data(256, 16)

/** One segment as septets, one in each octet, after the septets that its header covers. */
export const SEPTETS: usize = memory.data(2 * UNPACKED + SLACK, 16)

/** Four octets for each segment in OCTETS: its octets (u16), its TP-UDL (u16). */
export const LENGTHS: usize = memory.data(4 * MOST_SEGMENTS, 16)
