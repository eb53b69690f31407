import { createRequire } from 'node:module'
import { createNumbering, type Library, type Numbering } from '../../../pricing/numbering'

/** The library is loaded when a number is met, since that takes 30 ms. */
let numbering: Numbering | undefined

/** Whether there may be a number of these digits, as a preview sees it. */
export function isPossibleNumber(digits: string): boolean {
  numbering ??= createNumbering(createRequire(import.meta.url)('libphonenumber-js/min') as Library)
  return numbering.isPossible(digits)
}
