// What a text costs at the element's rate.
import type { Count } from '../types'

/** `detail` of the event `septet-count`. */
export interface CounterDetail extends Count {
  /**
   * Segments times the rate, in decimals of the rate, where the element has one. Absent while the field is empty: an empty
   * message is a segment too, and nobody sends it.
   */
  cost?: number
}

/** The detail of the event for a count; `rate` is the price of a segment. */
export function createDetail(count: Count, rate: number | undefined): CounterDetail {
  return rate === undefined || count.units === 0 ? { ...count } : { ...count, cost: multiply(rate, count.segments) }
}

/** What segments cost, in decimals of the rate: in binary, three times 0.1 is 0.30000000000000004. */
export function multiply(rate: number, segments: number): number {
  const [, decimals = '', exponent = '0'] = /^\d+(?:\.(\d+))?(?:e(.+))?$/.exec(String(rate))!
  return Number((rate * segments).toFixed(Math.min(100, Math.max(0, decimals.length - Number(exponent)))))
}
