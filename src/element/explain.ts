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
import { replaceAll } from './replacements'

/** What the view shows beside the count. */
export interface Explanation {
  readonly segmentation: Segmentation
  /** Whether the text is in an alphabet that GSM-7 does not have: then no single character makes it longer. */
  readonly otherAlphabet: boolean
  /** The characters outside GSM-7, each once; none where the text is in GSM-7, or in another alphabet. */
  readonly characters: readonly Foreign[]
  /** Segments that all replacements together save; below 0 they cost more. */
  readonly saved: number
  readonly latin: Latin | undefined
}

/** Explains a text; `scheme` is the transliteration that is offered, if any. */
export function explain(
  septet: Septet,
  text: string,
  options: TextOptions,
  scheme: 'translit' | 'volapuk' | undefined,
): Explanation {
  const segmentation = septet.segment(text, options)
  const isForeign = segmentation.encoding === 'UCS-2'
  const otherAlphabet = isForeign && isInOtherAlphabet(text)
  const characters = isForeign && !otherAlphabet ? findForeign(text, septet) : []
  const replacements = collectReplacements(characters)
  const all = replacements.size > 1 ? septet.count(replaceAll(text, replacements), options) : segmentation
  return {
    segmentation,
    otherAlphabet,
    characters,
    saved: segmentation.segments - all.segments,
    latin: scheme && offerLatin(septet, text, scheme, segmentation, options),
  }
}
