// The memory map of the bulk family: many messages in one call. It is in a file of its own, so that the other families
// do not have this memory.
import { SLACK } from '../memory'

/** Octets of UTF-8 that fit UTF8 at once: few enough for the second cache of a processor. */
export const UTF8_WINDOW: i32 = 262144

/** Most messages that one call counts. */
export const ROWS: i32 = 8192

/** Messages in UTF-8, end to end. */
export const UTF8: usize = memory.data(UTF8_WINDOW + SLACK, 16)

/** Where each message begins, and where the last ends (i32). */
export const OFFSETS: usize = memory.data(4 * (ROWS + 1), 16)

/** A bit for each message, the lowest of an octet first; 0 where there is no message. The first may be any bit of the first octet. */
export const VALIDITY: usize = memory.data(ROWS / 8 + 1, 16)

/** For each message: its encoding (u8: 0 GSM-7, 1 UCS-2), its units and its segments (u32 each). */
export const ENCODINGS: usize = memory.data(ROWS, 16)
export const ROW_UNITS: usize = memory.data(4 * ROWS, 16)
export const ROW_SEGMENTS: usize = memory.data(4 * ROWS, 16)
