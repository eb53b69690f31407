// All that the count alone does not say of a text. A keystroke in a long text does not wait for it.
import type { Segmentation } from '../../types'
import type { Septet } from '../library/loaded'
import { type Advice, chooseAdvice } from './advice'
import { collectReplacements, type Foreign, findForeign, isInOtherAlphabet, type Latin, offerLatin } from './characters'
import type { Meter } from './meter'
import { type Replacements, replaceAll } from './replacements'

/** What the view shows beside the count. */
export interface Explanation {
  /** Undefined where the cuts depend on what placeholders become. */
  readonly segmentation: Segmentation | undefined
  /** Whether the text is in an alphabet that GSM-7 does not have: then no single character makes it longer. */
  readonly otherAlphabet: boolean
  /** The characters outside GSM-7, each once; none where the text is in GSM-7, or in another alphabet. */
  readonly characters: readonly Foreign[]
  /** What is replaced at once; letters of a language only where the page asks for it. */
  readonly replacements: Replacements
  /** Segments that all of these together save; below 0 they cost more. */
  readonly saved: number
  /** What saves more than these. */
  readonly advice: Advice | undefined
  readonly latin: Latin | undefined
}

/** What a page asks to be explained. */
export interface Asked {
  /** The transliteration that is offered, if any. */
  readonly scheme?: 'translit' | 'volapuk' | undefined
  /** Whether all replacements are those of letters too. */
  readonly letters?: boolean
}

/** Explains a text. */
export function explain(
  septet: Septet,
  text: string,
  meter: Meter,
  { scheme, letters = false }: Asked = {},
): Explanation {
  const { most: now } = meter.measure(text)
  const fixed = meter.removeFields(text)
  const otherAlphabet = now.encoding === 'UCS-2' && isInOtherAlphabet(fixed)
  const isMixed = now.encoding === 'UCS-2' && !otherAlphabet
  // A name of a placeholder is not sent, and stays.
  const names = meter.listFields(text).join()
  const characters = isMixed ? findForeign(fixed, septet).filter((character) => !names.includes(character.text)) : []
  const replacements = collectReplacements(characters, letters)
  const all = replacements.size > 1 ? meter.measure(replaceAll(text, replacements)).most : now
  return {
    segmentation: meter.segment(text),
    otherAlphabet,
    characters,
    replacements,
    saved: now.segments - all.segments,
    advice: isMixed ? chooseAdvice(septet, text, meter, now.segments, Math.min(now.segments, all.segments)) : undefined,
    latin: scheme && offerLatin(septet, text, scheme, now, meter),
  }
}
