// Unicode 3.9, table 3-7: what 64 octets of UTF-8 are, one bit each. A look at octets costs little, and a branch on
// what they are costs much. With 64 octets at once, a message of everyday length is one block or two.
import { doubtful, outsideBasic, outsideExtension, outsideLatin } from '../classify'
import { every } from '../vectors'
import { faults } from './validity'

/** Octets of a block. Three octets before it and one after it are read too, wherever the text begins and ends. */
export const BLOCK: i32 = 64

/** Octets that may be outside the ASCII of the main table: see `doubtful` of classify.ts. */
export function doubtfulLanes(at: usize): u64 {
  return joined(
    i8x16.bitmask(doubtful(v128.load(at, 0, 1))),
    i8x16.bitmask(doubtful(v128.load(at, 16, 1))),
    i8x16.bitmask(doubtful(v128.load(at, 32, 1))),
    i8x16.bitmask(doubtful(v128.load(at, 48, 1))),
  )
}

/** Octets that are not ASCII of the main table. */
export function outsideBasicLanes(at: usize): u64 {
  return joined(
    outsideBasic(v128.load(at, 0, 1)),
    outsideBasic(v128.load(at, 16, 1)),
    outsideBasic(v128.load(at, 32, 1)),
    outsideBasic(v128.load(at, 48, 1)),
  )
}

/** Octets that are ASCII of the extension table. */
export function extensionLanes(at: usize): u64 {
  return ~joined(
    outsideExtension(v128.load(at, 0, 1)),
    outsideExtension(v128.load(at, 16, 1)),
    outsideExtension(v128.load(at, 32, 1)),
    outsideExtension(v128.load(at, 48, 1)),
  )
}

/** The first octet of each Latin-1 character of the main table: 1100001x 10yyyyyy is the unit 1xyyyyyy. */
export function latinPairs(at: usize): u64 {
  return joined(latinPairsOf(at), latinPairsOf(at + 16), latinPairsOf(at + 32), latinPairsOf(at + 48))
}

function latinPairsOf(at: usize): i32 {
  const octets = v128.load(at, 0, 1)
  const next = v128.load(at, 1, 1)
  const units = v128.or(i16x8.shl(v128.and(octets, every(0x03)), 6), v128.and(next, every(0x3f)))
  const leads = i8x16.eq(v128.and(octets, every(0xfe)), every(0xc2))
  return i8x16.bitmask(v128.andnot(v128.and(leads, continues(next)), outsideLatin(units)))
}

/** Octets that continue a character: 10______. */
export function continuationLanes(at: usize): u64 {
  return joined(
    i8x16.bitmask(continues(v128.load(at, 0, 1))),
    i8x16.bitmask(continues(v128.load(at, 16, 1))),
    i8x16.bitmask(continues(v128.load(at, 32, 1))),
    i8x16.bitmask(continues(v128.load(at, 48, 1))),
  )
}

function continues(octets: v128): v128 {
  return i8x16.lt_s(octets, every(0xc0))
}

/** Octets at which a fault shows: see validity.ts. */
export function faultLanes(at: usize): u64 {
  return joined(
    i8x16.bitmask(isSome(faults(at))),
    i8x16.bitmask(isSome(faults(at + 16))),
    i8x16.bitmask(isSome(faults(at + 32))),
    i8x16.bitmask(isSome(faults(at + 48))),
  )
}

function isSome(lanes: v128): v128 {
  return i8x16.add_sat_u(lanes, every(0x7f))
}

/** Leads of four octets: 1111____. */
export function leadsOfFour(at: usize): u64 {
  return joined(
    i8x16.bitmask(from(0xf0, v128.load(at, 0, 1))),
    i8x16.bitmask(from(0xf0, v128.load(at, 16, 1))),
    i8x16.bitmask(from(0xf0, v128.load(at, 32, 1))),
    i8x16.bitmask(from(0xf0, v128.load(at, 48, 1))),
  )
}

/** Sets the high bit of octets that are `octet` or above, and clears that of others. `octet` is 80 or above. */
function from(octet: i32, octets: v128): v128 {
  return i8x16.sub_sat_u(octets, every(octet - 0x80))
}

function joined(first: i32, second: i32, third: i32, fourth: i32): u64 {
  return <u64>(<u32>(first | (second << 16))) | ((<u64>(<u32>(third | (fourth << 16)))) << 32)
}
