// Smart encoding of a text, whatever the policy: combining sequences composed, then look-alikes for what is outside GSM-7.
import { isInGsm7 } from '../../core/alphabet'
import {
  createLookAlikes,
  createRewritten,
  findLookAlike,
  type Kept,
  type Kernel,
  locateSources,
  rewriteText,
} from '../../core/rewriting'
import { mayHaveMarks } from '../combining-marks'
import { isCarried } from '../foreign-characters'
import { createEdited, type Edit } from './edits'
import { findInvisible, mayHaveInvisible } from './invisible'
import { chainPasses, LazyPass, type Pass } from './pass'

export function replaceByLookAlikes(source: string, kept: Kept): Pass {
  if (!mayHaveInvisible(source)) return replaceVisible(source, kept)
  // Invisible characters are removed once more after look-alikes are written: ① and a joiner may have become 1 and a
  // joiner.
  const without = createEdited(source, (text) => findInvisible(text, kept))
  const first = replaceVisible(without.text, kept)
  if (!mayHaveInvisible(first.text)) return chainPasses(source, [without, first])
  const rest = createEdited(first.text, (text) => findInvisible(text, kept))
  return chainPasses(source, [without, first, rest, replaceVisible(rest.text, kept)])
}

function replaceVisible(source: string, kept: Kept): Pass {
  const first = replaceOnce(source, kept)
  if (first.text === source || !mayHaveMarks(first.text)) return first
  // Where a ligature or a full-width letter was replaced, a letter and a mark may be there now. In all of GSM-7 one more
  // round is enough: what it replaces was composed, and no mark follows it. An alphabet may lack the look-alike of a mark:
  // then the mark stays, and the next round may compose it. There are at most 30 marks, and so at most 31 rounds.
  const next = kept.alphabet === undefined ? replaceOnce(first.text, kept) : replaceVisible(first.text, kept)
  return chainPasses(source, [first, next])
}

/**
 * Characters with an empty look-alike are removed before letters are composed. So a soft hyphen does not keep a mark
 * from its letter.
 */
function replaceOnce(source: string, kept: Kept): Pass {
  if (!mayHaveMarks(source)) return runKernel(source, createLookAlikes(kept, false))
  const without = runKernel(source, createLookAlikes(kept, true))
  const whole = createEdited(without.text, (text) => findCompositions(text, kept))
  return chainPasses(source, [without, whole, runKernel(whole.text, createLookAlikes(kept, false))])
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
function findSequences(text: string): Iterable<RegExpMatchArray> {
  sequence ??= /\P{M}\p{M}{1,30}(?!\p{M})/gu
  return text.matchAll(sequence)
}

/** Every sequence that has a shorter form, where each unit of that form can be sent or has a look-alike. */
function* findCompositions(text: string, kept: Kept): Generator<Edit> {
  for (const { 0: sequence, index = 0 } of findSequences(text)) {
    const whole = sequence.normalize('NFC')
    if (whole.length >= sequence.length || !isOfUse(whole, kept)) continue
    yield { start: index, end: index + sequence.length, text: whole }
  }
}

function isOfUse(text: string, kept: Kept): boolean {
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (isInGsm7(unit) || isCarried(unit, kept.tables)) continue
    if (findLookAlike(unit) === undefined) return false
  }
  return true
}
