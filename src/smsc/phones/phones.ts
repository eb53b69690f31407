import { Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Amount } from '../../pricing/amount'
import { createNumbering, type Numbering } from '../../pricing/numbering'
import { parsePhone, SEPARATOR } from '../../pricing/phone-number'
import type { ListLine } from '../list-line'
import type { Notices } from '../notices'
import type { PreviewPlan } from '../options'
import type { Recipient } from '../types'

/** One entry of `phones`, not yet counted. */
export type Phone = Pick<Recipient, 'given' | 'phone' | 'status' | 'size'>

/** The size of a group if it is not given. */
const ANY_SIZE: Amount = { min: 0, max: Number.POSITIVE_INFINITY }

/** The numbers and groups of a request, and the last line that had each of them. */
export type Seen = Map<string, number>

/** Reads numbers and groups, separated by commas or semicolons. Only empty entries are left out. */
export function readPhones(
  { phones: written, line }: Pick<ListLine, 'phones' | 'line'>,
  argument: string,
  plan: PreviewPlan,
  seen: Seen,
  notices: Notices,
): Phone[] {
  const phones: Phone[] = []
  let offset = 0
  for (const entry of written.split(SEPARATOR)) {
    const given = entry.trim()
    const place = { argument, value: given, offset: offset + entry.indexOf(given) }
    offset += entry.length + 1
    if (given === '') {
      if (written.trim() !== '') notices.warn('empty-phone', place, () => 'nothing between two separators; ignored')
      continue
    }
    const phone = readGroup(given, plan) ?? readNumber(given, plan)
    warnOfPhone(phone, place, notices)
    const earlier = seen.get(phone.phone)
    // In another line it belongs to another message, and is never dropped.
    const isDropped = earlier === line && plan.duplicates === 'drop'
    if (earlier !== undefined) {
      const what = earlier === line ? '' : ` (in line ${earlier} too)`
      const how = isDropped ? 'once' : 'each time'
      notices.warn('duplicate-phone', place, () => `is there more than once${what}, and counts ${how}`)
    }
    if (isDropped) continue
    seen.set(phone.phone, line)
    phones.push(phone)
  }
  return phones
}

/** The recipients of a message that is not an SMS: addresses and names, which are not checked. */
export function readAddresses(written: string): Phone[] {
  const given = written.split(SEPARATOR).map((entry) => entry.trim())
  return given.filter(Boolean).map((given) => ({ given, phone: given, status: 'unchecked', size: 1 }))
}

function readGroup(given: string, { groups }: PreviewPlan): Phone | undefined {
  const number = /^G(\d+)$/i.exec(given)?.[1]
  return number === undefined
    ? undefined
    : { given, phone: `G${number}`, status: 'group', size: groups.get(number) ?? ANY_SIZE }
}

function readNumber(given: string, { correctPhones }: PreviewPlan): Phone {
  const phone = parsePhone(given, correctPhones)
  if (phone === undefined) return { given, phone: given, status: 'impossible', size: 0 }
  const status = loadNumbering().judge(phone)
  return { given, phone, status, size: status === 'impossible' ? 0 : 1 }
}

let numbering: Numbering | undefined

/** Returns what reads the numbers of all countries, created at the first call. */
export function loadNumbering(): Numbering {
  numbering ??= createNumbering({ Metadata, parsePhoneNumberFromString })
  return numbering
}

function warnOfPhone({ status, size }: Phone, place: { argument: string; value: string }, notices: Notices): void {
  if (status === 'group' && size === ANY_SIZE) {
    notices.warn('unknown-group', place, () => 'has a size that only the service knows; see options.groups')
  }
  if (status === 'invalid') notices.warn('invalid-phone', place, () => 'is not a number of any operator, but counts')
  if (status === 'impossible') notices.warn('impossible-phone', place, () => 'cannot be a number; it does not count')
}
