// How long each field may be before a message needs another segment.
import type { Choice, Ruler } from './choice'
import { findEnd } from './position'
import type { Reached, State } from './reach'

/** The most places that are walked for fields that occur more than once: the work stays linear. */
const MOST_PLACES = 1 << 20

/**
 * For each field, the characters of one unit that it may have before the longest message needs one segment more. All other
 * fields are as in that message.
 */
export function measureRooms(
  names: readonly string[],
  { count, state }: Reached,
  { limits }: Ruler,
): Map<string, number> {
  const { single, multi } = limits
  const places = listPlaces(state)
  const fields = countOccurrences(names, places)
  const capacity = count.segments === 1 ? single : count.segments * multi
  const isCutInPairs = count.segments > 1 && places.some(({ choice }) => choice.most.inside !== undefined)
  const rooms = new Map<string, number>()
  for (const [name, { units, times }] of fields) rooms.set(name, Math.floor((capacity - count.units + units) / times))
  if (!isCutInPairs) return rooms
  let work = 0
  for (const [name, { first, units, times }] of fields) {
    if (times === 1) continue
    work += places.length * Math.log2(capacity)
    // Where that is too much work: each cut leaves at most one unit empty.
    const sure = Math.floor((capacity - (count.segments - 1) - count.units + units) / times)
    const end = (length: number) => findEndOfAll(names, places, multi, { name, first, length })
    rooms.set(
      name,
      work > MOST_PLACES ? Math.max(0, sure) : findLongest(rooms.get(name)!, (length) => end(length) <= capacity),
    )
  }
  visitEnds(places, multi, (index, begin, after) => {
    const name = names[(index - 1) / 2]
    if (name === undefined || fields.get(name)!.times > 1) return
    const end = (length: number) => begin + length + after[(begin + length) % multi]!
    rooms.set(
      name,
      findLongest(rooms.get(name)!, (length) => end(length) <= capacity),
    )
  })
  return rooms
}

/** What is at a place of the longest message, and where it begins. */
interface Place {
  readonly choice: Choice
  readonly begin: number
}

function listPlaces(state: State): Place[] {
  const places: Place[] = []
  for (let at = state; at.before !== undefined; at = at.before)
    places.push({ choice: at.choice!, begin: at.before.position })
  return places.reverse()
}

/** Of a field: its first place, its units there, and how often it occurs. Literals are at even places, fields between them. */
interface Occurrence {
  readonly first: number
  readonly units: number
  readonly times: number
}

function countOccurrences(names: readonly string[], places: readonly Place[]): Map<string, Occurrence> {
  const fields = new Map<string, Occurrence>()
  for (const [index, name] of names.entries()) {
    const { first, units, times } = fields.get(name) ?? { first: 2 * index + 1, units: 0, times: 0 }
    fields.set(name, { first, units: units + places[2 * index + 1]!.choice.most.units, times: times + 1 })
  }
  return fields
}

/** The largest number up to `most` that fits. Where a number does not fit, no larger one does. */
function findLongest(most: number, fits: (length: number) => boolean): number {
  let least = 0
  let beyond = most + 1
  while (least < beyond - 1) {
    const middle = Math.floor((least + beyond) / 2)
    if (fits(middle)) least = middle
    else beyond = middle
  }
  return least
}

/**
 * Goes from the last place to the first, and calls `visit` for each field: with the position where it begins, and with the length
 * of all that follows it. That length depends on the place in a segment where it begins, and is an array by this place.
 */
function visitEnds(
  places: readonly Place[],
  capacity: number,
  visit: (index: number, begin: number, after: Int32Array) => void,
): void {
  let after = new Int32Array(capacity)
  for (let index = places.length - 1; index >= 0; index--) {
    const { choice, begin } = places[index]!
    if (index % 2 === 1) visit(index, begin, after)
    const before = new Int32Array(capacity)
    for (let from = 0; from < capacity; from++) {
      const end = findEnd(choice.most, from, capacity)
      before[from] = end + after[end % capacity]! - from
    }
    after = before
  }
}

/** Where the text ends if a field has `length` single units. */
function findEndOfAll(
  names: readonly string[],
  places: readonly Place[],
  capacity: number,
  { name, first, length }: { name: string; first: number; length: number },
): number {
  let position = places[first]!.begin
  for (let index = first; index < places.length; index++) {
    const isField = index % 2 === 1 && names[(index - 1) / 2] === name
    position = isField ? position + length : findEnd(places[index]!.choice.most, position, capacity)
  }
  return position
}
