/**
 * `count` and `segment` alone, for pages where every kilobyte matters.
 *
 * @module
 */

// Every visitor of a page pays for each byte here, so the few lines that cut a text are here again, instead of the core.
import type { Count, Part, Segmentation } from '../types'
import { countPlain, countText, cutText } from './cut'
import { type CountOptions, createPlan, PLAIN, requireString } from './options'

export { SeptetError, type SeptetErrorCode } from '../errors'
export type { Count, Part, Segmentation, SegmentLimits } from '../types'
export type { CountOptions } from './options'

/**
 * Counts what a text costs, as `count` of `septet` does.
 *
 * @param text the message, any string
 * @param options `encoding`, `referenceBits` and `limits`; any other option is an error
 * @returns the encoding, the units in all, the number of segments, the units of a segment, and the units that are free
 * in the last
 * @throws {SeptetError} 'invalid-type': text is not a string; 'unencodable': `encoding: 'GSM-7'` for a text that is not
 * GSM-7, with the offset of the first character outside it; 'unsupported-option', 'invalid-type', 'invalid-value': the
 * options
 * @see 3GPP TS 23.038 6.2.1, TS 23.040 9.2.3.24.1
 * @example
 * count('Hello, world!')
 * // { encoding: 'GSM-7', units: 13, segments: 1, perSegment: 160, remaining: 147 }
 */
export function count(text: string, options?: CountOptions): Count {
  requireString(text)
  return options === undefined ? countPlain(text) : countText(text, createPlan(options))
}

/**
 * Cuts a text into its segments, as `segment` of `septet` does.
 *
 * @param text the message, any string
 * @param options `encoding`, `referenceBits` and `limits`; any other option is an error
 * @returns the count, and the parts in order, with UTF-16 offsets in the text
 * @throws {SeptetError} as `count`
 * @see 3GPP TS 23.040 9.2.3.24.1
 * @example
 * segment('a'.repeat(161)).parts.map(({ units }) => units)
 * // [153, 8]
 */
export function segment(text: string, options?: CountOptions): Segmentation {
  requireString(text)
  const [count, cuts] = cutText(text, options === undefined ? PLAIN : createPlan(options))
  let start = 0
  let before = 0
  const parts = cuts.map(([end, units]): Part => {
    const part = { text: text.slice(start, end), units: units - before, start, end, sourceStart: start, sourceEnd: end }
    start = end
    before = units
    return part
  })
  return { ...count, text, dropped: 0, parts }
}
