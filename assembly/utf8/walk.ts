// TS 23.040 9.2.3.24.1: UTF-8 cut into segments where it is, without a copy in UTF-16.
import { CHARACTERS, FOREIGN, FOREIGN_AT, REMAINING, UNITS } from '../abi'
import { getResult, setResult } from '../memory'
import { countCharacterSeptets, countCharacterUnits, readCharacter, readSize } from './character'
import {
  findContinuationLanes,
  findDoubtfulLanes,
  findExtensionLanes,
  findFaultLanes,
  findLanesOfFour,
  findLatinLanes,
  findOutsideBasicLanes,
  LANES,
} from './lanes'

/** Every lane of a block. */
const ALL: u64 = ~(<u64>0)

/**
 * Cuts one window of a GSM-7 text, from `at` to `end`. The last segment so far has `left` septets left; each further
 * segment has `capacity`. Returns the cuts, and UNITS and REMAINING; or FOREIGN, and FOREIGN_AT and CHARACTERS.
 */
export function walkGsm7(at: usize, end: usize, capacity: i32, left: i32): i32 {
  let septets = 0
  let extensions = 0
  let cuts = 0
  while (at < end) {
    if (ASC_FEATURE_SIMD) {
      const size = min(<i32>(end - at), LANES)
      const within = ALL >> <u64>(LANES - size)
      const doubtful = findDoubtfulLanes(at) & within
      let starts = within
      let escaped: u64 = 0
      let reach = size
      if (doubtful) {
        if (isSurelyForeign(at + <usize>ctz(doubtful))) return stop(at, septets - extensions)
        const odd = findOutsideBasicLanes(at) & within
        escaped = findExtensionLanes(at) & within
        let rest = odd & ~escaped
        if (rest) {
          const pairs = findLatinLanes(at) & (size < <i32>(end - at) ? within : within >> 1)
          reach += <i32>(pairs >> <u64>(size - 1))
          starts &= ~(pairs << 1)
          for (rest &= ~(pairs | (pairs << 1)); rest; ) {
            const lane = ctz(rest)
            const found = readCharacter(at + <usize>lane, end)
            const septetsOfFound = countCharacterSeptets(found)
            if (!septetsOfFound) return stop(at, septets - extensions)
            const past = <i32>lane + readSize(found)
            const after = past < LANES ? ~maskBelow(past) : 0
            starts &= after | (ALL >> (63 - lane))
            escaped |= (<u64>(septetsOfFound - 1)) << lane
            rest &= after
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
        left = getResult(REMAINING)
      }
      at += <usize>reach
    } else {
      const found = readCharacter(at, end)
      const need = countCharacterSeptets(found)
      if (!need) return stop(at, septets - extensions)
      septets += need
      extensions += need - 1
      if (need > left) {
        cuts++
        left = capacity
      }
      left -= need
      at += <usize>readSize(found)
    }
  }
  setResult(UNITS, septets)
  setResult(REMAINING, left)
  return cuts
}

function stop(at: usize, characters: i32): i32 {
  setResult(FOREIGN_AT, <i32>at)
  setResult(CHARACTERS, characters)
  return FOREIGN
}

/**
 * Cuts a block that does not fit the `left` units of a segment. A lane in `starts` is one unit, or two where it is in `doubles`
 * as well. Returns the cuts, and REMAINING.
 */
function cutLanes(starts: u64, doubles: u64, capacity: i32, left: i32): i32 {
  let cuts = 0
  let rest = sumLanes(starts, doubles)
  if (!doubles) {
    for (left -= rest; left < 0; left += capacity) cuts++
    setResult(REMAINING, left)
    return cuts
  }
  for (; rest > left; cuts++) {
    // A binary search for the most lanes that fit. A loop over the lanes, with a branch for each, took three times as
    // long.
    let fit = 0
    let used = 0
    for (let step = LANES >> 1; step; step >>= 1) {
      const lanes = maskBelow(fit + step)
      const units = sumLanes(starts & lanes, doubles & lanes)
      const fits = units <= left
      fit = select(fit + step, fit, fits)
      used = select(units, used, fits)
    }
    starts &= ~maskBelow(fit)
    doubles &= ~maskBelow(fit)
    rest -= used
    left = capacity
  }
  setResult(REMAINING, left - rest)
  return cuts
}

/** A mask of the lanes below `lane`, which is 0 to 63. */
function maskBelow(lane: i32): u64 {
  const one: u64 = 1
  return (one << (<u64>lane)) - 1
}

function sumLanes(starts: u64, doubles: u64): i32 {
  return <i32>popcnt(starts) + <i32>popcnt(doubles)
}

/**
 * Whether the character at `at` is surely not in GSM-7. Of characters whose lead is above C3, GSM-7 has only Greek letters (lead
 * CE) and the euro sign. Reads two octets after the lead too, wherever the text ends.
 */
function isSurelyForeign(at: usize): bool {
  const lead: i32 = load<u8>(at)
  if (lead === 0xe2) return load<u16>(at, 1, 1) !== EURO_AFTER_LEAD
  return lead > 0xc3 && lead !== 0xce
}

/** U+20AC is E2 82 AC: what comes after its lead, as a little-endian number. */
const EURO_AFTER_LEAD: i32 = 0xac82

/** The same as `walkGsm7`, for UCS-2, which has every character. */
export function walkUcs2(at: usize, end: usize, capacity: i32, left: i32): i32 {
  if (ASC_FEATURE_SIMD) {
    const cuts = walkWellFormed(at, end, capacity, left)
    if (cuts !== MALFORMED) return cuts
  }
  let walked = 0
  let cuts = 0
  while (at < end) {
    const found = readCharacter(at, end)
    const unitsOfFound = countCharacterUnits(found)
    if (unitsOfFound > left) {
      cuts++
      left = capacity
    }
    left -= unitsOfFound
    walked += unitsOfFound
    at += <usize>readSize(found)
  }
  setResult(UNITS, walked)
  setResult(REMAINING, left)
  return cuts
}

const MALFORMED: i32 = -1

/**
 * The same as `walkUcs2`, or MALFORMED where the text may be malformed. It reads the octets before `at` too, which
 * belong to another text. So it returns MALFORMED for every text that begins with 10______, whatever is before it.
 */
function walkWellFormed(at: usize, end: usize, capacity: i32, left: i32): i32 {
  if (at < end && (isContinuation(at) || isCutOff(end))) return MALFORMED
  let walked = 0
  let cuts = 0
  for (; at < end; at += LANES) {
    const size = min(<i32>(end - at), LANES)
    const within = ALL >> <u64>(LANES - size)
    if (findFaultLanes(at) & within) return MALFORMED
    const pairs = findLanesOfFour(at) & within
    const starts = ~findContinuationLanes(at) & within
    const unitsOfBlock = <i32>popcnt(starts) + <i32>popcnt(pairs)
    walked += unitsOfBlock
    if (unitsOfBlock <= left) left -= unitsOfBlock
    else {
      cuts += cutLanes(starts, pairs, capacity, left)
      left = getResult(REMAINING)
    }
  }
  setResult(UNITS, walked)
  setResult(REMAINING, left)
  return cuts
}

/**
 * Whether the text from `at` to `end` is surely well-formed. Like `walkWellFormed`, it reads the octets before `at`
 * too.
 */
export function isWellFormed(at: usize, end: usize): bool {
  if (at < end && (isContinuation(at) || isCutOff(end))) return false
  for (; at < end; at += LANES) {
    const size = min(<i32>(end - at), LANES)
    if (findFaultLanes(at) & (ALL >> <u64>(LANES - size))) return false
  }
  return true
}

function isContinuation(at: usize): bool {
  return (load<u8>(at) & 0xc0) === 0x80
}

/**
 * Whether the last character needs more octets than there are before `end`:
 *
 *   end - 1   11______   one more at least
 *   end - 2   111_____   two more at least
 *   end - 3   1111____   three more
 */
function isCutOff(end: usize): bool {
  return load<u8>(end - 1) >= 0xc0 || load<u8>(end - 2) >= 0xe0 || load<u8>(end - 3) >= 0xf0
}
