// What a character may become under options that rewrite a text: the options in order of work, each on what the one before
// it may have left.
import { findForeignOffset } from '../../core/alphabet'
import { findLookAlike, rewriteText } from '../../core/rewriting'
import { isHigh, isLow } from '../../core/surrogates'
import { countUnits, isCarried } from '../foreign-characters'
import type { Plan } from '../options'
import { cover, createExtent, type Extents, measureSeptets, upTo, widen } from './extent'

/** What a text is made by. */
export interface Making {
  readonly plan: Plan
  /** Whether its transliteration has rows of the caller's own. */
  readonly hasOwnTable: boolean
}

/** Units of the longest text that a row of a transliteration has, or a look-alike; a pair each in GSM-7. */
export const LONGEST_ROW = 8
const LONGEST_LOOK_ALIKE = 4

/** A character, and what is known of it. */
interface Character {
  readonly codePoint: number
  readonly text: string
  /** Whether it is a letter, a mark or a format character. */
  readonly isLetter: boolean
  /** Whether a combining mark may be after it. */
  readonly hasMark: boolean
}

/** Made when they are needed, as each expression with flag `u`: see tsup.config.ts. */
let patterns: { letter: RegExp; dropped: RegExp } | undefined

/** Bounds one character, whatever is beside it. `hasMarks`: whether any letter may have a combining mark after it. */
export function boundCharacter(codePoint: number, { plan, hasOwnTable }: Making, hasMarks: boolean): Extents {
  const text = String.fromCodePoint(codePoint)
  if (plan.newline !== 'keep' && (text === '\r' || text === '\n')) return boundLineEnd(plan)
  patterns ??= { letter: /[\p{L}\p{M}\p{Cf}]/u, dropped: /[\p{M}\p{Cf}]/u }
  const character = { codePoint, text, isLetter: patterns.letter.test(text), hasMark: hasMarks }
  let extents = boundGiven(character, plan)
  extents = boundTransliterated(character, extents, plan, hasOwnTable)
  extents = boundLookAlike(character, extents, plan)
  extents = boundNational(character, extents, plan)
  return boundReplaced(character, extents, plan)
}

function boundLineEnd({ newline, alphabet }: Plan): Extents {
  const extent = upTo(newline === 'crlf' ? 2 : 1)
  return { gsm7: extent, ucs2: extent, mayBeForeign: findForeignOffset('\r\n', 0, alphabet) >= 0 }
}

/** The character as it is given. */
function boundGiven({ codePoint, text }: Character, { alphabet }: Plan): Extents {
  const isForeign = findForeignOffset(text, 0, alphabet) >= 0
  return {
    gsm7: isForeign ? undefined : measureSeptets(text),
    ucs2: createExtent(countUnits(codePoint)),
    mayBeForeign: isForeign,
  }
}

function boundTransliterated(
  { text, isLetter, hasMark }: Character,
  before: Extents,
  { transliteration, alphabet }: Plan,
  hasOwnTable: boolean,
): Extents {
  if (transliteration === undefined) return before
  const rewritten = rewriteText(text, transliteration)
  const isSame = rewritten === text
  if (isSame && !isLetter) return before
  // Beside others it may be one character more or less; with a mark, or by the caller's own table, anything a row may have.
  const isKept = () => isSame && text < '\u0080' && rewriteText(text + text, transliteration) === text + text
  const isKnown = !hasMark && (!hasOwnTable || isKept())
  const isForeign = findForeignOffset(rewritten, 0, alphabet) >= 0
  const mayBeForeign = isForeign || (before.mayBeForeign && hasMark)
  if (!isKnown) return boundRow(before, mayBeForeign)
  if (isSame) return { ...before, mayBeForeign }
  const septets = isForeign ? createExtent(0) : measureSeptets(rewritten)
  return { gsm7: widen(septets, 2), ucs2: widen(createExtent(rewritten.length), 1), mayBeForeign }
}

/** Anything that a row of a table may have, or what was before. */
export function boundRow({ gsm7, ucs2 }: Extents, mayBeForeign: boolean): Extents {
  return {
    gsm7: upTo(Math.max(2 * LONGEST_ROW, gsm7?.most ?? 0)),
    ucs2: upTo(Math.max(LONGEST_ROW, ucs2.most)),
    mayBeForeign,
  }
}

/** What smart encoding may make of it. */
function boundLookAlike({ codePoint, text, isLetter, hasMark }: Character, before: Extents, plan: Plan): Extents {
  const { smartEncoding, languages, alphabet } = plan
  const { gsm7, ucs2, mayBeForeign } = before
  if (smartEncoding === undefined) return before
  if (smartEncoding.rows !== undefined) return boundRow(before, mayBeForeign)
  const alike = mayBeForeign ? findLookAlike(codePoint) : undefined
  const isAny = hasMark || patterns!.dropped.test(text)
  if (alike === undefined && !(isAny && isLetter)) return before
  const septets = isAny ? upTo(2 * LONGEST_LOOK_ALIKE) : measureSeptets(alike!)
  const units = isAny ? upTo(LONGEST_LOOK_ALIKE) : createExtent(alike!.length)
  const { policy, letters } = smartEncoding
  const isSure = policy === 'always' && letters && !languages && !hasMark && !alphabet && alike !== undefined
  return {
    gsm7: gsm7 ? cover(gsm7, septets) : septets,
    ucs2: cover(ucs2, units),
    mayBeForeign: mayBeForeign && !isSure,
  }
}

/** What national tables may make of its septets. */
function boundNational({ codePoint }: Character, before: Extents, { languages }: Plan): Extents {
  const { gsm7 } = before
  if (languages === undefined) return before
  if (isCarried(codePoint, languages.tables))
    return { ...before, gsm7: cover(gsm7 ?? createExtent(1), { least: 1, most: 2 }) }
  return gsm7 === undefined
    ? before
    : { ...before, gsm7: cover(gsm7, { least: Math.min(1, gsm7.least), most: 2 * gsm7.most }) }
}

function boundReplaced({ codePoint }: Character, before: Extents, { replacement, languages }: Plan): Extents {
  if (replacement === undefined || !before.mayBeForeign) return before
  // A national table may have each of its characters in one septet, or in two.
  const { length } = replacement
  const replaced = languages ? { least: length, most: 2 * length } : measureSeptets(replacement)
  const least = isHigh(codePoint) || isLow(codePoint) ? 0 : replaced.least
  return { ...before, gsm7: cover(before.gsm7 ?? replaced, { least, most: replaced.most }) }
}
