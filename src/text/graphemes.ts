// Segments that keep together what a reader takes for one character: extended grapheme clusters (UAX 29).

import { type Engine, UNITS } from '../core/text'
import { copyIn } from '../core/window'
import { standsAlone } from './combining-marks'
import { type Coding, cutterOf } from './encoding'
import { ucs2End } from './first-look'

/** Where each segment ends, in UTF-16 units, and its units. */
export interface Ends {
  readonly ends: number[]
  readonly units: number[]
}

/**
 * Fills segments of `capacity` units as far as whole clusters go. One that is longer than a segment is cut where the segment is
 * full, and what is left of it stays one piece: its end is looked up once, since a piece without its beginning reads otherwise.
 */
export function cutAtGraphemes(engine: Engine, text: string, coding: Coding, capacity: number): Ends {
  const reach = coding.encoding === 'UCS-2' ? ucs2Reach(text, capacity) : gsm7Reach(engine, text, coding, capacity)
  const ends: number[] = []
  const units: number[] = []
  let pieceEnd = 0
  for (let from = 0; from < text.length || ends.length === 0; from = ends.at(-1)!) {
    const full = reach(from, text.length)
    const start = Math.max(from, pieceEnd)
    let end = full.end
    if (full.end < text.length && full.end > start) {
      end = borderAt(text, start, full.end)
      if (end === from) {
        end = full.end
        pieceEnd = clusterEnd(text, from)
      }
    }
    ends.push(end)
    units.push(end === full.end ? full.units : reach(from, end).units)
  }
  return { ends, units }
}

/** How far a segment goes that starts at `from`, at most to `most`, and the units it then has. */
type Reach = (from: number, most: number) => { end: number; units: number }

function ucs2Reach(text: string, capacity: number): Reach {
  return (from, most) => {
    const end = Math.min(ucs2End(text, from, capacity), most)
    return { end, units: end - from }
  }
}

function gsm7Reach(engine: Engine, text: string, coding: Coding, capacity: number): Reach {
  const { TEXT, cuts, result } = engine
  const cut = cutterOf(engine, coding)
  return (from, most) => {
    // One more than a segment holds, so that it is cut where there is more.
    const length = copyIn(engine, text, from, Math.min(from + capacity + 1, most))
    if (cut(TEXT, length, capacity, capacity) === 0) return { end: from + length, units: result[UNITS]! }
    return { end: from + cuts[0]!, units: cuts[1]! }
  }
}

let segmenter: Intl.Segmenter | undefined

/**
 * The last border between clusters behind `from`, which is one too, at or before `full`; `from` where there is none. Whether
 * there is one depends on what stands before it as far back as a sure border, and on the one character behind it.
 */
function borderAt(text: string, from: number, full: number): number {
  let sure = full
  while (sure > from && !isSureBorder(text, sure)) sure--
  if (sure === full) return full
  segmenter ??= new Intl.Segmenter('und')
  const cluster = segmenter.segment(text.slice(sure, full + 2)).containing(full - sure)
  return sure + (cluster?.index ?? 0)
}

/** Where the cluster that begins at `from` ends, in time that is linear in its length. */
function clusterEnd(text: string, from: number): number {
  segmenter ??= new Intl.Segmenter('und')
  for (let size = 1024; ; size *= 2) {
    const window = text.slice(from, from + size)
    const length = segmenter.segment(window).containing(0)?.segment.length ?? 0
    if (length < window.length || from + size >= text.length) return from + length
  }
}

function isSureBorder(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const behind = text.charCodeAt(at)
  return standsAlone(before) && standsAlone(behind) && !(before === 0x0d && behind === 0x0a)
}
