// What may be at one place of a template, in one encoding: a literal, an example, or any text of a described field.
import { type Alphabet, findForeignOffset } from '../../core/alphabet'
import { createGsm7Run, createUcs2Run, type Run } from '../../core/run'
import { isHigh, isLow } from '../../core/surrogates'
import type { SegmentLimits } from '../../types'
import { countUnits, createUnencodable } from '../foreign-characters'
import type { Plan } from '../options'
import { createUnchanged } from '../passes/pass'
import { UnencodableError } from '../unencodable'
import type { CharacterSet, Field } from './fields'

/** A text as one encoding counts it; or, of a field that is only described, a run of so many pairs or single units. */
export type Span = Run | Pairs

/** Units of which each two are a pair. */
interface Pairs {
  readonly units: number
  readonly inside: 'pairs'
}

/** One of the things that may be at a place. */
export interface Choice {
  /** Index of the example; 0 for all else. */
  readonly index: number
  readonly isForeign: boolean
  readonly isEmpty: boolean
  readonly startsLow: boolean
  readonly endsHigh: boolean
  /** With the least units, and with the most: one span, except of a field that is described. */
  readonly least: Span
  readonly most: Span
  /** The same after the first half of a surrogate pair, which was replaced together with the second half. */
  readonly leastAfterHigh: Span
  readonly mostAfterHigh: Span
}

/** An encoding that the messages of a template may have, and how it counts a text. */
export interface Ruler {
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly limits: SegmentLimits
  /** Whether a message is counted so only where something in it is outside GSM-7. */
  readonly needsForeign: boolean
  /** What a text is in this encoding; undefined where it cannot be. */
  readText(text: string, index: number): Choice | undefined
  /** The same for a field that is described. */
  readField(field: Exclude<Field, { examples: unknown }>): Choice[]
}

/** The encodings that a plan allows: the messages of each, counted apart. */
export function createRulers(plan: Plan): Ruler[] {
  const { encoding, replacement } = plan
  if (encoding === 'UCS-2') return [createUcs2Ruler(plan, false)]
  if (replacement !== undefined) return [createReplacingRuler(plan, replacement)]
  if (encoding === 'GSM-7') return [createGsm7Ruler(plan)]
  return [createGsm7Ruler(plan), createUcs2Ruler(plan, true)]
}

function createGsm7Ruler({ gsm7: limits, alphabet }: Plan): Ruler {
  return {
    encoding: 'GSM-7',
    limits,
    needsForeign: false,
    readText: (text, index) =>
      findForeignOffset(text, 0, alphabet) < 0 ? createChoice(text, index, createGsm7Run(text)) : undefined,
    readField: ({ least, most, characters }) => [
      createDescribedChoice(least, characters === 'digits' ? createSingles(most) : createPairs(most)),
    ],
  }
}

function createUcs2Ruler({ ucs2: limits, alphabet }: Plan, needsForeign: boolean): Ruler {
  return {
    encoding: 'UCS-2',
    limits,
    needsForeign,
    readText: (text, index) => ({
      ...createChoice(text, index, createUcs2Run(text)),
      isForeign: findForeignOffset(text, 0, alphabet) >= 0,
    }),
    readField({ least, most, characters }) {
      const inGsm7 = createDescribedChoice(least, createSingles(most))
      if (most === 0 || !mayBeForeign(characters, alphabet)) return [inGsm7]
      const widest = characters === 'any' ? createPairs(most) : createSingles(most)
      return [inGsm7, { ...createDescribedChoice(Math.max(least, 1), widest), isForeign: true }]
    },
  }
}

const DIGITS = '0123456789'
const ASCII = String.fromCharCode(...Array.from({ length: 0x5f }, (_, index) => 0x20 + index)).replace('`', '')

/** Whether a described field may have a character outside what the route carries. */
export function mayBeForeign(characters: CharacterSet, alphabet: Alphabet | undefined): boolean {
  if (characters === 'any') return true
  if (alphabet === undefined) return false
  return characters === 'gsm7' || findForeignOffset(characters === 'digits' ? DIGITS : ASCII, 0, alphabet) >= 0
}

/** GSM-7 in which a text takes the place of each code point outside it. */
function createReplacingRuler({ gsm7: limits, alphabet }: Plan, replacement: string): Ruler {
  const widest = Math.max(2, createGsm7Run(replacement).units)
  const narrowest = Math.min(1, createGsm7Run(replacement).units)
  const replaced = (text: string) => createGsm7Run(replaceForeign(text, replacement, alphabet))
  return {
    encoding: 'GSM-7',
    limits,
    needsForeign: false,
    readText(text, index) {
      const choice = createChoice(text, index, replaced(text))
      if (!choice.startsLow) return choice
      const after = replaced(text.slice(1))
      return { ...choice, leastAfterHigh: after, mostAfterHigh: after }
    },
    readField({ least, most, characters }) {
      if (!mayBeForeign(characters, alphabet)) {
        return [createDescribedChoice(least, characters === 'digits' ? createSingles(most) : createPairs(most))]
      }
      // A surrogate at either end may be half of a pair with what is beside it, and is replaced together with that.
      return [createDescribedChoice(Math.max(0, least - 2) * narrowest, createWidest(most * widest, limits.multi))]
    },
  }
}

function replaceForeign(text: string, replacement: string, alphabet: Alphabet | undefined): string {
  const pieces: string[] = []
  let from = 0
  for (
    let offset = findForeignOffset(text, 0, alphabet);
    offset >= 0;
    offset = findForeignOffset(text, from, alphabet)
  ) {
    pieces.push(text.slice(from, offset), replacement)
    from = offset + countUnits(text.codePointAt(offset)!)
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from)
}

function createChoice(text: string, index: number, span: Span): Choice {
  return {
    index,
    isForeign: false,
    isEmpty: text === '',
    startsLow: isLow(text.charCodeAt(0)),
    endsHigh: isHigh(text.charCodeAt(text.length - 1)),
    least: span,
    most: span,
    leastAfterHigh: span,
    mostAfterHigh: span,
  }
}

/** A field that is described. At least it has so many single units: no text of so many units takes less room. */
function createDescribedChoice(leastUnits: number, most: Span): Choice {
  const least = createSingles(leastUnits)
  return {
    index: 0,
    isForeign: false,
    isEmpty: leastUnits === 0 && most.units === 0,
    startsLow: false,
    endsHigh: false,
    least,
    most,
    leastAfterHigh: least,
    mostAfterHigh: most,
  }
}

export function createSingles(units: number): Span {
  return { units, inside: undefined }
}

/** So many characters of two units: none take more room. */
function createPairs(characters: number): Span {
  return { units: 2 * characters, inside: 'pairs' }
}

/** Pairs that end no earlier than any text of so many units, whose every cut may leave a unit empty. */
export function createWidest(units: number, capacity: number): Span {
  return createPairs(Math.ceil((units + boundWaste(units, capacity)) / 2))
}

/** Units that may stay empty in the segments that a text of so many units is spread over, where each cut may be in a pair. */
export function boundWaste(units: number, capacity: number): number {
  return units === 0 ? 0 : 1 + Math.ceil(units / (capacity - 1))
}

/** @throws {UnencodableError} a text that no message of a plan can have, by its name */
export function refuseForeign(text: string, argument: string, alphabet: Alphabet | undefined): never {
  const { characters, total } = createUnencodable(createUnchanged(text), 0, alphabet)
  throw new UnencodableError(text, characters, total, argument)
}
