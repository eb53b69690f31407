// TS 23.040 9.2.3.24.1: what a text costs: its units and its segments, without a list of its cuts.
import { FOREIGN, PER_SEGMENT, REMAINING, UNITS } from '../../assembly/abi'
import type { Count, SegmentLimits } from '../types'
import { looksForeign } from './alphabet'
import { cutterFor, type Tables } from './languages'
import { type Engine, start } from './text'
import { countOfOne, countUcs2 } from './ucs2'
import { copyIn, eachWindow } from './window'

/** Hands a text to `visit` in windows, by their address and length in the core. Stops where `visit` returns false. */
export type Windows = (visit: (at: number, length: number) => boolean) => void

/** The encodings that a text may have, and the capacities of a segment in either. */
export interface Room {
  readonly encoding: 'auto' | 'GSM-7' | 'UCS-2'
  readonly gsm7: SegmentLimits
  readonly ucs2: SegmentLimits
}

/**
 * Counts a text that is sent as it is, in the default tables, and cut where a segment is full: GSM-7 where that has every
 * character, otherwise UCS-2.
 *
 * @returns undefined where GSM-7 is asked for and does not have every character
 */
export function countText(text: string, { encoding, gsm7, ucs2 }: Room): Count | undefined {
  const counted = encoding === 'UCS-2' ? undefined : countGsm7(start(), text, gsm7)
  return counted === undefined && encoding !== 'GSM-7' ? countUcs2(text, ucs2) : counted
}

function countGsm7(engine: Engine, text: string, limits: SegmentLimits): Count | undefined {
  if (text.length > 0 && looksForeign(engine, text)) return undefined
  if (text.length > engine.WINDOW) return countGsm7Windows(engine, createWindows(engine, text), limits)
  const { core, result, TEXT } = engine
  const segments = core.segmentGsm7(TEXT, copyIn(engine, text, 0, text.length), limits.single, limits.multi)
  if (segments === FOREIGN) return undefined
  return {
    encoding: 'GSM-7',
    units: result[UNITS]!,
    segments,
    perSegment: result[PER_SEGMENT]!,
    remaining: result[REMAINING]!,
  }
}

/** Segments of a text. All its characters must be in these tables. */
export function countSegments(text: string, tables: Tables, limits: SegmentLimits): number {
  const engine = start()
  return countGsm7Windows(engine, createWindows(engine, text), limits, cutterFor(engine, tables))!.segments
}

/** Counts a text that comes window by window. The whole text need not be in memory. Returns what `countText` does. */
export function countWindows(engine: Engine, windows: Windows, { encoding, gsm7, ucs2 }: Room): Count | undefined {
  const counted = encoding === 'UCS-2' ? undefined : countGsm7Windows(engine, windows, gsm7)
  if (counted !== undefined || encoding === 'GSM-7') return counted
  return countUcs2Windows(engine, windows, ucs2)
}

/** Part of a text: its units from `start` to `end`. */
export type Piece = readonly [text: string, start: number, end: number]

/** Counts a text that comes in pieces. These are read once for each encoding. Returns what `countText` does. */
export function countPieces(pieces: () => Iterable<Piece>, room: Room): Count | undefined {
  const engine = start()
  return countWindows(engine, (visit) => joinPieces(engine, pieces(), visit), room)
}

/** Copies pieces end to end into the text window, and calls `visit` each time it is full, and at the end. */
function joinPieces(engine: Engine, pieces: Iterable<Piece>, visit: (at: number, length: number) => boolean): void {
  const { text: window, TEXT, WINDOW } = engine
  let filled = 0
  for (const [text, start, end] of pieces) {
    for (let at = start; at < end; ) {
      const next = Math.min(at + WINDOW - filled, end)
      while (at < next) window[filled++] = text.charCodeAt(at++)
      if (filled < WINDOW) continue
      // No window may end inside a surrogate pair: its first half waits for the next one.
      const last = window[WINDOW - 1]!
      const waits = (last & 0xfc00) === 0xd800 ? 1 : 0
      if (!visit(TEXT, WINDOW - waits)) return
      window[0] = last
      filled = waits
    }
  }
  visit(TEXT, filled)
}

function createWindows(engine: Engine, text: string): Windows {
  return (visit) => eachWindow(engine, text, (length) => visit(engine.TEXT, length))
}

function countGsm7Windows(
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

function countUcs2Windows({ core, result }: Engine, windows: Windows, limits: SegmentLimits): Count {
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
  return units <= single
    ? countOfOne(encoding, units, single)
    : { encoding, units, segments, perSegment: multi, remaining }
}
