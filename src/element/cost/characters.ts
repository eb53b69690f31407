// Characters that a text pays for: those outside GSM-7, and those of another script.
import type { Count } from '../../types'
import type { Septet } from '../library/loaded'
import type { Meter } from './meter'

/** A character outside GSM-7 as a reader sees it, which may be several code points. */
export interface Foreign {
  readonly text: string
  readonly replacement?: string
  /** A letter of a language, which only the attribute `letters` replaces with all others. */
  readonly letter?: true
}

/** What belongs to the character before it, besides a joiner: combining marks, the colours of emoji, tags (the letters of some flags). */
const EXTENDS = '\\p{M}\\p{Emoji_Modifier}\\u{e0020}-\\u{e007f}'

const JOINED = new RegExp(`[${EXTENDS}\\p{Regional_Indicator}]|\\u200d`, 'u')

/**
 * Grapheme clusters, nearly as UAX 29 has them: flags, and a character with what belongs to it, joined to more of them (its GB9,
 * GB11 to GB13). Intl.Segmenter takes 1 microsecond for each character (Node 20), which is too long for a keystroke. No text has
 * more than 30 combining marks in a row (UAX 15, 13).
 */
const CLUSTER = new RegExp(
  `\\p{Regional_Indicator}{2}|.(?:[${EXTENDS}]{0,30}\\u200d\\p{Extended_Pictographic}){0,10}(?:[${EXTENDS}]|\\u200d){0,30}`,
  'gsu',
)

/** Finds the characters outside GSM-7, each once. Each is looked up once, apart from its neighbours: a surrogate may be alone. */
export function findForeign(text: string, { listCharacters }: Septet): Foreign[] {
  const pieces = [...new Set(JOINED.test(text) ? listClusters(text) : text)]
  const found = new Map<string, Foreign>()
  let at = 0
  let start = 0
  for (const { offset, codePoint, replacement, letter } of listCharacters(pieces.join(' '))) {
    while (offset >= start + pieces[at]!.length) start += pieces[at++]!.length + 1
    const whole = pieces[at]!
    const one = String.fromCodePoint(codePoint)
    // A replacement is for its character, wherever that is. A character without one is listed with all that belongs to it.
    if (replacement === undefined) found.set(whole, { text: whole })
    else if (!found.has(one)) found.set(one, { text: one, replacement, ...(letter && { letter }) })
  }
  return [...found.values()]
}

function* listClusters(text: string): Generator<string> {
  for (const [cluster] of text.matchAll(CLUSTER)) yield cluster
}

/** The characters that have a replacement, each with it; letters of a language only where they are asked for. */
export function collectReplacements(characters: readonly Foreign[], letters: boolean): Map<string, string> {
  const replacements = new Map<string, string>()
  for (const { text, replacement, letter } of characters) {
    if (replacement !== undefined && (letters || !letter)) replacements.set(text, replacement)
  }
  return replacements
}

/** Fewer letters than these are no text in an alphabet: a name, or a letter that came in by accident. */
const LETTERS = 4

/** Whether two thirds of the letters, and some, are of a script that GSM-7 does not have. Of Greek it has some capitals. */
export function isInOtherAlphabet(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const others = text.match(/(?![\p{Script=Latin}\p{Script=Greek}])\p{L}/gu)?.length ?? 0
  return others >= LETTERS && others * 3 >= letters * 2
}

/** A text in Latin letters that costs at most as much as the text that it replaces. */
export interface Latin {
  readonly text: string
  readonly count: Count
  /** Segments that it saves. */
  readonly saved: number
}

/**
 * What a scheme makes of a Cyrillic text. Where the text is in GSM-7 once its quotation marks and dashes are replaced, these are replaced
 * too. Undefined where it would cost more, or the same in the same encoding.
 */
export function offerLatin(
  { smartEncode, transliterate }: Septet,
  text: string,
  scheme: 'translit' | 'volapuk',
  now: Count,
  meter: Meter,
): Latin | undefined {
  const letters = transliterate(text, scheme)
  if (letters === text || !meter.hasSameFields(text, letters)) return undefined
  const counted = (text: string) => ({ text, count: meter.measure(text).most })
  const plain = counted(letters)
  const smart = plain.count.encoding === 'GSM-7' ? plain : counted(smartEncode(letters))
  const latin = smart.count.encoding === 'GSM-7' ? smart : plain
  const saved = now.segments - latin.count.segments
  const isBetter = saved > 0 || (saved === 0 && latin.count.encoding !== now.encoding)
  return isBetter ? { ...latin, saved } : undefined
}
