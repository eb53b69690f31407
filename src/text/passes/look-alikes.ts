// Smart encoding of a text, whatever the policy: combining sequences composed, then look-alikes for what is outside GSM-7.
import { isInGsm7 } from '../../core/alphabet'
import {
  createRewritten,
  type Kept,
  type Kernel,
  locateSources,
  lookAlike,
  lookAlikes,
  rewriteText,
} from '../../core/rewriting'
import { mayHaveMarks } from '../combining-marks'
import { isCarried } from '../foreign-characters'
import { type Edit, edited } from './edits'
import { invisible, mayHaveInvisible } from './invisible'
import { chained, LazyPass, type Pass } from './pass'

export function withLookAlikes(source: string, kept: Kept): Pass {
  if (!mayHaveInvisible(source)) return withVisibleLookAlikes(source, kept)
  // Invisible characters are removed once more after look-alikes are written: ① and a joiner may have become 1 and a
  // joiner.
  const without = edited(source, (text) => invisible(text, kept.tables))
  const first = withVisibleLookAlikes(without.text, kept)
  if (!mayHaveInvisible(first.text)) return chained(source, [without, first])
  const rest = edited(first.text, (text) => invisible(text, kept.tables))
  return chained(source, [without, first, rest, withVisibleLookAlikes(rest.text, kept)])
}

function withVisibleLookAlikes(source: string, kept: Kept): Pass {
  const first = round(source, kept)
  if (first.text === source || !mayHaveMarks(first.text)) return first
  // Where a ligature or a full-width letter was replaced, a letter and a mark may be there now. One more round is
  // enough: what it replaces was composed, and no mark follows it.
  return chained(source, [first, round(first.text, kept)])
}

/**
 * Characters with an empty look-alike are removed before letters are composed. So a soft hyphen does not keep a mark
 * from its letter.
 */
function round(source: string, kept: Kept): Pass {
  if (!mayHaveMarks(source)) return runKernel(source, lookAlikes(kept, false))
  const without = runKernel(source, lookAlikes(kept, true))
  const whole = edited(without.text, (text) => compositions(text, kept))
  return chained(source, [without, whole, runKernel(whole.text, lookAlikes(kept, false))])
}

/** One kernel of the core as a pass. */
export function runKernel(source: string, kernel: Kernel): Pass {
  return new LazyPass(
    source,
    () => rewriteText(source, kernel),
    () => createRewritten(source, kernel),
    (offsets) => locateSources(source, kernel, offsets),
  )
}

/**
 * A character and the marks after it. No text has more than 30 (UAX 15, 13), and the time to order them grows with
 * their square.
 */
let sequence: RegExp | undefined

/** Made when it is needed: a runtime without Unicode properties would refuse the whole script for a literal. */
function sequences(text: string): Iterable<RegExpMatchArray> {
  sequence ??= /\P{M}\p{M}{1,30}(?!\p{M})/gu
  return text.matchAll(sequence)
}

/** Every sequence that has a shorter form, where each unit of that form can be sent or has a look-alike. */
function* compositions(text: string, kept: Kept): Generator<Edit> {
  for (const { 0: sequence, index = 0 } of sequences(text)) {
    const whole = sequence.normalize('NFC')
    if (whole.length >= sequence.length || !isOfUse(whole, kept)) continue
    yield { start: index, end: index + sequence.length, text: whole }
  }
}

function isOfUse(text: string, kept: Kept): boolean {
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (isInGsm7(unit) || isCarried(unit, kept.tables)) continue
    if (lookAlike(unit) === undefined) return false
  }
  return true
}
