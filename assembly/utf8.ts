// Unicode 3.9, table 3-7: UTF-8, counted as it stands. What is malformed counts as the U+FFFD that the Encoding Standard's
// decoder puts there: one for each longest piece that could still have become a character.
import { FOREIGN } from './classify'
import { cost, encoding } from './encoder'
import { answer, answered } from './memory'
import { FOREIGN_AT, REMAINING, UNITS } from './segment'
import {
  BLOCK,
  basicLanes,
  continuationLanes,
  extensionLanes,
  forbiddenLanes,
  hasOverlong,
  highLanes,
  lanesAbove,
  latinPairs,
} from './utf8-lanes'

/** Place of RESULT, where `walkGsm7` gave up at FOREIGN_AT, an address: the characters in front of it. */
export const CHARACTERS: i32 = 4

/** Every lane of a block. */
const ALL: u64 = ~(<u64>0)

const REPLACEMENT: i32 = 0xfffd

/** A code point, and below it, in three bits, the octets it takes: what `character` answers. */
function sized(codePoint: i32, size: i32): i32 {
  return (codePoint << 3) | size
}

function sizeOf(character: i32): i32 {
  return character & 7
}

/** Septets of a character with the escape that it may need; 0 outside GSM-7. */
function septetsOf(character: i32): i32 {
  const codePoint = character >> 3
  const encoded = codePoint < 0x10000 ? encoding(codePoint) : 0
  return encoded ? cost(encoded) : 0
}

/** Above U+FFFF a character is a surrogate pair. */
function unitsOf(character: i32): i32 {
  return 1 + i32(character >> 3 > 0xffff)
}

/** The character at `at`, or the replacement of what is malformed there. Nothing at `end` or behind it is read. */
function character(at: usize, end: usize): i32 {
  const lead: i32 = load<u8>(at)
  if (lead < 0x80) return sized(lead, 1)
  if (lead < 0xc2 || lead > 0xf4) return sized(REPLACEMENT, 1)
  const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
  let least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  let most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  let codePoint = lead & (0x3f >> more)
  for (let size = 1; size <= more; size++) {
    const octet: i32 = at + <usize>size < end ? load<u8>(at + <usize>size) : 0
    if (octet < least || octet > most) return sized(REPLACEMENT, size)
    codePoint = (codePoint << 6) | (octet & 0x3f)
    least = 0x80
    most = 0xbf
  }
  return sized(codePoint, more + 1)
}

/**
 * Walks the GSM-7 text from `at` to `end`, of which the last segment has `left` septets left and all to come have
 * `capacity`. Answers the cuts; or FOREIGN.
 */
export function walkGsm7(at: usize, end: usize, capacity: i32, left: i32): i32 {
  let septets = 0
  let extensions = 0
  let cuts = 0
  while (at < end) {
    if (ASC_FEATURE_SIMD) {
      const size = min(<i32>(end - at), BLOCK)
      const within = ALL >> <u64>(BLOCK - size)
      const odd = ~basicLanes(at) & within
      let starts = within
      let escaped: u64 = 0
      let reach = size
      if (odd) {
        if (isForeignLead(load<u8>(at + <usize>ctz(odd)))) return stop(at, septets - extensions)
        escaped = extensionLanes(at) & within
        let rest = odd & ~escaped
        if (rest) {
          const pairs = latinPairs(at) & (size < <i32>(end - at) ? within : within >> 1)
          reach += <i32>(pairs >> <u64>(size - 1))
          starts &= ~(pairs << 1)
          for (rest &= ~(pairs | (pairs << 1)); rest; ) {
            const lane = ctz(rest)
            const found = character(at + <usize>lane, end)
            const septetsOfFound = septetsOf(found)
            if (!septetsOfFound) return stop(at, septets - extensions)
            const past = <i32>lane + sizeOf(found)
            const behind = past < BLOCK ? ~lanesBelow(past) : 0
            starts &= behind | (ALL >> (63 - lane))
            escaped |= (<u64>(septetsOfFound - 1)) << lane
            rest &= behind
            reach = max(reach, past)
          }
        }
      }
      const escapes = <i32>popcnt(escaped)
      const need = <i32>popcnt(starts) + escapes
      septets += need
      extensions += escapes
      if (need <= left) left -= need
      else {
        cuts += cutLanes(starts, escaped, capacity, left)
        left = answered(REMAINING)
      }
      at += <usize>reach
    } else {
      const found = character(at, end)
      const need = septetsOf(found)
      if (!need) return stop(at, septets - extensions)
      septets += need
      extensions += need - 1
      if (need > left) {
        cuts++
        left = capacity
      }
      left -= need
      at += <usize>sizeOf(found)
    }
  }
  answer(UNITS, septets)
  answer(REMAINING, left)
  return cuts
}

function stop(at: usize, characters: i32): i32 {
  answer(FOREIGN_AT, <i32>at)
  answer(CHARACTERS, characters)
  return FOREIGN
}

/**
 * Cuts a block that does not fit the `left` units of a segment: of its lanes, those in `starts` are a unit each, and two if
 * they are in `doubles` as well. Answers the cuts, and REMAINING.
 */
function cutLanes(starts: u64, doubles: u64, capacity: i32, left: i32): i32 {
  let cuts = 0
  let rest = unitsOfLanes(starts, doubles)
  if (!doubles) {
    for (left -= rest; left < 0; left += capacity) cuts++
    answer(REMAINING, left)
    return cuts
  }
  for (; rest > left; cuts++) {
    // By halves: the most lanes that fit. One by one, and with a branch each, took three times as long.
    let fit = 0
    let used = 0
    for (let step = BLOCK >> 1; step; step >>= 1) {
      const lanes = lanesBelow(fit + step)
      const units = unitsOfLanes(starts & lanes, doubles & lanes)
      const fits = units <= left
      fit = select(fit + step, fit, fits)
      used = select(units, used, fits)
    }
    starts &= ~lanesBelow(fit)
    doubles &= ~lanesBelow(fit)
    rest -= used
    left = capacity
  }
  answer(REMAINING, left - rest)
  return cuts
}

/** The lanes in front of one, which is below 64. */
function lanesBelow(lane: i32): u64 {
  const one: u64 = 1
  return (one << (<u64>lane)) - 1
}

function unitsOfLanes(starts: u64, doubles: u64): i32 {
  return <i32>popcnt(starts) + <i32>popcnt(doubles)
}

/** Whether no character that begins so is in GSM-7: its alphabet has U+0080 to U+00FF, Greek, and U+20AC beside ASCII. */
function isForeignLead(octet: i32): bool {
  return octet > 0xc3 && octet !== 0xce && octet !== 0xe2
}

/** As `walkGsm7`, for UCS-2, where no character is foreign. */
export function walkUcs2(at: usize, end: usize, capacity: i32, left: i32): i32 {
  if (ASC_FEATURE_SIMD) {
    const cuts = walkWellFormed(at, end, capacity, left)
    if (cuts !== MALFORMED) return cuts
  }
  let walked = 0
  let cuts = 0
  while (at < end) {
    const found = character(at, end)
    const unitsOfFound = unitsOf(found)
    if (unitsOfFound > left) {
      cuts++
      left = capacity
    }
    left -= unitsOfFound
    walked += unitsOfFound
    at += <usize>sizeOf(found)
  }
  answer(UNITS, walked)
  answer(REMAINING, left)
  return cuts
}

const MALFORMED: i32 = -1

/**
 * As walkUcs2; MALFORMED where the text is. Lanes are bits: a lead of two octets claims the lane behind it, one of three the
 * two, one of four the three behind it; and the lanes that are claimed must be those that continue.
 */
function walkWellFormed(at: usize, end: usize, capacity: i32, left: i32): i32 {
  let walked = 0
  let cuts = 0
  /** What the block before claims of this one. */
  let claimed: u64 = 0
  for (; at < end; at += BLOCK) {
    const size = min(<i32>(end - at), BLOCK)
    const within = ALL >> <u64>(BLOCK - size)
    const high = highLanes(at) & within
    const continued = continuationLanes(at) & within
    const leads = high & ~continued
    const leadsOfThree = lanesAbove(at, 0xdf) & high
    let pairs: u64 = 0
    claimed |= leads << 1
    let claimedOfNext = leads >> 63
    if (leadsOfThree) {
      pairs = lanesAbove(at, 0xef) & high
      claimed |= (leadsOfThree << 2) | (pairs << 3)
      claimedOfNext |= (leadsOfThree >> 62) | (pairs >> 61)
      if (forbiddenLanes(at) & within) return MALFORMED
    }
    if (continued !== claimed || hasOverlong(at)) return MALFORMED
    claimed = claimedOfNext

    const unitsOfBlock = size - <i32>popcnt(continued) + <i32>popcnt(pairs)
    walked += unitsOfBlock
    if (unitsOfBlock <= left) left -= unitsOfBlock
    else {
      cuts += cutLanes(~continued & within, pairs, capacity, left)
      left = answered(REMAINING)
    }
  }
  answer(UNITS, walked)
  answer(REMAINING, left)
  return claimed ? MALFORMED : cuts
}
