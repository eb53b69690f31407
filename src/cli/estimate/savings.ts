import { countMany, type TextOptions } from 'septet'
import { changedBy, MEASURES, unitTable } from './measures'
import type { Recipients } from './recipients'
import { addTo, savingOf, type Tally } from './tally'

/** A message that a measure may make shorter. */
export interface Candidate {
  readonly text: string
  readonly segments: number
  readonly recipients: Recipients
  /** What would change it, as the table of units has it. */
  readonly changes: number
}

/** What would change a text. */
export function changesOf(text: string): number {
  const table = unitTable()
  let changes = 0
  for (let offset = 0; offset < text.length; offset++) changes |= table[text.charCodeAt(offset)]!
  return changes
}

/** Adds to the tally what each measure makes of the messages, on top of the options in use, where that is fewer segments. */
export function addSavings(tally: Tally, candidates: readonly Candidate[], options: TextOptions): void {
  for (const [index, measure] of MEASURES.entries()) {
    const saving = savingOf(tally, measure.how)
    const changed = candidates.filter(({ changes }) => changes & changedBy(index))
    const texts = changed.map(({ text }) => text)
    const { segments } = countMany(texts, { ...options, ...measure.options })
    for (const [at, { segments: before, recipients }] of changed.entries()) {
      const saved = before - segments[at]!
      if (saved <= 0) continue
      saving.messages++
      saving.segments += saved * recipients.number
      for (const prefix of recipients.prefixes) addTo(saving.byPrefix, prefix, saved)
    }
  }
}
