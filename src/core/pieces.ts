// A text that comes in pieces: parts of strings, end to end, so that no string of the whole is built.
import type { Core } from './start'
import { isHigh } from './surrogates'
import type { CoreViews, Visit } from './window'

/** Part of a text: its units from `start` to `end`. */
export type Piece = readonly [text: string, start: number, end: number]

/** Copies pieces end to end into the text window, and calls `visit` each time it is full, and at the end. */
export function joinPieces(
  { text: window, TEXT, WINDOW }: CoreViews<Core>,
  pieces: Iterable<Piece>,
  visit: Visit,
): void {
  let filled = 0
  for (const [text, start, end] of pieces) {
    for (let at = start; at < end; ) {
      const next = Math.min(at + WINDOW - filled, end)
      while (at < next) window[filled++] = text.charCodeAt(at++)
      if (filled < WINDOW) continue
      // No window may end inside a surrogate pair: its first half waits for the next one.
      const last = window[WINDOW - 1]!
      const waits = isHigh(last) ? 1 : 0
      if (!visit(TEXT, WINDOW - waits)) return
      window[0] = last
      filled = waits
    }
  }
  visit(TEXT, filled)
}
