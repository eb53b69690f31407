// Where a text is cut, and what it costs: for count, segment and encode alike.
import { type Coding, type Cuts, countCuts, cutText } from '../core/cut'
import { countIn } from '../core/measure'
import type { Count } from '../types'
import { createCoding, preferGsm7 } from './encoding'
import { createUnencodable } from './foreign-characters'
import { isCutWhereFull, type Plan } from './options'
import type { Pass } from './passes/pass'

/**
 * Counts what the options have made of a text.
 *
 * @throws {UnencodableError} GSM-7 is asked for, and no tables that are allowed have every character
 */
export function measure(sent: Pass, plan: Plan): Count {
  const isFilled = isCutWhereFull(plan)
  return carry(sent, plan, (coding) => {
    if (isFilled) return countIn(sent.content, coding)
    const cuts = cutText(sent.text, coding, plan)
    return cuts && countCuts(cuts)
  })
}

/** Cuts what the options have made of a text. @throws {UnencodableError} as `measure` */
export function cut(sent: Pass, plan: Plan): Cuts {
  return carry(sent, plan, (coding) => cutText(sent.text, coding, plan))
}

/** Returns what `attempt` makes of the text in GSM-7, or in UCS-2 where it makes nothing of it. */
function carry<Carried>(sent: Pass, plan: Plan, attempt: (coding: Coding) => Carried | undefined): Carried {
  const gsm7 = preferGsm7(sent, plan)
  const carried = gsm7 && attempt(gsm7)
  if (carried !== undefined) return carried
  if (plan.encoding === 'GSM-7') throw createUnencodable(sent, plan.languages?.tables, plan.alphabet)
  return attempt(createCoding('UCS-2', plan.ucs2))!
}
