// Smart encoding: invisible characters whose neighbours decide whether they have an effect.

import { findForeignOffset } from '../../core/alphabet'
import { findLookAlike, type Kept } from '../../core/rewriting'
import { isCarried } from '../foreign-characters'
import type { Edit } from './edits'

/** Whether a text may have one of them. Most texts have none, and cost only this test. */
export function mayHaveInvisible(text: string): boolean {
  return /[\u200d\u20e3\ufe0e\ufe0f]/.test(text)
}

/**
 * Variation selectors and joiners that change nothing a reader sees: VS15 and VS16 (U+FE0E, U+FE0F) choose the look of
 * an emoji, and a zero width joiner (U+200D) joins emoji, or letters of a script that joins. A run of them is removed,
 * except where an emoji or such a letter is before or after it. The key cap (U+20E3) is removed after a digit, # or *:
 * its look-alike is the bare key.
 */
export function* findInvisible(text: string, kept: Kept): Generator<Edit> {
  patterns ??= createPatterns()
  for (const { 0: run, index } of text.matchAll(patterns.runs)) {
    const end = index + run.length
    if (isCarried(run.charCodeAt(0), kept.tables)) continue
    const before = rewriteNeighbour(takeLast(text.slice(Math.max(0, index - 2), index)), kept)
    const key = run.endsWith(KEY_CAP)
    if (key && !KEYS.includes(takeLast(before.slice(-2)) || 'x')) continue
    if (!key && isNeeded(run, takeLast(before.slice(-2)), takeFirst(rewriteNeighbour(takeFirst(text, end), kept), 0)))
      continue
    yield { start: index, end, text: '' }
  }
}

/** What a neighbour becomes: ™ is no emoji where (tm) replaces it. An alphabet without the brackets keeps ™. */
function rewriteNeighbour(character: string, { tables, alphabet }: Kept): string {
  const codePoint = character.codePointAt(0)
  if (codePoint === undefined || isCarried(codePoint, tables)) return character
  const lookAlike = findLookAlike(codePoint) ?? character
  return alphabet !== undefined && findForeignOffset(lookAlike, 0, alphabet) >= 0 ? character : lookAlike
}

const KEY_CAP = '\u20e3'
const JOINER = '\u200d'
const KEYS = '0123456789#*'

function isNeeded(run: string, before: string, after: string): boolean {
  const { emoji, joining } = patterns!
  if (emoji.test(before) || emoji.test(after)) return true
  return run.includes(JOINER) && (joining.test(before) || joining.test(after))
}

function takeFirst(text: string, at: number): string {
  const codePoint = text.codePointAt(at)
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint)
}

/** The last character of two units. */
function takeLast(units: string): string {
  return (units.codePointAt(0) ?? 0) > 0xffff ? units : units.slice(-1)
}

let patterns: { runs: RegExp; emoji: RegExp; joining: RegExp } | undefined

/** Made when they are needed: a runtime without Unicode properties would refuse the whole script for a literal. */
function createPatterns(): NonNullable<typeof patterns> {
  return {
    runs: /[\ufe0e\ufe0f]*\u20e3|[\u200d\ufe0e\ufe0f]+/gu,
    emoji: /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]$/u,
    joining:
      /^[\p{Script=Arab}\p{Script=Syrc}\p{Script=Mong}\p{Script=Nkoo}\p{Script=Mand}\p{Script=Adlm}\p{Script=Rohg}\p{Script=Deva}\p{Script=Beng}\p{Script=Guru}\p{Script=Gujr}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Tibt}\p{Script=Mymr}\p{Script=Khmr}]$/u,
  }
}
