// TS 23.040 10.2 and 9.2.3.24.10: EMS. A text with formatted runs, each an element in every segment that it touches.
import { requireArray, requireInteger, requireMembers, requireObject, requireOneOf, requireString } from '../arguments'
import { findForeignOffset } from '../core/alphabet'
import { encodeCut, readUserDataLength, takeOctets } from '../core/encode'
import { DEFAULT_TABLES } from '../core/languages'
import { SeptetError } from '../errors'
import { encodeElement } from '../header/elements'
import { FORMATTED_MEMBERS, pickFormat, writeFormat } from '../header/text-format'
import { joinOctets } from '../octets'
import { createUnencodable } from '../text/foreign-characters'
import { createPlan, type Plan } from '../text/options'
import { createUnchanged } from '../text/passes/pass'
import type { FormatRun, ShortMessage, TextOptions } from '../types'
import { type Cutting, countTextUnits, cutByRuns, type Run } from './cut-runs'
import { chooseDataCoding } from './data-coding'
import { createMessages } from './messages'
import { chooseReference } from './reference'

/** Options of `formatText`: those of `encode` that leave the text as it is. */
export type FormatOptions = Pick<TextOptions, (typeof OPTIONS)[number]>

const OPTIONS = [
  'encoding',
  'header',
  'reference',
  'referenceBits',
  'messageClass',
  'flash',
  'messageWaiting',
  'protocolId',
  'packed',
] as const

/** Identifier, length, start and length of an element: the format and perhaps colours follow. */
const ELEMENT_OCTETS = 4

/**
 * Encodes a text with formatted runs, as EMS. Each run is an element in every segment that it touches, so a segment with more runs
 * holds less text. Where runs overlap, they are written in the order of the list.
 *
 * @param text of any length; one that needs more than 255 segments is refused
 * @param runs what is formatted: UTF-16 offsets in the text, and a format
 * @param options those of `encode` that leave the text as it is
 * @returns one short message for each segment, in order
 * @throws {SeptetError} 'invalid-type', 'invalid-value': a run that is not within the text, or more of them at one place than a
 * segment has room for; 'too-many-segments': more than 255; 'unsupported-option': one that would rewrite the text; and what
 * the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` for a text that is not in it
 * @see 3GPP TS 23.040 9.2.3.24.10.1.1
 * @example
 * const [message] = formatText('Hello, World!', [{ start: 7, length: 5, italic: true, underline: true }])
 * toHex(message.userData.subarray(0, 6)) // '050A03070560'
 */
export function formatText(text: string, runs: readonly FormatRun[], options?: FormatOptions): ShortMessage[] {
  requireString('text', text)
  const plan = createFormatPlan(options)
  const checked = checkRuns(runs, text.length)
  const encoding = chooseEncoding(text, plan)
  const cutting: Cutting = {
    text,
    encoding,
    runs: checked,
    ordered: [...checked].sort((one, other) => one.start - other.start),
    referenceBits: plan.referenceBits,
    own: plan.elements.length,
  }
  const ends = cutByRuns(cutting)
  return encodeSegments(cutting, ends, plan)
}

function createFormatPlan(options: unknown): Plan {
  if (options !== undefined) {
    const given = requireObject('options', options, OPTIONS)
    const plan = createPlan(given as TextOptions)
    for (const name in given) {
      if (given[name] === undefined || OPTIONS.includes(name as 'packed')) continue
      const message = `is not for formatted text; there are ${OPTIONS.join(', ')}`
      throw new SeptetError('unsupported-option', `options.${name}`, given[name], message)
    }
    return plan
  }
  return createPlan(undefined)
}

function checkRuns(runs: unknown, length: number): Run[] {
  requireArray('runs', runs)
  return Array.from(runs as ArrayLike<unknown>, (value, index) => {
    const argument = `runs[${index}]`
    // A run may be an element that was read, with a type.
    const run = requireMembers(argument, value, ['type', ...FORMATTED_MEMBERS])
    const start = requireInteger(`${argument}.start`, run.start, 0, length)
    if (start === length) {
      throw new SeptetError(
        'invalid-value',
        `${argument}.start`,
        start,
        'is the end of the text: nothing is there to format',
      )
    }
    if (run.type !== undefined) requireOneOf(`${argument}.type`, run.type, ['textFormatting'])
    const octets = ELEMENT_OCTETS + writeFormat(argument, run).length
    const end = start + requireInteger(`${argument}.length`, run.length, 1, length - start)
    return { start, end, run: run as unknown as FormatRun, octets }
  })
}

function chooseEncoding(text: string, { encoding }: Plan): 'GSM-7' | 'UCS-2' {
  if (encoding === 'UCS-2') return encoding
  if (findForeignOffset(text) < 0) return 'GSM-7'
  if (encoding === 'GSM-7') throw createUnencodable(createUnchanged(text))
  return 'UCS-2'
}

function encodeSegments(cutting: Cutting, ends: readonly number[], plan: Plan): ShortMessage[] {
  const { text, encoding } = cutting
  const packed = encoding === 'GSM-7' && plan.packed
  const dataCoding = chooseDataCoding(encoding, plan)
  const userDataLengths: number[] = []
  const parts = ends.map((end, index) => {
    const from = ends[index - 1] ?? 0
    const elements = [plan.elements, ...listElements(cutting, from, end)]
    if (ends.length > 1) elements.push(encodeConcat(plan, 0, ends.length, index + 1))
    const all = joinOctets(elements)
    const part = encodePart(text.slice(from, end), all, encoding, packed)
    userDataLengths.push(readUserDataLength(0))
    return { part, header: all.length > 0 ? 1 + all.length : 0 }
  })
  numberSegments(parts, plan)
  return createMessages(
    joinOctets(parts.map(({ part }) => part)),
    parts.length,
    (segment) => parts[segment]!.part.length,
    (segment) => userDataLengths[segment]!,
    { hasHeader: parts[0]!.header > 0, dataCoding, protocolId: plan.protocolId, packed },
  )
}

/** Writes the reference of the segments, in the last element of each header. It may depend on what they carry. */
function numberSegments(parts: readonly { part: Uint8Array; header: number }[], plan: Plan): void {
  if (parts.length === 1) return
  const collectCarried = () => joinOctets(parts.map(({ part, header }) => part.subarray(header)))
  const reference = chooseReference(plan, parts.length, collectCarried)
  for (const [index, { part, header }] of parts.entries()) {
    const concat = encodeConcat(plan, reference, parts.length, index + 1)
    part.set(concat, header - concat.length)
  }
}

function encodeConcat({ referenceBits: bits }: Plan, reference: number, total: number, sequence: number): Uint8Array {
  return encodeElement('concat', { type: 'concat', bits, reference, total, sequence })
}

/** The elements of the runs that a segment touches, with positions within that segment. */
function listElements({ runs }: Cutting, from: number, end: number): Uint8Array[] {
  return runs
    .filter((run) => run.start < end && run.end > from)
    .map(({ start: runStart, end: runEnd, run }) => {
      const start = Math.max(runStart, from)
      const element = {
        ...pickFormat(run),
        type: 'textFormatting',
        start: start - from,
        length: Math.min(runEnd, end) - start,
      }
      return encodeElement('run', element)
    })
}

/** The user data of one segment, with its elements. Its TP-UDL is `readUserDataLength(0)` until the next call. */
function encodePart(text: string, elements: Uint8Array, encoding: 'GSM-7' | 'UCS-2', packed: boolean): Uint8Array {
  const cuts = { ends: [text.length], units: [countTextUnits(text, encoding)] }
  const writing = { referenceBits: 8, elements, packed } as const
  return takeOctets(encodeCut(text, { encoding, ...DEFAULT_TABLES }, cuts, writing).octets)
}
