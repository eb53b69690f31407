// What a text costs that no option rewrites any more.
import { countText } from '../core/measure'
import type { Count } from '../types'
import { unencodable } from './foreign-characters'
import type { Plan } from './options'
import type { Rewriting } from './passes/pass'

/**
 * Counts a text that is cut plainly: see `isPlainCut`. `made` says what it was made of, where it was rewritten.
 *
 * @throws {UnencodableError} GSM-7 is asked for, and does not have every character
 */
export function measure(text: string, plan: Plan, made?: Rewriting): Count {
  const count = countText(text, plan)
  if (count === undefined) throw unencodable(made?.source ?? text, made)
  return count
}
