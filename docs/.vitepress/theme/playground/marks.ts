// The text in pieces, each as it is marked: laid below the field, letter by letter in the same places.

export type Kind = 'plain' | 'foreign' | 'double' | 'field'

export interface Piece {
  text: string
  kind: Kind
  /** The number of its segment, from 1. */
  segment: number
  /** Whether the segment begins here, from the second on. */
  cut: boolean
}

/** Characters that take two septets (TS 23.038, 6.2.1.1). */
const DOUBLE = /[\^{}\\[~\]|€\f]/g

export interface Marked {
  text: string
  encoding: string
  /** Places of characters outside GSM-7, as offset and length. */
  foreign: readonly (readonly [at: number, length: number])[]
  /** Places of placeholders. */
  fields: readonly (readonly [at: number, length: number])[]
  /** Where segments begin, from the second on. */
  cuts: readonly number[]
}

/** Each unit of the text is in one piece, in order. */
export function markText({ text, encoding, foreign, fields, cuts }: Marked): Piece[] {
  const kinds: [at: number, length: number, kind: Kind][] = [
    ...fields.map(([at, length]) => [at, length, 'field'] as [number, number, Kind]),
    ...foreign.map(([at, length]) => [at, length, 'foreign'] as [number, number, Kind]),
  ]
  if (encoding === 'GSM-7') for (const { index } of text.matchAll(DOUBLE)) kinds.push([index, 1, 'double'])
  // The first to claim a place has it: a placeholder is one, whatever is in its name.
  const claimed = new Map<number, Kind>()
  for (const [at, length, kind] of kinds)
    for (let unit = at; unit < at + length; unit++) if (!claimed.has(unit)) claimed.set(unit, kind)
  const starts = new Set(cuts)
  const pieces: Piece[] = []
  let segment = 1
  for (let at = 0; at < text.length; at++) {
    const kind = claimed.get(at) ?? 'plain'
    const cut = starts.has(at)
    if (cut) segment++
    const last = pieces.at(-1)
    if (last && last.kind === kind && !cut) last.text += text[at]
    else pieces.push({ text: text[at]!, kind, segment, cut })
  }
  return pieces
}
