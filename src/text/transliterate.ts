import { requireMembers, requireObject, requireOneOf, requireString } from '../arguments'
import {
  type Kernel,
  LONGEST_REWRITE,
  MOST_OWN_ROWS,
  type OwnRow,
  rewriteText,
  transliteration,
} from '../core/rewriting'
import { SeptetError } from '../errors'
import type { TransliterateOptions, TransliterationScheme } from '../types'
import { formatCodePoint } from '../words'
import { requireGsm7 } from './foreign-characters'

const SCHEMES = { translit: 1, volapuk: 2 } as const

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
  return rewriteText(text, transliteration(requireScheme('scheme', scheme), requireRows('options.table', table)))
}

/** The option `transliterate`: a scheme by name, or a scheme and a table. @throws {SeptetError} */
export function requireTransliteration(argument: string, value: unknown): Kernel {
  if (typeof value !== 'object') return transliteration(requireScheme(argument, value), [])
  const { scheme, table } = requireMembers(argument, value, ['scheme', 'table'])
  return transliteration(requireScheme(`${argument}.scheme`, scheme), requireRows(`${argument}.table`, table))
}

function requireScheme(argument: string, value: unknown): 1 | 2 {
  return SCHEMES[requireOneOf(argument, value, ['translit', 'volapuk'] as const)]
}

function requireRows(argument: string, value: unknown): OwnRow[] {
  if (value === undefined) return []
  const entries = Object.entries(requireObject(argument, value))
  if (entries.length > MOST_OWN_ROWS) {
    const message = `has ${entries.length} rows; ${MOST_OWN_ROWS} is the most`
    throw new SeptetError('invalid-value', argument, value, message)
  }
  const rows = new Map(entries.map(([letter, text]) => requireRow(`${argument}.${letter}`, letter, text)))
  return [...rows].sort(([one], [other]) => one - other)
}

function requireRow(argument: string, letter: string, value: unknown): OwnRow {
  // A letter and its mark are one letter where Unicode has it.
  const whole = letter.normalize('NFC')
  const unit = whole.charCodeAt(0)
  if (whole.length !== 1 || (unit & 0xf800) === 0xd800) {
    const codePoints = Array.from(letter.slice(0, LONGEST_REWRITE), (character) =>
      formatCodePoint(character.codePointAt(0)!),
    )
    const message = `is not the row of one letter below U+10000, but of ${codePoints.join(' ') || 'none'}`
    throw new SeptetError('invalid-value', argument, value, message)
  }
  const text = requireGsm7(argument, value)
  if (text.length <= LONGEST_REWRITE) return [unit, text]
  const message = `must be ${LONGEST_REWRITE} characters at most, and has ${text.length}`
  throw new SeptetError('invalid-value', argument, text, message)
}
