// Segments that keep together what a reader takes for one character: extended grapheme clusters (UAX 29).

import { standsAlone } from './combining-marks'

/**
 * Where a segment may end so that it holds whole clusters. One that is longer than a segment is cut where the segment is full, and
 * the rest of it stays one piece: its end is looked up once, since a piece without its beginning reads otherwise.
 *
 * @returns a function of where a segment starts and where it is full, for segments in their order
 */
export function createClusterBorder(text: string): (from: number, full: number) => number {
  let pieceEnd = 0
  return (from, full) => {
    const start = Math.max(from, pieceEnd)
    if (full <= start) return full
    const end = borderAt(text, start, full)
    if (end > from) return end
    pieceEnd = clusterEnd(text, from)
    return full
  }
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
