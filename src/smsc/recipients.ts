import { add, multiply } from './amount'
import type { Notices } from './notices'
import type { Phone } from './phones'
import { addSums, anyRate, NOTHING, priceOf, priceText, type Rate, type RateTable, rateOf, type Sum } from './rates'
import type { Amount, Price, Recipient } from './types'

/** Recipients with their share of parts and cost. */
export interface Priced {
  readonly recipients: Recipient[]
  readonly n: Amount
  /** Undefined without rates, or where one has no rate. */
  readonly sum: Sum | undefined
}

/** Gives every phone its parts and its price. Phones of one rate are added up before they are priced: there may be many. */
export function priceRecipients(
  phones: readonly Phone[],
  parts: Amount,
  argument: string,
  rates: RateTable | undefined,
  notices: Notices,
): Priced {
  const groupRate = rates && anyRate(rates)
  const singles = new Map<Rate, Price>()
  const amounts = new Map<Rate | undefined, Amount>()
  const recipients = phones.map((phone): Recipient => {
    const { size, status } = phone
    const recipient: Recipient = { ...phone, parts: size === 0 ? 0 : parts }
    if (status === 'invalid' || status === 'impossible') recipient.error = 7
    if (size === 0) return recipient
    const amount = multiply(size, parts)
    const rate = status === 'group' ? groupRate : rates && rateOf(rates, phone.phone)
    amounts.set(rate, add(amounts.get(rate) ?? 0, amount))
    if (rate) recipient.cost = size === 1 ? costOfOne(singles, rate, parts) : priceText(priceOf(rate, amount))
    else if (rates) warnOfRate(phone, argument, notices)
    return recipient
  })
  const n = [...amounts.values()].reduce<Amount>(add, 0)
  return { recipients, n, sum: rates && sumOf(amounts) }
}

function costOfOne(known: Map<Rate, Price>, rate: Rate, parts: Amount): Price {
  const price = known.get(rate) ?? priceText(priceOf(rate, parts))
  known.set(rate, price)
  return price
}

function sumOf(amounts: ReadonlyMap<Rate | undefined, Amount>): Sum | undefined {
  let sum: Sum = NOTHING
  for (const [rate, amount] of amounts) {
    if (rate === undefined) return undefined
    sum = addSums(sum, priceOf(rate, amount))
  }
  return sum
}

function warnOfRate({ phone }: Phone, argument: string, notices: Notices): void {
  const message = 'begins with no prefix of options.rates; there is no cost of all'
  notices.warn('no-rate', { argument, value: phone }, () => message)
}
