// A caller's own table: letters, and what replaces them.
import { requireObject } from '../arguments'
import {
  ANYWHERE,
  FINAL,
  INITIAL,
  INSIDE,
  LONGEST_REWRITE,
  MOST_LETTERS,
  MOST_OWN_ROWS,
  type OwnRow,
  sortRows,
} from '../core/rewriting'
import { SeptetError } from '../errors'
import { formatCodePoint } from '../words'
import { requireGsm7 } from './foreign-characters'

/** The rows of a table, none where there is no table. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireRows(argument: string, value: unknown): OwnRow[] {
  if (value === undefined) return []
  const entries = Object.entries(requireObject(argument, value))
  if (entries.length > MOST_OWN_ROWS) {
    const message = `has ${entries.length} rows; ${MOST_OWN_ROWS} is the most`
    throw new SeptetError('invalid-value', argument, value, message)
  }
  const rows = new Map<string, OwnRow>()
  const enter = (row: OwnRow) => rows.set(row.letters + row.where, row)
  const given = entries.map(([key, text]) => requireRow(`${argument}.${key}`, key, text))
  // A letter that Unicode can also write as a letter and marks gets a row for this form too. A row of the caller for
  // the same form replaces it.
  for (const { letters, where, text } of given) {
    const apart = letters.normalize('NFD')
    if (letters.length === 1 && apart.length > 1 && apart.length <= MOST_LETTERS) enter({ letters: apart, where, text })
  }
  for (const row of given) enter(row)
  return sortRows([...rows.values()])
}

/** `є`: a letter; `зг`: two in a row; `^є`: at the beginning of a word; `ия$`: at its end; `-’-`: between two of its letters. */
function requireRow(argument: string, key: string, value: unknown): OwnRow {
  const where = readPlace(key)
  const named = key.slice(
    where === INITIAL || where === INSIDE ? 1 : 0,
    where === FINAL || where === INSIDE ? -1 : undefined,
  )
  // A single character is taken as it is written: normalization would make U+2002 of U+2000.
  const letters = named.length > 1 ? named.normalize('NFC') : named
  const isLetters = letters !== '' && letters.length <= MOST_LETTERS && !letters.includes('\0', 1)
  // Half a surrogate pair is no letter, and a combining mark is a part of the letter before it.
  if (!isLetters || /[\ud800-\udfff]|.[\u0300-\u036f]/s.test(letters)) {
    const codePoints = Array.from(key.slice(0, LONGEST_REWRITE), (character) =>
      formatCodePoint(character.codePointAt(0)!),
    )
    const message = `must be the row of one to ${MOST_LETTERS} letters below U+10000, and is that of ${codePoints.join(' ') || 'none'}`
    throw new SeptetError('invalid-value', argument, value, message)
  }
  const text = requireGsm7(argument, value)
  if (text.length <= LONGEST_REWRITE) return { letters, where, text }
  const message = `must be ${LONGEST_REWRITE} characters at most, and has ${text.length}`
  throw new SeptetError('invalid-value', argument, text, message)
}

function readPlace(key: string): OwnRow['where'] {
  if (key.length > 2 && key.startsWith('-') && key.endsWith('-')) return INSIDE
  if (key.length > 1 && key.startsWith('^')) return INITIAL
  return key.length > 1 && key.endsWith('$') ? FINAL : ANYWHERE
}
