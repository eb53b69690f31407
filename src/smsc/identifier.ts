import type { Notices } from './notices'

/** The largest `id` that is a number. */
const MOST = 2_147_483_647

/** Checks `id`: a number from 1 to 2147483647, or up to 40 Latin letters, digits and . - _ */
export function checkIdentifier(id: string, notices: Notices): void {
  if (id === '') return
  const place = { argument: 'id', value: id }
  if (/^\d+$/.test(id)) {
    if (Number(id) < 1 || Number(id) > MOST) notices.fail(1, 'invalid-value', place, `must be from 1 to ${MOST}`)
  } else if (!/^[A-Za-z0-9._-]{1,40}$/.test(id)) {
    notices.fail(1, 'invalid-value', place, 'must be a number, or 1 to 40 Latin letters, digits and . - _')
  }
}
