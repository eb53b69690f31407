import { type Count, count, SeptetError, type TextOptions } from 'septet'
import { describe, requireString } from '../arguments'
import { parsePhone } from './phone-number'
import { findPrefix, formatSum, multiplyRate, type Price, requireRates } from './rates'

/** Prices of a segment by the prefix of the number, as decimal strings. `''` is the price for all other numbers. */
export type Rates = Readonly<Record<string, string>>

/** What a message costs. */
export interface Cost extends Pick<Count, 'segments' | 'encoding'> {
  /** The longest prefix of the number that has a price. */
  prefix: string
  /** The price of a segment, as the rates write it. */
  price: string
  /** The price of all segments, exact, with as many decimals as the price. */
  cost: string
}

/**
 * Calculates what a text costs to a number: its segments times the price of the longest prefix. The result is exact.
 *
 * @param text the message
 * @param to the number in international form; +, spaces, hyphens and brackets are ignored
 * @param rates prices of a segment by prefix, as decimal strings
 * @param options the options of `count`: limits, languages, transliteration ...
 * @returns segments, encoding, prefix, price and cost; the last two as decimal strings
 * @throws {SeptetError} 'invalid-value': not a number, or a number without a matching prefix; a price that is not a
 * decimal number; and what `count` throws for its options
 * @example
 * cost('Hello', '+7 916 123-45-67', { 7: '1.40', 7916: '1.25' })
 * // { segments: 1, encoding: 'GSM-7', prefix: '7916', price: '1.25', cost: '1.25' }
 */
export function cost(text: string, to: string, rates: Rates, options?: TextOptions): Cost {
  const table = requireRates('rates', rates)
  const digits = parsePhone(requireString('to', to).trim(), false)
  if (digits === undefined) throw new SeptetError('invalid-value', 'to', to, `${describe(to)} is no phone number`)
  const prefix = findPrefix(table, digits)
  if (prefix === undefined) {
    throw new SeptetError('invalid-value', 'to', to, `${describe(to)} begins with no prefix of the rates`)
  }
  const { segments, encoding } = count(text, options)
  const rate = table.byPrefix.get(prefix)!
  return {
    segments,
    encoding,
    prefix,
    price: takeOnlyPrice(formatSum(rate)),
    cost: takeOnlyPrice(formatSum(multiplyRate(rate, segments))),
  }
}

/** Takes the text of a price that has no range, because its rate is known. */
function takeOnlyPrice(price: Price): string {
  return typeof price === 'string' ? price : price.max
}
