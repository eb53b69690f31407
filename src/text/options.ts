import { createBare, requireBoolean, requireInteger, requireMembers, requireObject, requireOneOf } from '../arguments'
import { findForeignOffset } from '../core/alphabet'
import type { Bounds } from '../core/cut'
import type { Kernel } from '../core/rewriting'
import { SeptetError } from '../errors'
import { WAITING_KINDS } from '../header/waiting-kinds'
import { listNames } from '../similar'
import type { MessageWaiting, SegmentLimits, TextOptions } from '../types'
import { type Alphabet, requireAlphabet } from './alphabet'
import { requireGsm7 } from './foreign-characters'
import { createClusterBorder } from './graphemes'
import { type Allowed, requireLanguages } from './languages'
import { findLimits, LEAST_ROOM, requireLimits } from './limits'
import { type OwnElements, requireOwnElements } from './own-elements'
import { requireSmartEncoding, type SmartEncoding } from './smart-encoding'
import { requireTransliteration } from './transliterate'

/** A concatenation reference, or a function that returns one. */
type Reference = number | (() => number)

/** Options that have been checked, and the capacities that follow from them. */
export interface Plan extends Bounds {
  readonly transliteration: Kernel | undefined
  readonly smartEncoding: SmartEncoding | undefined
  readonly newline: 'keep' | 'lf' | 'crlf'
  /** Undefined: all of GSM-7. */
  readonly alphabet: Alphabet | undefined
  readonly encoding: 'auto' | 'GSM-7' | 'UCS-2'
  readonly replacement: string | undefined
  readonly languages: Allowed | undefined
  readonly gsm7: SegmentLimits
  readonly ucs2: SegmentLimits
  readonly limits: TextOptions['limits']
  /** The caller's elements, end to end: each segment begins with them. */
  readonly elements: Uint8Array
  /** Undefined: a checksum of what is sent. */
  readonly reference: Reference | undefined
  readonly referenceBits: 8 | 16
  readonly messageClass: 0 | 1 | 2 | 3 | undefined
  readonly messageWaiting: Required<MessageWaiting> | undefined
  readonly protocolId: number
  readonly packed: boolean
}

/** Whether no option rewrites the text. */
export function isSentAsGiven({ transliteration, smartEncoding, newline, replacement }: Plan): boolean {
  return transliteration === undefined && smartEncoding === undefined && newline === 'keep' && replacement === undefined
}

/** Whether the text is sent as a whole, and cut wherever a segment is full. */
export function isCutWhereFull({ maxSegments, createBorder }: Plan): boolean {
  return maxSegments === Number.POSITIVE_INFINITY && createBorder === undefined
}

/** The same, in all of GSM-7 and without national languages. */
export function isPlainCut(plan: Plan): boolean {
  return isCutWhereFull(plan) && plan.languages === undefined && plan.alphabet === undefined
}

/** Options whose values have been checked; some are other ones then. */
export type Checked = Omit<TextOptions, 'transliterate' | 'smartEncoding' | 'alphabet' | 'languages' | 'header'> & {
  alphabet?: Alphabet
  header?: OwnElements
  languages?: Allowed
  transliterate?: Kernel
  smartEncoding?: SmartEncoding | false
}

const CLASSES = [0, 1, 2, 3] as const

export function checkReference(argument: string, value: unknown): Reference {
  if (typeof value === 'function') return value as () => number
  return requireInteger(argument, value, 0, 0xffff)
}

export function checkReferenceBits(argument: string, value: unknown): 8 | 16 {
  return requireOneOf(argument, value, [8, 16] as const)
}

/** Checks of the options that all functions have that cut a message. */
export const REFERENCE_CHECKS = { reference: checkReference, referenceBits: checkReferenceBits }

/**
 * The function that checks each option. An option that is not here is unknown. No spread: a bundler would keep it where
 * it is not used.
 */
const CHECKS: Readonly<Record<keyof TextOptions, (argument: string, value: unknown) => unknown>> = {
  transliterate: requireTransliteration,
  smartEncoding: requireSmartEncoding,
  newline: (argument, value) => requireOneOf(argument, value, ['keep', 'lf', 'crlf'] as const),
  alphabet: requireAlphabet,
  encoding: (argument, value) => requireOneOf(argument, value, ['auto', 'GSM-7', 'UCS-2'] as const),
  languages: requireLanguages,
  replacement: requireReplacement,
  maxSegments: (argument, value) => requireInteger(argument, value, 1, Number.MAX_SAFE_INTEGER),
  boundary: requireBoundary,
  header: requireOwnElements,
  limits: requireLimits,
  reference: checkReference,
  referenceBits: checkReferenceBits,
  messageClass: (argument, value) => requireOneOf(argument, value, CLASSES),
  flash: requireBoolean,
  messageWaiting: requireMessageWaiting,
  protocolId: (argument, value) => requireInteger(argument, value, 0, 0xff),
  packed: requireBoolean,
}

/** Every option there is. */
export function listOptionNames(): string[] {
  return Object.keys(CHECKS)
}

let defaults: Plan | undefined

/**
 * The plan that `options` make: checked, with defaults and capacities. Every option is read once, and before any text is copied into the core.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option', 'conflicting-options'
 */
export function createPlan(options: TextOptions | undefined): Plan {
  if (options === undefined) {
    defaults ??= buildPlan(createBare() as Checked)
    return defaults
  }
  return buildPlan(checkOptions(options, CHECKS) as Checked)
}

/** The function that checks each option. */
export type Checks = Readonly<Record<string, (argument: string, value: unknown) => unknown>>

/** The options that are given, each checked. @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option' */
export function checkOptions(options: unknown, checks: Checks): Record<string, unknown> {
  const checked = createBare()
  if (options === undefined) return checked
  const names = Object.keys(checks)
  const given = requireObject('options', options, names)
  for (const name in given) {
    const argument = `options.${name}`
    const value = given[name]
    if (!names.includes(name)) {
      throw new SeptetError('unknown-option', argument, value, `is no option; ${listNames(name, names)}`)
    }
    if (value !== undefined) checked[name] = checks[name]!(argument, value)
  }
  return checked
}

/**
 * The plan of options whose values have been checked.
 *
 * @throws {SeptetError} 'conflicting-options', 'invalid-value': two of them do not go together
 */
export function buildPlan(options: Checked): Plan {
  checkCombinations(options)
  const { encoding = 'auto', replacement, flash = false, messageClass, messageWaiting } = options
  const { reference, referenceBits = 8, header, alphabet } = options
  const { transliterate: transliteration, smartEncoding = false, newline = 'keep' } = options
  const { languages, limits, maxSegments = Number.POSITIVE_INFINITY, boundary = 'character' } = options
  noElements ??= new Uint8Array(0)
  const elements = header?.octets ?? noElements
  const gsm7 = findLimits('GSM-7', elements.length, { referenceBits, limits })
  const ucs2 = findLimits('UCS-2', elements.length, { referenceBits, limits })
  if (Math.min(gsm7.multi, ucs2.multi) < LEAST_ROOM) {
    const message = `has ${elements.length} octets of elements, and leaves no room for text in several segments`
    throw new SeptetError('invalid-value', 'options.header', header?.given, message)
  }
  return {
    transliteration,
    smartEncoding: smartEncoding === false ? undefined : smartEncoding,
    newline,
    alphabet,
    encoding,
    replacement,
    limits,
    gsm7,
    ucs2,
    elements,
    languages,
    reference,
    referenceBits,
    messageClass: flash ? 0 : messageClass,
    messageWaiting: messageWaiting as Required<MessageWaiting> | undefined,
    protocolId: options.protocolId ?? 0,
    packed: options.packed ?? true,
    maxSegments,
    createBorder: boundary === 'grapheme' ? createClusterBorder : undefined,
  }
}

/** @throws {SeptetError} 'conflicting-options', 'invalid-value': two options do not go together */
function checkCombinations(options: Checked): void {
  const { encoding, replacement, alphabet, flash = false, messageClass, messageWaiting } = options
  const { reference, referenceBits = 8 } = options
  if (replacement !== undefined && encoding !== 'GSM-7') {
    throw new SeptetError('conflicting-options', 'options.replacement', replacement, 'needs GSM-7 as the encoding')
  }
  if (alphabet !== undefined) checkAlphabet(options, alphabet)
  if (flash && messageClass !== undefined && messageClass !== 0) {
    throw new SeptetError(
      'conflicting-options',
      'options.flash',
      true,
      `is class 0, and the message class is ${messageClass}`,
    )
  }
  if (messageWaiting !== undefined && (flash || messageClass !== undefined)) {
    const message = 'has a data coding of its own, without a message class'
    throw new SeptetError('conflicting-options', 'options.messageWaiting', messageWaiting, message)
  }
  if (typeof reference === 'number') requireReference('options.reference', reference, referenceBits)
}

/** Checks the options that an alphabet cannot be combined with. @throws {SeptetError} 'invalid-value' */
function checkAlphabet({ languages, replacement = '' }: Checked, alphabet: Alphabet): void {
  if (languages !== undefined) {
    throw new SeptetError('invalid-value', 'options.alphabet', undefined, 'is for texts without national languages')
  }
  const offset = findForeignOffset(replacement, 0, alphabet)
  if (offset < 0) return
  throw new SeptetError('invalid-value', 'options.replacement', replacement, 'must be in the alphabet', offset)
}

/** @throws {SeptetError} 'invalid-type'; 'invalid-value': the reference is wider than its bits */
export function requireReference(argument: string, reference: unknown, referenceBits: 8 | 16): number {
  return requireInteger(argument, reference, 0, referenceBits === 8 ? 0xff : 0xffff)
}

/** Made at the first call: nothing runs at import. */
let noElements: Uint8Array | undefined

/** Most characters of a replacement: those of a full segment. A text may have millions of characters that are replaced. */
const LONGEST_REPLACEMENT = 160

/** @throws {SeptetError} 'invalid-type', 'invalid-value', 'too-long' */
function requireReplacement(argument: string, value: unknown): string {
  const text = requireGsm7(argument, value)
  if (text.length <= LONGEST_REPLACEMENT) return text
  const message = `has ${text.length} characters; ${LONGEST_REPLACEMENT} is the most`
  throw new SeptetError('too-long', argument, value, message)
}

function requireBoundary(argument: string, value: unknown): 'character' | 'grapheme' {
  const boundary = requireOneOf(argument, value, ['character', 'grapheme'] as const)
  if (boundary === 'character' || globalThis.Intl?.Segmenter !== undefined) return boundary
  throw new SeptetError('unsupported', argument, value, 'needs Intl.Segmenter, which this runtime lacks')
}

function requireMessageWaiting(argument: string, value: unknown): Required<MessageWaiting> {
  const waiting = requireMembers(argument, value, ['kind', 'active', 'store'])
  return {
    kind: requireOneOf(`${argument}.kind`, waiting.kind as 'voice', WAITING_KINDS),
    active: requireBoolean(`${argument}.active`, waiting.active ?? true),
    store: requireBoolean(`${argument}.store`, waiting.store ?? true),
  }
}
