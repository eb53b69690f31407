// The memory map: the address and the size of each buffer, in one place. All of it is static and of fixed size. A table
// that only one file reads is in that file. A core gets the memory of each file that it imports. So the buffers that
// only one family needs are in text-memory.ts and utf8/columns.ts.
import { MOST_SEGMENTS, UNPACKED } from './abi'

/** Units of text that fit TEXT at once. The longest message that can be sent, 255 segments of 153 septets, is 39,015. */
export const WINDOW: i32 = 40960

/** Octets past the end of a buffer that a kernel may read, or overwrite with padding. */
export const SLACK: i32 = 80

/** Eight 32-bit numbers that a function returns besides its return value. abi.ts names their places. */
export const RESULT: usize = memory.data(32, 16)

/** 65,536 octets, one for each UTF-16 unit: see encoder.ts. */
export const ENCODER: usize = memory.data(65536, 16)

/** Four rows of 16 octets: see classify.ts. */
export const NIBBLES: usize = memory.data(64, 16)

/** A text in UTF-16 units: the input, and the output of the decoders. */
export const TEXT: usize = memory.data(2 * WINDOW + SLACK, 16)

/** The cuts of a text, four octets for each segment: the offset of its end in the text (u16), its units (u16). */
export const CUTS: usize = memory.data(4 * WINDOW + SLACK, 16)

/** The information elements of a header, in and out: at most a whole TP-UD. */
export const HEADER: usize = memory.data(UNPACKED + SLACK, 16)

/** How many octets OCTETS has. */
export const OCTETS_SIZE: i32 = MOST_SEGMENTS * UNPACKED

/** User data. Output: that of all segments, end to end. Input: that of one message. */
export const OCTETS: usize = memory.data(MOST_SEGMENTS * UNPACKED + SLACK, 16)

/** Writes `value` to a place of RESULT. */
export function setResult(place: i32, value: i32): void {
  store<i32>(RESULT + ((<usize>place) << 2), value)
}

/** The value at a place of RESULT. */
export function getResult(place: i32): i32 {
  return load<i32>(RESULT + ((<usize>place) << 2))
}
