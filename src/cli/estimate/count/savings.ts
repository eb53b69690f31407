import type { CountColumns } from 'septet'
import type { Measure } from '../../../text/measures'
import type { Recipients } from './recipients'
import { addTo, openSaving, type Saving, type Tally } from './tally'

/** What each measure makes of the messages of a batch, and what it has saved so far. */
export type Savings = readonly { readonly segments: Uint32Array; readonly saving: Saving }[]

/** `columns`: one for each measure. */
export function openSavings(tally: Tally, measures: readonly Measure[], columns: readonly CountColumns[]): Savings {
  return measures.map(({ how }, index) => ({
    segments: columns[index]!.segments,
    saving: openSaving(tally, how),
  }))
}

/**
 * Adds to the tally the savings of each measure for a message, if it needs fewer segments. `place`: its place in the
 * columns.
 */
export function addSavings(savings: Savings, place: number, before: number, { number, byPrefix }: Recipients): void {
  for (const { segments, saving } of savings) {
    // 0 segments means that the measure cannot send it.
    const after = segments[place]!
    if (after >= before || after === 0) continue
    const saved = before - after
    saving.messages++
    saving.segments += saved * number
    for (const [prefix, phones] of byPrefix) addTo(saving.byPrefix, prefix, phones * saved)
  }
}
