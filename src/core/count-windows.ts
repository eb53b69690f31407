// The count of a text that does not stand in memory as a whole, from window to window.

import { FOREIGN, REMAINING, UNITS } from '../../assembly/abi'
import type { Count, SegmentLimits } from '../types'
import type { Engine } from './text'

/** Hands a text to `visit` in windows, by their address and length in the core. Stops where `visit` answers false. */
export type Windows = (visit: (at: number, length: number) => boolean) => void

/** Undefined where a unit is outside GSM-7, or the tables that `cut` takes for it. */
export function countGsm7Windows(
  { core, result }: Engine,
  windows: Windows,
  limits: SegmentLimits,
  cut = core.cutGsm7,
): Count | undefined {
  let units = 0
  let made = 0
  let remaining = limits.multi
  let isForeign = false
  windows((at, length) => {
    const cuts = cut(at, length, limits.multi, remaining)
    if (cuts === FOREIGN) isForeign = true
    else {
      units += result[UNITS]!
      made += cuts
      remaining = result[REMAINING]!
    }
    return !isForeign
  })
  return isForeign ? undefined : conclude('GSM-7', units, made + 1, remaining, limits)
}

export function countUcs2Windows({ core, result }: Engine, windows: Windows, limits: SegmentLimits): Count {
  let units = 0
  let made = 0
  let remaining = limits.multi
  windows((at, length) => {
    units += length
    made += core.cutUcs2(at, length, limits.multi, remaining)
    remaining = result[REMAINING]!
    return true
  })
  return conclude('UCS-2', units, made + 1, remaining, limits)
}

function conclude(
  encoding: 'GSM-7' | 'UCS-2',
  units: number,
  segments: number,
  remaining: number,
  { single, multi }: SegmentLimits,
): Count {
  if (units <= single) return { encoding, units, segments: 1, perSegment: single, remaining: single - units }
  return { encoding, units, segments, perSegment: multi, remaining }
}
