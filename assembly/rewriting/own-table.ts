// A caller's own table, whose rows come before those of a scheme. They are in OWN_ROWS, ascending by their first letter; among those of
// one letter, the row with more letters is before one with fewer, and one for a place in the word before one for any.
import { ANYWHERE, FINAL, INITIAL, MOST_LETTERS, OWN_ROW, ROW_LENGTH, ROW_TEXT, ROW_WHERE } from '../abi'
import { OWN_ROWS } from '../text-memory'
import { isLetter } from './letters'
import { findLetterAfter, readUnit } from './window'

/** Octets of a row. */
const ROW: usize = 2 * OWN_ROW

/**
 * The address of the row that applies to `letter` and what comes after it, from `next` to `end` of the text at `at`; 0
 * where none does. `before` is the letter before it in its word, or a unit that is no letter.
 */
export function findOwnRow(rows: i32, letter: i32, at: usize, next: i32, end: i32, before: i32): usize {
  const last = OWN_ROWS + <usize>rows * ROW
  for (let row = findFirstRow(rows, letter); row < last && <i32>load<u16>(row) === letter; row += ROW) {
    if (hasLetters(row, at, next, end) && isPlaced(row, at, next, end, before)) return row
  }
  return 0
}

/** The first row whose first letter is `letter`, or a letter after it. */
function findFirstRow(rows: i32, letter: i32): usize {
  let low = 0
  let high = rows
  while (low < high) {
    const middle = (low + high) >> 1
    if (<i32>load<u16>(OWN_ROWS + <usize>middle * ROW) < letter) low = middle + 1
    else high = middle
  }
  return OWN_ROWS + <usize>low * ROW
}

/** Whether the letters of a row after the first are in the text from `next` on. */
function hasLetters(row: usize, at: usize, next: i32, end: i32): bool {
  for (let place = 1; place < MOST_LETTERS; place++) {
    const letter = readRowUnit(row, place)
    if (!letter) return true
    if (next + place > end || readUnit(at, next + place - 1) !== letter) return false
  }
  return true
}

function isPlaced(row: usize, at: usize, next: i32, end: i32, before: i32): bool {
  const where = readRowUnit(row, ROW_WHERE)
  if (where === ANYWHERE) return true
  if (where === INITIAL) return !isLetter(before)
  const isLast = !isLetter(findLetterAfter(at, next + countMoreLetters(row), end))
  return where === FINAL ? isLast : !isLast && isLetter(before)
}

/** Letters of a row after the first. */
export function countMoreLetters(row: usize): i32 {
  let more = 0
  while (more + 1 < MOST_LETTERS && readRowUnit(row, more + 1)) more++
  return more
}

/** The second letter of a row, or 0. */
export function readSecondLetter(row: usize): i32 {
  return readRowUnit(row, 1)
}

/** Writes what replaces the letters of `row` to `to`. Returns its units. */
export function writeOwn(row: usize, to: usize): i32 {
  const units = readRowUnit(row, ROW_LENGTH)
  for (let index = 0; index < units; index++) {
    store<u16>(to + ((<usize>index) << 1), readRowUnit(row, ROW_TEXT + index))
  }
  return units
}

function readRowUnit(row: usize, place: i32): i32 {
  return load<u16>(row + ((<usize>place) << 1))
}
