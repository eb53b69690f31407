import type { RateTable } from '../../../pricing/rates'
import { sumCosts } from './rates'
import type { Recipients } from './recipients'

/** Returns the cost of a message from its number of segments. */
export type Costs = (recipients: Recipients, segments: number) => string

/** Most messages go to one number. Their sums are calculated once for each prefix and number of segments. */
export function createCosts(rates: RateTable): Costs {
  const known = new Map<string, string[]>()
  return ({ number, byPrefix }, segments) => {
    if (number !== 1)
      return sumCosts(
        rates,
        [...byPrefix].map(([prefix, phones]) => [prefix, phones * segments] as const),
      )
    const [prefix] = byPrefix.keys()
    let sums = known.get(prefix!)
    if (!sums) {
      sums = []
      known.set(prefix!, sums)
    }
    sums[segments] ??= sumCosts(rates, [[prefix!, segments]])
    return sums[segments]
  }
}
