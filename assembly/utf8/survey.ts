// Many messages, each counted for several ways to send it: one pass over its characters. What a way makes of a
// character is not known here: the caller finds the class of each character that occurs. Where a sum over the
// characters does not give the count, the way is left to the caller too.
import {
  CHANGED_FLAG,
  FOREIGN,
  FOREIGN_FLAG,
  GSM7,
  GSM7_ONLY,
  PAIR_FLAG,
  PLACES,
  ROOM,
  SURVEY_ROWS,
  UCS2,
  UCS2_ONLY,
  UNITS,
  UNKNOWN,
  UNSURE_FLAG,
} from '../abi'
import { UNSURE } from '../classify'
import { getResult, setResult } from '../memory'
import { OFFSETS } from './columns'
import { countSegments, UNCUT } from './count'
import { isValid } from './rows'
import { LEFT, ROOMS, WAY_ENCODINGS, WAY_SEGMENTS, WAY_UNITS } from './survey-columns'
import { walkGsm7, walkUcs2 } from './walk'
import { addUp, countForeign, cutWay, NO_CLASS, NO_CUTS, readWaySeptets, readWayUnits, TOO_MANY_FOREIGN } from './ways'

/**
 * Counts messages `first` to `rows` of those that OFFSETS and VALIDITY delimit, as `countRows` does, in `ways` ways.
 * `left`: ways that the caller counts itself, one bit each. `asGiven` 1: each way leaves what is in GSM-7 as it is, and
 * none is UCS2_ONLY. `several` 1: a message that takes one segment in way 0 is counted so in all ways.
 *
 * Returns the row at which it stopped. It is `rows` at the end. Otherwise that row has a character without a class,
 * which is UNKNOWN; or UNKNOWN is -1, and the next offsets do not ascend within `length`. Writes the columns of ways,
 * LEFT, CHARACTER_COUNTS of what is outside GSM-7 in way 0, and PLACES.
 */
export function surveyRows(
  at: usize,
  length: i32,
  first: i32,
  rows: i32,
  bit: i32,
  ways: i32,
  left: i32,
  asGiven: i32,
  several: i32,
): i32 {
  const base = load<i32>(OFFSETS)
  let counted = 0
  let row = first
  setResult(UNKNOWN, -1)
  for (let start = readOffset(first) - base; row < rows; row++) {
    const end = readOffset(row + 1) - base
    if (<u32>end < <u32>start || <u32>end > <u32>length) break
    const from = at + <usize>start
    const to = at + <usize>end
    start = end
    store<u8>(LEFT + <usize>row, 0)
    if (bit >= 0 && !isValid(bit + row)) {
      for (let way = 0; way < ways; way++) write(way, row, GSM7, 0, 0)
      continue
    }
    let flags = 0
    let septets = FOREIGN
    if (asGiven && walkGsm7(from, to, UNCUT, UNCUT) !== FOREIGN) septets = getResult(UNITS)
    else {
      flags = addUp(from, to, ways, <bool>asGiven)
      if (flags === NO_CLASS) break
    }
    if (flags === TOO_MANY_FOREIGN) {
      store<u8>(LEFT + <usize>row, <i32>((1 << ways) - 1))
      continue
    }
    const unsure = left | (flags >> UNSURE_FLAG)
    let way = 0
    for (let undone = 0; way < ways; way++) {
      if ((unsure >> way) & 1 || !countWay(way, row, from, to, septets, flags)) undone |= 1 << way
      store<u8>(LEFT + <usize>row, undone)
      if (!way && several && !undone && readSegments(0, row) <= 1) {
        for (way = 1; way < ways; way++) copyFirst(way, row)
      }
    }
    if (!(load<u8>(LEFT + <usize>row) & 1) && readSegments(0, row) && septets === FOREIGN)
      counted = countForeign(row, counted)
  }
  setResult(PLACES, counted)
  return row
}

/**
 * Counts a message in one way. `septets`: those of a message in GSM-7 that the way leaves as it is; otherwise FOREIGN,
 * and the sums of ways.ts are used. Returns false where the count depends on the characters at the cuts, and their classes do not
 * say enough of them.
 */
function countWay(way: i32, row: i32, from: usize, to: usize, septets: i32, flags: i32): bool {
  const room = ROOMS + <usize>(way * 4 * ROOM)
  const asked = load<i32>(room)
  const isForeign = (flags >> (FOREIGN_FLAG + way)) & 1
  if (asked === GSM7_ONLY && isForeign) return write(way, row, GSM7, 0, 0)
  const encoding = isForeign || asked === UCS2_ONLY ? UCS2 : GSM7
  const units = septets !== FOREIGN ? septets : encoding === UCS2 ? readWayUnits(way) : readWaySeptets(way)
  const single = encoding === UCS2 ? load<i32>(room, 12) : load<i32>(room, 4)
  const multi = encoding === UCS2 ? load<i32>(room, 16) : load<i32>(room, 8)
  let segments = countSegments(units, single, multi)
  if (segments === UNSURE) {
    const isWhole = encoding === UCS2 ? !((flags >> PAIR_FLAG) & 1) : septets === FOREIGN && units === readWayUnits(way)
    if (isWhole) segments = (units + multi - 1) / multi
    else if ((flags >> (CHANGED_FLAG + way)) & 1) {
      const cuts = cutWay(from, to, way, encoding === UCS2, multi)
      if (cuts === NO_CUTS) return false
      segments = cuts + 1
    } else segments = (encoding === UCS2 ? walkUcs2(from, to, multi, multi) : walkGsm7(from, to, multi, multi)) + 1
  }
  return write(way, row, encoding, units, segments)
}

function copyFirst(way: i32, row: i32): void {
  const place = <usize>row
  write(
    way,
    row,
    load<u8>(WAY_ENCODINGS + place),
    load<i32>(WAY_UNITS + (place << 2)),
    load<i32>(WAY_SEGMENTS + (place << 2)),
  )
}

function readOffset(row: i32): i32 {
  return load<i32>(OFFSETS + ((<usize>row) << 2))
}

function readSegments(way: i32, row: i32): i32 {
  return load<i32>(WAY_SEGMENTS + ((<usize>(way * SURVEY_ROWS + row)) << 2))
}

function write(way: i32, row: i32, encoding: i32, units: i32, segments: i32): bool {
  const place = <usize>(way * SURVEY_ROWS + row)
  store<u8>(WAY_ENCODINGS + place, encoding)
  store<i32>(WAY_UNITS + (place << 2), units)
  store<i32>(WAY_SEGMENTS + (place << 2), segments)
  return true
}
