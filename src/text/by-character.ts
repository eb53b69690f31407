// What options make of a character alone, and whether they make the same of it in every text.
import { countText } from '../core/measure'
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
const UNBOUND = { encoding: 'auto', gsm7: UNCUT, ucs2: UNCUT } as const

export function makeOfCharacter(codePoint: number, plan: Plan): Made {
  const character = String.fromCodePoint(codePoint)
  const { text } = rewrite(character, plan)
  const { encoding, units } = countText(text, UNBOUND)!
  const isForeign = encoding === 'UCS-2'
  return {
    septets: isForeign ? 0 : units,
    units: text.length,
    isForeign,
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
