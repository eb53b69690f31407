import { formatCodePoint } from '../../words'

/**
 * Characters that a terminal obeys, or that nobody sees: controls, formats, lone surrogates, spaces other than the space,
 * and what Unicode says to leave out where it is not supported, such as tags and variation selectors. U+2800 and U+1D159
 * are a Braille cell without dots and a note without a head.
 */
const UNSEEN = String.raw`[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}]|(?! )\p{Zs}`

/** Combining marks without a character to combine with. */
const MARKS = String.raw`^\p{M}+$`

/** A whole emoji, of which joiners, selectors and tags are a part. The pattern needs the flag v, which is not in ES2022. */
const EMOJI = String.raw`^\p{RGI_Emoji}$`

/** Made when first needed: the classes of Unicode take milliseconds, and most runs need none. */
const made = new Map<string, RegExp>()

function match(pattern: string, flags: string): RegExp {
  let expression = made.get(pattern + flags)
  if (!expression) {
    expression = new RegExp(pattern, flags)
    made.set(pattern + flags, expression)
  }
  return expression
}

/** The pieces of a grapheme cluster that are seen, and those that are not, by turns. The first is seen, and may be empty. */
export function splitUnseen(cluster: string): string[] {
  const pieces = cluster.split(match(`((?:${UNSEEN})+)`, 'u'))
  return pieces.length > 1 && match(EMOJI, 'v').test(cluster) ? [cluster] : pieces
}

/** Whether a piece that could be seen has nothing to show. */
export function isMarks(piece: string): boolean {
  return match(MARKS, 'u').test(piece)
}

/** Each character as a control picture such as ␊ where Unicode has one, else the way `less` prints it: <U+200B>. */
export function nameCharacters(text: string): string {
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0)!
    if (codePoint < 0x20) return String.fromCodePoint(0x2400 + codePoint)
    return codePoint === 0x7f ? '␡' : `<${formatCodePoint(codePoint)}>`
  }).join('')
}

/** JSON that says the same without them: \u200b. */
export function escapeUnseen(json: string): string {
  return json.replace(match(UNSEEN, 'gu'), (character) => {
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
  })
}
