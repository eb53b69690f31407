import { requireString } from '../arguments'
import { isPlain } from '../core/alphabet'
import { lookAlike } from '../core/rewriting'
import type { Alternative, ForeignCharacter, Inspection, TextOptions } from '../types'
import { type Cuts, countCuts, cut, cutWithin } from './cut'
import { chooseGsm7 } from './encoding'
import { foreignCharacters, inSource, unitsOf } from './foreign-characters'
import { type Allowed, LANGUAGES, requireLanguages } from './languages'
import { MEASURES, type Measure } from './measures'
import { createPlan, type Plan } from './options'
import type { Rewriting } from './passes/pass'
import { rewrite, rewriteUnreplaced } from './rewrite'

/**
 * Says what makes a text cost what it costs: the characters outside GSM-7, how much to remove for one segment fewer, and
 * what each measure would save.
 *
 * @throws {SeptetError} 'invalid-type': text is not a string; and what the options' checks throw
 * @example
 * inspect('Don’t')
 * // { encoding: 'UCS-2', units: 5, segments: 1, perSegment: 70, remaining: 65,
 * //   characters: [{ offset: 3, codePoint: 0x2019, units: 1, replacement: "'" }],
 * //   foreign: 1,
 * //   toSaveSegment: 0,
 * //   alternatives: [{ how: 'as-is', segments: 1, encoding: 'UCS-2' },
 * //                  { how: 'smart-encoding', segments: 1, encoding: 'GSM-7' }],
 * //   cheapest: 'as-is' }
 */
export function inspect(text: string, options?: TextOptions): Inspection {
  requireString('text', text)
  const plan = createPlan(options)
  const sent = rewrite(text, plan)
  const count = countCuts(cut(sent.text, plan, sent))
  const alternatives = listAlternatives(text, plan)
  return {
    ...count,
    ...listForeign(rewriteUnreplaced(text, plan), plan),
    toSaveSegment: toSaveSegment(sent.text, plan),
    alternatives,
    cheapest: alternatives.reduce((best, next) => (next.segments < best.segments ? next : best)).how,
  }
}

/** Each that is listed takes some 100 octets of memory, and a text may have millions: 255 segments of 67 units have no more. */
const LISTED = 255 * 67

function listForeign(sent: Rewriting, { alphabet }: Plan): Pick<Inspection, 'characters' | 'foreign'> {
  const characters: ForeignCharacter[] = []
  let foreign = 0
  for (const { offset, codePoint } of foreignCharacters(sent.text, 0, alphabet)) {
    if (foreign++ >= LISTED) continue
    const replacement = lookAlike(codePoint)
    const units = unitsOf(codePoint)
    characters.push({ offset, codePoint, units, ...(replacement === undefined ? {} : { replacement }) })
  }
  return { characters: inSource(sent, characters), foreign }
}

/** The units after the last one that one segment fewer can carry, in either encoding. */
function toSaveSegment(text: string, plan: Plan): number {
  const { keepsGraphemes } = plan
  const whole = cut(text, plan)
  const segments = whole.ends.length
  if (segments === 1) return 0
  const { units } = countCuts(whole)
  const saved = units - countCuts(cutWithin(text, whole.coding, segments - 1, keepsGraphemes)).units
  if (whole.coding.encoding === 'GSM-7' || plan.encoding === 'UCS-2') return saved
  // Without the first character outside GSM-7 and all after it, the rest is GSM-7.
  const foreign = foreignCharacters(text, plan.languages?.tables, plan.alphabet).next()
  // It may be in what was cut off.
  if (!foreign.done && foreign.value.offset >= whole.ends.at(-1)!) return saved
  const inGsm7 = foreign.done ? text : text.slice(0, foreign.value.offset)
  const coding = chooseGsm7(inGsm7, plan)
  if (coding === undefined) return saved
  return Math.min(saved, units - cutWithin(inGsm7, coding, segments - 1, keepsGraphemes).ends.at(-1)!)
}

/** The text as it would be sent, and each measure that changes it or its tables. None is cut to a number of segments. */
function listAlternatives(text: string, plan: Plan): Alternative[] {
  const whole = { ...plan, maxSegments: Number.POSITIVE_INFINITY }
  const sent = rewrite(text, whole).text
  const cuts = cut(sent, whole)
  const found = [alternative('as-is', cuts)]
  for (const [how, measure] of measuresFor(text, plan)) {
    const measured = { ...whole, ...measure }
    const changedText = rewrite(text, measured).text
    const changedCuts = cut(changedText, measured)
    if (changedText === sent && namedBy(changedCuts) === namedBy(cuts)) continue
    const made = alternative(how, changedCuts)
    // Two measures together are of interest where they save more than one.
    if (!how.includes('+') || found.every(({ segments }) => made.segments < segments)) found.push(made)
  }
  return found
}

function alternative(how: string, { coding, ends }: Cuts): Alternative {
  return { how, segments: ends.length, encoding: coding.encoding }
}

/** The tables, as one number. */
function namedBy({ coding }: Cuts): number {
  return coding.locking * 256 + coding.single
}

/** Options that might make a text cheaper, and what each is called. */
function measuresFor(text: string, plan: Plan): [how: string, measure: Partial<Plan>][] {
  const measures: [how: string, measure: Partial<Plan>][] = [
    ['newline-lf', { newline: 'lf' }],
    ...MEASURES.map(({ how, options }): [string, Partial<Plan>] => [how, rewritingOf(options)]),
  ]
  // Where each character is one septet already, no table can do better.
  if (isPlain(text) || plan.encoding === 'UCS-2' || plan.alphabet !== undefined) return measures
  for (const language of LANGUAGES) {
    const languages = besides(plan.languages, requireLanguages('languages', [language])!)
    measures.push([`language-${language}`, { languages }])
  }
  return measures
}

/** Of a plan, what a measure sets. */
function rewritingOf(options: Measure['options']): Partial<Plan> {
  const { transliteration, smartEncoding } = createPlan(options)
  return {
    ...(transliteration === undefined ? {} : { transliteration }),
    ...(smartEncoding === undefined ? {} : { smartEncoding }),
  }
}

/** The tables of one more language. */
function besides(allowed: Allowed | undefined, more: Allowed): Allowed {
  if (allowed === undefined) return more
  return {
    lockings: [...new Set([...allowed.lockings, ...more.lockings])],
    singles: [...new Set([...allowed.singles, ...more.singles])],
    tables: allowed.tables | more.tables,
  }
}
