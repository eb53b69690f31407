// TS 23.040 9.2.3.24.1: where a text is cut. Each segment is filled as far as possible. An escape and the septet after it, and the
// two halves of a surrogate pair, stay together.
import { FOREIGN, FOREIGN_AT, PER_SEGMENT, REMAINING, UNITS } from './abi'
import { BLOCK, findExtensions, measurePlainRun } from './classify'
import { readEncoding } from './encoder'
import { CUTS, getResult, setResult } from './memory'

/**
 * Cuts a whole GSM-7 text, `length` units at `at`: one segment of `single` septets where that is enough, otherwise segments of
 * `multi`. Writes CUTS. Returns the segments, and UNITS, PER_SEGMENT and REMAINING; or FOREIGN, and at FOREIGN_AT the offset of
 * the first unit outside GSM-7.
 */
export function segmentGsm7(at: usize, length: i32, single: i32, multi: i32): i32 {
  const cuts = cutGsm7(at, length, multi, multi)
  if (cuts === FOREIGN) return FOREIGN
  return conclude(length, getResult(UNITS), cuts, getResult(REMAINING), single, multi)
}

/** The same for UCS-2, where every unit counts and none is foreign. */
export function segmentUcs2(at: usize, length: i32, single: i32, multi: i32): i32 {
  const cuts = cutUcs2(at, length, multi, multi)
  return conclude(length, length, cuts, getResult(REMAINING), single, multi)
}

/** A message that fits one segment needs no concatenation element, and so has more room. */
function conclude(length: i32, units: i32, cuts: i32, room: i32, single: i32, multi: i32): i32 {
  setResult(UNITS, units)
  const one = units <= single
  if (one) writeCut(0, length, units)
  setResult(PER_SEGMENT, one ? single : multi)
  setResult(REMAINING, one ? single - units : room)
  return one ? 1 : cuts + 1
}

/**
 * Cuts one window of a longer GSM-7 text. The last segment so far has `room` septets left; each further segment has
 * `capacity`. Returns the cuts made in this window, and UNITS, the septets of the window, and REMAINING, the `room` for
 * the next one; or FOREIGN. After the cuts, CUTS has the end of the window.
 */
export function cutGsm7(at: usize, length: i32, capacity: i32, room: i32): i32 {
  let septets = 0
  let cuts = 0
  let start = 0
  let plain = true
  while (start < length) {
    const block = at + ((<usize>start) << 1)
    const run = plain ? measurePlainRun(block, length - start) : 0
    if (run) {
      const end = start + run
      septets += run
      for (; end - start > room; room = capacity) {
        start += room
        writeCut(cuts++, start, capacity)
      }
      room -= end - start
      start = end
      continue
    }
    const units = min(length - start, BLOCK)
    const mask = findExtensions(block, units)
    if (mask === FOREIGN) {
      setResult(FOREIGN_AT, start + findForeign(block))
      return FOREIGN
    }
    plain = !mask
    const need = units + popcnt(mask)
    septets += need
    if (need <= room) room -= need
    else {
      for (let lane = 0; lane < units; lane++) {
        const septetsOfUnit = 1 + ((mask >> lane) & 1)
        if (septetsOfUnit > room) {
          writeCut(cuts++, start + lane, capacity - room)
          room = capacity
        }
        room -= septetsOfUnit
      }
    }
    start += units
  }
  writeCut(cuts, length, capacity - room)
  setResult(UNITS, septets)
  setResult(REMAINING, room)
  return cuts
}

/** The same for UCS-2. A window that ends inside a surrogate pair must not be followed by another. */
export function cutUcs2(at: usize, length: i32, capacity: i32, room: i32): i32 {
  let start = 0
  let cuts = 0
  while (length - start > room) {
    let end = start + room
    if (end > 0 && isPair(at + ((<usize>end) << 1) - 2)) end--
    writeCut(cuts++, end, end - start + capacity - room)
    start = end
    room = capacity
  }
  room -= length - start
  writeCut(cuts, length, capacity - room)
  setResult(UNITS, length)
  setResult(REMAINING, room)
  return cuts
}

function findForeign(block: usize): i32 {
  let lane = 0
  while (readEncoding(load<u16>(block + ((<usize>lane) << 1)))) lane++
  return lane
}

/** Whether a high surrogate at `address` is followed by a low one. */
function isPair(address: usize): bool {
  return (load<u16>(address) & 0xfc00) === 0xd800 && (load<u16>(address, 2) & 0xfc00) === 0xdc00
}

export function writeCut(index: i32, end: i32, units: i32): void {
  const address = CUTS + ((<usize>index) << 2)
  store<u16>(address, end)
  store<u16>(address, units, 2)
}
