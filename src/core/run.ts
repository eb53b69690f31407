// TS 23.038 6.2.1, TS 23.040 9.2.3.24.1: a piece of a text as units end to end, and where no segment may end in it.
import { isHigh, isLow } from './surrogates'
import { start } from './text'

/** A piece of a text in one encoding. */
export interface Run {
  readonly units: number
  /** For each offset in units: 1 where a segment may not end, inside an escape pair or a surrogate pair. Undefined without pairs. */
  readonly inside: Uint8Array | undefined
}

/** The septets of a text in the default tables. Each character is in them. */
export function createGsm7Run(text: string): Run {
  const { encoder } = start()
  let units = text.length
  for (let offset = 0; offset < text.length; offset++) units += encoder[text.charCodeAt(offset)]! >> 7
  if (units === text.length) return { units, inside: undefined }
  const inside = new Uint8Array(units)
  for (let offset = 0, at = 0; offset < text.length; offset++, at++) {
    if (encoder[text.charCodeAt(offset)]! >> 7) inside[++at] = 1
  }
  return { units, inside }
}

/** The 16-bit units of a text. */
export function createUcs2Run(text: string): Run {
  let inside: Uint8Array | undefined
  for (let offset = 1; offset < text.length; offset++) {
    if (!isLow(text.charCodeAt(offset)) || !isHigh(text.charCodeAt(offset - 1))) continue
    inside ??= new Uint8Array(text.length)
    inside[offset] = 1
  }
  return { units: text.length, inside }
}
