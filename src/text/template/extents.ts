// What the parts of a template may become under options that rewrite a text.
import { boundCharacter, boundRow, LONGEST_ROW, type Making } from './character'
import { mayBeForeign } from './choice'
import { addExtents, createExtent, type Extents, measureSeptets, multiply, unite, upTo } from './extent'
import type { CharacterSet, Field } from './fields'

interface Measuring {
  text(text: string): Extents
  field(field: Field): Extents
}

const EMPTY: Extents = { gsm7: createExtent(0), ucs2: createExtent(0), mayBeForeign: false }

/** `hasMarks`: whether any letter may have a combining mark after it. */
export function createExtents(making: Making, hasMarks: boolean): Measuring {
  const known = new Map<number, Extents>()
  return { text, field }

  function text(text: string): Extents {
    let all = EMPTY
    for (const character of text) all = addExtents(all, bound(character.codePointAt(0)!))
    return all
  }

  function field(field: Field): Extents {
    if ('examples' in field) return field.examples.map(text).reduce(unite)
    const { gsm7, ucs2, mayBeForeign } = boundDescribed(field.characters, making, hasMarks)
    return {
      gsm7: gsm7 && multiply(gsm7, field),
      ucs2: multiply(ucs2, field),
      mayBeForeign: mayBeForeign && field.most > 0,
    }
  }

  function bound(codePoint: number): Extents {
    let extents = known.get(codePoint)
    if (extents === undefined) {
      extents = boundCharacter(codePoint, making, hasMarks)
      known.set(codePoint, extents)
    }
    return extents
  }
}

/** A character of a field that is described. */
function boundDescribed(characters: CharacterSet, { plan, hasOwnTable }: Making, hasMarks: boolean): Extents {
  const { transliteration, smartEncoding, newline, replacement, languages } = plan
  const isRewritten = transliteration !== undefined || smartEncoding !== undefined
  if (mayBeForeign(characters, plan.alphabet)) {
    const longest = isRewritten ? LONGEST_ROW + 1 : 2
    const gsm7 = upTo(Math.max(2 * longest, replacement === undefined ? 0 : measureSeptets(replacement).most))
    return { gsm7, ucs2: { least: isRewritten || newline !== 'keep' ? 0 : 1, most: longest }, mayBeForeign: true }
  }
  if (hasOwnTable || smartEncoding?.rows !== undefined || (isRewritten && hasMarks)) return boundRow(EMPTY, false)
  if (characters === 'digits')
    return { gsm7: { least: 1, most: languages ? 2 : 1 }, ucs2: createExtent(1), mayBeForeign: false }
  // Greek capitals of GSM-7, and whatever a scheme writes in another way.
  if (characters === 'gsm7' && isRewritten) return { gsm7: upTo(4), ucs2: upTo(2), mayBeForeign: false }
  const mayBeLineEnd = characters === 'gsm7' && newline !== 'keep'
  const ucs2 = mayBeLineEnd ? upTo(2) : createExtent(1)
  return { gsm7: { least: ucs2.least, most: 2 }, ucs2, mayBeForeign: false }
}
