import { countMany, type TextOptions } from 'septet'
import { MEASURES } from '../../../text/measures'
import type { Recipients } from './recipients'
import { addTo, savingOf, type Tally } from './tally'
import { findEntry, mayShorten, UNIT_TABLE, UNKNOWN } from './unit-table'

/** A message that a measure may make shorter. */
export interface Candidate {
  readonly text: string
  readonly segments: number
  readonly recipients: Recipients
  /** All that the table of units says of its units. */
  readonly look: number
}

/** All that the table of units says of a text's units. */
export function lookAt(text: string): number {
  let look = 0
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    const entry = UNIT_TABLE[unit]!
    look |= entry === UNKNOWN ? findEntry(unit) : entry
  }
  return look
}

/** Options that rewrite texts, or make more characters fit. */
const REWRITING = ['transliterate', 'smartEncoding', 'languages', 'replacement'] as const

/** Adds to the tally what each measure makes of the messages, on top of the options in use, where that is fewer segments. */
export function addSavings(tally: Tally, candidates: readonly Candidate[], options: TextOptions): void {
  const isPlain = REWRITING.every((name) => options[name] === undefined)
  for (const [index, measure] of MEASURES.entries()) {
    const saving = savingOf(tally, measure.how)
    const changed = candidates.filter(({ look }) => mayShorten(index, look, isPlain))
    const texts = changed.map(({ text }) => text)
    const { segments } = countMany(texts, { ...options, ...measure.options })
    for (const [at, { segments: before, recipients }] of changed.entries()) {
      const saved = before - segments[at]!
      if (saved <= 0) continue
      saving.messages++
      saving.segments += saved * recipients.number
      for (const [prefix, phones] of recipients.byPrefix) addTo(saving.byPrefix, prefix, phones * saved)
    }
  }
}
