import { requireMembers, requireOneOf, requireString } from '../arguments'
import { createTransliteration, type Kernel, rewriteText } from '../core/rewriting'
import type { TransliterateOptions, Transliteration } from '../types'
import { requireRows } from './own-rows'

const SCHEMES = { translit: 1, volapuk: 2 } as const

/** For a caller who writes the name of a national scheme as a string. */
const OTHER_SCHEMES = '; the tables of septet/schemes are given as { table }'

/**
 * Writes Cyrillic in Latin letters, by one of the two schemes of the SMSC API: Russian, Ukrainian, Belarusian, Kazakh,
 * Serbian and Macedonian letters; letters such as й, ё and ї also as letter and combining mark. Every other character
 * stays as it is.
 *
 * In `'translit'` a capital that becomes several letters is title case (Жук, Zhuk), or all capitals beside another
 * capital of the same word (ЖУК, ZHUK). In `'volapuk'` the case is a part of the shape, and the neighbours of a letter
 * do not matter.
 *
 * A table of letters can replace the scheme: `{ table }`, the caller's own or one of `septet/schemes`.
 * With `{ scheme, table }` the rows of the table come before those of the scheme.
 *
 * @param text any UTF-16
 * @param scheme `'translit'` or `'volapuk'`, a table of letters, or both
 * @param options `table`: rows that come before those of the scheme
 * @returns the text in Latin letters; a letter becomes at most 8 characters
 * @throws {SeptetError} 'invalid-type', 'invalid-value': an argument, or a row of the table, with the row's letter in
 * `error.argument`
 * @example
 * transliterate('Щука', 'translit') // 'Shchuka'
 * transliterate('транслит', 'volapuk') // 'mpaHc/Ium'
 * transliterate('Хто там?', 'translit', { table: { х: 'h', Х: 'H' } }) // 'Hto tam?'
 */
export function transliterate(text: string, scheme: Transliteration, options?: TransliterateOptions): string {
  requireString('text', text)
  if (options === undefined) return rewriteText(text, requireTransliteration('scheme', scheme))
  const { table } = requireMembers('options', options, ['table'])
  return rewriteText(text, createTransliteration(requireScheme('scheme', scheme), requireRows('options.table', table)))
}

/** The option `transliterate`: a scheme by name, a table, or both. @throws {SeptetError} */
export function requireTransliteration(argument: string, value: unknown): Kernel {
  if (typeof value !== 'object') return createTransliteration(requireScheme(argument, value), [])
  const { scheme, table } = requireMembers(argument, value, ['scheme', 'table'])
  const checked = scheme === undefined && table !== undefined ? 0 : requireScheme(`${argument}.scheme`, scheme)
  return createTransliteration(checked, requireRows(`${argument}.table`, table))
}

function requireScheme(argument: string, value: unknown): 1 | 2 {
  return SCHEMES[requireOneOf(argument, value, ['translit', 'volapuk'] as const, OTHER_SCHEMES)]
}
