// Transliteration: Latin letters replace Cyrillic ones. No standard has it; the SMSC API does it (parameter translit).

import { LETTER } from '../abi'
import { setResult } from '../memory'
import { SPELLINGS } from '../text-memory'
import { isApostrophe, isCapital, isMark, isSmall } from './letters'
import { countMoreLetters, findOwnRow, readSecondLetter, writeOwn } from './own-table'
import { compose, findOutput, followsCase, measureOutput } from './transliteration-tables'
import { endWindow, findLetterAfter, isPassedOver, noteOrigin, putUnit, readUnit } from './window'

/** What SPELLINGS has where the spelling of a unit depends on more than the unit. */
const ASK: i32 = -1

/** Flag of `before` and `previous`: an apostrophe is between that letter and this place. */
const APOSTROPHE: i32 = 0x10000

/** SPELLINGS has the units below this one. */
const SPELLED: i32 = 0x0500

/**
 * Transliterates the `length` units at `at` to `to`. `ahead` more units come after them, and may be looked at. `own` rows of
 * OWN_ROWS come before those of `scheme`. `previous` is the letter before the window, 0 at the start of a text.
 *
 * Returns the units written, at most eight for one, and CONSUMED, the units that they were made of: one more than `length` where
 * a combining mark after them belongs to the last letter; and LETTER, the `previous` of the next window. Writes ORIGINS.
 */
export function transliterate(
  at: usize,
  length: i32,
  ahead: i32,
  to: usize,
  scheme: i32,
  own: i32,
  previous: i32,
): i32 {
  if (own || !scheme) return transliterateOwn(at, length, ahead, to, scheme, own, previous)
  const end = length + ahead
  const spellings = deriveSpellings(scheme)
  let written = 0
  let offset = 0
  while (offset < length) {
    const first = readUnit(at, offset)
    const spelling = first < SPELLED ? load<i32>(spellings + ((<usize>first) << 2)) : ASK
    if (spelling >= 0 && !isMark(readUnit(at, offset + 1))) {
      written = noteOrigin(written, written + writeCharacters(spelling, to + ((<usize>written) << 1)), offset++)
      continue
    }
    const whole = offset + 1 < end ? composeWithMark(first, readUnit(at, offset + 1)) : 0
    const unit = whole ? whole : first
    const next = offset + (whole ? 2 : 1)
    const target = to + ((<usize>written) << 1)
    const units = writeOutput(scheme, unit, target)
    if (units > 1 && isCapital(unit) && followsCase(scheme)) {
      if (isAmongCapitals(findLetterBefore(at, offset, previous), findLetterAfter(at, next, end))) raise(target, units)
    }
    written = noteOrigin(written, written + units, offset)
    offset = next
  }
  setResult(LETTER, findLetterBefore(at, offset, previous))
  return endWindow(to, written, offset, offset >= end)
}

/** The same with rows of the caller, which come before those of the scheme. Scheme 0 has no rows. */
function transliterateOwn(at: usize, length: i32, ahead: i32, to: usize, scheme: i32, own: i32, previous: i32): i32 {
  const end = length + ahead
  let before = previous
  let written = 0
  let offset = 0
  while (offset < length) {
    const first = readUnit(at, offset)
    let unit = offset + 1 < end ? composeWithMark(first, readUnit(at, offset + 1)) : 0
    let next = offset + 2
    let row = unit ? findOwnRow(own, unit, at, next, end, before & 0xffff) : 0
    if (!row && !(unit && scheme)) {
      unit = first
      next = offset + 1
      row = findOwnRow(own, unit, at, next, end, before & 0xffff)
    }
    if (row) next += countMoreLetters(row)
    const target = to + ((<usize>written) << 1)
    const units = row ? writeOwn(row, target) : writeOutput(scheme, unit, target)
    if (units > 1 && isCapital(unit) && followsCase(scheme)) {
      const isRaised = row && isCapital(readSecondLetter(row))
      if (isRaised || isAmongCapitals(before, findLetterAfter(at, next, end))) raise(target, units)
    }
    written = noteOrigin(written, written + units, offset)
    while (offset < next) before = passLetter(before, readUnit(at, offset++))
  }
  setResult(LETTER, before)
  return endWindow(to, written, offset, offset >= end)
}

/**
 * The letter before the place after `unit`, with APOSTROPHE where an apostrophe is between. `before` is the same for
 * the place of `unit`.
 */
function passLetter(before: i32, unit: i32): i32 {
  if (isMark(unit)) return before
  return isApostrophe(unit) ? before | APOSTROPHE : unit
}

function composeWithMark(letter: i32, mark: i32): i32 {
  return isMark(mark) ? compose(letter, mark) : 0
}

/**
 * Writes what replaces a unit. A unit without a row is written as it is. A letter composed with its mark has a row in
 * both schemes.
 */
function writeOutput(scheme: i32, unit: i32, to: usize): i32 {
  const output = findOutput(scheme, unit)
  if (output) return writeCharacters(load<i32>(output), to)
  putUnit(to, 0, unit)
  return 1
}

/**
 * Writes the characters of an output, and always four: a loop whose length the processor cannot predict takes three
 * times as long. Returns how many belong to the output.
 */
function writeCharacters(characters: i32, to: usize): i32 {
  if (ASC_FEATURE_SIMD) {
    v128.store64_lane(to, i16x8.extend_low_i8x16_u(i32x4.splat(characters)), 0, 0, 2)
    return measureOutput(characters)
  }
  store<u32>(to, (characters & 0xff) | ((characters & 0xff00) << 8), 0, 2)
  store<u32>(to, ((characters >>> 16) & 0xff) | ((characters >>> 8) & 0xff0000), 4, 2)
  return measureOutput(characters)
}

/** Whether a neighbour is a capital. After an apostrophe a name may begin: О’Хара is O’Khara, although О is a capital. */
function isAmongCapitals(before: i32, after: i32): bool {
  if (isCapital(after)) return true
  return isCapital(before & 0xffff) && !(before & APOSTROPHE && isSmall(after))
}

/**
 * The letter before `offset` in the same word, with APOSTROPHE where an apostrophe is between. Marks and apostrophes
 * are skipped.
 */
function findLetterBefore(at: usize, offset: i32, previous: i32): i32 {
  let between = 0
  while (offset > 0 && isPassedOver(readUnit(at, offset - 1))) {
    if (!isMark(readUnit(at, --offset))) between = APOSTROPHE
  }
  return between | (offset > 0 ? readUnit(at, offset - 1) : previous)
}

/** Writes the small letters of ASCII among the `units` at `at` as capitals. */
function raise(at: usize, units: i32): void {
  for (let index = 0; index < units; index++) {
    const unit = readUnit(at, index)
    if (unit >= 0x61 && unit <= 0x7a) putUnit(at, index, unit - 0x20)
  }
}

/**
 * The spellings of all units below 0500 in a scheme: up to four octets of characters, or ASK. Filled at the first call.
 * The same look-up for letters and spaces is five times as fast as a test that tells them apart (160 Cyrillic
 * characters, Node 20).
 */
function deriveSpellings(scheme: i32): usize {
  const spellings = SPELLINGS + <usize>(scheme - 1) * 4 * <usize>SPELLED
  if (!load<i32>(spellings)) {
    for (let unit = 0; unit < SPELLED; unit++) {
      store<i32>(spellings + ((<usize>unit) << 2), findSpelling(scheme, unit))
    }
  }
  return spellings
}

/**
 * ASK for capitals that depend on their neighbours, for units above FF without a row, and for U+0000, since the octet
 * 00 means no character.
 */
function findSpelling(scheme: i32, unit: i32): i32 {
  if (unit && unit < 0x0100) return unit
  const output = findOutput(scheme, unit)
  if (!output) return ASK
  const characters = load<i32>(output)
  return isCapital(unit) && followsCase(scheme) && measureOutput(characters) > 1 ? ASK : characters
}
