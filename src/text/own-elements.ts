// TS 23.040 9.2.3.24: the elements that a caller puts into every segment of a text, before those of the library.
import { isArray } from '../arguments'
import { CONCAT_8, CONCAT_16, LOCKING_SHIFT, SINGLE_SHIFT } from '../core/identifiers'
import { SeptetError } from '../errors'
import { requireElements } from '../header/header'

/** A header that has been checked. */
export interface OwnElements {
  /** As it was given. */
  readonly given: unknown
  /** The elements end to end, without a length octet. */
  readonly octets: Uint8Array
}

/** Elements that the library writes itself where the text needs them. */
const NOT_OWN: Readonly<Record<number, string>> = {
  [CONCAT_8]: 'a concatenation element, which is written where several segments are needed',
  [CONCAT_16]: 'a concatenation element, which is written where several segments are needed',
  [SINGLE_SHIFT]: "a national language's element, which the option languages writes",
  [LOCKING_SHIFT]: "a national language's element, which the option languages writes",
}

/** The option `header`, checked. @throws {SeptetError} 'invalid-type', 'invalid-value', 'truncated', 'malformed' */
export function requireOwnElements(argument: string, header: unknown): OwnElements {
  const octets = requireElements(argument, header)
  for (let at = 0, index = 0; at < octets.length; at += 2 + octets[at + 1]!, index++) {
    const what = NOT_OWN[octets[at]!]
    if (what === undefined) continue
    if (isArray(header)) throw new SeptetError('invalid-value', `${argument}[${index}]`, header[index], `is ${what}`)
    throw new SeptetError('invalid-value', argument, header, `has ${what}`, 1 + at)
  }
  return { given: header, octets }
}
