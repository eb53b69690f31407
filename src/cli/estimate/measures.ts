import { countMany, segment, type TextOptions } from 'septet'

/** What may make messages shorter: options that are not in use yet. */
export interface Measure {
  readonly how: string
  readonly options: Pick<TextOptions, 'transliterate' | 'smartEncoding'>
}

/** A transliterated text with « or — in it stays in UCS-2: the last two are what is left to do then. */
export const MEASURES: readonly Measure[] = [
  { how: 'smart-encoding', options: { smartEncoding: 'always' } },
  { how: 'translit', options: { transliterate: 'translit' } },
  { how: 'volapuk', options: { transliterate: 'volapuk' } },
  { how: 'translit+smart-encoding', options: { transliterate: 'translit', smartEncoding: 'always' } },
  { how: 'volapuk+smart-encoding', options: { transliterate: 'volapuk', smartEncoding: 'always' } },
]

/** In the table of units: outside GSM-7. */
export const FOREIGN = 1

/** Of a measure, in the table of units: rewritten; outside GSM-7 even then; gone then, or not to be judged by itself. */
const CHANGED = 2
const STAYS_FOREIGN = 4
const MAY_SHRINK = 8

/** Bits of one measure, and all of those above in all measures. */
const WIDTH = 3
const ALL = MEASURES.reduce((all, _, index) => all | (1 << (WIDTH * index)), 0)

/**
 * Whether a measure may save a segment of a text in UCS-2, whose units are what `look` says in the table. With nothing else
 * rewritten (`isPlain`) it stays in UCS-2 where one unit does, and is no shorter where none is.
 */
export function mayShorten(index: number, look: number, isPlain: boolean): boolean {
  const bits = look >> (WIDTH * index)
  return (bits & CHANGED) !== 0 && (!isPlain || !(bits & STAYS_FOREIGN) || (bits & MAY_SHRINK) !== 0)
}

/** A noncharacter that no measure changes, and that is no part of any word. */
const BETWEEN = 0xfffe

let table: Uint16Array | undefined

/**
 * What there is to say of each UTF-16 unit, so that a look at a text's units tells what there is no need to try. A mark may
 * change with the character before it, and half a pair move what stands beside a border.
 */
export function unitTable(): Uint16Array {
  if (table) return table
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
  table = Uint16Array.from(countMany(units).encodings)
  units[BETWEEN] = ''
  const between = String.fromCharCode(BETWEEN)
  const joined = units.join(between)
  for (const [index, { options }] of MEASURES.entries()) {
    const rewritten = segment(joined, options).text.split(between)
    const { encodings } = countMany(rewritten)
    for (const [unit, text] of rewritten.entries()) {
      const bits =
        (text === units[unit] ? 0 : CHANGED) |
        (encodings[unit] ? STAYS_FOREIGN : 0) |
        (text.length < units[unit]!.length ? MAY_SHRINK : 0)
      table[unit]! |= bits << (WIDTH * index)
    }
  }
  for (const [unit, character] of units.entries()) {
    if (/\p{M}/u.test(character)) table[unit]! |= ALL * (CHANGED | MAY_SHRINK)
    else if (/\p{Surrogate}/u.test(character)) table[unit]! |= ALL * MAY_SHRINK
  }
  return table
}
