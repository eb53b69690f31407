// The memory map of a survey: what each way to send makes of each character, and of each message.
import { MOST_WAYS, ROOM, SURVEY_ROWS } from '../abi'

/** Characters that classes are known of at once: 255 pages of 256. */
const CHARACTERS: i32 = 65536

/**
 * By the high bits of a code point: the place of the page that has its 256 neighbours, 1 to 255; or 0. A survey meets few of 4,352
 * pages. Those below U+0800 have the places 1 to 8.
 */
export const PAGES: usize = memory.data(0x110000 >> 8, 16)

/** By page and low octet of a character: its class, 1 to 255; or 0. The caller finds it. */
export const CLASSES: usize = memory.data(CHARACTERS, 16)

/** By class: for each way the septets of what it makes of the character, and the UTF-16 units (u16 each); and flags (u32). */
export const CLASS_SEPTETS: usize = memory.data(2 * MOST_WAYS * 256, 16)
export const CLASS_UNITS: usize = memory.data(2 * MOST_WAYS * 256, 16)
export const CLASS_FLAGS: usize = memory.data(4 * 256, 16)

/** By page and low octet: the occurrences of a character (u32), and its messages with the last of them plus one (u16 each). */
export const CHARACTER_COUNTS: usize = memory.data(8 * CHARACTERS, 16)

/** The places of CHARACTER_COUNTS that have been counted at (u16). */
export const COUNTED: usize = memory.data(2 * CHARACTERS, 16)

/** For each way, ROOM numbers (i32). */
export const ROOMS: usize = memory.data(4 * ROOM * MOST_WAYS, 16)

/** For each message, the ways that are left to the caller (u8: bit n for way n). */
export const LEFT: usize = memory.data(SURVEY_ROWS, 16)

/** For each way, SURVEY_ROWS encodings (u8), units and segments (u32 each). */
export const WAY_ENCODINGS: usize = memory.data(MOST_WAYS * SURVEY_ROWS, 16)
export const WAY_UNITS: usize = memory.data(4 * MOST_WAYS * SURVEY_ROWS, 16)
export const WAY_SEGMENTS: usize = memory.data(4 * MOST_WAYS * SURVEY_ROWS, 16)
