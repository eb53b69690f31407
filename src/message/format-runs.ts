// TS 23.040 9.2.3.24.10.1.1: text formatting of EMS, read. A run that a cut has divided becomes one run again.

import { isSameFormat } from '../header/text-format'
import type { FormatRun, InformationElement, TextFormattingElement } from '../types'

/** A segment: its characters, or octets, and its elements. */
interface Segment {
  readonly length: number
  readonly elements: readonly InformationElement[]
}

/** The runs of a message from its segments, in their order. Their offsets count from the start of the message. */
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

/** A length of 0 formats all that follows. A run does not go past the end of its segment. */
function add(runs: FormatRun[], element: TextFormattingElement, offset: number, end: number, total: number): void {
  const { type, start: characters, length, ...format } = element
  const start = offset + characters
  const runEnd = length === 0 ? total : Math.min(start + length, end)
  if (start >= runEnd) return
  const divided = runs.find((run) => start === offset && run.start + run.length === start && isSameFormat(run, element))
  if (divided === undefined) runs.push({ start, length: runEnd - start, ...format })
  else divided.length += runEnd - start
}
