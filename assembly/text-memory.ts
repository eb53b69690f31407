// The memory map, continued: what cutting and encoding in national languages, and rewriting, need. Apart, so that the other
// families do without.
import { LONGEST_REWRITE, MOST_OWN_ROWS, MOST_SEGMENTS, OWN_ROW, UNPACKED } from './abi'
import { SLACK, WINDOW } from './memory'

/** Units that a rewriting kernel takes at once: whatever they become fits REWRITTEN. */
export const REWRITE_WINDOW: i32 = WINDOW / LONGEST_REWRITE

/** Units behind its window that it may look at: 30 combining marks, which are the most that a stream-safe text has (UAX 15, 13), and a letter. */
export const LOOK_AHEAD: i32 = 32

/** As ENCODER, for the pair of national language tables that was selected: see language/national.ts. */
export const NATIONAL: usize = memory.data(65536, 16)

/** For each UTF-16 unit, the class of units that stand in the same tables; the tables of each class; how many of each class a text has. */
export const CLASSES: usize = memory.data(65536, 16)
export const CLASS_TABLES: usize = memory.data(4 * 256, 16)
export const TALLY: usize = memory.data(4 * 256, 16)

/** A second text, for what is rewritten from one to the other. */
export const REWRITTEN: usize = memory.data(2 * WINDOW + SLACK, 16)

/** For each unit of a text that was rewritten, the offset of the unit that it came from (u16). */
export const ORIGINS: usize = memory.data(2 * WINDOW + SLACK, 16)

/** How units below 0500 are spelled, four octets each, in either scheme: see transliterate.ts. */
export const SPELLINGS: usize = memory.data(2 * 4 * 0x0500, 16)

/** A caller's own transliteration table: see own-table.ts. */
export const OWN_ROWS: usize = memory.data(2 * OWN_ROW * MOST_OWN_ROWS, 16)

/** One segment as septets, one an octet, behind the septets that its header covers. */
export const SEPTETS: usize = memory.data(2 * UNPACKED + SLACK, 16)

/** Four octets a segment of OCTETS: its octets (u16), its TP-UDL (u16). */
export const LENGTHS: usize = memory.data(4 * MOST_SEGMENTS, 16)
