import { countMany, smartEncode, type TextOptions, transliterate } from 'septet'

/** What may make messages shorter: an option that is not in use yet. */
export interface Measure {
  readonly how: string
  readonly options: TextOptions
  /** What it makes of a text, whatever other options there are. */
  rewrite(text: string): string
}

export const MEASURES: readonly Measure[] = [
  { how: 'smart-encoding', options: { smartEncoding: 'always' }, rewrite: (text) => smartEncode(text) },
  {
    how: 'translit',
    options: { transliterate: 'translit' },
    rewrite: (text) => transliterate(text, 'translit'),
  },
  {
    how: 'volapuk',
    options: { transliterate: 'volapuk' },
    rewrite: (text) => transliterate(text, 'volapuk'),
  },
]

/** In the table of units: outside GSM-7. */
export const FOREIGN = 1

/** In the table of units: what the measure at `index` changes. */
export function changedBy(index: number): number {
  return 2 << index
}

const EVERY_MEASURE = MEASURES.reduce((all, _, index) => all | changedBy(index), 0)

/** A noncharacter that no measure changes, and that is no part of any word. */
const BETWEEN = 0xfffe

let table: Uint8Array | undefined

/**
 * Of each UTF-16 unit, FOREIGN and what changes it: a look at a text's units tells what there is no need to try. A
 * combining mark may change with the character before it, and so counts as changed by all.
 */
export function unitTable(): Uint8Array {
  if (table) return table
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
  table = countMany(units).encodings
  units[BETWEEN] = ''
  const between = String.fromCharCode(BETWEEN)
  const joined = units.join(between)
  for (const [index, { rewrite }] of MEASURES.entries()) {
    for (const [unit, rewritten] of rewrite(joined).split(between).entries()) {
      if (rewritten !== units[unit]) table[unit]! |= changedBy(index)
    }
  }
  for (const [unit, character] of units.entries()) if (/\p{M}/u.test(character)) table[unit]! |= EVERY_MEASURE
  return table
}
