// TS 23.040 9.2.3.24.10.1.1: text formatting of EMS, read. A run that a cut divided is one again.

import { isSameFormat } from '../header/text-format'
import type { FormatRun, InformationElement, TextFormattingElement } from '../types'

/** A segment: its characters, or octets, and its elements. */
interface Segment {
  readonly length: number
  readonly elements: readonly InformationElement[]
}

/** The runs of the segments of a message, in their order; offsets in the whole. */
export function joinRuns(segments: readonly Segment[]): FormatRun[] {
  const total = segments.reduce((sum, { length }) => sum + length, 0)
  const runs: FormatRun[] = []
  let offset = 0
  for (const { length, elements } of segments) {
    const end = offset + length
    for (const element of elements) {
      if (element.type === 'textFormatting') add(runs, element, offset, end, total)
    }
    offset = end
  }
  return runs
}

/** A length of 0 is the format of all that follows; what reaches beyond the segment is cut off. */
function add(runs: FormatRun[], element: TextFormattingElement, offset: number, end: number, total: number): void {
  const { type, start: characters, length, ...format } = element
  const start = offset + characters
  const runEnd = length === 0 ? total : Math.min(start + length, end)
  if (start >= runEnd) return
  const divided = runs.find((run) => start === offset && run.start + run.length === start && isSameFormat(run, element))
  if (divided === undefined) runs.push({ start, length: runEnd - start, ...format })
  else divided.length += runEnd - start
}
