// Segments that do not cut what a reader sees as one character: extended grapheme clusters (UAX 29).

import type { Border } from '../core/cut'
import { isAlone } from './combining-marks'

/**
 * Where a segment may end so that it has whole clusters. A cluster that is longer than a segment is cut where the
 * segment is full. Its end is found once, from its beginning, since the rest alone could have other borders.
 *
 * @returns a function of where a segment starts and where it is full, for segments in their order
 */
export function createClusterBorder(text: string): Border {
  let pieceEnd = 0
  return (from, full) => {
    const start = Math.max(from, pieceEnd)
    if (full <= start) return full
    const end = findBorder(text, start, full)
    if (end > from) return end
    pieceEnd = findClusterEnd(text, from)
    return full
  }
}

let segmenter: Intl.Segmenter | undefined

/**
 * The last border between clusters that is after `from`, and not after `full`; `from` where there is none. `from` is a
 * border itself. Whether a place is a border depends on the characters before it, back to a sure border, and on the one
 * after it.
 */
function findBorder(text: string, from: number, full: number): number {
  let sure = full
  while (sure > from && !isSureBorder(text, sure)) sure--
  if (sure === full) return full
  segmenter ??= new Intl.Segmenter('und')
  const cluster = segmenter.segment(text.slice(sure, full + 2)).containing(full - sure)
  return sure + (cluster?.index ?? 0)
}

/** Where the cluster that begins at `from` ends, in time that is linear in its length. */
function findClusterEnd(text: string, from: number): number {
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
  return isAlone(before) && isAlone(after) && !(before === 0x0d && after === 0x0a)
}
