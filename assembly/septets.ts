// TS 23.038 6.1.2.1: text as septets, and septets packed: eight in seven octets, the first in the low bits of the first octet.
//
//   septet   0 aaaaaaa  1 bbbbbbb  2 ccccccc ...
//   octet    0 baaaaaaa  1 ccbbbbbb  2 ...
//
// Bits of the last octet that belong to no septet are zero.
import { ESCAPE } from './abi'
import { BLOCK, findOutsideBasic, hasDoubtful, narrow } from './classify'
import { countSeptets, readCode, readEncoding } from './encoder'
import { splat } from './vectors'

/**
 * Writes the GSM-7 units from `start` to `end` of `at` to `to`, one septet in each octet, and sixteen zeros after them. Returns
 * the end of the septets.
 */
export function writeSeptets(at: usize, start: i32, end: i32, to: usize): usize {
  if (ASC_FEATURE_SIMD) {
    for (; start < end; start += BLOCK) to = writeBlock(at + ((<usize>start) << 1), min(end - start, BLOCK), to)
  } else {
    for (; start < end; start++) to = writeUnit(load<u16>(at + ((<usize>start) << 1)), to)
  }
  endSeptets(to)
  return to
}

/** Writes sixteen zeros: `pack` reads past the last septet. */
export function endSeptets(to: usize): void {
  for (let offset: usize = 0; offset < 16; offset += 4) store<u32>(to + offset, 0, 0, 1)
}

/**
 * Writes the first `units` units of a block: all in one store, as if they were ASCII; then those that are not, one by one.
 * Returns the end of the septets. Up to sixteen octets after it are overwritten.
 */
function writeBlock(block: usize, units: i32, to: usize): usize {
  const octets = narrow(block)
  v128.store(to, encodeAscii(octets), 0, 1)
  let escapes: usize = 0
  if (hasDoubtful(octets)) {
    for (let odd = findOutsideBasic(octets) & ((1 << units) - 1); odd; odd &= odd - 1) {
      const lane = <usize>ctz(odd)
      const encoded = readEncoding(load<u16>(block + (lane << 1)))
      const place = to + lane + escapes
      if (countSeptets(encoded) > 1) {
        // The lanes from here on move up, to make room for the escape.
        v128.store(place, v128.load(place, 0, 1), 1, 1)
        store<u8>(place, ESCAPE)
        escapes++
      }
      store<u8>(to + lane + escapes, readCode(encoded))
    }
  }
  return to + <usize>units + escapes
}

/**
 * Two tables by the low half of an octet. MOVED has the characters @, $ and _; CHANGES has the bits in which the code
 * of each differs. Other places of MOVED have 255, which is no ASCII character; 0 would be NUL.
 */
const MOVED: usize = memory.data<u8>([
  0x40, 255, 255, 255, 0x24, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0x5f,
])
const CHANGES: usize = memory.data<u8>([0x40, 0, 0, 0, 0x26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x4e])

/** Factors that put the second of two 14-bit numbers above the first. */
const PAIR_FACTORS: usize = memory.data<u16>([1, 16384, 1, 16384, 1, 16384, 1, 16384])

/**
 * ASCII characters of the main table have their ASCII code there, except three:
 *
 *   @   40 becomes 00
 *   $   24 becomes 02
 *   _   5F becomes 11
 *
 * Their low halves differ. So the low half of an octet selects the one of them that the octet may be, and the bits to
 * change if it is that one.
 */
function encodeAscii(octets: v128): v128 {
  const nibbles = v128.and(octets, splat(0x0f))
  const isMoved = i8x16.eq(octets, i8x16.swizzle(v128.load(MOVED), nibbles))
  return v128.xor(octets, v128.and(isMoved, i8x16.swizzle(v128.load(CHANGES), nibbles)))
}

function writeUnit(unit: i32, to: usize): usize {
  return writeEncoded(readEncoding(unit), to)
}

/** Writes a unit by its value in an encoder table. */
export function writeEncoded(encoded: i32, to: usize): usize {
  store<u8>(to, ESCAPE)
  to += <usize>countSeptets(encoded)
  store<u8>(to - 1, readCode(encoded))
  return to
}

/** Packs `count` septets at `septets`, one in each octet and zeros after them. Writes up to 15 octets past the end. */
export function pack(septets: usize, count: i32, octets: usize): void {
  if (ASC_FEATURE_SIMD) packSixteens(septets, count, octets)
  else packEights(septets, count, octets)
}

/**
 * Each step joins neighbours: 7 + 7 bits in 16, 14 + 14 in 32, 28 + 28 in 64. Each 64 bits are seven octets and an empty one,
 * which the next store overwrites.
 */
function packSixteens(septets: usize, count: i32, octets: usize): void {
  const factors = v128.load(PAIR_FACTORS)
  for (let done = 0; done < count; done += 16) {
    const sevens = v128.load(septets + <usize>done, 0, 1)
    const fourteens = i16x8.sub(sevens, i16x8.shl(i16x8.shr_u(sevens, 8), 7))
    const pairs = i32x4.dot_i16x8_s(fourteens, factors)
    const high = i64x2.shr_u(pairs, 32)
    const sevenOctets = v128.xor(v128.xor(pairs, i64x2.shl(high, 32)), i64x2.shl(high, 28))
    v128.store64_lane(octets, sevenOctets, 0, 0, 1)
    v128.store64_lane(octets, sevenOctets, 1, 7, 1)
    octets += 14
  }
}

function packEights(septets: usize, count: i32, octets: usize): void {
  for (let done = 0; done < count; done += 8) {
    const low = joinSeptets(load<u32>(septets + <usize>done, 0, 1))
    const high = joinSeptets(load<u32>(septets + <usize>done, 4, 1))
    store<u32>(octets, low | (high << 28), 0, 1)
    store<u32>(octets, high >> 4, 4, 1)
    octets += 7
  }
}

/** Makes 28 bits of four octets of seven bits. */
function joinSeptets(x: u32): u32 {
  return (x & 0x7f) | ((x & 0x7f00) >> 1) | ((x & 0x7f0000) >> 2) | ((x & 0x7f000000) >> 3)
}

/** Unpacks `count` septets from `octets` to `septets`, one in each octet. Reads and writes up to seven octets past the end. */
export function unpack(octets: usize, count: i32, septets: usize): void {
  for (let done = 0; done < count; done += 8) {
    const low = load<u32>(octets, 0, 1)
    const high = load<u32>(octets, 3, 1) >> 4
    store<u32>(septets + <usize>done, splitSeptets(low), 0, 1)
    store<u32>(septets + <usize>done, splitSeptets(high), 4, 1)
    octets += 7
  }
}

/** Makes four octets of seven bits of 28 bits. */
function splitSeptets(x: u32): u32 {
  return (x & 0x7f) | ((x << 1) & 0x7f00) | ((x << 2) & 0x7f0000) | ((x << 3) & 0x7f000000)
}
