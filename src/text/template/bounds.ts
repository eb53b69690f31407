// Bounds of what a template can come to under options that rewrite a text, or choose tables or cuts by it as a whole.
import { countSingle } from '../../core/ucs2'
import type { Count, SegmentLimits } from '../../types'
import { isAlone, mayHaveMarks } from '../combining-marks'
import { findLimits } from '../limits'
import type { Plan } from '../options'
import type { Making } from './character'
import { addExtents, type Extent, type Extents } from './extent'
import { createExtents } from './extents'
import type { Field } from './fields'
import { compareCounts } from './reach'
import { countNames, type Template } from './syntax'

/** What the messages of a template come to at least and at most. */
export interface Bounds {
  readonly least: Count
  readonly most: Count
  readonly gsm7: boolean
  readonly ucs2: boolean
  readonly decidedBy: readonly string[]
  readonly rooms: ReadonlyMap<string, number>
}

/** Octets of both elements that name national tables (TS 23.040 9.2.3.24.15, .16). */
const BOTH_SHIFTS = 6

/**
 * Each character by itself, with all that its neighbours may do to it. Undefined where no message can be made: GSM-7 is asked
 * for, and something in the template or in each example of a field is outside.
 */
export function boundTemplate(
  template: Template,
  fields: ReadonlyMap<string, Field>,
  making: Making,
): Bounds | undefined {
  const { plan } = making
  const whole = findExtremes(template, fields, making)
  if (whole === undefined) return undefined
  let { most, rooms } = whole
  if (plan.languages !== undefined && plan.encoding === 'auto') {
    // Tables are chosen where they cost no more than what the message is without them: GSM-7, or else UCS-2.
    const without = findExtremes(template, fields, { ...making, plan: { ...plan, languages: undefined } })!
    const national = whole.gsm7 ? without.most.map((count) => replaceUnits(count, whole.most[0]!.units)) : []
    most = [...without.most, ...national]
    rooms = without.rooms
  }
  const cut = createCuts(plan, [...whole.least, ...most])
  return {
    ...whole,
    least: whole.least.map(cut.least).reduce((one, other) => (compareCounts(other, one) < 0 ? other : one)),
    most: most.map(cut.most).reduce(chooseLarger),
    rooms,
  }
}

/** A message of as many segments in GSM-7 by other tables, which take no more units than `units`. */
function replaceUnits({ segments, perSegment, remaining }: Count, units: number): Count {
  return { encoding: 'GSM-7', units, segments, perSegment, remaining }
}

function chooseLarger(one: Count, other: Count): Count {
  return compareCounts(other, one) > 0 ? other : one
}

/** Of each encoding that messages may have, the least and the most, whatever `maxSegments`. */
type Extremes = Omit<Bounds, 'least' | 'most'> & { readonly least: readonly Count[]; readonly most: readonly Count[] }

function findExtremes(
  { literals, names }: Template,
  fields: ReadonlyMap<string, Field>,
  making: Making,
): Extremes | undefined {
  const { plan } = making
  const texts = [...literals, ...[...fields.values()].flatMap((field) => ('examples' in field ? field.examples : []))]
  const isAny = [...fields.values()].some((field) => 'characters' in field && field.characters === 'any')
  const isCutAlone = plan.createBorder === undefined || (!isAny && texts.every(isCutAnywhere))
  const extents = createExtents(making, isAny || texts.some(mayHaveMarks))
  const constant = literals.map(extents.text).reduce(addExtents)
  const varying = new Map([...fields].map(([name, field]) => [name, extents.field(field)]))
  const total = names.reduce((all, name) => addExtents(all, varying.get(name)!), constant)
  const isForced = plan.encoding !== 'auto'
  const gsm7 = plan.encoding !== 'UCS-2' && total.gsm7 !== undefined
  const ucs2 = plan.encoding === 'UCS-2' || (!isForced && (total.mayBeForeign || mayPreferUcs2(plan)))
  if (!gsm7 && !ucs2) return undefined
  const narrow = findNarrowest(plan)
  const counted: Counted[] = []
  if (gsm7) counted.push({ encoding: 'GSM-7', extent: total.gsm7!, narrow, wide: plan.gsm7 })
  if (ucs2) counted.push({ encoding: 'UCS-2', extent: total.ucs2, narrow: plan.ucs2, wide: plan.ucs2 })
  const least = counted.map(({ encoding, extent, wide }) => countFewest(encoding, extent.least, wide))
  const most = counted.map(({ encoding, extent, narrow }) => countLargest(encoding, extent.most, narrow, isCutAlone))
  const highest = most.reduce(chooseLarger)
  const { narrow: limits } = counted.find(({ encoding }) => encoding === highest.encoding)!
  return {
    least,
    most,
    gsm7,
    ucs2,
    decidedBy: isForced || constant.gsm7 === undefined ? [] : listDeciding(varying, gsm7),
    rooms: boundRooms(names, varying, highest, limits, isCutAlone),
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

function listDeciding(varying: ReadonlyMap<string, Extents>, gsm7: boolean): string[] {
  return [...varying]
    .filter(([, extents]) => (gsm7 ? extents.mayBeForeign : extents.gsm7 === undefined))
    .map(([name]) => name)
}

/** The least capacity of a segment in GSM-7: beside two national tables, where they are allowed. */
function findNarrowest(plan: Plan): SegmentLimits {
  return plan.languages ? findLimits('GSM-7', plan.elements.length + BOTH_SHIFTS, plan) : plan.gsm7
}

/** Whether a text may be cut anywhere, even where clusters are kept. */
function isCutAnywhere(text: string): boolean {
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (!isAlone(unit) || unit === 0x0d || unit === 0x0a) return false
  }
  return true
}

function countFewest(encoding: 'GSM-7' | 'UCS-2', units: number, { single, multi }: SegmentLimits): Count {
  if (units <= single) return countSingle(encoding, units, single)
  return countSeveral(encoding, units, Math.ceil(units / multi), multi)
}

/** Each cut may leave a unit empty, inside a pair; or, where clusters are kept, so many that only two segments together are more than one. */
function countLargest(
  encoding: 'GSM-7' | 'UCS-2',
  units: number,
  { single, multi }: SegmentLimits,
  isCutAlone: boolean,
): Count {
  if (units <= single) return countSingle(encoding, units, single)
  const segments = isCutAlone ? Math.ceil(units / (multi - 1)) : 2 * Math.floor(units / multi) + 1
  return countSeveral(encoding, units, Math.max(2, segments), multi)
}

function countSeveral(encoding: 'GSM-7' | 'UCS-2', units: number, segments: number, perSegment: number): Count {
  const remaining = Math.min(perSegment - 1, Math.max(0, segments * perSegment - units))
  return { encoding, units, segments, perSegment, remaining }
}

/** What `maxSegments` leaves of a message, at least and at most. */
function createCuts(plan: Plan, counts: readonly Count[]) {
  const { maxSegments, gsm7, ucs2, createBorder } = plan
  const isCut = counts.some(({ segments }) => segments > maxSegments)
  const cut = (isLeast: boolean) => (count: Count) => {
    const { encoding, segments, units } = count
    // Beside one that is cut, one of as many segments may have more units than what remains of that one.
    // National tables take room from each segment.
    const { single, multi } = encoding === 'UCS-2' ? ucs2 : isLeast ? findNarrowest(plan) : gsm7
    const isSingle = multi * maxSegments <= single
    if (!isCut || (segments < maxSegments && !isSingle)) return count
    const room = isSingle ? single : maxSegments * multi
    const sure = createBorder ? maxSegments : room - maxSegments
    const left = Math.min(units, isLeast ? sure : room)
    return isSingle ? countSingle(encoding, left, single) : countSeveral(encoding, left, maxSegments, multi)
  }
  return { least: cut(true), most: cut(false) }
}

function boundRooms(
  names: readonly string[],
  varying: ReadonlyMap<string, Extents>,
  { segments, units, encoding }: Count,
  { single, multi }: SegmentLimits,
  isCutAlone: boolean,
): Map<string, number> {
  const several = isCutAlone ? segments * (multi - 1) : Math.floor((segments + 1) / 2) * multi - 1
  const capacity = segments === 1 ? single : several
  const times = countNames(names)
  const rooms = new Map<string, number>()
  for (const [name, extents] of varying) {
    const own = (encoding === 'GSM-7' ? extents.gsm7 : extents.ucs2)?.most ?? 0
    const often = times.get(name)!
    rooms.set(name, Math.max(0, Math.floor((capacity - units + often * own) / often)))
  }
  return rooms
}
