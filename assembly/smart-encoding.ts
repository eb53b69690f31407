// Smart encoding, a custom of gateways and in no standard: characters outside GSM-7 give way to look-alikes inside it.
import { encoding } from './encoder'
import { lookAlike, lookAlikeLength, lookAlikeUnit } from './look-alikes'
import { ORIGINS } from './memory'

/** What writeLookAlike answers where there is none. */
const NONE: i32 = -1

/** Writes what stands for `unit` in GSM-7 to `to`. Answers its units, 0 to 4; or -1 where nothing does. */
export function writeLookAlike(unit: i32, to: usize): i32 {
  const value = lookAlike(unit)
  if (value < 0) return NONE
  const length = lookAlikeLength(value)
  for (let index = 0; index < length; index++) store<u16>(to + ((<usize>index) << 1), lookAlikeUnit(value, index))
  return length
}

/**
 * Writes the `length` units at `at` to `to`, each outside GSM-7 replaced by its look-alike where there is one. Answers the
 * units written, at most four times as many; ORIGINS holds where each came from.
 */
export function smartEncode(at: usize, length: i32, to: usize): i32 {
  let written = 0
  for (let offset = 0; offset < length; offset++) {
    const unit: i32 = load<u16>(at + ((<usize>offset) << 1))
    const target = to + ((<usize>written) << 1)
    let units = encoding(unit) ? NONE : writeLookAlike(unit, target)
    if (units === NONE) {
      store<u16>(target, unit)
      units = 1
    }
    for (; units > 0; units--) {
      store<u16>(ORIGINS + ((<usize>written) << 1), offset)
      written++
    }
  }
  return written
}
