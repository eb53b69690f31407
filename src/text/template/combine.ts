// The least and the most over all combinations of what the fields of a template may be.
import type { Choice, Ruler } from './choice'
import { compareCounts, type Direction, listChoices, type Reached, reach } from './reach'
import { sift, squeeze } from './sift'
import { countNames } from './syntax'

/** A template in one encoding: a choice for each literal, and those of each field. */
export interface Layout {
  readonly names: readonly string[]
  /** One more than the names. */
  readonly literals: readonly Choice[]
  readonly fields: ReadonlyMap<string, readonly Choice[]>
}

/** The most choices that are looked at, so that the work stays linear: 0.2 s (Node 20). */
const MOST_CHOICES = 1 << 20

/**
 * The least, or the most, that the combinations come to in an encoding; undefined where none has it.
 *
 * First each place is taken by itself, as if a field could be something else at each of its places. Mostly the best way has
 * the same thing at each of them, and is returned. Otherwise each combination of the fields that occur twice is looked at. Where
 * these are too many, what was found is a bound.
 */
export function combine(layout: Layout, ruler: Ruler, direction: Direction): Reached | undefined {
  const { multi } = ruler.limits
  let fields = mapValues(layout.fields, (choices) => sift(choices, direction, multi))
  let isExact = true
  if (estimateWork(layout.names, fields) > MOST_CHOICES) {
    isExact = false
    fields = mapValues(fields, (choices) => squeeze(choices, direction, multi))
  }
  const found = reach(arrangeChoices(layout, fields), ruler, direction)
  if (found === undefined || !isExact || isConsistent(layout.names, found))
    return found && { ...found, isExact: found.isExact && isExact }
  return combineRepeated(layout, fields, ruler, direction) ?? { ...found, isExact: false }
}

/** Whether a field has the same choice at each of its places. */
function isConsistent(names: readonly string[], { state }: Reached): boolean {
  const choices = listChoices(state)
  const chosen = new Map<string, Choice>()
  return names.every((name, index) => {
    const choice = choices[2 * index + 1]!
    const first = chosen.get(name)
    chosen.set(name, first ?? choice)
    return first === undefined || first === choice
  })
}

/** Looks at each combination of the fields that occur more than once. Undefined where they are too many. */
function combineRepeated(
  layout: Layout,
  fields: ReadonlyMap<string, readonly Choice[]>,
  ruler: Ruler,
  direction: Direction,
): Reached | undefined {
  const repeated = [...countNames(layout.names)].filter(([, times]) => times > 1).map(([name]) => name)
  let combinations = 1
  for (const name of repeated) combinations *= fields.get(name)!.length
  if (combinations * estimateWork(layout.names, fields) > MOST_CHOICES) return undefined
  const sign = direction === 'least' ? 1 : -1
  let best: Reached | undefined
  for (let number = 0; number < combinations; number++) {
    const fixed = new Map(fields)
    let rest = number
    for (const name of repeated) {
      const choices = fields.get(name)!
      fixed.set(name, [choices[rest % choices.length]!])
      rest = Math.floor(rest / choices.length)
    }
    const found = reach(arrangeChoices(layout, fixed), ruler, direction)
    if (found !== undefined && (best === undefined || sign * compareCounts(found.count, best.count) < 0)) best = found
  }
  return best
}

function arrangeChoices(
  { names, literals }: Layout,
  fields: ReadonlyMap<string, readonly Choice[]>,
): (readonly Choice[])[] {
  const places: (readonly Choice[])[] = [[literals[0]!]]
  for (let index = 0; index < names.length; index++) places.push(fields.get(names[index]!)!, [literals[index + 1]!])
  return places
}

function estimateWork(names: readonly string[], fields: ReadonlyMap<string, readonly Choice[]>): number {
  let work = 1
  for (const name of names) work += 1 + fields.get(name)!.length
  return work
}

function mapValues<From, To>(map: ReadonlyMap<string, From>, change: (value: From) => To): Map<string, To> {
  return new Map([...map].map(([name, value]) => [name, change(value)]))
}
