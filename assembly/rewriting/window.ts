// What both rewriting kernels share. They write one text from another, window by window, and note in ORIGINS where each unit is from.
import { CONSUMED } from '../abi'
import { setResult } from '../memory'
import { LOOK_AHEAD, ORIGINS } from '../text-memory'
import { isApostrophe, isMark } from './letters'

/** The unit at `offset` of the text at `at`. */
export function readUnit(at: usize, offset: i32): i32 {
  return load<u16>(at + ((<usize>offset) << 1))
}

/** Puts `unit` at place `offset` of the text at `to`. */
export function putUnit(to: usize, offset: i32, unit: i32): void {
  store<u16>(to + ((<usize>offset) << 1), unit)
}

/**
 * Notes that the units from `start` to `end` of what is written, at most eight, come from the unit at `offset`. Returns `end`.
 * Always writes eight: a loop whose length the processor cannot predict takes three times as long.
 */
export function noteOrigin(start: i32, end: i32, offset: i32): i32 {
  const origins = ORIGINS + ((<usize>start) << 1)
  if (ASC_FEATURE_SIMD) {
    v128.store(origins, i16x8.splat(<i16>offset), 0, 2)
    return end
  }
  const two = offset | (offset << 16)
  store<u32>(origins, two, 0, 2)
  store<u32>(origins, two, 4, 2)
  store<u32>(origins, two, 8, 2)
  store<u32>(origins, two, 12, 2)
  return end
}

/**
 * Ends a window: `consumed` units have become the `written` units at `to`. Unless it is the last window, a high surrogate at its
 * end is left for the next one, since a window that is cut must not end inside a pair. Returns the units written, and CONSUMED.
 */
export function endWindow(to: usize, written: i32, consumed: i32, isLast: bool): i32 {
  if (!isLast && written > 0 && (readUnit(to, written - 1) & 0xfc00) === 0xd800) {
    const before: i32 = load<u16>(ORIGINS + ((<usize>(written - 1)) << 1))
    // A window must consume something.
    if (before > 0) {
      written--
      consumed = before
    }
  }
  setResult(CONSUMED, consumed)
  return written
}

/** The letter at or after `offset` in the same word. At most 30 marks and apostrophes are skipped. */
export function findLetterAfter(at: usize, offset: i32, end: i32): i32 {
  const last = min(offset + LOOK_AHEAD - 1, end)
  while (offset < last && isPassedOver(readUnit(at, offset))) offset++
  return offset < last ? readUnit(at, offset) : 0
}

/** What may be between two letters of one word: за́мок, П’ЯТЬ. */
export function isPassedOver(unit: i32): bool {
  return isMark(unit) || isApostrophe(unit)
}
