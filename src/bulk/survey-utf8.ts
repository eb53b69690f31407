import { isArray, requireBoolean, requireObject } from '../arguments'
import { GSM7, UCS2 } from '../core/bulk'
import { MOST_WAYS, readSurveyLimits, type Surveyed, surveyUtf8Rows, type VisitCharacter } from '../core/survey'
import type { Ways } from '../core/survey-tables'
import type { Offsets } from '../core/utf8-rows'
import { SeptetError } from '../errors'
import { countBy } from '../text/count'
import { findForeign } from '../text/foreign-characters'
import { createPlan, listOptionNames, type Plan } from '../text/options'
import { rewrite } from '../text/rewrite'
import { UnencodableError } from '../text/unencodable'
import type { CountColumns, TextOptions, Utf8Options } from '../types'
import { createManyColumns, enter } from './columns'
import {
  countFitting,
  createOrderError,
  decodeMessage,
  isNull,
  type Messages,
  requireMessages,
  requireOptions,
  takeRows,
} from './utf8-messages'
import { planWays } from './ways'

/** Options of `surveyUtf8`. */
export interface SurveyOptions extends Utf8Options {
  /** Options that may make messages cheaper, each of them on top of the others. Default: none. */
  measures?: readonly TextOptions[]
  /**
   * Whether only messages of several segments are measured: nothing is shorter than one. In the columns of all measures, a message
   * of one segment counts as it does without them. Default `false`.
   */
  severalOnly?: boolean
}

/** Counts of many messages, and what measures would make of them. */
export interface Survey extends CountColumns {
  /** The same columns for each measure. */
  measures: CountColumns[]
  /** By code point, the characters outside GSM-7 of the messages as they are sent without a measure. */
  foreign: Map<number, { occurrences: number; messages: number }>
}

/**
 * Counts many messages in UTF-8, as `countUtf8` does. In the same pass it counts them with each of some measures, and lists the
 * characters outside GSM-7. No string is made of a message where a measure changes each character by itself. Options that do so are
 * `transliterate`, `smartEncoding: 'always'`, `replacement`, `newline`, `encoding` and the limits.
 *
 * A message that cannot be sent (`encoding: 'GSM-7'` without `replacement`) has 0 segments. Nothing is thrown for it.
 *
 * @param data octets of UTF-8
 * @param offsets where each message begins in `data`, in octets, ascending; and where the last one ends
 * @param options those of `countUtf8`; `measures`: options to compare, each on top of the others; `severalOnly`
 * @returns the columns of `countUtf8`, the same columns for each measure, and how often each character outside GSM-7 is there
 * @throws {SeptetError} as `countUtf8`; 'invalid-type': `measures` is no array
 * @see 3GPP TS 23.038 6, TS 23.040 9.2.3.24.1; Unicode 3.9, table 3-7
 * @example
 * const data = new TextEncoder().encode('Hello!Привет')
 * const survey = surveyUtf8(data, Int32Array.of(0, 6, 18), { measures: [{ transliterate: 'translit' }] })
 * survey.encodings // Uint8Array [0, 1]
 * survey.measures[0].encodings // Uint8Array [0, 0]
 * survey.foreign.get(0x440) // { occurrences: 1, messages: 1 }
 */
export function surveyUtf8(data: Uint8Array, offsets: Offsets, options?: SurveyOptions): Survey {
  const { length, validity, validityOffset, measures, severalOnly, ...textOptions } = requireOptions(options, [
    'measures',
    'severalOnly',
  ])
  const plans = createPlans(textOptions as TextOptions, measures)
  const several = severalOnly === undefined ? false : requireBoolean('options.severalOnly', severalOnly)
  const messages = requireMessages(data, offsets, { length, validity, validityOffset })
  const columns = createManyColumns('offsets', messages.rows, plans.length)
  const foreign: Survey['foreign'] = new Map()
  // The first way of each group is the options alone.
  for (let from = 1; from === 1 || from < plans.length; from += MOST_WAYS - 1) {
    const group = [0, ...plans.keys()].filter((way, at) => at === 0 || (way >= from && way < from + MOST_WAYS - 1))
    const visit: VisitCharacter = from === 1 ? (...found) => addForeign(foreign, ...found) : () => {}
    survey({
      ...messages,
      plans: group.map((way) => plans[way]!),
      columns: group.map((way) => columns[way]!),
      ways: planWays(
        group.map((way) => plans[way]!),
        several,
      ),
      visit,
    })
  }
  for (const column of columns) column.totalSegments = sumSegments(column.segments)
  return { ...columns[0]!, measures: columns.slice(1), foreign }
}

/** By a loop: `reduce` takes ten times as long (Node 20). */
function sumSegments(numbers: Uint32Array): number {
  let total = 0
  for (let index = 0; index < numbers.length; index++) total += numbers[index]!
  return total
}

/** A group of ways that the core surveys at once. */
interface Call extends Messages {
  readonly plans: readonly Plan[]
  readonly columns: readonly CountColumns[]
  readonly ways: Ways
  readonly visit: VisitCharacter
}

/** The plan of the options alone, then of each measure on top of them. */
function createPlans(options: TextOptions, measures: unknown = []): Plan[] {
  const plans = [createPlan(options)]
  if (!isArray(measures)) throw new SeptetError('invalid-type', 'options.measures', measures, 'must be an array')
  // By index: an array's own methods leave out its holes.
  for (let index = 0; index < measures.length; index++) {
    const argument = `options.measures[${index}]`
    const measure = requireObject(argument, measures[index], listOptionNames())
    try {
      plans.push(createPlan({ ...options, ...measure }))
    } catch (error) {
      if (!(error instanceof SeptetError)) throw error
      throw new SeptetError(error.code, error.argument.replace('options', argument), error.value, error.reason)
    }
  }
  return plans
}

/** Each call of the core takes as many messages as its window and its columns have room for. */
function survey(call: Call): void {
  const limits = readSurveyLimits()
  for (let row = 0; row < call.rows; ) {
    const rows = countFitting(call, row, limits)
    if (rows > 0) surveyWindow(call, row, rows)
    else if (!isNull(call, row)) countLeft(call, row, (1 << call.plans.length) - 1)
    row += Math.max(rows, 1)
  }
}

function surveyWindow(call: Call, row: number, rows: number): void {
  const surveyed = surveyUtf8Rows(takeRows(call, row, rows), call.ways, call.visit)
  if (surveyed === undefined) throw createOrderError(call, row)
  const left = enterSurveyed(call, row, surveyed)
  for (const [at, ways] of left) countLeft(call, row + at, ways)
}

/** Copies the columns. Returns the messages of which ways are left. */
function enterSurveyed({ columns }: Call, row: number, { ways, left }: Surveyed): [row: number, ways: number][] {
  for (let way = 0; way < columns.length; way++) {
    const { encodings, units, segments } = ways[way]!
    const to = columns[way]!
    to.encodings.set(encodings, row)
    to.units.set(units, row)
    to.segments.set(segments, row)
  }
  const found: [number, number][] = []
  for (let at = 0; at < left.length; at++) if (left[at] !== 0) found.push([at, left[at]!])
  return found
}

/** Counts the ways of a message that the core has left, one bit each, by way of a string. */
function countLeft(call: Call, row: number, left: number): void {
  const { plans, columns, ways, visit } = call
  const text = decodeMessage(call, row)
  if (left & 1) {
    countOne(text, plans[0]!, columns[0]!, row)
    if (columns[0]!.encodings[row] === UCS2) visitForeign(text, plans[0]!, visit)
  }
  const isOne = ways.several && columns[0]!.segments[row]! <= 1
  for (let way = 1; way < plans.length; way++) {
    const { encodings, units, segments } = columns[0]!
    if (isOne) enter(columns[way]!, row, encodings[row]!, units[row]!, segments[row]!)
    else if ((left >> way) & 1) countOne(text, plans[way]!, columns[way]!, row)
  }
}

function countOne(text: string, plan: Plan, columns: CountColumns, row: number): void {
  try {
    const { encoding, units, segments } = countBy(text, plan)
    enter(columns, row, encoding === 'UCS-2' ? UCS2 : GSM7, units, segments)
  } catch (error) {
    if (!(error instanceof UnencodableError)) throw error
    enter(columns, row, GSM7, 0, 0)
  }
}

/** Shows the characters outside GSM-7 of a text as it is sent, uncut. */
function visitForeign(text: string, plan: Plan, visit: VisitCharacter): void {
  const occurrences = new Map<number, number>()
  for (const { codePoint } of findForeign(rewrite(text, { ...plan, maxSegments: Number.POSITIVE_INFINITY }).text)) {
    occurrences.set(codePoint, (occurrences.get(codePoint) ?? 0) + 1)
  }
  for (const [codePoint, times] of occurrences) visit(codePoint, times, 1)
}

function addForeign(foreign: Survey['foreign'], codePoint: number, occurrences: number, messages: number): void {
  const found = foreign.get(codePoint)
  if (found === undefined) foreign.set(codePoint, { occurrences, messages })
  else {
    found.occurrences += occurrences
    found.messages += messages
  }
}
