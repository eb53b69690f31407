import type { Count, TextOptions } from '../types'

type Septet = typeof import('../index')

/** A character outside GSM-7 as a reader sees it, which may be several code points. */
export interface Foreign {
  readonly text: string
  readonly replacement?: string
}

/** What belongs to the character before it beside a joiner: marks, the colours of emoji, tags (the letters of some flags). */
const EXTENDS = '\\p{M}\\p{Emoji_Modifier}\\u{e0020}-\\u{e007f}'

const JOINED = new RegExp(`[${EXTENDS}\\p{Regional_Indicator}]|\\u200d`, 'u')

/**
 * Clusters nearly as UAX 29 cuts them: flags, and a character with what belongs to it, joined to more such (its GB9, GB11 to
 * GB13). Intl.Segmenter takes 1 microsecond a character (Node 20), which is all that a keystroke has. More than 30 marks are
 * in no text (UAX 15, 13).
 */
const CLUSTER = new RegExp(
  `\\p{Regional_Indicator}{2}|.(?:[${EXTENDS}]{0,30}\\u200d\\p{Extended_Pictographic}){0,10}(?:[${EXTENDS}]|\\u200d){0,30}`,
  'gsu',
)

/** The characters outside GSM-7, each once. Each is asked of once, apart from its neighbours: a surrogate may be alone. */
export function foreignIn(text: string, { inspect }: Septet): Foreign[] {
  const pieces = [...new Set(JOINED.test(text) ? clusters(text) : text)]
  const { characters } = inspect(pieces.join(' '))
  const found = new Map<string, Foreign>()
  let at = 0
  let start = 0
  for (const { offset, codePoint, replacement } of characters) {
    while (offset >= start + pieces[at]!.length) start += pieces[at++]!.length + 1
    const whole = pieces[at]!
    const one = String.fromCodePoint(codePoint)
    // A replacement stands for its character wherever that is; what has none is found with all that belongs to it.
    if (replacement === undefined) found.set(whole, { text: whole })
    else if (!found.has(one)) found.set(one, { text: one, replacement })
  }
  return [...found.values()]
}

function* clusters(text: string): Generator<string> {
  for (const [cluster] of text.matchAll(CLUSTER)) yield cluster
}

/** Those of `characters` that have a replacement, and it. */
export function replacementsOf(characters: readonly Foreign[]): Map<string, string> {
  const replacements = new Map<string, string>()
  for (const { text, replacement } of characters) if (replacement !== undefined) replacements.set(text, replacement)
  return replacements
}

/** A text in Latin letters that costs less than, or as much as, the text that it stands for. */
export interface Latin {
  readonly text: string
  readonly count: Count
  /** Segments. */
  readonly saved: number
}

/**
 * What a scheme makes of a text that is written in Cyrillic, its quotation marks and dashes replaced too where that puts it into
 * GSM-7. Undefined where it would cost more, or as much and hold no more.
 */
export function latinOf(
  { count, smartEncode, transliterate }: Septet,
  text: string,
  scheme: 'translit' | 'volapuk',
  now: Count,
  options: TextOptions,
): Latin | undefined {
  const letters = transliterate(text, scheme)
  if (letters === text) return undefined
  const counted = (text: string) => ({ text, count: count(text, options) })
  const plain = counted(letters)
  const smart = plain.count.encoding === 'GSM-7' ? plain : counted(smartEncode(letters))
  const latin = smart.count.encoding === 'GSM-7' ? smart : plain
  const saved = now.segments - latin.count.segments
  const isBetter = saved > 0 || (saved === 0 && latin.count.encoding !== now.encoding)
  return isBetter ? { ...latin, saved } : undefined
}
