// What a text costs at the element's rate.
import type { Count } from '../../types'
import type { Range } from './meter'

/** `detail` of the event `septet-count`. */
export interface CounterDetail extends Count {
  /**
   * Segments times the rate, in decimals of the rate, where the element has one. Absent while the field is empty: an empty
   * message is a segment too, and nobody sends it.
   */
  cost?: number
  /** Of a text with placeholders: the message of the fewest segments. */
  least?: Count
  /** The message of the most segments, whose members the detail itself has. */
  most?: Count
}

/** The detail of the event; `rate` is the price of a segment. */
export function createDetail({ least, most }: Range, rate: number | undefined): CounterDetail {
  const detail: CounterDetail = least === most ? { ...most } : { ...most, least, most }
  return rate === undefined || most.units === 0 ? detail : { ...detail, cost: multiply(rate, most.segments) }
}

/** What segments cost, in decimals of the rate: in binary, three times 0.1 is 0.30000000000000004. */
export function multiply(rate: number, segments: number): number {
  const [, decimals = '', exponent = '0'] = /^\d+(?:\.(\d+))?(?:e(.+))?$/.exec(String(rate))!
  return Number((rate * segments).toFixed(Math.min(100, Math.max(0, decimals.length - Number(exponent)))))
}
