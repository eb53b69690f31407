import { readFileSync } from 'node:fs'
import type { TransliterationScheme } from '../../src/types'
import type { Written } from './written'

type Row = Record<'letter' | TransliterationScheme, string>

const vectors = new URL('../vectors/transliteration.json', import.meta.url)
const { rows }: { rows: Row[] } = JSON.parse(readFileSync(vectors, 'utf8'))
const LETTERS = new Set(rows.map(({ letter }) => letter))

/** A letter and a mark are one where Unicode says so and the one has a row; then each letter is looked up. */
export function transliterate(source: Written, scheme: TransliterationScheme, table: Record<string, string>): Written {
  const outputs = new Map(rows.map((row) => [row.letter, row[scheme]]))
  for (const [letter, output] of Object.entries(table)) outputs.set(letter, output)

  const letters = composed(source)
  return letters.flatMap((letter, index) => {
    const output = outputs.get(letter.unit)
    if (output === undefined) return [letter]
    const raised =
      scheme === 'translit' && output.length > 1 && isCapital(letter.unit) && hasCapitalBeside(letters, index)
    return [...(raised ? upper(output) : output)].map((unit) => ({ ...letter, unit }))
  })
}

function composed(source: Written): Written {
  const letters: Written = []
  for (const one of source) {
    const last = letters.at(-1)
    const whole = last && /[\u0300\u0301\u0306\u0308]/.test(one.unit) ? (last.unit + one.unit).normalize('NFC') : ''
    if (last && last.marks === undefined && LETTERS.has(whole)) {
      letters[letters.length - 1] = { ...last, unit: whole, marks: 1 }
    } else letters.push({ ...one })
  }
  return letters
}

function hasCapitalBeside(letters: Written, index: number): boolean {
  let before = index - 1
  while (isPassedOver(letters[before]?.unit)) before--
  let behind = index + 1
  while (isPassedOver(letters[behind]?.unit)) behind++
  if (isCapital(letters[behind]?.unit)) return true
  // О’Хара: a name that begins behind an apostrophe.
  const between = letters.slice(before + 1, index).some(({ unit }) => /['’ʼ]/.test(unit))
  const isSmall = /[a-z\u0430-\u052f]/.test(letters[behind]?.unit ?? '') && !isCapital(letters[behind]?.unit)
  return isCapital(letters[before]?.unit) && !(between && isSmall)
}

/** Marks and apostrophes: they do not end a word. */
function isPassedOver(unit: string | undefined): boolean {
  return unit !== undefined && /[\u0300-\u036f\u0483-\u0489'’ʼ]/.test(unit)
}

function isCapital(unit: string | undefined): boolean {
  return unit !== undefined && /[A-Z\u00c0-\u017f\u0400-\u052f]/.test(unit) && /\p{Lu}/u.test(unit)
}

function upper(output: string): string {
  return output.replace(/[a-z]/g, (letter) => letter.toUpperCase())
}
