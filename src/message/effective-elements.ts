// TS 23.040 9.2.3.24: the elements that a receiver uses.

import { decodeElement } from '../header/elements'
import type { InformationElement } from '../types/information-elements'
import type { Received } from './receive'

/** Elements that must not be repeated [9.2.3.24]; two widths of port exclude each other as well. */
const NOT_REPEATABLE: readonly InformationElement['type'][] = [
  'ports',
  'smscControl',
  'rfc822',
  'replyAddress',
  'singleShift',
  'lockingShift',
]

/** The elements of a segment that a receiver uses, except the concatenation element. */
export function listEffective({ elements }: Received): InformationElement[] {
  return elements
    .map(decodeElement)
    .filter(isEffective)
    .filter(({ type }) => type !== 'concat')
}

/** Where an element is repeated against the rule, the last one counts. */
function isEffective({ type }: InformationElement, index: number, all: readonly InformationElement[]): boolean {
  return !NOT_REPEATABLE.includes(type) || !all.some((other, place) => place > index && other.type === type)
}
