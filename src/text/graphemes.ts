// Segments that keep together what a reader takes for one character: extended grapheme clusters (UAX 29).

import { type Carriage, type Ends, fillOne } from '../core/cut'
import { standsAlone } from './combining-marks'

/**
 * Fills segments of `capacity` units as far as whole clusters go. One that is longer than a segment is cut where the segment is
 * full, and the rest of it stays one piece: its end is looked up once, since a piece without its beginning reads otherwise.
 */
export function fillGraphemes(text: string, carriage: Carriage, capacity: number): Ends {
  const ends: number[] = []
  const units: number[] = []
  let pieceEnd = 0
  for (let from = 0; from < text.length || ends.length === 0; from = ends.at(-1)!) {
    const full = fillOne(text, carriage, capacity, from)
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
    units.push(end === full.end ? full.units : fillOne(text, carriage, capacity, from, end).units)
  }
  return { ends, units }
}

let segmenter: Intl.Segmenter | undefined

/**
 * The last border between clusters after `from`, which is one too, at or before `full`; `from` where there is none. Whether
 * there is one depends on what precedes it as far back as a sure border, and on the one character after it.
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
  const after = text.charCodeAt(at)
  return standsAlone(before) && standsAlone(after) && !(before === 0x0d && after === 0x0a)
}
