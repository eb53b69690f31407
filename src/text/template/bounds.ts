// Bounds of what a template can come to under options that rewrite a text, or choose tables or cuts by it as a whole.
import { foreignOffset } from '../../core/alphabet'
import { lookAlike, rewriteText } from '../../core/rewriting'
import { gsm7Run, isHigh, isLow } from '../../core/run'
import { countOfOne } from '../../core/ucs2'
import type { Count, SegmentLimits } from '../../types'
import { mayHaveMarks, standsAlone } from '../combining-marks'
import { countUnits, isCarried } from '../foreign-characters'
import { limitsFor, type Plan } from '../options'
import { mayBeForeign } from './choice'
import type { Field } from './fields'
import { compareCounts } from './reach'
import type { Template } from './syntax'

/** The fewest and the most units of a text in one encoding. */
interface Extent {
  readonly least: number
  readonly most: number
}

/** What a text may become. Undefined: it is in no message of this encoding, whatever is beside it. */
interface Extents {
  readonly gsm7: Extent | undefined
  /** In UCS-2, whatever may be beside it. */
  readonly ucs2: Extent
  /** Whether something in it may be outside GSM-7, which makes a message UCS-2. */
  readonly mayBeForeign: boolean
}

/** What the messages of a template come to at least and at most. */
export interface Bounds {
  readonly least: Count
  readonly most: Count
  readonly gsm7: boolean
  readonly ucs2: boolean
  readonly decidedBy: readonly string[]
  readonly rooms: ReadonlyMap<string, number>
}

/** Units of the longest text that a row of a transliteration has, or a look-alike; a pair each in GSM-7. */
const LONGEST_ROW = 8
const LONGEST_LOOK_ALIKE = 4

/** Octets of both elements that name national tables (TS 23.040 9.2.3.24.15, .16). */
const BOTH_SHIFTS = 6

/** What a text is made by, and whether its transliteration has rows of the caller's own. */
export interface Making {
  readonly plan: Plan
  readonly hasOwnTable: boolean
}

/**
 * Each character by itself, with all that its neighbours may do to it. Undefined where no message can be made: GSM-7 is asked
 * for, and something in the template or in each example of a field is outside.
 */
export function boundsOf(template: Template, fields: ReadonlyMap<string, Field>, making: Making): Bounds | undefined {
  const { plan } = making
  const whole = extremesOf(template, fields, making)
  if (whole === undefined) return undefined
  let { most, rooms } = whole
  if (plan.languages !== undefined && plan.encoding === 'auto') {
    // Tables are chosen where they cost no more than what the message is without them: GSM-7, or else UCS-2.
    const without = extremesOf(template, fields, { ...making, plan: { ...plan, languages: undefined } })!
    const national = whole.gsm7 ? without.most.map((count) => withUnits(count, whole.most[0]!.units)) : []
    most = [...without.most, ...national]
    rooms = without.rooms
  }
  const cut = cutsTo(plan, [...whole.least, ...most])
  return {
    ...whole,
    least: whole.least.map(cut.least).reduce((one, other) => (compareCounts(other, one) < 0 ? other : one)),
    most: most.map(cut.most).reduce(larger),
    rooms,
  }
}

/** A message of as many segments in GSM-7 by other tables, which take no more units than `units`. */
function withUnits({ segments, perSegment, remaining }: Count, units: number): Count {
  return { encoding: 'GSM-7', units, segments, perSegment, remaining }
}

function larger(one: Count, other: Count): Count {
  return compareCounts(other, one) > 0 ? other : one
}

/** Of each encoding that messages may have, the least and the most, whatever `maxSegments`. */
type Extremes = Omit<Bounds, 'least' | 'most'> & { readonly least: readonly Count[]; readonly most: readonly Count[] }

function extremesOf(
  { literals, names }: Template,
  fields: ReadonlyMap<string, Field>,
  making: Making,
): Extremes | undefined {
  const { plan } = making
  const texts = [...literals, ...[...fields.values()].flatMap((field) => ('examples' in field ? field.examples : []))]
  const isAny = [...fields.values()].some((field) => 'characters' in field && field.characters === 'any')
  const isCutAlone = !plan.keepsGraphemes || (!isAny && texts.every(isCutAnywhere))
  const extents = createExtents(making, isAny || texts.some(mayHaveMarks))
  const constant = literals.map(extents.text).reduce(sum)
  const varying = new Map([...fields].map(([name, field]) => [name, extents.field(field)]))
  const total = names.reduce((all, name) => sum(all, varying.get(name)!), constant)
  const isForced = plan.encoding !== 'auto'
  const gsm7 = plan.encoding !== 'UCS-2' && total.gsm7 !== undefined
  const ucs2 = plan.encoding === 'UCS-2' || (!isForced && (total.mayBeForeign || mayPreferUcs2(plan)))
  if (!gsm7 && !ucs2) return undefined
  const narrow = plan.languages ? limitsFor('GSM-7', plan.elements.length + BOTH_SHIFTS, plan) : plan.gsm7
  const counted: Counted[] = []
  if (gsm7) counted.push({ encoding: 'GSM-7', extent: total.gsm7!, narrow, wide: plan.gsm7 })
  if (ucs2) counted.push({ encoding: 'UCS-2', extent: total.ucs2, narrow: plan.ucs2, wide: plan.ucs2 })
  const least = counted.map(({ encoding, extent, wide }) => fewest(encoding, extent.least, wide))
  const most = counted.map(({ encoding, extent, narrow }) => largest(encoding, extent.most, narrow, isCutAlone))
  const highest = most.reduce(larger)
  const { narrow: limits } = counted.find(({ encoding }) => encoding === highest.encoding)!
  return {
    least,
    most,
    gsm7,
    ucs2,
    decidedBy: isForced || constant.gsm7 === undefined ? [] : deciding(varying, gsm7),
    rooms: roomsIn(names, varying, highest, limits, isCutAlone),
  }
}

/**
 * Whether UCS-2 may take fewer segments than GSM-7. It is compared with GSM-7 only beside national tables, and is fewer only by
 * a carrier's own limits: else a segment has room for each unit of UCS-2 as a pair of septets.
 */
function mayPreferUcs2({ languages, gsm7, ucs2 }: Plan): boolean {
  return languages !== undefined && (2 * ucs2.single > gsm7.single || 2 * ucs2.multi > gsm7.multi)
}

/** An encoding that messages may have, and the capacities of a segment at worst and at best. */
interface Counted {
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly extent: Extent
  readonly narrow: SegmentLimits
  readonly wide: SegmentLimits
}

function deciding(varying: ReadonlyMap<string, Extents>, gsm7: boolean): string[] {
  return [...varying]
    .filter(([, extents]) => (gsm7 ? extents.mayBeForeign : extents.gsm7 === undefined))
    .map(([name]) => name)
}

/** Whether a text may be cut anywhere, even where clusters are kept. */
function isCutAnywhere(text: string): boolean {
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (!standsAlone(unit) || unit === 0x0d || unit === 0x0a) return false
  }
  return true
}

interface Measuring {
  text(text: string): Extents
  field(field: Field): Extents
}

/** `hasMarks`: whether any letter may have a combining mark after it. */
function createExtents(making: Making, hasMarks: boolean): Measuring {
  const known = new Map<number, Extents>()
  const ofCodePoint = (codePoint: number) => {
    let extents = known.get(codePoint)
    if (extents === undefined) {
      extents = extentsOf(codePoint, making, hasMarks)
      known.set(codePoint, extents)
    }
    return extents
  }
  const text = (text: string) => {
    let all = EMPTY
    for (const character of text) all = sum(all, ofCodePoint(character.codePointAt(0)!))
    return all
  }
  return {
    text,
    field(field) {
      if ('examples' in field) return field.examples.map(text).reduce(either)
      const { least, most, characters } = field
      const { gsm7, ucs2, mayBeForeign } = described(characters, making, hasMarks)
      const times = (extent: Extent) => ({ least: least * extent.least, most: most * extent.most })
      return { gsm7: gsm7 && times(gsm7), ucs2: times(ucs2), mayBeForeign: mayBeForeign && most > 0 }
    },
  }
}

const EMPTY: Extents = { gsm7: { least: 0, most: 0 }, ucs2: { least: 0, most: 0 }, mayBeForeign: false }

function extentsOf(codePoint: number, { plan, hasOwnTable }: Making, hasMarks: boolean): Extents {
  const { transliteration, smartEncoding, newline, languages, replacement, alphabet } = plan
  const character = String.fromCodePoint(codePoint)
  const isLineEnd = character === '\r' || character === '\n'
  if (isLineEnd && newline !== 'keep') {
    const most = newline === 'crlf' ? 2 : 1
    return { gsm7: { least: 0, most }, ucs2: { least: 0, most }, mayBeForeign: foreignOffset('\r\n', 0, alphabet) >= 0 }
  }
  const units = countUnits(codePoint)
  let ucs2: Extent = { least: units, most: units }
  let isForeign = foreignOffset(character, 0, alphabet) >= 0
  let gsm7: Extent | undefined = isForeign ? undefined : only(gsm7Run(character).units)
  const rewritten = transliteration && rewriteText(character, transliteration)
  const isLetter = /[\p{L}\p{M}\p{Cf}]/u.test(character)
  if (rewritten !== undefined && (rewritten !== character || isLetter)) {
    // Beside others it may be one character more or less; with a mark, or by the caller's own table, anything a row may have.
    const isKept =
      character < '\u0080' && rewriteText(character + character, transliteration!) === character + character
    const isKnown = !hasMarks && (!hasOwnTable || (isKept && rewritten === character))
    const isCarriedSo = foreignOffset(rewritten, 0, alphabet) < 0
    const septets = isCarriedSo ? gsm7Run(rewritten).units : 0
    isForeign = !isCarriedSo || (isForeign && hasMarks)
    if (rewritten !== character || !isKnown) {
      ucs2 = isKnown ? around(rewritten.length, 1) : { least: 0, most: Math.max(LONGEST_ROW, ucs2.most) }
      gsm7 = isKnown ? around(septets, 2) : { least: 0, most: 2 * LONGEST_ROW }
    }
  }
  if (smartEncoding?.rows !== undefined) {
    ucs2 = { least: 0, most: Math.max(LONGEST_ROW, ucs2.most) }
    gsm7 = { least: 0, most: Math.max(2 * LONGEST_ROW, gsm7?.most ?? 0) }
  } else if (smartEncoding !== undefined) {
    const alike = isForeign ? lookAlike(codePoint) : undefined
    const isDropped = /[\u200d\u20e3\p{M}\p{Cf}]/u.test(character)
    if (smartEncoding.rows !== undefined) {
      ucs2 = spanning(ucs2, { least: 0, most: LONGEST_ROW })
      gsm7 = spanning(gsm7 ?? only(0), { least: 0, most: 2 * LONGEST_ROW })
    } else if (alike !== undefined || isDropped || (hasMarks && isLetter)) {
      const { policy, letters } = smartEncoding
      const isSure = policy === 'always' && letters && !languages && !hasMarks && !alphabet && alike !== undefined
      ucs2 = spanning(ucs2, hasMarks || isDropped ? { least: 0, most: LONGEST_LOOK_ALIKE } : only(alike?.length ?? 0))
      const septets =
        hasMarks || isDropped ? { least: 0, most: 2 * LONGEST_LOOK_ALIKE } : only(gsm7Run(alike ?? '').units)
      gsm7 = gsm7 ? spanning(gsm7, septets) : septets
      if (isSure) isForeign = false
    }
  }
  if (languages !== undefined) {
    if (isCarried(codePoint, languages.tables)) gsm7 = spanning(gsm7 ?? only(1), { least: 1, most: 2 })
    else if (gsm7 !== undefined) gsm7 = spanning(gsm7, { least: Math.min(1, gsm7.least), most: 2 * gsm7.most })
  }
  if (replacement !== undefined && isForeign) {
    // A national table may have each of its characters in one septet, or in two.
    const { length } = replacement
    const replaced = languages ? { least: length, most: 2 * length } : only(gsm7Run(replacement).units)
    const least = isHigh(codePoint) || isLow(codePoint) ? 0 : replaced.least
    gsm7 = spanning(gsm7 ?? replaced, { least, most: replaced.most })
  }
  return { gsm7, ucs2, mayBeForeign: isForeign }
}

/** A character of a field that is described. */
function described(
  characters: 'digits' | 'ascii' | 'gsm7' | 'any',
  { plan, hasOwnTable }: Making,
  hasMarks: boolean,
): Extents {
  const { transliteration, smartEncoding, newline, replacement, languages } = plan
  const isRewritten = transliteration !== undefined || smartEncoding !== undefined
  const most = replacement === undefined ? 2 : Math.max(2, gsm7Run(replacement).units)
  if (mayBeForeign(characters, plan.alphabet)) {
    const longest = isRewritten ? LONGEST_ROW + 1 : 2
    const gsm7 = { least: 0, most: Math.max(2 * longest, most) }
    return { gsm7, ucs2: { least: isRewritten || newline !== 'keep' ? 0 : 1, most: longest }, mayBeForeign: true }
  }
  if (hasOwnTable || smartEncoding?.rows !== undefined || (isRewritten && hasMarks)) {
    return { gsm7: { least: 0, most: 2 * LONGEST_ROW }, ucs2: { least: 0, most: LONGEST_ROW }, mayBeForeign: false }
  }
  if (characters === 'digits')
    return { gsm7: { least: 1, most: languages ? 2 : 1 }, ucs2: only(1), mayBeForeign: false }
  const mayBeLineEnd = characters === 'gsm7' && newline !== 'keep'
  const ucs2 = mayBeLineEnd ? { least: 0, most: 2 } : only(1)
  // Greek capitals of GSM-7, and whatever a scheme writes in another way.
  if (characters === 'gsm7' && isRewritten)
    return { gsm7: { least: 0, most: 4 }, ucs2: { least: 0, most: 2 }, mayBeForeign: false }
  return { gsm7: { least: ucs2.least, most: 2 }, ucs2, mayBeForeign: false }
}

function only(units: number): Extent {
  return { least: units, most: units }
}

function around(units: number, slack: number): Extent {
  return { least: Math.max(0, units - slack), most: units + slack }
}

function spanning(one: Extent, other: Extent): Extent {
  return { least: Math.min(one.least, other.least), most: Math.max(one.most, other.most) }
}

/** One text after another. */
function sum(one: Extents, other: Extents): Extents {
  return {
    gsm7: one.gsm7 && other.gsm7 && added(one.gsm7, other.gsm7),
    ucs2: added(one.ucs2, other.ucs2),
    mayBeForeign: one.mayBeForeign || other.mayBeForeign,
  }
}

function added(one: Extent, other: Extent): Extent {
  return { least: one.least + other.least, most: one.most + other.most }
}

/** One text or another. */
function either(one: Extents, other: Extents): Extents {
  return {
    gsm7: one.gsm7 && other.gsm7 ? spanning(one.gsm7, other.gsm7) : (one.gsm7 ?? other.gsm7),
    ucs2: spanning(one.ucs2, other.ucs2),
    mayBeForeign: one.mayBeForeign || other.mayBeForeign,
  }
}

function fewest(encoding: 'GSM-7' | 'UCS-2', units: number, { single, multi }: SegmentLimits): Count {
  if (units <= single) return countOfOne(encoding, units, single)
  return severalOf(encoding, units, Math.ceil(units / multi), multi)
}

/** Each cut may leave a unit empty, inside a pair; or, where clusters are kept, so many that only two segments together are more than one. */
function largest(
  encoding: 'GSM-7' | 'UCS-2',
  units: number,
  { single, multi }: SegmentLimits,
  isCutAlone: boolean,
): Count {
  if (units <= single) return countOfOne(encoding, units, single)
  const segments = isCutAlone ? Math.ceil(units / (multi - 1)) : 2 * Math.floor(units / multi) + 1
  return severalOf(encoding, units, Math.max(2, segments), multi)
}

function severalOf(encoding: 'GSM-7' | 'UCS-2', units: number, segments: number, perSegment: number): Count {
  const remaining = Math.min(perSegment - 1, Math.max(0, segments * perSegment - units))
  return { encoding, units, segments, perSegment, remaining }
}

/** What `maxSegments` leaves of a message, at least and at most. */
function cutsTo({ maxSegments, gsm7, ucs2, keepsGraphemes }: Plan, counts: readonly Count[]) {
  const isCut = counts.some(({ segments }) => segments > maxSegments)
  const cut = (isLeast: boolean) => (count: Count) => {
    const { encoding, segments, units } = count
    // Beside one that is cut, one of as many segments may have more units than what remains of that one.
    const { single, multi } = encoding === 'GSM-7' ? gsm7 : ucs2
    const isSingle = multi * maxSegments <= single
    if (!isCut || (segments < maxSegments && !isSingle)) return count
    const room = isSingle ? single : maxSegments * multi
    const sure = keepsGraphemes ? maxSegments : room - maxSegments
    const left = Math.min(units, isLeast ? sure : room)
    return isSingle ? countOfOne(encoding, left, single) : severalOf(encoding, left, maxSegments, multi)
  }
  return { least: cut(true), most: cut(false) }
}

function roomsIn(
  names: readonly string[],
  varying: ReadonlyMap<string, Extents>,
  { segments, units, encoding }: Count,
  { single, multi }: SegmentLimits,
  isCutAlone: boolean,
): Map<string, number> {
  const several = isCutAlone ? segments * (multi - 1) : Math.floor((segments + 1) / 2) * multi - 1
  const capacity = segments === 1 ? single : several
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  const rooms = new Map<string, number>()
  for (const [name, extents] of varying) {
    const own = (encoding === 'GSM-7' ? extents.gsm7 : extents.ucs2)?.most ?? 0
    const often = times.get(name)!
    rooms.set(name, Math.max(0, Math.floor((capacity - units + often * own) / often)))
  }
  return rooms
}
