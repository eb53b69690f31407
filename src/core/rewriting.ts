// The rewriting kernels of the core over a text of any length, window by window.
import {
  ANYWHERE,
  BOUNDED,
  CONSUMED,
  type FINAL,
  type INITIAL,
  type INSIDE,
  LETTER,
  LETTERS_TOO,
  MOST_LETTERS,
  ONLY_DELETES,
  OWN_ROW,
  ROW_LENGTH,
  ROW_TEXT,
  ROW_WHERE,
} from '../../assembly/abi'
import type { Alphabet } from './alphabet'
import { append } from './append'
import type { Windows } from './measure'
import { type Engine, start } from './text'
import { copyIn, copyOut } from './window'

export { ANYWHERE, FINAL, INITIAL, INSIDE, LONGEST_REWRITE, MOST_LETTERS, MOST_OWN_ROWS } from '../../assembly/abi'

/** Rewrites the `length` units of the text window, after which `ahead` more come. Returns the units written. */
type Write = (engine: Engine, length: number, ahead: number, previous: number) => number

/** A way to rewrite a text. Made by the functions below; only this file looks inside. */
export interface Kernel {
  readonly write: Write
  /** Only of a transliteration. */
  readonly scheme?: 0 | 1 | 2
  readonly rows?: readonly OwnRow[]
}

/** A row of a caller's own table: one to three letters, where in a word it applies, and the GSM-7 text that they become, of at most LONGEST_REWRITE units. */
export interface OwnRow {
  readonly letters: string
  readonly where: typeof ANYWHERE | typeof INITIAL | typeof FINAL | typeof INSIDE
  readonly text: string
}

/**
 * Rows in the order that the core needs: by first letter; of one first letter, rows with more letters come first, then
 * rows for a place in the word before rows for any.
 */
export function sortRows(rows: readonly OwnRow[]): OwnRow[] {
  return [...rows].sort(
    (one, other) =>
      one.letters.charCodeAt(0) - other.letters.charCodeAt(0) ||
      other.letters.length - one.letters.length ||
      (one.where || 4) - (other.where || 4),
  )
}

/** Transliteration by rows of the caller, in the order of `sortRows`, then by scheme 1 or 2. Scheme 0 has no rows. */
export function createTransliteration(scheme: 0 | 1 | 2, rows: readonly OwnRow[]): Kernel {
  return {
    scheme,
    rows,
    write: (engine, length, ahead, previous) => {
      if (rows.length > 0) writeRows(engine, rows)
      return engine.core.transliterate(engine.TEXT, length, ahead, engine.REWRITTEN, scheme, rows.length, previous)
    },
  }
}

/** Whether a transliteration takes each letter by itself, wherever it is in a word, except for its case. */
export function isLetterByLetter({ rows = [] }: Kernel): boolean {
  return rows.every(({ letters, where }) => letters.length === 1 && where === ANYWHERE)
}

/** Whether two transliterations write the same; undefined is none. */
export function isSameTransliteration(one: Kernel | undefined, other: Kernel | undefined): boolean {
  if (one?.scheme !== other?.scheme || one?.rows?.length !== other?.rows?.length) return false
  return (one?.rows ?? []).every(({ letters, where, text }, at) => {
    const row = other!.rows![at]!
    return letters === row.letters && where === row.where && text === row.text
  })
}

function writeRows({ ownRows }: Engine, rows: readonly OwnRow[]): void {
  let at = 0
  for (const { letters, where, text } of rows) {
    for (let place = 0; place < MOST_LETTERS; place++) ownRows[at + place] = letters.charCodeAt(place)
    ownRows[at + ROW_WHERE] = where
    ownRows[at + ROW_LENGTH] = text.length
    for (let unit = 0; unit < text.length; unit++) ownRows[at + ROW_TEXT + unit] = text.charCodeAt(unit)
    at += OWN_ROW
  }
}

/** What look-alikes leave as it is. */
export interface Kept {
  /** What one of these tables has: see `findTables`. */
  readonly tables: number
  /** Whether letters of a language are replaced too. */
  readonly letters: boolean
  /** The alphabet of the route: a character stays where this does not have its look-alike. */
  readonly alphabet: Alphabet | undefined
}

/**
 * Look-alikes in GSM-7 for characters outside it, except those that are kept. `onlyDeletes`: only characters with an
 * empty look-alike change.
 */
export function createLookAlikes({ tables, letters, alphabet }: Kept, onlyDeletes: boolean): Kernel {
  const how = (onlyDeletes ? ONLY_DELETES : 0) | (letters ? LETTERS_TOO : 0) | (alphabet ? BOUNDED : 0)
  return {
    write: (engine, length, ahead, previous) => {
      if (alphabet) engine.alphabet.set(alphabet)
      return engine.core.smartEncode(engine.TEXT, length, ahead, engine.REWRITTEN, tables, how, previous)
    },
  }
}

/** The look-alike of a code point in GSM-7, if it has one. No code point above U+FFFF has one. */
export function findLookAlike(codePoint: number): string | undefined {
  if (codePoint > 0xffff) return undefined
  const engine = start()
  // Not to the text window: edits that ask for look-alikes may be joined there.
  const units = engine.core.writeLookAlike(codePoint, engine.REWRITTEN)
  return units < 0 ? undefined : copyOut(engine.rewritten, units)
}

/** Whether a character that has a look-alike is a letter of a language. */
export function isLetterOfLanguage(codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint)
  return (
    rewriteText(character, createLookAlikes({ tables: 0, letters: false, alphabet: undefined }, false)) === character
  )
}

/** What a kernel makes of a text. */
export function rewriteText(source: string, kernel: Kernel): string {
  const engine = start()
  let text = ''
  eachWindow(engine, source, kernel, (units) => {
    text = append(text, copyOut(engine.rewritten, units))
    return true
  })
  return text
}

/**
 * For ascending offsets in what the kernel makes of `source`: the offsets in `source` of the first character that is written there
 * or later. Rewrites the text once more, up to the window of the last offset.
 */
export function locateSources(source: string, kernel: Kernel, offsets: readonly number[]): number[] {
  const engine = start()
  const { origins } = engine
  const found: number[] = []
  let written = 0
  eachWindow(engine, source, kernel, (units, from) => {
    while (found.length < offsets.length) {
      let unit = Math.max(0, offsets[found.length]! - written)
      while (unit > 0 && unit < units && origins[unit] === origins[unit - 1]) unit++
      if (unit >= units) break
      found.push(from + origins[unit]!)
    }
    written += units
    return found.length < offsets.length
  })
  while (found.length < offsets.length) found.push(source.length)
  return found
}

/** What a kernel makes of a text, in the core's memory: no string is built. */
export function createRewritten(source: string, kernel: Kernel): Windows {
  return (engine, visit) => eachWindow(engine, source, kernel, (units) => visit(engine.REWRITTEN, units))
}

/** Gets what the source from `from` on became: `units` units in the core's REWRITTEN. Returns whether to go on. */
type VisitRewritten = (units: number, from: number) => boolean

function eachWindow(engine: Engine, source: string, { write }: Kernel, visit: VisitRewritten): void {
  const { result, REWRITE_WINDOW, LOOK_AHEAD } = engine
  let previous = 0
  for (let from = 0; from < source.length; ) {
    const copied = copyIn(engine, source, from, Math.min(from + REWRITE_WINDOW + LOOK_AHEAD, source.length))
    const length = Math.min(copied, REWRITE_WINDOW)
    const units = write(engine, length, copied - length, previous)
    const next = from + result[CONSUMED]!
    previous = result[LETTER]!
    if (!visit(units, from)) return
    from = next
  }
}
