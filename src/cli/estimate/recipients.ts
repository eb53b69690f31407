import { prefixOf, type RateTable } from '../../pricing/rates'
import { phonesOf } from './phones'

/** Whom a message goes to. */
export interface Recipients {
  readonly number: number
  /** Prefixes of the rates that apply; empty where there are no rates. */
  readonly prefixes: readonly string[]
}

const ONE: Recipients = { number: 1, prefixes: [] }

/** Whom a row goes to; or what is wrong about that. */
export function recipientsOf(
  field: string | undefined,
  rates: RateTable | undefined,
  correctPhones: boolean,
): Recipients | string {
  if (field === undefined) {
    if (!rates) return ONE
    return rates.byPrefix.has('') ? { number: 1, prefixes: [''] } : 'no phone number to find a rate by'
  }
  const phones = phonesOf(field, correctPhones)
  if (typeof phones === 'string') return phones
  if (!rates) return { number: phones.length, prefixes: [] }
  const prefixes: string[] = []
  for (const phone of phones) {
    const prefix = prefixOf(rates, phone)
    if (prefix === undefined) return `no rate for ${phone}`
    prefixes.push(prefix)
  }
  return { number: phones.length, prefixes }
}
