import { type Amount, add, multiply } from '../../pricing/amount'
import {
  addSums,
  combineRates,
  findRate,
  formatSum,
  multiplyRate,
  type Price,
  type Rate,
  type RateTable,
  type Sum,
  ZERO,
} from '../../pricing/rates'
import type { Notices } from '../notices'
import type { Recipient } from '../types'
import type { Phone } from './phones'

/** Amounts by the price of a part; undefined if the price is not known. */
type Amounts = Map<Rate | undefined, Amount>

/** The prices of a request. It may have many equal lines, so results are kept for the next line. */
export interface Prices {
  readonly table: RateTable
  /** The price of a group; undefined if some numbers have no price. */
  readonly groupRate: Rate | undefined
  readonly known: Map<Rate, Map<number, Price>>
  /** The amounts of all lines. Phones with one rate are added up first, because there may be many. */
  readonly amounts: Amounts
}

/** Creates the prices of a request, with nothing counted yet. */
export function createPrices(table: RateTable): Prices {
  return { table, groupRate: combineRates(table), known: new Map(), amounts: new Map() }
}

/** The cost of all lines; undefined if a recipient has no rate. */
export function addTotal({ amounts }: Prices): Price | undefined {
  const sum = addUp(amounts)
  return sum && formatSum(sum)
}

const NO_PREFIX = 'begins with no prefix of options.rates'

/** The recipients with their parts and cost. */
export interface Priced {
  readonly recipients: Recipient[]
  readonly n: Amount
  /** Undefined if there are no rates, or a recipient has none. */
  readonly cost: Price | undefined
}

/** Sets the parts and the price of every phone of a line. */
export function priceRecipients(
  phones: readonly Phone[],
  parts: Amount,
  argument: string,
  prices: Prices | undefined,
  notices: Notices,
): Priced {
  const amounts: Amounts = new Map()
  const recipients = phones.map((phone): Recipient => {
    const { given, phone: number, size, status } = phone
    const recipient: Recipient = { given, phone: number, status, size, parts: size === 0 ? 0 : parts }
    if (size !== 0) {
      const rate = prices && findRateOfPhone(phone, prices)
      const amount = multiply(size, parts)
      amounts.set(rate, add(amounts.get(rate) ?? 0, amount))
      if (rate) recipient.cost = priceAmount(rate, amount, prices)
      else if (prices) warnOfRate(phone, argument, notices)
    }
    if (status === 'invalid' || status === 'impossible') recipient.error = 7
    return recipient
  })
  let n: Amount = 0
  for (const amount of amounts.values()) n = add(n, amount)
  return { recipients, n, cost: prices && addLine(amounts, prices) }
}

function findRateOfPhone({ phone, status }: Phone, { table, groupRate }: Prices): Rate | undefined {
  return status === 'group' ? groupRate : findRate(table, phone)
}

/** Adds a line to the total, and returns its cost. */
function addLine(amounts: Amounts, prices: Prices): Price | undefined {
  for (const [rate, amount] of amounts) prices.amounts.set(rate, add(prices.amounts.get(rate) ?? 0, amount))
  const [only] = amounts
  if (amounts.size === 1 && only?.[0]) return priceAmount(only[0], only[1], prices)
  const sum = addUp(amounts)
  return sum && formatSum(sum)
}

function priceAmount(rate: Rate, amount: Amount, { known }: Prices): Price {
  if (typeof amount !== 'number') return formatSum(multiplyRate(rate, amount))
  let costs = known.get(rate)
  if (costs === undefined) {
    costs = new Map()
    known.set(rate, costs)
  }
  let cost = costs.get(amount)
  if (cost === undefined) {
    cost = formatSum(multiplyRate(rate, amount))
    costs.set(amount, cost)
  }
  return cost
}

function addUp(amounts: Amounts): Sum | undefined {
  let sum: Sum = ZERO
  for (const [rate, amount] of amounts) {
    if (rate === undefined) return undefined
    sum = addSums(sum, multiplyRate(rate, amount))
  }
  return sum
}

function warnOfRate({ phone, status }: Phone, argument: string, notices: Notices): void {
  const why = status === 'group' ? "has numbers that only the service knows, and options.rates has no ''" : NO_PREFIX
  const message = `${why}; there is no cost of all`
  notices.warn('no-rate', { argument, value: phone }, () => message)
}
