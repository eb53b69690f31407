// Smart encoding, which gateways do and no standard has: look-alikes in GSM-7 replace characters outside it.
import { encoding } from '../encoder'
import { tablesOf } from '../language/membership'
import { lookAlike, lookAlikeLength, lookAlikeUnit } from './look-alikes'
import { endWindow, noteOrigin, putUnit, unitAt } from './window'

/** What writeLookAlike returns where there is none. */
const NONE: i32 = -1

/** Writes the look-alike of `unit` to `to`. Returns its units, 0 to 4; or -1 where there is none. */
export function writeLookAlike(unit: i32, to: usize): i32 {
  const value = lookAlike(unit)
  if (value < 0) return NONE
  const length = lookAlikeLength(value)
  for (let index = 0; index < length; index++) putUnit(to, index, lookAlikeUnit(value, index))
  return length
}

/**
 * Writes the `length` units at `at` to `to`, where look-alikes replace units outside GSM-7. `ahead` more units come after them,
 * and may be looked at. A unit that one of the tables `kept` has stays (bits as of `tablesOf`). A variation selector directly
 * after what is replaced goes with it. With `onlyDeletes`, only units with an empty look-alike change.
 *
 * Returns the units written, at most four for one, and CONSUMED, the units that they were made of: one more than `length` where
 * such a selector follows. Writes ORIGINS.
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

/** U+FE0E asks for a character as text, U+FE0F as emoji; a look-alike needs neither. */
function isVariationSelector(unit: i32): bool {
  return unit === 0xfe0e || unit === 0xfe0f
}
