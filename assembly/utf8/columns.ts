// The memory map, continued: what many messages a call need. Apart, so that the small core of septet/count does without.
import { SLACK } from '../memory'

/** Octets of UTF-8 that fit UTF8 at once: little enough for a processor's second cache. */
export const UTF8_WINDOW: i32 = 262144

/** Messages that one call counts. */
export const ROWS: i32 = 8192

/** Messages in UTF-8, end to end. */
export const UTF8: usize = memory.data(UTF8_WINDOW + SLACK, 16)

/** Where each message begins, and where the last ends (i32). */
export const OFFSETS: usize = memory.data(4 * (ROWS + 1), 16)

/** A bit a message, the lowest of an octet first; 0 for a message that is none. The first bit may be any of an octet. */
export const VALIDITY: usize = memory.data(ROWS / 8 + 1, 16)

/** For each message: its encoding (u8: 0 GSM-7, 1 UCS-2), its units and its segments (u32 each). */
export const ENCODINGS: usize = memory.data(ROWS, 16)
export const ROW_UNITS: usize = memory.data(4 * ROWS, 16)
export const ROW_SEGMENTS: usize = memory.data(4 * ROWS, 16)
