// What options make of a character by itself, and whether that is what they make of it in any text.
import { countText } from '../core/measure'
import { isLetterByLetter } from '../core/rewriting'
import type { Made } from '../core/survey'
import { isPlainCut, type Plan } from './options'
import { rewrite } from './rewrite'

/**
 * Whether the options make of a text what they make of its characters, one by one; except beside characters of which
 * `makeOfCharacter` says that they are unsure.
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
 * Combining marks, variation selectors among them, and joiners are taken together with the letters beside them; and so are the two
 * characters of a line end.
 */
function isUnsure(character: string, { transliteration, smartEncoding, newline }: Plan): boolean {
  if (newline !== 'keep' && (character === '\r' || character === '\n')) return true
  if (transliteration === undefined && smartEncoding === undefined) return false
  joining ??= /[\p{M}\u200d]/u
  return joining.test(character)
}

/** Made when it is needed: a runtime without Unicode properties would refuse the whole script for a literal. */
let joining: RegExp | undefined
