// Smart encoding, a custom of gateways and in no standard: characters outside GSM-7 give way to look-alikes inside it.
import { encoding } from '../encoder'
import { tablesOf } from '../language/membership'
import { lookAlike, lookAlikeLength, lookAlikeUnit } from './look-alikes'
import { endWindow, noteOrigin, putUnit, unitAt } from './window'

/** What writeLookAlike answers where there is none. */
const NONE: i32 = -1

/** Writes what stands for `unit` in GSM-7 to `to`. Answers its units, 0 to 4; or -1 where nothing does. */
export function writeLookAlike(unit: i32, to: usize): i32 {
  const value = lookAlike(unit)
  if (value < 0) return NONE
  const length = lookAlikeLength(value)
  for (let index = 0; index < length; index++) putUnit(to, index, lookAlikeUnit(value, index))
  return length
}

/**
 * Writes the `length` units at `at`, behind which `ahead` more can be looked at, to `to`, each outside GSM-7 replaced by its
 * look-alike where there is one, but what stands in one of the tables `kept` (see membership.ts); a variation selector directly
 * behind what is replaced goes with it. With `onlyDeletes` all stays but what has an empty look-alike.
 *
 * Answers the units written, at most four for one; CONSUMED the units they were made of, one more than `length` where such a
 * selector follows. Writes ORIGINS.
 */
export function smartEncode(at: usize, length: i32, ahead: i32, to: usize, kept: i32, onlyDeletes: bool): i32 {
  const end = length + ahead
  let written = 0
  let offset = 0
  while (offset < length) {
    const unit = unitAt(at, offset)
    const target = to + ((<usize>written) << 1)
    const units = encoding(unit) || (kept && tablesOf(unit) & kept) ? NONE : writeLookAlike(unit, target)
    if (units === NONE || (onlyDeletes && units)) {
      putUnit(to, written, unit)
      written = noteOrigin(written, written + 1, offset++)
    } else {
      written = noteOrigin(written, written + units, offset++)
      if (offset < end && isVariationSelector(unitAt(at, offset))) offset++
    }
  }
  return endWindow(to, written, offset, offset >= end)
}

/** U+FE0E asks for a character as text, U+FE0F as emoji; neither says anything of a look-alike. */
function isVariationSelector(unit: i32): bool {
  return unit === 0xfe0e || unit === 0xfe0f
}
