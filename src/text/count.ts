import { requireString } from '../arguments'
import { countPlain } from '../core/measure'
import type { Count, TextOptions } from '../types'
import { measure } from './cut'
import { createPlan, type Plan } from './options'
import { rewrite } from './rewrite'

/**
 * Counts what a text costs: its encoding, its units, its segments.
 *
 * It never throws for a string and default options, whatever the string holds. Its time is linear in the length of the
 * text.
 *
 * @param text what a person writes: any UTF-16, a lone surrogate too
 * @param options how the text is sent; see `TextOptions`
 * @returns its encoding; its units, septets or 16-bit code units; the segments; the capacity of a segment, and the
 * units that still fit the last one
 * @throws {SeptetError} 'invalid-type': text is not a string; and what the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, for a text that is not in it
 * @see 3GPP TS 23.038 6.2.1, TS 23.040 9.2.3.24.1
 * @example
 * count('Hello, world!')
 * // { encoding: 'GSM-7', units: 13, segments: 1, perSegment: 160, remaining: 147 }
 * count('Привет, мир')
 * // { encoding: 'UCS-2', units: 11, segments: 1, perSegment: 70, remaining: 59 }
 */
export function count(text: string, options?: TextOptions): Count {
  if (options === undefined && typeof text === 'string') return countPlain(text)
  return countBy(requireString('text', text), createPlan(options))
}

/** The same with options that have been checked. @throws {UnencodableError} */
export function countBy(text: string, plan: Plan): Count {
  const sent = rewrite(text, plan)
  return measure(sent, plan)
}
