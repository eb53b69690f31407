// All that the count alone does not say of a text. A keystroke in a long text does not wait for it.
import type { Segmentation, TextOptions } from '../types'
import {
  collectReplacements,
  type Foreign,
  findForeign,
  isInOtherAlphabet,
  type Latin,
  offerLatin,
  type Septet,
} from './characters'
import { type Replacements, replaceAll } from './replacements'

/** What the view shows beside the count. */
export interface Explanation {
  readonly segmentation: Segmentation
  /** Whether the text is in an alphabet that GSM-7 does not have: then no single character makes it longer. */
  readonly otherAlphabet: boolean
  /** The characters outside GSM-7, each once; none where the text is in GSM-7, or in another alphabet. */
  readonly characters: readonly Foreign[]
  /** What is replaced at once; letters of a language only where the page asks for it. */
  readonly replacements: Replacements
  /** Segments that all of these together save; below 0 they cost more. */
  readonly saved: number
  readonly latin: Latin | undefined
}

/** Explains a text; `scheme` is the transliteration that is offered, if any; `letters`, whether all replacements are those of letters too. */
export function explain(
  septet: Septet,
  text: string,
  options: TextOptions,
  scheme: 'translit' | 'volapuk' | undefined,
  letters = false,
): Explanation {
  const segmentation = septet.segment(text, options)
  const isForeign = segmentation.encoding === 'UCS-2'
  const otherAlphabet = isForeign && isInOtherAlphabet(text)
  const characters = isForeign && !otherAlphabet ? findForeign(text, septet) : []
  const replacements = collectReplacements(characters, letters)
  const all = replacements.size > 1 ? septet.count(replaceAll(text, replacements), options) : segmentation
  return {
    segmentation,
    otherAlphabet,
    characters,
    replacements,
    saved: segmentation.segments - all.segments,
    latin: scheme && offerLatin(septet, text, scheme, segmentation, options),
  }
}
