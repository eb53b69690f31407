import { findPrefix, type RateTable } from '../../../pricing/rates'
import type { Batch } from '../input/batch'
import { type PhoneWriting, visitPhones } from './phones'

/** The recipients of a message. */
export interface Recipients {
  readonly number: number
  /** How many recipients have the price of each prefix; empty if there are no rates. */
  readonly byPrefix: ReadonlyMap<string, number>
}

/** Finds the recipients of rows. */
export interface RecipientFinder {
  /** @param field numbers; undefined if the file has none. @returns the recipients, or what is wrong with the field */
  find(field: string | undefined): Recipients | string
}

const ONE_FOR_ALL = '{"": "0.05"} is a rate for all'

const NO_PREFIXES: ReadonlyMap<string, number> = new Map()

/** The recipient of a message where the file has no phone numbers and costs are not asked for. */
const NOBODY_ELSE: Recipients = { number: 1, byPrefix: NO_PREFIXES }

export function createRecipientFinder(rates: RateTable | undefined, writing: PhoneWriting): RecipientFinder {
  /** Most rows go to one number, and there are few prefixes: results are kept. */
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
        if (!rates) return NOBODY_ELSE
        return rates.byPrefix.has('') ? findSingle('') : `no phone number to find a rate by; ${ONE_FOR_ALL}`
      }
      let number = 0
      let only = ''
      let byPrefix: Map<string, number> | undefined
      const fault = visitPhones(field, writing, (phone) => {
        number++
        if (!rates) return undefined
        const prefix = findPrefix(rates, phone)
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

/**
 * Finds the recipients of each message. A row with wrong numbers is left out, and added to the bad rows. Without
 * `recipients` each message goes to one number, and has no price.
 */
export function findRecipients(
  batch: Batch,
  finder: RecipientFinder,
): { recipients?: Recipients[]; leftOut?: Uint8Array } {
  const recipients: Recipients[] = []
  const leftOut = new Uint8Array(batch.rows)
  let areAlone = true
  for (let row = 0; row < batch.rows; row++) {
    const found = finder.find(batch.phones(row))
    if (found !== NOBODY_ELSE) areAlone = false
    if (typeof found !== 'string') recipients[row] = found
    else {
      batch.bad.push({ line: batch.line(row), reason: found })
      leftOut[row] = 1
    }
  }
  return areAlone ? {} : { recipients, leftOut }
}
