// Unicode 3.9, table 3-7: what 64 octets of UTF-8 are, one bit each. A look at octets costs little, and a branch on
// what they are costs much. With 64 octets at once, a message of everyday length is one block or two.
import { findOutsideBasic, findOutsideExtension, markDoubtful, markOutsideLatin } from '../classify'
import { splat } from '../vectors'
import { findFaults } from './validity'

/** Octets of a block, one to a lane. Three octets before it and one after it are read too, wherever the text begins and ends. */
export const LANES: i32 = 64

/** Octets that may be outside the ASCII of the main table: see `markDoubtful` of classify.ts. */
export function findDoubtfulLanes(at: usize): u64 {
  return joinMasks(
    i8x16.bitmask(markDoubtful(v128.load(at, 0, 1))),
    i8x16.bitmask(markDoubtful(v128.load(at, 16, 1))),
    i8x16.bitmask(markDoubtful(v128.load(at, 32, 1))),
    i8x16.bitmask(markDoubtful(v128.load(at, 48, 1))),
  )
}

/** Octets that are not ASCII of the main table. */
export function findOutsideBasicLanes(at: usize): u64 {
  return joinMasks(
    findOutsideBasic(v128.load(at, 0, 1)),
    findOutsideBasic(v128.load(at, 16, 1)),
    findOutsideBasic(v128.load(at, 32, 1)),
    findOutsideBasic(v128.load(at, 48, 1)),
  )
}

/** Octets that are ASCII of the extension table. */
export function findExtensionLanes(at: usize): u64 {
  return ~joinMasks(
    findOutsideExtension(v128.load(at, 0, 1)),
    findOutsideExtension(v128.load(at, 16, 1)),
    findOutsideExtension(v128.load(at, 32, 1)),
    findOutsideExtension(v128.load(at, 48, 1)),
  )
}

/** The first octet of each Latin-1 character of the main table: 1100001x 10yyyyyy is the unit 1xyyyyyy. */
export function findLatinLanes(at: usize): u64 {
  return joinMasks(findLatinPairs(at), findLatinPairs(at + 16), findLatinPairs(at + 32), findLatinPairs(at + 48))
}

function findLatinPairs(at: usize): i32 {
  const octets = v128.load(at, 0, 1)
  const next = v128.load(at, 1, 1)
  const units = v128.or(i16x8.shl(v128.and(octets, splat(0x03)), 6), v128.and(next, splat(0x3f)))
  const leads = i8x16.eq(v128.and(octets, splat(0xfe)), splat(0xc2))
  return i8x16.bitmask(v128.andnot(v128.and(leads, continues(next)), markOutsideLatin(units)))
}

/** Octets that continue a character: 10______. */
export function findContinuationLanes(at: usize): u64 {
  return joinMasks(
    i8x16.bitmask(continues(v128.load(at, 0, 1))),
    i8x16.bitmask(continues(v128.load(at, 16, 1))),
    i8x16.bitmask(continues(v128.load(at, 32, 1))),
    i8x16.bitmask(continues(v128.load(at, 48, 1))),
  )
}

function continues(octets: v128): v128 {
  return i8x16.lt_s(octets, splat(0xc0))
}

/** Octets at which a fault shows: see validity.ts. */
export function findFaultLanes(at: usize): u64 {
  return joinMasks(
    i8x16.bitmask(isSome(findFaults(at))),
    i8x16.bitmask(isSome(findFaults(at + 16))),
    i8x16.bitmask(isSome(findFaults(at + 32))),
    i8x16.bitmask(isSome(findFaults(at + 48))),
  )
}

function isSome(lanes: v128): v128 {
  return i8x16.add_sat_u(lanes, splat(0x7f))
}

/** Leads of four octets: 1111____. */
export function findLanesOfFour(at: usize): u64 {
  return joinMasks(
    i8x16.bitmask(markFrom(0xf0, v128.load(at, 0, 1))),
    i8x16.bitmask(markFrom(0xf0, v128.load(at, 16, 1))),
    i8x16.bitmask(markFrom(0xf0, v128.load(at, 32, 1))),
    i8x16.bitmask(markFrom(0xf0, v128.load(at, 48, 1))),
  )
}

/** Sets the high bit of octets that are `octet` or above, and clears that of others. `octet` is 80 or above. */
function markFrom(octet: i32, octets: v128): v128 {
  return i8x16.sub_sat_u(octets, splat(octet - 0x80))
}

function joinMasks(first: i32, second: i32, third: i32, fourth: i32): u64 {
  return <u64>(<u32>(first | (second << 16))) | ((<u64>(<u32>(third | (fourth << 16)))) << 32)
}
