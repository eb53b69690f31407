// TS 23.038 6.1.2.1: text as septets, and septets packed: eight in seven octets, the first in the low bits of the first octet.
//
//   septet   0 aaaaaaa  1 bbbbbbb  2 ccccccc ...
//   octet    0 baaaaaaa  1 ccbbbbbb  2 ...
//
// The bits that are left in the last octet are zero.
import { ESCAPE } from './alphabet'
import { BLOCK, isPlainAscii, narrow } from './classify'
import { code, cost, encoding } from './encoder'

/**
 * Writes the GSM-7 units from `start` to `end` of `at` to `to`, one septet an octet and sixteen zeros behind them. Answers
 * the end of the septets.
 */
export function writeSeptets(at: usize, start: i32, end: i32, to: usize): usize {
  if (ASC_FEATURE_SIMD) {
    for (; start + BLOCK <= end; start += BLOCK) to = writeBlock(at + ((<usize>start) << 1), to)
  }
  for (; start < end; start++) to = writeUnit(load<u16>(at + ((<usize>start) << 1)), to)
  endSeptets(to)
  return to
}

/** Sixteen zeros, for `pack`. */
export function endSeptets(to: usize): void {
  for (let offset: usize = 0; offset < 16; offset += 4) store<u32>(to + offset, 0, 0, 1)
}

function writeBlock(block: usize, to: usize): usize {
  const octets = narrow(block)
  if (isPlainAscii(octets)) {
    v128.store(to, septetsOfAscii(octets), 0, 1)
    return to + BLOCK
  }
  for (let lane: usize = 0; lane < 2 * BLOCK; lane += 2) to = writeUnit(load<u16>(block + lane), to)
  return to
}

/** ASCII characters of the main table have their ASCII code there, but for @, $ and _. */
function septetsOfAscii(octets: v128): v128 {
  const x = v128.andnot(octets, i8x16.eq(octets, i8x16.splat(0x40)))
  const y = v128.bitselect(i8x16.splat(0x02), x, i8x16.eq(octets, i8x16.splat(0x24)))
  return v128.bitselect(i8x16.splat(0x11), y, i8x16.eq(octets, i8x16.splat(0x5f)))
}

function writeUnit(unit: i32, to: usize): usize {
  return writeEncoded(encoding(unit), to)
}

/** Writes a unit by its value in an encoder table. */
export function writeEncoded(encoded: i32, to: usize): usize {
  store<u8>(to, ESCAPE)
  to += <usize>cost(encoded)
  store<u8>(to - 1, code(encoded))
  return to
}

/** Packs `count` septets at `septets`, one an octet, zeros behind them. Writes up to 15 octets past the end. */
export function pack(septets: usize, count: i32, octets: usize): void {
  if (ASC_FEATURE_SIMD) packSixteens(septets, count, octets)
  else packEights(septets, count, octets)
}

/** Each step joins neighbours: 7 + 7 bits in 16, 14 + 14 in 32, 28 + 28 in 64; then the empty eighth octets are left out. */
function packSixteens(septets: usize, count: i32, octets: usize): void {
  for (let done = 0; done < count; done += 16) {
    let x = v128.load(septets + <usize>done)
    x = v128.or(v128.and(x, i16x8.splat(0x007f)), i16x8.shr_u(v128.and(x, i16x8.splat(0x7f00)), 1))
    x = v128.or(v128.and(x, i32x4.splat(0x0000ffff)), i32x4.shr_u(v128.and(x, i32x4.splat(<i32>0xffff0000)), 2))
    x = v128.or(
      v128.and(x, i64x2.splat(0x00000000ffffffff)),
      i64x2.shr_u(v128.and(x, i64x2.splat(<i64>0xffffffff00000000)), 4),
    )
    x = i8x16.swizzle(x, i8x16(0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, -1, -1))
    v128.store(octets, x, 0, 1)
    octets += 14
  }
}

function packEights(septets: usize, count: i32, octets: usize): void {
  for (let done = 0; done < count; done += 8) {
    const low = join(load<u32>(septets + <usize>done, 0, 1))
    const high = join(load<u32>(septets + <usize>done, 4, 1))
    store<u32>(octets, low | (high << 28), 0, 1)
    store<u32>(octets, high >> 4, 4, 1)
    octets += 7
  }
}

/** Four octets of seven bits to 28 bits. */
function join(x: u32): u32 {
  return (x & 0x7f) | ((x & 0x7f00) >> 1) | ((x & 0x7f0000) >> 2) | ((x & 0x7f000000) >> 3)
}

/** Unpacks `count` septets from `octets` to `septets`, one an octet. Reads up to seven octets past the end, and writes as many. */
export function unpack(octets: usize, count: i32, septets: usize): void {
  for (let done = 0; done < count; done += 8) {
    const low = load<u32>(octets, 0, 1)
    const high = load<u32>(octets, 3, 1) >> 4
    store<u32>(septets + <usize>done, part(low), 0, 1)
    store<u32>(septets + <usize>done, part(high), 4, 1)
    octets += 7
  }
}

/** 28 bits to four octets of seven bits. */
function part(x: u32): u32 {
  return (x & 0x7f) | ((x << 1) & 0x7f00) | ((x << 2) & 0x7f0000) | ((x << 3) & 0x7f000000)
}
