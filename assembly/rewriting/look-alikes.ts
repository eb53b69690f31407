// Smart encoding: the look-alike of a character outside GSM-7, from the tables of look-alike-tables.ts.
import {
  FIRST_POOL_VALUE,
  HALF,
  HOLE,
  LETTER_RANGES,
  LETTERS,
  LONGEST,
  POOL,
  POOL_SIZE,
  RUN_COUNT,
  RUNS,
  VALUES,
} from './look-alike-tables'

/** The value of a unit (see VALUES), or -1 where it has no look-alike. */
export function findLookAlike(unit: i32): i32 {
  let low = 0
  let high = RUN_COUNT
  while (low < high) {
    const middle = (low + high) >> 1
    if (<i32>load<u16>(findRun(middle)) <= unit) low = middle + 1
    else high = middle
  }
  if (!low) return -1
  const found = findRun(low - 1)
  const place = <i32>load<u16>(found, 2) + unit - <i32>load<u16>(found)
  if (place >= <i32>load<u16>(found, 6)) return -1
  const value = place < HALF ? load<u16>(findPair(place)) & 0xff : load<u16>(findPair(place - HALF)) >> 8
  return value === HOLE ? -1 : value
}

/** Whether a unit that has a look-alike is a letter of a language (see LETTERS). */
export function isLetterRow(unit: i32): bool {
  for (let range = LETTERS; range < LETTERS + 4 * LETTER_RANGES; range += 4) {
    if (<i32>load<u16>(range, 2) >= unit) return <i32>load<u16>(range) <= unit
  }
  return false
}

function findRun(index: i32): usize {
  return RUNS + ((<usize>index) << 2)
}

function findPair(place: i32): usize {
  return VALUES + ((<usize>place) << 1)
}

/** Units that a value of `findLookAlike` writes: 0 to LONGEST. */
export function measureLookAlike(value: i32): i32 {
  if (value < FIRST_POOL_VALUE) return value ? 1 : 0
  let length = 1
  while (length < LONGEST && readLookAlikeUnit(value, length)) length++
  return length
}

/** The unit at `place` of what a value of `findLookAlike` writes. */
export function readLookAlikeUnit(value: i32, place: i32): i32 {
  if (value < FIRST_POOL_VALUE) return value
  return load<u16>(POOL + ((<usize>(place * POOL_SIZE + value - FIRST_POOL_VALUE)) << 1))
}
