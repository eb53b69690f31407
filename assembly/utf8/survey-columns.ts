// The memory map of a survey: what each way to send makes of each character, and of each message.
import { MOST_WAYS, ROOM, SURVEY_ROWS } from '../abi'

/** Elements of CLASSES: 255 pages of 256 characters, and 256 elements of place 0, which has no page. */
const CHARACTERS: i32 = 65536

/**
 * For each page of 256 code points, its place in CLASSES: 1 to 255, or 0 where it has none yet. A survey meets few of
 * the 4,352 pages. Those below U+0800 have the places 1 to 8.
 */
export const PAGES: usize = memory.data(0x110000 >> 8, 16)

/**
 * The class of a character, 1 to 255, or 0 where the caller has not found it yet. The index is 256 times the place of
 * its page, plus the low octet of its code point.
 */
export const CLASSES: usize = memory.data(CHARACTERS, 16)

/**
 * For each class: for each way the septets and the UTF-16 units of what it makes of the character (u16 each); and flags
 * (u32).
 */
export const CLASS_SEPTETS: usize = memory.data(2 * MOST_WAYS * 256, 16)
export const CLASS_UNITS: usize = memory.data(2 * MOST_WAYS * 256, 16)
export const CLASS_FLAGS: usize = memory.data(4 * 256, 16)

/**
 * At the index of a character: its occurrences (u32), the messages that have it (u16), and the number of the last of
 * these plus one (u16).
 */
export const CHARACTER_COUNTS: usize = memory.data(8 * CHARACTERS, 16)

/** The indexes of the characters that were counted (u16). */
export const COUNTED: usize = memory.data(2 * CHARACTERS, 16)

/** For each way, ROOM numbers (i32). */
export const ROOMS: usize = memory.data(4 * ROOM * MOST_WAYS, 16)

/** For each message, the ways that are left to the caller (u8: bit n for way n). */
export const LEFT: usize = memory.data(SURVEY_ROWS, 16)

/** For each way, SURVEY_ROWS encodings (u8), units and segments (u32 each). */
export const WAY_ENCODINGS: usize = memory.data(MOST_WAYS * SURVEY_ROWS, 16)
export const WAY_UNITS: usize = memory.data(4 * MOST_WAYS * SURVEY_ROWS, 16)
export const WAY_SEGMENTS: usize = memory.data(4 * MOST_WAYS * SURVEY_ROWS, 16)
