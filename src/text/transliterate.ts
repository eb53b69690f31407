import { requireMembers, requireObject, requireOneOf, requireString } from '../arguments'
import { apply, type Kernel } from '../core/rewriting-windows'
import { type Engine, MOST_OWN_ROWS, start } from '../core/text'
import { SeptetError } from '../errors'
import type { TransliterateOptions, TransliterationScheme } from '../types'
import { formatCodePoint } from '../words'
import { requireGsm7 } from './foreign-characters'

/** A scheme and the rows laid over it, checked; ascending by letter. */
export interface Transliteration {
  /** The value of the SMSC API's parameter. */
  readonly scheme: 1 | 2
  readonly rows: readonly Row[]
}

type Row = readonly [letter: number, text: string]

const SCHEMES = { translit: 1, volapuk: 2 } as const

/** Units that may stand for one letter: what a row of the core has room for. */
const LONGEST = 8

/**
 * Writes Cyrillic in Latin letters, by one of the two schemes of the SMSC API: Russian, Ukrainian, Belarusian, Kazakh,
 * Serbian and Macedonian letters; й, ё, ї and their like also as letter and combining mark. All else stays as it is.
 *
 * In `'translit'` a capital that becomes several letters is title case (Жук, Zhuk), or all capitals beside another capital
 * of the same word (ЖУК, ZHUK). In `'volapuk'` the case is part of the shape, and each letter is taken by itself.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value': an argument, or a row of the table, with the row's letter in
 * `error.argument`
 * @example
 * transliterate('Щука', 'translit') // 'Shchuka'
 * transliterate('транслит', 'volapuk') // 'mpaHc/Ium'
 * transliterate('Хто там?', 'translit', { table: { х: 'h', Х: 'H' } }) // 'Hto tam?'
 */
export function transliterate(text: string, scheme: TransliterationScheme, options?: TransliterateOptions): string {
  requireString('text', text)
  const table = options === undefined ? undefined : requireMembers('options', options, ['table']).table
  const rows = rowsOf('options.table', table)
  return apply(start(), text, kernelOf({ scheme: schemeOf('scheme', scheme), rows }))
}

/** The option `transliterate`: a scheme by name, or a scheme and a table. @throws {SeptetError} */
export function requireTransliteration(argument: string, value: unknown): Transliteration {
  if (typeof value !== 'object') return { scheme: schemeOf(argument, value), rows: [] }
  const { scheme, table } = requireMembers(argument, value, ['scheme', 'table'])
  return { scheme: schemeOf(`${argument}.scheme`, scheme), rows: rowsOf(`${argument}.table`, table) }
}

/** What the core does with each window. The rows are laid in beside it. */
export function kernelOf({ scheme, rows }: Transliteration): Kernel {
  return (engine, length, ahead, previous) => {
    if (rows.length > 0) layIn(engine, rows)
    return engine.core.transliterate(engine.TEXT, length, ahead, engine.REWRITTEN, scheme, rows.length, previous)
  }
}

/** Ten units a row: assembly/own-table.ts. */
function layIn({ ownRows }: Engine, rows: readonly Row[]): void {
  let at = 0
  for (const [letter, text] of rows) {
    ownRows[at] = letter
    ownRows[at + 1] = text.length
    for (let unit = 0; unit < text.length; unit++) ownRows[at + 2 + unit] = text.charCodeAt(unit)
    at += 2 + LONGEST
  }
}

function schemeOf(argument: string, value: unknown): 1 | 2 {
  return SCHEMES[requireOneOf(argument, value, ['translit', 'volapuk'] as const)]
}

function rowsOf(argument: string, value: unknown): Row[] {
  if (value === undefined) return []
  const entries = Object.entries(requireObject(argument, value))
  if (entries.length > MOST_OWN_ROWS) {
    const message = `has ${entries.length} rows; ${MOST_OWN_ROWS} is the most`
    throw new SeptetError('invalid-value', argument, value, message)
  }
  const rows = new Map(entries.map(([letter, text]) => rowOf(`${argument}.${letter}`, letter, text)))
  return [...rows].sort(([one], [other]) => one - other)
}

function rowOf(argument: string, letter: string, value: unknown): Row {
  // A letter and its mark are one letter where Unicode has it.
  const whole = letter.normalize('NFC')
  const unit = whole.charCodeAt(0)
  if (whole.length !== 1 || (unit & 0xf800) === 0xd800) {
    const codePoints = Array.from(letter.slice(0, LONGEST), (character) => formatCodePoint(character.codePointAt(0)!))
    const message = `is not the row of one letter below U+10000, but of ${codePoints.join(' ') || 'none'}`
    throw new SeptetError('invalid-value', argument, value, message)
  }
  const text = requireGsm7(argument, value)
  if (text.length <= LONGEST) return [unit, text]
  const message = `must be ${LONGEST} characters at most, and has ${text.length}`
  throw new SeptetError('invalid-value', argument, text, message)
}
