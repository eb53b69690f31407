import type { Notices } from './notices'

/** The largest number that an `id` may be. */
const LARGEST = 2_147_483_647

/**
 * Checks `id`: a number from 1 to 2147483647, or up to 40 Latin letters, digits and . - _. Returns undefined if there
 * is no id, or if it is 0, which the service's own libraries send by default: then the service assigns one.
 */
export function readIdentifier(id: string, notices: Notices): string | undefined {
  if (/^0*$/.test(id)) return undefined
  if (/^[A-Za-z0-9._-]{1,40}$/.test(id)) return id
  const place = { argument: 'id', value: id }
  notices.fail(1, 'invalid-value', place, 'must be a number, or 1 to 40 Latin letters, digits and . - _')
  return undefined
}

/** Whether an identifier is a number, and so a number in JSON. */
export function isNumeric(id: string): boolean {
  return /^[1-9]\d{0,9}$/.test(id) && Number(id) <= LARGEST
}
