import { createBare, requireObject, requireString } from '../arguments'
import { type Cuts, countCuts, cutText } from '../core/cut'
import { findLookAlike, isLetterOfLanguage } from '../core/rewriting'
import type { Alternative, ForeignCharacter, Inspection, InspectOptions, LetterTable, TextOptions } from '../types'
import { listAlternatives, type Schemes } from './advice'
import { cut } from './cut'
import { chooseGsm7 } from './encoding'
import { countUnits, findForeign, locateInSource } from './foreign-characters'
import { createPlan, listOptionNames, type Plan } from './options'
import { requireRows } from './own-rows'
import type { Pass } from './passes/pass'
import { rewrite, rewriteUnreplaced } from './rewrite'

/**
 * Says what makes a text cost what it costs: the characters outside GSM-7, how much to remove for one segment fewer, and
 * what each measure would make of it, cheapest first. `alternatives` and `cheapest` are found when they are first read.
 *
 * @param text what a person writes
 * @param options how the text is sent; see `TextOptions`. `schemes`: tables that may be offered
 * @returns what `count` does; the foreign characters, the units to remove, and each measure with its segments
 * @throws {SeptetError} 'invalid-type': text is not a string; and what the options' checks throw
 * @example
 * inspect('Don’t')
 * // { encoding: 'UCS-2', units: 5, segments: 1, perSegment: 70, remaining: 65,
 * //   characters: [{ offset: 3, codePoint: 0x2019, units: 1, replacement: "'" }],
 * //   foreign: 1,
 * //   toSaveSegment: 0,
 * //   alternatives: [{ how: 'as-is', options: {}, text: 'Don’t', encoding: 'UCS-2', units: 5, segments: 1 },
 * //                  { how: 'smart-encoding', options: { smartEncoding: { policy: 'always' } }, characters: ['’'],
 * //                    text: "Don't", encoding: 'GSM-7', units: 5, segments: 1 }],
 * //   cheapest: 'as-is' }
 */
export function inspect(text: string, options?: InspectOptions): Inspection {
  requireString('text', text)
  const { schemes, ...given } = readMembers(options)
  const offered = requireSchemes(schemes)
  const plan = createPlan(options && (given as TextOptions))
  const sent = rewrite(text, plan)
  const cuts = cut(sent, plan)
  let alternatives: Alternative[] | undefined
  return {
    ...countCuts(cuts),
    ...listForeign(plan.replacement === undefined ? sent : rewriteUnreplaced(text, plan), plan),
    toSaveSegment: countToSave(sent.text, plan, cuts),
    // They take longer than all other members, and not every caller reads them.
    get alternatives() {
      alternatives ??= listAlternatives(text, given, offered)
      return alternatives
    },
    get cheapest() {
      return this.alternatives[0]!.how
    },
  }
}

/** The options, each read once. @throws {SeptetError} 'invalid-type' */
function readMembers(options: unknown): InspectOptions {
  const given = createBare()
  if (options === undefined) return given
  const members = requireObject('options', options, ['schemes', ...listOptionNames()])
  // A member that is undefined counts as absent.
  for (const name in members) if (members[name] !== undefined) given[name] = members[name]
  return given
}

/** Checks the tables, also those that are not used then. @throws {SeptetError} 'invalid-type', 'invalid-value' */
function requireSchemes(value: unknown): Schemes {
  const tables: Record<string, LetterTable> = {}
  if (value === undefined) return tables
  for (const [name, table] of Object.entries(requireObject('options.schemes', value))) {
    const own = requireObject(`options.schemes.${name}`, table)
    requireRows(`options.schemes.${name}`, own)
    tables[name] = own as LetterTable
  }
  return tables
}

/**
 * Most characters that are listed: as many as 255 segments of 67 units can have. Each takes about 100 octets of memory,
 * and a text may have millions.
 */
const LISTED = 255 * 67

/** The characters outside what the plan's alphabet carries, with their places in the source; of very many, the first. */
export function listForeign(sent: Pass, { alphabet }: Plan): Pick<Inspection, 'characters' | 'foreign'> {
  const characters: ForeignCharacter[] = []
  const kinds = new Map<number, Omit<ForeignCharacter, 'offset'>>()
  let foreign = 0
  for (const { offset, codePoint } of findForeign(sent.text, 0, alphabet)) {
    if (foreign++ >= LISTED) continue
    const kind = kinds.get(codePoint) ?? describe(codePoint)
    kinds.set(codePoint, kind)
    characters.push(
      !Object.hasOwn(kind, 'replacement') ? { offset, codePoint, units: kind.units } : { offset, ...kind },
    )
  }
  return { characters: sent.text === sent.source ? characters : locateInSource(sent, characters), foreign }
}

function describe(codePoint: number): Omit<ForeignCharacter, 'offset'> {
  const replacement = findLookAlike(codePoint)
  const units = countUnits(codePoint)
  if (replacement === undefined) return { codePoint, units }
  return isLetterOfLanguage(codePoint)
    ? { codePoint, units, replacement, letter: true }
    : { codePoint, units, replacement }
}

/** Units to remove from the end, so that the rest takes one segment fewer, in the encoding of the text or in GSM-7. */
function countToSave(text: string, plan: Plan, whole: Cuts): number {
  const segments = whole.ends.length
  if (segments === 1) return 0
  const fewer = { maxSegments: segments - 1, createBorder: plan.createBorder }
  const { units } = countCuts(whole)
  const saved = units - countCuts(cutText(text, whole.coding, fewer)!).units
  if (whole.coding.encoding === 'GSM-7' || plan.encoding === 'UCS-2') return saved
  // Without the first character outside GSM-7 and all after it, the rest is GSM-7.
  const foreign = findForeign(text, plan.languages?.tables, plan.alphabet).next()
  // That character may be in the part that `maxSegments` cut off.
  if (!foreign.done && foreign.value.offset >= whole.ends.at(-1)!) return saved
  const inGsm7 = foreign.done ? text : text.slice(0, foreign.value.offset)
  const coding = chooseGsm7(inGsm7, plan)
  if (coding === undefined) return saved
  return Math.min(saved, units - cutText(inGsm7, coding, fewer)!.ends.at(-1)!)
}
