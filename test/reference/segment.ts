import type { Count, Segmentation, TextOptions } from '../../src/types'
import { type Coding, codingOf, filled, totalUnits } from './coding'
import { nameOf } from './languages'
import { rewrite } from './rewrite'

/** A text cut greedily: each segment is filled as far as it goes. */
export function segment(source: string, options: TextOptions = {}): Segmentation {
  const { text, sourceOf } = rewrite(source, options, count)
  const coding = codingOf(text, options)
  const { single, multi } = coding.limits
  const most = options.maxSegments ?? Number.POSITIVE_INFINITY
  const fitsOne = totalUnits(text, coding) <= single
  let perSegment = fitsOne ? single : multi
  let found = fitsOne ? [0, text.length] : cut(text, coding, multi, options)
  if (found.length - 1 > most) {
    if (multi * most <= single) {
      perSegment = single
      found = cut(text, coding, single, options).slice(0, 2)
    } else found = found.slice(0, most + 1)
  }

  const parts = []
  for (let index = 0; index + 1 < found.length; index++) {
    const start = found[index]!
    const end = found[index + 1]!
    const part = text.slice(start, end)
    const sourceStart = index === 0 ? 0 : sourceOf(start)
    const sourceEnd = end === text.length ? source.length : sourceOf(end)
    parts.push({ text: part, units: totalUnits(part, coding), start, end, sourceStart, sourceEnd })
  }

  const sent = text.slice(0, found.at(-1))
  const remaining = perSegment - parts.at(-1)!.units
  return {
    encoding: coding.encoding,
    units: totalUnits(sent, coding),
    segments: parts.length,
    perSegment,
    remaining,
    ...shiftsOf(coding),
    text: sent,
    dropped: text.length - sent.length,
    parts,
  }
}

/** What a message costs: a segmentation without its parts. */
export function count(source: string, options: TextOptions = {}): Count {
  const { text: _, dropped: __, parts: ___, ...count } = segment(source, options)
  return count
}

function cut(text: string, coding: Coding, capacity: number, { boundary }: TextOptions): number[] {
  if (boundary !== 'grapheme') return filled([...text], coding, capacity)
  const clusters = Array.from(new Intl.Segmenter('und').segment(text), ({ segment }) => segment)
  return filled(clusters, coding, capacity)
}

function shiftsOf({ pair }: Coding): Pick<Count, 'shifts'> {
  const { locking, single } = pair
  if (locking === 0 && single === 0) return {}
  return {
    shifts: { ...(single ? { single: nameOf(single) } : {}), ...(locking ? { locking: nameOf(locking) } : {}) },
  }
}
