import { countMany, segment } from 'septet'
import { MEASURES } from '../../../text/measures'

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
const BETWEEN = '\ufffe'

/** Units whose entries are found at once, in 2 to 3 ms: a text has units of few such pages. */
const PAGE = 256

/** An entry that is not found yet. No unit has it: one that is outside GSM-7 is changed by a measure, or stays outside. */
export const UNKNOWN = FOREIGN

const table = new Uint16Array(0x10000).fill(UNKNOWN)

/**
 * What there is to say of each UTF-16 unit, so that a look at a text's units tells what there is no need to try; or UNKNOWN:
 * `findEntry` finds it. All of them together take 0.5 s.
 */
export const UNIT_TABLE: Readonly<Uint16Array> = table

/** Finds the entries of a unit's page. Returns the unit's. */
export function findEntry(unit: number): number {
  const first = unit - (unit % PAGE)
  const units = Array.from({ length: PAGE }, (_, index) => String.fromCharCode(first + index))
  const foreign = countMany(units).encodings
  const entries = table.subarray(first, first + PAGE)
  entries.set(foreign)
  const joined = units.filter((text) => text !== BETWEEN).join(BETWEEN)
  for (const [index, { options }] of MEASURES.entries()) {
    const rewritten = segment(joined, options).text.split(BETWEEN)
    if (units.includes(BETWEEN)) rewritten.splice(units.indexOf(BETWEEN), 0, BETWEEN)
    const { encodings } = countMany(rewritten)
    for (const [at, text] of rewritten.entries()) {
      const bits =
        (text === units[at] ? 0 : CHANGED) |
        (encodings[at] ? STAYS_FOREIGN : 0) |
        (text.length < units[at]!.length ? MAY_SHRINK : 0)
      entries[at]! |= bits << (WIDTH * index)
    }
  }
  for (const [at, character] of units.entries()) entries[at]! |= besides(character)
  return table[unit]!
}

/** A mark may change with the character before it, and half a pair may move what is beside a border. */
function besides(character: string): number {
  if (/\p{M}/u.test(character)) return ALL * (CHANGED | MAY_SHRINK)
  return /\p{Surrogate}/u.test(character) ? ALL * MAY_SHRINK : 0
}
