// Smart encoding: look-alikes in GSM-7 replace characters outside it. No standard has it; gateways do it.
import { BOUNDED, LETTER, LETTERS_TOO, ONLY_DELETES } from '../abi'
import { readEncoding } from '../encoder'
import { tablesOf } from '../language/membership'
import { setResult } from '../memory'
import { ALPHABET } from '../text-memory'
import { isLetter, isMark } from './letters'
import { findLookAlike, isLetterRow, measureLookAlike, readLookAlikeUnit } from './look-alikes'
import { endWindow, noteOrigin, putUnit, readUnit } from './window'

/** What writeLookAlike returns where there is none. */
const NONE: i32 = -1

/** Writes the look-alike of `unit` to `to`. Returns its units, 0 to 4; or -1 where there is none. */
export function writeLookAlike(unit: i32, to: usize): i32 {
  const value = findLookAlike(unit)
  if (value < 0) return NONE
  const length = measureLookAlike(value)
  for (let index = 0; index < length; index++) putUnit(to, index, readLookAlikeUnit(value, index))
  return length
}

/**
 * Writes the `length` units at `at` to `to`, where look-alikes replace units outside GSM-7. `ahead` more units come
 * after them, and may be looked at. A unit that one of the tables `kept` has stays (bits as of `tablesOf`). So does a
 * letter of a language, with the combining marks after it, except where `how` has LETTERS_TOO. A variation selector
 * directly after a unit that is replaced is removed. With ONLY_DELETES, only units with an empty look-alike change.
 * With BOUNDED, only those whose look-alike ALPHABET has. `previous` is 0 at the start of a text, then the LETTER of
 * the window before.
 *
 * Returns the units written, at most four for one; CONSUMED, the units that they were made of: one more than `length` where
 * such a selector follows; and LETTER, the letter that a mark would belong to, or 0. Writes ORIGINS.
 */
export function smartEncode(at: usize, length: i32, ahead: i32, to: usize, kept: i32, how: i32, previous: i32): i32 {
  const end = length + ahead
  let letter = previous
  let written = 0
  let offset = 0
  while (offset < length) {
    const unit = readUnit(at, offset)
    const target = to + ((<usize>written) << 1)
    const units = readEncoding(unit) || (kept && tablesOf(unit) & kept) ? NONE : writeWanted(unit, target, how, letter)
    if (!isMark(unit)) letter = isLetter(unit) ? unit : 0
    if (units === NONE) {
      putUnit(to, written, unit)
      written = noteOrigin(written, written + 1, offset++)
    } else {
      written = noteOrigin(written, written + units, offset++)
      if (offset < end && isVariationSelector(readUnit(at, offset))) offset++
    }
  }
  setResult(LETTER, letter)
  return endWindow(to, written, offset, offset >= end)
}

/**
 * Writes the look-alike of `unit` to `to`, if `how` asks for it: `letter` is the letter before `unit` that a mark
 * belongs to, or 0. Returns its units, or -1.
 */
function writeWanted(unit: i32, to: usize, how: i32, letter: i32): i32 {
  const units = writeLookAlike(unit, to)
  if (units <= 0) return units
  if (how & ONLY_DELETES) return NONE
  if (!(how & LETTERS_TOO) && (isLetterRow(unit) || (letter && isMark(unit)))) return NONE
  if (how & BOUNDED) {
    for (let index = 0; index < units; index++) {
      if (!load<u8>(ALPHABET + <usize>readEncoding(readUnit(to, index)))) return NONE
    }
  }
  return units
}

/** U+FE0E asks for a character as text, U+FE0F as emoji; a look-alike needs neither. */
function isVariationSelector(unit: i32): bool {
  return unit === 0xfe0e || unit === 0xfe0f
}
