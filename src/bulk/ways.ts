// The ways of a survey, as the core takes them.
import { isInGsm7 } from '../core/alphabet'
import { isSameTransliteration } from '../core/rewriting'
import type { Ways } from '../core/survey-tables'
import { isByCharacter, makeOfCharacter } from '../text/by-character'
import { isSentAsGiven, type Plan } from '../text/options'

/** The ways of the last calls: the core's tables for them are good as long as they are the same. */
let lastWays: { readonly plans: readonly Plan[]; readonly ways: Ways }[] = []

/** Groups of ways that are kept. */
const KEPT = 4

export function planWays(plans: readonly Plan[], several: boolean): Ways {
  const found = lastWays.find(({ plans: others, ways }) => ways.several === several && areAlike(plans, others))
  if (found) return found.ways
  const ways: Ways = {
    rooms: plans,
    left: plans.reduce((left, plan, way) => left | (isByCharacter(plan) ? 0 : 1 << way), 0),
    asGiven: plans.every(leavesGsm7),
    several,
    makes: (codePoint) => plans.map((plan) => makeOfCharacter(codePoint, plan)),
  }
  lastWays = [{ plans, ways }, ...lastWays].slice(0, KEPT)
  return ways
}

/** Whether plans make the same of every character, and cut alike. */
function areAlike(plans: readonly Plan[], others: readonly Plan[]): boolean {
  return plans.length === others.length && plans.every((plan, way) => isAlike(plan, others[way]!))
}

const SIMPLE = ['encoding', 'newline', 'replacement'] as const
const SMART = ['policy', 'letters', 'rows'] as const

function isAlike(plan: Plan, other: Plan): boolean {
  return (
    SIMPLE.every((name) => plan[name] === other[name]) &&
    SMART.every((name) => plan.smartEncoding?.[name] === other.smartEncoding?.[name]) &&
    isSameTransliteration(plan.transliteration, other.transliteration) &&
    isByCharacter(plan) === isByCharacter(other) &&
    plan.gsm7.single === other.gsm7.single &&
    plan.gsm7.multi === other.gsm7.multi &&
    plan.ucs2.single === other.ucs2.single &&
    plan.ucs2.multi === other.ucs2.multi
  )
}

/** Whether what is in GSM-7 is sent in GSM-7 as it is. */
function leavesGsm7(plan: Plan): boolean {
  if (plan.encoding === 'UCS-2') return false
  if (isSentAsGiven(plan)) return true
  gsm7Units ??= Array.from({ length: EURO + 1 }, (_, unit) => unit).filter(isInGsm7)
  return gsm7Units.every((unit) => {
    const { isChanged, isUnsure } = makeOfCharacter(unit, plan)
    return !isChanged && !isUnsure
  })
}

/** The last character of GSM-7. */
const EURO = 0x20ac

let gsm7Units: number[] | undefined
