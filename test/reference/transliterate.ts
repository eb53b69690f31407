import { readFileSync } from 'node:fs'
import type { TransliterationScheme } from '../../src/types'
import { isLetter } from './letters'
import type { Written } from './written'

type Row = Record<'letter' | TransliterationScheme, string>

const vectors = new URL('../vectors/transliteration.json', import.meta.url)
const { rows }: { rows: Row[] } = JSON.parse(readFileSync(vectors, 'utf8'))
const LETTERS = new Set(rows.map(({ letter }) => letter))

/** A letter and a mark are one where Unicode says so and the one has a row; then each letter is looked up, the caller's rows first. */
export function transliterate(
  source: Written,
  scheme: TransliterationScheme | undefined,
  table: Record<string, string>,
): Written {
  const outputs = new Map(scheme === undefined ? [] : rows.map((row) => [row.letter, row[scheme]]))
  const own = ownRows(table)
  const letters = composed(source, scheme === undefined ? new Set(own.map(({ letters }) => letters[0]!)) : LETTERS)
  const written: Written = []
  for (let index = 0; index < letters.length; ) {
    const letter = letters[index]!
    const row = own.find((row) => applies(row, letters, index))
    const output = row?.output ?? outputs.get(letter.unit)
    const next = index + (row?.letters.length ?? 1)
    if (output === undefined) written.push(letter)
    else {
      const isRaised =
        scheme !== 'volapuk' &&
        output.length > 1 &&
        isCapital(letter.unit) &&
        (isCapital(row?.letters[1]) || hasCapitalBeside(letters, index, next))
      written.push(...[...(isRaised ? upper(output) : output)].map((unit) => ({ ...letter, unit })))
    }
    index = next
  }
  return written
}

interface OwnRow {
  letters: string
  place: string
  output: string
}

/** The rows of a table, those with more letters first, then those for a place in the word; a letter with a mark in both its forms. */
function ownRows(table: Record<string, string>): OwnRow[] {
  const rows = Object.entries(table).map(([key, output]) => {
    const [, place, letters] = /^(-)(.+)-$/s.exec(key) ??
      /^(\^)(.+)$/s.exec(key) ??
      /^(?=.+(\$)$)(.+).$/s.exec(key) ?? [key, '', key]
    return { letters: letters!.length > 1 ? letters!.normalize('NFC') : letters!, place: place!, output }
  })
  const apart = rows
    .filter(({ letters }) => letters.length === 1 && letters.normalize('NFD').length > 1)
    .map((row) => ({ ...row, letters: row.letters.normalize('NFD') }))
    .filter(({ letters }) => letters.length <= 3)
  const rank = ({ letters, place }: OwnRow) => -letters.length * 4 + ['^', '$', '-', ''].indexOf(place)
  return [...rows, ...apart].sort((one, other) => rank(one) - rank(other))
}

function applies({ letters: row, place }: OwnRow, letters: Written, index: number): boolean {
  if ([...row].some((letter, at) => letters[index + at]?.unit !== letter)) return false
  const isFirst = !isLetter(letters[besides(letters, index - 1, -1)]?.unit)
  const isLast = !isLetter(letters[besides(letters, index + row.length, 1)]?.unit)
  return (
    place === '' || (place === '^' && isFirst) || (place === '$' && isLast) || (place === '-' && !isFirst && !isLast)
  )
}

function composed(source: Written, known: ReadonlySet<string>): Written {
  const letters: Written = []
  for (const one of source) {
    const last = letters.at(-1)
    const whole = last && /[\u0300\u0301\u0306\u0308]/.test(one.unit) ? (last.unit + one.unit).normalize('NFC') : ''
    if (last && last.marks === undefined && LETTERS.has(whole) && known.has(whole)) {
      letters[letters.length - 1] = { ...last, unit: whole, marks: 1 }
    } else letters.push({ ...one })
  }
  return letters
}

/** The place of the next unit in a direction that is no mark and no apostrophe. */
function besides(letters: Written, index: number, step: 1 | -1): number {
  while (isPassedOver(letters[index]?.unit)) index += step
  return index
}

function hasCapitalBeside(letters: Written, index: number, next: number): boolean {
  const before = besides(letters, index - 1, -1)
  const after = besides(letters, next, 1)
  if (isCapital(letters[after]?.unit)) return true
  // О’Хара: a name that begins after an apostrophe.
  const between = letters.slice(before + 1, index).some(({ unit }) => /['’ʼ]/.test(unit))
  const isSmall = /[a-z\u03ac-\u03ce\u0430-\u052f]/.test(letters[after]?.unit ?? '') && !isCapital(letters[after]?.unit)
  return isCapital(letters[before]?.unit) && !(between && isSmall)
}

/** Marks and apostrophes: they do not end a word. */
function isPassedOver(unit: string | undefined): boolean {
  return unit !== undefined && /[\u0300-\u036f\u0483-\u0489'’ʼ]/.test(unit)
}

function isCapital(unit: string | undefined): boolean {
  return unit !== undefined && /[A-Z\u00c0-\u017f\u0386-\u03ab\u0400-\u052f]/.test(unit) && /\p{Lu}/u.test(unit)
}

function upper(output: string): string {
  return output.replace(/[a-z]/g, (letter) => letter.toUpperCase())
}
