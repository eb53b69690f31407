import { requireString } from './arguments'
import { type Cuts, cut } from './cut'
import { planOf } from './options'
import { type Rewriting, rewrite } from './rewrite'
import type { Part, Segmentation, TextOptions } from './types'

/**
 * Cuts a text into its segments, as `count` counts them.
 *
 * @throws {SeptetError} 'invalid-type': text is not a string; and what the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, for a text that is not
 * @see 3GPP TS 23.040 9.2.3.24.1
 * @example
 * segment('a'.repeat(161)).parts.map(({ units }) => units)
 * // [153, 8]
 */
export function segment(text: string, options?: TextOptions): Segmentation {
  requireString('text', text)
  const plan = planOf(options)
  const sent = rewrite(text, plan)
  const cuts = cut(sent.text, plan, sent)
  const { encoding, perSegment, units } = cuts
  const segments = units.length
  return {
    encoding,
    units: sum(units),
    segments,
    perSegment,
    remaining: perSegment - units[segments - 1]!,
    text: sent.text,
    dropped: 0,
    parts: partsOf(sent, text.length, cuts),
  }
}

function partsOf(sent: Rewriting, sourceLength: number, { ends, units }: Cuts): Part[] {
  const sourceEnds = sent.sourceOf(ends)
  const last = ends.length - 1
  const parts: Part[] = []
  let start = 0
  let sourceStart = 0
  for (let index = 0; index <= last; index++) {
    const end = ends[index]!
    const sourceEnd = index === last ? sourceLength : sourceEnds[index]!
    parts.push({ text: sent.text.slice(start, end), units: units[index]!, start, end, sourceStart, sourceEnd })
    start = end
    sourceStart = sourceEnd
  }
  return parts
}

function sum(numbers: readonly number[]): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
