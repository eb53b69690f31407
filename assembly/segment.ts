// TS 23.040 9.2.3.24.1: where a text is cut. Each segment is filled as far as it goes; an escape and the septet behind it,
// and the two halves of a surrogate pair, are never parted.
import { FOREIGN, FOREIGN_AT, PER_SEGMENT, REMAINING, UNITS } from './abi'
import { BLOCK, extensions, plainRun } from './classify'
import { encoding } from './encoder'
import { answer, answered, CUTS } from './memory'

/**
 * Cuts the GSM-7 text of `length` units at `at`, of which the whole stands in memory, for segments of `single` septets if
 * one suffices and of `multi` otherwise. Writes CUTS. Answers the number of segments and UNITS, PER_SEGMENT, REMAINING;
 * or FOREIGN, and FOREIGN_AT the offset of the first unit outside GSM-7.
 */
export function segmentGsm7(at: usize, length: i32, single: i32, multi: i32): i32 {
  const cuts = cutGsm7(at, length, multi, multi)
  if (cuts === FOREIGN) return FOREIGN
  return conclude(length, answered(UNITS), cuts, answered(REMAINING), single, multi)
}

/** The same for UCS-2, where every unit counts and none is foreign. */
export function segmentUcs2(at: usize, length: i32, single: i32, multi: i32): i32 {
  const cuts = cutUcs2(at, length, multi, multi)
  return conclude(length, length, cuts, answered(REMAINING), single, multi)
}

/** A message that fits one segment needs no concatenation element, and so has more room. */
function conclude(length: i32, units: i32, cuts: i32, room: i32, single: i32, multi: i32): i32 {
  answer(UNITS, units)
  const one = units <= single
  if (one) writeCut(0, length, units)
  answer(PER_SEGMENT, one ? single : multi)
  answer(REMAINING, one ? single - units : room)
  return one ? 1 : cuts + 1
}

/**
 * Cuts a window of a longer GSM-7 text, of which the last segment has `room` septets left, and all to come have
 * `capacity`. Answers the number of cuts made in this window, UNITS its septets, REMAINING the room that is left; or
 * FOREIGN. Behind the last cut, CUTS holds the end of the window.
 */
export function cutGsm7(at: usize, length: i32, capacity: i32, room: i32): i32 {
  let septets = 0
  let cuts = 0
  let start = 0
  let plain = true
  while (start < length) {
    const block = at + ((<usize>start) << 1)
    const run = plain ? plainRun(block, length - start) : 0
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
    const mask = extensions(block, units)
    if (mask === FOREIGN) {
      answer(FOREIGN_AT, start + firstForeign(block))
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
  answer(UNITS, septets)
  answer(REMAINING, room)
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
  answer(UNITS, length)
  answer(REMAINING, room)
  return cuts
}

function firstForeign(block: usize): i32 {
  let lane = 0
  while (encoding(load<u16>(block + ((<usize>lane) << 1)))) lane++
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
