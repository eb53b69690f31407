// What a text may become under options that rewrite it: each character by itself, with all that its neighbours may do to it.
import { findForeignOffset } from '../../core/alphabet'
import { findLookAlike, rewriteText } from '../../core/rewriting'
import { createGsm7Run } from '../../core/run'
import { isHigh, isLow } from '../../core/surrogates'
import { countUnits, isCarried } from '../foreign-characters'
import type { Plan } from '../options'
import { mayBeForeign } from './choice'
import type { Field } from './fields'

/** The fewest and the most units of a text in one encoding. */
export interface Extent {
  readonly least: number
  readonly most: number
}

/** What a text may become. Undefined: it is in no message of this encoding, whatever is beside it. */
export interface Extents {
  readonly gsm7: Extent | undefined
  /** In UCS-2, whatever may be beside it. */
  readonly ucs2: Extent
  /** Whether something in it may be outside GSM-7, which makes a message UCS-2. */
  readonly mayBeForeign: boolean
}

/** What a text is made by, and whether its transliteration has rows of the caller's own. */
export interface Making {
  readonly plan: Plan
  readonly hasOwnTable: boolean
}

/** Units of the longest text that a row of a transliteration has, or a look-alike; a pair each in GSM-7. */
const LONGEST_ROW = 8
const LONGEST_LOOK_ALIKE = 4

interface Measuring {
  text(text: string): Extents
  field(field: Field): Extents
}

/** `hasMarks`: whether any letter may have a combining mark after it. */
export function createExtents(making: Making, hasMarks: boolean): Measuring {
  const known = new Map<number, Extents>()
  const ofCodePoint = (codePoint: number) => {
    let extents = known.get(codePoint)
    if (extents === undefined) {
      extents = boundCharacter(codePoint, making, hasMarks)
      known.set(codePoint, extents)
    }
    return extents
  }
  const text = (text: string) => {
    let all = EMPTY
    for (const character of text) all = addExtents(all, ofCodePoint(character.codePointAt(0)!))
    return all
  }
  return {
    text,
    field(field) {
      if ('examples' in field) return field.examples.map(text).reduce(unite)
      const { least, most, characters } = field
      const { gsm7, ucs2, mayBeForeign } = boundDescribed(characters, making, hasMarks)
      const times = (extent: Extent) => ({ least: least * extent.least, most: most * extent.most })
      return { gsm7: gsm7 && times(gsm7), ucs2: times(ucs2), mayBeForeign: mayBeForeign && most > 0 }
    },
  }
}

const EMPTY: Extents = { gsm7: { least: 0, most: 0 }, ucs2: { least: 0, most: 0 }, mayBeForeign: false }

/** Made when they are needed, as each expression with flag `u`: see tsup.config.ts. */
let patterns: { letter: RegExp; dropped: RegExp } | undefined

function boundCharacter(codePoint: number, { plan, hasOwnTable }: Making, hasMarks: boolean): Extents {
  const { transliteration, smartEncoding, newline, languages, replacement, alphabet } = plan
  patterns ??= { letter: /[\p{L}\p{M}\p{Cf}]/u, dropped: /[\u200d\u20e3\p{M}\p{Cf}]/u }
  const character = String.fromCodePoint(codePoint)
  const isLineEnd = character === '\r' || character === '\n'
  if (isLineEnd && newline !== 'keep') {
    const most = newline === 'crlf' ? 2 : 1
    return {
      gsm7: { least: 0, most },
      ucs2: { least: 0, most },
      mayBeForeign: findForeignOffset('\r\n', 0, alphabet) >= 0,
    }
  }
  const units = countUnits(codePoint)
  let ucs2: Extent = { least: units, most: units }
  let isForeign = findForeignOffset(character, 0, alphabet) >= 0
  let gsm7: Extent | undefined = isForeign ? undefined : createExtent(createGsm7Run(character).units)
  const rewritten = transliteration && rewriteText(character, transliteration)
  const isLetter = patterns.letter.test(character)
  if (rewritten !== undefined && (rewritten !== character || isLetter)) {
    // Beside others it may be one character more or less; with a mark, or by the caller's own table, anything a row may have.
    const isKept =
      character < '\u0080' && rewriteText(character + character, transliteration!) === character + character
    const isKnown = !hasMarks && (!hasOwnTable || (isKept && rewritten === character))
    const isCarriedSo = findForeignOffset(rewritten, 0, alphabet) < 0
    const septets = isCarriedSo ? createGsm7Run(rewritten).units : 0
    isForeign = !isCarriedSo || (isForeign && hasMarks)
    if (rewritten !== character || !isKnown) {
      ucs2 = isKnown ? widen(rewritten.length, 1) : { least: 0, most: Math.max(LONGEST_ROW, ucs2.most) }
      gsm7 = isKnown ? widen(septets, 2) : { least: 0, most: 2 * LONGEST_ROW }
    }
  }
  if (smartEncoding?.rows !== undefined) {
    ucs2 = { least: 0, most: Math.max(LONGEST_ROW, ucs2.most) }
    gsm7 = { least: 0, most: Math.max(2 * LONGEST_ROW, gsm7?.most ?? 0) }
  } else if (smartEncoding !== undefined) {
    const alike = isForeign ? findLookAlike(codePoint) : undefined
    const isDropped = patterns.dropped.test(character)
    if (alike !== undefined || isDropped || (hasMarks && isLetter)) {
      const { policy, letters } = smartEncoding
      const isSure = policy === 'always' && letters && !languages && !hasMarks && !alphabet && alike !== undefined
      ucs2 = cover(
        ucs2,
        hasMarks || isDropped ? { least: 0, most: LONGEST_LOOK_ALIKE } : createExtent(alike?.length ?? 0),
      )
      const septets =
        hasMarks || isDropped
          ? { least: 0, most: 2 * LONGEST_LOOK_ALIKE }
          : createExtent(createGsm7Run(alike ?? '').units)
      gsm7 = gsm7 ? cover(gsm7, septets) : septets
      if (isSure) isForeign = false
    }
  }
  if (languages !== undefined) {
    if (isCarried(codePoint, languages.tables)) gsm7 = cover(gsm7 ?? createExtent(1), { least: 1, most: 2 })
    else if (gsm7 !== undefined) gsm7 = cover(gsm7, { least: Math.min(1, gsm7.least), most: 2 * gsm7.most })
  }
  if (replacement !== undefined && isForeign) {
    // A national table may have each of its characters in one septet, or in two.
    const { length } = replacement
    const replaced = languages ? { least: length, most: 2 * length } : createExtent(createGsm7Run(replacement).units)
    const least = isHigh(codePoint) || isLow(codePoint) ? 0 : replaced.least
    gsm7 = cover(gsm7 ?? replaced, { least, most: replaced.most })
  }
  return { gsm7, ucs2, mayBeForeign: isForeign }
}

/** A character of a field that is described. */
function boundDescribed(
  characters: 'digits' | 'ascii' | 'gsm7' | 'any',
  { plan, hasOwnTable }: Making,
  hasMarks: boolean,
): Extents {
  const { transliteration, smartEncoding, newline, replacement, languages } = plan
  const isRewritten = transliteration !== undefined || smartEncoding !== undefined
  const most = replacement === undefined ? 2 : Math.max(2, createGsm7Run(replacement).units)
  if (mayBeForeign(characters, plan.alphabet)) {
    const longest = isRewritten ? LONGEST_ROW + 1 : 2
    const gsm7 = { least: 0, most: Math.max(2 * longest, most) }
    return { gsm7, ucs2: { least: isRewritten || newline !== 'keep' ? 0 : 1, most: longest }, mayBeForeign: true }
  }
  if (hasOwnTable || smartEncoding?.rows !== undefined || (isRewritten && hasMarks)) {
    return { gsm7: { least: 0, most: 2 * LONGEST_ROW }, ucs2: { least: 0, most: LONGEST_ROW }, mayBeForeign: false }
  }
  if (characters === 'digits')
    return { gsm7: { least: 1, most: languages ? 2 : 1 }, ucs2: createExtent(1), mayBeForeign: false }
  const mayBeLineEnd = characters === 'gsm7' && newline !== 'keep'
  const ucs2 = mayBeLineEnd ? { least: 0, most: 2 } : createExtent(1)
  // Greek capitals of GSM-7, and whatever a scheme writes in another way.
  if (characters === 'gsm7' && isRewritten)
    return { gsm7: { least: 0, most: 4 }, ucs2: { least: 0, most: 2 }, mayBeForeign: false }
  return { gsm7: { least: ucs2.least, most: 2 }, ucs2, mayBeForeign: false }
}

function createExtent(units: number): Extent {
  return { least: units, most: units }
}

function widen(units: number, slack: number): Extent {
  return { least: Math.max(0, units - slack), most: units + slack }
}

function cover(one: Extent, other: Extent): Extent {
  return { least: Math.min(one.least, other.least), most: Math.max(one.most, other.most) }
}

/** One text after another. */
export function addExtents(one: Extents, other: Extents): Extents {
  return {
    gsm7: one.gsm7 && other.gsm7 && add(one.gsm7, other.gsm7),
    ucs2: add(one.ucs2, other.ucs2),
    mayBeForeign: one.mayBeForeign || other.mayBeForeign,
  }
}

function add(one: Extent, other: Extent): Extent {
  return { least: one.least + other.least, most: one.most + other.most }
}

/** One text or another. */
function unite(one: Extents, other: Extents): Extents {
  return {
    gsm7: one.gsm7 && other.gsm7 ? cover(one.gsm7, other.gsm7) : (one.gsm7 ?? other.gsm7),
    ucs2: cover(one.ucs2, other.ucs2),
    mayBeForeign: one.mayBeForeign || other.mayBeForeign,
  }
}
