// What would make a text cheaper: each measure with its options, cheapest first.
import { copyMembers } from '../arguments'
import { isUnescaped } from '../core/alphabet'
import { findTables } from '../core/languages'
import type { Alternative, Count, LetterTable, TextOptions } from '../types'
import { createSend, listForeignCodePoints, listForeignWishes, type Send, type Sent, type Wish } from './foreign-advice'
import { findForeign } from './foreign-characters'
import { LANGUAGES } from './language-names'
import { maskTables } from './languages'
import { createPlan } from './options'

/** Tables of letters that may be offered, by name. */
export type Schemes = Readonly<Record<string, LetterTable>>

/** The text as it is, and each measure that changes it or its tables. None is cut to a number of segments. */
export function listAlternatives(text: string, given: TextOptions, schemes: Schemes): Alternative[] {
  const { maxSegments: _, ...rest } = given
  // Without a prototype: only own members are read, whatever somebody adds to Object.prototype.
  const options: TextOptions = copyMembers(rest)
  const send = createSend(text, createPlan)
  const asIs = send(options)!
  const found = [createAlternative({ how: 'as-is', options }, asIs)]
  for (const wish of listWishes(text, asIs, options, schemes, send)) {
    const sent = send(wish.options)
    if (sent === undefined || (sent.text === asIs.text && isAlike(sent.count, asIs.count))) continue
    if (wish.how.endsWith('drop') && sent.text.trim() === '') continue
    // Two measures together are listed only where they save more than one alone. One scheme does not replace another.
    const isBetter = found.every(
      ({ how, segments }) => how === 'scheme+smart-encoding' || sent.count.segments < segments,
    )
    if (!wish.how.endsWith('+smart-encoding') || isBetter) found.push(createAlternative(wish, sent))
  }
  return found.sort((one, other) => one.segments - other.segments)
}

function createAlternative(wish: Wish, { text, count: { encoding, units, segments } }: Sent): Alternative {
  return { ...wish, text, encoding, units, segments }
}

function isAlike(one: Count, other: Count): boolean {
  const [{ shifts = {} }, { shifts: others = {} }] = [one, other]
  return one.encoding === other.encoding && shifts.single === others.single && shifts.locking === others.locking
}

/** Measures that may help, by a first look at the text. Those that change least come first. */
function* listWishes(text: string, asIs: Sent, options: TextOptions, schemes: Schemes, send: Send): Generator<Wish> {
  if (text.includes('\r')) yield { how: 'newline-lf', options: { ...options, newline: 'lf' } }
  const foreign = listForeignCodePoints(asIs)
  if (foreign.length > 0) {
    yield* listForeignWishes(asIs, options, send)
    yield* listLetterWishes(text, options, schemes)
  }
  yield* listLanguageWishes(asIs, foreign, options)
  if (foreign.length > 0) yield* listSchemeWishes('volapuk', text, options)
}

/** Schemes whose table has every letter of the text, then the one that each text in Cyrillic has. */
function* listLetterWishes(text: string, options: TextOptions, schemes: Schemes): Generator<Wish> {
  const characters = new Set<number>()
  for (const { codePoint } of findForeign(text.normalize('NFC'))) characters.add(codePoint)
  // An apostrophe may be a letter to Unicode (U+02BC).
  const letter = /(?!\p{Lm})\p{L}/u
  const letters = Array.from(characters, (codePoint) => String.fromCodePoint(codePoint)).filter((character) =>
    letter.test(character),
  )
  if (letters.length === 0) return
  for (const [scheme, table] of Object.entries(schemes)) {
    const own = new Set(Object.keys(table).map((key) => (key.length > 1 ? key.replace(/^[\^-]|[$-]$/g, '') : key)))
    if (!letters.every((letter) => own.has(letter))) continue
    const made: TextOptions = { ...options, transliterate: { table } }
    yield { how: 'scheme', scheme, options: made }
    yield { how: 'scheme+smart-encoding', scheme, options: { ...made, smartEncoding: 'always' } }
  }
  yield* listSchemeWishes('translit', text, options)
}

function* listSchemeWishes(how: 'translit' | 'volapuk', text: string, options: TextOptions): Generator<Wish> {
  if (!/[\u0400-\u04ff]/.test(text)) return
  yield { how, options: { ...options, transliterate: how } }
  yield { how: `${how}+smart-encoding`, options: { ...options, transliterate: how, smartEncoding: 'always' } }
}

/** Languages that may have all characters that GSM-7 lacks, or have characters of the extension table in one septet. */
function* listLanguageWishes(asIs: Sent, foreign: readonly number[], options: TextOptions): Generator<Wish> {
  const { text, plan } = asIs
  // Where each character is one septet already, no table can do better.
  if (plan.encoding === 'UCS-2' || plan.alphabet !== undefined || (foreign.length === 0 && isUnescaped(text))) return
  const { languages: allowed = [] } = options
  if (allowed === 'all') return
  // These options leave other characters in the text where the tables are others.
  const isFixed = plan.smartEncoding === undefined && plan.replacement === undefined && plan.languages === undefined
  const tables = foreign.map(findTables)
  for (const [index, language] of LANGUAGES.entries()) {
    // A character may be in either table of the language.
    const own = maskTables([index + 1], [index + 1])
    if (isFixed && tables.some((having) => (having & own) === 0)) continue
    yield { how: `language-${language}`, options: { ...options, languages: [...allowed, language] } }
  }
}
