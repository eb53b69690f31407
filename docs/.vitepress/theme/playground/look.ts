// All that the playground says of a text.

import type { Inspection, Segmentation } from 'septet'
import * as septet from 'septet'
import { isInOtherAlphabet } from '../../../../src/element/cost/characters'
import { type Advice, advise } from './advice'
import { CARRIERS, warnOfLength } from './carriers'
import { markText, type Piece } from './marks'
import { optionsOf } from './options'
import { decimalOf } from './prices'
import type { State } from './state'
import type { Filled } from './template'

/** Units up to which everything is said. Of a longer text, only the count. */
export const ALL = 10_000
/** Segments that are drawn. */
export const DRAWN = 12

export interface Shown {
  count: septet.Count
  /** Segments at least and at most: they differ for a template. */
  range: readonly [least: number, most: number]
  /** As people count: a family is one. */
  characters: number | undefined
  pieces: Piece[]
  /** Of the text, or of the template filled with examples. */
  segmentation: Segmentation | undefined
  /** The characters outside GSM-7; none where the text is all in another alphabet. */
  foreign: Inspection['characters']
  otherAlphabet: boolean
  advice: Advice[]
  warnings: string[]
}

/** `filled` is undefined for a text that is too long for all to be said. */
export function look(state: State, filled: Filled | undefined): Shown {
  const options = optionsOf(state)
  const { text } = state
  const count = septet.count(text, options)
  const { least = count, most = count } = filled?.count ?? {}
  const shown = { count, range: [least.segments, most.segments] as const, warnings: warn(state, most, filled) }
  if (filled === undefined) {
    const nothing = { characters: undefined, segmentation: undefined, otherAlphabet: false }
    return { ...shown, ...nothing, pieces: [], foreign: [], advice: [] }
  }
  const inspection = septet.inspect(text, options)
  const otherAlphabet = count.encoding === 'UCS-2' && isInOtherAlphabet(text)
  const foreign = otherAlphabet ? [] : inspection.characters
  const hasFields = filled.places.length > 0
  const whole = septet.segment(text, options)
  // Where a template is cut, its fields decide.
  const cuts = hasFields ? [] : whole.parts.slice(1).map(({ sourceStart }) => sourceStart)
  return {
    ...shown,
    characters: countGraphemes(text),
    pieces: markText({
      text,
      encoding: count.encoding,
      foreign: foreign.map(({ offset, codePoint }) => [offset, codePoint > 0xffff ? 2 : 1] as const),
      fields: filled.places,
      cuts,
    }),
    segmentation: hasFields ? septet.segment(filled.example ?? text, options) : whole,
    foreign,
    otherAlphabet,
    advice: advise(state, inspection, filled),
  }
}

/** What may go wrong though the text can be counted. */
function warn(state: State, count: septet.Count, filled: Filled | undefined): string[] {
  const { text, encoding, price, profile } = state
  const warnings = warnOfLength(text, count, profile)
  if (!filled) warnings.unshift(`This text is long. Marks, segments and advice are for texts of ${ALL} units or fewer.`)
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text))
    warnings.push('There are invisible characters that turn the text around.')
  if (/\p{Cs}/u.test(text)) warnings.push('There is half of a character (a lone surrogate). Phones show a box for it.')
  if (encoding === 'GSM-7' && septet.count(text, optionsOf({ ...state, encoding: 'auto' })).encoding !== 'GSM-7')
    warnings.push('Characters outside GSM-7 are sent as “?”.')
  if (state.languages === 'all' && profile !== '' && optionsOf(state).languages === undefined)
    warnings.push(`${CARRIERS[profile]} carries no national tables.`)
  if (price.trim() !== '' && decimalOf(price) === undefined) warnings.push('The price is no number: write it as 0.045.')
  return warnings
}

function countGraphemes(text: string): number {
  if (typeof Intl.Segmenter !== 'function') return [...text].length
  let count = 0
  for (const _ of new Intl.Segmenter().segment(text)) count++
  return count
}

export interface Octets {
  header: string
  rest: string
  length: number
}

/** The user data of each segment that is drawn, in digits. */
export function octetsOf(text: string, state: State): Octets[] {
  return septet
    .encode(text, optionsOf(state))
    .slice(0, DRAWN)
    .map(({ userData, hasHeader }) => {
      const header = hasHeader ? userData[0]! + 1 : 0
      return {
        header: spaced(userData.subarray(0, header)),
        rest: spaced(userData.subarray(header)),
        length: userData.length,
      }
    })
}

const spaced = (octets: Uint8Array) => septet.toHex(octets).replace(/..(?=.)/g, '$& ')
