import type { SegmentLimits, TextOptions } from '../../src/types'
import { capacities, shiftedCapacities } from './capacity'
import { detect, unitsOf } from './classify'
import { encoderOf, type Pair, pairsOf } from './languages'

/** How a text is carried. */
export interface Coding {
  encoding: 'GSM-7' | 'UCS-2'
  pair: Pair
  limits: SegmentLimits
  unitsOf: (character: string) => number
}

const encoders = new Map<string, Map<string, number[]>>()

/** The septets of each character in a pair of tables. */
export function septetsIn({ locking, single }: Pair): Map<string, number[]> {
  const key = `${locking} ${single}`
  if (!encoders.has(key)) encoders.set(key, encoderOf(locking, single))
  return encoders.get(key)!
}

const DEFAULT = { locking: 0, single: 0 }

export function codingOf(text: string, options: TextOptions): Coding {
  const ucs2 = codingIn('UCS-2', options)
  if (options.encoding === 'UCS-2') return ucs2
  if (options.languages !== undefined && options.languages.length > 0) return choice(text, options, ucs2)
  const encoding = detect(text, options.alphabet)
  if (options.encoding === 'GSM-7' && encoding !== 'GSM-7') throw new Error('unencodable')
  return codingIn(encoding, options)
}

/** Fewest segments, then the order of the pairs' kinds, then fewer units, then the caller's order. */
function choice(text: string, options: TextOptions, ucs2: Coding): Coding {
  const characters = [...text]
  const kindOf = ({ locking, single }: Pair) => (locking ? 2 : 0) + (single ? 1 : 0)
  const costOf = (coding: Coding, kind: number) => ({
    coding,
    kind,
    units: characters.reduce((sum, character) => sum + coding.unitsOf(character), 0),
    segments: borders(text, coding).length - 1,
  })
  const ranked = pairsOf(options.languages!)
    .filter((pair) => characters.every((character) => septetsIn(pair).has(character)))
    .map((pair) => shifted(pair, options))
    .filter(({ limits }) => limits.multi >= 2)
    .map((coding) => costOf(coding, kindOf(coding.pair)))
  if (options.encoding !== 'GSM-7') ranked.push(costOf(ucs2, 4))
  ranked.sort((one, other) => one.segments - other.segments || one.kind - other.kind || one.units - other.units)
  if (ranked[0] === undefined) throw new Error('unencodable')
  return ranked[0].coding
}

function shifted(pair: Pair, options: TextOptions): Coding {
  return {
    encoding: 'GSM-7',
    pair,
    limits: shiftedCapacities((pair.locking ? 1 : 0) + (pair.single ? 1 : 0), options),
    unitsOf: (character) => septetsIn(pair).get(character)!.length,
  }
}

function codingIn(encoding: 'GSM-7' | 'UCS-2', options: TextOptions): Coding {
  return {
    encoding,
    pair: DEFAULT,
    limits: capacities(encoding, options),
    unitsOf: (character) => unitsOf(character, encoding),
  }
}

/** Borders of the segments where each is filled. */
export function borders(text: string, coding: Coding): number[] {
  const { single, multi } = coding.limits
  const units = totalUnits(text, coding)
  return units <= single ? [0, text.length] : filled([...text], coding, multi)
}

export function totalUnits(text: string, { unitsOf }: Coding): number {
  let units = 0
  for (const character of text) units += unitsOf(character)
  return units
}

/** The borders of the segments as UTF-16 offsets, 0 and the end included; no piece is parted, unless it is longer than a segment. */
export function filled(pieces: string[], coding: Coding, capacity: number): number[] {
  const found = [0]
  let offset = 0
  let used = 0
  const next = () => {
    found.push(offset)
    used = 0
  }
  for (const piece of pieces) {
    const units = totalUnits(piece, coding)
    if (used + units > capacity && used > 0) next()
    if (units <= capacity) {
      used += units
      offset += piece.length
      continue
    }
    for (const character of piece) {
      if (used + coding.unitsOf(character) > capacity) next()
      used += coding.unitsOf(character)
      offset += character.length
    }
  }
  found.push(offset)
  return found
}
