// What options make of a character alone, and whether they make the same of it in every text.
import { countGsm7 } from '../core/measure'
import { isLetterByLetter } from '../core/rewriting'
import type { Made } from '../core/survey-tables'
import { isPlainCut, type Plan } from './options'
import { rewrite } from './rewrite'

/**
 * Whether the options work character by character: what they make of a text is what they make of its characters, end to
 * end. The exception is a text with a character that `makeOfCharacter` calls unsure.
 */
export function isByCharacter(plan: Plan): boolean {
  const { smartEncoding, transliteration } = plan
  if (smartEncoding !== undefined && (smartEncoding.policy !== 'always' || smartEncoding.rows !== undefined))
    return false
  return isPlainCut(plan) && (transliteration === undefined || isLetterByLetter(transliteration))
}

/** A capacity that no character fills. */
const UNCUT = { single: Number.MAX_SAFE_INTEGER, multi: Number.MAX_SAFE_INTEGER }

export function makeOfCharacter(codePoint: number, plan: Plan): Made {
  const character = String.fromCodePoint(codePoint)
  const { text } = rewrite(character, plan)
  const counted = countGsm7(text, UNCUT)
  return {
    septets: counted === undefined ? 0 : counted.units,
    units: text.length,
    isForeign: counted === undefined,
    isChanged: text !== character,
    isUnsure: isUnsure(character, plan),
  }
}

/**
 * Combining marks (variation selectors too) and joiners are read together with the characters beside them, and so are
 * CR and LF.
 */
function isUnsure(character: string, { transliteration, smartEncoding, newline }: Plan): boolean {
  if (newline !== 'keep' && (character === '\r' || character === '\n')) return true
  if (transliteration === undefined && smartEncoding === undefined) return false
  joining ??= /[\p{M}\u200d]/u
  return joining.test(character)
}

/** Made when it is needed: a runtime without Unicode properties would refuse the whole script for a literal. */
let joining: RegExp | undefined
