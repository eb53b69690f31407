// What several ways to send make of a message. For each character, one look-up gives the septets and the units of all
// ways side by side, and these are added up as vectors.
import { CHANGED_FLAG, FOREIGN_FLAG, MOST_WAYS, UNKNOWN } from '../abi'
import { hasDoubtful } from '../classify'
import { setResult } from '../memory'
import { readCharacter, readCodePoint, readSize } from './character'
import { CHARACTER_COUNTS, CLASS_FLAGS, CLASS_SEPTETS, CLASS_UNITS, CLASSES, COUNTED, PAGES } from './survey-columns'
import { isWellFormed } from './walk'

/** What `addUp` returns where a character has no class: UNKNOWN of RESULT is its code point. */
export const NO_CLASS: i32 = -1

/** What it returns where more characters are outside GSM-7 than it can keep. */
export const TOO_MANY_FOREIGN: i32 = -2

/** For each way, the septets and the units of the message that was added up (i32). */
const SEPTET_SUMS: usize = memory.data(4 * MOST_WAYS, 16)
const UNIT_SUMS: usize = memory.data(4 * MOST_WAYS, 16)

/** The same for a part of the message (u16): the septets of all ways, then the units. */
const PART_SUMS: usize = memory.data(4 * MOST_WAYS, 16)

/** Octets of a part. No way makes more than sixteen septets of a character, so the sums of a part fit sixteen bits. */
const PART: i32 = 4064

/** Places in CLASSES of the characters of a message that are outside GSM-7 in way 0 (u16), and how many there may be. */
const MOST_FOREIGN: i32 = 16384
const FOREIGN_PLACES: usize = memory.data(2 * MOST_FOREIGN, 16)
let foreignPlaces: i32 = 0

export function readWaySeptets(way: i32): i32 {
  return load<i32>(SEPTET_SUMS + ((<usize>way) << 2))
}

export function readWayUnits(way: i32): i32 {
  return load<i32>(UNIT_SUMS + ((<usize>way) << 2))
}

/**
 * Adds up the characters from `at` to `end`. `asGiven`: each way leaves what is in GSM-7 as it is. Returns all flags of their
 * classes together; or NO_CLASS, or TOO_MANY_FOREIGN. Reads 16 octets after the end too.
 */
export function addUp(at: usize, end: usize, ways: i32, asGiven: bool): i32 {
  clear(ways)
  if (ASC_FEATURE_SIMD && isWellFormed(at, end)) {
    const flags = addVectors(at, end, ways, asGiven)
    if (flags !== NO_CLASS) return flags
    // Once more, to find the character without a class. This happens once for each such character.
    clear(ways)
  }
  return addNumbers(at, end, ways)
}

function clear(ways: i32): void {
  for (let way: usize = 0; way < <usize>ways; way++) {
    store<i32>(SEPTET_SUMS + (way << 2), 0)
    store<i32>(UNIT_SUMS + (way << 2), 0)
  }
  foreignPlaces = 0
}

/** The same for a text that is well-formed. */
function addVectors(at: usize, end: usize, ways: i32, asGiven: bool): i32 {
  const sixteen = i16x8.splat(16)
  let flags = 0
  while (at < end) {
    if (foreignPlaces + PART > MOST_FOREIGN) return TOO_MANY_FOREIGN
    const stop = min(end, at + <usize>PART)
    let septets = i16x8.splat(0)
    let units = i16x8.splat(0)
    let place: usize = 0
    let to = FOREIGN_PLACES + ((<usize>foreignPlaces) << 1)
    while (at < stop) {
      const block = min(stop, at + 16)
      // Sixteen characters of ASCII at once.
      if (asGiven && block === at + 16 && !hasDoubtful(v128.load(at, 0, 1))) {
        septets = i16x8.add(septets, sixteen)
        units = i16x8.add(units, sixteen)
        at = block
        continue
      }
      do {
        const lead: i32 = load<u8>(at)
        if (lead < 0xe0) {
          // One octet or two, without a branch: the processor could not predict it.
          const two = lead >> 7
          place = findPlaceBelow0800(lead ^ ((lead ^ joinTwoOctets(lead, load<u8>(at, 1))) & -two))
          at += 1 + two
        } else {
          const found = readCharacter(at, end)
          place = findPlace(readCodePoint(found))
          at += <usize>readSize(found)
        }
        const classIndex: usize = load<u8>(CLASSES + place)
        if (!classIndex) return NO_CLASS
        septets = i16x8.add(septets, v128.load(CLASS_SEPTETS + (classIndex << 4)))
        units = i16x8.add(units, v128.load(CLASS_UNITS + (classIndex << 4)))
        const flagsOfClass = load<i32>(CLASS_FLAGS + (classIndex << 2))
        flags |= flagsOfClass
        store<u16>(to, <i32>place)
        to += (<usize>(flagsOfClass >> FOREIGN_FLAG) & 1) << 1
      } while (at < block)
    }
    foreignPlaces = <i32>(to - FOREIGN_PLACES) >> 1
    v128.store(PART_SUMS, septets)
    v128.store(PART_SUMS + 2 * MOST_WAYS, units)
    for (let way: usize = 0; way < <usize>ways; way++) {
      addTo(SEPTET_SUMS + (way << 2), load<u16>(PART_SUMS + (way << 1)))
      addTo(UNIT_SUMS + (way << 2), load<u16>(PART_SUMS + 2 * MOST_WAYS + (way << 1)))
    }
  }
  return flags
}

/** The same without vectors. */
function addNumbers(at: usize, end: usize, ways: i32): i32 {
  let flags = 0
  while (at < end) {
    const found = readCharacter(at, end)
    const place = findPlace(readCodePoint(found))
    const classIndex: usize = load<u8>(CLASSES + place)
    if (!classIndex) return reportUnknown(readCodePoint(found))
    for (let way: usize = 0; way < <usize>ways; way++) {
      addTo(SEPTET_SUMS + (way << 2), load<u16>(CLASS_SEPTETS + (classIndex << 4) + (way << 1)))
      addTo(UNIT_SUMS + (way << 2), load<u16>(CLASS_UNITS + (classIndex << 4) + (way << 1)))
    }
    const flagsOfClass = load<i32>(CLASS_FLAGS + (classIndex << 2))
    flags |= flagsOfClass
    if ((flagsOfClass >> FOREIGN_FLAG) & 1) {
      if (foreignPlaces === MOST_FOREIGN) return TOO_MANY_FOREIGN
      store<u16>(FOREIGN_PLACES + ((<usize>foreignPlaces) << 1), <i32>place)
      foreignPlaces++
    }
    at += <usize>readSize(found)
  }
  return flags
}

/** What `cutWay` returns where the classes do not say how a text may be cut. */
export const NO_CUTS: i32 = -1

/**
 * Cuts what `way` makes of the characters from `at` to `end`, after each `capacity` units of UCS-2 (`isUcs2`) or septets. All of
 * them have classes. Returns the cuts; or NO_CUTS, where a character becomes a text in which some characters take two units and
 * others one.
 */
export function cutWay(at: usize, end: usize, way: i32, isUcs2: bool, capacity: i32): i32 {
  let left = capacity
  let cuts = 0
  while (at < end) {
    const found = readCharacter(at, end)
    at += <usize>readSize(found)
    const classIndex: usize = load<u8>(CLASSES + findPlace(readCodePoint(found)))
    const sums = (classIndex << 4) + ((<usize>way) << 1)
    const units: i32 = load<u16>(CLASS_UNITS + sums)
    const need: i32 = isUcs2 ? units : load<u16>(CLASS_SEPTETS + sums)
    let isWhole = false
    if (isUcs2) {
      const flags = load<i32>(CLASS_FLAGS + (classIndex << 2)) >> way
      if ((flags >> FOREIGN_FLAG) & 1) {
        if ((flags >> CHANGED_FLAG) & 1) return NO_CUTS
        isWhole = true
      }
    } else if (need !== units) {
      if (units !== 1) return NO_CUTS
      isWhole = true
    }
    if (need <= left) left -= need
    else if (isWhole) {
      cuts++
      left = capacity - need
    } else {
      for (left -= need; left < 0; left += capacity) cuts++
    }
  }
  return cuts
}

function addTo(sum: usize, more: i32): void {
  store<i32>(sum, load<i32>(sum) + more)
}

/** The code point of two octets, 110_____ 10______. */
function joinTwoOctets(lead: i32, next: i32): i32 {
  return ((lead & 0x1f) << 6) | (next & 0x3f)
}

/**
 * The index of a character in CLASSES. Below U+0800 each page has its place from the start. The index of a page without
 * a place is 0 to FF, where every class is 0.
 */
function findPlace(codePoint: i32): usize {
  return ((<usize>load<u8>(PAGES + <usize>(codePoint >> 8))) << 8) | <usize>(codePoint & 0xff)
}

function findPlaceBelow0800(codePoint: i32): usize {
  return <usize>(codePoint + 256)
}

function reportUnknown(codePoint: i32): i32 {
  setResult(UNKNOWN, codePoint)
  return NO_CLASS
}

/**
 * Counts the characters outside GSM-7 of the message that was added up, whose number is `row`. COUNTED has `counted`
 * elements; each character that is counted for the first time is added. Returns the elements of COUNTED.
 */
export function countForeign(row: i32, counted: i32): i32 {
  for (let index = 0; index < foreignPlaces; index++) {
    const place: usize = load<u16>(FOREIGN_PLACES + ((<usize>index) << 1))
    const counts = CHARACTER_COUNTS + (place << 3)
    const messages: i32 = load<u16>(counts, 4)
    // Without a branch: the processor could not predict whether a letter was in the message before.
    const isNew = i32(<i32>load<u16>(counts, 6) !== row + 1)
    store<i32>(counts, load<i32>(counts) + 1)
    store<u16>(counts, messages + isNew, 4)
    store<u16>(counts, row + 1, 6)
    store<u16>(COUNTED + ((<usize>counted) << 1), <i32>place)
    counted += i32(!messages)
  }
  return counted
}
