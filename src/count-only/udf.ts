// `septet/udf.js`: septet/count as one script, for engines that run JavaScript in a query. It has nothing but ECMAScript.
// scripts/udf.mjs bundles it.
import type { Count } from '../types'
import { count as countText } from './index'
import type { CountOptions } from './options'

/**
 * What a text costs, as `count` of `septet/count`; null where there is no text, as SQL has it.
 *
 * @throws {SeptetError} as `count`
 */
export function count(text: string | null | undefined, options?: CountOptions): Count | null {
  return text === null || text === undefined ? null : countText(text, options)
}

/**
 * The segments of a text; null where there is none.
 *
 * @throws {SeptetError} as `count`
 */
export function segments(text: string | null | undefined, options?: CountOptions): number | null {
  return count(text, options)?.segments ?? null
}
