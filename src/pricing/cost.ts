import { type Count, count, SeptetError, type TextOptions } from 'septet'
import { describe, requireString } from '../arguments'
import { digitsOf } from './phone-number'
import { type Price, prefixOf, priceOf, priceText, requireRates } from './rates'

/** Prices of a segment by the prefix of the number, as decimal strings; `''` is for all others. */
export type Rates = Readonly<Record<string, string>>

/** What a message costs. */
export interface Cost extends Pick<Count, 'segments' | 'encoding'> {
  /** The longest prefix of the number that has a price. */
  prefix: string
  /** Of a segment, as the rates write it. */
  price: string
  /** Of all segments, exactly, with the decimals of the price. */
  cost: string
}

/**
 * What a text costs to a number: its segments times the price of the longest prefix. Sums are exact decimals.
 *
 * @param text the message
 * @param to the number in international form; +, spaces, hyphens and brackets are passed over
 * @param rates prices of a segment by prefix
 * @param options those of `count`: limits, languages, transliteration ...
 * @returns segments, encoding, prefix, price and cost
 * @throws {SeptetError} 'invalid-value': no number, or one that no prefix fits; a price that is no decimal number; and what
 * `count` throws for its options
 * @example
 * cost('Hello', '+7 916 123-45-67', { 7: '1.40', 7916: '1.25' })
 * // { segments: 1, encoding: 'GSM-7', prefix: '7916', price: '1.25', cost: '1.25' }
 */
export function cost(text: string, to: string, rates: Rates, options?: TextOptions): Cost {
  const table = requireRates('rates', rates)
  const digits = digitsOf(requireString('to', to).trim(), false)
  if (digits === undefined) throw new SeptetError('invalid-value', 'to', to, `${describe(to)} is no phone number`)
  const prefix = prefixOf(table, digits)
  if (prefix === undefined) {
    throw new SeptetError('invalid-value', 'to', to, `${describe(to)} begins with no prefix of the rates`)
  }
  const { segments, encoding } = count(text, options)
  const rate = table.byPrefix.get(prefix)!
  return {
    segments,
    encoding,
    prefix,
    price: textOf(priceText(rate)),
    cost: textOf(priceText(priceOf(rate, segments))),
  }
}

/** One price makes no range. */
function textOf(price: Price): string {
  return typeof price === 'string' ? price : price.max
}
