// The memory map: every address and every capacity of the module, each named once; only tables of a kernel stand beside it. All of it
// is static and of fixed size. A core has the memory of each file that it reaches: so columns.ts and text-memory.ts hold apart what
// one family alone needs.
import { MOST_SEGMENTS, UNPACKED } from './abi'

/** Units of text that fit TEXT at once. The longest message that can be sent, 255 segments of 153 septets, is 39,015. */
export const WINDOW: i32 = 40960

/** Octets past the end of a buffer that a kernel may read, or overwrite with padding. */
export const SLACK: i32 = 80

/** Eight 32-bit numbers that a function answers beside its return value. */
export const RESULT: usize = memory.data(32, 16)

/** 65,536 octets, one for each UTF-16 unit: see encoder.ts. */
export const ENCODER: usize = memory.data(65536, 16)

/** Four rows of 16 octets for the set tests of classify.ts. */
export const NIBBLES: usize = memory.data(64, 16)

/** UTF-16 units in. */
export const TEXT: usize = memory.data(2 * WINDOW + SLACK, 16)

/** Cuts of the text, four octets a segment: offset of its end in TEXT (u16), its units (u16). */
export const CUTS: usize = memory.data(4 * WINDOW + SLACK, 16)

/** Information elements of a header, in and out: at most a whole TP-UD. */
export const HEADER: usize = memory.data(UNPACKED + SLACK, 16)

/** Octets of OCTETS. */
export const OCTETS_SIZE: i32 = MOST_SEGMENTS * UNPACKED

/** User data out, end to end; or the octets of one message in. */
export const OCTETS: usize = memory.data(MOST_SEGMENTS * UNPACKED + SLACK, 16)

/** Puts `value` at place `index` of RESULT. */
export function answer(index: i32, value: i32): void {
  store<i32>(RESULT + ((<usize>index) << 2), value)
}

/** What was put there last. */
export function answered(index: i32): i32 {
  return load<i32>(RESULT + ((<usize>index) << 2))
}
