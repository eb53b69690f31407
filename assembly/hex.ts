// Hexadecimal digits: two for each octet, the upper half first.
import { FOREIGN, FOREIGN_AT, PENDING } from './abi'
import { BLOCK, narrow } from './classify'
import { OCTETS, setResult, TEXT } from './memory'
import { splat } from './vectors'

const NO_DIGIT: i32 = -1
const WHITE_SPACE: i32 = -2

/**
 * Reads digits, `length` units in TEXT, to OCTETS, and skips white space. `pending` is the half octet at the end of the
 * window before, or -1. Returns the octets, and PENDING. Where a unit is neither a digit nor white space, it returns
 * FOREIGN, and the offset of that unit at FOREIGN_AT.
 */
export function readHex(length: i32, pending: i32): i32 {
  let to = OCTETS
  let unit = 0
  while (unit < length) {
    if (ASC_FEATURE_SIMD) {
      if (pending < 0 && unit + 2 * BLOCK <= length && readBlocks(TEXT + ((<usize>unit) << 1), to)) {
        to += BLOCK
        unit += 2 * BLOCK
        continue
      }
    }
    const digit = readDigit(load<u16>(TEXT + ((<usize>unit) << 1)))
    if (digit === NO_DIGIT) {
      setResult(FOREIGN_AT, unit)
      return FOREIGN
    }
    if (digit !== WHITE_SPACE) {
      if (pending < 0) pending = digit
      else {
        const octet = (pending << 4) | digit
        store<u8>(to++, octet)
        pending = -1
      }
    }
    unit++
  }
  setResult(PENDING, pending)
  return <i32>(to - OCTETS)
}

/** Reads two blocks of digits to sixteen octets. Returns false, and writes nothing, where a unit is no digit. */
function readBlocks(block: usize, to: usize): bool {
  const first = narrow(block)
  const second = narrow(block + 32)
  if (!i8x16.all_true(v128.and(markDigits(first), markDigits(second)))) return false
  v128.store(to, i8x16.narrow_i16x8_u(joinDigits(first), joinDigits(second)), 0, 1)
  return true
}

/** Sets all bits of octets that are digits. */
function markDigits(octets: v128): v128 {
  const letters = v128.or(octets, splat(0x20))
  return v128.or(
    i8x16.lt_u(i8x16.sub(octets, splat(0x30)), splat(10)),
    i8x16.lt_u(i8x16.sub(letters, splat(0x61)), splat(6)),
  )
}

/**
 * Pairs of digits to octets, one in each 16-bit lane.
 *
 *   0011dddd  0 to 9: the value is dddd
 *   01c00ddd  A to F, in either case c: the value is ddd + 9, and bit 6 tells a letter
 */
function joinDigits(octets: v128): v128 {
  const letter = v128.and(i16x8.shr_u(octets, 6), splat(1))
  const nine = i8x16.add(i16x8.shl(letter, 3), letter)
  const halves = i8x16.add(v128.and(octets, splat(0x0f)), nine)
  return v128.or(v128.and(i16x8.shl(halves, 4), i16x8.splat(0xff)), i16x8.shr_u(halves, 8))
}

function readDigit(unit: i32): i32 {
  const figure = unit - 0x30
  if (<u32>figure < 10) return figure
  const letter = (unit | 0x20) - 0x61
  if (<u32>letter < 6) return letter + 10
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) ? WHITE_SPACE : NO_DIGIT
}

/** Writes the first `octets` of OCTETS to TEXT as digits in ASCII, one in each octet. Returns the digits. */
export function writeHex(octets: i32): i32 {
  let from = OCTETS
  let to = TEXT
  const end = OCTETS + <usize>octets
  if (ASC_FEATURE_SIMD) {
    for (; from + 16 <= end; from += 16, to += 32) writeBlock(v128.load(from, 0, 1), to)
  }
  for (; from < end; from++, to += 2) {
    const octet = load<u8>(from)
    store<u8>(to, lookUpFigure(octet >> 4))
    store<u8>(to, lookUpFigure(octet & 15), 1)
  }
  return octets << 1
}

function writeBlock(octets: v128, to: usize): void {
  const upper = lookUpFigures(v128.and(i16x8.shr_u(octets, 4), splat(0x0f)))
  const lower = lookUpFigures(v128.and(octets, splat(0x0f)))
  v128.store(to, i8x16.shuffle(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), 0, 1)
  v128.store(to, i8x16.shuffle(upper, lower, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), 16, 1)
}

function lookUpFigures(halves: v128): v128 {
  return i8x16.swizzle(v128.load(FIGURES), halves)
}

function lookUpFigure(half: i32): i32 {
  return load<u8>(FIGURES + <usize>half)
}

/** 0 to 9, A to F. */
// biome-ignore format: sixteen to a row
const FIGURES: usize = memory.data<u8>([
  0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46,
])
