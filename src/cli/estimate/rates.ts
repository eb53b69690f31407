import { readFile } from 'node:fs/promises'
import Big from 'big.js'
import { parse } from 'csv-parse/sync'
import { Failure } from '../failure'

/** The price of a segment, as it was written, by the prefix of the number; the empty prefix is every number's. */
export type Rates = ReadonlyMap<string, string>

/** Rates of a JSON object, or of CSV with a prefix and a price a row. */
export async function readRates(file: string): Promise<Rates> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
  const rates = new Map<string, string>()
  for (const [place, prefix, price] of /^\s*\{/.test(text) ? members(file, text) : rows(file, text)) {
    const digits = /^\+?(\d*)$/.exec(prefix)?.[1]
    if (digits === undefined) throw new Failure(`${file}: ${place}: "${prefix}" is no prefix of a number`)
    if (typeof price !== 'string' || !/^\d+(\.\d+)?$/.test(price)) {
      const shown = JSON.stringify(price)
      throw new Failure(`${file}: ${place}: ${shown} is no price; one is a decimal number in a string, such as "1.40"`)
    }
    rates.set(digits, price)
  }
  if (rates.size === 0) throw new Failure(`${file}: no rates`)
  return rates
}

type Written = [place: string, prefix: string, price: unknown]

function members(file: string, text: string): Written[] {
  try {
    return Object.entries(JSON.parse(text)).map(([prefix, price]) => [`rate "${prefix}"`, prefix, price])
  } catch (error) {
    throw new Failure(`${file}: not JSON: ${(error as SyntaxError).message}`)
  }
}

/** A first row that is no rate is a header. */
function rows(file: string, text: string): Written[] {
  try {
    const records: string[][] = parse(text, { delimiter: [',', ';', '\t'], trim: true, skip_empty_lines: true })
    const written = records.map(([prefix = '', price], index): Written => [`row ${index + 1}`, prefix, price])
    return /^\+?\d*$/.test(written[0]?.[1] ?? '') ? written : written.slice(1)
  } catch (error) {
    throw new Failure(`${file}: ${(error as Error).message}`)
  }
}

/** The prefix whose price a number has, the longest of all; undefined where there is none. */
export function prefixOf(rates: Rates, digits: string): string | undefined {
  for (let length = digits.length; length >= 0; length--) {
    const prefix = digits.slice(0, length)
    if (rates.has(prefix)) return prefix
  }
  return undefined
}

/** What segments cost, by the prefix they went to. Exact, with the most decimals of the rates used. */
export function costOf(rates: Rates, segments: Iterable<readonly [prefix: string, segments: number]>): string {
  let cost = new Big(0)
  let decimals = 0
  for (const [prefix, number] of segments) {
    const price = rates.get(prefix)!
    cost = cost.plus(new Big(price).times(number))
    decimals = Math.max(decimals, price.split('.')[1]?.length ?? 0)
  }
  return cost.toFixed(decimals)
}
