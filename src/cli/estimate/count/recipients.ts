import { prefixOf, type RateTable } from '../../../pricing/rates'
import { eachPhone, type Writing } from './phones'

/** Whom a message goes to. */
export interface Recipients {
  readonly number: number
  /** How many of them have the price of each prefix; empty where there are no rates. */
  readonly byPrefix: ReadonlyMap<string, number>
}

/** Finds out whom rows go to. */
export interface RecipientFinder {
  /** @param field numbers; undefined where the file has none. @returns or what is wrong about it */
  find(field: string | undefined): Recipients | string
}

const ONE_FOR_ALL = '{"": "0.05"} is a rate for all'

const NO_PREFIXES: ReadonlyMap<string, number> = new Map()

export function createRecipientFinder(rates: RateTable | undefined, writing: Writing): RecipientFinder {
  /** Nearly all rows go to one number, of few prefixes. */
  const single = new Map<string, Recipients>()
  const findSingle = (prefix: string): Recipients => {
    let recipients = single.get(prefix)
    if (!recipients) {
      recipients = { number: 1, byPrefix: new Map([[prefix, 1]]) }
      single.set(prefix, recipients)
    }
    return recipients
  }

  return {
    find(field) {
      if (field === undefined) {
        if (!rates) return { number: 1, byPrefix: NO_PREFIXES }
        return rates.byPrefix.has('') ? findSingle('') : `no phone number to find a rate by; ${ONE_FOR_ALL}`
      }
      let number = 0
      let only = ''
      let byPrefix: Map<string, number> | undefined
      const fault = eachPhone(field, writing, (phone) => {
        number++
        if (!rates) return undefined
        const prefix = prefixOf(rates, phone)
        if (prefix === undefined) return `no rate for ${phone}`
        if (number === 1) only = prefix
        else {
          byPrefix ??= new Map([[only, 1]])
          byPrefix.set(prefix, (byPrefix.get(prefix) ?? 0) + 1)
        }
        return undefined
      })
      if (fault !== undefined) return fault
      if (!rates) return { number, byPrefix: NO_PREFIXES }
      return byPrefix ? { number, byPrefix } : findSingle(only)
    },
  }
}
