import { requireString } from '../arguments'
import { type Cuts, countCuts, nameShifts } from '../core/cut'
import type { Part, Segmentation, TextOptions } from '../types'
import { cut } from './cut'
import { createPlan, type Plan } from './options'
import type { Pass } from './passes/pass'
import { rewrite } from './rewrite'

/**
 * Cuts a text into its segments, as `count` counts them.
 *
 * @param text what a person writes
 * @param options how the text is sent; see `TextOptions`
 * @returns what `count` does, the text as it is sent, and where each segment begins and ends in it and in the argument
 * @throws {SeptetError} 'invalid-type': text is not a string; and what the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, for a text that is not in it
 * @see 3GPP TS 23.040 9.2.3.24.1
 * @example
 * segment('a'.repeat(161)).parts.map(({ units }) => units)
 * // [153, 8]
 */
export function segment(text: string, options?: TextOptions): Segmentation {
  requireString('text', text)
  return segmentBy(text, createPlan(options))
}

/** The same by options that have been checked. @throws {UnencodableError} */
export function segmentBy(text: string, plan: Plan): Segmentation {
  const sent = rewrite(text, plan)
  const cuts = cut(sent, plan)
  const { ends } = cuts
  const end = ends[ends.length - 1]!
  // Not by a spread, which takes 7 µs here (Node 20).
  const { encoding, units, segments, perSegment, remaining } = countCuts(cuts)
  const segmentation: Segmentation = {
    encoding,
    units,
    segments,
    perSegment,
    remaining,
    text: end === sent.text.length ? sent.text : sent.text.slice(0, end),
    dropped: sent.text.length - end,
    parts: listParts(sent, cuts),
  }
  return nameShifts(segmentation, cuts.coding)
}

function listParts(sent: Pass, { ends, units }: Cuts): Part[] {
  const { source, text } = sent
  const sourceEnds = sent.locateSources(ends)
  const parts: Part[] = []
  let start = 0
  let sourceStart = 0
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index]!
    const sourceEnd = end === text.length ? source.length : sourceEnds[index]!
    parts.push({ text: text.slice(start, end), units: units[index]!, start, end, sourceStart, sourceEnd })
    start = end
    sourceStart = sourceEnd
  }
  return parts
}
