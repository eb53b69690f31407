// What a person can ask of the counter, and whether the field can do it now.

import { replaceAll } from '../cost/replacements'
import { type Field, findRoom, isSelectable, isWritable, readText } from './field'

/** What a button of the view asks for. */
export type Wish =
  | { kind: 'replace'; replacements: ReadonlyMap<string, string> }
  | { kind: 'find'; character: string }
  | { kind: 'use'; text: string }

/** Tells whether a wish can be granted now. */
export type May = (wish: Wish) => boolean

/** Hears of a wish, and whether a key pressed the button. */
export type Hear = (wish: Wish, byKey: boolean) => void

/** Whether the field can do it now. A text that would not fit is not written, so that no end of it is lost. */
export function canGrant(field: Field, wish: Wish): boolean {
  if (wish.kind === 'find') return isSelectable(field)
  if (!isWritable(field)) return false
  const room = findRoom(field)
  if (room === Number.POSITIVE_INFINITY) return true
  const text = wish.kind === 'use' ? wish.text : replaceAll(readText(field), wish.replacements)
  return text.length <= room
}

/** All that `canGrant` asks of a field, except its text: two results differ where other wishes can be granted. */
export function describeAbilities(field: Field): string {
  return [isSelectable(field), isWritable(field), findRoom(field)].join()
}
