// What to leave out or to replace, so that a text takes fewer segments.
import type { Advice as Change } from '../library/library'
import type { Septet } from '../library/loaded'
import type { Meter } from './meter'

/** A change of the text that saves segments. */
export interface Advice extends Change {
  /** Segments of the text as it is. */
  readonly now: number
  /** Segments after the change. */
  readonly segments: number
}

/** The change after which the text takes the fewest segments, if it takes fewer than `most`: of equal ones, the smallest change. */
export function chooseAdvice(
  { listAdvice }: Septet,
  text: string,
  meter: Meter,
  now: number,
  most: number,
): Advice | undefined {
  let best: Advice | undefined
  for (const change of listAdvice(text)) {
    if (!meter.hasSameFields(text, change.text)) continue
    const { segments } = meter.measure(change.text).most
    if (segments < (best?.segments ?? most)) best = { ...change, now, segments }
  }
  return best
}
