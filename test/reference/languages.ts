import { readFileSync } from 'node:fs'
import type { Language, TextOptions } from '../../src/types'

interface Tables {
  id: number
  name: Language | 'default'
  /** Eight rows of sixteen cells, a row for each column that the standard prints. */
  locking: string[] | null
  singleShift: string[]
}

const vectors: { languages: Tables[]; decodeOnly: { language: number; code: string }[] } = JSON.parse(
  readFileSync(new URL('../vectors/languages.json', import.meta.url), 'utf8'),
)

export const NAMES = vectors.languages.slice(1).map(({ name }) => name as Language)

/** Code to character of one table. */
export function tableOf(language: number, shift: 'locking' | 'singleShift'): Map<number, string> {
  const cells = (vectors.languages[language]![shift] ?? []).flatMap((row) => row.split(' '))
  const table = new Map<number, string>()
  cells.forEach((cell, code) => {
    if (cell !== '----') table.set(code, String.fromCharCode(Number.parseInt(cell, 16)))
  })
  return table
}

/** The septets of each character in a pair of tables: one in the locking, else an escape and one in the single shift. */
export function encoderOf(locking: number, single: number): Map<string, number[]> {
  const septets = new Map<string, number[]>()
  for (const [code, character] of tableOf(locking, 'locking')) {
    if (!septets.has(character)) septets.set(character, [code])
  }
  for (const [code, character] of tableOf(single, 'singleShift')) {
    const isRead = vectors.decodeOnly.some(
      (cell) => cell.language === single && Number.parseInt(cell.code, 16) === code,
    )
    if (!isRead && !septets.has(character)) septets.set(character, [0x1b, code])
  }
  return septets
}

export interface Pair {
  locking: number
  single: number
}

/** The pairs that the option allows, in the order in which ties are decided. */
export function pairsOf(option: NonNullable<TextOptions['languages']>): Pair[] {
  const entries = option === 'all' ? NAMES : option
  const lockings: number[] = []
  const singles: number[] = []
  for (const entry of entries) {
    const { language, shift } = typeof entry === 'string' ? { language: entry, shift: undefined } : entry
    const id = idOf(language)
    if (shift !== 'single' && vectors.languages[id]!.locking) lockings.push(id)
    if (shift !== 'locking') singles.push(id)
  }
  return [
    { locking: 0, single: 0 },
    ...singles.map((single) => ({ locking: 0, single })),
    ...lockings.map((locking) => ({ locking, single: 0 })),
    ...lockings.flatMap((locking) => singles.map((single) => ({ locking, single }))),
  ]
}

export function nameOf(id: number): Language {
  return NAMES[id - 1]!
}

export function idOf(language: Language): number {
  return NAMES.indexOf(language) + 1
}

/** Whether an identifier names such a table; others are reserved, and their elements are ignored. */
export function hasTable(language: number, shift: 'locking' | 'singleShift'): boolean {
  return language > 0 && Boolean(vectors.languages[language]?.[shift])
}
