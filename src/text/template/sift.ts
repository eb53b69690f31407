// Choices that cannot be the best, wherever they are: left out before any way is tried.
import { boundWaste, type Choice, createSingles, createWidest } from './choice'
import type { Direction } from './reach'

/** The choices of a field that may be the best in a direction: no other of their kind has so many fewer (more) units that no cut can make up for it. */
export function sift(choices: readonly Choice[], direction: Direction, capacity: number): Choice[] {
  const kinds = new Map<number, Choice[]>()
  for (const choice of choices) {
    const kind = classify(choice)
    const others = kinds.get(kind)
    if (others) others.push(choice)
    else kinds.set(kind, [choice])
  }
  return [...kinds.values()].flatMap((kind) => siftKind(kind, direction, capacity))
}

function classify({ isForeign, isEmpty, startsLow, endsHigh }: Choice): number {
  return (isForeign ? 8 : 0) + (isEmpty ? 4 : 0) + (startsLow ? 2 : 0) + (endsHigh ? 1 : 0)
}

function siftKind(choices: readonly Choice[], direction: Direction, capacity: number): Choice[] {
  const waste = (choice: Choice) => (choice[direction].inside ? boundWaste(choice[direction].units, capacity) : 0)
  const earliest = (choice: Choice) => choice[direction].units
  const latest = (choice: Choice) => choice[direction].units + waste(choice)
  // What is surely not better than this one: `near` is what another can be at its best, `far` what this one is at its worst.
  const [near, far, sign] = direction === 'least' ? [earliest, latest, 1] : [latest, earliest, -1]
  const best = choices.reduce((found, next) => (sign * (far(next) - far(found)) < 0 ? next : found))
  return choices.filter((choice) => choice === best || sign * (near(choice) - far(best)) < 0)
}

/**
 * One choice for each encoding in the place of several: a bound of them, and perhaps none of them. For fields with so many
 * examples that the work would not be linear.
 */
export function squeeze(choices: readonly Choice[], direction: Direction, capacity: number): Choice[] {
  return [true, false].flatMap((isForeign) => {
    const among = choices.filter((choice) => choice.isForeign === isForeign)
    if (among.length < 2) return among
    const spans = among.flatMap((choice) =>
      direction === 'least' ? [choice.least, choice.leastAfterHigh] : [choice.most, choice.mostAfterHigh],
    )
    const units = spans.map((span) => span.units)
    const least = createSingles(units.reduce((one, other) => Math.min(one, other)))
    // Two more: half a pair at either border may move to the next segment.
    const most = createWidest(units.reduce((one, other) => Math.max(one, other)) + 2, capacity)
    const squeezed = { index: 0, isForeign, isEmpty: false, startsLow: false, endsHigh: false }
    return [{ ...squeezed, least, most, leastAfterHigh: least, mostAfterHigh: most }]
  })
}
