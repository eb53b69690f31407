// Unicode 3.9, table 3-7: UTF-8, counted as it stands. What is malformed counts as the U+FFFD that the Encoding Standard's
// decoder puts there: one for each longest piece that could still have become a character.
import { extensionLanes, FOREIGN, isPlainAscii, unknownLanes } from './classify'
import { cost, encoding } from './encoder'
import { answer } from './memory'
import { FOREIGN_AT, REMAINING, UNITS } from './segment'

/** Octets a block. */
const BLOCK: i32 = 16

/** Place of RESULT, where `walkGsm7` gave up at FOREIGN_AT, an address: the characters in front of it. */
export const CHARACTERS: i32 = 4

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
      const octets = within(v128.load(at, 0, 1), size)
      let need = size
      let reach = size
      let escapes = 0
      let isForeign = false
      if (!isPlainAscii(octets)) {
        escapes = popcnt(extensionLanes(octets))
        need += escapes
        for (let odd = unknownLanes(octets); odd; ) {
          const lane = ctz(odd)
          const found = character(at + <usize>lane, end)
          const septetsOfFound = septetsOf(found)
          if (!septetsOfFound) {
            isForeign = true
            break
          }
          const octetsOfFound = sizeOf(found)
          reach = max(reach, lane + octetsOfFound)
          need += septetsOfFound - octetsOfFound
          escapes += septetsOfFound - 1
          odd &= -1 << (lane + octetsOfFound)
        }
        if (isForeign) return stop(at, septets - extensions)
        need += reach - size
      }
      septets += need
      extensions += escapes
      if (need <= left) {
        left -= need
        at += <usize>reach
        continue
      }
      if (!escapes) {
        for (left -= need; left < 0; left += capacity) cuts++
        at += <usize>reach
        continue
      }
      for (const border = at + <usize>reach; at < border; ) {
        const found = character(at, end)
        const septetsOfFound = septetsOf(found)
        if (septetsOfFound > left) {
          cuts++
          left = capacity
        }
        left -= septetsOfFound
        at += <usize>sizeOf(found)
      }
    } else {
      const found = character(at, end)
      const septetsOfFound = septetsOf(found)
      if (!septetsOfFound) return stop(at, septets - extensions)
      if (septetsOfFound > left) {
        cuts++
        left = capacity
      }
      left -= septetsOfFound
      septets += septetsOfFound
      extensions += septetsOfFound - 1
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

/** The same for UCS-2, where no character is foreign. */
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

// What can be wrong about two octets in a row, one bit each: J. Keiser and D. Lemire, Validating UTF-8 in less than one
// instruction per byte, 2021. An error is where the three rows, read at the nibbles of the first octet and at the high
// nibble of the second, meet.
/** A character is to go on, and a new one begins. */
const SHORT: i8 = 0x01
/** ASCII goes on. */
const LONG: i8 = 0x02
/** E0 before 80 to 9F. */
const OVERLONG_3: i8 = 0x04
/** F4 before 90 to BF, and F5 to FF. */
const LARGE: i8 = 0x08
/** ED before A0 to BF. */
const SURROGATE: i8 = 0x10
/** C0 and C1. */
const OVERLONG_2: i8 = 0x20
/** F0 before 80 to 8F; with it F5 to FF there. */
const OVERLONG_4: i8 = 0x40
/** The second continuation in a row: right behind a lead of three or four octets, and nowhere else. */
const CONTINUED: i8 = -0x80
/** What every first octet of any low nibble may be guilty of. */
const ANY: i8 = SHORT | LONG | CONTINUED

/** As walkUcs2; MALFORMED where the text is. */
function walkWellFormed(at: usize, end: usize, capacity: i32, left: i32): i32 {
  // biome-ignore format: sixteen nibbles to a row
  const firstHigh = i8x16(
    LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG,
    CONTINUED, CONTINUED, CONTINUED, CONTINUED,
    SHORT | OVERLONG_2, SHORT, SHORT | OVERLONG_3 | SURROGATE, SHORT | LARGE | OVERLONG_4,
  )
  // biome-ignore format: as above
  const firstLow = i8x16(
    ANY | OVERLONG_2 | OVERLONG_3 | OVERLONG_4, ANY | OVERLONG_2, ANY, ANY,
    ANY | LARGE, ANY | LARGE | OVERLONG_4, ANY | LARGE | OVERLONG_4, ANY | LARGE | OVERLONG_4,
    ANY | LARGE | OVERLONG_4, ANY | LARGE | OVERLONG_4, ANY | LARGE | OVERLONG_4, ANY | LARGE | OVERLONG_4,
    ANY | LARGE | OVERLONG_4, ANY | LARGE | OVERLONG_4 | SURROGATE, ANY | LARGE | OVERLONG_4, ANY | LARGE | OVERLONG_4,
  )
  // biome-ignore format: as above
  const secondHigh = i8x16(
    SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT,
    LONG | OVERLONG_2 | CONTINUED | OVERLONG_3 | OVERLONG_4, LONG | OVERLONG_2 | CONTINUED | OVERLONG_3 | LARGE,
    LONG | OVERLONG_2 | CONTINUED | SURROGATE | LARGE, LONG | OVERLONG_2 | CONTINUED | SURROGATE | LARGE,
    SHORT, SHORT, SHORT, SHORT,
  )
  let wrong = i8x16.splat(0)
  let before = i8x16.splat(0)
  let walked = 0
  let cuts = 0
  let size = BLOCK
  // The last block may be empty: a character that breaks off is wrong because of the 0 behind it.
  for (; size === BLOCK; at += BLOCK) {
    size = min(<i32>(end - at), BLOCK)
    let octets = v128.load(at, 0, 1)
    if (size < BLOCK) octets = v128.and(octets, i8x16.lt_u(lanes(), i8x16.splat(<i8>size)))
    const first = i8x16.shuffle(before, octets, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30)
    const second = i8x16.shuffle(before, octets, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29)
    const third = i8x16.shuffle(before, octets, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28)
    const met = v128.and(
      v128.and(
        i8x16.swizzle(firstHigh, i8x16.shr_u(first, 4)),
        i8x16.swizzle(firstLow, v128.and(first, i8x16.splat(0x0f))),
      ),
      i8x16.swizzle(secondHigh, i8x16.shr_u(octets, 4)),
    )
    // The high bit: behind E0 to FF two octets ago, or F0 to FF three ago.
    const goesOn = v128.or(i8x16.sub_sat_u(second, i8x16.splat(0x60)), i8x16.sub_sat_u(third, i8x16.splat(0x70)))
    wrong = v128.or(wrong, v128.xor(met, v128.and(goesOn, i8x16.splat(CONTINUED))))
    before = octets

    const leads = i8x16.bitmask(i8x16.gt_s(octets, i8x16.splat(-65))) & ((1 << size) - 1)
    const pairs = i8x16.bitmask(i8x16.ge_u(octets, i8x16.splat(<i8>0xf0)))
    const unitsOfBlock = popcnt(leads | (pairs << BLOCK))
    walked += unitsOfBlock
    if (unitsOfBlock <= left) {
      left -= unitsOfBlock
    } else if (!pairs) {
      for (left -= unitsOfBlock; left < 0; left += capacity) cuts++
    } else {
      for (let rest = leads; rest; rest &= rest - 1) {
        const unitsOfLead = 1 + ((pairs >> ctz(rest)) & 1)
        if (unitsOfLead > left) {
          cuts++
          left = capacity
        }
        left -= unitsOfLead
      }
    }
  }
  answer(UNITS, walked)
  answer(REMAINING, left)
  return v128.any_true(wrong) ? MALFORMED : cuts
}

/** Spaces where the text has ended: they are in every alphabet and cost one. */
function within(octets: v128, size: i32): v128 {
  return size < BLOCK ? v128.bitselect(octets, i8x16.splat(0x20), i8x16.lt_u(lanes(), i8x16.splat(<i8>size))) : octets
}

function lanes(): v128 {
  return i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
}
