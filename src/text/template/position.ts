// Where a text ends when it is cut into segments of one capacity. A pair is not cut, so a unit before it may stay empty.
import type { Span } from './choice'

/**
 * Where a span ends that begins at a position. A position counts the units of segments laid end to end; that at the end of a full
 * segment is also the beginning of the next.
 *
 * It never falls as `from` grows: a later beginning never makes an earlier end. So the least end of several spans after each
 * other comes from the least end of each, and the most from the most. No combination has to be tried.
 */
export function findEnd({ units, inside }: Span, from: number, capacity: number): number {
  if (inside === undefined) return from + units
  if (inside === 'pairs') return findEndOfPairs(units / 2, from, capacity)
  let position = from
  for (let at = 0; ; ) {
    const room = capacity - (position % capacity)
    const cut = at + room
    if (cut >= units) return position + units - at
    position += room
    at = cut - inside[cut]!
  }
}

function findEndOfPairs(pairs: number, from: number, capacity: number): number {
  const room = capacity - (from % capacity)
  const first = room >> 1
  if (pairs <= first) return from + 2 * pairs
  const each = capacity >> 1
  const rest = pairs - first
  const full = Math.floor((rest - 1) / each)
  return from + room + full * capacity + 2 * (rest - full * each)
}
