// The least and the most that a row of choices can come to.
import { countSingle } from '../../core/ucs2'
import type { Count } from '../../types'
import type { Choice, Ruler, Span } from './choice'
import { findEnd } from './position'

/** Towards the least, or towards the most. */
export type Direction = 'least' | 'most'

/** What choices up to a place have come to. */
export interface State {
  /** See `findEnd`. */
  readonly position: number
  readonly units: number
  readonly before: State | undefined
  /** The choice at this place. */
  readonly choice: Choice | undefined
}

/** The best way through. */
export interface Reached {
  readonly count: Count
  readonly state: State
  /** Whether every state was kept. */
  readonly isExact: boolean
}

/** The most states that are kept side by side, where none is better in position and in units. Only a text made for it has many. */
const MOST_STATES = 64

const FOREIGN_STATE = 2
const HIGH_STATE = 1

/**
 * Finds the fewest (most) segments that choices can come to, and of equals the fewest (most) units.
 *
 * A choice changes the position and the units of what is before it, and the more there is of either before, the more there is
 * after. So of the states at a place only those count to which no other is better in both; apart are those with a character
 * outside GSM-7, which decides the encoding, and those that end in the first half of a surrogate pair, which the next choice
 * may complete.
 *
 * @returns undefined where no message has this encoding
 */
export function reach(places: readonly (readonly Choice[])[], ruler: Ruler, direction: Direction): Reached | undefined {
  const sign = direction === 'least' ? 1 : -1
  let isExact = true
  let states: State[][] = [[{ position: 0, units: 0, before: undefined, choice: undefined }], [], [], []]
  for (const choices of places) {
    const next: State[][] = [[], [], [], []]
    for (let kind = 0; kind < states.length; kind++) {
      for (const before of states[kind]!) {
        for (const choice of choices) {
          const state = stepTo(before, choice, (kind & HIGH_STATE) !== 0)
          isExact = enter(next[classifyAfter(kind, choice)]!, state, sign) && isExact
        }
      }
    }
    states = next
  }
  const found = ruler.needsForeign ? [...states[2]!, ...states[3]!] : states.flat()
  let best: Reached | undefined
  for (const state of found) {
    const count = countAt(state, ruler)
    if (best === undefined || sign * compareCounts(count, best.count) < 0) best = { count, state, isExact }
  }
  return best && { ...best, isExact }

  function stepTo(before: State, choice: Choice, isAfterHigh: boolean): State {
    const isJoined = isAfterHigh && choice.startsLow
    const span = chooseSpan(choice, direction, isJoined)
    const { multi } = ruler.limits
    // A pair across the border of two places moves to the next segment as a whole.
    const moved = isJoined && ruler.encoding === 'UCS-2' && before.position % multi === 0 ? 1 : 0
    const position = findEnd(span, before.position + moved, multi)
    return { position, units: before.units + span.units, before, choice }
  }
}

function chooseSpan(choice: Choice, direction: Direction, isAfterHigh: boolean): Span {
  if (isAfterHigh) return direction === 'least' ? choice.leastAfterHigh : choice.mostAfterHigh
  return choice[direction]
}

function classifyAfter(kind: number, choice: Choice): number {
  const foreign = choice.isForeign ? FOREIGN_STATE : kind & FOREIGN_STATE
  if (choice.isEmpty) return foreign | (kind & HIGH_STATE)
  return foreign | (choice.endsHigh ? HIGH_STATE : 0)
}

/** Keeps a state unless another is as good in both. Returns whether nothing was lost. */
function enter(states: State[], state: State, sign: number): boolean {
  let kept = 0
  for (const other of states) {
    if (isAsGood(other, state, sign)) return true
    if (!isAsGood(state, other, sign)) states[kept++] = other
  }
  states.length = kept
  states.push(state)
  if (states.length <= MOST_STATES) return true
  // The best in position and the best in units are the bounds.
  const byPosition = states.reduce((best, next) => (sign * (next.position - best.position) < 0 ? next : best))
  const byUnits = states.reduce((best, next) => (sign * (next.units - best.units) < 0 ? next : best))
  states.splice(0, states.length, { ...byPosition, units: byUnits.units })
  return false
}

function isAsGood(one: State, other: State, sign: number): boolean {
  return sign * (one.position - other.position) <= 0 && sign * (one.units - other.units) <= 0
}

function countAt({ position, units }: State, { encoding, limits: { single, multi } }: Ruler): Count {
  if (units <= single) return countSingle(encoding, units, single)
  const segments = Math.ceil(position / multi)
  return { encoding, units, segments, perSegment: multi, remaining: segments * multi - position }
}

/** By segments, then by units; of equals GSM-7 is less. */
export function compareCounts(one: Count, other: Count): number {
  return (
    one.segments - other.segments ||
    one.units - other.units ||
    (one.encoding === other.encoding ? 0 : one.encoding === 'GSM-7' ? -1 : 1)
  )
}

/** The choice at each place, in their order. */
export function listChoices(state: State): Choice[] {
  const choices: Choice[] = []
  for (let at: State | undefined = state; at?.choice !== undefined; at = at.before) choices.push(at.choice)
  return choices.reverse()
}
