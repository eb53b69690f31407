import Big from 'big.js'
import { SeptetError } from 'septet'
import { describe, requireObject } from '../arguments'
import { type Amount, toRange } from './amount'

/**
 * A sum in the currency of the rates, exact, with the decimals of the rates: `'1.40'`. It is a range where the amount
 * is a range; its `max` may be `'Infinity'`.
 */
export type Price = string | { min: string; max: string }

/** One price, or the lowest and the highest where the price is not known. */
export interface Rate {
  readonly low: Big
  readonly high: Big
  /** The number of decimals that it is written with. */
  readonly decimals: number
}

/** Prices by prefix. */
export interface RateTable {
  readonly byPrefix: ReadonlyMap<string, Rate>
  /** The lengths of the prefixes, the longest first. */
  readonly lengths: readonly number[]
}

/** A sum of prices; undefined where a part of it has no known rate. */
export interface Sum {
  readonly low: Big
  readonly high: Big | typeof Number.POSITIVE_INFINITY
  readonly decimals: number
}

export const ZERO: Sum = { low: new Big(0), high: new Big(0), decimals: 0 }

/** A rate, and its path for the message of an error. */
export type WrittenRate = readonly [place: string, prefix: string, price: unknown]

/** @throws {SeptetError} 'invalid-type': not an object of strings; 'invalid-value': see `createRateTable` */
export function requireRates(argument: string, value: unknown): RateTable {
  const rates = Object.entries(requireObject(argument, value))
  return createRateTable(rates.map(([prefix, price]) => [`${argument}['${prefix}']`, prefix, price]))
}

/**
 * @throws {SeptetError} 'invalid-type': a price that is not a string; 'invalid-value': what is not a prefix, a prefix
 * that another rate has, or what is not a decimal number
 */
export function createRateTable(written: Iterable<WrittenRate>): RateTable {
  const byPrefix = new Map<string, Rate>()
  for (const [place, text, price] of written) {
    const prefix = /^(?:\+?(?=\d)|)(\d*)$/.exec(text)?.[1]
    if (prefix === undefined) {
      throw new SeptetError('invalid-value', place, text, `${describe(text)} is no prefix of a number`)
    }
    const earlier = byPrefix.get(prefix)
    if (earlier) {
      const message = `the prefix "${prefix}" has a price already, "${formatSum(earlier)}"`
      throw new SeptetError('invalid-value', place, text, message)
    }
    byPrefix.set(prefix, parseRate(place, price))
  }
  return { byPrefix, lengths: [...new Set([...byPrefix.keys()].map(({ length }) => length))].sort((a, b) => b - a) }
}

function parseRate(place: string, price: unknown): Rate {
  const message = `${describe(price)} is no price (a decimal number in a string, such as '1.40')`
  if (typeof price !== 'string') throw new SeptetError('invalid-type', place, price, message)
  const decimals = /^\d+(?:\.(\d+))?$/.exec(price)
  if (decimals) {
    const exact = new Big(price)
    return { low: exact, high: exact, decimals: decimals[1]?.length ?? 0 }
  }
  const offset = /^(?:\d+\.?\d*)?/.exec(price)![0].length
  throw new SeptetError('invalid-value', place, price, message, offset)
}

/** Finds the longest prefix of a number that has a price. */
export function findPrefix({ byPrefix, lengths }: RateTable, digits: string): string | undefined {
  for (const length of lengths) {
    if (length > digits.length) continue
    const prefix = digits.slice(0, length)
    if (byPrefix.has(prefix)) return prefix
  }
  return undefined
}

/** Finds the price for a number: that of its longest prefix. */
export function findRate(table: RateTable, digits: string): Rate | undefined {
  const prefix = findPrefix(table, digits)
  return prefix === undefined ? undefined : table.byPrefix.get(prefix)
}

/** Combines all prices, since the numbers of a group are not known. Undefined if `''` has no price: then some numbers have none. */
export function combineRates({ byPrefix }: RateTable): Rate | undefined {
  const others = byPrefix.get('')
  if (others === undefined) return undefined
  return [...byPrefix.values()].reduce(
    (all, { low, high, decimals }) => ({
      low: low.lt(all.low) ? low : all.low,
      high: high.gt(all.high) ? high : all.high,
      decimals: Math.max(decimals, all.decimals),
    }),
    others,
  )
}

/** Multiplies a price by a number of parts. */
export function multiplyRate({ low, high, decimals }: Rate, parts: Amount): Sum {
  const { min, max } = toRange(parts)
  return {
    low: low.times(min),
    high: max !== Number.POSITIVE_INFINITY ? high.times(max) : high.eq(0) ? high : max,
    decimals,
  }
}

export function addSums(one: Sum, other: Sum): Sum {
  const { high: a } = one
  const { high: b } = other
  return {
    low: one.low.plus(other.low),
    high: typeof a === 'number' || typeof b === 'number' ? Number.POSITIVE_INFINITY : a.plus(b),
    decimals: Math.max(one.decimals, other.decimals),
  }
}

/** Writes a sum with the most decimals of any of its rates. */
export function formatSum({ low, high, decimals }: Sum): Price {
  const min = low.toFixed(decimals)
  const max = typeof high === 'number' ? `${high}` : high.toFixed(decimals)
  return min === max ? min : { min, max }
}
