// TS 23.040 9.2.3.24.1: a UCS-2 text is cut where a segment is full, but not inside a surrogate pair. Every unit counts one. So the
// text is not copied into the core; only the units at a cut are looked at.
import type { Count, SegmentLimits } from '../types'

/** Where the segment ends that starts at `start` and has room for `capacity` units. */
export function ucs2End(text: string, start: number, capacity: number): number {
  const end = start + capacity
  if (end >= text.length) return text.length
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(end) & 0xfc00) === 0xdc00 ? end - 1 : end
}

/** What a text costs in UCS-2. */
export function countUcs2(text: string, { single, multi }: SegmentLimits): Count {
  const units = text.length
  if (units <= single) return countOfOne('UCS-2', units, single)
  let segments = 0
  let start = 0
  for (let end = 0; end < units; segments++) {
    start = end
    end = ucs2End(text, start, multi)
  }
  return { encoding: 'UCS-2', units, segments, perSegment: multi, remaining: multi - (units - start) }
}

/** The count of a text that fits one segment. */
export function countOfOne(encoding: 'GSM-7' | 'UCS-2', units: number, perSegment: number): Count {
  return { encoding, units, segments: 1, perSegment, remaining: perSegment - units }
}
