// Prices of a segment by the prefix of the number, as lines that a person types or pastes.
import { SeptetError } from 'septet'
import { cost, type Rates } from 'septet/pricing'

/** A prefix of numbers, digits alone ('' is all others), and its price, a decimal number. */
export interface PriceLine {
  prefix: string
  price: string
}

export interface Prices {
  lines: PriceLine[]
  /** What is wrong with a line, in words. */
  faults: string[]
}

/** Lines that are read, units of a line, and faults that are named. */
const LINES = 300
const LENGTH = 100
const FAULTS = 5

/** Prefix and price; before them the name of a country may be, and a sign of a currency after each. */
const LINE = /^(\*|\+?[1-9][\d ().-]*?)[\s,;=:|\p{Sc}]+(\d{1,9}(?:[.,]\d{1,9})?)$/u

/** `49 0.075`, `+1-684, 0.05`, `Germany;49;0,075`; `*` is the price for all other numbers. */
export function readPrices(typed: string): Prices {
  const found = new Map<string, string>()
  const faults: string[] = []
  const lines = typed.split('\n', LINES + 1)
  if (lines.length > LINES) faults.push(`Only the first ${LINES} lines are read.`)
  for (const [index, line] of lines.slice(0, LINES).entries()) {
    if (line.trim() === '') continue
    const read = line.length <= LENGTH ? LINE.exec(line.replace(/^[^\d+*]+|[^\d]+$/gu, '')) : null
    const [, prefix, price] = read ?? []
    if (prefix === undefined || price === undefined)
      faults.push(`Line ${index + 1} is no prefix and price, such as 49 0.075.`)
    else if (found.has(digitsOf(prefix))) faults.push(`Line ${index + 1}: ${prefix} has a price already.`)
    else found.set(digitsOf(prefix), price.replace(',', '.'))
  }
  const rest = faults.length - FAULTS
  return {
    lines: [...found].map(([prefix, price]) => ({ prefix, price })),
    faults: rest > 0 ? [...faults.slice(0, FAULTS), `and ${rest} more.`] : faults,
  }
}

const digitsOf = (prefix: string) => prefix.replace(/\D/g, '')

/** The prefix of a number that decides, the longest, and its price; or what is wrong with the number. */
export function priceFor(to: string, lines: readonly PriceLine[]): PriceLine | string {
  const rates: Rates = Object.fromEntries(lines.map(({ prefix, price }) => [prefix, price]))
  try {
    const { prefix, price } = cost('', to, rates)
    return { prefix, price }
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    return /^\+?[\d\s().-]+$/.test(to.trim()) ? 'No prefix of the list fits this number.' : 'This is no phone number.'
  }
}

/** A price as it is typed, with a point or a comma, as a decimal number. */
export function decimalOf(typed: string): string | undefined {
  const number = typed.trim().replace(',', '.')
  return /^\d{1,9}(\.\d{1,9})?$/.test(number) ? number : undefined
}

/** Exact: in whole units of the last decimal. */
export function times(price: string, n: number): string {
  const [whole, decimals = ''] = price.split('.')
  const product = (BigInt(whole! + decimals) * BigInt(n)).toString().padStart(decimals.length + 1, '0')
  return decimals === '' ? product : `${product.slice(0, -decimals.length)}.${product.slice(-decimals.length)}`
}

/** An amount as people write it. */
export function money(amount: string, currency: string): string {
  const digits = { maximumFractionDigits: 9 }
  try {
    // Takes a decimal number as text, exact, where the browser can; else as a number.
    return new Intl.NumberFormat('en', { style: 'currency', currency, ...digits }).format(amount as unknown as number)
  } catch {
    return `${amount} ${currency}`.trim()
  }
}

/** What a message of so many segments costs: one amount, or from the least to the most. */
export function costOf(price: string, [least, most]: readonly [number, number], currency: string): string {
  const amounts = [...new Set([least, most])].map((segments) => money(times(price, segments), currency))
  return amounts.join(' to ')
}
