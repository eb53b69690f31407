// TS 23.038 6.2.1: which of sixteen units are in GSM-7, and which of them take an escape. It is the inner step of every count.
import { FOREIGN } from './abi'
import { readEncoding } from './encoder'
import { NIBBLES } from './memory'
import { splat } from './vectors'

/** Units of a block: two vectors of eight. */
export const BLOCK: i32 = 16

// Rows of NIBBLES: sets of octets, so that two look-ups tell whether an octet is in a set.
//
//   octet       hlll nnnn
//   row[nnnn]   eight bits: bit lll is set where the octet is in the set
//   BIT[hlll]   the bit lll alone
//
// The octet is in the set where row[nnnn] & BIT[hlll] is not 0. A row has eight bits, and so 128 octets: those with h = 0 (ASCII)
// or those with h = 1 (Latin-1). The index of a row keeps h; a swizzle gives 0 for an index above 15, and so for the other half.
const ASCII_BASIC: usize = NIBBLES
const ASCII_EXTENSION: usize = NIBBLES + 16
const LATIN_BASIC: usize = NIBBLES + 32
const BIT: usize = NIBBLES + 48

/** Sixteen octets of ones, then of zeros: a load from place 16 - n is a vector whose first n lanes are set. */
// biome-ignore format: sixteen to a row
const LANES: usize = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
])

/**
 * Sets the high bit of octets that may be outside the ASCII of the main table. That table has all of 20 to 5A and 61 to
 * 7A, and most texts have only these. This test takes half the instructions of the exact one: 160 units are counted in
 * 35 ns instead of 46 (Node 20).
 *
 *   00 to 1F, 7B to 7F, 80 to FF   below 25 as signed numbers, after 5 is added
 *   5B to 60                       0 to 5, after 5B is subtracted
 */
export function markDoubtful(octets: v128): v128 {
  const five = splat(0x05)
  const above = i8x16.sub(octets, splat(0x5b))
  return v128.or(i8x16.lt_s(i8x16.add(octets, five), splat(0x25)), i8x16.eq(i8x16.min_u(above, five), above))
}

/** Whether one of sixteen octets is doubtful. */
export function hasDoubtful(octets: v128): bool {
  return <bool>i8x16.bitmask(markDoubtful(octets))
}

/**
 * Which of the first `units` units at `block` are in the extension table, one bit each from the low end. FOREIGN where
 * one of them is outside GSM-7.
 */
export function findExtensions(block: usize, units: i32): i32 {
  const within = (1 << units) - 1
  let mask = 0
  let unknown = within
  if (ASC_FEATURE_SIMD) {
    const octets = narrow(block)
    if (!(i8x16.bitmask(markDoubtful(octets)) & within)) return 0
    const extension = markAsciiExtension(octets)
    const known = v128.or(markBasic(octets), extension)
    mask = within & ~findZeros(extension)
    unknown &= findZeros(known)
  }
  for (; unknown; unknown &= unknown - 1) {
    const lane = ctz(unknown)
    const encoded = readEncoding(load<u16>(block + ((<usize>lane) << 1)))
    if (!encoded) return FOREIGN
    mask |= (encoded >> 7) << lane
  }
  return mask
}

/** What `countLatinSeptets` returns where a unit needs a closer look. */
export const UNSURE: i32 = -2

/**
 * Septets of the `length` units at `at`, or UNSURE where one is not ASCII or Latin-1 in GSM-7. It does not branch on what the
 * units are: in a text of everyday length, such branches cost the most.
 */
export function countLatinSeptets(at: usize, length: i32): i32 {
  if (!ASC_FEATURE_SIMD) return UNSURE
  const end = at + ((<usize>length) << 1)
  let known = splat(0xff)
  let escapes = 0
  for (; at + 2 * BLOCK <= end; at += 2 * BLOCK) {
    const octets = narrow(at)
    const extension = markAsciiExtension(octets)
    known = i8x16.min_u(known, v128.or(markBasic(octets), extension))
    escapes += BLOCK - popcnt(findZeros(extension))
  }
  if (at < end) {
    const octets = narrow(at)
    const within = v128.load(LANES + <usize>(BLOCK - (length & (BLOCK - 1))), 0, 1)
    const extension = markAsciiExtension(octets)
    known = i8x16.min_u(known, v128.or(v128.or(markBasic(octets), extension), v128.not(within)))
    escapes += BLOCK - popcnt(findZeros(v128.and(extension, within)))
  }
  return i8x16.all_true(known) ? length + escapes : UNSURE
}

/**
 * How many of the `length` units at `at`, from the first on, are ASCII or Latin-1 of the main table, one septet each.
 * It looks at whole pairs of blocks only, so the run may go on after them. Most texts are such runs, and cutting one
 * takes arithmetic alone.
 */
export function measurePlainRun(at: usize, length: i32): i32 {
  let run = 0
  if (ASC_FEATURE_SIMD) {
    for (; run + 2 * BLOCK <= length; run += 2 * BLOCK) {
      const pair = at + ((<usize>run) << 1)
      const first = narrow(pair)
      const second = narrow(pair + 32)
      if (!i8x16.bitmask(v128.or(markDoubtful(first), markDoubtful(second)))) continue
      if (!i8x16.all_true(i8x16.min_u(markBasic(first), markBasic(second)))) break
    }
  }
  return run
}

/** Which of sixteen octets are not ASCII of the main table, one bit each from the low end. */
export function findOutsideBasic(octets: v128): i32 {
  return findZeros(markAsciiBasic(octets))
}

/** Which of sixteen octets are not ASCII of the extension table, one bit each from the low end. */
export function findOutsideExtension(octets: v128): i32 {
  return findZeros(markAsciiExtension(octets))
}

/**
 * Sixteen units as octets. The instruction reads units as signed numbers:
 *
 *   0000 to 00FF   the octet 00 to FF
 *   0100 to 7FFF   FF, and U+00FF is not in GSM-7
 *   8000 to FFFF   00, and U+0000 is not in GSM-7
 *
 * So a unit that does not fit an octet is never taken for a character of GSM-7.
 */
export function narrow(block: usize): v128 {
  return i8x16.narrow_i16x8_u(v128.load(block, 0, 2), v128.load(block, 16, 2))
}

/** Not 0 for octets that are in the main table, ASCII and Latin-1. */
function markBasic(octets: v128): v128 {
  const latin = lookUpRow(LATIN_BASIC, v128.xor(octets, splat(0x80)))
  return v128.and(v128.or(lookUpRow(ASCII_BASIC, octets), latin), lookUpBit(octets))
}

function markAsciiBasic(octets: v128): v128 {
  return v128.and(lookUpRow(ASCII_BASIC, octets), lookUpBit(octets))
}

function markAsciiExtension(octets: v128): v128 {
  return v128.and(lookUpRow(ASCII_EXTENSION, octets), lookUpBit(octets))
}

function lookUpRow(address: usize, octets: v128): v128 {
  return i8x16.swizzle(v128.load(address), v128.and(octets, splat(0x8f)))
}

function lookUpBit(octets: v128): v128 {
  return i8x16.swizzle(v128.load(BIT), v128.and(i16x8.shr_u(octets, 4), splat(0x0f)))
}

/** FF for units from 80 to FF, one in each octet, that are not in the main table; 0 for the others. */
export function markOutsideLatin(units: v128): v128 {
  return isZero(v128.and(lookUpRow(LATIN_BASIC, v128.xor(units, splat(0x80))), lookUpBit(units)))
}

/** Which lanes are 0, one bit each. */
function findZeros(lanes: v128): i32 {
  return i8x16.bitmask(isZero(lanes))
}

function isZero(lanes: v128): v128 {
  return i8x16.eq(lanes, i8x16.splat(0))
}

/** Fills NIBBLES from ENCODER. */
export function deriveNibbles(): void {
  if (ASC_FEATURE_SIMD) {
    for (let nibble = 0; nibble < 16; nibble++) {
      const bit = 1 << (nibble & 7)
      store<u8>(BIT + <usize>nibble, bit)
    }
    for (let unit = 0; unit < 256; unit++) {
      const encoded = readEncoding(unit)
      if (encoded) include(unit < 128 ? (encoded >> 7 ? ASCII_EXTENSION : ASCII_BASIC) : LATIN_BASIC, unit)
    }
  }
}

function include(row: usize, unit: i32): void {
  const address = row + <usize>(unit & 15)
  const bit = 1 << ((unit >> 4) & 7)
  store<u8>(address, load<u8>(address) | bit)
}
