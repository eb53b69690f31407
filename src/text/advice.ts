// What would make a text cheaper: each measure with its options, cheapest first.
import { bare } from '../arguments'
import { isUnescaped } from '../core/alphabet'
import { tablesWith } from '../core/languages'
import { UnencodableError } from '../errors'
import type { Alternative, Count, LetterTable, SmartEncoding, TextOptions } from '../types'
import { measure } from './cut'
import { foreignCharacters } from './foreign-characters'
import { LANGUAGES } from './languages'
import { createPlan, type Plan } from './options'
import { rewrite } from './rewrite'

/** Tables of letters that may be offered, by name. */
export type Schemes = Readonly<Record<string, LetterTable>>

/** What is known of an alternative before it is weighed; without the numbers. */
type Wish = Alternative extends infer One ? (One extends Alternative ? Omit<One, keyof Weighed> : never) : never

interface Weighed {
  text: string
  encoding: 'GSM-7' | 'UCS-2'
  units: number
  segments: number
}

/** A text as it is sent under some options, and its count. */
interface Sent {
  readonly text: string
  readonly count: Count
  readonly plan: Plan
}

/** The text as it is, and each measure that changes it or its tables. None is cut to a number of segments. */
export function listAlternatives(text: string, given: TextOptions, schemes: Schemes): Alternative[] {
  const { maxSegments: _, ...rest } = given
  // Without a prototype: only own members are read, whatever somebody adds to Object.prototype.
  const options: TextOptions = bare(rest)
  const asIs = send(text, options)!
  const found = [entered({ how: 'as-is', options }, asIs)]
  for (const wish of wishesFor(text, asIs, options, schemes)) {
    const sent = send(text, wish.options)
    if (sent === undefined || (sent.text === asIs.text && isAlike(sent.count, asIs.count))) continue
    if (wish.how.endsWith('drop') && sent.text.trim() === '') continue
    // Two measures together are listed only where they save more than one alone. One scheme does not replace another.
    const isBetter = found.every(
      ({ how, segments }) => how === 'scheme+smart-encoding' || sent.count.segments < segments,
    )
    if (!wish.how.endsWith('+smart-encoding') || isBetter) found.push(entered(wish, sent))
  }
  return found.sort((one, other) => one.segments - other.segments)
}

/** Undefined where GSM-7 is asked for, and does not have every character of the text as it is sent. */
function send(text: string, options: TextOptions): Sent | undefined {
  const plan = createPlan(options)
  try {
    const sent = rewrite(text, plan)
    return { text: sent.text, count: measure(sent.text, plan, sent), plan }
  } catch (error) {
    if (error instanceof UnencodableError) return undefined
    throw error
  }
}

function entered(wish: Wish, { text, count: { encoding, units, segments } }: Sent): Alternative {
  return { ...wish, text, encoding, units, segments }
}

function isAlike(one: Count, other: Count): boolean {
  const [{ shifts = {} }, { shifts: others = {} }] = [one, other]
  return one.encoding === other.encoding && shifts.single === others.single && shifts.locking === others.locking
}

/** Measures that may help, by a first look at the text. Those that change least come first. */
function* wishesFor(text: string, asIs: Sent, options: TextOptions, schemes: Schemes): Generator<Wish> {
  if (text.includes('\r')) yield { how: 'newline-lf', options: { ...options, newline: 'lf' } }
  const foreign = foreignIn(asIs)
  if (foreign.length > 0) {
    yield* wishesForForeign(text, asIs, options)
    yield* wishesForLetters(text, options, schemes)
  }
  yield* wishesForLanguages(asIs, foreign, options)
  if (foreign.length > 0) yield* bothWays('volapuk', text, options)
}

/** Code points outside what is carried, each once. */
function foreignIn({ text, plan }: Sent, tables = 0): number[] {
  const found = new Set<number>()
  for (const { codePoint } of foreignCharacters(text, tables, plan.alphabet)) found.add(codePoint)
  return [...found]
}

/**
 * Smart encoding, the same with letters of a language, and either without the foreign characters that are left then.
 */
function* wishesForForeign(text: string, asIs: Sent, options: TextOptions): Generator<Wish> {
  const { smartEncoding } = options
  const own: SmartEncoding = bare(typeof smartEncoding === 'object' ? smartEncoding : {})
  const always: TextOptions = { ...options, smartEncoding: { ...own, policy: 'always' } }
  const letters: TextOptions = { ...options, smartEncoding: { policy: 'always', letters: true } }
  const typographic = send(text, always)
  const changed = typographic ? goneFrom(asIs, typographic) : []
  if (changed.length > 0) yield { how: 'smart-encoding', options: always, characters: changed }
  const canDrop = asIs.count.encoding === 'UCS-2' && options.encoding !== 'UCS-2' && options.replacement === undefined
  const drop = { encoding: 'GSM-7', replacement: '' } as const
  const signs = canDrop && changed.length === 0 ? droppable(asIs) : []
  if (signs.length > 0) yield { how: 'drop', options: { ...options, ...drop }, characters: signs }
  const rest = canDrop && changed.length > 0 && typographic ? droppable(typographic) : []
  if (rest.length > 0) yield { how: 'smart-encoding+drop', options: { ...always, ...drop }, characters: rest }
  if (own.table !== undefined) return
  const plain = send(text, letters)
  const replaced = plain ? goneFrom(asIs, plain) : []
  if (plain === undefined || replaced.length === changed.length) return
  yield { how: 'replace', options: letters, characters: replaced }
  const left = canDrop && signs.length + rest.length === 0 ? droppable(plain) : []
  if (left.length > 0) yield { how: 'replace+drop', options: { ...letters, ...drop }, characters: left }
}

/** Most characters that are named. */
const NAMED = 100

/** Characters outside GSM-7 that are in the text before, and not in the text after. */
function goneFrom(before: Sent, after: Sent): string[] {
  const left = new Set(foreignIn(after))
  return foreignIn(before)
    .filter((codePoint) => !left.has(codePoint))
    .slice(0, NAMED)
    .map((codePoint) => String.fromCodePoint(codePoint))
}

/** Emoji with the marks and emoji that belong to them; flags. */
let clusters: RegExp | undefined

/**
 * The characters that keep a text from GSM-7, each once, as a reader sees them: emoji and signs. Empty where one of
 * them is a part of a word.
 */
function droppable(sent: Sent): string[] {
  // Made when they are needed: a runtime without Unicode properties would refuse the whole script for a literal.
  clusters ??=
    /\p{Regional_Indicator}{2}|.(?:[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic})*/gsu
  const found = new Set<string>()
  let run = ''
  let end = -1
  const enter = () => {
    for (const [cluster] of run.matchAll(clusters!)) if (found.size < NAMED) found.add(cluster)
    run = ''
  }
  for (const { offset, codePoint } of foreignCharacters(sent.text, sent.plan.languages?.tables, sent.plan.alphabet)) {
    const character = String.fromCodePoint(codePoint)
    if (/[\p{L}\p{N}\p{M}](?<![\ufe0e\ufe0f\u20e3])/u.test(character)) return []
    if (offset !== end) enter()
    run += character
    end = offset + character.length
  }
  enter()
  return [...found]
}

/** Schemes whose table has every letter of the text; then `translit`, for every text with Cyrillic. */
function* wishesForLetters(text: string, options: TextOptions, schemes: Schemes): Generator<Wish> {
  const characters = new Set<number>()
  for (const { codePoint } of foreignCharacters(text.normalize('NFC'))) characters.add(codePoint)
  // An apostrophe may be a letter to Unicode (U+02BC).
  const letters = Array.from(characters, (codePoint) => String.fromCodePoint(codePoint)).filter((character) =>
    /(?!\p{Lm})\p{L}/u.test(character),
  )
  if (letters.length === 0) return
  for (const [scheme, table] of Object.entries(schemes)) {
    const own = new Set(Object.keys(table).map((key) => (key.length > 1 ? key.replace(/^[\^-]|[$-]$/g, '') : key)))
    if (!letters.every((letter) => own.has(letter))) continue
    const made: TextOptions = { ...options, transliterate: { table } }
    yield { how: 'scheme', scheme, options: made }
    yield { how: 'scheme+smart-encoding', scheme, options: { ...made, smartEncoding: 'always' } }
  }
  yield* bothWays('translit', text, options)
}

function* bothWays(how: 'translit' | 'volapuk', text: string, options: TextOptions): Generator<Wish> {
  if (!/[\u0400-\u04ff]/.test(text)) return
  yield { how, options: { ...options, transliterate: how } }
  yield { how: `${how}+smart-encoding`, options: { ...options, transliterate: how, smartEncoding: 'always' } }
}

/** Languages that may have all characters that GSM-7 lacks, or have characters of the extension table in one septet. */
function* wishesForLanguages(asIs: Sent, foreign: readonly number[], options: TextOptions): Generator<Wish> {
  const { text, plan } = asIs
  // Where each character is one septet already, no table can do better.
  if (plan.encoding === 'UCS-2' || plan.alphabet !== undefined || (foreign.length === 0 && isUnescaped(text))) return
  const { languages: allowed = [] } = options
  if (allowed === 'all') return
  // These options leave other characters in the text where the tables are others.
  const isFixed = plan.smartEncoding === undefined && plan.replacement === undefined && plan.languages === undefined
  const tables = foreign.map(tablesWith)
  for (const [index, language] of LANGUAGES.entries()) {
    // Bit n: the locking table of language n; bit 16 + n: its single shift table. A character may be in either.
    const own = (1 << (index + 1)) | (1 << (17 + index))
    if (isFixed && tables.some((having) => (having & own) === 0)) continue
    yield { how: `language-${language}`, options: { ...options, languages: [...allowed, language] } }
  }
}
