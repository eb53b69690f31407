// Unicode 3.9, table 3-7: what 64 octets of UTF-8 are, one bit each. So many, since what costs is not to look at an octet but
// to branch on what was seen: a message of everyday length is one block or two.
import { asciiExtensionLanes, asciiLanes, isLatin } from './classify'

/** Octets a block. Loads go to its end and one octet further, whatever the text's. */
export const BLOCK: i32 = 64

/** ASCII of the main table. */
export function basicLanes(at: usize): u64 {
  return joined(
    asciiLanes(v128.load(at, 0, 1)),
    asciiLanes(v128.load(at, 16, 1)),
    asciiLanes(v128.load(at, 32, 1)),
    asciiLanes(v128.load(at, 48, 1)),
  )
}

/** ASCII of the extension table. */
export function extensionLanes(at: usize): u64 {
  return joined(
    asciiExtensionLanes(v128.load(at, 0, 1)),
    asciiExtensionLanes(v128.load(at, 16, 1)),
    asciiExtensionLanes(v128.load(at, 32, 1)),
    asciiExtensionLanes(v128.load(at, 48, 1)),
  )
}

/** First octets of the two that stand for a Latin-1 character of the main table. */
export function latinPairs(at: usize): u64 {
  return joined(latinPairsOf(at), latinPairsOf(at + 16), latinPairsOf(at + 32), latinPairsOf(at + 48))
}

function latinPairsOf(at: usize): i32 {
  const octets = v128.load(at, 0, 1)
  const next = v128.load(at, 1, 1)
  const units = v128.or(i16x8.shl(v128.and(octets, i8x16.splat(0x03)), 6), v128.and(next, i8x16.splat(0x3f)))
  const leads = i8x16.eq(v128.and(octets, i8x16.splat(<i8>0xfe)), i8x16.splat(<i8>0xc2))
  return i8x16.bitmask(v128.and(v128.and(leads, isContinuation(next)), isLatin(units)))
}

/** 80 to BF: they continue a character. */
export function continuationLanes(at: usize): u64 {
  return joined(
    i8x16.bitmask(isContinuation(v128.load(at, 0, 1))),
    i8x16.bitmask(isContinuation(v128.load(at, 16, 1))),
    i8x16.bitmask(isContinuation(v128.load(at, 32, 1))),
    i8x16.bitmask(isContinuation(v128.load(at, 48, 1))),
  )
}

function isContinuation(octets: v128): v128 {
  return i8x16.lt_s(octets, i8x16.splat(-0x40))
}

/** 80 to FF: all that is not ASCII. */
export function highLanes(at: usize): u64 {
  return joined(
    i8x16.bitmask(v128.load(at, 0, 1)),
    i8x16.bitmask(v128.load(at, 16, 1)),
    i8x16.bitmask(v128.load(at, 32, 1)),
    i8x16.bitmask(v128.load(at, 48, 1)),
  )
}

/** Of the octets that are not ASCII, those above `octet`, which is not ASCII either: as signed numbers they are above it too. */
export function lanesAbove(at: usize, octet: i32): u64 {
  const border = i8x16.splat(<i8>octet)
  return joined(
    i8x16.bitmask(i8x16.gt_s(v128.load(at, 0, 1), border)),
    i8x16.bitmask(i8x16.gt_s(v128.load(at, 16, 1), border)),
    i8x16.bitmask(i8x16.gt_s(v128.load(at, 32, 1), border)),
    i8x16.bitmask(i8x16.gt_s(v128.load(at, 48, 1), border)),
  )
}

/** Whether C0 or C1 is among them, which begin no character: what they could stand for is ASCII. */
export function hasOverlong(at: usize): bool {
  const first = v128.or(overlong(v128.load(at, 0, 1)), overlong(v128.load(at, 16, 1)))
  return v128.any_true(v128.or(first, v128.or(overlong(v128.load(at, 32, 1)), overlong(v128.load(at, 48, 1)))))
}

function overlong(octets: v128): v128 {
  return i8x16.eq(v128.and(octets, i8x16.splat(<i8>0xfe)), i8x16.splat(<i8>0xc0))
}

/** Leads that no character has: F5 to FF; and E0, ED, F0 and F4 where the octet behind them is none that may follow. */
export function forbiddenLanes(at: usize): u64 {
  return joined(forbiddenLanesOf(at), forbiddenLanesOf(at + 16), forbiddenLanesOf(at + 32), forbiddenLanesOf(at + 48))
}

function forbiddenLanesOf(at: usize): i32 {
  const octets = v128.load(at, 0, 1)
  const next = v128.load(at, 1, 1)
  const belowA0 = i8x16.lt_s(next, i8x16.splat(-0x60))
  const below90 = i8x16.lt_s(next, i8x16.splat(-0x70))
  const three = v128.or(
    v128.and(i8x16.eq(octets, i8x16.splat(<i8>0xe0)), belowA0),
    v128.andnot(i8x16.eq(octets, i8x16.splat(<i8>0xed)), belowA0),
  )
  const four = v128.or(
    v128.and(i8x16.eq(octets, i8x16.splat(<i8>0xf0)), below90),
    v128.andnot(i8x16.eq(octets, i8x16.splat(<i8>0xf4)), below90),
  )
  return i8x16.bitmask(v128.or(v128.or(three, four), i8x16.ge_u(octets, i8x16.splat(<i8>0xf5))))
}

function joined(first: i32, second: i32, third: i32, fourth: i32): u64 {
  return <u64>(<u32>(first | (second << 16))) | ((<u64>(<u32>(third | (fourth << 16)))) << 32)
}
