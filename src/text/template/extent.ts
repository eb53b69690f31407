// How many units a text may have.
import { createGsm7Run } from '../../core/run'

/** The fewest and the most units of a text in one encoding. */
export interface Extent {
  readonly least: number
  readonly most: number
}

/** What a text may become. */
export interface Extents {
  /** Undefined: it is in no message in GSM-7, whatever is beside it. */
  readonly gsm7: Extent | undefined
  /** In UCS-2, whatever may be beside it. */
  readonly ucs2: Extent
  /** Whether something in it may be outside GSM-7, which makes a message UCS-2. */
  readonly mayBeForeign: boolean
}

export function createExtent(units: number): Extent {
  return { least: units, most: units }
}

/** The septets of a text of GSM-7. */
export function measureSeptets(text: string): Extent {
  return createExtent(createGsm7Run(text).units)
}

/** From none to `most`. */
export function upTo(most: number): Extent {
  return { least: 0, most }
}

/** Adds `slack` units on both sides. */
export function widen({ least, most }: Extent, slack: number): Extent {
  return { least: Math.max(0, least - slack), most: most + slack }
}

/** `times` texts of one extent. */
export function multiply({ least, most }: Extent, times: Extent): Extent {
  return { least: times.least * least, most: times.most * most }
}

export function cover(one: Extent, other: Extent): Extent {
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
export function unite(one: Extents, other: Extents): Extents {
  return {
    gsm7: one.gsm7 && other.gsm7 ? cover(one.gsm7, other.gsm7) : (one.gsm7 ?? other.gsm7),
    ucs2: cover(one.ucs2, other.ucs2),
    mayBeForeign: one.mayBeForeign || other.mayBeForeign,
  }
}
